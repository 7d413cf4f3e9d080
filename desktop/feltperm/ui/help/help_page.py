"""«Hjelp»: pages about tasks, shortcuts, words, the program itself, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from feltperm.ui.context import Context
from feltperm.ui.help.doctor_view import DoctorView
from feltperm.ui.help.topics import Topic, find_topics, key_page, task_topics, term_page
from feltperm.ui.help.versions import version_text
from feltperm.ui.record.markdown import MarkdownView
from feltperm.ui.toolkit.languages import language
from feltperm.ui.toolkit.panes import TwoPanes
from feltperm.ui.toolkit.parts import button, chip, column, label, row

__all__ = ["HelpPage"]

_TOPIC = Qt.ItemDataRole.UserRole


class HelpPage(QWidget):
    """A list of topics beside the one that is open."""

    panes: TwoPanes

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._content: dict[str, str] = {}
        about = Topic("om", self.tr("Om Feltperm"), self._versions())
        log = Topic("logg", self.tr("Logg"), "")
        terms = context.words().terms
        self._topics = [
            *task_topics(context.help_pages, language()),
            key_page(),
            term_page(terms, language()),
            about,
            log,
        ]
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Søk i hjelpen"))
        self.search.setAccessibleName(self.tr("Søk i hjelpen"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Emner"))
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.list.itemClicked.connect(lambda _item: self.panes.read())
        self.list.itemActivated.connect(lambda _item: self.panes.read())
        self.none = label(self.tr("Ingen hjelp om det. Prøv et annet ord."), "muted")
        self.title = label("", "h1")
        self.foreign = chip(self.tr("Bare på bokmål"))
        self.text = MarkdownView(context.theme)
        self.doctor = DoctorView(context, self._versions)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(self.tr("Logg"))
        self.log.setMinimumHeight(context.theme.px(260))
        self.copy = button(self.tr("Kopier"), self._copy)
        head = column(
            label(self.tr("Hjelp"), "h1"), self.search, self.none,
            margins=(20, 20, 16, 10), spacing=10,
        )  # fmt: skip
        left = QWidget()
        left.setLayout(column(head, self.list, spacing=0))
        inner = QWidget()
        inner.setLayout(
            column(
                row(self.title, self.foreign), self.doctor, self.text, self.log,
                row(self.copy, None), None, margins=(24, 20, 24, 24), spacing=14,
            )
        )  # fmt: skip
        area = QScrollArea()
        area.setObjectName("panel")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.panes = TwoPanes(
            context.theme, context.icons, left, self.list, self.tr("Tilbake til emnene")
        )
        self.panes.put_right(area)
        self.panes.setSizes([context.theme.px(340), context.theme.px(750)])
        self.setLayout(column(self.panes))
        context.state.restore_panes(self.panes, "help")
        self.setFocusProxy(self.search)
        self._list("")

    def refresh(self) -> None:
        """Show the log, and what content there is, as they are now."""
        self.log.setPlainText(self._context.journal())
        self._context.desk.run_latest(
            "versions", lambda desk: desk.editions(), self._show_content, lambda _failed: None
        )

    def _show_content(self, editions: dict[str, str]) -> None:
        if editions == self._content:
            return
        self._content = editions
        place = next(n for n, topic in enumerate(self._topics) if topic.name == "om")
        self._topics[place] = Topic("om", self._topics[place].title, self._versions())
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item.data(_TOPIC).name == "om":
                item.setData(_TOPIC, self._topics[place])
                if item is self.list.currentItem():
                    self._show(item)

    def _versions(self) -> str:
        """Return what the program and its content are, in lines worth pasting."""
        return version_text({**self._context.versions(), **self._content})

    def choose(self, name: str) -> None:
        """Open the topic of that name."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_TOPIC).name == name:
                self.list.setCurrentItem(item)
                self.panes.read()

    def _list(self, words: str) -> None:
        self.list.clear()
        found = find_topics(self._topics, words)
        for topic in found:
            item = QListWidgetItem(topic.title)
            item.setData(_TOPIC, topic)
            self.list.addItem(item)
        self.none.setVisible(not found)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        topic: Topic = item.data(_TOPIC)
        self.title.setText(topic.title)
        self.foreign.setVisible(topic.foreign)
        self.text.set_markdown(topic.text, self._context.theme.px(8))
        self.text.setAccessibleName(topic.title)
        wrong, log = topic.name == "noe-er-galt", topic.name == "logg"
        self.doctor.setVisible(wrong)
        self.text.setVisible(not log)
        self.log.setVisible(log)
        self.copy.setVisible(log or topic.name == "om")
        if wrong and self.isVisible():
            self.doctor.look()

    def _copy(self) -> None:
        topic: Topic = self.list.currentItem().data(_TOPIC)
        text = self.log.toPlainText() if topic.name == "logg" else self.text.toPlainText()
        QGuiApplication.clipboard().setText(text)
        self._context.reports.done.emit(self.tr("Kopiert."))
