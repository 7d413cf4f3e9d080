"""One line below the top bar: what happened, what is safe, what to do. Never modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, clear, column, label, restyle, row
from feltperm.ui.toolkit.spoken import spoken

__all__ = ["Action", "Message", "Strip", "Tone"]

#: What went well, what is only said or asked, and what must be read.
Tone = Literal["done", "note", "warning"]
#: The band and the sign of each tone; the sign says it without the colour.
_LOOKS = {
    "done": ("green", "check", "green"),
    "note": ("grey", "info", "text"),
    "warning": ("amber", "triangle-alert", "amber"),
}


class Action(NamedTuple):
    """A button in the strip: a verb and what it does; the message closes with it."""

    text: str
    do: Callable[[], object]


class Message(NamedTuple):
    """What the strip says.

    Attributes:
        detail: technical, behind «Vis detaljer»; plain text that can be copied.
        waits: it comes back after a newer one, until somebody has closed it; what does not
            goes with the page that it was said on.
        tone: how it is shown; what waits is a warning.
    """

    text: str
    actions: tuple[Action, ...] = ()
    detail: str = ""
    waits: bool = False
    tone: Tone = "note"


class Strip(QFrame):
    """Shows the newest message; what must be read comes back until it has been closed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("band", "grey")
        self._shown: Message | None = None
        self._waiting: list[Message] = []
        self.message: QLabel | None = None
        self._said = column(margins=(16, 6, 8, 6), spacing=4)
        self._says = QWidget()
        self._says.setLayout(self._said)
        self._doing = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(220)
        self._bar.setTextVisible(False)
        self._work = QWidget()
        self._work.setLayout(row(self._doing, None, self._bar, margins=(16, 8, 16, 8)))
        self.setLayout(column(self._says, self._work, spacing=0))
        self._says.hide()
        self._work.hide()
        self.hide()

    def say(self, text: str, actions: Sequence[Action] = (), detail: str = "") -> None:
        """Show a message that a newer one may replace."""
        self.take(Message(text, tuple(actions), detail))

    def done(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Show that something went well; a newer message may replace it."""
        self.take(Message(text, tuple(actions), tone="done"))

    def tell(self, text: str, actions: Sequence[Action] = (), detail: str = "") -> None:
        """Show a message that must be read: it waits until it has been closed."""
        self.take(Message(text, tuple(actions), detail, waits=True))

    def take(self, message: Message) -> None:
        """Show a message; what is shown and must be read waits until this one has been closed."""
        known = [self._shown.text if self._shown else "", *(one.text for one in self._waiting)]
        if message.waits and message.text in known:
            return
        if self._shown is not None and self._shown.waits:
            self._waiting.append(self._shown)
        self._show(message)

    def act(self, *actions: Action) -> None:
        """Give the message that is shown these buttons."""
        if self._shown is not None:
            self._show(self._shown._replace(actions=actions))

    def close_message(self) -> None:
        """Close what is shown; what has waited for that comes back."""
        self._shown = self.message = None
        if self._waiting:
            self._show(self._waiting.pop())
        else:
            self._says.hide()
            self._colour("grey")
            self._show_or_hide()

    def turn_page(self) -> None:
        """Close what is shown if nobody needs to have read it: another page is shown now."""
        if self._shown is not None and not self._shown.waits:
            self.close_message()

    def withdraw(self, text: str) -> None:
        """Take a message away that is true no longer, shown or waiting."""
        self._waiting = [one for one in self._waiting if one.text != text]
        if self._shown is not None and self._shown.text == text:
            self.close_message()

    def progress(self, text: str, share: float) -> None:
        """Show work under way; ``share`` runs from 0 to 1, and 1 is its end."""
        self._doing.setText(spoken(text))
        self._bar.setAccessibleName(spoken(text))
        self._bar.setValue(round(share * 100))
        self._work.setVisible(share < 1)
        self._show_or_hide()

    def finish(self) -> None:
        """Hide the progress of work that has ended; a message stays."""
        self._work.hide()
        self._show_or_hide()

    def text(self) -> str:
        """Return the message, else the work that is shown, else an empty string."""
        if self._shown is not None:
            return self._shown.text
        return "" if self._work.isHidden() else self._doing.text()

    def _show(self, message: Message) -> None:
        clear(self._said)
        self._shown = message
        self.message = label(message.text)
        self.message.setAccessibleName(spoken(message.text))
        tone, sign, colour = _LOOKS["warning" if message.waits else message.tone]
        self._colour(tone)
        picture = label("", wrap=False)
        picture.setPixmap(self._icons.pixmap(sign, colour, 18))
        line = row(spacing=8)
        line.addWidget(picture)
        line.addWidget(self.message, 1)
        for action in message.actions:
            line.addWidget(button(action.text, lambda action=action: self._act(action)))  # type: ignore[misc]
        if message.detail:
            line.addWidget(button(self.tr("Vis detaljer"), self._show_detail, "quiet"))
        line.addWidget(button(self.tr("Lukk"), self.close_message, "quiet"))
        self._said.addLayout(line)
        self._says.show()
        self._show_or_hide()

    def _show_detail(self) -> None:
        if self._shown is None or self._said.count() > 1:
            return
        detail = self._shown.detail
        copy = button(
            self.tr("Kopier"), lambda: QGuiApplication.clipboard().setText(detail), "quiet"
        )
        line = row(spacing=8)
        line.addWidget(label(detail, selectable=True), 1)
        line.addWidget(copy)
        self._said.addLayout(line)

    def _colour(self, tone: str) -> None:
        """Take on the colour of what is said."""
        if self.property("band") != tone:
            restyle(self, "band", tone)

    def _show_or_hide(self) -> None:
        self.setVisible(not self._says.isHidden() or not self._work.isHidden())

    def _act(self, action: Action) -> None:
        self.close_message()
        action.do()
