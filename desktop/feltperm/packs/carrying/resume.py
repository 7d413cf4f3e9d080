"""Fetching a file over a link that is cut again and again, and no byte of it twice.

How an answer is got is not known here; only what to ask for, and what to make of what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying import http_rules as rules
from feltperm.packs.carrying.carrier import too_long
from feltperm.packs.carrying.pace import Pace
from feltperm.packs.carrying.parts import Part
from feltperm.packs.failures import Failure, failed

__all__ = ["Answer", "Cut", "complete"]

_OK, _PARTIAL, _NO_SUCH_RANGE = 200, 206, 416


class Answer(Protocol):
    """The beginning of an answer, and the pieces of its body as they come."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """What is said of the body."""

    def pieces(self) -> Iterator[bytes]:
        """Give the body; :class:`Cut` when the connection ends before it does."""


class Cut(UpdateFailed):
    """The connection ended before the file did; another may bring the rest."""

    def __init__(self, why: Failure, detail: str) -> None:
        super().__init__(why, str(failed(why)), detail)


class _Unfit(Exception):
    """The server cannot go on from the part that is here."""


def complete(
    part: Part,
    length: int,
    ask: Callable[[dict[str, str]], AbstractContextManager[Answer]],
    pace: Pace,
    take: Callable[[int], None],
) -> None:
    """Bring the rest of a file, over as many connections as it takes.

    A connection that is cut is taken up again at once as long as each brings something. A part
    that the server cannot go on from is begun anew, once.

    Args:
        part: what is here, open for writing.
        length: of the whole file.
        ask: asks for the file with these headers.
        take: told of each piece that is in the part.

    Raises:
        DownloadHTTPError, DownloadLengthMismatchError, UpdateFailed: see the carrier.
    """
    if part.have > length:
        part.drop()
    again = True
    while (before := part.have) < length:
        try:
            _more(part, length, ask, pace, take)
        except Cut:
            if part.have <= before:
                raise
        except _Unfit as error:
            part.drop()
            if not again:
                raise failed("server", str(error)) from error
            again = False


def _more(
    part: Part,
    length: int,
    ask: Callable[[dict[str, str]], AbstractContextManager[Answer]],
    pace: Pace,
    take: Callable[[int], None],
) -> None:
    """Bring what one connection gives."""
    begin = part.have
    wanted = {"Range": f"bytes={begin}-"} if begin else {}
    if begin and part.validator:
        wanted["If-Range"] = part.validator
    with ask(wanted) as answer:
        whole = _agree(part, answer, begin, length)
        for piece in answer.pieces():
            if whole:
                # not before something comes: a connection may end with the headers
                part.begin(rules.validator(answer.headers))
                whole = False
            if part.have + len(piece) > length:
                part.drop()
                raise too_long(part.name, length)
            part.append(piece)
            take(len(piece))
            pace.take(len(piece))
    if part.have < length:
        raise Cut("no_network", f"{part.have} of {length} bytes")


def _agree(part: Part, answer: Answer, begin: int, length: int) -> bool:
    """Look at what the server is about to send; return whether it begins at the beginning."""
    announced = rules.content_length(answer.headers)
    if answer.status == _PARTIAL:
        said = answer.headers.get("Content-Range")
        if said is None and announced is None:
            raise Cut("no_network", "the headers were cut off")
        if rules.range_begin(answer.headers, length) != begin:
            raise _Unfit(f"asked from {begin}, got {said}")
        return False
    if answer.status == _NO_SUCH_RANGE:
        raise _Unfit(f"the server has nothing from {begin} on")
    if answer.status != _OK:
        raise failed("server", f"status {answer.status}")
    # the whole: the file is another now, or this server cannot go on midway
    if announced is not None and announced != length:
        part.drop()
        raise failed("damaged", f"{announced} bytes are sent, there should be {length}")
    return True
