"""«Utseende»: colours, text size, and less motion."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.group import Choice, group
from feltperm.ui.toolkit.look import SIZES, Look, Scheme
from feltperm.ui.toolkit.parts import column, label
from feltperm.ui.toolkit.tick import Tick

__all__ = ["LookGroup"]


class LookGroup(QWidget):
    """What is chosen is seen at once: the window is made anew in it, with all that stands in it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.colours = Choice(
            self.tr("Farger"),
            (
                ("machine", self.tr("Følg maskinen")),
                ("light", self.tr("Lys")),
                ("dark", self.tr("Mørk")),
                ("contrast", self.tr("Høy kontrast")),
            ),
            lambda value: self._change(self._context.look._replace(scheme=cast(Scheme, value))),
        )
        self.colours.show_chosen(look.scheme)
        sizes = [(str(size), self.tr("{n} %").format(n=size)) for size in SIZES]
        self.text = Choice(
            self.tr("Tekststørrelse"),
            (("0", self.tr("Følg maskinen")), *sizes),
            lambda value: self._change(self._context.look._replace(text=int(value))),
        )
        self.text.show_chosen(str(look.text))
        self.still = Tick(self.tr("Mindre bevegelse: ingenting glir eller blinker"))
        self.still.setChecked(look.motion == "less")
        self.still.clicked.connect(self._hold)
        card = group(
            context.theme,
            self.tr("Utseende"),
            (self.tr("Farger"), self.colours),
            (self.tr("Tekststørrelse"), self.text),
            (self.tr("Bevegelse"), self.still),
            label(
                self.tr("«Følg maskinen» tar farger, kontrast og tekst fra systemet."), "caption"
            ),
        )
        self.setLayout(column(card))

    def _hold(self, on: bool) -> None:
        self._change(self._context.look._replace(motion="less" if on else "machine"))

    def _change(self, look: Look) -> None:
        if look != self._context.look:
            self._context.change_look(look)
