"""The client sheet: services for a person who reads another language (SCREENS section 1, J4).

It is made of what can be translated with certainty. A record's own Norwegian words stand in the
staff's line alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from feltperm.binder.text import level, tidy
from feltperm.catalogue.dates import short_date
from feltperm.catalogue.freshness import freshness, last_seen
from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Phone, Service, Text, pick
from feltperm.desk.doubt import doubt
from feltperm.desk.keep import ChangeOf
from feltperm.desk.sheets.client_hours import SaidHours, client_hours
from feltperm.desk.sheets.client_words import ClientWords
from feltperm.desk.sheets.print import sheet_foot
from feltperm.desk.text import address_line, change_line
from feltperm.errors import NotFound
from feltperm.paper.client_job import ClientJob, ClientPlace
from feltperm.paper.job import Ink, JobLine, Notice, SiteBox, with_code
from feltperm.wording import listed, say, worded

__all__ = ["MOST", "Handout", "client_job", "lacking", "missing", "plain"]

#: How many services one sheet has room for (SCREENS section 2.8).
MOST = 6
#: The longest line for the staff, in characters: where cards are wide, and where they are not.
_STAFF, _STAFF_NARROW, _WIDE = 260, 110, 3
#: What one reaches by telephone alone.
_BY_PHONE = ("emergency", "helpline")


@dataclass(frozen=True, slots=True)
class Handout:
    """What a sheet of services is made of, beside them.

    Attributes:
        site: the sender's box, or None.
        holidays: public holidays by ISO date.
        change_of: says what an alert makes of a service.
    """

    site: SiteBox | None
    today: date
    holidays: Mapping[str, str]
    change_of: ChangeOf


def plain(text: str) -> str:
    """Return a text of a pack on one line, without what turns the direction of its neighbours."""
    return " ".join(level(tidy(text)).split())


def services(entries: Sequence[Entry]) -> list[tuple[Entry, Service]]:
    """Return the services among the records with themselves.

    Raises:
        NotFound: one of them is no service, or there are none.
    """
    found = []
    for entry in entries:
        if not isinstance(entry.record, Service):
            title = plain(pick(entry.record.title)[1])[:60]
            raise NotFound(
                say("«{title}» er ikke et tilbud. Bare tilbud kan stå på arket.", title=title)
            )
        found.append((entry, entry.record))
    if not found:
        raise NotFound(say("Arket er tomt. Legg til minst ett tilbud."))
    return found


def missing(service: Service) -> tuple[str, ...]:
    """Return what of phone, address and hours a service does not state, in Norwegian.

    A helpline needs no address, and hours in words count as stated.
    """
    facts = (
        (say("telefon"), service.phones),
        (say("adresse"), service.addresses or service.category in _BY_PHONE),
        (say("åpningstid"), service.schedules or any(service.hours.values())),
    )
    return tuple(name for name, stated in facts if not stated)


def lacking(service: Service) -> str:
    """Return «{navn} mangler telefon og åpningstid.» (SCREENS section 2.8), or nothing."""
    absent = missing(service)
    if not absent:
        return ""
    name = worded({code: plain(title) for code, title in service.title.items()})
    return say("{name} mangler {what}.", name=name, what=listed(absent))


def client_job(
    entries: Sequence[Entry], words: ClientWords, handout: Handout, *, large: bool, ink: Ink
) -> ClientJob:
    """Return the job of a client sheet.

    Args:
        entries: one to :data:`MOST` services.
        words: the controlled words of the sheet's language.
        handout: sender, day and what alerts say.
        large: large print.

    Raises:
        NotFound: none, too many, or something that is no service.
    """
    found = services(entries)
    if len(found) > MOST:
        raise NotFound(say("Arket har plass til seks. Lag et ark til."))
    said = [client_hours(one.schedules, words, handout.today) for _, one in found]
    sources = [source for _, one in found for source in one.sources]
    published = min(entry.header.published for entry, _ in found)
    translated = words.language != "nb"
    day = short_date(published)
    longest = _STAFF if len(found) <= _WIDE else _STAFF_NARROW
    return with_code(
        ClientJob(
            record=" ".join(str(entry.ref) for entry, _ in found),
            paper="a4",
            ink=ink,
            colour="blue",
            languages=words.languages,
            title=words.both("what_you_get"),
            subtitle=words.both("data_from", dato=day),
            items=tuple(
                _cut(_place(entry, one, hours, words, handout), longest)
                for (entry, one), hours in zip(found, said, strict=True)
            ),
            box_heading={},
            site=handout.site,
            words={"norwegian": words.say("lang.nb")},
            notices=(Notice(kind="translation", text=words.both("not_checked")),) * translated,
            foot=sheet_foot(sources, published, _ends(found), handout.today),
            large=large,
            interpreter=_interpreter(words) if words.language not in ("nb", "nn") else {},
            closing=words.say("holiday_call") if any(one.ask_on_holidays for one in said) else {},
        )
    )


def _ends(found: Sequence[tuple[Entry, Service]]) -> str:
    """Return the day on which the first of them stops being valid; empty when none does."""
    return min((one.valid_until for _, one in found if one.valid_until), default="")


def _interpreter(words: ClientWords) -> Text:
    """Return «Jeg trenger tolk: {språk}», the language named in the line's own words."""
    asked, named = words.both("need_interpreter"), words.both(f"lang.{words.language}")
    return {
        code: wording.replace("{språk}", named.get(code, "")) for code, wording in asked.items()
    }


def _place(
    entry: Entry, service: Service, said: SaidHours, words: ClientWords, handout: Handout
) -> ClientPlace:
    state = _state(entry, service, words, handout)
    unsure = doubt(service, freshness(service, handout.today))
    stated = bool(service.schedules or any(service.hours.values()))
    untold = said.incomplete or any(service.hours.values()) or (stated and not said.lines)
    told = service.phones or service.addresses or said.lines  # else there is nothing to doubt
    return ClientPlace(
        title={"nb": plain(pick(service.title)[1])},
        offers=tuple(
            JobLine(title=label, icon=words.pictogram(name))
            for name in service.offers
            if (label := words.offer(name))
        ),
        state=state,
        hours=() if state else said.lines,
        advice=words.say("call_first") if service.phones and (state or untold) else {},
        phone=_number(service.phones[0]) if service.phones else "",
        doubt=_doubted(service, words, entry.header.published) if unsure and told else {},
        address=plain(address_line(service.addresses[0])) if service.addresses else "",
        facts=tuple(_facts(service, words)),
        staff=plain("Til ansatte: " + " ".join(_staff(entry, service, words, handout))),
    )


def _state(entry: Entry, service: Service, words: ClientWords, handout: Handout) -> Text:
    """Return what stands in place of the hours of a service that does not run as usual."""
    change = handout.change_of(entry.ref, service.status)
    status = change.status if change else service.status
    if status == "temporarily_closed":
        return words.say("ops.temp_closed")
    if status == "changed_operation":
        return words.say("ops.hours_changed")
    return words.say("closed") if status in ("historical", "withdrawn") else {}


def _doubted(service: Service, words: ClientWords, published: str) -> Text:
    seen = last_seen(service)
    return words.say("not_confirmed_since", dato=short_date(seen or published))


def _facts(service: Service, words: ClientWords) -> Iterator[Text]:
    if service.free is not None:
        yield words.say("free" if service.free else "costs")
    if service.referral is not None:
        yield words.say("referral_needed" if service.referral else "no_referral")


def _staff(entry: Entry, service: Service, words: ClientWords, handout: Handout) -> Iterable[str]:
    """Give the Norwegian sentences for whoever hands the sheet out."""
    change = handout.change_of(entry.ref, service.status)
    if change:
        yield _sentence(change_line(change))
    if service.staff_only:
        yield "Bare for ansatte."
    if words.language != "nb":
        offers = [words.offer_in_norwegian(name) for name in service.offers]
        yield _sentence(", ".join(filter(None, offers)))
    hours = hours_lines(service.schedules, handout.holidays, handout.today)
    yield _sentence("; ".join(filter(None, [*hours, pick(service.hours)[1]])))
    if words.language != "nb":
        facts = [words.norwegian("free" if service.free else "costs")] * (service.free is not None)
        referral = "referral_needed" if service.referral else "no_referral"
        facts += [words.norwegian(referral)] * (service.referral is not None)
        yield _sentence(". ".join(facts))
    yield from (_sentence(_other(phone)) for phone in service.phones[1:])
    unknown = [*missing(service), *_not_stated(service)]
    if unknown:
        yield f"Ikke oppgitt: {', '.join(unknown)}."


def _not_stated(service: Service) -> Iterator[str]:
    if service.free is None and not any(service.fees.values()):
        yield "pris"
    if service.referral is None:
        yield "henvisning"


def _number(phone: Phone) -> str:
    return plain(phone.display or phone.number)


def _other(phone: Phone) -> str:
    return " ".join(filter(None, ("Tlf.", _number(phone), pick(phone.note)[1])))


def _sentence(words: str) -> str:
    words = plain(words)
    words = words[:1].upper() + words[1:]
    return words if not words or words.endswith((".", "?", "!")) else f"{words}."


def _cut(place: ClientPlace, longest: int) -> ClientPlace:
    """Return the place with a staff line that fits; what is longer ends with three dots."""
    if len(place.staff) <= longest:
        return place
    return msgspec.structs.replace(place, staff=place.staff[:longest].rpartition(" ")[0] + " …")
