"""The page of one record: heading, bands, its body and where it comes from (SCREENS 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QWidget

from feltperm.catalogue.library import Row
from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Organisation,
    Picture,
    Poster,
    Record,
    Service,
)
from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.crisis import is_measure
from feltperm.desk.own import OWN_LABEL, is_own
from feltperm.desk.page import Page
from feltperm.desk.text import change_line, validity
from feltperm.ui.alerts.alert_words import level_look
from feltperm.ui.record.bodies import TERM, Bodies, box, row_widget, to_clipboard
from feltperm.ui.record.finding import FindLine
from feltperm.ui.record.limits import shortened
from feltperm.ui.record.note_block import NoteBlock
from feltperm.ui.record.term_help import explain_in
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import NAMES, Language, language, long_date
from feltperm.ui.toolkit.parts import band, button, chip, clear, column, frame, label
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.words import Words

__all__ = ["DetailView"]

#: The longest line a person reads with ease, in characters (SCREENS 2.2).
LINE_LENGTH = 70


class DetailView(QScrollArea):
    """Shows one page; what can be done with it is reported, not done."""

    star_toggled = Signal(str)
    opened = Signal(str)
    poster_asked = Signal(str)
    checklist_asked = Signal()
    link_clicked = Signal(QUrl)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        words: Words,
        above: QWidget | None = None,
        more: Callable[[Page], Iterable[QWidget]] = lambda _page: (),
        notes: Callable[[str, str], NoteBlock] | None = None,
        pictures: Callable[[Picture], QWidget] | None = None,
    ) -> None:
        """Begin empty.

        Args:
            above: stands over every page, and scrolls with it.
            more: gives further buttons to stand beside those of a page.
            notes: makes the block for a record's own note; none is shown without it.
            pictures: makes the place of a record's picture; none is shown without it.
        """
        super().__init__()
        self._above, self._more, self._notes, self._pictures = above, more, notes, pictures
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
        self._finding: FindLine | None = None
        QShortcut(QKeySequence("Shift+F1"), self, self.explain)
        QShortcut(QKeySequence("Ctrl+F"), self, self.find_words)

    def show_page(self, page: Page, starred: bool) -> None:
        """Replace what is shown; the keyboard stays in the page if it was there.

        It is read in the window's language where nothing of it is missing there, else in bokmål,
        and says so (SCREENS section 0, rule 11).
        """
        self._starred = starred
        self._show(page, language() if language() in page.languages else "nb")

    def explain(self) -> None:
        """Go to where the words of the services on this page are explained (Shift+F1)."""
        if (first := self.findChild(QLabel, TERM)) is not None:
            self.ensureWidgetVisible(first)
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_words(self) -> None:
        """Open the line that finds words on this page (Ctrl+F)."""
        if self.page is not None:
            self.find_line().open()

    def find_line(self) -> FindLine:
        """Return the line that finds words on the page; it is made when it is first needed."""
        if self._finding is None:
            self._finding = FindLine(self, self._sheet, self._icons)
            self._finding.resized.connect(lambda high: self.setViewportMargins(0, high, 0, 0))
        return self._finding

    def title(self) -> str:
        """Return what the shown record is called, in the language that it is read in."""
        return self._bodies.say(self.page.entry.record.title) if self.page else ""

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
        if self._finding is not None:
            self._finding.close_line()
        clear(self._body)
        self._body.addWidget(label(text, "muted"))
        self._body.addStretch(1)

    def _show(self, page: Page, language: str) -> None:
        another = self.page is None or page.entry.ref != self.page.entry.ref
        if self._finding is not None and another:
            self._finding.leave()
        inside = self._sheet.isAncestorOf(QApplication.focusWidget() or self)
        self.page = page
        self._bodies = self._in_language(language)
        clear(self._body)
        if inside:
            self.setFocus()
        short = shortened(page)
        record = short.entry.record
        parts = [self._heading(record), self._actions(page), *self._bands(short, record)]
        # what to do in need comes first, and so does how to reach a place, unless somebody here
        # has something to say of it
        first = bool(page.note) and isinstance(record, Service | Organisation)
        note = list(self._note(page))
        bodies = [*note, *self._bodies.of(short)] if first else [*self._bodies.of(short), *note]
        for part in (*parts, *bodies):
            self._body.addWidget(part)
        if short is not page:
            self._body.addWidget(label(self.tr("(Innholdet er for langt og er kuttet.)"), "muted"))
        self._rest(short)
        self._body.addStretch(1)
        explain_in(self._sheet, self._words.terms, self._bodies.language)
        self.verticalScrollBar().setValue(0)
        if self._finding is not None:
            self._finding.renew()

    def _in_language(self, language: str) -> Bodies:
        return Bodies(
            self._theme,
            self._icons,
            self._words,
            language,
            self.opened.emit,
            self.link_clicked.emit,
            self._pictures,
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
        whom = self._words.for_whom(record)
        parts: list[QWidget | QHBoxLayout] = [top, label(under, "lead")]
        if self._bodies.language == "nb" and language() != "nb":
            parts.append(row_widget(chip(self.tr("Bare på bokmål"))))
        parts += [label(whom, "muted")] if whom else []
        return box(column(*parts, spacing=4))

    def _actions(self, page: Page) -> QWidget:
        buttons = FlowLayout()
        ref = self.ref()
        record = page.entry.record
        about = [str(one.ref) for one in _posters(page)]
        if isinstance(record, Poster) or self._words.has_poster(record) or about:
            text = self.tr("Skriv ut") if isinstance(record, Poster) else self.tr("Skriv ut plakat")
            asked = about[0] if about else ref
            buttons.addWidget(button(text, lambda: self.poster_asked.emit(asked), "primary"))
        if is_measure(ref) and self._above is None:  # else the list is there already
            text = self.tr("Åpne sjekklista")
            buttons.addWidget(
                button(text, self.checklist_asked.emit, icon=self._icons.icon("list-checks"))
            )
        copy = self.tr("Kopier som tekst") if isinstance(record, Alert) else self.tr("Kopier")
        buttons.addWidget(button(copy, self._copy, icon=self._icons.icon("copy")))
        for made in self._more(page):
            buttons.addWidget(made)
        for code in self._other_languages(page):
            show = lambda code=code: self._show(page, code)  # noqa: E731
            buttons.addWidget(button(NAMES[code], show, "quiet"))
        return box(buttons)

    def _other_languages(self, page: Page) -> list[Language]:
        """The languages the page can be switched to: those in which nothing of it is missing."""
        if not isinstance(page.entry.record, Guidance):
            return []
        known = [code for code in NAMES if code in page.languages]
        return [code for code in known if code != self._bodies.language]

    def _bands(self, page: Page, record: Record) -> list[QWidget]:
        """Return the lines a reader must see before the content."""
        made: list[QWidget] = [self._own(record)] if is_own(page.entry.ref) else []
        if isinstance(record, Alert):
            made.append(self._level(page, record))
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

    def _note(self, page: Page) -> Iterator[QWidget]:
        """Give the block of the user's own note."""
        if self._notes is not None:
            block = self._notes(str(page.entry.ref), page.note)
            block.changed.connect(self._take_note)
            yield block

    def _take_note(self, text: str) -> None:
        """Remember a note that was kept, for when the page is shown in another language."""
        if self.page is not None:
            self.page = replace(self.page, note=text)

    def _own(self, record: Record) -> QWidget:
        """Return the band that says whose word an own record is."""
        note = self._bodies.say(record.note)
        said = self.tr("Skrevet inn på denne maskinen, og står bare her.")
        lines = [label(OWN_LABEL, "h3"), label(said)]
        lines += [label(self.tr("Til kolleger: {x}").format(x=note))] if note else []
        return band("grey", *lines)

    def _level(self, page: Page, alert: Alert) -> QWidget:
        """Return the band that says how serious an alert is, to when it holds, and who sent it.

        Whoever «says so» is the sender's word; the sender of what is not national stands beside it.
        """
        words, tone = self._words.alert(alert)
        lines: list[QWidget] = [label(words, "h3")]
        if tone != "plain":
            sign = label("", wrap=False)
            sign.setPixmap(self._icons.pixmap(level_look(alert.level).sign, "text", 20))
            lines = [row_widget(sign, *lines)]
        if ends := validity(alert):
            span = self.tr("Gjelder {span}.").format(span=spoken(ends))
            lines.append(label(ends if alert.withdrawn_on else span))
        if page.entry.header.pack != NATIONAL:
            sent = self.tr("Sendt ut av {publisher}.")
            lines.append(label(sent.format(publisher=page.entry.header.publisher)))
        return band({"plain": "grey", "amber": "yellow"}.get(tone, tone), *lines)

    def _rest(self, page: Page) -> None:
        """Add what every record ends with: own and related records and the source box."""
        posters = _posters(page)
        for heading, rows in (
            (self.tr("Plakater om dette"), posters),
            (self.tr("Lokalt om dette"), page.own),
            (self.tr("Se også"), [one for one in page.related if one not in posters]),
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
        if (note := self._bodies.say(record.note)) and not is_own(
            page.entry.ref
        ):  # its band says so
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


def _posters(page: Page) -> list[Row]:
    """Return the posters about what a guidance says, in the order it names them."""
    if not isinstance(page.entry.record, Guidance):
        return []
    return [one for one in page.related if one.kind == "poster"]
