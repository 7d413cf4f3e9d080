"""The curated words: complete, and no group swallows what means something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from catalogue.samples import built, guidance, pack
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Pack, Record, Service
from feltperm.packs.format import decode
from feltperm.search import Analyser, Hit, Request, Searcher, SearchIndex, Synonyms, fields
from feltperm.search.index import name_key
from feltperm.search.synonyms import LONGEST, Group, Term, make_term
from feltperm_publish import tables
from feltperm_publish.compile import compile_pack
from feltperm_publish.sources import read_sources

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GROUPS = msgspec.json.decode(tables.word_list_json(RESOURCES, "synonyms"), type=list[Group])
BY_ID = {group.id: group for group in GROUPS}
ANALYSER = Analyser()

#: Words with another meaning, here or in daily speech, and what that is.
AMBIGUOUS = {
    "H": "letter", "E": "letter", "G": "letter", "hest": "horse", "brunt": "brown", "snø": "snow",
    "is": "ice", "ice": "ice", "pulver": "powder", "bensin": "petrol", "gress": "grass",
    "base": "base", "tran": "cod-liver oil", "kaffe": "coffee", "syre": "acid", "sopp": "mushroom",
    "speed": "speed", "spice": "spice", "joint": "joint", "pot": "pot", "weed": "weed",
    "molly": "name", "emma": "name", "coke": "cola", "crack": "crack", "korken": "cork",
    "snus": "snus", "mikstur": "mixture", "stoff": "fabric", "dop": "dope", "spill": "games",
    "skudd": "shot", "sette": "put", "fikse": "repair", "slam": "mud", "pumpe": "pump",
    "spisser": "tips", "works": "works", "utstyr": "equipment", "filter": "filter",
    "stase": "congestion", "folie": "foil", "røyke": "smoke", "nese": "nose", "puss": "pus, polish",
    "sjuk": "ill", "dilla": "craze", "anfall": "attack", "uro": "unrest", "sprekk": "crack",
    "beroligende": "soothing", "drikking": "drinking", "fyll": "drunkenness, fill", "øl": "beer",
    "sprit": "spirits, disinfectant", "leverbetennelse": "any hepatitis", "gulsott": "jaundice",
    "døgn": "24 hours", "institusjon": "institution", "mat": "food, like måte", "kafé": "café",
    "overnatting": "overnight stay", "åpent": "open", "ring": "call", "poster": "wards, items",
    "språk": "language", "same": "same", "tenner": "lights, teeth",
    "recovery": "recovery position", "sporing": "tracing", "kriseplan": "a patient's crisis plan",
    "koordinator": "coordinator", "rettigheter": "rights, like rett", "familie": "family",
    "AA": "å", "NA": "nå", "AAT": "at", "AAS": "Ås", "BAR": "bare", "LEVE": "live", "ROP": "shout",
    "ACT": "act", "OD": "od", "IP": "ip", "STI": "path", "AIDS": "aid", "PEP": "pep",
    "release": "release", "armeen": "army", "folkehelse": "public health", "peer": "peer",
    "bup": "child psychiatry", "åre": "oar, like år", "bruker": "user, like bruk", "nok": "enough",
    "ivareta": "take care of", "velferdskontor": "not NAV", "rana": "a municipality", "hol": "Hol",
}  # fmt: skip

#: Terms that are the whole name of a record in which no other term of the group stands; each has
#: been read, and means the record's own subject.
OWN_NAMES = {
    "overdose", "akuttpost TSB", "velg behandlingssted", "klage", "10-4", "brukte sprøyter",
    "psykisk helsevern", "pårørende", "feltpleie", "feltsykepleie", "utekontakten",
    "uteseksjonen", "sykepleie på hjul", "Anonyme Alkoholikere", "Anonyme Narkomane", "RIO",
    "A-larm", "Pårørendetelefonen", "Blå Kors", "Frelsesarmeen", "Helsedirektoratet",
}  # fmt: skip


def keys(wordings: tuple[str, ...]) -> dict[object, str]:
    """Return how each wording is compared, with the wording."""
    return {term[:2]: term.wording for term in terms_of(wordings)}


def terms_of(wordings: tuple[str, ...]) -> list[Term]:
    return [make_term(wording, ANALYSER) for wording in wordings]


@pytest.fixture(scope="module")
def bundled() -> Pack:
    sources = read_sources(RESOURCES)
    assert sources.header is not None
    return decode(compile_pack(sources.header, sources.records))


@pytest.fixture(scope="module")
def catalogue(bundled: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / "geography.json").write_bytes(tables.geography_json(RESOURCES))
    geography = Geography.from_json(folder / "geography.json")
    build_library(folder / "library.sqlite", [bundled], SearchIndex(), geography)
    with Library(folder / "library.sqlite") as library:
        yield Searcher(library, Synonyms(GROUPS, ANALYSER), ANALYSER)


def hits(searcher: Searcher, text: str, limit: int = 10) -> tuple[Hit, ...]:
    return searcher.search(Request(text, limit=limit)).hits


def ids(searcher: Searcher, text: str, limit: int = 10) -> list[str]:
    return [hit.ref.id for hit in hits(searcher, text, limit)]


def test_every_group_is_whole() -> None:
    assert len(BY_ID) == len(GROUPS) >= 200
    for group in GROUPS:
        assert group.preferred in group.terms, group.id
        wordings = (*group.terms, *group.one_way)
        assert [n for n, times in Counter(wordings).items() if times > 1] == [], group.id
        for wording in wordings:
            words = list(ANALYSER.tokens(wording))
            assert 0 < len(words) <= LONGEST, (group.id, wording)
        both = keys(group.terms).keys() & keys(group.one_way).keys()
        assert both == set(), (group.id, both)


def test_no_term_stands_in_two_groups() -> None:
    where: dict[object, set[str]] = {}
    for group in GROUPS:
        for key in keys(group.terms):
            where.setdefault(key, set()).add(group.id)
    assert {str(key): found for key, found in where.items() if len(found) > 1} == {}


def test_words_with_another_meaning_lead_one_way_or_are_absent() -> None:
    terms = {key for group in GROUPS for key in keys(group.terms)}
    assert [word for word in AMBIGUOUS if keys((word,)).keys() & terms] == []
    # In small letters too, where a word is compared by its stem.
    assert [word for word in AMBIGUOUS if keys((word.lower(),)).keys() & terms] == []


def test_no_term_has_the_stem_of_a_word_that_means_something_else(bundled: Pack) -> None:
    """Folding and stemming make one of `mat` and `måte`; a term must not be such a word."""
    words: dict[str, set[str]] = {}
    for record in bundled.records:
        for text in (*fields.names(record), *fields.bodies(record)):
            for word in ANALYSER.words(text):
                words.setdefault(ANALYSER.forms(word)[1], set()).add(word)
    odd: dict[str, set[str]] = {}
    for group in GROUPS:
        for term in terms_of(group.terms):
            if term.stemmed and len(term.words) == 1:
                same = len(term.words[0]) - 1
                begins = term.wording.lower()[:same]
                others = {w for w in words.get(term.words[0], ()) if w[:same] != begins}
                if others:
                    odd[term.wording] = others
    # Only other spellings of the same words: Sámi, nynorsk, a foreign keyboard.
    assert odd.keys() <= {
        "ambulanse", "håndsprit", "vrangforestillinger", "vrangførestillingar", "helseføretak",
    }, odd  # fmt: skip


def test_no_term_is_the_name_of_a_record_about_something_else(bundled: Pack) -> None:
    named: dict[str, list[Record]] = {}
    for record in bundled.records:
        for name in fields.whole_names(record):
            named.setdefault(name_key(ANALYSER, name), []).append(record)
    strange = []
    for group in GROUPS:
        members = terms_of(group.terms)
        for term in members:
            for record in named.get(name_key(ANALYSER, term.wording), ()):
                texts = [
                    ANALYSER.all_forms(text)
                    for text in (*fields.whole_names(record), *fields.bodies(record))
                ]
                others = (one for one in members if one[:2] != term[:2])
                if not any(_stands(one.words, one.stemmed, texts) for one in others):
                    strange.append((term.wording, record.id))
    assert [(term, record) for term, record in strange if term not in OWN_NAMES] == []


def _stands(words: tuple[str, ...], stemmed: bool, texts: list[list[tuple[str, str]]]) -> bool:
    return any(
        tuple(forms[stemmed] for forms in text[place : place + len(words)]) == words
        for text in texts
        for place in range(len(text) - len(words) + 1)
    )


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A library with a record for each group, and one for each word that leads there."""
    records = [guidance(f"gd-{group.id}", group.preferred) for group in GROUPS]
    records += [
        guidance(f"gd-{group.id}-{number}", wording)
        for group in GROUPS
        for number, wording in enumerate(group.one_way)
    ]
    with built(tmp_path_factory.mktemp("groups"), pack(tuple(records))) as library:
        yield Searcher(library, Synonyms(GROUPS, ANALYSER), ANALYSER)


def test_one_way_words_lead_to_their_group(everything: Searcher) -> None:
    lost = [
        (wording, group.preferred)
        for group in GROUPS
        for wording in group.one_way
        if f"gd-{group.id}" not in ids(everything, wording, 1000)
    ]
    assert lost == []


def test_a_group_never_leads_to_its_one_way_words(everything: Searcher) -> None:
    swallowed = []
    for group in GROUPS:
        members = terms_of(group.terms)
        for hit in hits(everything, group.preferred, 1000):
            if hit.ref.id.startswith(f"gd-{group.id}-") and hit.reason.kind == "synonym":
                text = [ANALYSER.all_forms(hit.title)]
                # «food bank» is found because it says food.
                if not any(_stands(one.words, one.stemmed, text) for one in members):
                    swallowed.append((group.preferred, hit.title))
    assert swallowed == []


@pytest.mark.parametrize(
    ("slang", "meaning", "preferred"),
    [
        ("Hest", "og rytter", "heroin"),
        ("Snø", "i hele landet", "kokain"),
        ("Gress", "og ugress", "cannabis"),
        ("Syre", "på huden", "kokekar"),
        ("Mat", "til katten", "matutdeling"),
        ("Ring", "rundt øyet", "telefon"),
        ("Poster", "i budsjettet", "plakat"),
        ("Rop", "og rist", "dobbeltdiagnose"),
        ("Bar", "uten alkohol", "barn som pårørende"),
        ("Leve", "lenge", "sorg"),
        ("Nå", "eller aldri", "Anonyme Narkomane"),
        ("Å", "slippe", "Anonyme Alkoholikere"),
        ("Ås", "kommune", "anabole steroider"),
        ("Lærer", "og elev", "substitusjonsbehandling"),
        ("Måte", "å si det på", "matutdeling"),
        ("Særlig", "viktig", "sårstell"),
        ("År", "og dag", "venepleie"),
        ("Fast", "sted", "allmennlege"),
        ("Bare", "litt", "barneansvarlig"),
    ],
)
def test_another_meaning_is_not_found_through_a_group(
    tmp_path: Path, slang: str, meaning: str, preferred: str
) -> None:
    records = (guidance("gd-other", f"{slang} {meaning}"), guidance("gd-meant", preferred))
    with built(tmp_path, pack(records)) as library:
        assert ids(Searcher(library, Synonyms(GROUPS, ANALYSER), ANALYSER), preferred) == [
            "gd-meant"
        ]


@pytest.mark.parametrize("typed", ["lår", "Ås", "nå", "å", "at", "særlig", "måte", "år", "lærer"])
def test_ordinary_words_lead_to_no_group(tmp_path: Path, typed: str) -> None:
    records = [guidance(f"gd-{group.id}", group.preferred) for group in GROUPS]
    # A word that no record has would be looked up among those that are nearly it.
    records.append(guidance("gd-other", typed))
    with built(tmp_path, pack(tuple(records))) as library:
        found = hits(Searcher(library, Synonyms(GROUPS, ANALYSER), ANALYSER), typed, 1000)
        assert [hit.title for hit in found if hit.reason.kind == "synonym"] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("naloxone", "gd-nalokson-dose"),
        ("nalokson", "gd-nalokson-dose"),
        ("LAR", "gd-lar"),
        ("overdose", "gd-overdose"),
        ("sår", "gd-infeksjon-tegn"),
        ("abstinens", "ps-abstinens"),
        ("selvmord", "ps-selvmord"),
        ("hepatitt C", "gd-hepc"),
        ("rent utstyr", "ps-injeksjon"),
        ("pårørende", "gd-parorende"),
        ("tolk", "gd-tolk"),
        ("tannlege", "gd-tannhelse"),
        ("gravid", "gd-gravid-rus"),
        ("legevakt", "gd-legevakt"),
        ("NAV", "svc-nav"),
        ("DPS", "svc-dps"),
        ("AA", "svc-aa"),
        ("NA", "svc-na"),
        ("AA Oslo", "svc-aa"),
        ("NA møte", "svc-na"),
        ("vold", "svc-vo-linjen"),
    ],
)
def test_the_first_hit_of_what_is_asked_most(catalogue: Searcher, typed: str, first: str) -> None:
    assert ids(catalogue, typed)[0] == first


def test_a_crisis_centre_comes_first_whichever_form_its_name_has(catalogue: Searcher) -> None:
    for typed in ("krisesenter", "krisesenteret", "crisis centre", "women's shelter"):
        first = hits(catalogue, typed)[0].record
        assert isinstance(first, Service)
        assert first.category == "crisis_centre"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("10-2", "gd-tvang"),
        ("§ 10-2", "gd-tvang"),
        ("§10-2", "gd-tvang"),
        ("hol 10-2", "gd-tvang"),
        ("hol. § 10-2", "gd-tvang"),
        ("paragraf 10-2", "gd-tvang"),
        ("helse- og omsorgstjenesteloven § 10-2", "gd-tvang"),
        ("§ 10-3", "gd-tvang"),
        ("hol § 10-4", "gd-tvang"),
        ("§ 3-1", "gd-ohj-rus"),
        ("sphl § 3-1", "gd-ohj-rus"),
        ("§ 10a", "gd-barn-parorende"),
        ("hpl. § 10 a", "gd-barn-parorende"),
        ("§ 3-7 a", "gd-barn-parorende"),
        ("hpl § 33", "gd-barn-bekymring"),
        ("hpl § 32", "gd-gravid-rus"),
        ("hpl § 34", "gd-forerkort"),
        ("§ 2-2", "gd-rettigheter"),
        ("pbrl. § 2-1 b", "gd-rettigheter"),
    ],
)
def test_sections_of_laws(catalogue: Searcher, typed: str, first: str) -> None:
    assert ids(catalogue, typed)[0] == first
    # While it is typed in the window, too.
    assert catalogue.search(Request(typed, typing=True)).hits[0].ref.id == first


def test_numbers_with_a_hyphen_stand_together(tmp_path: Path) -> None:
    records = (
        guidance("gd-a", "Svar", "Etter § 10-2 i loven."),
        guidance("gd-b", "Tall", "2 av 10 svarte."),
    )
    with built(tmp_path, pack(records)) as library:
        searcher = Searcher(library, Synonyms([], ANALYSER), ANALYSER)
        assert ids(searcher, "10–2") == ids(searcher, "§ 10-2") == ["gd-a"]
        assert set(ids(searcher, "10 2")) == {"gd-a", "gd-b"}
        assert [hit.ref.id for hit in searcher.search(Request("10-2", typing=True)).hits] == [
            "gd-a"
        ]


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        # English
        ("wound", "gd-infeksjon-tegn"),
        ("overdose", "gd-overdose"),
        ("withdrawal", "ps-abstinens"),
        ("he is not breathing", "gd-overdose"),
        ("where can I get clean needles", "ps-injeksjon"),
        ("needle exchange", "gd-utstyrsplikt"),
        ("homeless shelter", "svc-huset-bergen"),
        ("suicide", "gd-selvmord"),
        ("interpreter", "gd-tolk"),
        ("dentist", "gd-tannhelse"),
        ("next of kin", "ps-parorende"),
        ("doctor", "svc-116117"),
        ("sexual assault", "svc-oslo-overgrepsmottaket"),
        ("help", "svc-helse-hjelpetelefoner"),
        # Polish
        ("przedawkowanie", "ps-overdose"),
        ("nalokson", "ps-nalokson"),
        ("rany", "ps-sar"),
        ("strzykawka", "ps-injeksjon"),
        ("pomoc", "svc-helse-hjelpetelefoner"),
        ("schronisko", "svc-huset-bergen"),
        ("tłumacz", "gd-tolk"),
        ("tlumacz", "gd-tolk"),
        ("dentysta", "gd-tannhelse"),
        ("ciąża", "gd-gravid-rus"),
        # Nynorsk
        ("sjølvmord", "gd-selvmord"),
        ("tilvising", "gd-henvisning"),
        ("pustar ikkje", "gd-overdose"),
        ("naudtelefon", "svc-113"),
        ("brukarrom", "gd-brukerrom"),
        ("pasient- og brukarombodet", "svc-pbo"),
        # Slang, brands, abbreviations
        ("narcan", "gd-nalokson-dose"),
        ("subutex", "gd-lar"),
        ("oxycontin", "gd-overdose"),
        ("sobril", "gd-abstinens-benzo"),
        ("amfetamin", "svc-rusinfo"),
        ("sosialen", "svc-nav"),
        ("stikke seg på sprøyte", "gd-stikkskade"),
        ("far ruser seg", "ps-parorende"),
        ("RPH", "svc-rph"),
        ("STI", "gd-tester"),
    ],
)
def test_words_people_use(catalogue: Searcher, typed: str, record: str) -> None:
    assert record in ids(catalogue, typed, 5)


def test_place_names_are_not_taken_for_foreign_words(catalogue: Searcher) -> None:
    # «rana» is Polish for a wound, and a municipality with services of its own.
    assert all("rana" in one or "helgeland" in one for one in ids(catalogue, "Rana", 3))
    assert ids(catalogue, "krisesenter rana")[0] == "svc-rana-krisesenter"
