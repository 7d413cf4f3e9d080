"""The page of one record: heading, bands, its body and where it comes from (SCREENS 2.2)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from feltperm.catalogue.dates import long_date
from feltperm.catalogue.records import Alert, Guidance, Poster, Record, pick
from feltperm.desk.crisis import is_measure
from feltperm.desk.page import Page
from feltperm.desk.text import change_line, validity
from feltperm.ui.bodies import Bodies, box, row_widget, to_clipboard
from feltperm.ui.icons import Icons
from feltperm.ui.limits import shortened
from feltperm.ui.parts import band, button, chip, clear, column, frame, label, row
from feltperm.ui.theme import Theme
from feltperm.ui.words import Words

__all__ = ["DetailView"]

#: The longest line a person reads with ease, in characters (SCREENS 2.2).
LINE_LENGTH = 70
#: What the languages of a page call themselves.
_LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


class DetailView(QScrollArea):
    """Shows one page; what can be done with it is reported, not done."""

    star_toggled = Signal(str)
    opened = Signal(str)
    poster_asked = Signal(str)
    checklist_asked = Signal()
    link_clicked = Signal(QUrl)

    def __init__(
        self, theme: Theme, icons: Icons, words: Words, above: QWidget | None = None
    ) -> None:
        """Begin empty; ``above`` stands over every page, and scrolls with it."""
        super().__init__()
        self._above = above
        self._theme, self._icons, self._words = theme, icons, words
        self.page: Page | None = None
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Innhold"))
        self._sheet = frame("panel")
        self._body = column(margins=(24, 20, 24, 24), spacing=12)
        self._sheet.setLayout(column(*([above] if above else []), self._body, spacing=0))
        self.setWidget(self._sheet)
        self._star = button("")
        self._starred = False
        self._bodies = self._in_language("nb")

    def show_page(self, page: Page, starred: bool) -> None:
        """Replace what is shown, in bokmål; the keyboard stays in the page if it was there."""
        self._starred = starred
        self._show(page, "nb")

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

    def _show(self, page: Page, language: str) -> None:
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.page = page
        self._bodies = self._in_language(language)
        clear(self._body)
        if inside:
            self.setFocus()
        short = shortened(page)
        record = short.entry.record
        parts = [self._heading(record), self._actions(page), *self._bands(short, record)]
        for part in (*parts, *self._bodies.of(short)):
            self._body.addWidget(part)
        if short is not page:
            self._body.addWidget(label(self.tr("(Innholdet er for langt og er kuttet.)"), "muted"))
        self._rest(short)
        self._body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _in_language(self, language: str) -> Bodies:
        return Bodies(
            self._theme,
            self._icons,
            self._words,
            language,
            self.opened.emit,
            self.link_clicked.emit,
        )

    def _heading(self, record: Record) -> QWidget:
        title = label(self._bodies.say(record.title), "h1", selectable=True)
        ref = self.ref()
        self._star = button("", lambda: self.star_toggled.emit(ref), "quiet")
        self._star.setFixedWidth(self._theme.px(44))
        self._star.setIconSize(QSize(self._theme.px(22), self._theme.px(22)))
        self.set_starred(self._starred)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        area = self.page.area if self.page else ""
        under = self._words.under_title(record, area, self._bodies.language)
        return box(column(top, label(under, "lead"), spacing=4))

    def _actions(self, page: Page) -> QWidget:
        buttons = row(spacing=8)
        ref = self.ref()
        record = page.entry.record
        if isinstance(record, Poster) or self._words.has_poster(record):
            text = self.tr("Skriv ut") if isinstance(record, Poster) else self.tr("Skriv ut plakat")
            buttons.addWidget(button(text, lambda: self.poster_asked.emit(ref), "primary"))
        if is_measure(ref) and self._above is None:  # else the list is there already
            text = self.tr("Åpne sjekklista")
            buttons.addWidget(
                button(text, self.checklist_asked.emit, icon=self._icons.icon("list-checks"))
            )
        buttons.addWidget(button(self.tr("Kopier"), self._copy, icon=self._icons.icon("copy")))
        for code in self._other_languages(page):
            show = lambda code=code: self._show(page, code)  # noqa: E731
            buttons.addWidget(button(_LANGUAGES[code], show, "quiet"))
        buttons.addStretch(1)
        return box(buttons)

    def _other_languages(self, page: Page) -> list[str]:
        """The languages the page can be switched to: those in which nothing of it is missing."""
        if not isinstance(page.entry.record, Guidance):
            return []
        known = [code for code in _LANGUAGES if code in page.languages]
        return [code for code in known if code != self._bodies.language]

    def _bands(self, page: Page, record: Record) -> list[QWidget]:
        """Return the lines a reader must see before the content."""
        made: list[QWidget] = []
        if isinstance(record, Alert):
            made.append(self._level(record))
        elif record.status == "historical":
            made.append(band("grey", label(self._words.historical(record))))
        elif page.change:
            ref = str(page.change.alert)
            more = button(self.tr("Les varselet"), lambda: self.opened.emit(ref))
            made.append(band("amber", label(change_line(page.change)), row_widget(more)))
        elif record.status != "current":
            made.append(band("amber", label(self._words.status(record.status))))
        if record.about:
            made.append(band("blue", label(self._words.local(page))))
        if (
            isinstance(record, (Guidance, Poster))
            and record.clinical
            and self._bodies.language not in record.reviewed
        ):
            made.append(
                band(
                    "amber",
                    label(self.tr("Ikke fagkontrollert"), "h3"),
                    label(self.tr("Venter på faglig godkjenning. Følg lokal prosedyre.")),
                )
            )
        return made

    def _level(self, alert: Alert) -> QWidget:
        """Return the band that says how serious an alert is, and to when it holds."""
        words, tone = self._words.alert(alert)
        lines = [label(words, "h3")]
        if ends := validity(alert):
            span = self.tr("Gjelder {span}.").format(span=ends)
            lines.append(label(ends if alert.withdrawn_on else span))
        return band({"plain": "grey"}.get(tone, tone), *lines)

    def _rest(self, page: Page) -> None:
        """Add what every record ends with: own and related records and the source box."""
        for heading, rows in (
            (self.tr("Lokalt om dette"), page.own),
            (self.tr("Se også"), page.related),
        ):
            if rows:
                self._body.addWidget(self._bodies.section(heading))
            for other in rows:
                self._body.addWidget(self._bodies.link(other))
        self._body.addWidget(self._sources(page))

    def _sources(self, page: Page) -> QWidget:
        record, header = page.entry.record, page.entry.header
        lines: list[QWidget] = [label(self.tr("Kilde"), "h3")]
        for source in record.sources:
            lines.append(label(self._words.source(source), selectable=True))
            lines += [self._bodies.address(source.url)] if source.url else []
        if record.valid_until and not isinstance(record, Alert):  # its band says so
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

    def _copy(self) -> None:
        if self.page:
            to_clipboard(self._words.as_text(self.page, self._bodies.language))
