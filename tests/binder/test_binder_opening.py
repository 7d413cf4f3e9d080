"""Whatever lies where the binder should: it opens, or is set aside with its bytes kept."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from threading import Barrier

import pytest
from binder_home import NOW, Home, favourite
from hypothesis import given, settings
from hypothesis import strategies as st

from feltperm.binder import (
    Binder,
    BinderDamaged,
    BinderTooNew,
    Notice,
    Site,
    Task,
    look_into_binder,
    open_binder,
)
from feltperm.binder.connection import file_uri
from feltperm.binder.migrations import NAMES
from feltperm.errors import Condition, ReadOnly

ASIDE = "binder-unreadable-2026-11-25T2214.sqlite"
TEXT = "Permen kunne ikke leses. Den er lagt til side, ikke slettet."


def use_everything(binder: Binder) -> None:
    """Read and write all parts; raises only what the user can be told."""
    binder.favourites.list()
    binder.sites.list()
    binder.settings.get("municipality")
    binder.checklist.list()
    binder.favourites.add(favourite("after"))
    binder.sites.add(Site(name="Etterpå"))
    binder.settings.set("municipality", "0301")
    binder.checklist.put(Task(pack="national", id="gd-tiltak-02", due="2026-12-01"))


def test_a_first_start_makes_an_empty_binder_without_a_word(home: Home) -> None:
    binder, notice = home.open()
    assert notice is None
    assert binder.writable
    assert binder.favourites.list() == ()
    assert sorted(item.name for item in home.data.iterdir()) == ["binder.sqlite"]


def test_a_binder_is_one_file_at_rest(home: Home) -> None:
    home.filled()
    assert sorted(item.name for item in home.data.iterdir()) == ["binder.sqlite"]


@pytest.mark.parametrize(
    "content",
    [b"hei", b"\0" * 8192, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "zeros", "stub", "garbage after the magic"],
)
def test_what_is_no_database_is_set_aside(home: Home, content: bytes) -> None:
    home.data.mkdir()
    home.path.write_bytes(content)
    binder, notice = home.open()
    assert notice is not None
    assert (notice.kind, notice.text) == ("unreadable", TEXT)
    assert notice.set_aside == home.data / ASIDE
    assert (home.data / ASIDE).read_bytes() == content
    use_everything(binder)
    binder.close()
    _, later = home.open()
    assert later is None


def test_another_programs_database_is_set_aside(home: Home) -> None:
    home.data.mkdir()
    with closing(sqlite3.connect(home.path)) as other:
        other.execute("CREATE TABLE recipes (name)")
    before = home.path.read_bytes()
    _, notice = home.open()
    assert notice is not None
    assert (home.data / ASIDE).read_bytes() == before


def test_a_folder_in_its_place_is_set_aside(home: Home) -> None:
    home.path.mkdir(parents=True)
    (home.path / "brev.txt").write_text("hei")
    binder, notice = home.open()
    assert notice is not None
    assert notice.text == TEXT
    assert (home.data / ASIDE / "brev.txt").read_text() == "hei"
    use_everything(binder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_its_place_does_not_hang(home: Home) -> None:
    home.data.mkdir()
    os.mkfifo(home.path)
    _, notice = home.open()
    assert notice is not None
    assert notice.kind == "unreadable"


def test_two_in_one_minute_keep_both(home: Home) -> None:
    home.data.mkdir()
    for content in (b"first", b"second", b"third"):
        home.path.write_bytes(content)
        binder, _ = home.open()
        binder.close()
    kept = {item.read_bytes() for item in home.data.glob("binder-unreadable-*")}
    assert kept == {b"first", b"second", b"third"}


def test_the_journal_goes_with_it(home: Home) -> None:
    home.data.mkdir()
    home.path.write_bytes(b"no database")
    home.path.with_name("binder.sqlite-journal").write_bytes(b"its journal")
    _, notice = home.open()
    assert notice is not None
    assert (home.data / f"{ASIDE}-journal").read_bytes() == b"its journal"


def test_an_empty_file_is_a_binder_never_begun(home: Home) -> None:
    home.data.mkdir()
    home.path.touch()
    binder, notice = home.open()
    assert notice is None
    use_everything(binder)


def test_a_mistake_of_the_program_sets_nothing_aside(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = home.filled()

    def mistaken(connection: sqlite3.Connection) -> int:
        connection.close()
        connection.execute("SELECT 1")
        return 0

    monkeypatch.setattr("feltperm.binder.health.applied_steps", mistaken)
    with pytest.raises(sqlite3.ProgrammingError):
        home.open()
    assert home.path.read_bytes() == before


def test_a_lost_schema_is_damage_not_a_crash(home: Home) -> None:
    home.filled()
    with closing(sqlite3.connect(home.path)) as connection:
        connection.execute("ALTER TABLE sites RENAME TO sitez")
    _, notice = home.open()
    assert notice is not None
    assert notice.kind == "unreadable"


def test_a_byte_that_is_no_letter_does_not_hide_the_list(home: Home) -> None:
    home.filled()
    data = home.path.read_bytes().replace(b"Legevakt", b"Legev\xffkt")
    home.path.write_bytes(data)
    binder, notice = home.open()
    assert notice is None
    assert [item.title for item in binder.favourites.list()] == ["AMK 113", "Legev\ufffdkt"]


def test_a_newer_binder_is_left_alone(home: Home) -> None:
    home.filled()
    with closing(sqlite3.connect(home.path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('binder', 'drawers')"
        )
        connection.execute(f"PRAGMA user_version = {len(NAMES) + 1}")
        connection.commit()
    before = home.path.read_bytes()
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "newer"
    assert notice.text == "Permen er laget av en nyere utgave av Feltperm. Den er ikke endret."
    with pytest.raises(BinderTooNew):
        binder.favourites.add(favourite("a"))
    binder.close()
    assert home.path.read_bytes() == before
    assert sorted(item.name for item in home.data.iterdir()) == ["binder.sqlite"]


def test_a_file_in_place_of_the_folder_is_a_read_only_home(home: Home) -> None:
    home.data.write_text("not a folder")
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "read_only"
    assert notice.text == (
        "Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter."
    )
    assert binder.favourites.list() == ()
    assert not binder.writable
    for _ in range(2):
        with pytest.raises(ReadOnly):
            binder.favourites.add(favourite("a"))
    assert binder.favourites.list() == ()
    assert home.data.read_text() == "not a folder"


def test_a_read_only_binder_can_be_read(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = home.filled()
    # Root sees no permission bits, so the file is opened as on a read-only disk.
    monkeypatch.setattr(
        "feltperm.binder.connection.file_uri", lambda path, mode: file_uri(path, "ro")
    )
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "read_only"
    assert [item.id for item in binder.favourites.list()] == ["svc-113", "svc-legevakt"]
    assert [site.name for site in binder.sites.list()] == ["Feltstasjonen"]
    for write in (
        lambda: binder.favourites.remove("national", "svc-113"),
        lambda: binder.sites.remove("Feltstasjonen"),
        lambda: binder.settings.set("municipality", "0301"),
        lambda: binder.restore(home.path, NOW),
    ):
        with pytest.raises(ReadOnly):
            write()
    assert home.path.read_bytes() == before


def test_a_folder_that_takes_no_journal_is_read_only(home: Home) -> None:
    before = home.filled()
    # A folder where the journal should be: what SQLite meets in a folder it may not write to.
    (home.data / "binder.sqlite-journal").mkdir()
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind in ("read_only", "unreachable")
    with pytest.raises(Condition):
        binder.favourites.add(favourite("a"))
    assert home.path.read_bytes() == before


def test_an_unreadable_binder_that_cannot_be_moved_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.data.mkdir()
    home.path.write_bytes(b"no database")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    binder, notice = home.open()
    assert notice is not None
    assert notice.text == "Permen kunne ikke leses. Den er ikke rørt."
    assert notice.set_aside is None
    with pytest.raises(ReadOnly):
        binder.favourites.add(favourite("a"))
    assert home.path.read_bytes() == b"no database"


def test_a_binder_held_by_another_process_is_shown_empty_and_not_replaced(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = home.filled()
    monkeypatch.setattr("feltperm.binder.connection.BUSY_MS", 20)
    with closing(sqlite3.connect(home.path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        binder, notice = home.open()
        assert notice is not None
        assert notice.kind == "busy"
        with pytest.raises(Condition, match="i bruk"):
            binder.favourites.add(favourite("a"))
    assert home.path.read_bytes() == before
    assert not list(home.data.glob("binder-unreadable-*"))


def test_a_write_that_waits_too_long_says_so_and_the_next_one_works(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltperm.binder.connection.BUSY_MS", 20)
    binder, _ = home.open()
    with closing(sqlite3.connect(home.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Condition, match="Ingenting er endret"):
            binder.favourites.add(favourite("a"))
    binder.favourites.add(favourite("a"))
    assert binder.favourites.count() == 1


def test_two_first_starts_at_once_make_one_binder(home: Home) -> None:
    together = Barrier(2)

    def start(id: str) -> Notice | None:
        together.wait(10)
        binder, notice = open_binder(home.path, home.backups, NOW)
        with binder:
            binder.favourites.add(favourite(id))
        return notice

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(start, ["a", "b"])) == [None, None]
    assert {item.id for item in home.open()[0].favourites.list()} == {"a", "b"}


def test_a_binder_that_another_process_has_just_replaced_is_not_set_aside(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.data.mkdir()
    home.path.write_bytes(b"no database")
    other = Home(home.data.parent)

    def slower(path: Path) -> tuple[sqlite3.Connection, int]:
        monkeypatch.undo()
        quicker, _ = other.open()
        quicker.favourites.add(favourite("theirs"))
        raise BinderDamaged("as it was a moment ago")

    monkeypatch.setattr("feltperm.binder.opening.open_checked", slower)
    binder, notice = home.open()
    other.close()
    assert notice is None
    assert [item.id for item in binder.favourites.list()] == ["theirs"]
    assert len(list(home.data.glob("binder-unreadable-*"))) == 1


def test_a_name_with_odd_characters_opens(tmp_path: Path) -> None:
    folder = tmp_path / "Ærlig & 100 %? #1 'ø'"
    folder.mkdir()
    home = Home(folder)
    home.filled()
    binder, notice = home.open()
    assert notice is None
    assert binder.favourites.count() == 2
    home.close()


def test_addresses_of_files_are_those_sqlite_understands() -> None:
    assert file_uri(PureWindowsPath(r"C:\Users\Åse\a b.sqlite"), "ro") == (
        "file:///C:/Users/%C3%85se/a%20b.sqlite?mode=ro"
    )
    # Two more slashes, or SQLite takes the server for a host and refuses.
    assert file_uri(PureWindowsPath(r"\\server\home\b.sqlite"), "rw") == (
        "file:////server/home/b.sqlite?mode=rw"
    )


def opens_or_is_set_aside(changed: bytes) -> None:
    """The promise: nothing but conditions come out, and the bytes found are still somewhere."""
    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.data.mkdir()
        home.path.write_bytes(changed)
        binder, notice = home.open()
        if notice is None:
            use_everything(binder)
        elif notice.set_aside:
            assert notice.set_aside.read_bytes() == changed
            use_everything(binder)
        else:
            assert home.path.read_bytes() == changed
            assert not binder.writable
            assert notice.kind == "newer"
        home.close()


FILES = Path(__file__).parent / "files"
WHOLE = (FILES / f"binder-version-{len(NAMES)}.sqlite").read_bytes()
#: One that has yet to be migrated, with the damage that it has.
OLD = (FILES / "binder-version-3.sqlite").read_bytes()


def used(whole: bytes) -> list[int]:
    """Most of a small database is empty space, where a flip says nothing."""
    return [place for place, byte in enumerate(whole) if byte]


def flipped(flips: list[tuple[int, int]], whole: bytes = WHOLE) -> bytes:
    changed = bytearray(whole)
    for place, bit in flips:
        changed[place] ^= 1 << bit
    return bytes(changed)


def places(where: st.SearchStrategy[int]) -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(where, st.integers(0, 7)), min_size=1, max_size=4)


@given(flips=places(st.integers(0, 99)))
@settings(deadline=None, max_examples=150)
def test_flipped_bits_in_the_header(flips: list[tuple[int, int]]) -> None:
    opens_or_is_set_aside(flipped(flips))


@given(flips=places(st.sampled_from(used(WHOLE))))
@settings(deadline=None, max_examples=150)
def test_flipped_bits_anywhere(flips: list[tuple[int, int]]) -> None:
    opens_or_is_set_aside(flipped(flips))


@given(flips=places(st.sampled_from(used(OLD))))
@settings(deadline=None, max_examples=150)
def test_flipped_bits_in_one_that_is_yet_to_be_migrated(flips: list[tuple[int, int]]) -> None:
    opens_or_is_set_aside(flipped(flips, OLD))


@pytest.mark.parametrize("name", [b"favourites", b"sites", b"table", b"migration_set", b"added_at"])
def test_a_name_hit_in_an_old_schema_is_seen_before_it_is_migrated(name: bytes) -> None:
    changed = OLD.replace(name, name[:-1] + bytes([name[-1] ^ 0x20]))
    assert changed != OLD
    opens_or_is_set_aside(changed)


@given(length=st.integers(0, len(WHOLE) - 1))
@settings(deadline=None, max_examples=60)
def test_cut_off_anywhere(length: int) -> None:
    opens_or_is_set_aside(WHOLE[:length])


def test_damage_in_an_index_is_seen_at_the_start_and_not_in_the_middle_of_work() -> None:
    key = WHOLE.rindex(b"municipality")  # the one in the index of the settings
    opens_or_is_set_aside(WHOLE[:key] + b"\xff" * 12 + WHOLE[key + 12 :])


def test_the_notice_names_the_backups_that_can_be_restored(home: Home) -> None:
    home.filled()
    binder, _ = home.open(datetime(2026, 11, 24, 8, 0))
    binder.close()
    (home.backups / "binder-2026-11-23.sqlite").write_bytes(b"rotten")
    home.path.write_bytes(b"no database")
    binder, notice = home.open()
    assert notice is not None
    assert [backup.name for backup in notice.backups] == ["binder-2026-11-24.sqlite"]
    assert binder.favourites.list() == ()
    binder.restore(notice.backups[0].path, NOW)
    assert [item.id for item in binder.favourites.list()] == ["svc-113", "svc-legevakt"]


def test_a_deleted_binder_with_backups_is_not_passed_over_in_silence(home: Home) -> None:
    home.filled()
    home.open()[0].close()
    home.path.unlink()
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "missing"
    assert [backup.name for backup in notice.backups] == ["binder-2026-11-25.sqlite"]
    assert binder.writable


@pytest.mark.parametrize("content", [None, b"", b"hei", b"\0" * 8192])
def test_looking_into_a_binder_changes_nothing_whatever_lies_there(
    home: Home, content: bytes | None
) -> None:
    """Who looks has nobody to tell: what is set aside there would be missed by its owner."""
    home.data.mkdir()
    if content is not None:
        home.path.write_bytes(content)
    with look_into_binder(home.path, home.data / "backups") as binder:
        assert binder.own_records.list() == ()
        assert not binder.writable
    left = {item.name: item.read_bytes() for item in home.data.iterdir()}
    assert left == ({} if content is None else {"binder.sqlite": content})


def test_looking_into_a_binder_sees_what_it_holds(home: Home) -> None:
    home.filled()
    before = home.path.read_bytes()
    with look_into_binder(home.path, home.data / "backups") as binder:
        assert binder.favourites.list() != ()
        with pytest.raises(ReadOnly):
            binder.settings.set("municipality", "0301")
    assert home.path.read_bytes() == before
