"""A sheet is a job: the JSON that is given to the layout (DESIGN section 7).

The same job gives the same bytes. The print log keeps jobs, the short code on the sheet is the
job's hash, and a sheet is *stale* when the job built today differs from the one that hangs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Literal, TypeAlias, TypeVar

import msgspec

from feltperm.catalogue.records import PosterColour, PosterForm, PosterLayout, Text
from feltperm.wording import plain

__all__ = [
    "MANY_PAGES", "PAPERS", "CheckLine", "ChecklistJob", "Foot", "Ink", "Job", "JobLine", "Layout",
    "Notice", "NoticeKind", "Paper", "Part", "SiteBox", "WorkLine", "WorklistJob", "encode_job",
    "job_code", "job_digest", "with_code", "without_note",
]  # fmt: skip

Paper: TypeAlias = Literal["a3", "a4", "a5", "a6"]
Ink: TypeAlias = Literal["colour", "save"]
NoticeKind: TypeAlias = Literal["expired", "unconfirmed", "unreviewed", "translation"]

#: Which layout sets a job; each is a file of ``resources/layouts``.
Layout: TypeAlias = (
    PosterLayout
    | PosterForm
    | Literal[
        "alert",
        "checklist",
        "client",
        "directory",
        "pocket",
        "test_page",
        "worklist",
    ]
)

#: The layouts that take as many pages as they need; all others are one page.
MANY_PAGES: frozenset[Layout] = frozenset({"directory", "worklist"})

#: Every paper a poster is set on, smallest first.
PAPERS: tuple[Paper, ...] = ("a6", "a5", "a4", "a3")

#: The invisible signs that turn a text's direction (Unicode's Bidi_Control).
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Crockford's digits: none can be taken for another when read aloud from a wall.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Immutable, and every field is always written: a layout needs no defaults."""


class SiteBox(Part, frozen=True):
    """The place a poster points to: what the site box shows, as the user wrote it.

    Attributes:
        phone: as shown, grouped (``73 00 00 00``); the QR code dials its digits.
        name: empty where there is a note and no place; the box is filled in by hand then.
        note: a free line for this sheet; it is printed, but never hashed and never logged.
        logo: the sha256 of a checked logo (:meth:`feltperm.paper.press.Press.check_logo`).
        logo_alt: what it shows, for those who do not see it; stands with every logo.
    """

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    note: str = ""
    logo: str = ""
    logo_alt: str = ""


class JobLine(Part, frozen=True):
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


class Notice(Part, frozen=True):
    """Something the reader must know about the sheet itself, worded in the sheet's languages."""

    kind: NoticeKind
    text: Text


class Foot(Part, frozen=True):
    """The facts at the foot of every sheet. Dates are ISO ``YYYY-MM-DD``; empty is not stated."""

    source: str
    read_on: str
    published: str
    printed: str
    check_by: str


class Job(Part, frozen=True):
    """Everything a layout needs to set one sheet, and nothing else.

    Attributes:
        record: ``pack/id`` of the poster, for the print log; not printed.
        languages: one or two; the first stands large, the second as a smaller line below.
        words: the fixed words this sheet uses (``phone``, ``opening_hours``), by language.
        code: the short code printed at the foot; see :func:`job_code`.
    """

    layout: Layout
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
    """Return the job as canonical JSON: keys sorted, no insignificant space, NFC, UTF-8.

    Signs that change the direction of a text are left out: a hidden one could turn a number round.
    Layouts give every wording the direction of its language.
    """
    text = msgspec.json.encode(job, enc_hook=plain, order="sorted").decode()
    return _TURNING.sub("", unicodedata.normalize("NFC", text)).encode()


def job_digest(job: Job) -> str:
    """Return the sha256 (hex) of the job without the free note and without the code."""
    bare = msgspec.structs.replace(without_note(job), code="")
    return hashlib.sha256(encode_job(bare)).hexdigest()


def without_note(job: AnyJob) -> AnyJob:
    """Return the job as it may be kept: a note is for the one who prints it (DESIGN section 7)."""
    site = job.site if job.site and job.site.name else None
    return msgspec.structs.replace(job, site=site and msgspec.structs.replace(site, note=""))


def job_code(job: Job) -> str:
    """Return the short code of a job, as in ``FP-7K2M``: twenty bits of its digest."""
    bits = int(job_digest(job)[:5], 16)
    return "FP-" + "".join(_DIGITS[bits >> shift & 31] for shift in (15, 10, 5, 0))


def with_code(job: AnyJob) -> AnyJob:
    """Return the job with its own code in place, ready to be set."""
    return msgspec.structs.replace(job, code=job_code(job))
