"""What can be chosen in a filter: offers, languages, topics and audiences, by id or by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from feltperm.catalogue.facets import Facet
from feltperm.catalogue.fold import fold
from feltperm.catalogue.records import Text
from feltperm.errors import NotFound
from feltperm.search import nearest
from feltperm.wording import either, say

__all__ = ["Choices"]


@dataclass(frozen=True, slots=True)
class Choices:
    """The wordings of what can be chosen, by facet and id.

    Other language codes than those that have a wording are taken as they are: what a service
    speaks is not limited to what the program is written in.
    """

    wordings: Mapping[Facet, Mapping[str, Text]]

    def find(self, facet: Facet, text: str) -> str:
        """Return the id for an id or a wording, in any language and any spelling.

        Raises:
            NotFound: there is none; the sentence names the nearest.
        """
        wanted = fold(text.strip())
        known = self.wordings[facet]
        for value, wording in known.items():
            if wanted in (fold(value), *map(fold, wording.values())):
                return value
        if facet == "language" and len(wanted) in (2, 3) and wanted.isascii() and wanted.isalpha():
            return wanted
        near = nearest(text.strip().lower(), _written(known))
        shown = text if len(text) <= 60 else text[:60] + "…"
        raise NotFound(
            say("Fant ikke «{what}». Mente du {near}?", what=shown, near=either(near))
            if near
            else say("Fant ikke «{what}».", what=shown)
        )


def _written(known: Mapping[str, Text]) -> list[str]:
    """Return everything that may be written for a value of a list."""
    words = {word.lower() for wording in known.values() for word in wording.values() if word}
    return sorted({*words, *known})
