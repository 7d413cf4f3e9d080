"""The rules of the lint: the samples keep them all, and each slip is found and named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from sample_sources import SOURCE

from feltperm.catalogue.records import Guidance, Record, Service
from feltperm_publish.findings import Finding
from feltperm_publish.lint import check
from feltperm_publish.place import Place

TODAY = date(2026, 11, 26)

SERVICE = "catalogue/services/svc-sample.md"
GUIDANCE = "catalogue/guidance/gd-sample.md"
POSTER = "catalogue/posters/ps-sample.md"


def edit(resources: Path, file: str, old: str, new: str) -> None:
    path = resources / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def findings(resources: Path) -> list[Finding]:
    return check(Place(resources, resources), TODAY)[2]


def test_samples_keep_every_rule(resources: Path) -> None:
    assert findings(resources) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("title: Prøvestedet", "title: {en: Sample}", "title.nb", "missing"),
        ("related: [gd-sample]", "related: [gd-gone]", "related[0]", "no record 'gd-gone'"),
        ("related: [gd-sample]", "related: [svc-sample]", "related[0]", "itself"),
        ("organisation: org-sample", "organisation: org-gone", "organisation", "no record"),
        ("organisation: org-sample", "organisation: gd-sample", "organisation", "is no"),
        ("free: true", "about: svc-line", "about", "the other pack's id"),
        ("free: true", "about: sample/svc-line", "about", "the other pack's id"),
        ("topics: [overdose]", "topics: [overdoze]", "topics", "unknown topic 'overdoze'"),
        ("free: true", "audience: [cats]", "audience", "unknown audience 'cats'"),
        ("free: true", "audience: [everyone, relatives]", "audience", "stands alone"),
        ("category: low_threshold", "category: low", "category", "unknown category 'low'"),
        ("offers: [naloxone]", "offers: [beer]", "offers", "unknown offer 'beer'"),
        ("municipalities: [0301]", "municipalities: [0302]", "area.municipalities", "'0302'"),
        ("municipalities: [0301]", "counties: [Viken]", "area.counties", "'Viken'"),
        ("municipalities: [0301]", "health_regions: [Syd]", "area.health_regions", "'Syd'"),
        ("free: true", "languages: [nb, xx]", "languages", "unknown language 'xx'"),
        ("free: true", "fees: {no: Gratis}", "fees", "unknown language 'no'"),
        ("note: kveld", "note: {no: kveld}", "phones[1].note", "unknown language 'no'"),
        ("free: true", "reviewed: {no: {by: A, role: b, on: 2026-01-01}}", "reviewed", "'no'"),
        (", read_on: 2026-11-22", ", read_on: 22.11.2026", "sources[0].read_on", "not a date"),
        ("read_on: 2026-11-22", "read_on: 2026-02-30", "sources[0].read_on", "not a date"),
        ("read_on: 2026-11-22", "read_on: 20261122", "sources[0].read_on", "not a date"),
        ("title: Side om prøver", "title: ''", "sources[0]", "`title`"),
        ("read_on:", "published: 1.2.2020, read_on:", "sources[0].published", "not a date"),
        ("https://example.org/prove", "ftp://example.org", "sources[0].url", "https or http"),
        ("https://example.org/prove", "https://", "sources[0].url", "https or http"),
        ("https://example.org/prove", "https://[x", "sources[0].url", "not an address"),
        ("free: true", "url: www.example.org", "url", "https or http"),
        ("free: true", "verified_on: i fjor", "verified_on", "not a date"),
        ("free: true", "valid_from: 2027-02-01\nvalid_until: 2027-01-01", "valid_until", "before"),
        ("opens_at: 09:00", "opens_at: 9:00", "schedules[0].opens_at", "not a time"),
        ("opens_at: 09:00", 'opens_at: "24:00"', "schedules[0].opens_at", "not a time"),
        ("closes_at: 15:00", "closes_at: 25:00", "schedules[0].closes_at", "not a time"),
        ("byday: MO-FR", "dates: [2026-13-01]", "schedules[0].dates[0]", "not a date"),
        ("byday: MO-FR", "dates:", "schedules[0]", "either byday or dates"),
        ("22400040", "12345678", "phones[0].number", "not a number in use"),
        ("22400040", "22 40 00 40", "phones[0].number", "digits only"),
        ("22400040", "+4722400040", "phones[0].note", "from abroad"),
        ("topics: [overdose]\n", "", "topics", "one to four"),
        ("note: kveld", "display: 0 28 00", "phones[1].display", "leave it out"),
        ("Prøvestedet", "Pro\u0301vestedet", "title.nb", "normal form NFC"),
        ("Et sted", "Et <b>sted</b>", "body.nb", "HTML: '<b>'"),
        ("Et sted", "Et&nbsp;sted", "body.nb", "HTML"),
        ("Et sted", "Et\tsted", "body.nb", "control character"),
        ("Et sted", "![bilde](https://example.org/a.png)", "body.nb", "picture"),
        ("(https://example.org)", "(file:///etc/passwd)", "body.nb", "only https"),
        ("(https://example.org)", "(gd-sample)", "body.nb", "only https"),
        ("free: true", "verified_on: 2026-11-27", "verified_on", "after today"),
        ("read_on: 2026-11-22", "read_on: 2027-01-01", "sources[0].read_on", "after today"),
        ("Et sted", "Et farligst sted", "body.nb", "«farligst»: say what to do instead"),
        (
            "schedules:\n",
            "schedules:\n  - {byday: TU, opens_at: 14:30, closes_at: 16:00}\n",
            "schedules[1]",
            "overlaps",
        ),
        (
            "schedules:\n",
            "schedules:\n  - {byday: SU, opens_at: 22:00, closes_at: 02:00}\n"
            "  - {byday: SU, opens_at: 23:00, closes_at: 24:00}\n",
            "schedules[1]",
            "overlaps",
        ),
        (
            "closes_at: 15:00",
            "closes_at: 15:00\n    exceptions: [{date: 2026-12-24, opens_at: 10:00}]",
            "schedules[0].exceptions[0]",
            "both opens_at and closes_at",
        ),
        (
            "closes_at: 15:00",
            "closes_at: 15:00\n    exceptions: [{date: 2026-12-24, until: 2026-12-20}]",
            "schedules[0].exceptions[0].until",
            "before it begins",
        ),
        (
            "closes_at: 15:00",
            "closes_at: 15:00\n    exceptions:\n"
            "      - {date: 2026-12-20, until: 2026-12-24, closed: true}\n"
            "      - {date: 2026-12-24, closed: false}",
            "schedules[0].exceptions",
            "two exceptions for one day",
        ),
        (
            "schedules:\n",
            "schedules:\n  - {byday: FR, opens_at: 22:00, closes_at: 04:00}\n"
            "  - {byday: SA, opens_at: 02:00, closes_at: 06:00}\n",
            "schedules[1]",
            "overlaps",
        ),
        (
            "schedules:\n",
            "schedules:\n  - {byday: SU, opens_at: 22:00, closes_at: 09:30}\n",
            "schedules[1]",
            "overlaps",
        ),
        (
            "closes_at: 15:00",
            "closes_at: 15:00\n    valid_from: 2026-12-01\n    valid_to: 2026-06-01",
            "schedules[0].valid_to",
            "before valid_from",
        ),
    ],
)
def test_slip_in_a_service_is_found(
    resources: Path, old: str, new: str, field: str, words: str
) -> None:
    edit(resources, SERVICE, old, new)
    found = findings(resources)
    assert [(one.file, one.record, one.field) for one in found] == [(SERVICE, "svc-sample", field)]
    assert words in found[0].message


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "words"),
    [
        (POSTER, "steps_from: gd-sample", "colour: red", "steps_from", "either"),
        (POSTER, "steps_from:", "items: [Linje]\nsteps_from:", "steps_from", "either"),
        (POSTER, "steps_from: gd-sample", "steps_from: svc-line", "steps_from", "is no guidance"),
        ("catalogue/pack.yaml", "pack: sample", "pack: Sample", "pack", "small letters"),
        ("catalogue/pack.yaml", "seq: 2", "seq: 0", "seq", "starts at 1"),
        ("catalogue/pack.yaml", '"2026-11-25"', "25.11.2026", "published", "not a date"),
        ("catalogue/pack.yaml", "[nb]", "[no]", "languages", "unknown language"),
        ("emergency/card.yaml", "gd-sample", "gd-gone", "", "a guidance gd-gone"),
        ("emergency/card.yaml", "[svc-line]", "[org-sample]", "", "with a phone"),
        ("emergency/card.yaml", "numbers:", "nombers:", "nombers", "no such field"),
        ("emergency/card.yaml", "tabs:", "tabs: [", "", "line 2"),
    ],
)
def test_slip_elsewhere_is_found(
    resources: Path, file: str, old: str, new: str, field: str, words: str
) -> None:
    edit(resources, file, old, new)
    (finding,) = findings(resources)
    assert (finding.file, finding.field) == (file, field)
    assert words in finding.message


def test_record_without_a_source_is_found(resources: Path) -> None:
    edit(resources, SERVICE, SOURCE, "")
    (finding,) = findings(resources)
    assert (finding.field, finding.message) == ("sources", "are missing")


def test_poster_of_a_guidance_without_steps_is_found(resources: Path) -> None:
    edit(resources, GUIDANCE, "  - Første steg\n  - {title: Andre steg, detail: Forklaring}\n", "")
    (finding,) = findings(resources)
    assert (finding.record, finding.message) == ("ps-sample", "'gd-sample' has no steps")


def test_step_with_a_pictogram_nobody_drew_is_found(resources: Path) -> None:
    edit(resources, GUIDANCE, "detail: Forklaring", "detail: Forklaring, icon: rocket")
    (finding,) = findings(resources)
    assert (finding.field, finding.message) == ("steps[1].icon", "there is no pictogram 'rocket'")
    drawing = resources / "icons" / "pictograms" / "rocket.svg"
    drawing.parent.mkdir()
    drawing.write_text("<svg/>", encoding="utf-8")
    assert findings(resources) == []


def test_number_for_calls_from_abroad_may_have_its_country_code(resources: Path) -> None:
    edit(resources, SERVICE, "  - 22400040\n", "  - {number: '+4722400040', note: Fra utlandet}\n")
    assert findings(resources) == []


def test_same_id_in_two_folders_is_found(resources: Path) -> None:
    text = (resources / SERVICE).read_text(encoding="utf-8")
    twin = resources / "catalogue/services/more/svc-sample.md"
    twin.parent.mkdir()
    twin.write_text(text, encoding="utf-8")
    (finding,) = findings(resources)
    assert "another file has the same name" in finding.message


def test_file_name_that_is_no_slug_is_found(resources: Path) -> None:
    path = resources / "catalogue/services/svc-line.md"
    path.rename(path.with_name("Svc_Line.md"))
    assert ("Svc_Line", "id") in [(one.record, one.field) for one in findings(resources)]


def test_missing_word_list_is_an_error_not_a_finding(resources: Path) -> None:
    (resources / "vocabulary" / "topics.yaml").unlink()
    with pytest.raises(OSError, match=r"topics\.yaml"):
        findings(resources)


def test_finding_reads_as_a_place_and_a_sentence() -> None:
    finding = Finding(SERVICE, "svc-sample", "phones[0].number", "'1' is not a number")
    assert str(finding) == f"{SERVICE}: svc-sample: phones[0].number: '1' is not a number"
    assert str(Finding("a.yaml", "", "", "gone")) == "a.yaml: gone"


def test_a_place_with_another_description_or_season_may_overlap(resources: Path) -> None:
    edit(
        resources,
        SERVICE,
        "schedules:\n",
        "schedules:\n"
        "  - {byday: TU, opens_at: 14:30, closes_at: 16:00, description: Lege}\n"
        "  - {byday: WE, opens_at: 10:00, closes_at: 16:00, valid_to: 2026-06-01}\n",
    )
    edit(resources, SERVICE, "  - byday: MO-FR\n", "  - byday: MO-FR\n    valid_from: 2026-06-02\n")
    assert findings(resources) == []


def test_a_source_without_its_day_is_a_warning_and_counts_as_unconfirmed(resources: Path) -> None:
    edit(resources, SERVICE, ", read_on: 2026-11-22", "")
    (finding,) = findings(resources)
    assert (finding.field, finding.severity) == ("sources[0].read_on", "warning")
    assert "unconfirmed" in str(finding)


def test_what_has_ended_is_a_warning_until_it_is_marked(resources: Path) -> None:
    edit(resources, SERVICE, "free: true", "free: true\nvalid_until: 2026-11-25")
    (finding,) = findings(resources)
    assert (finding.field, finding.severity) == ("valid_until", "warning")
    edit(resources, SERVICE, "free: true", "free: true\nstatus: historical")
    assert findings(resources) == []


def test_two_records_of_one_title_cannot_be_told_apart(resources: Path) -> None:
    edit(resources, "catalogue/services/svc-line.md", "nb: Prøvetelefonen", "nb: prøvestedet")
    (finding,) = findings(resources)
    assert finding.field == "title.nb"
    assert "'svc-line'" in finding.message


def test_a_long_sentence_of_guidance_is_found_in_every_part(resources: Path) -> None:
    long = " ".join(["ord"] * 26)
    edit(resources, GUIDANCE, "Brødtekst.", f"Kort setning. {long}.")
    edit(resources, GUIDANCE, "Et oppdiktet tegn", long)
    found = {one.field: one.message for one in findings(resources)}
    assert set(found) == {"body.nb", "urgency[0].signs[0].nb"}
    assert all("26 words" in message for message in found.values())


def test_a_source_is_called_what_it_is_called(resources: Path) -> None:
    edit(resources, GUIDANCE, "title: Side om prøver", f"title: {' '.join(['ord'] * 30)}")
    assert findings(resources) == []


def test_whom_a_guidance_says_to_call_has_a_number(resources: Path) -> None:
    edit(resources, GUIDANCE, "clinical: true", "clinical: true\nwho_to_call: [svc-line]")
    edit(resources, "catalogue/services/svc-line.md", "phones: [116117]\n", "")
    found = {one.field: one.message for one in findings(resources)}
    assert found["who_to_call[0]"] == "'svc-line' has no number to call"


def test_a_sentence_as_long_as_allowed_is_fine(resources: Path) -> None:
    edit(resources, GUIDANCE, "Brødtekst.", " ".join(["ord"] * 25) + ". Og én til.")
    assert findings(resources) == []


def test_an_organisation_is_called_what_it_is_called(resources: Path) -> None:
    edit(resources, SERVICE, "title: Prøvestedet", "title: Farlige venner")
    assert findings(resources) == []


@pytest.mark.parametrize("number", ["22 40 00 41", "915 08 588", "116 000"])
def test_a_number_in_a_text_that_is_nobodys_is_found(resources: Path, number: str) -> None:
    edit(resources, GUIDANCE, "Brødtekst.", f"Ring {number}.")
    (finding,) = findings(resources)
    assert (finding.field, finding.message.partition(" is ")[0]) == ("body.nb", number)


def test_a_number_in_a_text_may_be_that_of_a_service(resources: Path) -> None:
    edit(
        resources, GUIDANCE, "Brødtekst.", "Ring 22 40 00 40 eller 116 117. Det tar 10–15 minutter."
    )
    assert findings(resources) == []


def test_whom_a_guidance_says_to_call_is_a_service(resources: Path) -> None:
    edit(
        resources, GUIDANCE, "clinical: true", "clinical: true\nwho_to_call: [svc-line, org-sample]"
    )
    (finding,) = findings(resources)
    assert (finding.field, finding.message) == ("who_to_call[1]", "'org-sample' is no service")


ALERT = f"""\
---
title: Prøvevarsel
topics: [overdose]
level: acute
certainty: suspected
said_by: Prøveutgiver
phrases: [alert.new]
changes: [{{service: svc-sample, status: temporarily_closed}}]
valid_from: 2026-11-20
valid_until: 2026-12-20
{SOURCE}---
"""


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("valid_until: 2026-12-20\n", "", "valid_until", "last day"),
        ("said_by: Prøveutgiver\n", "", "said_by", "who says so"),
        ("certainty: suspected\n", "", "certainty", "confirmed or suspected"),
        ("[alert.new]", "[alert.old]", "phrases[0]", "no phrase"),
        ("service: svc-sample", "service: svc-gone", "changes[0].service", "no service"),
        ("service: svc-sample", "service: gd-sample", "changes[0].service", "no service"),
        ("level: acute", "level: acute\nwithdrawn_on: 2026-11-25", "withdrawn_on", "both"),
        ("level: acute", "level: acute\nseen_on: 2026-11-27", "seen_on", "after today"),
        ("valid_from: 2026-11-20\n", "", "valid_from", "first day"),
        (
            "level: acute",
            "level: acute\nstatus: withdrawn\nwithdrawn_on: 2026-11-27",
            "withdrawn_on",
            "after today",
        ),
    ],
)
def test_slip_in_an_alert_is_found(
    resources: Path, old: str, new: str, field: str, words: str
) -> None:
    path = resources / "catalogue/alerts/al-sample.md"
    path.parent.mkdir()
    path.write_text(ALERT, encoding="utf-8")
    assert findings(resources) == []
    edit(resources, "catalogue/alerts/al-sample.md", old, new)
    (finding,) = findings(resources)
    assert finding.field == field
    assert words in finding.message


def national() -> tuple[Record, ...]:
    return (
        Service(id="svc-113", title={"nb": "113"}, category="emergency"),
        Service(id="svc-place", title={"nb": "Et sted"}),
        Guidance(id="gd-overdose", title={"nb": "Overdose"}, critical=True),
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (SERVICE, "category: low_threshold", "category: emergency", "category"),
        (SERVICE, "free: true", "about: national/svc-113", "about"),
        (SERVICE, "free: true", "about: national/gd-overdose", "about"),
        (SERVICE, "free: true", "about: national/svc-gone", "about"),
    ],
)
def test_another_pack_cannot_speak_for_113_or_the_overdose_steps(
    resources: Path, file: str, old: str, new: str, field: str
) -> None:
    edit(resources, GUIDANCE, "critical: true\n", "")
    edit(resources, "vocabulary/categories.yaml", "helpline:", "emergency: {nb: Nød}\nhelpline:")
    sample = Place(resources, resources, national())
    assert check(sample, TODAY)[2] == []
    edit(resources, file, old, new)
    (finding,) = check(sample, TODAY)[2]
    assert (finding.record, finding.field) == ("svc-sample", field)


def test_another_pack_cannot_take_the_id_of_a_national_record(resources: Path) -> None:
    edit(resources, GUIDANCE, "critical: true\n", "")
    taken = msgspec.structs.replace(national()[1], id="svc-line")
    (finding,) = check(Place(resources, resources, (taken,)), TODAY)[2]
    assert (finding.record, finding.field) == ("svc-line", "id")


@pytest.mark.parametrize("name", ["national", "local"])
def test_another_pack_cannot_take_the_programs_own_names(resources: Path, name: str) -> None:
    edit(resources, GUIDANCE, "critical: true\n", "")
    edit(resources, "catalogue/pack.yaml", "pack: sample", f"pack: {name}")
    (finding,) = check(Place(resources, resources, national()), TODAY)[2]
    assert (finding.file, finding.field) == ("catalogue/pack.yaml", "pack")


@pytest.mark.parametrize("blank", ["{fra}", "{adresse}"])
def test_a_phrase_with_a_blank_that_no_alert_fills_is_found(resources: Path, blank: str) -> None:
    path = resources / "catalogue/alerts/al-sample.md"
    path.parent.mkdir()
    path.write_text(ALERT.replace("[alert.new]", "[alert.new, ops.open]"), encoding="utf-8")
    edit(
        resources,
        "vocabulary/phrases.yaml",
        "phrases: {",
        f'phrases: {{ops.open: {{text: {{nb: "Fra {blank}"}}}}, ',
    )
    (finding,) = findings(resources)
    assert (finding.record, finding.field) == ("al-sample", "phrases[1]")
    assert "blank" in finding.message
