"""The page of one record: facts in a fixed order, each with where it comes from (SCREENS 2.2)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from feltperm.catalogue.dates import long_date
from feltperm.catalogue.hours import weekly_lines
from feltperm.catalogue.records import (
    Guidance,
    Organisation,
    Poster,
    Record,
    Service,
    Text,
    pick,
)
from feltperm.desk.find import Page
from feltperm.desk.text import URGENCY, address_line
from feltperm.ui.icons import Icons
from feltperm.ui.limits import shortened
from feltperm.ui.markdown import MarkdownView
from feltperm.ui.parts import band, button, chip, clear, column, frame, label, link, row
from feltperm.ui.theme import Theme
from feltperm.ui.words import Words

__all__ = ["DetailView"]

#: The longest line a person reads with ease, in characters (SCREENS 2.2).
LINE_LENGTH = 70


class DetailView(QScrollArea):
    """Shows one page; what can be done with it is reported, not done."""

    star_toggled = Signal(str)
    opened = Signal(str)
    poster_asked = Signal(str)
    link_clicked = Signal(QUrl)

    def __init__(self, theme: Theme, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme, self._icons, self._words = theme, icons, words
        self.page: Page | None = None
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Innhold"))
        self._sheet = frame("panel")
        self._body = column(margins=(24, 20, 24, 24), spacing=12)
        self._sheet.setLayout(self._body)
        self.setWidget(self._sheet)
        self._star = button("")
        self._starred = False

    def show_page(self, page: Page, starred: bool) -> None:
        """Replace what is shown; the keyboard stays in the page if it was there."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.page, self._starred = page, starred
        clear(self._body)
        if inside:
            self.setFocus()
        page = shortened(page)
        record = page.entry.record
        for part in (self._heading(record), self._actions(record), *self._bands(record)):
            self._body.addWidget(part)
        if isinstance(record, (Service, Organisation)):
            self._service(page, record)
        elif isinstance(record, Guidance):
            self._guidance(record)
        elif isinstance(record, Poster):
            self._poster(record)
        if page is not self.page:
            self._body.addWidget(label(self.tr("(Innholdet er for langt og er kuttet.)"), "muted"))
        self._rest(page)
        self._body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def ref(self) -> str:
        """Return the shown record as ``pack/id``, or an empty string."""
        return str(self.page.entry.ref) if self.page else ""

    def set_starred(self, starred: bool) -> None:
        """Show whether the record is a favourite."""
        self._starred = starred
        name, colour = ("star-filled", "star") if starred else ("star", "border")
        self._star.setIcon(self._icons.icon(name, colour, size=22))
        text = self.tr("Fjern stjernen (Ctrl+D)") if starred else self.tr("Sett stjerne (Ctrl+D)")
        self._star.setToolTip(text)
        self._star.setAccessibleName(text)

    def show_nothing(self, text: str) -> None:
        """Show an empty page with one quiet line."""
        self.page = None
        clear(self._body)
        self._body.addWidget(label(text, "muted"))
        self._body.addStretch(1)

    def _heading(self, record: Record) -> QWidget:
        title = label(pick(record.title)[1], "h1", selectable=True)
        ref = self.ref()
        self._star = button("", lambda: self.star_toggled.emit(ref), "quiet")
        self._star.setFixedWidth(self._theme.px(44))
        self._star.setIconSize(QSize(self._theme.px(22), self._theme.px(22)))
        self.set_starred(self._starred)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        under = self._words.under_title(record, self.page.area if self.page else "")
        return _box(column(top, label(under, "lead"), spacing=4))

    def _actions(self, record: Record) -> QWidget:
        buttons = row(spacing=8)
        ref = self.ref()
        if isinstance(record, Poster):
            buttons.addWidget(
                button(self.tr("Skriv ut"), lambda: self.poster_asked.emit(ref), "primary")
            )
        buttons.addWidget(button(self.tr("Kopier"), self._copy, icon=self._icons.icon("copy")))
        buttons.addStretch(1)
        return _box(buttons)

    def _bands(self, record: Record) -> list[QWidget]:
        """Return the lines a reader must see before the content."""
        made: list[QWidget] = []
        if record.status == "historical":
            made.append(band("grey", label(self._words.historical(record))))
        elif record.status != "current":
            made.append(band("amber", label(self._words.status(record.status))))
        if (
            isinstance(record, (Guidance, Poster))
            and record.clinical
            and "nb" not in record.reviewed
        ):
            made.append(
                band(
                    "amber",
                    label(self.tr("Ikke fagkontrollert"), "h3"),
                    label(self.tr("Venter på faglig godkjenning. Følg lokal prosedyre.")),
                )
            )
        return made

    def _service(self, page: Page, record: Service | Organisation) -> None:
        facts = QGridLayout()
        facts.setColumnMinimumWidth(0, self._theme.px(110))
        facts.setColumnStretch(1, 1)
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(10)
        self._phones(facts, record)
        if isinstance(record, Service):
            self._fact(facts, self.tr("Åpningstid"), self._hours(page, record))
        for address in record.addresses:
            line = label(address_line(address), selectable=True)
            self._fact(facts, self.tr("Adresse"), line)
        for heading, wording in self._words.facts(record):
            self._fact(facts, heading, label(wording, selectable=True))
        if record.email:
            to = self._address(record.email, f"mailto:{record.email}")
            self._fact(facts, self.tr("E-post"), to)
        if record.url:
            self._fact(facts, self.tr("Nettside"), self._address(record.url))
        self._body.addLayout(facts)
        if isinstance(record, Service) and record.offers:
            self._section(self.tr("Dette får du her"))
            for offer in record.offers:
                self._body.addWidget(label(f"•  {self._words.offer(offer)}"))

    def _address(self, text: str, address: str = "") -> MarkdownView:
        """Return an address that asks before it is opened; it is its own text if none is given."""
        view = MarkdownView(self._theme)
        view.link_clicked.connect(self.link_clicked)
        view.set_address(text, address or text)
        return view

    def _phones(self, facts: QGridLayout, record: Service | Organisation) -> None:
        unsure = self._words.not_confirmed(record) if record.needs_check else ""
        for phone in record.phones:
            number = label(phone.display or phone.number, "phone", selectable=True, wrap=False)
            note = pick(phone.note)[1]
            copy = _copy_button(self._icons, phone.number, self.tr("Kopier nummeret"))
            parts: list[QWidget | QHBoxLayout | None] = [row(number, copy, None, spacing=4)]
            if note:
                parts.append(label(note, "muted"))
            if unsure:
                parts.append(row(chip(unsure, "amber"), None))
            self._fact(facts, self.tr("Telefon"), _box(column(*parts, spacing=2)))

    def _hours(self, page: Page, record: Service) -> QWidget:
        parts: list[QWidget | QHBoxLayout | None] = []
        for days, hours in weekly_lines(record.schedules):
            parts.append(label(f"{days} {hours}".strip(), selectable=True))
        if wording := pick(record.hours)[1]:
            parts.append(label(wording, selectable=True))
        state = self._words.opening(page.opening)
        parts.append(row(chip(*state), None))
        return _box(column(*parts, spacing=4))

    def _guidance(self, record: Guidance) -> None:
        looks = {
            "call_113": ("red", "phone"),
            "call_legevakt": ("yellow", "circle-plus"),
            "same_day": ("blue", "clock"),
            "self_care": ("green", "check"),
        }
        for urgency in record.urgency:
            (tone, sign), heading = looks[urgency.level], pick(URGENCY[urgency.level])[1]
            signs = [label(f"•  {pick(sign)[1]}") for sign in urgency.signs]
            picture = QLabel()
            picture.setPixmap(self._icons.pixmap(sign, "text", 20))
            top: list[QWidget] = [picture, label(heading, "h3", wrap=False)]
            if digits := {"call_113": "113", "call_legevakt": "116117"}.get(urgency.level):
                hint = self.tr("Kopier nummeret {number}").format(number=digits)
                top.append(_copy_button(self._icons, digits, hint))
            self._body.addWidget(band(tone, row_widget(*top), *signs))
        if record.steps:
            self._section(self.tr("Gjør dette"))
        numbered = record.status != "historical"
        for number, step in enumerate(record.steps, 1):
            self._body.addWidget(
                self._step(str(number) if numbered else "•", step.title, step.detail)
            )
        self._lines(self.tr("I samtalen"), record.in_the_call)
        self._lines(self.tr("Godt å vite"), record.facts)

    def _step(self, sign: str, title: Text, detail: Text) -> QWidget:
        numeral = label(sign, "numeral", wrap=False)
        numeral.setFixedWidth(self._theme.px(34))
        text = column(label(pick(title)[1], "h3"), spacing=0)
        if more := pick(detail)[1]:
            text.addWidget(label(more))
        line = row(spacing=8)
        line.addWidget(numeral, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        return _box(line)

    def _poster(self, record: Poster) -> None:
        for number, step in enumerate(record.items, 1):
            self._body.addWidget(self._step(str(number), step.title, step.detail))

    def _rest(self, page: Page) -> None:
        """Add what every record ends with: text, related records and the source box."""
        record = page.entry.record
        if body := pick(record.body)[1]:
            view = MarkdownView(self._theme)
            view.link_clicked.connect(self.link_clicked)
            view.set_markdown(body)
            self._body.addWidget(view)
        if page.related:
            self._section(self.tr("Se også"))
        for other in page.related:
            self._body.addWidget(
                link(
                    f"{self._words.kind(other.kind)}: {other.title}",
                    lambda ref=str(other.ref): self.opened.emit(ref),  # type: ignore[misc]
                )
            )
        self._body.addWidget(self._sources(page))

    def _sources(self, page: Page) -> QWidget:
        record, header = page.entry.record, page.entry.header
        lines: list[QWidget] = [label(self.tr("Kilde"), "h3")]
        for source in record.sources:
            lines.append(label(self._words.source(source), selectable=True))
            lines += [self._address(source.url)] if source.url else []
        if record.valid_until:
            lines.append(
                label(self.tr("Gjelder til {date}.").format(date=long_date(record.valid_until)))
            )
        if note := pick(record.note)[1]:
            lines.append(label(note, "muted"))
        lines.append(row_widget(chip(*self._words.freshness(page.freshness, record))))
        lines.append(
            label(
                self.tr("{publisher}, innhold fra {date}.").format(
                    publisher=header.publisher, date=long_date(header.published)
                ),
                "caption",
            )
        )
        return frame("sourcebox", column(*lines, margins=(14, 12, 14, 12), spacing=4))

    def _lines(self, heading: str, texts: tuple[Text, ...]) -> None:
        if texts:
            self._section(heading)
        for text in texts:
            self._body.addWidget(label(f"•  {pick(text)[1]}", selectable=True))

    def _section(self, heading: str) -> None:
        made = label(heading, "h3")
        made.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._body.addWidget(made)

    def _fact(self, grid: QGridLayout, name: str, value: QWidget) -> None:
        line = grid.rowCount()
        heading = label(name, "muted")
        heading.setBuddy(value)
        grid.addWidget(heading, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, line, 1)

    def _copy(self) -> None:
        if self.page:
            _to_clipboard(self._words.as_text(self.page))


def _copy_button(icons: Icons, digits: str, hint: str) -> QPushButton:
    """Return a button that copies a number: the computer cannot ring (SCREENS section 0)."""
    return button("", lambda: _to_clipboard(digits), "quiet", icons.icon("copy"), hint)


def row_widget(*widgets: QWidget) -> QWidget:
    """Return the widgets side by side, not stretched."""
    return _box(row(*widgets, None))


def _box(layout: QHBoxLayout | QVBoxLayout) -> QWidget:
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
