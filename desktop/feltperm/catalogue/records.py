"""The record types of a pack (DESIGN section 2).

Services take the names of Open Referral HSDS 3.0 where it has one (phones, schedules, byday,
opens_at, eligibility, application_process, fees, accessibility); the rest is what HSDS lacks.

Three answers everywhere: ``True``, ``False`` and ``None`` for *not stated*. An empty string or
tuple also means not stated, never "none". Dates are ISO ``YYYY-MM-DD``, times ``HH:MM`` in
Norwegian local time, days RFC 5545 (``MO`` ... ``SU``), municipalities four-digit numbers.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

__all__ = [
    "KINDS", "LANGUAGES", "PICTURE_BYTES", "Address", "Alert", "AlertLevel", "Area", "Certainty",
    "Conversation", "Day", "Guidance", "Kind", "Organisation", "Pack", "PackHeader", "Phone",
    "Picture", "Poster", "PosterColour", "PosterForm", "PosterLayout", "Record", "Review",
    "Schedule", "ScheduleException", "Service", "ServiceChange", "Sign", "Source", "Status", "Step",
    "Text", "Urgency", "UrgencyLevel", "kind_of", "pick",
]  # fmt: skip

#: One wording in several languages, by language code: ``{"nb": ..., "en": ...}``.
Text: TypeAlias = dict[str, str]

Kind: TypeAlias = Literal["service", "organisation", "guidance", "poster", "alert"]
Status: TypeAlias = Literal[
    "current", "historical", "withdrawn", "temporarily_closed", "changed_operation"
]
Day: TypeAlias = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
UrgencyLevel: TypeAlias = Literal["call_113", "call_legevakt", "same_day", "self_care"]
AlertLevel: TypeAlias = Literal["acute", "changed", "info"]
Certainty: TypeAlias = Literal["confirmed", "suspected"]
#: ``letter`` is a form to fill in by hand: a line with ``[ ]`` is ticked, ``___`` is written on.
PosterLayout: TypeAlias = Literal["steps", "list", "letter"]
#: What a poster can be had as beside its own layout: three words to be read at 3 m, ten cards on a
#: sheet, the week of a service.
PosterForm: TypeAlias = Literal["signs", "cards", "week"]
PosterColour: TypeAlias = Literal["red", "teal", "blue", "green", "brown", "violet"]

#: The most bytes of a picture's file; what is larger is neither published nor drawn.
PICTURE_BYTES = 2_000_000
KINDS: tuple[Kind, ...] = ("service", "organisation", "guidance", "poster", "alert")
LANGUAGES: tuple[str, ...] = ("nb", "nn", "en", "se", "pl", "uk", "ar", "so")


class _Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Immutable; what equals its default is left out of the pack."""


class Source(_Struct, frozen=True):
    """Where a fact was read.

    Attributes:
        read_on: the day it was read; without it the fact is unconfirmed.
        published: only if the source itself says so.
    """

    publisher: str
    title: str
    read_on: str = ""
    url: str = ""
    published: str = ""


class Review(_Struct, frozen=True):
    """The named professional who checked one language of a record."""

    by: str
    role: str
    on: str


class Area(_Struct, frozen=True):
    """Whom a record is for, geographically. All empty means *not stated*."""

    country: bool = False
    health_regions: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()


class Phone(_Struct, frozen=True):
    """A telephone number.

    Attributes:
        number: digits only, ``+`` and country code for foreign numbers.
        display: grouped for people in Norway (``22 40 00 40``); baked in when compiled.
        note: what the number is for, as in «vakttelefon».
    """

    number: str
    display: str = ""
    note: Text = {}


class ScheduleException(_Struct, frozen=True):
    """A day that differs, or all days to ``until``, as for a summer closure.

    ``opens_at`` empty and ``closed`` None means not settled; ``closed`` False without hours means
    as usual.
    """

    date: str
    until: str = ""
    opens_at: str = ""
    closes_at: str = ""
    closed: bool | None = None


class Schedule(_Struct, frozen=True):
    """Opening hours or an outreach round: one interval on some weekdays, or on single dates.

    ``closes_at`` at or before ``opens_at`` means past midnight; ``24:00`` is the day's end.
    Several intervals a day are several schedules. ``holidays`` is how public holidays are
    treated; None is not stated, and then a holiday is neither open nor closed.
    """

    opens_at: str
    closes_at: str
    byday: tuple[Day, ...] = ()
    dates: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    holidays: Literal["as_usual", "closed"] | None = None
    exceptions: tuple[ScheduleException, ...] = ()
    place: str = ""
    description: Text = {}


class Address(_Struct, frozen=True):
    """A visiting address."""

    line: str
    postcode: str = ""
    city: str = ""


class Step(_Struct, frozen=True):
    """One action, in a few words, with an optional explanation and pictogram name."""

    title: Text
    detail: Text = {}
    icon: str = ""


class Sign(_Struct, frozen=True):
    """One of the three things to do that a sign shows to be read at 3 m (SCREENS section 4).

    Attributes:
        words: a verb or a short call of at most 12 letters, as its step says it.
        call_113: the number stands large under it.
    """

    words: Text
    icon: str
    call_113: bool = False


class Urgency(_Struct, frozen=True):
    """When to act how fast: typed data, not prose (SCREENS section 0, rule 8)."""

    level: UrgencyLevel
    signs: tuple[Text, ...]


class Conversation(_Struct, frozen=True):
    """What a helper may say, must have consent for, and should ask (SCREENS section 1, J9)."""

    say: tuple[Text, ...] = ()
    needs_consent: tuple[Text, ...] = ()
    ask: tuple[Text, ...] = ()


class _Common(_Struct, frozen=True):
    """What every record has.

    Attributes:
        id: the slug, unique in its pack (``svc-113``); identity is (pack id, record id).
        needs_check: the fact still has to be confirmed by somebody; shown beside the fact.
        verified_on: only when a person confirmed it, by telephone or on the spot.
        audience: whom it is for, as its source says: ids from ``vocabulary/audiences.yaml``.
        reviewed: per language; a clinical text without it carries «Ikke fagkontrollert».
        about: ``national/<id>`` when an own record speaks about a record of another pack.
        related: ids of records in the same pack to show beside this one.
    """

    id: str
    title: Text
    summary: Text = {}
    body: Text = {}
    alternate_names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    area: Area = Area()
    languages: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    verified_on: str = ""
    valid_from: str = ""
    valid_until: str = ""
    status: Status = "current"
    needs_check: bool = False
    reviewed: dict[str, Review] = {}
    about: str = ""
    related: tuple[str, ...] = ()
    note: Text = {}


class Service(_Common, frozen=True, tag_field="kind", tag="service"):
    """Something a person can turn to.

    Attributes:
        category: what sort of service, from the list ``vocabulary/categories.yaml``.
        provider: the name of who runs it, as shown.
        organisation: the id of that organisation's record, where there is one.
        hours: the hours in the source's own sense, where they are not yet structured.
        offers: ids from the controlled list ``vocabulary/offers.yaml``.
        free: True when the source says it costs nothing.
    """

    category: str = ""
    provider: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    addresses: tuple[Address, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    hours: Text = {}
    eligibility: Text = {}
    application_process: Text = {}
    fees: Text = {}
    wait_time: Text = {}
    accessibility: Text = {}
    offers: tuple[str, ...] = ()
    free: bool | None = None
    referral: bool | None = None
    drop_in: bool | None = None
    may_come_while_using: bool | None = None
    anonymous: bool | None = None
    staff_only: bool | None = None


class Organisation(_Common, frozen=True, tag_field="kind", tag="organisation"):
    """A body that runs services, publishes guidance or keeps a field of competence."""

    category: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    addresses: tuple[Address, ...] = ()


class Guidance(_Common, frozen=True, tag_field="kind", tag="guidance"):
    """What to do or know. ``clinical`` texts need a reviewer; ``critical`` ones come first.

    Attributes:
        who_to_call: ids of services with a number, in the order to try them.
    """

    clinical: bool = False
    critical: bool = False
    urgency: tuple[Urgency, ...] = ()
    steps: tuple[Step, ...] = ()
    conversation: Conversation = Conversation()
    who_to_call: tuple[str, ...] = ()
    facts: tuple[Text, ...] = ()


class Poster(_Common, frozen=True, tag_field="kind", tag="poster"):
    """A sheet for a wall: the words only, the layout belongs to the program.

    Attributes:
        steps_from: the guidance whose steps the poster shows (one record holds the steps).
        items: the lines of a poster that owns its words.
        forms: what it can be had as beside its own layout.
        signs: the three things to do of its form ``signs``.
        subtitle: the line under the title in the band.
        box_heading: the heading of the site box, as in «Nalokson får du her».
    """

    layout: PosterLayout = "steps"
    colour: PosterColour = "teal"
    clinical: bool = False
    forms: tuple[PosterForm, ...] = ()
    signs: tuple[Sign, ...] = ()
    subtitle: Text = {}
    steps_from: str = ""
    items: tuple[Step, ...] = ()
    box_heading: Text = {}


class ServiceChange(_Struct, frozen=True):
    """What an alert says of one service, from the alert's first day to its last.

    Attributes:
        service: its id in the same pack, or ``pack/id`` for one of another pack.
    """

    service: str
    status: Literal["temporarily_closed", "changed_operation"]
    description: Text = {}


class Picture(_Struct, frozen=True):
    """A picture that comes beside the pack, as a file named by its hash (DESIGN section 2).

    Attributes:
        sha256: of the file.
        alt: what it shows, for those who do not see it, and where the file is not here.
    """

    sha256: str
    alt: Text


class Alert(_Common, frozen=True, tag_field="kind", tag="alert"):
    """A warning that stops being one after ``valid_until``; ``summary`` says what it is.

    Attributes:
        certainty: whether an analysis confirms it; None is not stated.
        said_by: who says so, as shown; the sources say where it was read.
        appearance: how it looks, and ``picture`` what that is like.
        seen: where and when it was found, in words; ``seen_place`` and ``seen_on`` for posters.
        phrases: ids from ``vocabulary/phrases.yaml`` that its poster is built of, in order.
        changes: services that are closed or run otherwise while the alert is valid.
        withdrawn_on: the day its publisher took it back; its sheets come down.
    """

    level: AlertLevel = "info"
    certainty: Certainty | None = None
    said_by: str = ""
    appearance: Text = {}
    picture: Picture | None = None
    seen: Text = {}
    seen_place: str = ""
    seen_on: str = ""
    danger_signs: tuple[Text, ...] = ()
    for_clients: tuple[Text, ...] = ()
    for_staff: tuple[Text, ...] = ()
    phrases: tuple[str, ...] = ()
    changes: tuple[ServiceChange, ...] = ()
    withdrawn_on: str = ""


Record: TypeAlias = Service | Organisation | Guidance | Poster | Alert


class PackHeader(_Struct, frozen=True):
    """Line 1 of a pack.

    Attributes:
        format: the pack format's version, an integer that readers compare.
        pack: the pack's id (``national``, ``local``).
        seq: rises by one with every release.
        published: the ISO date the publisher released it.
        holidays: public holidays by ISO date to 2040, in bokmål, baked in when compiled.
    """

    format: int
    pack: str
    seq: int
    published: str
    publisher: str
    languages: tuple[str, ...]
    holidays: dict[str, str] = {}


class Pack(_Struct, frozen=True):
    """A pack in memory: its header, its records in pack order, and the sha256 of its bytes."""

    header: PackHeader
    records: tuple[Record, ...]
    sha256: str


def kind_of(record: Record) -> Kind:
    """Return the record's kind, as it stands in the pack."""
    return record.__struct_config__.tag  # type: ignore[return-value]


def pick(text: Text, *languages: str) -> tuple[str, str]:
    """Return (language, wording): the first of ``languages`` that has one, then bokmål, then any.

    Returns ``("", "")`` when there is no wording at all, so that the caller shows *not stated*.
    """
    for language in (*languages, "nb", *text):
        if wording := text.get(language):
            return language, wording
    return "", ""
