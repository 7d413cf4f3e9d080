"""A record as plain text: to paste into a message, or to read in a terminal.

Source and date follow every text, and a number that nobody has confirmed says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from feltperm.binder.corrections import Correction
from feltperm.catalogue.amending import address_line
from feltperm.catalogue.confirming import CONFIRMED, facts_told
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.fold import fold
from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.records import (
    Alert,
    Certainty,
    Guidance,
    Organisation,
    Picture,
    Poster,
    Record,
    Service,
    Source,
    Text,
    UrgencyLevel,
    pick,
)
from feltperm.desk.alerts import ChangeNow
from feltperm.desk.doubt import doubt
from feltperm.desk.own import OWN_LABEL, OWN_PLACE, is_own
from feltperm.desk.page import Called, Page
from feltperm.wording import joined, say, worded

__all__ = [
    "CERTAINTY",
    "FOR_WHOM",
    "LANGUAGE_NAMES",
    "URGENCY",
    "address_line",
    "alert_parts",
    "change_line",
    "conversation",
    "for_whom",
    "own_confirmation",
    "record_text",
    "source_line",
    "validity",
]


#: What a language is called in Norwegian.
LANGUAGE_NAMES: Mapping[str, str] = {
    "nb": say("bokmål"), "nn": say("nynorsk"), "en": say("engelsk"), "se": say("nordsamisk"),
    "pl": say("polsk"), "uk": say("ukrainsk"), "ar": say("arabisk"), "so": say("somali"),
}  # fmt: skip

#: What to do, as the heading over the signs (SCREENS section 0, rule 8).
URGENCY: Mapping[UrgencyLevel, Text] = {
    "call_113": {"nb": "Ring 113 hvis", "nn": "Ring 113 viss", "en": "Call 113 if"},
    "call_legevakt": {
        "nb": "Ring legevakt 116 117 hvis",
        "nn": "Ring legevakt 116 117 viss",
        "en": "Call the out-of-hours doctor 116 117 if",
    },
    "same_day": {
        "nb": "Kom til oss i dag hvis",
        "nn": "Kom til oss i dag viss",
        "en": "Come to us today if",
    },
    "self_care": {
        "nb": "Dette kan du gjøre selv",
        "nn": "Dette kan du gjere sjølv",
        "en": "What you can do yourself",
    },
}


#: How sure an alert is (SCREENS section 2.5).
CERTAINTY: Mapping[Certainty, str] = {
    "confirmed": say("Bekreftet ved analyse."),
    "suspected": say("Mistanke. Ikke bekreftet."),
}
#: What an alert makes of a service.
_CHANGES: Mapping[str, str] = {
    "temporarily_closed": say("Midlertidig stengt"),
    "changed_operation": say("Endret drift"),
}
_NOT_STATED = say("ikke oppgitt")
#: The headings of :func:`for_whom`.
FOR_WHOM = (say("For hvem"), say("Hvem kan bruke det"))
_LOOK_VARIES: Text = {
    "nb": "Utseendet kan variere.", "nn": "Utsjånaden kan variere.", "en": "The look can vary.",
}  # fmt: skip


def record_text(
    page: Page, language: str = "nb", audiences: Mapping[str, Text] | None = None
) -> str:
    """Return a page's facts, one a line, in ``language`` where there is a wording.

    The names of the facts are said in the language of the window.

    Args:
        audiences: what those are called whom a record is for, by id.
    """
    return joined("\n", filter(None, _lines(page, language, audiences or {})))


def for_whom(
    record: Record, audiences: Mapping[str, Text], language: str = "nb"
) -> tuple[str, str]:
    """Return whom a record is for, and what its source says beyond that; either may be empty."""
    named = [pick(audiences.get(one, {}), language)[1] or one for one in record.audience]
    who = ", ".join([*named[:1], *(name[:1].lower() + name[1:] for name in named[1:])])
    terms = pick(record.eligibility, language)[1] if isinstance(record, Service) else ""
    if not who:
        return terms, ""
    return who, terms if fold(terms.rstrip(".")) != fold(who) else ""


def source_line(source: Source) -> str:
    """Return «{utgiver}, {tittel}. Lest {dato}.» (SCREENS section 2.2)."""
    own = source.publisher == OWN_LABEL
    day = told_day(source.read_on)
    if not day:
        read = say("Uten dato.")
    else:
        read = say("Skrevet {date}.", date=day) if own else say("Lest {date}.", date=day)
    if own:
        where = joined(", ", (OWN_LABEL, OWN_PLACE))
    else:
        where = joined(", ", (source.publisher, source.title))
    return joined(". ", (where, read))


def own_confirmation(page: Page) -> str:
    """Return that somebody here had the facts confirmed, said as theirs and nobody else's.

    It is empty where nobody had, and says so where other facts stand there by now.
    """
    record = page.entry.record
    one = next((one for one in page.corrections if one.field == CONFIRMED), None)
    if one is None or not isinstance(record, Service | Organisation):
        return ""
    if facts_told(record) != one.old:
        return say("Bekreftet av dere {date}. Noe er endret siden.", date=told_day(one.new))
    return say(
        "Bekreftet av dere {date}, ikke av den som gir ut innholdet.", date=told_day(one.new)
    )


def _corrected(one: Correction) -> str:
    """Return that a value is the team's own, and what stood there (SCREENS J8)."""
    said = say("Rettet av dere {date}, ikke bekreftet", date=told_day(one.noted_on))
    before = say("Før: {old}", old=one.old or _NOT_STATED)
    return joined(". ", (_named(said, one.new), before))


def _lines(page: Page, language: str, audiences: Mapping[str, Text]) -> Iterator[str]:
    record = page.entry.record
    yield pick(record.title, language)[1]
    yield from _state(page)
    yield pick(record.summary, language)[1]
    if isinstance(record, Service | Organisation):
        yield from _contact(record, doubt(record, page.freshness), language)
        yield from (_corrected(one) for one in page.corrections if one.field != CONFIRMED)
        yield own_confirmation(page)
    if isinstance(record, Service):
        yield from _service(page, record, language)
    for name, wording in zip(FOR_WHOM, for_whom(record, audiences, language), strict=True):
        yield _named(name, wording)
    if isinstance(record, Guidance | Poster):
        yield from _guidance(record, language)
    if isinstance(record, Alert):
        yield from _alert(record, language)
    if page.call:
        yield _named(say("Ring"), joined("; ", map(_called, page.call)))
    if page.runs:
        yield _named(say("Tilbud"), joined("; ", (one.title for one in page.runs)))
    yield pick(record.body, language)[1]
    for source in record.sources:
        yield _named(say("Kilde"), joined(" ", filter(None, (source_line(source), source.url))))


def _state(page: Page) -> Iterator[str]:
    """Say first what a reader must know before the rest."""
    record = page.entry.record
    if is_own(page.entry.ref):
        yield joined("", (OWN_LABEL, "."))
    if record.status == "historical":
        yield say("Historisk.")
    if isinstance(record, Alert) and record.withdrawn_on:
        yield validity(record)
    if page.change:
        yield change_line(page.change)


def _contact(record: Service | Organisation, unsure: str, language: str) -> Iterator[str]:
    for phone in record.phones:
        note = pick(phone.note, language)[1]
        number = ", ".join(filter(None, (phone.display or phone.number, note)))
        yield _named(say("Telefon"), _beside(number, unsure))
    for address in record.addresses:
        yield _named(say("Adresse"), address_line(address))
    yield _named(say("Nettside"), record.url)


def _service(page: Page, record: Service, language: str) -> Iterator[str]:
    hours = hours_lines(record.schedules, page.holidays, page.today)
    hours += [wording] if (wording := pick(record.hours, language)[1]) else []
    unsure = doubt(record, page.freshness) if hours else ""
    told = joined("; ", hours) if hours else _NOT_STATED
    yield _named(say("Åpningstid"), _beside(told, unsure))
    yield _named(say("Slik kommer du inn"), pick(record.application_process, language)[1])
    yield _named(say("Pris"), pick(record.fees, language)[1])


def _guidance(record: Guidance | Poster, language: str) -> Iterator[str]:
    if isinstance(record, Guidance):
        for urgency in record.urgency:
            signs = "; ".join(pick(sign, language)[1] for sign in urgency.signs)
            yield f"{pick(URGENCY[urgency.level], language)[1]}: {signs}"
    steps = record.steps if isinstance(record, Guidance) else record.items
    for number, step in enumerate(steps, 1):
        words = (pick(step.title, language)[1], pick(step.detail, language)[1])
        yield f"{number}. {' '.join(_sentence(word) for word in words if word)}"
    if isinstance(record, Guidance):
        for heading, texts in conversation(record):
            told = " ".join(_sentence(pick(one, language)[1]) for one in texts)
            yield _named(heading, told)
        for fact in record.facts:
            yield f"• {pick(fact, language)[1]}"
        if record.clinical and language not in record.reviewed:
            yield say("Ikke fagkontrollert.")


def _alert(record: Alert, language: str) -> Iterator[str]:
    for heading, texts in alert_parts(record):
        yield _named(heading, joined(" ", (_sentence(pick(one, language)[1]) for one in texts)))


def conversation(record: Guidance) -> list[tuple[str, tuple[Text, ...]]]:
    """Return the blocks of «I samtalen» that a guidance has (SCREENS section 1, J9)."""
    talk = record.conversation
    blocks = [
        (say("Dette kan du si"), talk.say),
        (say("Dette krever samtykke"), talk.needs_consent),
        (say("Spør om"), talk.ask),
    ]
    return [(heading, texts) for heading, texts in blocks if texts]


def alert_parts(record: Alert) -> list[tuple[str, tuple[Text, ...]]]:
    """Return the parts of an alert in their fixed order (SCREENS section 2.5)."""
    looks = [record.appearance] if record.appearance else []
    looks += [_described(record.picture)] if record.picture else []
    parts = [
        (say("Slik ser det ut"), (*looks, _LOOK_VARIES) if looks else ()),
        (say("Hvor og når"), (record.seen,) if record.seen else ()),
        (say("Faretegn"), record.danger_signs),
        (say("Dette kan du gjøre"), record.for_clients),
        (say("For ansatte"), record.for_staff),
        (say("Hvem sier det"), ({"nb": said_by(record)},) if record.said_by else ()),
        (say("Gjelder"), _holds(record)),
    ]
    return [(heading, texts) for heading, texts in parts if texts]


def _described(picture: Picture) -> Text:
    """Return what a picture shows, said to be a picture."""
    called = {"nn": "Bilete", "en": "Picture"}
    return {code: f"{called.get(code, 'Bilde')}: {words}" for code, words in picture.alt.items()}


def _holds(record: Alert) -> tuple[Text, ...]:
    words = "" if record.withdrawn_on else validity(record)
    return ({"nb": words},) if words else ()


def said_by(record: Alert) -> str:
    """Return who says so and how sure a danger is: «Politiet. Bekreftet ved analyse.»"""
    unknown = say("Ikke oppgitt hvor sikkert det er.") if record.level == "acute" else ""
    sure = CERTAINTY[record.certainty] if record.certainty else unknown
    said = _sentence(record.said_by)
    return joined(" ", (said, sure)) if sure else said


def validity(record: Alert) -> str:
    """Return «fra 26. november 2026 til 3. desember 2026», or when it was withdrawn."""
    if record.withdrawn_on:
        day = told_day(record.withdrawn_on)
        return say("Trukket tilbake {date}. Ta ned plakatene.", date=day)
    first, last = record.valid_from, record.valid_until
    if first and last:
        return say("fra {first} til {last}", first=told_day(first), last=told_day(last))
    if first:
        return say("fra {first}", first=told_day(first))
    return say("til {last}", last=told_day(last)) if last else ""


def change_line(change: ChangeNow) -> str:
    """Return what an alert says of a service today, who says so and for how long."""
    described = change.change.description
    what = worded({code: _sentence(words) for code, words in described.items() if words})
    lead = say("{change}.", change=_CHANGES[change.change.status])
    if change.until:
        state, day = _CHANGES[change.change.status], told_day(change.until)
        lead = say("{change} til og med {date}.", change=state, date=day)
    parts = [lead, *([what] if what else [])]
    if change.said_by:
        parts.append(say("Varsel fra {who}", who=_sentence(change.said_by)))
    return joined(" ", parts)


def _called(called: Called) -> str:
    title, phone = called.row.title, called.row.phone
    number = title if title.endswith(phone) else joined(" ", (title, phone))
    change = _CHANGES[called.change.change.status] if called.change else ""
    hours = joined("; ", called.hours) if called.hours else ""
    beside = [part for part in (change, hours, called.doubt) if part]
    return _beside(number, joined(". ", beside) if beside else "")


def _named(name: str, words: str) -> str:
    """Return «Telefon: 73 00 00 00»; nothing where there are no words."""
    return joined(": ", (name, words)) if words else ""


def _beside(words: str, more: str) -> str:
    return joined("", (words, " (", more, ")")) if more else words


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", ":")) else joined("", (words, "."))
