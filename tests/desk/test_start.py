"""Opening the content: cheap when it is there, built when it is not, and never a dead end."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Geography, Municipality
from feltperm.catalogue.build import build_library, library_name
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import PackHeader, Phone, Record, Service
from feltperm.desk.content import start
from feltperm.desk.content.start import Content, OpenedLibrary, open_library
from feltperm.errors import ContentDamaged, DiskFull, ReadOnly
from feltperm.packs.disk.store import install, installed
from feltperm.packs.format import encode, read_pack


class TitleWriter:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, row: int, record: Record) -> None:
        self._connection.execute("INSERT INTO title VALUES (?, ?)", (row, record.title["nb"]))

    def remove(self, row: int, record: Record) -> None:
        self._connection.execute("DELETE FROM title WHERE row = ?", (row,))

    def finish(self) -> None:
        self._connection.execute("ANALYZE")


class Titles:
    """The smallest index: one table of titles."""

    def __init__(self, format: str = "titles-1") -> None:
        self.format = format

    def create(self, connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE title (row INTEGER PRIMARY KEY, title TEXT)")

    def writer(self, connection: sqlite3.Connection, geography: Geography) -> TitleWriter:
        return TitleWriter(connection)


GEOGRAPHY = Geography(
    [
        Municipality(
            number="5001", name="Trondheim", county="Trøndelag", health_region="Midt",
            lat=63.4, lon=10.4,
        )
    ]
)  # fmt: skip


def pack(seq: int = 1, published: str = "2026-11-25", phone: str = "22400040") -> bytes:
    header = PackHeader(
        format=1, pack="national", seq=seq, published=published, publisher="F", languages=("nb",)
    )
    return encode(
        header,
        [
            Service(
                id=f"svc-{number:03}",
                title={"nb": f"Tilbud {number}"},
                phones=(Phone(number=phone, display=phone),),
            )
            for number in range(250)
        ],
    )


class Installation:
    """A program folder with pack and prebuilt library, and a profile's cache."""

    def __init__(self, folder: Path) -> None:
        self.content = Content(
            pack=folder / "compiled" / "national.jsonl",
            prebuilt=folder / "compiled",
            cache=folder / "profile" / "cache",
            index=Titles(),
            geography=lambda: GEOGRAPHY,
        )
        self.content.prebuilt.mkdir()
        self.content.pack.write_bytes(pack())
        self.name = library_name([read_pack(self.content.pack)], self.content.index)
        self.prebuilt = self.content.prebuilt / self.name
        self.cached = self.content.cache / self.name
        self._opened: list[OpenedLibrary] = []

    def prebuild(self) -> None:
        packs = [read_pack(self.content.pack)]
        build_library(self.prebuilt, packs, self.content.index, GEOGRAPHY)

    def open(self, **options: object) -> OpenedLibrary:
        opened = open_library(self.content, **options)  # type: ignore[arg-type]
        self._opened.append(opened)
        return opened

    def close(self) -> None:
        for opened in self._opened:
            opened.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Installation]:
    home = Installation(tmp_path)
    yield home
    home.close()


def phone_of(opened: OpenedLibrary) -> str:
    entry = opened.library.find("svc-007")
    assert entry is not None
    assert isinstance(entry.record, Service)
    return entry.record.phones[0].number


def test_the_prebuilt_library_is_opened_without_parsing_or_building(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.prebuild()
    monkeypatch.setattr(start, "read_pack", None)
    monkeypatch.setattr(start, "build_library", None)
    home.content = replace(home.content, geography=lambda: pytest.fail("geography was read"))
    opened = home.open()
    assert opened.path == home.prebuilt
    assert opened.notices == ()
    assert [header.pack for header in opened.headers] == ["national"]
    assert phone_of(opened) == "22400040"
    assert not home.content.cache.exists()


def test_without_a_library_one_is_built_in_the_cache_with_progress(home: Installation) -> None:
    told: list[tuple[int, int]] = []
    opened = home.open(progress=lambda done, total: told.append((done, total)))
    assert opened.path == home.cached
    assert opened.notices == ()
    assert told[0] == (0, 250)
    assert told[-1] == (250, 250)
    assert sorted(item.name for item in home.content.cache.iterdir()) == [home.name]


def test_the_second_start_finds_what_the_first_built(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.open()
    monkeypatch.setattr(start, "build_library", None)
    assert home.open().path == home.cached


def test_a_stopped_build_leaves_nothing_behind(home: Installation) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        home.open(progress=stop)
    assert list(home.content.cache.iterdir()) == []
    assert home.open().path == home.cached


def test_a_new_index_format_is_built_anew(home: Installation) -> None:
    home.prebuild()
    home.content = replace(home.content, index=Titles("titles-2"))
    opened = home.open()
    assert opened.path.parent == home.content.cache
    assert opened.path.name != home.name
    assert opened.notices == ()


def test_a_new_release_is_built_beside_an_old_prebuilt_library(home: Installation) -> None:
    home.prebuild()
    home.content.pack.write_bytes(pack(seq=2, published="2026-12-01", phone="73000000"))
    opened = home.open()
    assert opened.path.parent == home.content.cache
    assert opened.notices == ()
    assert phone_of(opened) == "73000000"


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(
            {
                "empty": b"",
                "cut in half": data[: len(data) // 2],
                "not whole by a byte": data[:-1],
                "garbage": b"\xa5" * len(data),
                "flipped in the header": bytes([data[0] ^ 1]) + data[1:],
            }[how]
        )


DAMAGE = ["missing", "empty", "cut in half", "not whole by a byte", "garbage"]


@pytest.mark.parametrize("how", [*DAMAGE, "flipped in the header"])
def test_a_damaged_prebuilt_library_is_replaced_by_one_in_the_cache(
    home: Installation, how: str
) -> None:
    home.prebuild()
    damage(home.prebuilt, how)
    opened = home.open()
    assert opened.path == home.cached
    assert opened.notices == ()
    assert opened.library.count() == 250


@pytest.mark.parametrize("how", [*DAMAGE, "flipped in the header"])
def test_a_damaged_cached_library_is_built_again(home: Installation, how: str) -> None:
    home.open().close()
    damage(home.cached, how)
    opened = home.open()
    assert opened.path == home.cached
    assert opened.library.count() == 250


def test_damage_found_while_reading_leads_to_a_sound_library(home: Installation) -> None:
    home.prebuild()
    data = home.prebuilt.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    # What opening reads is whole; the page at the root of all records is wiped.
    with closing(sqlite3.connect(home.prebuilt)) as file:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'record'"
        end = file.execute(sql).fetchone()[0] * size
    home.prebuilt.write_bytes(data[: end - size] + bytes(size) + data[end:])
    with pytest.raises(ContentDamaged):
        home.open().library.entries(limit=500)
    again = home.open(distrusted={home.prebuilt})
    assert again.path == home.cached
    assert len(again.library.entries(limit=500)) == 250
    later = home.open()
    assert later.path == home.cached, "the sound one comes first from now on"


def test_a_distrusted_library_in_the_cache_is_built_over(home: Installation) -> None:
    opened = home.open()
    opened.close()
    whole = home.cached.stat().st_size
    home.cached.write_bytes(home.cached.read_bytes() + b"damage that opening does not see")
    again = home.open(distrusted={home.cached})
    assert again.path == home.cached
    assert home.cached.stat().st_size == whole


def test_a_distrusted_library_in_the_cache_is_not_met_again(home: Installation) -> None:
    home.prebuild()
    home.content.cache.mkdir(parents=True, exist_ok=True)
    home.cached.write_bytes(home.prebuilt.read_bytes())
    home.open(distrusted={home.cached}).close()
    assert not home.cached.exists()
    assert home.open().path == home.prebuilt


def test_when_both_libraries_are_distrusted_one_is_built(home: Installation) -> None:
    home.prebuild()
    home.content.cache.mkdir(parents=True, exist_ok=True)
    home.cached.write_bytes(home.prebuilt.read_bytes())
    opened = home.open(distrusted={home.cached, home.prebuilt})
    assert opened.path == home.cached
    assert opened.library.count() == 250


@pytest.mark.parametrize("how", [*DAMAGE, "folder"])
def test_a_damaged_pack_beside_a_whole_library_is_passed_over(home: Installation, how: str) -> None:
    home.prebuild()
    damage(home.content.pack, how)
    opened = home.open()
    assert opened.path == home.prebuilt
    (notice,) = opened.notices
    assert notice.text == "Innholdet var skadet. Vi bruker det fra 25. november 2026."
    assert notice.detail
    assert opened.library.count() == 250


def test_a_flipped_digit_in_the_pack_is_found_out(home: Installation) -> None:
    home.prebuild()
    changed = home.content.pack.read_bytes().replace(b"22400040", b"22400041")
    home.content.pack.write_bytes(changed)
    opened = home.open()
    assert phone_of(opened) == "22400040"
    assert opened.notices[0].text.startswith("Innholdet var skadet.")
    assert "not the bytes of its release" in opened.notices[0].detail


def test_a_damaged_pack_beside_a_cached_library_is_passed_over(home: Installation) -> None:
    home.open().close()
    damage(home.content.pack, "cut in half")
    opened = home.open()
    assert opened.path == home.cached
    assert len(opened.notices) == 1


def test_a_library_under_a_wrong_name_does_not_stand_in(home: Installation) -> None:
    home.prebuild()
    home.prebuilt.rename(home.content.prebuilt / "library-0123456789abcdef.sqlite")
    damage(home.content.pack, "cut in half")
    with pytest.raises(ContentDamaged):
        home.open()


@pytest.mark.parametrize("how", DAMAGE)
def test_with_pack_and_library_damaged_it_says_what_still_works(
    home: Installation, how: str
) -> None:
    home.prebuild()
    damage(home.prebuilt, how)
    damage(home.content.pack, how)
    with pytest.raises(ContentDamaged) as caught:
        home.open()
    assert str(caught.value) == (
        "Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg."
    )
    assert "national.jsonl" in caught.value.detail


def test_a_cache_that_takes_nothing_means_a_temporary_library(home: Installation) -> None:
    home.content.cache.parent.mkdir()
    home.content.cache.write_text("a file in place of the folder")
    opened = home.open()
    assert opened.temporary is not None
    assert opened.path.parent == opened.temporary
    assert opened.library.count() == 250
    (notice,) = opened.notices
    assert notice.text == "Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid."
    opened.close()
    opened.close()
    assert not opened.temporary.exists()
    assert home.content.cache.read_text() == "a file in place of the folder"


@pytest.mark.parametrize("refusal", [ReadOnly("Kan ikke lagre her."), DiskFull("Full.")])
def test_the_same_where_the_cache_is_read_only_or_full(
    home: Installation, monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    def build(target: Path, *rest: object) -> None:
        if target.parent == home.content.cache:
            raise refusal
        build_library(target, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(start, "build_library", build)
    opened = home.open()
    assert opened.temporary is not None
    assert opened.library.count() == 250


def test_no_room_anywhere_is_said_and_leaves_nothing(
    home: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[Path] = []

    def build(target: Path, *rest: object) -> None:
        made.append(target.parent)
        raise DiskFull("Disken er full. Ingenting er endret.")

    monkeypatch.setattr(start, "build_library", build)
    with pytest.raises(DiskFull):
        home.open()
    assert made[0] == home.content.cache
    assert not made[1].exists()


def test_what_another_process_has_built_meanwhile_is_used(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(target: Path, *rest: object) -> None:
        build_library(target, *rest)  # type: ignore[arg-type]
        raise ReadOnly("Kan ikke lagre her.", "held open")

    monkeypatch.setattr(start, "build_library", late)
    opened = home.open()
    assert opened.path == home.cached
    assert opened.notices == ()


BUILDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_start import Titles, GEOGRAPHY
from feltperm.desk.content.start import Content, open_library
pack, cache = Path(sys.argv[2]), Path(sys.argv[3])
sys.stdin.readline()
content = Content(pack, pack.parent, cache, Titles(), lambda: GEOGRAPHY)
opened = open_library(content)
print(opened.path, opened.library.count(), len(opened.notices), flush=True)
opened.close()
"""


def test_two_processes_that_build_at_once_both_get_a_whole_library(home: Installation) -> None:
    arguments = [str(Path(__file__).parent), str(home.content.pack), str(home.content.cache)]
    both = [
        subprocess.Popen(
            [sys.executable, "-c", BUILDER, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60)[0].split() for process in both]
    assert answers == [[str(home.cached), "250", "0"]] * 2
    assert [item.name for item in home.content.cache.iterdir()] == [home.name]
    with Library(home.cached) as library:
        assert library.count() == 250


def test_a_pack_in_a_folder_that_cannot_be_written_is_enough(
    home: Installation, tmp_path: Path
) -> None:
    """Nothing is ever written beside the program."""
    home.prebuild()
    before = sorted(item.name for item in home.content.prebuilt.iterdir())
    damage(home.prebuilt, "cut in half")
    home.open()
    assert sorted(item.name for item in home.content.prebuilt.iterdir()) == before
    shutil.rmtree(home.content.prebuilt)
    opened = home.open()
    assert opened.path == home.cached
    assert len(opened.notices) == 1


# --- installed packs --------------------------------------------------------------------------


def local(seq: int, name: str = "trondheim", title: str = "Lokalt tilbud") -> bytes:
    header = PackHeader(
        format=1, pack=name, seq=seq, published="2026-11-26", publisher="T", languages=("nb",)
    )
    return encode(header, [Service(id="tk-a", title={"nb": title})])


def beside(home: Installation, folder: Path, *packs: bytes) -> None:
    """Install packs into the profile of an installation."""
    for data in packs:
        install(folder / "packs", data)
    home.content = replace(home.content, installed=tuple(installed(folder / "packs")))


def test_an_installed_pack_stands_beside_the_bundled_one(
    home: Installation, tmp_path: Path
) -> None:
    home.prebuild()
    beside(home, tmp_path, local(1))
    opened = home.open()
    assert opened.path.parent == home.content.cache
    assert [header.pack for header in opened.headers] == ["national", "trondheim"]
    assert phone_of(opened) == "22400040"
    assert opened.library.find("tk-a") is not None
    assert home.open().path == opened.path


@pytest.mark.parametrize(("seq", "phone"), [(2, "73000000"), (1, "22400040")])
def test_of_bundled_and_installed_the_higher_seq_counts(
    home: Installation, tmp_path: Path, seq: int, phone: str
) -> None:
    beside(home, tmp_path, pack(seq, phone="73000000"))
    assert phone_of(home.open()) == phone


@pytest.mark.parametrize("damage", [b"", b"no header\n", b'{"format":0}\n'])
def test_a_damaged_installed_pack_is_said_and_the_rest_works(
    home: Installation, tmp_path: Path, damage: bytes
) -> None:
    beside(home, tmp_path, local(1))
    home.content.installed[0].write_bytes(damage)
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national"]
    assert ["Et lokalt innhold er skadet" in one.text for one in opened.notices] == [True]


def test_a_record_that_cannot_be_read_takes_its_own_pack_away_only(
    home: Installation, tmp_path: Path
) -> None:
    beside(home, tmp_path, local(1), local(1, "oslo"))
    path = home.content.installed[0]
    path.write_bytes(path.read_bytes() + b'{"kind":"none"}\n')
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national", "trondheim"]
    assert len(opened.notices) == 1


def test_each_damaged_pack_is_told_once(home: Installation, tmp_path: Path) -> None:
    beside(home, tmp_path, local(1, "bergen"), local(1, "oslo"), local(1))
    first, second, _ = home.content.installed
    first.write_bytes(b"no header\n")
    second.write_bytes(second.read_bytes() + b'{"kind":"none"}\n')
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national", "trondheim"]
    assert sorted(one.detail.partition(":")[0] for one in opened.notices) == sorted(
        (first.name, second.name)
    )


def test_a_pack_for_a_newer_program_is_not_called_damaged(
    home: Installation, tmp_path: Path
) -> None:
    beside(home, tmp_path, local(1))
    home.content.installed[0].write_bytes(b'{"format":99}\n')
    (notice,) = home.open().notices
    assert notice.text.startswith("Et lokalt innhold krever en nyere versjon av Feltperm")


def test_a_pack_whose_record_cannot_stand_in_a_library_is_passed_over(
    home: Installation, tmp_path: Path
) -> None:
    """Text in two normal forms has no canonical form, and so no row."""
    twice = '{"id":"tk-b","kind":"service","title":{"\u00e9":"x","e\u0301":"y"}}\n'
    beside(home, tmp_path, local(1) + twice.encode(), local(1, "oslo"))
    home.prebuild()
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national", "oslo"]
    (notice,) = opened.notices
    assert "trondheim/tk-b" in notice.detail
    assert phone_of(opened) == "22400040"


def test_a_pack_whose_record_takes_the_place_of_another_is_passed_over(
    home: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row numbers are 48 bits of a hash: whoever tries long enough finds two that are equal."""
    real = schema.row_number

    def row_number(pack: str, record_id: str) -> int:
        return real("national", "svc-007") if record_id == "tk-a" else real(pack, record_id)

    monkeypatch.setattr(schema, "row_number", row_number)
    beside(home, tmp_path, local(1))
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national"]
    assert "trondheim/tk-a" in opened.notices[0].detail
    assert phone_of(opened) == "22400040"


def test_nobody_elses_pack_passes_for_what_the_user_has_written(
    home: Installation, tmp_path: Path
) -> None:
    beside(home, tmp_path, local(1, "local"))
    opened = home.open()
    assert [header.pack for header in opened.headers] == ["national"]
    assert len(opened.notices) == 1


def test_the_day_of_what_is_used_instead_is_that_of_the_national_content(
    home: Installation, tmp_path: Path
) -> None:
    beside(home, tmp_path, local(1))
    home.open().close()
    damage(home.content.pack, "cut in half")
    (notice,) = home.open().notices
    assert notice.text == "Innholdet var skadet. Vi bruker det fra 25. november 2026."
