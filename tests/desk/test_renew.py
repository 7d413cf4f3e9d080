"""The library of the content to come: made of the one in use, equal to one built from nothing."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY, TRONDHEIM
from catalogue.test_library import everything
from feltperm.catalogue import build, schema
from feltperm.catalogue.build import build_library, library_name
from feltperm.catalogue.records import (
    Alert,
    Area,
    Guidance,
    Pack,
    PackHeader,
    Phone,
    Record,
    Service,
    ServiceChange,
)
from feltperm.desk.content import start
from feltperm.desk.content.content import with_installed, with_pack
from feltperm.desk.content.libraries import clear
from feltperm.desk.content.start import Content, open_library, renew_library
from feltperm.desk.updates import renew
from feltperm.errors import Condition, ContentDamaged, DiskFull, ReadOnly, UnfitPack
from feltperm.packs.disk.store import Installed, Store
from feltperm.packs.format import decode, encode, read_pack
from feltperm.search import SearchIndex

SENDER, OTHER = "0a1b2c3d", "ffff0000"
LOCAL = Area(municipalities=(TRONDHEIM,))


def written(seq: int, records: tuple[Record, ...], name: str = "national") -> bytes:
    header = PackHeader(
        format=1, pack=name, seq=seq, published=f"2026-11-{seq:02}", publisher="F",
        languages=("nb",),
    )  # fmt: skip
    return encode(header, records)


def services(seq: int, count: int = 40) -> tuple[Record, ...]:
    """Services of which each version changes every tenth."""
    return tuple(
        Service(
            id=f"svc-{n:02}",
            title={"nb": f"Tilbud {n}"},
            phones=(Phone(number=str(22400000 + n + (seq if n % 10 == 0 else 0))),),
        )
        for n in range(count)
    )


class Home:
    """A program with its bundled pack, and a profile with what its sources brought."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "packs")
        self.bare = Content(
            pack=folder / "compiled" / "national.jsonl",
            prebuilt=folder / "compiled",
            cache=folder / "cache",
            index=SearchIndex(),
            geography=lambda: GEOGRAPHY,
        )
        self.bare.prebuilt.mkdir(parents=True)
        self.bundle(1)

    def bundle(self, seq: int) -> None:
        """Ship another pack with the program, and its library."""
        self.bare.pack.write_bytes(written(seq, services(seq)))
        made = [read_pack(self.bare.pack)]
        target = self.bare.prebuilt / library_name(made, self.bare.index)
        build_library(target, made, self.bare.index, GEOGRAPHY)

    @property
    def content(self) -> Content:
        return with_installed(self.bare, self.store)

    def bring(self, data: bytes, source: str = SENDER) -> Path:
        """Update as the desk does: the library is made before the version counts."""
        made: list[Path] = []
        before = self.content

        def prepare(new: Installed) -> None:
            made.append(renew_library(before, with_pack(before, new)))

        self.store.install(data, source, adopt=True, before=prepare)
        return made[0]

    def opened(self) -> dict[str, int]:
        """Open what there is, and return the seq of each pack."""
        opened = open_library(self.content)
        try:
            return {header.pack: header.seq for header in opened.headers}
        finally:
            opened.close()

    def cached(self) -> list[str]:
        return sorted(path.name for path in self.bare.cache.iterdir())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def forbid_building(patch: pytest.MonkeyPatch) -> None:
    def build(*_: object) -> None:
        pytest.fail("a whole library is built")

    patch.setattr(start, "build_library", build)
    patch.setattr(renew, "build_library", build)


def whole(home: Home, path: Path) -> bool:
    """Whether a library equals one built from nothing of what counts now."""
    content = home.content
    files = [*content.installed]
    if not any(file.parent.name == "national" for file in files):
        files.append(content.pack)
    target = path.with_name("whole.sqlite")
    packs = [*map(read_pack, files), *content.own_packs]
    build_library(target, packs, SearchIndex(), GEOGRAPHY)
    same = everything(path) == everything(target)
    target.unlink()
    return same


# --- made of the one in use -----------------------------------------------------------------------


def test_an_update_needs_no_build_from_the_bundled_library_on(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid_building(monkeypatch)
    for seq in (2, 3, 4):
        path = home.bring(written(seq, services(seq)))
        assert path.parent == home.bare.cache
        assert home.opened() == {"national": seq}
    assert whole(home, path)


def test_only_what_differs_is_read(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.bring(written(2, services(2)))
    data = written(3, services(3))
    monkeypatch.setattr(renew, "read_pack", lambda path: pytest.fail(f"{path} is read whole"))
    seen: list[int] = []

    def watched(source: Path, target: Path, old: list[Pack], new: list[Pack], *rest: Any) -> None:
        seen.extend(len(pack.records) for pack in (*old, *new))
        build.update_library(source, target, old, new, *rest)

    monkeypatch.setattr(renew, "update_library", watched)
    home.bring(data)
    assert seen == [4, 4]


def test_what_is_there_already_is_not_made_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home.bring(written(2, services(2)))
    forbid_building(monkeypatch)
    monkeypatch.setattr(renew, "update_library", lambda *_: pytest.fail("it is made again"))
    assert renew_library(home.content, home.content) == path
    bundled = renew_library(home.content, home.bare)
    assert bundled.parent == home.bare.prebuilt
    assert home.cached() == [path.name]


def test_going_back_finds_the_library_of_before(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.bring(written(2, services(2)))
    home.bring(written(3, services(3)))
    forbid_building(monkeypatch)
    monkeypatch.setattr(renew, "update_library", None)
    home.store.roll_back("national")
    assert home.opened() == {"national": 2}
    home.store.unpin("national")
    assert home.opened() == {"national": 3}


@pytest.mark.parametrize("lost", ["library", "pack", "library cut", "library wiped"])
def test_where_it_cannot_be_made_of_the_old_one_it_is_built(home: Home, lost: str) -> None:
    path = home.bring(written(2, services(2)))
    (held,) = home.store.installed()
    before = home.content
    if lost == "pack":
        held.path.write_bytes(b"")
    elif lost == "library":
        path.unlink()
    else:
        data = path.read_bytes()
        keep = len(data) // 2 if lost == "library cut" else 3 * 4096
        path.write_bytes(data[:keep] + (b"" if lost == "library cut" else bytes(len(data) - keep)))
    home.store.install(
        written(3, services(3)),
        SENDER,
        before=lambda new: renew_library(before, with_pack(before, new)),
    )
    assert home.opened() == {"national": 3}
    name = library_name([read_pack(home.content.installed[0])], home.bare.index)
    assert whole(home, home.bare.cache / name)


def test_progress_of_a_whole_build_is_told(home: Home) -> None:
    told: list[tuple[int, int]] = []
    content = replace(home.content, own=decode(written(1, services(1, 3), "local")))
    for path in home.bare.prebuilt.glob("*.sqlite"):
        path.unlink()
    renew_library(home.bare, content, lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 43), (43, 43))


def test_own_records_are_changed_without_a_build(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid_building(monkeypatch)
    old = home.content
    for seq in (1, 2):
        new = replace(home.content, own=decode(written(seq, services(seq, 3), "local")))
        path = renew_library(old, new)
        opened = open_library(new)
        assert opened.path == path
        assert opened.library.count() == 43
        opened.close()
        old = new


def test_a_damaged_bundled_pack_is_not_made_part_of_a_library(home: Home) -> None:
    home.bare.pack.write_bytes(home.bare.pack.read_bytes().replace(b"22400007", b"22400008"))
    with pytest.raises(ContentDamaged):
        home.bring(written(1, (Guidance(id="tk-a", title={"nb": "A"}),), "trondheim"))
    assert home.store.installed() == []
    assert home.opened() == {"national": 1}


# --- equal to one built from nothing --------------------------------------------------------------

nationals = st.builds(
    lambda emergency, country, critical, text, there: (
        Service(
            id="svc-legevakt",
            title={"nb": "Legevakt"},
            summary={"nb": text},
            category="emergency" if emergency else "",
            area=LOCAL,
        ),
        Service(
            id="svc-linje", title={"nb": "Linje"}, area=Area(country=True) if country else LOCAL
        ),
        Guidance(id="gd-overdose", title={"nb": "Overdose"}, critical=critical),
        *((Guidance(id="gd-ny", title={"nb": text}),) if there else ()),
        *(Service(id=f"svc-{n}", title={"nb": f"Sted {n}"}) for n in range(5)),
    ),
    *(st.booleans(),) * 3,
    st.sampled_from(["Døgnåpen", "Stengt"]),
    st.booleans(),
)
references = st.sampled_from(
    ["national/svc-legevakt", "national/svc-linje", "national/gd-overdose", "national/gd-ny",
     "national/svc-3", "national/gone", "svc-1", ""]
)  # fmt: skip
claims = st.lists(
    st.builds(
        lambda about, change, kind, critical: (
            Guidance(id="x", title={"nb": "Om"}, about=about, critical=critical)
            if kind
            else Alert(
                id="x",
                title={"nb": "Varsel"},
                about=about,
                changes=(ServiceChange(service=change, status="temporarily_closed"),),
            )
        ),
        references,
        references,
        st.booleans(),
        st.booleans(),
    ),
    max_size=4,
).map(lambda some: tuple(msgspec.structs.replace(one, id=f"tk-{n}") for n, one in enumerate(some)))
contents = st.tuples(nationals, st.none() | claims, st.none() | claims)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(old=contents, new=contents)
def test_what_is_made_of_the_old_one_equals_a_build(
    tmp_path_factory: pytest.TempPathFactory, old: Any, new: Any
) -> None:
    """Also where the national pack changes what the records of others may say."""
    home = Home(tmp_path_factory.mktemp("home"))

    def content(seq: int, some: Any) -> Content:
        national, other, own = some
        store = Store(home.bare.cache.parent / f"packs-{seq}")
        store.install(written(seq, national), SENDER, adopt=True)
        if other is not None:
            store.install(written(seq, other, "trondheim"), OTHER)
        made = None if own is None else decode(written(1, own, "local"))
        return replace(with_installed(home.bare, store), own=made)

    before, after = content(7, old), content(8, new)
    open_library(before).close()
    with pytest.MonkeyPatch.context() as patch:
        forbid_building(patch)
        path = renew_library(before, after)
    target = path.with_name("whole.sqlite")
    packs = [*map(read_pack, after.installed), *after.own_packs]
    build_library(target, packs, SearchIndex(), GEOGRAPHY)
    assert everything(path) == everything(target)


# --- what is kept ---------------------------------------------------------------------------------


def test_the_library_in_use_and_the_one_before_are_kept(home: Home) -> None:
    made = [home.bring(written(seq, services(seq))).name for seq in (2, 3, 4, 5)]
    assert home.cached() == sorted(made[-2:])


def test_an_old_library_that_is_held_open_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = home.bring(written(2, services(2)))
    home.bring(written(3, services(3)))
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "The process cannot access the file")
        unlink(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        home.bring(written(4, services(4)))
    assert held.name in home.cached()
    assert len(home.cached()) == 3
    home.bring(written(5, services(5)))
    assert len(home.cached()) == 2


def test_a_program_with_an_old_library_open_reads_on(home: Home) -> None:
    home.bring(written(2, services(2)))
    opened = open_library(home.content)
    for seq in (3, 4, 5):
        home.bring(written(seq, services(seq)))
    assert opened.library.count() == 40
    assert opened.headers[0].seq == 2
    opened.close()


def test_what_was_never_finished_goes_when_it_is_old(tmp_path: Path) -> None:
    for name, age in (("library-a.sqlite.1.part", 3700), ("library-b.sqlite.2.part", 3500)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "other.part").write_bytes(b"not ours")
    clear(tmp_path, {"library-c.sqlite"}, now=lambda: 1_000_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "library-b.sqlite.2.part",
        "other.part",
    ]
    clear(tmp_path / "gone", {"library-c.sqlite"})


def test_a_build_at_the_start_leaves_no_more_than_two(home: Home) -> None:
    store = home.store
    for seq in (2, 3, 4, 5):
        store.install(written(seq, services(seq)), SENDER, adopt=True)
        assert home.opened() == {"national": seq}
    assert len(home.cached()) == 2


# --- refused --------------------------------------------------------------------------------------


def fill(where: str, patch: pytest.MonkeyPatch) -> None:
    """Leave the disk no room at one place where a library is written."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    connect, rename = sqlite3.connect, Path.replace

    def small(*rest: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(*rest, **more)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {max(pages, 2)}")
        return connection

    def replace_file(path: Path, target: Path) -> Path:
        return refuse() or path if path.suffix == ".part" else rename(path, target)

    if where == "copy":
        patch.setattr(build.shutil, "copyfile", refuse)
    elif where == "database":
        patch.setattr(build.sqlite3, "connect", small)
    elif where == "sync":
        patch.setattr(build, "_to_disk", refuse)
    else:
        patch.setattr(Path, "replace", replace_file)


@pytest.mark.parametrize("where", ["copy", "database", "sync", "rename"])
def test_no_room_for_the_library_keeps_the_version_out(
    home: Home, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home.bring(written(2, services(2)))
    with monkeypatch.context() as patch:
        fill(where, patch)
        with pytest.raises(DiskFull):
            home.bring(written(3, services(3, 400)))
        assert home.opened() == {"national": 2}
    assert [Path(name).suffix for name in home.cached()] == [".sqlite"]
    home.bring(written(3, services(3, 400)))
    assert home.opened() == {"national": 3}


def test_what_cannot_stand_in_a_library_does_not_come_to_count(home: Home) -> None:
    """Text in two normal forms has no canonical form, and so no row."""
    good = written(1, (Guidance(id="tk-a", title={"nb": "A"}),), "trondheim")
    twice = '{"id":"tk-b","kind":"service","title":{"\u00e9":"x","e\u0301":"y"}}\n'
    with pytest.raises(UnfitPack) as caught:
        home.bring(good + twice.encode(), OTHER)
    assert caught.value.pack == "trondheim"
    assert home.store.installed() == []
    assert home.opened() == {"national": 1}
    home.bring(good, OTHER)
    assert home.opened() == {"national": 1, "trondheim": 1}


def test_what_was_unfit_before_does_not_hold_up_the_others(home: Home) -> None:
    twice = '{"id":"tk-b","kind":"service","title":{"\u00e9":"x","e\u0301":"y"}}\n'
    unfit = written(1, (Guidance(id="tk-a", title={"nb": "A"}),), "trondheim") + twice.encode()
    home.store.install(unfit, OTHER)
    own = (Service(id="eget", title={"nb": "x", "\u00e9": "x", "e\u0301": "y"}),)
    before = replace(
        home.content, own=Pack(header=decode_header("local"), records=own, sha256="unfit")
    )
    home.store.install(
        written(2, services(2)),
        SENDER,
        adopt=True,
        before=lambda new: renew_library(before, with_pack(before, new)),
    )
    assert home.opened() == {"national": 2}


def decode_header(name: str) -> PackHeader:
    return decode(written(1, (), name)).header


def test_two_records_with_one_row_are_found_out(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is not among what differs; the whole build names it."""
    real = schema.row_number

    def row_number(pack: str, record_id: str) -> int:
        return real("national", "svc-07") if record_id == "tk-a" else real(pack, record_id)

    monkeypatch.setattr(schema, "row_number", row_number)
    with pytest.raises(UnfitPack) as caught:
        home.bring(written(1, (Guidance(id="tk-a", title={"nb": "A"}),), "trondheim"), OTHER)
    assert caught.value.pack == "trondheim"
    assert home.opened() == {"national": 1}


# --- what counts ----------------------------------------------------------------------------------


def test_the_higher_of_bundled_and_installed_counts_unless_the_user_went_back(home: Home) -> None:
    home.bring(written(2, services(2)))
    home.bring(written(4, services(4)))
    home.bundle(3)
    assert home.opened() == {"national": 4}
    home.store.roll_back("national")
    assert home.opened() == {"national": 2}, "below the bundled one, because he said so"
    opened = open_library(home.content)
    (notice,) = opened.notices
    assert notice.text == (
        "Du har gått tilbake til innholdet fra 2. november 2026. Nyere tas ikke i bruk av seg selv."
    )
    opened.close()
    home.bundle(5)
    assert home.opened() == {"national": 2}
    home.store.unpin("national")
    assert home.opened() == {"national": 5}
    assert open_library(home.content).notices == ()


def test_going_back_to_the_bundled_one_is_said_too(home: Home) -> None:
    home.bring(written(4, services(4)))
    home.store.roll_back("national", to_bundled=True)
    opened = open_library(home.content)
    assert [header.seq for header in opened.headers] == [1]
    assert [one.text[:41] for one in opened.notices] == [
        "Du har gått tilbake til innholdet fra 1. "
    ]
    opened.close()


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (DiskFull("Full.", "why"), "Disken er full"),
        (ReadOnly("Nei.", "why"), "Nytt innhold kan ikke lagres"),
        (ContentDamaged("Nei.", "why"), "Nytt innhold kan ikke lagres"),
    ],
)
def test_where_none_can_be_made_the_newest_library_there_is_goes_on(
    home: Home, monkeypatch: pytest.MonkeyPatch, refusal: Condition, text: str
) -> None:
    home.bring(written(2, services(2)))
    home.bring(written(3, services(3)))
    home.store.install(written(4, services(4)), SENDER)

    def refuse(*_: object) -> None:
        raise refusal

    with monkeypatch.context() as patch:
        patch.setattr(start, "build_library", refuse)
        opened = open_library(home.content)
        assert [header.seq for header in opened.headers] == [3]
        (notice,) = opened.notices
        assert notice.text == f"{text}. Innholdet fra 3. november 2026 er i bruk så lenge."
        assert notice.detail == "why"
        opened.close()
    assert home.opened() == {"national": 4}
