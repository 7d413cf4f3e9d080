"""How the person wants the window to look, and which language it speaks."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from feltperm.ui.toolkit.languages import Language

__all__ = ["LARGEST", "SIZES", "Look", "Motion", "Scheme", "next_size"]

Scheme: TypeAlias = Literal["machine", "light", "dark", "contrast"]
Motion: TypeAlias = Literal["machine", "less"]

#: Percent: text beyond this leaves no room for a line of words on a small screen.
LARGEST = 200
#: Percent: the sizes of text that are offered.
SIZES = (100, 115, 130, 150, 175, LARGEST)


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


def next_size(percent: int, larger: bool) -> int:
    """Return the size of text that comes next; that itself where there is none."""
    beyond = [size for size in SIZES if (size > percent if larger else size < percent)]
    return (min if larger else max)(beyond, default=percent)
