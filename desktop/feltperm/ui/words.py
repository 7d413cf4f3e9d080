"""The words for values: kinds, states, dates and sources as a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.freshness import Freshness, last_seen
from feltperm.catalogue.hours import Opening
from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Organisation,
    Poster,
    Record,
    Service,
    Source,
    Status,
    Text,
    kind_of,
    pick,
)
from feltperm.catalogue.vocabulary import Offer
from feltperm.desk.alerts import in_force, is_withdrawn
from feltperm.desk.doubt import not_confirmed
from feltperm.desk.find import OWN_NOTE, Results
from feltperm.desk.keep import KeptRecord
from feltperm.desk.own import OWN_LABEL
from feltperm.desk.page import Page
from feltperm.desk.terms import Terms
from feltperm.desk.text import LANGUAGE_NAMES, for_whom, record_text, source_line
from feltperm.search import PLUS, Reason
from feltperm.ui.alerts.alert_words import level_look
from feltperm.ui.toolkit import languages
from feltperm.ui.toolkit.languages import clock_time, long_date, short_date
from feltperm.ui.toolkit.spoken import spoken

__all__ = ["Words"]

#: How much of a question is repeated to the person who asked it, in characters.
LONGEST_QUOTE = 60
#: How much of a word is repeated on a card.
LONGEST_WORD = 40


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Words", text, "", n)


@dataclass(frozen=True, slots=True)
class Words:
    """Wordings of the controlled lists, and sentences about records.

    Args:
        offers: what a person can get at a service, by id.
        categories: wording by category id.
        terms: the words of the services, explained.
        now: the local time; asked each time, for a night shift goes on past midnight.
        topics: wording by topic id.
        audiences: what those are called whom a record is for, by id.
    """

    offers: Mapping[str, Offer]
    categories: Mapping[str, Text]
    terms: Terms
    now: Callable[[], datetime]
    topics: Mapping[str, Text] = field(default_factory=dict)
    audiences: Mapping[str, Text] = field(default_factory=dict)

    def kind(self, kind: str) -> str:
        """Return what a record of this kind is called."""
        return {
            "service": _tr("Tjeneste"),
            "organisation": _tr("Organisasjon"),
            "guidance": _tr("Veiledning"),
            "poster": _tr("Plakat"),
            "alert": _tr("Varsel"),
        }[kind]

    def offer(self, offer: str) -> str:
        """Return the wording of one thing a person can get at a service."""
        known = self.offers.get(offer)
        return pick(known.label, languages.language())[1] if known else offer

    def offer_icon(self, offer: str) -> str:
        """Return the name of an offer's sign; a plain dot where it has none."""
        known = self.offers.get(offer)
        return known.icon if known and known.icon else "dot"

    def under_title(self, record: Record, area: str, language: str = "nb") -> str:
        """Return the quiet line under a title: who, what sort, where."""
        parts = [self.kind(kind_of(record))]
        if isinstance(record, (Service, Organisation)):
            category = pick(self.categories.get(record.category, {}), languages.language())[1]
            provider = record.provider if isinstance(record, Service) else ""
            parts = [provider, category or parts[0]]
        elif summary := pick(record.summary, language)[1]:
            return summary
        return "  ·  ".join(part for part in (*parts, spoken(area)) if part)

    def for_whom(self, record: Record) -> str:
        """Return the line under a title that says whom a text is for; places say it below."""
        if isinstance(record, Service | Organisation) or not record.audience:
            return ""
        who = for_whom(record, self.audiences, languages.language())[0]
        return _tr("For hvem: {x}").format(x=who)

    def local(self, page: Page) -> str:
        """Return whose word a local record about a national one is."""
        return _tr("Lokal opplysning fra {publisher}. Den erstatter ikke den nasjonale.").format(
            publisher=page.entry.header.publisher
        )

    def historical(self, record: Record) -> str:
        """Return the band over what no longer holds."""
        span = "–".join(d for d in (record.valid_from[:4], record.valid_until[:4]) if d)
        if isinstance(record, Guidance | Poster):
            if span:
                return _tr("Historisk. Gjaldt {span}. Ikke bruk som råd i dag.").format(span=span)
            return _tr("Historisk. Ikke bruk som råd i dag.")
        return _tr("Historisk. Tilbudet er lagt ned eller endret.")

    def status(self, status: Status) -> str:
        """Return the words for a state other than current."""
        return {
            "historical": _tr("Historisk"),
            "withdrawn": _tr("Trukket tilbake"),
            "temporarily_closed": _tr("Midlertidig stengt"),
            "changed_operation": _tr("Endret drift"),
        }.get(status, "")

    def has_poster(self, record: Record) -> bool:
        """Whether an alert can be printed: it holds today and has lines for a sheet."""
        if not isinstance(record, Alert):
            return False
        return bool(record.phrases) and in_force(record, self.now().date())

    def alert(self, alert: Alert) -> tuple[str, str]:
        """Return (words, tone) for how serious an alert is, or that it is over."""
        if not in_force(alert, self.now().date()):
            withdrawn = is_withdrawn(alert, self.now().date())
            return _tr("Trukket tilbake") if withdrawn else _tr("Gjelder ikke nå"), "plain"
        look = level_look(alert.level)
        return look.words, look.tone

    def opening(self, opening: Opening, told: bool = False) -> tuple[str, str]:
        """Return (words, tone) for whether it is open: three answers, and the holiday.

        Args:
            told: the page says something of the hours, if only in words: they are stated.
        """
        if opening.state == "open":
            if opening.until is None:
                return _tr("Åpent nå"), "green"
            return _tr("Åpent til kl. {time}").format(time=clock_time(opening.until)), "green"
        if opening.state == "holiday":
            return _tr("Helligdag. Ring før du går."), "amber"
        if opening.state == "closed":
            if opening.opens is not None and opening.opens.date() == self.now().date():
                return _tr("Åpner kl. {time}").format(time=clock_time(opening.opens)), "plain"
            return _tr("Stengt nå"), "plain"
        return _tr("Se åpningstid") if told else _tr("Åpningstid ikke oppgitt"), "plain"

    def freshness(self, state: Freshness, record: Record) -> tuple[str, str]:
        """Return (words, tone) for how fresh the facts are."""
        if state == "confirmed":
            return _tr("Sjekket {date}").format(date=long_date(record.verified_on)), "green"
        if state == "due":
            return _tr("Bør sjekkes"), "amber"
        if state == "overdue" and "" < record.valid_until < self.now().date().isoformat():
            # overdue by its own end, however lately somebody looked
            end = long_date(record.valid_until)
            return _tr("Gjelder ikke etter {date}").format(date=end), "amber"
        if state == "overdue":
            months = _months(last_seen(record), self.now().date())
            return _tr("Ikke sjekket på %n måneder", months), "amber"
        if state == "historical":
            return _tr("Historisk"), "plain"
        return self.not_confirmed(record), "plain"

    def age(self, record: Record) -> str:
        """Return the quiet words for a record that nobody has confirmed, as lists show them."""
        read = max((source.read_on for source in record.sources), default="")
        if record.needs_check:
            return _tr("ikke bekreftet")
        own = any(source.publisher == OWN_LABEL for source in record.sources)
        wording = _tr("skrevet {date}") if own else _tr("lest {date}")
        return wording.format(date=short_date(read)) if read else ""

    def not_confirmed(self, record: Record) -> str:
        """Return the words beside a fact that nobody has confirmed by asking."""
        return spoken(not_confirmed(record))

    def count(self, answer: Results, literal: bool = False) -> str:
        """Return the line above the hits: how many, and for which words if not for those typed."""
        n = answer.total
        wording = _tr("%n treff på bare «{q}»", n) if literal else _tr("%n treff på «{q}»", n)
        line = wording.format(q=_in_a_line(answer.query))
        if answer.hint is not None and answer.hint.kind == "also":
            also = ", ".join(f"«{word}»" for word in answer.hint.words[:3])
            line = f"{line}  ·  {_tr('viser treff for {x}').format(x=also)}"
        return line

    def literal(self, answer: Results, literal: bool) -> str:
        """Return what the way from one search to the other is called."""
        if literal:
            return _tr("Ta med lignende ord (Esc)")
        return _tr("Søk bare etter «{q}»").format(q=_in_a_line(answer.query))

    def nothing_found(self, answer: Results) -> list[str]:
        """Return the lines over the suggestions of an empty answer."""
        first = _tr("Ingen treff på «{q}».").format(q=_in_a_line(answer.query))
        if answer.hint is not None and answer.hint.words:
            first = f"{first} {_tr('Mente du …?')}"
        return [first]

    def always(self) -> str:
        """Return who answers whatever was searched for."""
        return _tr("Legevakt 116 117 svarer hele døgnet. Ved fare for liv: ring 113.")

    def nothing_here(self) -> str:
        """Return what is said when a list that was not searched is empty."""
        return _tr("Ingen oppføringer her.")

    def reason(self, reason: Reason) -> str:
        """Return why a hit is shown, where it is not by the word that was typed."""
        if reason.kind == "note":
            return spoken(OWN_NOTE)
        if reason.kind in ("word", "stem") or reason.source == reason.found:
            return ""
        typed, found = _short(reason.source), _short(reason.found)
        if reason.kind == "joined":
            return PLUS.join(typed.split())
        if reason.kind == "part" and PLUS in found:
            return found
        return f"{typed} = {found}" if reason.kind == "synonym" else f"{typed} → {found}"

    def last_seen(self, kept: KeptRecord) -> str:
        """Return the last known facts of a favourite whose record has left the content."""
        facts = ", ".join(fact for fact in (spoken(kept.title), kept.phone) if fact)
        return f"{facts}. {self.gone()}"

    def gone(self) -> str:
        """Return what is said of a favourite whose record has left the content."""
        return _tr("Står ikke lenger i innholdet. Dette er det du så sist.")

    def source(self, source: Source) -> str:
        """Return who says so and when it was read."""
        return spoken(source_line(source))

    def facts(self, record: Service | Organisation, language: str = "nb") -> list[tuple[str, str]]:
        """Return the (name, wording) pairs that are stated, in the order they are shown."""
        pairs = [(_tr("Om tilbudet"), pick(record.summary, language)[1])]
        reads = language if language != "nb" else languages.language()
        who, terms = for_whom(record, self.audiences, reads)
        if isinstance(record, Service):
            pairs.append((_tr("Slik kommer du inn"), pick(record.application_process, language)[1]))
        pairs += [(_tr("For hvem"), who), (_tr("Hvem kan bruke det"), terms)]
        if isinstance(record, Service):
            pairs += [
                (_tr("Pris"), pick(record.fees, language)[1] or _tr("Gratis") * bool(record.free)),
                (_tr("Ventetid"), pick(record.wait_time, language)[1]),
                (_tr("Tilgjengelighet"), pick(record.accessibility, language)[1]),
                (_tr("Godt å vite"), ", ".join(_answers(record))),
            ]
        names = [spoken(LANGUAGE_NAMES.get(code, code)) for code in record.languages]
        pairs.append((_tr("Språk"), ", ".join(names)))
        return [(name, wording) for name, wording in pairs if wording]

    def as_text(self, page: Page, language: str = "nb") -> str:
        """Return the page as plain text to paste elsewhere, with source and date."""
        return spoken(record_text(page, language, self.audiences))


def _in_a_line(query: str) -> str:
    """Return a question as it can stand in a sentence, also when a document was pasted."""
    words = " ".join(query.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…"


def _short(word: str) -> str:
    """Return a word, or a term of several, as it fits into a card."""
    return word if len(word) <= LONGEST_WORD else f"{word[: LONGEST_WORD - 1]}…"


def _answers(record: Service) -> list[str]:
    """Return the yes-answers and the noes that matter; what is not stated is left out."""
    made = []
    if record.referral is not None:
        made.append(_tr("krever henvisning") if record.referral else _tr("uten henvisning"))
    if record.drop_in:
        made.append(_tr("uten timeavtale"))
    if record.may_come_while_using is not None:
        made.append(
            _tr("du kan komme selv om du er ruset")
            if record.may_come_while_using
            else _tr("du kan ikke komme ruset")
        )
    if record.anonymous:
        made.append(_tr("anonymt"))
    if record.staff_only:
        made.append(_tr("bare for ansatte"))
    return made


def _months(since: date | None, today: date) -> int:
    if since is None:
        return 0
    return (today.year - since.year) * 12 + today.month - since.month
