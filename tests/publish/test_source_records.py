"""Source records: shorthands unfold, and what cannot be read names file, record and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from feltperm.catalogue.records import Area, Guidance, Phone, Service, Step, Urgency
from feltperm_publish import yamltext
from feltperm_publish.findings import Finding
from feltperm_publish.sources import read_sources


def service(resources: Path) -> Service:
    records = {record.id: record for record in read_sources(resources).records}
    found = records["svc-sample"]
    assert isinstance(found, Service)
    return found


def edit(resources: Path, old: str, new: str, file: str = "services/svc-sample.md") -> None:
    path = resources / "catalogue" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def findings(resources: Path) -> list[Finding]:
    return list(read_sources(resources).findings)


def test_every_sample_is_read(resources: Path) -> None:
    sources = read_sources(resources)
    assert sources.findings == ()
    assert [entry.file for entry in sources.entries] == [
        "catalogue/guidance/gd-sample.md",
        "catalogue/organisations/org-sample.md",
        "catalogue/posters/ps-sample.md",
        "catalogue/services/svc-line.md",
        "catalogue/services/svc-sample.md",
    ]
    assert sources.header is not None
    assert (sources.header.format, sources.header.seq) == (1, 2)


def test_shorthands_unfold(resources: Path) -> None:
    record = service(resources)
    assert record.title == {"nb": "Prøvestedet"}
    assert record.area == Area(municipalities=("0301",))
    assert record.phones == (Phone(number="22400040"), Phone(number="02800", note={"nb": "kveld"}))
    assert record.schedules[0].byday == ("MO", "TU", "WE", "TH", "FR")
    assert record.schedules[0].opens_at == "09:00"
    assert (record.free, record.referral, record.drop_in) == (True, False, None)
    assert record.body == {"nb": "Et sted som **ikke** finnes. Se [siden](https://example.org)."}
    guidance = read_sources(resources).records[0]
    assert isinstance(guidance, Guidance)
    assert guidance.steps[0] == Step(title={"nb": "Første steg"})
    assert guidance.urgency == (Urgency(level="call_113", signs=({"nb": "Et oppdiktet tegn"},)),)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("MO", ("MO",)),
        ("MO,WE", ("MO", "WE")),
        ('"MO, WE-FR"', ("MO", "WE", "TH", "FR")),
        ("[SA, SU]", ("SA", "SU")),
        ("FR-MO", ("FR", "SA", "SU", "MO")),
    ],
)
def test_weekdays_as_people_write_them(
    resources: Path, written: str, days: tuple[str, ...]
) -> None:
    edit(resources, "byday: MO-FR", f"byday: {written}")
    assert service(resources).schedules[0].byday == days


def test_empty_value_is_not_stated(resources: Path) -> None:
    edit(resources, "free: true", "free:\nemail: ''\nfees: {nb: ''}\nlanguages:")
    record = service(resources)
    assert (record.free, record.email, record.fees, record.languages) == (None, "", {}, ())


def test_body_in_another_language_stands_in_the_front_matter(resources: Path) -> None:
    edit(resources, "free: true", "body: {en: A place.}")
    assert service(resources).body["en"] == "A place."
    assert service(resources).body["nb"].startswith("Et sted")


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("free: true", "fre: true", "fre", "no such field"),
        ("free: true", "free: perhaps", "free", "Expected `bool | null`"),
        ("byday: MO-FR", "byday: MONDAY", "schedules[0].byday", "not a weekday"),
        ("note: kveld", "nte: kveld", "phones[1].nte", "no such field"),
        ("offers: [naloxone]", "offers: naloxone", "offers", "Expected `array`"),
        ("free: true", "id: svc-other", "id", "the file's name is the id"),
        ("free: true", "body: en gang til", "body", "do not give it twice"),
        ("free: true", "title: to ganger", "", "line 15: 'title' stands twice"),
        ("free: true", "free: [true", "", "line "),
        ("title: Prøvestedet\n", "", "", "missing required field `title`"),
        ("needs_check: true", "status: gone", "status", "Invalid enum value 'gone'"),
    ],
)
def test_what_cannot_be_read_names_file_record_and_field(
    resources: Path, old: str, new: str, field: str, words: str
) -> None:
    edit(resources, old, new)
    (finding,) = findings(resources)
    assert finding.file == "catalogue/services/svc-sample.md"
    assert finding.record == "svc-sample"
    assert finding.field == field
    assert words in finding.message
    assert len(read_sources(resources).entries) == 4, "the others are read all the same"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "must start with ---"),
        ("title: uten streker\n", "must start with ---"),
        ("---\ntitle: Uten slutt\n", "no closing ---"),
        ("---\n- liste\n---\n", "not a mapping"),
        ("---\ntitle: *anker\n---\n", "undefined alias"),
    ],
)
def test_file_without_front_matter_is_a_finding(resources: Path, text: str, words: str) -> None:
    path = resources / "catalogue" / "services" / "svc-line.md"
    path.write_text(text, encoding="utf-8")
    (finding,) = findings(resources)
    assert words in finding.message


def test_file_that_is_not_utf_8_is_a_finding(resources: Path) -> None:
    path = resources / "catalogue" / "services" / "svc-line.md"
    path.write_bytes(path.read_bytes().replace("ø".encode(), b"\xf8"))
    (finding,) = findings(resources)
    assert "is not UTF-8" in finding.message


@pytest.mark.parametrize("name", ["services/svc-line.txt", "service/svc-new.md", "notes.md"])
def test_file_nothing_reads_is_a_finding(resources: Path, name: str) -> None:
    path = resources / "catalogue" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("---\ntitle: x\n---\n", encoding="utf-8")
    assert findings(resources) == [Finding(f"catalogue/{name}", "", "", "not a source record")]


def test_header_without_a_number_is_a_finding(resources: Path) -> None:
    edit(resources, "seq: 2", "seq: two", file="pack.yaml")
    (finding,) = findings(resources)
    assert (finding.file, finding.field) == ("catalogue/pack.yaml", "seq")
    assert read_sources(resources).header is None


def test_scalars_keep_their_characters() -> None:
    text = "[no, on, 08588, 09:00, 2026-11-22, 1e3, ~, null]"
    assert yamltext.parse(text) == [
        "no", "on", "08588", "09:00", "2026-11-22", "1e3", "~", "null"
    ]  # fmt: skip
