"""What Qt does not tell of CUPS: whether a queue takes jobs, and whether the last one was taken.

Qt throws away the answer to a job that it sends, and asks nothing of a queue but its papers. Both
stand in the library that it has loaded, which is asked here. Where there is none, nothing is known.
Only for the children: a spooler that hangs, hangs this too.
"""

from __future__ import annotations

import ctypes
import sys
from typing import ClassVar

__all__ = ["Refusal", "queue_states", "refusal"]

#: IPP statuses from here on are failures (RFC 8011, 4.1.8 and appendix B).
_FIRST_FAILURE = 0x0400
_NOT_FOUND, _NOT_ACCEPTING = 0x0406, 0x0506
_STOPPED = b"5"


class Refusal(Exception):
    """The spooler did not take a job: ``gone``, ``rejecting`` or ``failed``, and its own words."""

    def __init__(self, why: str, words: str) -> None:
        super().__init__(words)
        self.why = why


class _Option(ctypes.Structure):
    _fields_: ClassVar = [("name", ctypes.c_char_p), ("value", ctypes.c_char_p)]


class _Destination(ctypes.Structure):
    _fields_: ClassVar = [
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    ]


def refusal() -> Refusal | None:
    """Return why the spooler refused what this thread last asked of it; None when it did not."""
    library = _library()
    if library is None:
        return None
    status = int(library.cupsLastError())
    if 0 <= status < _FIRST_FAILURE:
        return None
    library.cupsLastErrorString.restype = ctypes.c_char_p
    why = {_NOT_FOUND: "gone", _NOT_ACCEPTING: "rejecting"}.get(status, "failed")
    return Refusal(why, (library.cupsLastErrorString() or b"").decode(errors="replace"))


def queue_states() -> dict[str, str]:
    """Return which queues are ``stopped`` or ``rejecting``, by name; the others are not in it."""
    library, states = _library(), dict[str, str]()
    if library is None:
        return states
    found = ctypes.POINTER(_Destination)()
    count = library.cupsGetDests(ctypes.byref(found))
    for number in range(count):
        one = found[number]
        options = {one.options[at].name: one.options[at].value for at in range(one.num_options)}
        name = (one.name or b"").decode(errors="replace")
        if options.get(b"printer-is-accepting-jobs") == b"false":
            states[name] = "rejecting"
        elif options.get(b"printer-state") == _STOPPED:
            states[name] = "stopped"
    library.cupsFreeDests(count, found)
    return states


def _library() -> ctypes.CDLL | None:
    """Return the library that Qt's own plugin uses; None where there is no CUPS."""
    name = {"linux": "libcups.so.2", "darwin": "libcups.2.dylib"}.get(sys.platform)
    try:
        return ctypes.CDLL(name) if name else None
    except OSError:
        return None
