"""What the options of a search ask for, for every command that searches."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from feltperm import app_words
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request

if TYPE_CHECKING:
    from feltperm.catalogue.facets import Facet

__all__ = ["search_request"]


def search_request(desk: Desk, options: argparse.Namespace, **more: Any) -> Request:
    """Return the request that the options of the command line describe.

    Raises:
        NotFound: a municipality or a choice of that name is not known.
    """
    return Request(
        " ".join(options.text),
        kinds=(options.kind,) if options.kind else (),
        municipality=desk.find.municipality(options.municipality),
        open_at=options.open_at,
        no_referral=options.no_referral,
        free=options.free,
        may_come_while_using=options.may_come_while_using,
        offers=_chosen("offer", options.offer),
        languages=_chosen("language", options.language),
        topics=_chosen("topic", options.topic),
        audiences=_chosen("audience", options.audience),
        **more,
    )


def _chosen(facet: Facet, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of what is chosen in a filter; the lists are read only where it is used."""
    if not texts:
        return ()
    choices = app_words.load_choices()
    return tuple(choices.find(facet, text) for text in texts)
