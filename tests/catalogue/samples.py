"""A small country with a small catalogue, for the tests of several rooms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from feltperm.catalogue.areas import Geography, Municipality
from feltperm.catalogue.build import build_library
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import (
    Area,
    Guidance,
    Organisation,
    Pack,
    PackHeader,
    Phone,
    Poster,
    Record,
    Schedule,
    Service,
    Source,
    Step,
)
from feltperm.search import Analyser, Searcher, SearchIndex, Synonyms
from feltperm.search.synonyms import Group

TRONDHEIM, ORLAND, TROMSO, OSLO, KARASJOK = "5001", "5057", "5501", "0301", "5610"


def _municipality(number: str, name: str, county: str, region: str, **more: Any) -> Municipality:
    return Municipality(
        number=number, name=name, county=county, health_region=region, lat=60.0, lon=10.0, **more
    )


GEOGRAPHY = Geography(
    [
        _municipality(OSLO, "Oslo", "Oslo", "Sør-Øst"),
        _municipality("3301", "Drammen", "Buskerud", "Sør-Øst"),
        _municipality("3420", "Elverum", "Innlandet", "Sør-Øst"),
        _municipality("3415", "Sør-Odal", "Innlandet", "Sør-Øst", administrative_centre="Skarnes"),
        _municipality(TRONDHEIM, "Trondheim", "Trøndelag", "Midt-Norge"),
        _municipality(
            ORLAND, "Ørland", "Trøndelag", "Midt-Norge", administrative_centre="Botngård"
        ),
        _municipality("1508", "Ålesund", "Møre og Romsdal", "Midt-Norge"),
        _municipality(TROMSO, "Tromsø", "Troms", "Nord"),
        _municipality(KARASJOK, "Kárášjohka", "Finnmark", "Nord", name_norwegian="Karasjok"),
    ]
)

_READ = (Source(publisher="Kommunen", title="Om tilbudet", read_on="2026-11-22"),)


def service(record_id: str, title: str, summary: str = "", **more: Any) -> Service:
    return Service(
        id=record_id,
        title={"nb": title},
        summary={"nb": summary} if summary else {},
        sources=_READ,
        **more,
    )


def guidance(record_id: str, title: str, summary: str = "", **more: Any) -> Guidance:
    return Guidance(
        id=record_id,
        title={"nb": title},
        summary={"nb": summary} if summary else {},
        sources=_READ,
        **more,
    )


RECORDS: tuple[Record, ...] = (
    service(
        "svc-113",
        "Medisinsk nødtelefon 113",
        "Ring når det er fare for liv.",
        phones=(Phone(number="113", display="113"),),
        schedules=(Schedule(byday=DAYS, opens_at="00:00", closes_at="24:00", holidays="as_usual"),),
        area=Area(country=True),
        referral=False,
    ),
    service(
        "svc-kirkens-sos",
        "Kirkens SOS",
        "Noen å snakke med, på telefon og chat.",
        phones=(Phone(number="22400040", display="22 40 00 40"),),
        area=Area(country=True),
    ),
    service(
        "svc-feltpleien-trondheim",
        "Feltpleien i Trondheim",
        "Sårstell, rene sprøyter og en samtale. Du trenger ikke time.",
        area=Area(municipalities=(TRONDHEIM,)),
        schedules=(
            Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at="09:00", closes_at="15:00"),
        ),
        referral=False,
        organisation="org-stolav",
        addresses=(),
    ),
    service(
        "svc-feltpleien-oslo",
        "Feltpleien i Oslo",
        "Helsehjelp nær gata.",
        area=Area(municipalities=(OSLO,)),
        schedules=(Schedule(byday=DAYS, opens_at="20:00", closes_at="02:00"),),
    ),
    service(
        "svc-rusakutt-midt",
        "Rusakutt ved St. Olavs hospital",
        "Akutt rusbehandling når det haster.",
        area=Area(counties=("Trøndelag",)),
        referral=True,
    ),
    service(
        "svc-ambulant-nord",
        "Ambulant team",
        "Kommer hjem til deg.",
        area=Area(health_regions=("Nord",)),
    ),
    service(
        "svc-gammel-klinikk",
        "Rusbehandling ved den gamle klinikken",
        "Rusbehandling i åtte uker.",
        status="historical",
        area=Area(municipalities=(TRONDHEIM,)),
    ),
    Organisation(
        id="org-stolav",
        title={"nb": "St. Olavs hospital"},
        area=Area(counties=("Trøndelag",)),
        sources=_READ,
    ),
    guidance(
        "gd-overdose",
        "Overdose: det du gjør",
        "Ring 113, gi nalokson og bli hos personen.",
        steps=(Step(title={"nb": "Rop og rist"}), Step(title={"nb": "Ring 113"})),
        area=Area(country=True),
        critical=True,
    ),
    guidance(
        "gd-lar",
        "LAR: hva det er",
        "Legemiddelassistert rehabilitering for den som er avhengig av opioider.",
        alternate_names=("LAR",),
        area=Area(country=True),
    ),
    guidance("gd-sproyter", "Brukte sprøyter", "Slik kaster du dem."),
    guidance("gd-sar", "Sår: når haster det?", "Feber og frysninger er tegn på at det haster."),
    guidance(
        "gd-tsb",
        "Henvisning til rusbehandling",
        "Fastlegen kan henvise til behandling.",
        body={"nb": "## Hvem\n\n* Alle med **rus** og [samtykke](https://example.org/skjema)."},
    ),
    Poster(
        id="ps-overdose",
        title={"nb": "Overdose", "en": "Overdose"},
        steps_from="gd-overdose",
        related=("gd-lar",),
    ),
)

#: What the user wrote: one record of his own, and one that speaks about another.
OWN: tuple[Record, ...] = (
    service(
        "eget-sted", "Varmestua vår", "Kaffe og sprøyter.", area=Area(municipalities=(ORLAND,))
    ),
    service(
        "eget-feltpleien",
        "Feltpleien har flyttet",
        "Ny inngang fra gården.",
        about="national/svc-feltpleien-trondheim",
    ),
)

SYNONYMS = (
    Group(
        "syn-1",
        "LAR",
        ("LAR", "legemiddelassistert rehabilitering", "substitusjonsbehandling"),
        one_way=("OMT",),
    ),
    Group("syn-2", "feltpleie", ("feltpleie", "feltsykepleie", "gatesykepleie")),
    Group("syn-3", "opioid", ("opioid", "opioider", "heroin"), one_way=("hest",)),
)


def pack(records: tuple[Record, ...] = RECORDS, name: str = "national", sha256: str = "") -> Pack:
    header = PackHeader(
        format=1,
        pack=name,
        seq=1,
        published="2026-11-25",
        publisher="Feltperm" if name == "national" else "Vi",
        languages=("nb",),
        holidays={"2026-12-25": "1. juledag"} if name == "national" else {},
    )
    return Pack(header=header, records=records, sha256=sha256 or name)


def built(folder: Path, *packs: Pack) -> Library:
    path = folder / "library.sqlite"
    build_library(path, packs or (pack(), pack(OWN, "local")), SearchIndex(), GEOGRAPHY)
    return Library(path)


def searcher(library: Library) -> Searcher:
    analyser = Analyser()
    return Searcher(library, Synonyms(SYNONYMS, analyser), analyser)
