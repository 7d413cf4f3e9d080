"""The file in which a team hands over what it found: corrections, and what it had confirmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import msgspec

__all__ = ["FORMAT", "VERSION", "Handed", "written_csv", "written_json"]

#: What the file calls itself, and its version.
FORMAT = "feltperm-corrections"
VERSION = 1


class Handed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of it.

    Attributes:
        record: ``pack/id``, and ``title`` as it was called then.
        field: what is said something of; ``verified_on`` is that all of it is right.
        old: what stood there; for ``verified_on`` the facts that were right.
        new: what is right; for ``verified_on`` the ISO day.
        when: the ISO day it was noted; ``by``: who says so, if somebody wished.
        note: what was remarked beside it, for whoever looks at it.
    """

    record: str
    title: str
    field: str
    old: str
    new: str
    when: str
    by: str
    note: str = ""


def written_json(handed: Iterable[Handed]) -> bytes:
    """Return the file that ``feltperm-publish corrections`` reads."""
    data = {"format": FORMAT, "version": VERSION, "corrections": list(handed)}
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


def written_csv(handed: Iterable[Handed]) -> bytes:
    """Return the same for people, as Norwegian Excel opens it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(["oppføring", "navn", "felt", "før", "nå", "dato", "av"])
    for one in handed:
        values = (one.record, one.title, one.field, one.old, one.new, one.when, one.by)
        # what a spreadsheet would take for a formula stays text
        writer.writerow([f"'{value}" if value[:1] in "=+-@" else value for value in values])
    return text.getvalue().encode("utf-8-sig")
