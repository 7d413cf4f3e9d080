"""A sheet as plain text, beside every preview: to be heard, enlarged, or sent on as words.

It says what the sheet says, in the sheet's order: first everything in the large language, then
what the second language adds, then the place and the foot. A job of any kind has its text: what a
special sheet holds beside title and lines is found in its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from feltperm.catalogue.dates import parse_date, short_date
from feltperm.catalogue.records import Text, pick
from feltperm.paper.forms import AlertJob, AlertLine, CardsJob
from feltperm.paper.job import Foot, Job, JobLine, SiteBox

__all__ = ["sheet_text"]

#: A wording in several languages, or one that is the same in all, as a name or a number.
_Wording: TypeAlias = Text | str

#: What is written in a job without being read on the sheet.
_SILENT = frozenset({"day", "grouping", "heads", "icon", "logo", "part", "period", "qr"})
#: Numbers of several groups run left to right in every language, as on the sheet.
_GROUPS = re.compile("\\+?\\d+(?:[ \u00a0]\\d+)+")
#: «Left to right» and its end: no reader shows or says them.
_ISOLATED = "\u2066{}\u2069"
#: What stands by a place that is to be written by hand.
_BLANK = "____________"


def sheet_text(job: Job) -> str:
    """Return the words of a sheet, line by line, with an empty line between its parts."""
    parts = [*(_in_language(job, code) for code in job.languages), _place(job), _foot(job)]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _in_language(job: Job, code: str) -> Iterator[str]:
    """Give what the sheet says in one language; in the first, a missing wording falls back."""
    void = [notice.text for notice in job.notices if notice.kind == "expired"]
    yield from _said(job, code, job.title, job.subtitle, *void)
    yield from _said(job, code, *_wordings_beside(job, Job))
    part = ""
    for number, item in enumerate(job.items, 1):
        if isinstance(job, AlertJob) and isinstance(item, AlertLine) and item.part != part:
            part = item.part
            yield from _said(job, code, job.heads.get(part, {}))
        more = _wordings_beside(item, JobLine)
        words = list(_said(job, code, item.title, item.detail, *more))
        if words:
            words[:-1] = map(_sentence, words[:-1])
            counted = job.layout == "steps" or (isinstance(job, CardsJob) and job.numbered)
            yield f"{number}. {' '.join(words)}" if counted else " ".join(words)
    doubts = [notice.text for notice in job.notices if notice.kind != "expired"]
    yield from _said(job, code, *doubts)


def _said(job: Job, code: str, *wordings: _Wording) -> Iterator[str]:
    """Give the wordings that stand on the sheet in a language; see ``word`` in _frame.typ."""
    leads = code == job.languages[0]
    for wording in wordings:
        if isinstance(wording, str):
            said = wording if leads else ""
        else:
            said = pick(wording, code)[1] if leads else wording.get(code, "")
        if said:
            yield _upright(said, code)


def _wordings_beside(part: Job | JobLine, base: type[Job] | type[JobLine]) -> Iterator[_Wording]:
    """Give what the fields say that a special job or line has beside those of its base."""
    for name in type(part).__struct_fields__:
        if name not in base.__struct_fields__ and name not in _SILENT:
            yield from _wordings(getattr(part, name))


def _wordings(value: object) -> Iterator[_Wording]:
    if isinstance(value, str):
        yield short_date(value) if parse_date(value) else value
    elif isinstance(value, dict):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _wordings(one)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in _SILENT:
                yield from _wordings(getattr(value, name))


def _place(job: Job) -> Iterator[str]:
    """Give the site box; without a place, the lines to be filled in by hand."""
    for code in job.languages:
        yield from _said(job, code, job.box_heading)
    if job.site is not None and job.site.name:
        yield from _site(job.site)
        return
    for name, word in job.words.items() if job.box_heading else ():
        if name != "opening_hours" or job.layout != "signs":  # as in _frame.typ
            yield f"{pick(word, job.languages[0])[1]}: {_BLANK}"
    if job.site is not None:
        yield job.site.note


def _site(site: SiteBox) -> Iterator[str]:
    logo = f"Logo: {site.logo_alt}" if site.logo else ""
    yield from filter(None, (site.name, site.address, site.hours, site.phone, site.note, logo))


def _foot(job: Job) -> Iterator[str]:
    """Give the foot, in bokmål as on the sheet: it is for the staff."""
    foot: Foot = job.foot
    if foot.source:
        yield f"Kilde: {foot.source}, lest {short_date(foot.read_on)}."
    if foot.published:
        yield f"Innhold fra {short_date(foot.published)}."
    yield f"Skrevet ut {short_date(foot.printed)}."
    if foot.check_by:
        yield f"Kontroller på nytt innen {short_date(foot.check_by)}."
    yield job.code


def _upright(wording: str, code: str) -> str:
    if code != "ar":
        return wording
    return _GROUPS.sub(lambda found: _ISOLATED.format(found[0]), wording)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", ":", "؟")) else f"{words}."
