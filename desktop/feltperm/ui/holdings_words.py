"""What a binder holds, in words: «14 favoritter, 2 steder»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from feltperm.desk.belongings import Holdings

__all__ = ["kept_words"]


def kept_words(holdings: Holdings) -> str:
    """Return how many of each there are; empty where there is nothing."""
    counted = (
        (holdings.favourites, _tr("%n favoritter", holdings.favourites)),
        (holdings.collections, _tr("%n samlinger", holdings.collections)),
        (holdings.sites, _tr("%n steder", holdings.sites)),
        (holdings.notes, _tr("%n notater", holdings.notes)),
        (holdings.own, _tr("%n egne oppføringer", holdings.own)),
        (holdings.prints, _tr("%n oppslag i loggen", holdings.prints)),
    )
    return ", ".join(words for number, words in counted if number)


def _tr(text: str, number: int) -> str:
    return QCoreApplication.translate("Holdings", text, "", number)
