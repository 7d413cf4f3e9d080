"""The two families of failure (DESIGN section 2 and EXAMPLES section 6).

A :class:`Condition` is something about the world (a full disk, a damaged file, an unknown id).
It is told to the user in the user's words, and the program goes on. Everything else that is
raised is a bug and takes the crash path with a report that can be copied.
"""

from __future__ import annotations

from feltperm.wording import say

__all__ = [
    "Condition",
    "ContentDamaged",
    "ContentTooNew",
    "DiskFull",
    "NoWindow",
    "NotFound",
    "PaperFailed",
    "PrinterFailed",
    "ReadOnly",
    "TextTooLong",
    "UnfitPack",
    "UpdateFailed",
]


class Condition(Exception):
    """Something about the world that the user must hear of.

    The class docstring of a subclass is never shown; ``str(error)`` is: at most two Norwegian
    sentences that say what happened and what is safe (SCREENS section 0, rule 3), made with
    :func:`feltperm.wording.say` so that the window can say them in its language. Technical
    detail goes into ``detail`` and stands behind «Vis detaljer».
    """

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.message = message  # as it was said; str(error) is only the bokmål of it
        self.detail = detail


class NoWindow(Condition):
    """The window cannot be opened on this machine; everything else works."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """Say why; ``reason`` is a short clause."""
        super().__init__(
            say(
                "Vinduet kan ikke åpnes: {reason}. «feltperm search» virker uten vindu.",
                reason=reason,
            ),
            detail,
        )


class NotFound(Condition):
    """The asked-for record, site, language or file is not there."""


class ContentDamaged(Condition):
    """A pack or the library cannot be read; the previous or the built-in content may be."""


class ContentTooNew(ContentDamaged):
    """A pack is of a format that this version of the program does not read."""


class UnfitPack(ContentDamaged):
    """A pack that reads well cannot stand in a library with the others; ``pack`` is its id."""

    def __init__(self, pack: str, detail: str) -> None:
        """Say why in ``detail``."""
        super().__init__(say("Innholdet er skadet og er ikke tatt i bruk."), detail)
        self.pack = pack


class DiskFull(Condition):
    """There is no room left; nothing was changed."""


class ReadOnly(Condition):
    """The profile cannot be written to; search and print still work."""


class PaperFailed(Condition):
    """A sheet could not be set: time, memory or input limits, or a text that does not compile."""


class PrinterFailed(Condition):
    """A printer, or the spooler before it, did not take a sheet; the sheet itself is good."""


class TextTooLong(PaperFailed):
    """The words do not fit the chosen size at the smallest permitted type.

    Attributes:
        fits: the smallest larger paper on which they do; empty where there is none.
    """

    def __init__(self, message: str, detail: str = "", fits: str = "") -> None:
        """Say what happened in ``message``."""
        super().__init__(message, detail)
        self.fits = fits


class UpdateFailed(Condition):
    """New content could not be taken; what was in use still is.

    Attributes:
        why: the name of the reason, for tests and for whoever decides what to do next
            (:data:`feltperm.packs.failures.Failure`).
    """

    def __init__(self, why: str, message: str, detail: str = "") -> None:
        """Say what happened in ``message``."""
        super().__init__(message, detail)
        self.why = why
