"""A sheet is a job: the JSON that is given to the layout (DESIGN section 7).

The same job gives the same bytes. The print log keeps jobs, the short code on the sheet is the
job's hash, and a sheet is *stale* when the job built today differs from the one that hangs.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal, TypeAlias, TypeVar

import msgspec

from feltperm.catalogue.records import PosterColour, PosterLayout, Text

__all__ = [
    "PAPERS", "CheckLine", "ChecklistJob", "Foot", "Ink", "Job", "JobLine", "Notice", "NoticeKind",
    "Paper", "SiteBox", "WorkLine", "WorklistJob", "encode_job", "job_code", "job_digest",
    "with_code",
]  # fmt: skip

Paper: TypeAlias = Literal["a3", "a4", "a5", "a6"]
Ink: TypeAlias = Literal["colour", "save"]
NoticeKind: TypeAlias = Literal["expired", "unconfirmed", "unreviewed", "translation"]

#: Every paper a poster is set on, smallest first.
PAPERS: tuple[Paper, ...] = ("a6", "a5", "a4", "a3")

#: Crockford's digits: none can be taken for another when read aloud from a wall.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """Immutable, and every field is always written: a layout needs no defaults."""


class SiteBox(_Part, frozen=True):
    """The place a poster points to: what the site box shows, as the user wrote it.

    Attributes:
        phone: as shown, grouped (``73 00 00 00``); the QR code dials its digits.
        note: a free line for this sheet; it is printed, but never hashed and never logged.
    """

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    note: str = ""


class JobLine(_Part, frozen=True):
    """One step or one line of a list, with the name of its pictogram."""

    title: Text
    detail: Text = {}
    icon: str = ""


class CheckLine(JobLine, frozen=True, kw_only=True):
    """One line of a checklist. Dates are ISO; what is empty is to be filled in by hand."""

    responsible: str
    due: str
    done_on: str


class WorkLine(JobLine, frozen=True, kw_only=True):
    """One line of a call-and-confirm list: what is known, as shown, each fact apart.

    Attributes:
        number: the line of the same list in a spreadsheet.
        read_on: the day its source was read, as shown.
        state: how far the facts can be trusted, in words.
    """

    number: int
    area: str
    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    hours: tuple[str, ...]
    source: str
    read_on: str
    state: str


class Notice(_Part, frozen=True):
    """Something the reader must know about the sheet itself, worded in the sheet's languages."""

    kind: NoticeKind
    text: Text


class Foot(_Part, frozen=True):
    """The facts at the foot of every sheet. Dates are ISO ``YYYY-MM-DD``; empty is not stated."""

    source: str
    read_on: str
    published: str
    printed: str
    check_by: str


class Job(_Part, frozen=True):
    """Everything a layout needs to set one sheet, and nothing else.

    Attributes:
        record: ``pack/id`` of the poster, for the print log; not printed.
        languages: one or two; the first stands large, the second as a smaller line below.
        words: the fixed words this sheet uses (``phone``, ``opening_hours``), by language.
        code: the short code printed at the foot; see :func:`job_code`.
    """

    layout: PosterLayout | Literal["checklist", "worklist"]
    record: str
    paper: Paper
    ink: Ink
    colour: PosterColour | Literal["alert"]
    languages: tuple[str, ...]
    title: Text
    subtitle: Text
    items: tuple[JobLine, ...]
    box_heading: Text
    site: SiteBox | None
    words: dict[str, Text]
    notices: tuple[Notice, ...]
    foot: Foot
    code: str = ""


class ChecklistJob(Job, frozen=True, kw_only=True):
    """A checklist to tick by hand: what is done, who answers for it, and by when."""

    items: tuple[CheckLine, ...]
    layout: Literal["checklist"] = "checklist"


class WorklistJob(Job, frozen=True, kw_only=True):
    """A list to call and confirm by, of as many pages as it takes, always on A4."""

    items: tuple[WorkLine, ...]
    layout: Literal["worklist"] = "worklist"


AnyJob = TypeVar("AnyJob", bound=Job)


def encode_job(job: Job) -> bytes:
    """Return the job as canonical JSON: keys sorted, no insignificant space, NFC, UTF-8."""
    text = msgspec.json.encode(job, order="sorted").decode()
    return unicodedata.normalize("NFC", text).encode()


def job_digest(job: Job) -> str:
    """Return the sha256 (hex) of the job without the free note and without the code."""
    site = job.site and msgspec.structs.replace(job.site, note="")
    return hashlib.sha256(encode_job(msgspec.structs.replace(job, site=site, code=""))).hexdigest()


def job_code(job: Job) -> str:
    """Return the short code of a job, as in ``FP-7K2M``: twenty bits of its digest."""
    bits = int(job_digest(job)[:5], 16)
    return "FP-" + "".join(_DIGITS[bits >> shift & 31] for shift in (15, 10, 5, 0))


def with_code(job: AnyJob) -> AnyJob:
    """Return the job with its own code in place, ready to be set."""
    return msgspec.structs.replace(job, code=job_code(job))
