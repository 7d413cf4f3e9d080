"""Questions and answers on a small library."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from catalogue.samples import (
    GEOGRAPHY,
    ORLAND,
    OSLO,
    RECORDS,
    TROMSO,
    TRONDHEIM,
    built,
    guidance,
    pack,
    searcher,
    service,
)
from feltperm.catalogue.areas import Level
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Area, Guidance, Step
from feltperm.errors import ContentDamaged
from feltperm.search import (
    Analyser,
    Hint,
    Interrupted,
    Reason,
    Request,
    Results,
    Searcher,
    SearchIndex,
    Synonyms,
    load_synonyms,
)
from feltperm.search.explain import Explainer
from feltperm.search.plan import Alternative, Plan, WordGroup
from feltperm.search.planner import MAX_CHARACTERS
from feltperm.search.reading import ReadRecord

ANALYSER = Analyser()


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with built(tmp_path_factory.mktemp("library")) as library:
        yield searcher(library)


def ids(results: Results) -> list[str]:
    return [hit.ref.id for hit in results.hits]


def ask(search: Searcher, text: str, **more: object) -> Results:
    return search.search(Request(text, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("overdose", "gd-overdose"),
        ("LAR", "gd-lar"),
        ("lar", "gd-lar"),
        ("svc-113", "svc-113"),
        ("national/svc-113", "svc-113"),
        ("SVC-113", "svc-113"),
        ("kirkens sos", "svc-kirkens-sos"),
        ("Sår: når haster det?", "gd-sar"),
        ("kaffe i ørland", "eget-sted"),
        ("feltpleien i oslo", "svc-feltpleien-oslo"),
        ("rusakutt ørland", "svc-rusakutt-midt"),
        ("substitusjonsbehandling", "gd-lar"),
        ("legemiddelassistert rehabilitering", "gd-lar"),
        ("hvem med samtykke", "gd-tsb"),
        ("", None),
        ("og på", "svc-kirkens-sos"),
    ],
)
def test_the_first_hit(search: Searcher, text: str, first: str | None) -> None:
    found = ids(ask(search, text))
    assert found[0] == first if first else found == []


@pytest.mark.parametrize(
    "digits",
    ["22400040", "22 40 00 40", "224 00 040", "+47 22 40 00 40", "004722400040", "tlf 22.40.00.40"],
)
def test_a_phone_number_in_any_grouping(search: Searcher, digits: str) -> None:
    hit = ask(search, digits).hits[0]
    assert hit.ref.id == "svc-kirkens-sos"
    assert hit.reason.kind == "word"


@pytest.mark.parametrize(
    ("typed", "kind", "found", "record"),
    [
        ("sprøyter", "word", "sprøyter", "gd-sproyter"),
        ("sproyter", "word", "sprøyter", "gd-sproyter"),
        ("sprøytene", "stem", "sprøyter", "gd-sproyter"),
        ("sprøiter", "near", "sprøyter", "gd-sproyter"),
        ("feltsykepleie", "synonym", "Feltpleien", "svc-feltpleien-oslo"),
        ("feltsykeplie", "near", "Feltpleien", "svc-feltpleien-oslo"),
        ("behandling rus", "joined", "rusbehandling", "gd-tsb"),
        ("hest", "synonym", "opioider", "gd-lar"),
        ("orland", "word", "Ørland", "svc-rusakutt-midt"),
        ("tromso", "word", "Tromsø", "svc-ambulant-nord"),
        ("troms", "word", "Troms", "svc-ambulant-nord"),
        ("botngård", "word", "Ørland", "svc-rusakutt-midt"),
        ("LAR", "word", "LAR", "gd-lar"),
        ("OMT", "synonym", "LAR", "gd-lar"),
        (" substitusjonsbehandling", "synonym", "LAR", "gd-lar"),
    ],
)
def test_every_hit_says_why(
    search: Searcher, typed: str, kind: str, found: str, record: str
) -> None:
    reasons = {hit.ref.id: hit.reason for hit in ask(search, typed).hits}
    assert reasons[record] == Reason(kind, typed.strip(), found)  # type: ignore[arg-type]


def test_a_term_of_several_words_is_one_reason(tmp_path: Path) -> None:
    with built(
        tmp_path, pack((guidance("gd-a", "Om LAR"), guidance("gd-b", "Rehabilitering")))
    ) as library:
        reasons = {
            hit.ref.id: hit.reason
            for hit in ask(searcher(library), "Legemiddelassistert  rehabilitering").hits
        }
    assert reasons["gd-a"] == Reason("synonym", "Legemiddelassistert rehabilitering", "LAR")
    assert reasons["gd-b"] == Reason("word", "rehabilitering", "Rehabilitering")


def test_the_parts_of_a_split_word_are_named_in_its_order(tmp_path: Path) -> None:
    records = (
        guidance("gd-a", "Behandling av rus og rus"),
        guidance("gd-b", "Bare Rus"),
        guidance("gd-c", "Rusbehandling"),
    )
    with built(tmp_path, pack(records)) as library:
        search = searcher(library)
        reasons = {hit.ref.id: hit.reason for hit in ask(search, "rusbehandlingen").hits}
        assert reasons["gd-a"] == Reason("part", "rusbehandlingen", "rus + Behandling")
        assert reasons["gd-b"] == Reason("part", "rusbehandlingen", "Rus")
        assert reasons["gd-c"] == Reason("stem", "rusbehandlingen", "Rusbehandling")


def test_a_compound_of_two_neighbours_is_the_reason_also_while_the_last_is_typed(
    tmp_path: Path,
) -> None:
    records = (guidance("gd-a", "Rusbehandling", "Døgnbehandling her."),)
    with built(tmp_path, pack(records)) as library:
        for typing in (False, True):
            (hit,) = ask(searcher(library), "behandling rus", typing=typing).hits
            assert hit.reason == Reason("joined", "behandling rus", "Rusbehandling")


def test_a_misspelt_synonym_finds_even_when_no_text_has_the_word(search: Searcher) -> None:
    # The sample texts never say feltsykepleie; the synonyms do.
    assert "feltsykepleie" not in " ".join(str(record) for record in RECORDS)
    assert "svc-feltpleien-oslo" in ids(ask(search, "feltsykeplie"))


def test_a_compound_finds_its_parts_and_a_part_its_compounds(tmp_path: Path) -> None:
    records = (
        guidance("gd-a", "Behandling av rus", "Om rus og om behandling."),
        guidance("gd-b", "Rusbehandling", "Et sted."),
        guidance("gd-c", "Noe annet", "Helt."),
    )
    with built(tmp_path, pack(records)) as library:
        search = searcher(library)
        assert set(ids(ask(search, "rusbehandlingen"))) == {"gd-a", "gd-b"}
        reasons = {hit.ref.id: hit.reason for hit in ask(search, "rus").hits}
        assert reasons["gd-b"] == Reason("part", "rus", "Rusbehandling")


def test_a_place_word_does_not_find_what_is_for_the_whole_country(search: Searcher) -> None:
    found = ids(ask(search, "orland"))
    assert "svc-113" not in found
    assert set(found) == {"svc-rusakutt-midt", "org-stolav", "eget-sted"}


def test_one_way_words_are_never_searched_for(tmp_path: Path) -> None:
    records = (guidance("gd-a", "Hest og rytter"), guidance("gd-b", "Heroin"))
    with built(tmp_path, pack(records)) as library:
        assert ids(ask(searcher(library), "heroin")) == ["gd-b"]
        assert set(ids(ask(searcher(library), "hest"))) == {"gd-a", "gd-b"}


def test_typing_finds_beginnings(search: Searcher) -> None:
    for typed in ("o", "ov", "ove", "overdo"):
        assert "gd-overdose" in ids(ask(search, typed, typing=True)), typed
    assert {hit.reason.kind for hit in ask(search, "overdo").hits} == {"near"}
    assert "gd-lar" in ids(ask(search, "legemiddelass", typing=True))
    # Two letters look in titles only.
    assert "gd-lar" not in ids(ask(search, "le", typing=True))
    # A misspelt beginning.
    assert "gd-sproyter" in ids(ask(search, "sprøi", typing=True))
    # A finished word is finished.
    assert "gd-overdose" not in ids(ask(search, "o ", typing=True))


def test_historical_records_never_come_first(search: Searcher) -> None:
    found = ids(ask(search, "rusbehandling"))
    assert found[-1] == "svc-gammel-klinikk"
    assert len(found) > 1
    assert ids(ask(search, "gamle klinikken")) == ["svc-gammel-klinikk"]


def test_own_records_stand_before_the_ones_they_are_about(search: Searcher) -> None:
    found = ids(ask(search, "sårstell"))
    assert found == ["eget-feltpleien", "svc-feltpleien-trondheim"]
    found = ids(ask(search, "feltpleien"))
    assert found.index("eget-feltpleien") == found.index("svc-feltpleien-trondheim") - 1


def test_a_municipality_brings_what_is_near_first(tmp_path: Path) -> None:
    areas = {
        "elsewhere": Area(municipalities=(OSLO,)),
        "country": Area(country=True),
        "region": Area(health_regions=("Midt-Norge",)),
        "county": Area(counties=("Trøndelag",)),
        "here": Area(municipalities=(TRONDHEIM,)),
    }
    # The further away, the better the words fit.
    records = tuple(
        service(name, "Stedet " + "natthjem " * (5 - number), "Seng og mat", area=area)
        for number, (name, area) in enumerate(areas.items())
    )
    with built(tmp_path, pack(records)) as library:
        search = searcher(library)
        results = ask(search, "natthjem", municipality=TRONDHEIM)
        assert ids(results) == ["here", "county", "region", "country", "elsewhere"]
        assert [hit.group for hit in results.hits] == ["match"] * 4 + ["elsewhere"]
        assert [hit.nearness for hit in results.hits] == [
            Level.MUNICIPALITY, Level.COUNTY, Level.HEALTH_REGION, Level.COUNTRY, None,
        ]  # fmt: skip
        assert ids(ask(search, "natthjem", municipality=OSLO))[0] == "elsewhere"
        assert ids(ask(search, "natthjem", municipality=TROMSO))[0] == "country"


def test_guidance_is_as_near_as_what_is_local(search: Searcher) -> None:
    assert ids(ask(search, "sår", municipality=TRONDHEIM))[0] == "gd-sar"


def test_filters_have_three_answers(search: Searcher) -> None:
    everything = "trondheim oslo hospital team kirkens nødtelefon"
    results = ask(search, everything, no_referral=True)
    groups = {hit.ref.id: hit.group for hit in results.hits}
    assert groups["svc-feltpleien-trondheim"] == groups["svc-113"] == "match"
    assert groups["svc-feltpleien-oslo"] == groups["svc-kirkens-sos"] == "not_stated"
    assert "svc-rusakutt-midt" not in groups
    assert all(hit.kind == "service" for hit in results.hits)
    order = [hit.group for hit in results.hits]
    assert order == sorted(order)
    counts = results.facets["no_referral"]
    assert counts["yes"] == order.count("match")
    assert counts["no"] == 1
    assert counts["not_stated"] == order.count("not_stated")
    assert results.total == len(order)


def test_open_now_is_asked_only_of_those_that_state_hours(search: Searcher) -> None:
    asked: list[str] = []

    def is_open(_: Ref, one: object) -> bool | None:
        asked.append(one.id)  # type: ignore[attr-defined]
        return one.id == "svc-113" or None if one.id != "svc-feltpleien-oslo" else False  # type: ignore[attr-defined]

    request = Request(
        "trondheim oslo nødtelefon kirkens", open_at=datetime(2026, 11, 25, 12), limit=20
    )
    results = search.search(request, is_open)
    groups = {hit.ref.id: hit.group for hit in results.hits}
    assert groups["svc-113"] == "match"
    assert groups["svc-kirkens-sos"] == groups["svc-feltpleien-trondheim"] == "not_stated"
    assert "svc-feltpleien-oslo" not in groups
    assert "svc-kirkens-sos" not in asked
    assert results.facets["open_at"]["no"] == 1


def test_kinds(search: Searcher) -> None:
    results = ask(search, "overdose", kinds=("poster",))
    assert ids(results) == ["ps-overdose"]
    assert results.facets["kind"] == {"guidance": 1, "poster": 1}
    assert results.total == 1


def test_limit_and_total(search: Searcher) -> None:
    results = ask(search, "feltpleien", limit=2)
    assert len(results.hits) == 2
    assert results.total > 2


def test_hints(search: Searcher) -> None:
    assert ask(search, "sprøiter").hint == Hint("also", "sprøiter", ("sprøyter",))
    assert ask(search, "sprøyter").hint is None
    assert ask(search, "svc-113").hint is None
    lost = ask(search, "nodtelqzzfxn")
    assert lost.hits == ()
    assert lost.hint == Hint("did_you_mean", "nodtelqzzfxn", ("nødtelefon",))
    assert ask(search, "qqqqqqqqqqqq").hint is None


def test_a_literal_question_is_taken_as_it_stands(search: Searcher) -> None:
    for typed in ("sprøiter", "hest", "sproitr"):
        assert ids(ask(search, typed)), typed
        assert ids(ask(search, typed, literal=True)) == [], typed
    assert ask(search, "sprøiter", literal=True).hint == Hint(
        "did_you_mean", "sprøiter", ("sprøyter",)
    )
    # Its own forms, folded letters and places are still the word that was typed.
    for typed in ("sprøytene", "sproyter", "trondheim"):
        assert ids(ask(search, typed, literal=True)), typed
        assert ask(search, typed, literal=True).hint is None
    assert "gd-lar" in ids(ask(search, "substitusjonsbehandling"))
    assert "gd-lar" not in ids(ask(search, "substitusjonsbehandling", literal=True))
    assert "gd-overdose" in ids(ask(search, "overdo", literal=True, typing=True))
    assert {hit.reason.kind for hit in ask(search, "lar overdose", literal=True).hits} <= {
        "word", "stem", "part",
    }  # fmt: skip


def test_marks_stand_on_whole_words_of_the_original(search: Searcher) -> None:
    hit = ask(search, "nalokson").hits[0]
    assert hit.snippet == "Ring 113, gi nalokson og bli hos personen."
    assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["nalokson"]
    hit = ask(search, "overdose").hits[0]
    assert [hit.title[m.start : m.end] for m in hit.title_marks] == ["Overdose"]


def test_a_snippet_is_cut_around_the_first_match(tmp_path: Path) -> None:
    words = " ".join(f"ord{number}" for number in range(200))
    records = (guidance("gd-a", "Tittel", "Kort.", body={"nb": f"{words} nål {words}"}),)
    with built(tmp_path, pack(records)) as library:
        hit = ask(searcher(library), "nål").hits[0]
        assert hit.snippet.startswith("… ord")
        assert hit.snippet.endswith(" …")
        assert len(hit.snippet) < 200
        assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["nål"]
        hit = ask(searcher(library), "tittel").hits[0]
        assert (hit.snippet, hit.marks) == ("Kort.", ())


@settings(max_examples=100, deadline=None)
@given(
    before=st.text(
        st.one_of(
            st.sampled_from("æøåÆØÅéé😀👩🏽‍⚕️🇳🇴«»–#*_[]()>`-+\n\t\u0301\u030a\u200f\u202e\u00ad."),
            st.characters(exclude_categories=["Cs"]),
        ),
        max_size=300,
    ),
    after=st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    field=st.sampled_from(["title", "summary", "body", "steps"]),
)
def test_marks_stand_at_the_word_whatever_stands_before_it(
    before: str, after: str, field: str
) -> None:
    text = {"nb": f"{before} **sår** {after}"}
    record = Guidance(id="gd-a", title={"nb": "Tittel"})
    change = {field: (Step(title=text),) if field == "steps" else text}
    page = ReadRecord(Ref("national", "gd-a"), "", structs.replace(record, **change), ANALYSER)
    (token,) = ANALYSER.tokens("sår")
    group = WordGroup(token, last=False)
    group.alternatives = [Alternative("word", (token.surface,))]
    plan = Plan("sår", "sar", [group])
    made = Explainer(plan, ANALYSER).explain(page, None)
    shown, marks = (made.snippet, made.marks)
    if field == "title":
        shown, marks = page.title.text, made.title_marks
    assert marks
    for mark in marks:
        (found,) = ANALYSER.tokens(shown[mark.start : mark.end])
        assert found.surface == token.surface
        assert (found.start, found.end) == (0, mark.end - mark.start)


def test_a_decomposed_letter_is_marked_with_its_marks(tmp_path: Path) -> None:
    word = "sa\u030ar"
    records = (guidance("gd-a", f"😀 {word}stell, {word}", f"Æ 🇳🇴 {word.upper()}!"),)
    with built(tmp_path, pack(records)) as library:
        (hit,) = ask(searcher(library), "sår").hits
        titles = [hit.title[m.start : m.end] for m in hit.title_marks]
        snippets = [hit.snippet[m.start : m.end] for m in hit.marks]
        assert [normalize("NFC", one) for one in titles] == ["sår"]
        assert [normalize("NFC", one) for one in snippets] == ["SÅR"]


HOSTILE = [
    '"', "'", "(x", "a AND", "AND", "NOT", "NEAR(a b)", "title:rus", "*", "rus*", "-rus", "^rus",
    "{title}", "\0", "rus\0rus", "😀", "\ud800", "\u202erus", "'; DROP TABLE word; --",
    "a" * 100_000, "rus " * 10_000, "ł", "е\u0301", "\u0644\u0627", "1" * 500, "((((((((",
    "a/b/c", "/", "%", "_", "10-2", "§ 10-2",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("typing", [False, True])
def test_any_text_is_words_like_any_other(search: Searcher, text: str, typing: bool) -> None:
    results = ask(search, text, typing=typing)
    results.query.encode()
    assert len(results.query) <= 1000


@settings(max_examples=200, deadline=None)
@given(
    text=st.one_of(
        st.text(),
        st.lists(
            st.one_of(
                st.sampled_from([*HOSTILE[:18], "rus", "behandling", "overdose", "trondheim", "i"]),
                st.text(max_size=4),
            )
        ).map(" ".join),
    ),
    typing=st.booleans(),
    municipality=st.sampled_from(["", ORLAND, "9999", "'"]),
)
def test_no_text_fails_and_marks_always_fit(
    search: Searcher, text: str, typing: bool, municipality: str
) -> None:
    results = ask(search, text, typing=typing, municipality=municipality)
    assert len({hit.ref for hit in results.hits}) == len(results.hits)
    for hit in results.hits:
        for shown, marks in ((hit.snippet, hit.marks), (hit.title, hit.title_marks)):
            assert all(0 <= m.start < m.end <= len(shown) for m in marks)
            assert all(a.end <= b.start for a, b in pairwise(marks))


#: What an expression of FTS5 is made of where only folded words go into it.
_EXPRESSION = re.compile(
    r"""(?: [ ()] | OR | AND | \d+ | , | : | \* | \{\w+\ \w+\} | NEAR\( | (?:title|body)(?:_stem)?
        | "[^\W_]+(?:\ [^\W_]+)*" )*""",
    re.X,
)


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(st.characters(), max_size=60),
        st.lists(
            st.one_of(
                st.sampled_from([*HOSTILE[:20], "rus", "behandling", "rusbehandling", "sprøiter"]),
                st.text(st.characters(), max_size=6),
            ),
            max_size=6,
        ).map(" ".join),
    ),
    typing=st.booleans(),
    literal=st.booleans(),
)
def test_nothing_typed_becomes_syntax(
    search: Searcher, text: str, typing: bool, literal: bool
) -> None:
    """Whatever is typed, FTS5 is given quoted words only, and SQL is given values only."""
    statements: list[str] = []
    search._connection.set_trace_callback(statements.append)
    try:
        results = ask(search, text, typing=typing, literal=literal)
    finally:
        search._connection.set_trace_callback(None)
    matches = [one for one in statements if " MATCH " in one]
    assert matches or not any(hit.marks for hit in results.hits)
    for statement in matches:
        expression = statement.partition(" MATCH ")[2].strip()
        assert expression.startswith("'"), statement
        body = expression[1 : expression.rindex("'")]
        assert "'" not in body, statement
        assert _EXPRESSION.fullmatch(body), statement


@pytest.mark.parametrize("text", ["DROP", "drop table word", "OR", "AND NOT", "NEAR", "title rus"])
def test_words_of_query_languages_are_words(tmp_path: Path, text: str) -> None:
    record = guidance("gd-a", f"Om {text} her")
    with built(tmp_path, pack((record, guidance("gd-b", "Noe annet")))) as library:
        search = searcher(library)
        for typed in (text, text.upper(), f'"{text}"', f"({text})", f"{text}*", f"-{text}\0"):
            assert ids(ask(search, typed, literal=True)) == ["gd-a"], typed


def test_signs_that_are_not_seen_change_nothing(search: Searcher) -> None:
    plain = ids(ask(search, "rusbehandling overdose"))
    for sign in ("\u200e", "\u200f", "\u202e", "\u2066", "\0", "\ud800", "\ufeff", "😀", '"', "*"):
        assert ids(ask(search, f"{sign}rusbehandling {sign} overdose{sign}")) == plain, ascii(sign)


def test_of_a_megabyte_only_the_beginning_is_searched_for(search: Searcher) -> None:
    answer = ask(search, "rusbehandling nalokson " * 45_000, typing=True)
    assert len(answer.query) <= MAX_CHARACTERS
    assert answer.hits


def test_an_interrupted_search_says_so_and_the_next_one_works(search: Searcher) -> None:
    def is_open(_: Ref, one: object) -> bool | None:
        thread = threading.Thread(target=search.interrupt)
        thread.start()
        thread.join()
        return True

    request = Request("feltpleien", open_at=datetime(2026, 11, 25, 12))
    with pytest.raises(Interrupted):
        search.search(request, is_open)
    assert ids(ask(search, "overdose"))


def test_interrupting_when_nothing_is_searched_stops_nobody_else(tmp_path: Path) -> None:
    with built(tmp_path) as library:
        search, done = searcher(library), threading.Event()

        def keep_interrupting() -> None:
            while not done.is_set():
                search.interrupt()

        thread = threading.Thread(target=keep_interrupting)
        thread.start()
        try:
            # a list that is read at the same moment must not be taken for a damaged library
            assert all(library.entries(limit=100) for _ in range(200))
        finally:
            done.set()
            thread.join()
        assert ids(ask(search, "overdose"))


def test_damage_shows_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    build_library(path, [pack()], SearchIndex(), GEOGRAPHY)
    data = path.read_bytes()
    damaged = 0
    for number, start in enumerate(range(4096, len(data) - 4096, 4096)):
        hurt = tmp_path / f"{number}.sqlite"
        hurt.write_bytes(data[:start] + b"\x5a" * 4096 + data[start + 4096 :])
        with suppress(ContentDamaged):
            damaged += 1
            with Library(hurt) as library:
                for text in ("overdose", "rusbehandling", "sprøiter", "trondheim", "22400040"):
                    ask(searcher(library), text, municipality=TRONDHEIM)
            damaged -= 1
    assert damaged > 0


def test_synonyms_are_read_from_what_the_compiler_wrote(tmp_path: Path) -> None:
    path = tmp_path / "synonyms.json"
    path.write_text(
        '[{"id": "s", "preferred": "LAR", "terms": ["LAR", "OMT"], "one_way": ["x y z æ ø å"]}]'
    )
    analyser = Analyser()
    synonyms = load_synonyms(path, analyser)
    assert [term.wording for term in synonyms.widen(list(analyser.tokens("lar")))] == ["OMT"]
    assert synonyms.widen(list(analyser.tokens("ukjent"))) == []
    for broken in ("", "{}", '[{"id": 1}]'):
        path.write_text(broken)
        with pytest.raises(ContentDamaged):
            load_synonyms(path, Analyser())


def test_without_synonyms_search_still_works(tmp_path: Path) -> None:
    with built(tmp_path) as library:
        search = Searcher(library, Synonyms([], Analyser()))
        search.warm()
        assert ids(ask(search, "overdose"))[0] == "gd-overdose"


def test_hits_are_shown_in_a_language_where_they_have_the_words(tmp_path: Path) -> None:
    records = (
        guidance("gd-kramper", "Kramper", "Slik hjelper du.", alternate_names=("krampeanfall",)),
        guidance("gd-andre", "Seizures på norsk", "Bare norsk."),
    )
    told = {"title": {"nb": "Kramper", "en": "Seizures now"}}
    told["summary"] = {"nb": "Slik hjelper du.", "en": "How to help in seizures."}
    records = (structs.replace(records[0], **told), records[1])
    with built(tmp_path, pack(records)) as library:
        search = searcher(library)
        bokmål, english = (ask(search, "seizures", shown_in=code) for code in ("nb", "en"))
    shown = {hit.ref.id: hit for hit in english.hits}
    hit, other = shown["gd-kramper"], shown["gd-andre"]
    assert (hit.title, hit.snippet) == ("Seizures now", "How to help in seizures.")
    assert [hit.title[mark.start : mark.end] for mark in hit.title_marks] == ["Seizures"]
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["seizures"]
    assert (other.title, other.snippet) == ("Seizures på norsk", "Bare norsk.")
    with built(tmp_path, pack(records)) as library:
        (found,) = ask(searcher(library), "slik hjelper du", shown_in="en").hits
    assert (found.title, found.snippet, found.marks) == (hit.title, hit.snippet, ())
    assert [hit.title for hit in bokmål.hits] == [
        {"gd-kramper": "Kramper", "gd-andre": other.title}[name] for name in ids(bokmål)
    ]


@pytest.mark.parametrize("text", ["overdose", "rusbehandling", "ring 113", "feltpleie", "qqq"])
def test_the_language_of_what_is_shown_changes_nothing_that_is_found(
    search: Searcher, text: str
) -> None:
    bokmål, english = (ask(search, text, shown_in=code) for code in ("nb", "en"))
    assert [(hit.ref, hit.score, hit.group) for hit in english.hits] == [
        (hit.ref, hit.score, hit.group) for hit in bokmål.hits
    ]
    assert (english.total, english.facets, english.hint) == (
        bokmål.total, bokmål.facets, bokmål.hint,
    )  # fmt: skip
