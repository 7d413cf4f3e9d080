"""What stands between the heading of a page and its sources, by the kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.library import Row
from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Organisation,
    Picture,
    Poster,
    Record,
    Service,
    Step,
    Text,
    Urgency,
    pick,
)
from feltperm.desk.doubt import doubt
from feltperm.desk.open_here import OpenHere
from feltperm.desk.page import Called, Page
from feltperm.desk.text import (
    URGENCY,
    address_line,
    alert_parts,
    conversation,
    own_confirmation,
)
from feltperm.ui.record.markdown import MarkdownView
from feltperm.ui.record.term_help import explanation
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import language, short_date
from feltperm.ui.toolkit.parts import band, bullet, button, chip, column, label, link, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.words import Words

__all__ = ["TERM", "Bodies", "box", "row_widget", "to_clipboard"]

_LOOKS = {
    "call_113": ("red", "phone"),
    "call_legevakt": ("yellow", "circle-plus"),
    "same_day": ("blue", "clock"),
    "self_care": ("green", "check"),
}
#: So many words are explained at the foot of a page; a longer list would not be read.
_MOST_TERMS = 6
#: What the labels are called that explain a word.
TERM = "term"
_TOP = Qt.AlignmentFlag.AlignTop
#: Kinds of services that one rings, and does not go to.
_BY_TELEPHONE = ("emergency", "helpline")
#: The number that an urgency's heading names.
_NUMBERS = {"call_113": "113", "call_legevakt": "116117"}


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Bodies", text, "", number)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Makes the widgets of a page in one language, falling back to bokmål.

    Attributes:
        open: opens the record ``pack/id``.
        picture: makes the place of a picture; none is shown without it.
        follow: is told which address was clicked; it asks before anything is opened.
    """

    theme: Theme
    icons: Icons
    words: Words
    language: str
    open: Callable[[str], object]
    follow: Callable[[QUrl], object]
    picture: Callable[[Picture], QWidget] | None = None

    def of(self, page: Page) -> Iterator[QWidget]:
        """Give the widgets of a page's own content, from top to bottom."""
        record = page.entry.record
        if isinstance(record, Service | Organisation):
            yield self._facts(page, record)
            if isinstance(record, Service):
                yield from self._offers(record)
        elif isinstance(record, Guidance):
            yield from self._guidance(page, record)
        elif isinstance(record, Poster):
            yield from self._steps(record.items, numbered=record.status != "historical")
        elif isinstance(record, Alert):
            yield from self._alert(record)
        if body := self.say(record.body):
            yield self.text(body)
        yield from self._rows(_tr("Tilbud de driver"), page.runs)
        yield from self._terms(record)

    def say(self, text: Text) -> str:
        """Return a wording in the page's language, or in bokmål."""
        return pick(text, self.language)[1]

    def text(self, markdown: str) -> MarkdownView:
        """Return running text whose links ask before they open."""
        view = MarkdownView(self.theme)
        view.link_clicked.connect(self.follow)
        view.set_markdown(markdown)
        return view

    def address(self, text: str, address: str = "") -> MarkdownView:
        """Return an address that asks before it is opened; it is its own text if none is given."""
        view = MarkdownView(self.theme)
        view.link_clicked.connect(self.follow)
        view.set_address(text, address or text)
        return view

    def link(self, other: Row) -> QPushButton:
        """Return a line that opens another record."""
        ref = str(other.ref)
        return link(f"{self.words.kind(other.kind)}: {spoken(other.title)}", lambda: self.open(ref))

    def section(self, heading: str) -> QLabel:
        """Return the heading of a part of the page."""
        made = label(heading, "h3")
        made.setContentsMargins(0, self.theme.px(8), 0, 0)
        return made

    # --- services and organisations -----------------------------------------------------------

    def _facts(self, page: Page, record: Service | Organisation) -> QWidget:
        facts = QGridLayout()
        facts.setColumnMinimumWidth(0, self.theme.px(110))
        facts.setColumnStretch(1, 1)
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(10)
        self._phones(facts, page, record)
        unstated = _tr("Ikke oppgitt")
        if isinstance(record, Service):
            if not record.phones:
                _fact(facts, _tr("Telefon"), label(unstated, "muted"))
            _fact(facts, _tr("Åpningstid"), self._hours(page, record))
            if not (record.addresses or record.category in _BY_TELEPHONE):
                _fact(facts, _tr("Adresse"), label(unstated, "muted"))
        for address in record.addresses:
            line = address_line(address)
            _fact(
                facts,
                _tr("Adresse"),
                self._corrected(page, "address", line, label(line, selectable=True)),
            )
        if said := own_confirmation(page):
            _fact(facts, _tr("Egen sjekk"), label(said))
        for heading, wording in self.words.facts(record, self.language):
            _fact(facts, heading, label(wording, selectable=True))
        if record.email:
            mail = self.address(record.email, f"mailto:{record.email}")
            _fact(facts, _tr("E-post"), self._corrected(page, "email", record.email, mail))
        if record.url:
            site = self.address(record.url)
            _fact(facts, _tr("Nettside"), self._corrected(page, "url", record.url, site))
        made = QWidget()
        facts.setContentsMargins(0, 0, 0, 0)
        made.setLayout(facts)
        return made

    def _phones(self, facts: QGridLayout, page: Page, record: Service | Organisation) -> None:
        unsure = doubt(record, page.freshness)
        for phone in record.phones:
            number = label(phone.display or phone.number, "phone", selectable=True, wrap=False)
            copy = self._copy_button(phone.number, _tr("Kopier nummeret"))
            parts: list[QWidget | QHBoxLayout | None] = [row(number, copy, None, spacing=4)]
            if note := self.say(phone.note):
                parts.append(label(note, "muted"))
            if unsure:
                parts.append(row(chip(unsure, "amber"), None))
            shown = phone.display or phone.number
            made = self._corrected(page, "phone", shown, box(column(*parts, spacing=2)))
            _fact(facts, _tr("Telefon"), made)

    def _corrected(self, page: Page, field: str, value: str, made: QWidget) -> QWidget:
        """Return a value with what it was before somebody here corrected it (SCREENS J8)."""
        one = next((o for o in page.corrections if (o.field, o.new) == (field, value)), None)
        if one is None:
            return made
        said = _tr("Rettet av dere {date}, ikke bekreftet").format(date=short_date(one.noted_on))
        lines: list[QWidget] = [made]
        if one.old:
            old = label(one.old, "muted")
            font = old.font()
            font.setStrikeOut(True)
            old.setFont(font)
            old.setAccessibleName(_tr("Før: {old}").format(old=one.old))
            lines.append(old)
        return box(column(*lines, row(chip(said, "amber"), None), spacing=2))

    def _hours(self, page: Page, record: Service) -> QWidget:
        parts: list[QWidget | QHBoxLayout | None] = [
            label(line, selectable=True)
            for line in hours_lines(record.schedules, page.holidays, page.today)
        ]
        if wording := self.say(record.hours):
            said = label(wording, selectable=True)
            parts.append(self._corrected(page, "hours", wording, said))
        known = bool(parts)
        if not (known and page.opening.state == "not_stated"):  # else the words state it
            parts.append(row(chip(*self.words.opening(page.opening)), None))
        unsure = doubt(record, page.freshness)
        if known and unsure and not record.phones:
            # beside the number where there is one
            parts.append(row(chip(unsure, "amber"), None))
        return box(column(*parts, spacing=4))

    def _offers(self, record: Service) -> Iterator[QWidget]:
        if record.offers:
            yield self.section(_tr("Dette får du her"))
        for offer in record.offers:
            sign = QLabel()
            sign.setPixmap(self.icons.pixmap(self.words.offer_icon(offer), "muted", 18))
            line = row(spacing=10)
            line.addWidget(sign)
            line.addWidget(label(self.words.offer(offer)), 1)
            yield box(line)

    # --- guidance, posters, alerts ------------------------------------------------------------

    def _guidance(self, page: Page, record: Guidance) -> Iterator[QWidget]:
        for urgency in record.urgency:
            yield self._urgency(urgency)
        if record.steps:
            yield self.section(_tr("Gjør dette"))
        yield from self._steps(record.steps, numbered=record.status != "historical")
        if page.open_here is not None:  # never between somebody and what to do
            yield self._open_here(page.open_here)
        blocks = conversation(record)
        if blocks:
            yield self.section(_tr("I samtalen"))
        for heading, texts in blocks:
            lines = [bullet(self.say(text), selectable=True) for text in texts]
            yield band("grey", label(heading, "h3"), *lines)
        if page.call:
            yield self.section(_tr("Hvem kan hjelpe"))
        for called in page.call:
            yield self.call(called)
        yield from self._lines(_tr("Godt å vite"), record.facts)

    def _open_here(self, here: OpenHere) -> QWidget:
        """Return what is open now where the team works; never an empty list (SCREENS J1)."""
        lines: list[QWidget] = [label(_tr("Åpent nå i {place}").format(place=here.place), "h3")]
        for found in here.open:
            words, tone = self.words.opening(found.opening)
            ref = str(found.hit.ref)
            title = link(self.say(found.hit.record.title), partial(self.open, ref))
            line = row(title, chip(words, tone))
            line.setStretch(0, 1)  # the name takes the room: it is broken only where none is left
            lines.append(box(line))
        if not here.open:
            none = _tr("Ingen steder i {place} er bekreftet åpne nå.")
            lines.append(label(none.format(place=here.place)))
        if here.unstated:
            unstated = _tr("%n steder i {place} har ikke oppgitt åpningstid.", here.unstated)
            lines.append(label(unstated.format(place=here.place), "muted"))
        lines.append(label(_tr("Legevakt 116 117 svarer hele døgnet.")))
        return band("grey", *lines)

    def _alert(self, record: Alert) -> Iterator[QWidget]:
        """Give the parts of an alert; the first says how it looks, and there the picture stands."""
        first, *rest = alert_parts(record) or [("", ())]
        yield from self._lines(*first)
        if record.picture is not None and self.picture is not None:
            yield self.picture(record.picture)
        for heading, texts in rest:
            yield from self._lines(heading, texts)

    def _urgency(self, urgency: Urgency) -> QWidget:
        tone, sign = _LOOKS[urgency.level]
        signs = [bullet(self.say(sign)) for sign in urgency.signs]
        picture = QLabel()
        picture.setPixmap(self.icons.pixmap(sign, "text", 20))
        top: list[QWidget] = [
            picture,
            label(self.say(URGENCY[urgency.level]), "h3", wrap=False),
        ]
        if digits := _NUMBERS.get(urgency.level):
            hint = _tr("Kopier nummeret {number}").format(number=digits)
            top.append(self._copy_button(digits, hint))
        return band(tone, row_widget(*top), *signs)

    def _steps(self, steps: Iterable[Step], numbered: bool) -> Iterator[QWidget]:
        for number, step in enumerate(steps, 1):
            numeral = label(str(number) if numbered else "•", "numeral", wrap=False)
            numeral.setFixedWidth(self.theme.px(34))
            text = column(label(self.say(step.title), "h3"), spacing=0)
            if more := self.say(step.detail):
                text.addWidget(label(more))
            line = row(spacing=8)
            line.addWidget(numeral, 0, _TOP)
            line.addLayout(text, 1)
            yield box(line)

    def call(self, called: Called) -> QWidget:
        """Return whom to call: the number, large and to be copied, and what stands beside it."""
        shown = called.row
        number = label(shown.phone, "phone", selectable=True, wrap=False)
        digits = "".join(shown.phone.split())
        copy = self._copy_button(digits, _tr("Kopier nummeret {number}").format(number=digits))
        ref = str(shown.ref)
        parts: list[QWidget | QHBoxLayout] = [row(number, copy, None, spacing=4)]
        change = self.words.status(called.change.status) if called.change else ""
        parts += [row(chip(words, "amber"), None) for words in (change, called.doubt) if words]
        parts.append(link(shown.title, lambda: self.open(ref)))
        parts += [label(line, "muted") for line in called.hours]
        return box(column(*parts, spacing=2))

    def _lines(self, heading: str, texts: tuple[Text, ...]) -> Iterator[QWidget]:
        if texts:
            yield self.section(heading)
        for text in texts:
            yield bullet(self.say(text), selectable=True)

    def _rows(self, heading: str, rows: tuple[Row, ...]) -> Iterator[QWidget]:
        if rows:
            yield self.section(heading)
        for other in rows:
            yield self.link(other)

    def _terms(self, record: Record) -> Iterator[QWidget]:
        """Explain the words of the services that a page uses (SCREENS section 1, J11)."""
        found = self.words.terms.terms_in(record)
        if language() == "nb":
            # a word without a page of its own, as «kommune», stands everywhere and tells little
            found = tuple(term for term in found if term.record)
        terms = [term for term in found if term.record != record.id][:_MOST_TERMS]
        if terms:
            yield self.section(_tr("Ord på siden"))
        for term in terms:
            told = label(explanation(term, self.language), "muted", selectable=True)
            told.setObjectName(TERM)
            yield told

    def _copy_button(self, digits: str, hint: str) -> QPushButton:
        """Return a button that copies a number: the computer cannot ring (SCREENS section 0)."""
        return button("", lambda: to_clipboard(digits), "quiet", self.icons.icon("copy"), hint)


def _fact(grid: QGridLayout, name: str, value: QWidget) -> None:
    line = grid.rowCount()
    heading = label(name, "muted")
    heading.setBuddy(value)
    grid.addWidget(heading, line, 0, _TOP)
    grid.addWidget(value, line, 1)


def row_widget(*widgets: QWidget) -> QWidget:
    """Return the widgets side by side, not stretched."""
    return box(row(*widgets, None))


def box(layout: QLayout) -> QWidget:
    """Return a layout as a widget without margins."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def to_clipboard(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
