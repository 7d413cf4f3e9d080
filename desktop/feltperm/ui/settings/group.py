"""The parts that the groups of the settings are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QFrame, QPushButton, QWidget

from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, frame, label
from feltperm.ui.toolkit.theme import Theme

__all__ = ["Choice", "group"]


def group(theme: Theme, title: str, *rows: tuple[str, QWidget] | QWidget) -> QFrame:
    """Return a card with a heading, and below it rows: a name and what is chosen, or one part."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(theme.px(16))
    form.setVerticalSpacing(theme.px(12))
    for one in rows:
        if isinstance(one, tuple):
            name, widget = one
            widget.setAccessibleName(widget.accessibleName() or name)
            form.addRow(label(name, wrap=False), widget)
        else:
            form.addRow(one)
    made = frame("card", column(label(title, "h2"), form, margins=(20, 16, 20, 18), spacing=12))
    made.setAccessibleName(title)
    return made


class Choice(QWidget):
    """A few buttons of which one is chosen; the arrow keys go from one to the next.

    What is chosen is told by a tick before the word too, not by colour alone.
    """

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], chosen: Callable[[str], object]
    ) -> None:
        """Show the choices as (value, words); ``chosen`` is called when a person chooses."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, words in choices:
            made = button(words, look="chip")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setAccessibleName(f"{name}: {words}")
            made.setProperty("words", words)
            made.clicked.connect(lambda _on=False, value=value: chosen(value))
            made.toggled.connect(lambda on, made=made: _tick(made, on))
            self._group.addButton(made)
            self._buttons[value] = made
        self.setLayout(FlowLayout(*self._buttons.values(), spacing=8))

    def show_chosen(self, value: str) -> None:
        """Show what is chosen."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def chosen(self) -> str:
        """Return the value that is chosen; empty where none is."""
        return next((one for one, made in self._buttons.items() if made.isChecked()), "")

    def press(self, value: str) -> None:
        """Choose as a person does."""
        self._buttons[value].click()


def _tick(made: QPushButton, on: bool) -> None:
    words = str(made.property("words"))
    made.setText(f"✓ {words}" if on else words)
