"""Packs on disk: what counts as the current version, whatever happened to the files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from feltperm.errors import Condition, ContentDamaged, NotFound, UpdateFailed
from feltperm.packs.disk.store import Installed, Store, install, installed
from feltperm.packs.format import read_pack
from packs.packs_on_disk import OTHER, SENDER, bring, counting, pack, seqs_told, told, unfinished


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder)


def files(folder: Path) -> list[str]:
    """The files of the pack, but for those that only say what counts."""
    return sorted(path.name for path in (folder / "trondheim").iterdir())


def why(caught: pytest.ExceptionInfo[UpdateFailed]) -> str:
    return caught.value.why


# --- finding what counts ------------------------------------------------------------------------


def test_nothing_is_installed_where_there_is_no_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "gone")
    assert store.installed() == []
    assert store.current("trondheim") is None
    assert store.previous("trondheim") is None
    assert store.changes("trondheim") == []
    assert store.owner("trondheim") == ""
    assert store.pinned() == frozenset()
    assert not (tmp_path / "gone").exists(), "looking writes nothing"


def test_each_pack_has_one_current_file_named_after_its_content(folder: Path, store: Store) -> None:
    bring(store, 1, "oslo")
    first, second = bring(store, 1), bring(store, 2)
    assert first.exists()
    assert second.read_bytes() == pack(2)
    assert counting(store) == [("oslo", 1), ("trondheim", 2)]
    assert installed(folder) == [one.path for one in store.installed()]
    digest = read_pack(second).sha256
    assert store.current("trondheim") == Installed("trondheim", 2, digest, second, SENDER)
    assert second.name == f"2-{digest[:16]}.jsonl"


def test_a_pointer_of_one_line_is_read_as_the_first_programs_wrote_it(
    folder: Path, store: Store
) -> None:
    old = bring(store, 1)
    bring(store, 2)
    for text in (old.name, f"{old.name}\n"):
        (old.parent / "current").write_text(text, encoding="utf-8")
        assert counting(store) == [("trondheim", 1)]
        assert store.pinned() == frozenset()
    (old.parent / "source").unlink()
    assert store.owner("trondheim") == ""
    assert bring(store, 3).exists()
    assert store.owner("trondheim") == SENDER


def test_a_sample_is_installed_as_before(folder: Path) -> None:
    path = install(folder, pack(1))
    assert installed(folder) == [path]
    assert Store(folder).owner("trondheim") == ""
    assert (path.parent / "current").read_text(encoding="utf-8").splitlines()[0] == path.name


@pytest.mark.parametrize(
    "pointer",
    [
        None,
        b"",
        b"\n",
        b"\xff\xfe",
        b"../../secret",
        b"9-0000.jsonl",
        b"10-0000000000000000.jsonl\npinned\n",
        b"x" * 10_000,
        "a folder",
    ],
    ids=[
        "missing", "empty", "a line end", "no text", "a path", "no name", "a missing file", "long",
        "a folder",
    ],
)  # fmt: skip
def test_without_a_pointer_the_newest_whole_file_counts(
    store: Store, pointer: bytes | str | None
) -> None:
    bring(store, 9)
    newest = bring(store, 10)
    place = newest.parent / "current"
    place.unlink()
    if isinstance(pointer, str):
        (place / "inside").mkdir(parents=True)
    elif pointer is not None:
        place.write_bytes(pointer)
    assert counting(store) == [("trondheim", 10)]
    assert store.pinned() == frozenset()
    bring(store, 11)
    assert counting(store) == [("trondheim", 11)]


def test_every_half_of_a_pointer_leads_to_a_whole_version(store: Store) -> None:
    old = bring(store, 1)
    bring(store, 2)
    store.roll_back("trondheim")
    pointer = old.parent / "current"
    whole = pointer.read_bytes()
    for length in range(len(whole)):
        pointer.write_bytes(whole[:length])
        assert counting(store) in ([("trondheim", 1)], [("trondheim", 2)])


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_damaged_file_is_passed_over_for_the_one_before(
    store: Store, damage: bytes | None
) -> None:
    bring(store, 1)
    newest = bring(store, 2)
    newest.write_bytes(newest.read_bytes()[:-1] if damage is None else damage)
    assert counting(store) == [("trondheim", 1)]
    assert newest.exists(), "looking deletes nothing"
    assert bring(store, 2) == newest
    assert counting(store) == [("trondheim", 2)]


def test_a_pack_with_no_whole_file_is_passed_over(store: Store) -> None:
    bring(store, 1).write_bytes(b"")
    bring(store, 1, "oslo")
    assert counting(store) == [("oslo", 1)]


@pytest.mark.parametrize("lost", ["current", "source", "work", "1-", "2-", "2.changes.json"])
def test_a_folder_that_is_partly_deleted_still_works(folder: Path, store: Store, lost: str) -> None:
    bring(store, 1)
    bring(store, 2)
    (folder / "trondheim" / "work").mkdir(exist_ok=True)
    for path in [one for one in (folder / "trondheim").iterdir() if one.name.startswith(lost)]:
        path.rmdir() if path.is_dir() else path.unlink()
    assert counting(store) == [("trondheim", 1 if lost == "2-" else 2)]
    assert store.owner("trondheim") == SENDER
    bring(store, 2)
    assert counting(store) == [("trondheim", 2)]
    assert seqs_told(store)[0] == 2
    bring(store, 3)
    assert counting(store) == [("trondheim", 3)]


def test_what_looks_like_a_version_and_is_no_file_is_passed_over(
    folder: Path, store: Store
) -> None:
    bring(store, 1)
    (folder / "trondheim" / "7-0123456789abcdef.jsonl").mkdir()
    if hasattr(os, "mkfifo"):  # it would be waited for
        os.mkfifo(folder / "trondheim" / "8-0123456789abcdef.jsonl")
    (folder / "not a pack").mkdir()
    (folder / "oslo").write_text("a file where a folder belongs", encoding="utf-8")
    assert counting(store) == [("trondheim", 1)]
    bring(store, 2)
    bring(store, 1, "oslo")
    assert counting(store) == [("oslo", 1), ("trondheim", 2)]


# --- installing ---------------------------------------------------------------------------------


def test_what_is_no_pack_is_not_installed(store: Store) -> None:
    bring(store, 1)
    with pytest.raises(ContentDamaged):
        store.install(b"not a pack\n", SENDER)
    assert counting(store) == [("trondheim", 1)]


@pytest.mark.parametrize("seq", [-1, 10**12])
def test_a_number_that_would_not_be_found_again_is_refused(store: Store, seq: int) -> None:
    bring(store, 1)
    with pytest.raises(ContentDamaged):
        bring(store, seq)
    assert counting(store) == [("trondheim", 1)]


def test_installing_the_current_version_touches_nothing(folder: Path, store: Store) -> None:
    bring(store, 1)
    path = bring(store, 2)

    def state() -> dict[str, tuple[int, int]]:
        return {
            str(one): (one.stat().st_ino, one.stat().st_mtime_ns)
            for one in [path.parent, *path.parent.iterdir()]
        }

    before = state()
    assert bring(store, 2, before=lambda _: pytest.fail("nothing is prepared")) == path
    assert state() == before


@pytest.mark.parametrize("seq", [1, 4, 5])
def test_what_is_not_newer_is_refused(store: Store, seq: int) -> None:
    bring(store, 5)
    other = pack(seq, records=2)
    with pytest.raises(UpdateFailed) as caught:
        store.install(other, SENDER)
    assert why(caught) == "rolled_back"
    assert counting(store) == [("trondheim", 5)]


def test_the_version_before_is_kept_and_older_ones_go(folder: Path, store: Store) -> None:
    for seq in range(1, 6):
        bring(store, seq)
    assert [name.partition("-")[0] for name in files(folder) if name.endswith(".jsonl")] == [
        "4",
        "5",
    ]
    before = store.previous("trondheim")
    assert before is not None
    assert before.seq == 4


def test_what_the_last_eight_updates_changed_is_kept(folder: Path, store: Store) -> None:
    for seq in range(1, 12):
        bring(store, seq)
    assert seqs_told(store) == [11, 10, 9, 8, 7, 6, 5, 4]
    assert len(list((folder / "trondheim").glob("*.changes.json"))) == 8
    assert store.changes("trondheim")[0] == told(11)


def test_the_file_is_in_its_place_before_it_counts(store: Store) -> None:
    bring(store, 1)
    seen: list[tuple[int, bytes, list[tuple[str, int]]]] = []

    def look(new: Installed) -> None:
        seen.append((new.seq, new.path.read_bytes(), counting(store)))

    bring(store, 2, before=look)
    assert seen == [(2, pack(2), [("trondheim", 1)])]


@pytest.mark.parametrize("first", [True, False])
def test_what_cannot_be_prepared_does_not_come_to_count(
    folder: Path, store: Store, first: bool
) -> None:
    if not first:
        bring(store, 1)

    def refuse(_: Installed) -> None:
        raise NotFound("Nei.")

    with pytest.raises(NotFound):
        bring(store, 2, before=refuse)
    assert counting(store) == ([] if first else [("trondheim", 1)])
    (folder / "trondheim" / "current").unlink(missing_ok=True)
    assert counting(store) == ([] if first else [("trondheim", 1)])
    bring(store, 2)
    assert counting(store) == [("trondheim", 2)]


# --- whose a pack is ----------------------------------------------------------------------------


def test_a_pack_belongs_to_the_source_that_first_brought_it(store: Store) -> None:
    bring(store, 1)
    for source in (OTHER, ""):
        with pytest.raises(UpdateFailed) as caught:
            store.install(pack(2), source)
        assert why(caught) == "foreign"
    with pytest.raises(UpdateFailed) as caught:
        store.install(pack(1), OTHER)
    assert why(caught) == "foreign"
    assert counting(store) == [("trondheim", 1)]
    assert store.owner("trondheim") == SENDER


def test_the_owner_is_known_when_one_of_the_two_places_is_lost(folder: Path, store: Store) -> None:
    bring(store, 1)
    for name in ("source", "current"):
        path = folder / "trondheim" / name
        kept = path.read_bytes()
        for damage in (b"", b"\xff", b"x" * 5000):
            path.write_bytes(damage)
            assert store.owner("trondheim") == SENDER
            with pytest.raises(UpdateFailed):
                store.install(pack(2), OTHER)
        path.write_bytes(kept)


def test_the_national_content_is_adopted_only_when_the_user_says_so(store: Store) -> None:
    with pytest.raises(UpdateFailed) as caught:
        bring(store, 7, "national")
    assert why(caught) == "foreign"
    assert counting(store) == []
    bring(store, 7, "national", adopt=True)
    bring(store, 8, "national")
    assert counting(store) == [("national", 8)]
    with pytest.raises(UpdateFailed) as caught:
        store.install(pack(9, "national"), OTHER, adopt=True)
    assert why(caught) == "foreign", "it has an owner now"


def test_a_sample_gives_way_to_the_source_that_brings_the_same(folder: Path) -> None:
    install(folder, pack(1))
    store = Store(folder)
    bring(store, 1)
    assert store.owner("trondheim") == SENDER


def test_nobody_sends_what_the_user_has_written(store: Store) -> None:
    with pytest.raises(UpdateFailed) as caught:
        bring(store, 1, "local", adopt=True)
    assert why(caught) == "foreign"


def test_removing_a_source_takes_its_packs_and_no_others(folder: Path, store: Store) -> None:
    bring(store, 1)
    bring(store, 1, "oslo")
    store.install(pack(1, "bergen"), OTHER)
    install(folder, pack(1, "sample"))
    assert store.remove(SENDER) == ["oslo", "trondheim"]
    assert counting(store) == [("bergen", 1), ("sample", 1)]
    assert store.remove(SENDER) == []
    assert store.remove("") == [], "samples are nobody's to remove"
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["bergen", "sample"]
    store.install(pack(1), OTHER)
    assert store.owner("trondheim") == OTHER


# --- going back ---------------------------------------------------------------------------------


def test_going_back_pins_until_a_newer_one_is_taken(store: Store) -> None:
    bring(store, 1)
    bring(store, 2)
    back = store.roll_back("trondheim")
    assert back is not None
    assert (back.seq, back.pinned) == (1, True)
    assert counting(store) == [("trondheim", 1)]
    assert store.pinned() == {"trondheim"}
    assert seqs_told(store) == [1], "what is not in use has changed nothing"
    newest = store.unpin("trondheim")
    assert newest is not None
    assert (newest.seq, newest.pinned) == (2, False), "it is on the disk still"
    assert counting(store) == [("trondheim", 2)]
    assert store.pinned() == frozenset()
    store.roll_back("trondheim")
    bring(store, 3)
    assert counting(store) == [("trondheim", 3)]
    assert store.pinned() == frozenset()


def test_tidying_keeps_what_one_may_go_to(folder: Path, store: Store) -> None:
    for seq in (1, 2):
        bring(store, seq)
    store.roll_back("trondheim")
    store.tidy()
    assert [name[0] for name in files(folder) if name.endswith(".jsonl")] == ["1", "2"]
    assert counting(store) == [("trondheim", 1)]


def test_there_is_nothing_to_go_back_to_from_the_first(store: Store) -> None:
    bring(store, 1)
    for name in ("trondheim", "oslo", "../trondheim", "", "Å"):
        with pytest.raises(NotFound):
            store.roll_back(name)
    with pytest.raises(NotFound):
        store.roll_back("../trondheim", to_bundled=True)
    assert counting(store) == [("trondheim", 1)]


def test_going_back_to_the_programs_own_copy(store: Store) -> None:
    bring(store, 7, "national", adopt=True)
    assert store.roll_back("national", to_bundled=True) is None
    assert store.installed() == []
    assert store.pinned_to_bundled("national")
    assert store.pinned() == {"national"}
    assert store.owner("national") == SENDER
    newest = store.unpin("national")
    assert newest is not None
    assert newest.seq == 7
    assert not store.pinned_to_bundled("national")


def test_the_programs_own_copy_can_be_kept_to_before_anything_came(store: Store) -> None:
    store.roll_back("national", to_bundled=True)
    assert store.pinned_to_bundled("national")
    assert store.unpin("national") is None
    assert not store.pinned_to_bundled("national")
    bring(store, 7, "national", adopt=True)
    assert counting(store) == [("national", 7)]


def test_a_pinned_version_that_is_damaged_gives_way_to_a_whole_one(store: Store) -> None:
    old = bring(store, 1)
    bring(store, 2)
    store.roll_back("trondheim")
    old.write_bytes(b"")
    assert counting(store) == [("trondheim", 2)]
    assert store.pinned() == frozenset(), "updates are not held up by what is gone"


# --- tidying, and links -------------------------------------------------------------------------


def test_what_was_never_finished_is_cleared_away(folder: Path, store: Store) -> None:
    bring(store, 1)
    work = folder / "trondheim" / "work"
    (work / "deep").mkdir(parents=True)
    (work / "2-0123456789abcdef.jsonl.part").write_bytes(b"half")
    (folder / ".removed-oslo").mkdir()
    (folder / ".removed-oslo" / "1-0123456789abcdef.jsonl").write_bytes(b"x")
    store.tidy()
    assert unfinished(folder) == []
    assert not (folder / ".removed-oslo").exists()
    assert counting(store) == [("trondheim", 1)]


def test_a_version_that_cannot_be_read_just_now_is_not_deleted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seq in (1, 2):
        bring(store, seq)
    held = store.current("trondheim")
    assert held is not None
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == held.path:
            raise PermissionError(13, "held by a scanner")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        store.tidy()
    assert counting(store) == [("trondheim", 2)]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_lead_no_change_out_of_the_folder(tmp_path: Path, folder: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("mine", encoding="utf-8")
    store = Store(folder)
    place = bring(store, 1).parent

    def link(name: str, target: Path) -> None:
        if (place / name).is_dir():
            (place / name).rmdir()
        (place / name).unlink(missing_ok=True)
        (place / name).symlink_to(target)

    link("work", outside)
    link("current", outside / "precious")
    link("source", outside / "precious")
    link("2.changes.json", outside / "precious")
    link(f"2-{'0' * 16}.jsonl", outside / "precious")
    bring(store, 2)
    bring(store, 3)
    assert counting(store) == [("trondheim", 3)]
    (folder / "oslo").symlink_to(outside, target_is_directory=True)
    (folder / ".removed-oslo").symlink_to(outside, target_is_directory=True)
    store.tidy()
    bring(store, 1, "oslo")
    store.remove(SENDER)
    assert [path.name for path in outside.iterdir()] == ["precious"]
    assert (outside / "precious").read_text(encoding="utf-8") == "mine"


def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file in its place", encoding="utf-8")
    store = Store(tmp_path / "packs")
    assert store.installed() == []
    with pytest.raises(Condition) as caught:
        bring(store, 1)
    assert str(caught.value).startswith("Kan ikke lagre")
