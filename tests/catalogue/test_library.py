"""Building and reading a library."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.samples import (
    GEOGRAPHY,
    ORLAND,
    OSLO,
    OWN,
    RECORDS,
    TRONDHEIM,
    built,
    guidance,
    pack,
)
from feltperm.catalogue.build import build_library, library_name, update_library
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import (
    Alert,
    Area,
    Guidance,
    Kind,
    Pack,
    Phone,
    Record,
    ServiceChange,
)
from feltperm.errors import ContentDamaged, NotFound, ReadOnly
from feltperm.search import SearchIndex
from feltperm.wording import Worded


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with built(tmp_path) as library:
        yield library


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of every table, and of the index term by term."""
    connection = sqlite3.connect(path)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        # Where the index keeps its bytes depends on the way there; what they say must not.
        if not name.startswith("words_") and name != "words"
    ]
    connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, words, instance)")
    content = {name: sorted(connection.execute(f"SELECT * FROM {name}")) for name in tables}
    content["words, term by term"] = sorted(connection.execute("SELECT * FROM temp.v"))
    content["words, lengths"] = sorted(connection.execute("SELECT * FROM words_docsize"))
    connection.close()
    assert len(content) > 10
    return content


def test_a_record_comes_back_as_it_went_in(library: Library) -> None:
    for record in RECORDS:
        entry = library.get(Ref("national", record.id))
        assert entry is not None
        assert entry.record == record
        assert entry.header.publisher == "Feltperm"
    assert library.get(Ref("local", "svc-113")) is None
    assert library.find("no-such-id") is None


def test_references_read_back() -> None:
    assert Ref.parse(str(Ref("national", "svc-113"))) == Ref("national", "svc-113")
    for text in ("svc-113", "/svc-113", "national/", "a/b/c", ""):
        with pytest.raises(NotFound):
            Ref.parse(text)


@pytest.mark.parametrize(
    ("others", "meant"),
    [(("annen",), "national"), (("annen", "local"), "national"), (("annen",), "annen")],
)
def test_no_other_pack_comes_before_the_national_one_where_one_record_is_meant(
    tmp_path: Path, others: tuple[str, ...], meant: str
) -> None:
    copy = msgspec.structs.replace(RECORDS[0], title={"nb": "En annens"})
    packs = [pack((copy,), name) for name in others] + [pack()] * (meant == "national")
    with built(tmp_path, *packs) as library:
        entry = library.find("svc-113")
        assert entry is not None
        assert entry.ref.pack == meant


def test_lists_go_by_norwegian_alphabet_and_in_pages(tmp_path: Path) -> None:
    titles = ["Ålen", "Østre", "Ære", "Zoom", "Ås", "abc", "Énsjø", "Ekeberg"]
    records = tuple(
        msgspec.structs.replace(RECORDS[0], id=f"svc-{number}", title={"nb": title})
        for number, title in enumerate(titles)
    )
    with built(tmp_path, pack(records)) as library:
        listed = [row.title for row in library.entries("service")]
        assert listed == ["abc", "Ekeberg", "Énsjø", "Zoom", "Ære", "Østre", "Ålen", "Ås"]
        pages = [library.entries("service", limit=3, offset=offset) for offset in (0, 3, 6, 9)]
        assert [row.title for page in pages for row in page] == listed
        assert library.count("service") == len(titles)
        assert library.count("poster") == 0


def test_a_list_for_a_municipality_is_nearest_first_and_leaves_others_out(
    library: Library,
) -> None:
    rows = library.entries("service", TRONDHEIM)
    ids = [row.ref.id for row in rows]
    assert "svc-feltpleien-oslo" not in ids
    assert "svc-ambulant-nord" not in ids
    order = [
        "svc-feltpleien-trondheim",
        "svc-rusakutt-midt",
        "svc-kirkens-sos",
        "eget-feltpleien",
    ]
    assert sorted(order, key=ids.index) == order
    assert library.count("service", TRONDHEIM) == len(rows)
    assert library.count(None, OSLO) == len(library.entries(None, OSLO))
    assert library.entries(("poster", "organisation"), ORLAND) != []


def many(tmp_path: Path, count: int) -> Iterator[Library]:
    """A library of so many records of three kinds, in no order."""
    kinds = [one for one in RECORDS if one.id in ("svc-113", "org-stolav", "gd-overdose")]
    titles = [f"{n * 7919 % 10_007:05}" for n in range(count)]
    made = tuple(
        msgspec.structs.replace(
            kinds[n % len(kinds)], id=f"x-{n}", title={"nb": title}, area=Area(country=True)
        )
        for n, title in enumerate(titles)
    )
    with built(tmp_path / str(count), pack(made)) as library:
        yield library


@pytest.mark.parametrize("municipality", ["", TRONDHEIM], ids=["everywhere", "in one place"])
@pytest.mark.parametrize("kinds", [(), ("service",), ("service", "guidance")], ids=len)
def test_the_pages_of_a_list_together_are_the_list(
    tmp_path: Path, kinds: tuple[Kind, ...], municipality: str
) -> None:
    for library in many(tmp_path, 100):
        whole = library.entries(kinds, municipality, 1000)
        assert [row.title for row in whole] == sorted(row.title for row in whole)
        assert {row.kind for row in whole} >= set(kinds)
        pages = [library.entries(kinds, municipality, 7, offset) for offset in range(0, 120, 7)]
        assert [row for page in pages for row in page] == whole
        assert library.count(kinds, municipality) == len(whole) > 30


def test_the_first_page_of_several_kinds_does_not_read_the_others(tmp_path: Path) -> None:
    def steps(library: Library) -> int:
        taken: list[None] = []
        library.connection.set_progress_handler(lambda: taken.append(None), 10)
        assert len(library.entries(("service", "organisation"), limit=5)) == 5
        library.connection.set_progress_handler(None, 10)
        return len(taken)

    few, lots = (steps(library) for count in (100, 2000) for library in many(tmp_path, count))
    assert lots <= few + 2


def test_the_order_of_a_municipalitys_list_is_reckoned_once(tmp_path: Path) -> None:
    for library in many(tmp_path, 100):
        asked: list[str] = []
        library.connection.set_trace_callback(asked.append)
        first = library.entries("service", TRONDHEIM, 5)
        assert library.count("service", TRONDHEIM) > 5
        assert library.entries("service", TRONDHEIM, 5, 5) != first
        assert sum("FROM area" in sql for sql in asked) == 1
        other = library.entries("guidance", TRONDHEIM, 5)
        assert {row.kind for row in other} == {"guidance"}
        assert sum("FROM area" in sql for sql in asked) == 2


def test_what_neighbours_have_is_listed_last_and_only_when_asked_for(library: Library) -> None:
    alone = [row.ref.id for row in library.entries("service", TRONDHEIM)]
    assert not {"svc-feltpleien-oslo", "eget-sted"} & set(alone)
    near = [row.ref.id for row in library.entries("service", TRONDHEIM, neighbours=(ORLAND, OSLO))]
    assert near[: len(alone)] == alone
    assert sorted(near[len(alone) :]) == ["eget-sted", "svc-feltpleien-oslo"]
    assert library.count("service", TRONDHEIM, (ORLAND, OSLO)) == len(near)
    assert library.count("service", TRONDHEIM) == len(alone)


def test_own_records_about_others_are_listed_first(library: Library) -> None:
    assert library.entries("service")[0].ref == Ref("local", "eget-feltpleien")
    about = library.about(Ref("national", "svc-feltpleien-trondheim"))
    assert [row.ref.id for row in about] == ["eget-feltpleien"]


def test_rows_hold_what_a_list_shows(library: Library) -> None:
    row = library.row(Ref("national", "svc-kirkens-sos"))
    assert row is not None
    assert (row.phone, row.area, row.kind) == ("22 40 00 40", "Hele landet", "service")
    assert library.holidays() == {"2026-12-25": "1. juledag"}
    assert library.sha256("national") == "national"


def test_rows_know_the_wordings_in_the_other_languages_of_the_window(tmp_path: Path) -> None:
    title = {"nb": "Kramper", "nn": "Krampar", "en": "Seizures", "pl": "Drgawki"}
    texts = {"title": title, "summary": {"nb": "Slik.", "en": "Thus."}}
    told = msgspec.structs.replace(guidance("gd-a", "Kramper"), **texts)
    with built(tmp_path, pack((told, guidance("gd-b", "Bare norsk", "Kort.")))) as library:
        row, plain = library.row(Ref("national", "gd-a")), library.row(Ref("national", "gd-b"))
        assert library.entries() == [plain, row]
    assert row is not None
    assert plain is not None
    assert (row.title, row.summary) == ("Kramper", "Slik.")
    assert isinstance(row.title, Worded)
    assert isinstance(row.summary, Worded)
    assert row.title.others == {"nn": "Krampar", "en": "Seizures"}
    assert row.summary.others == {"en": "Thus."}
    assert (type(plain.title), type(plain.summary)) == (str, str)


def test_the_name_follows_from_packs_and_index_alone() -> None:
    one, other = pack(sha256="a"), pack(OWN, "local", sha256="b")
    index = SearchIndex()
    assert library_name([one, other], index) == library_name([other, one], index)
    assert library_name([one], index) != library_name([one, other], index)
    assert library_name([one], index) != library_name([pack(sha256="c")], index)


def test_the_order_of_packs_does_not_matter(tmp_path: Path) -> None:
    paths = [tmp_path / "a.sqlite", tmp_path / "b.sqlite"]
    packs = [pack(), pack(OWN, "local")]
    for path, order in zip(paths, (packs, packs[::-1]), strict=True):
        build_library(path, order, SearchIndex(), GEOGRAPHY)
    assert everything(paths[0]) == everything(paths[1])


VOCABULARY = """
    rus behandling rusbehandling overdose dose over sprøyter Sprøyte sår Ørland nød nødtelefon
    telefon аптека صيدلية 113 a
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
AREAS = st.sampled_from(
    [
        Area(),
        Area(country=True),
        Area(municipalities=(TRONDHEIM, OSLO)),
        Area(counties=("Trøndelag",)),
        Area(health_regions=("Sør-Øst",), counties=("Troms",)),
    ]
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Pack, ...]:
    """Draw packs that keep, change, drop and add records."""
    kept: list[Record] = []
    for record in draw(st.lists(st.sampled_from(RECORDS), unique_by=lambda one: one.id)):
        changes = draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "title": TEXTS.map(lambda text: {"nb": text or "tom"}),
                    "summary": TEXTS.map(lambda text: {"nb": text, "en": "word"}),
                    "area": AREAS,
                    "alternate_names": st.lists(TEXTS, max_size=2).map(tuple),
                    "about": st.just("national/svc-113"),
                    "status": st.sampled_from(["current", "historical"]),
                },
            )
        )
        if record.id == "svc-113" and draw(st.booleans()):
            changes["phones"] = (Phone(number="116117"), Phone(number="4799112233"))
        kept.append(msgspec.structs.replace(record, **changes))
    packs = [pack(tuple(kept), sha256=draw(st.text("abc", max_size=3)) or "x")]
    if draw(st.booleans()):
        packs.append(pack(OWN[: draw(st.integers(0, 2))], "local"))
    return tuple(packs)


def test_equal_records_give_equal_rows_however_they_came_about(tmp_path: Path) -> None:
    poster = next(one for one in RECORDS if one.id == "ps-overdose")
    # msgspec leaves out a nested default only when it is the very same object
    twin = msgspec.structs.replace(poster, area=Area())
    assert twin == poster
    for name, record in (("one", poster), ("two", twin)):
        build_library(tmp_path / name, [pack((record,))], SearchIndex(), GEOGRAPHY)
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(edited(), min_size=2, max_size=3))
def test_an_incremental_build_equals_a_full_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Pack, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    index = SearchIndex()
    source = folder / "0.sqlite"
    build_library(source, steps[0], index, GEOGRAPHY)
    for number, (old, new) in enumerate(pairwise(steps), start=1):
        target = folder / f"{number}.sqlite"
        update_library(source, target, old, new, index, GEOGRAPHY)
        source = target
    whole = folder / "whole.sqlite"
    build_library(whole, steps[-1], SearchIndex(), GEOGRAPHY)
    assert everything(source) == everything(whole)
    Library(source).close()


def test_many_small_updates_leave_the_index_in_few_pieces(tmp_path: Path) -> None:
    many = tuple(
        msgspec.structs.replace(RECORDS[0], id=f"svc-{number:03}", title={"nb": f"Nummer {number}"})
        for number in range(60)
    )
    index, here, there = SearchIndex(), tmp_path / "here", tmp_path / "there"
    build_library(here, [pack(many)], index, GEOGRAPHY)
    pieces = []
    for week in range(24):
        title = {"nb": f"Nummer {week}, uke {week}"}
        newer = (
            *many[:week],
            msgspec.structs.replace(many[week], title=title),
            *many[week + 1 :],
        )
        update_library(here, there, [pack(many)], [pack(newer)], index, GEOGRAPHY)
        here, there, many = there, here, newer
        connection = sqlite3.connect(here)
        (count,) = connection.execute("SELECT count(DISTINCT segid) FROM words_idx").fetchone()
        pieces.append(count)
        connection.close()
    assert max(pieces) > 1, "a small update does not lay the whole index out anew"
    assert max(pieces) <= 9
    build_library(there, [pack(many)], index, GEOGRAPHY)
    assert everything(here) == everything(there)


@pytest.mark.parametrize("protected", [True, False])
def test_what_another_pack_may_say_follows_the_national_pack(
    tmp_path: Path, protected: bool
) -> None:
    """Its records stay the same, and what is left of them changes (catalogue/trust.py)."""
    claims: tuple[Record, ...] = (
        Guidance(id="tk-om", title={"nb": "Om overdose"}, about="national/gd-overdose"),
        Alert(
            id="tk-stengt",
            title={"nb": "Stengt"},
            changes=(
                ServiceChange(service="national/svc-kirkens-sos", status="temporarily_closed"),
            ),
        ),
    )
    other = pack(claims, "tk")
    free = tuple(
        msgspec.structs.replace(record, critical=False)
        if isinstance(record, Guidance)
        else msgspec.structs.replace(record, area=Area(municipalities=(OSLO,)))
        for record in RECORDS
    )
    ways = ([pack(free, sha256="free"), other], [pack(), other])
    old, new = ways if protected else reversed(ways)
    build_library(tmp_path / "old", old, SearchIndex(), GEOGRAPHY)
    update_library(tmp_path / "old", tmp_path / "new", old, new, SearchIndex(), GEOGRAPHY)
    build_library(tmp_path / "whole", new, SearchIndex(), GEOGRAPHY)
    assert everything(tmp_path / "new") == everything(tmp_path / "whole")
    with Library(tmp_path / "new") as library:
        about, alert = (library.get(Ref("tk", one.id)) for one in claims)
    assert about is not None
    assert alert is not None
    assert isinstance(alert.record, Alert)
    assert (bool(about.record.about), bool(alert.record.changes)) == (not protected,) * 2


def test_progress_is_told_and_may_stop_the_build(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build_library(
        tmp_path / "a.sqlite", [pack()], SearchIndex(), GEOGRAPHY, lambda *step: told.append(step)
    )
    assert told[0] == (0, len(RECORDS))
    assert told[-1] == (len(RECORDS), len(RECORDS))

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_library(tmp_path / "b.sqlite", [pack()], SearchIndex(), GEOGRAPHY, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]


def test_a_twice_used_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentDamaged):
        build_library(
            tmp_path / "a.sqlite", [pack((RECORDS[0], RECORDS[0]))], SearchIndex(), GEOGRAPHY
        )
    with pytest.raises(ValueError, match="same name"):
        build_library(tmp_path / "a.sqlite", [pack(), pack()], SearchIndex(), GEOGRAPHY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_condition(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((ContentDamaged, ReadOnly)):
        build_library(tmp_path / "file" / "a.sqlite", [pack()], SearchIndex(), GEOGRAPHY)


def test_what_is_no_library_is_damaged(tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    build_library(whole, [pack()], SearchIndex(), GEOGRAPHY)
    data = whole.read_bytes()
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t(x)")
    connection.close()
    unfinished = tmp_path / "unfinished.sqlite"
    unfinished.write_bytes(data[:60] + b"\0\0\0\0" + data[64:])
    broken = {
        "empty": b"",
        "short": data[:50],
        "text": b"no database at all " * 100,
        "cut": data[: len(data) // 2 + 100],
        "page": data[: len(data) - 4096],
        "long": data + b"x",
        "zeros": bytes(len(data)),
    }
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
    for name in (*broken, "other.sqlite", "unfinished.sqlite", "missing", "."):
        with pytest.raises(ContentDamaged):
            Library(tmp_path / name)


def test_damage_inside_never_shows_as_an_error_of_the_database(tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    build_library(whole, [pack(), pack(OWN, "local")], SearchIndex(), GEOGRAPHY)
    data = bytearray(whole.read_bytes())
    chance = random.Random(7)
    for number in range(60):
        hurt = bytearray(data)
        start = chance.randrange(100, len(hurt) - 5000)
        hurt[start : start + 4096] = chance.randbytes(4096)
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(hurt)
        with suppress(ContentDamaged), Library(path) as library:
            library.find("svc-113")
            library.entries("service", TRONDHEIM)
            library.count("guidance", TRONDHEIM)
            library.about(Ref("national", "svc-feltpleien-trondheim"))
            library.ids()
            library.get_many([Ref("national", record.id) for record in RECORDS])


def test_a_library_cannot_be_written_to(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError):
        library.connection.execute("DELETE FROM record")
    library.close()
    library.close()


# --- what grows with the records, and what does not ---------------------------------------------


@pytest.mark.parametrize("ask", ["entries", "about", "run_by", "get_many"])
def test_a_page_and_a_record_are_found_without_reading_or_sorting_all(
    library: Library, ask: str
) -> None:
    asked: list[str] = []
    ref = Ref("national", RECORDS[0].id)
    library._connection.set_trace_callback(asked.append)
    {
        "entries": lambda: library.entries(limit=20, offset=40),
        "about": lambda: library.about(ref),
        "run_by": lambda: library.run_by(ref),
        "get_many": lambda: library.get_many([ref]),
    }[ask]()
    library._connection.set_trace_callback(None)
    assert asked
    for statement in asked:
        plan = library._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        steps = [step for *_numbers, step in plan]
        assert "SCAN record" not in steps
        if ask == "entries":
            assert steps == ["SCAN record USING INDEX record_all"], "in its order, no further"


@pytest.mark.parametrize("over", ["historical", "withdrawn"])
def test_what_is_over_stands_below_all_that_is_not(tmp_path: Path, over: str) -> None:
    made = tuple(
        msgspec.structs.replace(RECORDS[0], id=id, title={"nb": title}, status=status)
        for id, title, status in (
            ("svc-a", "Aker", over), ("svc-b", "Bodø", "current"), ("svc-c", "Åsane", "current"),
        )
    )  # fmt: skip
    with built(tmp_path, pack(made)) as library:
        assert [row.ref.id for row in library.entries()] == ["svc-b", "svc-c", "svc-a"]
        listed = library.entries("service", TRONDHEIM)
        assert [row.ref.id for row in listed] == ["svc-b", "svc-c", "svc-a"]
