"""How the person wants the window to look, and which language it speaks."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from feltperm.ui.toolkit.languages import Language

__all__ = ["LARGEST", "Look", "Motion", "Scheme"]

Scheme: TypeAlias = Literal["machine", "light", "dark", "contrast"]
Motion: TypeAlias = Literal["machine", "less"]

#: Percent: text beyond this leaves no room for a line of words on a small screen.
LARGEST = 200


class Look(NamedTuple):
    """What can be chosen of the look (SCREENS 2.6).

    A widget is made for one look and never learns another: where the choice changes, the window's
    contents are made anew (:meth:`feltperm.ui.context.Context.change_look`).

    Attributes:
        scheme: the colours; ``machine`` takes those that the operating system asks for.
        text: the text size in percent, 100 to 200; 0 takes that of the operating system.
        motion: ``less`` lets nothing move or blink.
        language: of the window, not of what is printed.
    """

    scheme: Scheme = "machine"
    text: int = 0
    motion: Motion = "machine"
    language: Language = "nb"
