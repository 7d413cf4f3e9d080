"""The question that the search page puts to the desk, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from feltperm.ui.toolkit.languages import language

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Request, Results
    from feltperm.desk.page import Called

__all__ = ["Answer", "answer", "question"]


class Answer(NamedTuple):
    """What the desk says to a question.

    Attributes:
        helplines: whom to call, where nothing was found.
        in_vain: everything was searched, and nothing was found.
    """

    request: Request
    results: Results
    starred: set[str]
    helplines: tuple[Called, ...] = ()
    in_vain: bool = False


def question(query: str, filters: dict[str, Any], literal: bool, limit: int) -> Request:
    """Return what is asked while it is being typed."""
    from feltperm.desk.find import Request  # noqa: PLC0415  after the first paint

    return Request(query, limit=limit, typing=True, literal=literal, shown_in=language(), **filters)


def answer(desk: Desk, request: Request) -> Answer:
    """Search, on the desk's thread.

    Raises: as :meth:`feltperm.desk.find.Finder.search`.
    """
    from feltperm.desk.failed import in_vain  # noqa: PLC0415  after the first paint

    request = replace(request, neighbours=desk.find.neighbours(request.municipality))
    results, starred = desk.find.search(request), desk.keep.refs()
    if results.hits:
        return Answer(request, results, starred)
    return Answer(request, results, starred, desk.find.helplines(), in_vain(request, results))
