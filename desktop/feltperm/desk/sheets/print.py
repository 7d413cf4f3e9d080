"""From a poster in the content to a sheet on paper: the job, its checks, the file.

One record holds the steps (SCREENS section 0, rule 7): a poster that names ``steps_from`` shows
the steps of that guidance, and what is said about reviewing and confirming them is that
record's. All dates and the day of printing come in as arguments.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, get_args

import msgspec

from feltperm.catalogue.dates import long_date, parse_date, short_date, told_day
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import LANGUAGES, Guidance, Poster, Source, Step, Text, pick
from feltperm.desk.saving import save
from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.errors import NotFound, PaperFailed
from feltperm.paper.job import Foot, Ink, Job, JobLine, Notice, Paper, SiteBox, with_code
from feltperm.wording import DayForm, say

if TYPE_CHECKING:
    from feltperm.paper.press import Press, Sheet

__all__ = [
    "CHECK_AGAIN_AFTER", "HISTORICAL", "PAST_TIMES", "WITHDRAWN", "Lookup", "available_languages",
    "checks", "doubts", "labels_of", "load_labels", "narrow", "no_longer", "not_in", "poster_job",
    "preview", "save_pdf", "sheet_foot", "sheet_words",
]  # fmt: skip

#: Finds a record by ``pack/id``; None when it is not there.
Lookup: TypeAlias = Callable[[str], Entry | None]

#: Months after which a sheet without an end of its own has to be looked at again.
CHECK_AGAIN_AFTER = 6

#: Why a sheet no longer holds, but for its last day.
HISTORICAL = say("Historisk. Ikke bruk som råd i dag.")
PAST_TIMES = say("Historisk. Ikke bruk tidene i dag.")
WITHDRAWN = say("Trukket tilbake. Ta ned plakaten.")
_OVER = (HISTORICAL, PAST_TIMES, WITHDRAWN, say("Midlertidig stengt"))

#: The labels a sheet may use, as they are called in ``vocabulary/labels.yaml``.
_WORDS = ("address", "opening_hours", "phone")


class _Label(msgspec.Struct, frozen=True):
    text: Text


class _Weekday(msgspec.Struct, frozen=True):
    full: Text


class _Labels(msgspec.Struct, frozen=True):
    labels: dict[str, _Label]
    weekdays: dict[str, _Weekday] = {}


class _Holder(msgspec.Struct, frozen=True):
    """The record that holds a poster's steps, with the poster itself."""

    poster: Poster
    record: Poster | Guidance
    steps: tuple[Step, ...]
    published: str

    @property
    def clinical(self) -> bool:
        return self.poster.clinical or self.record.clinical

    @property
    def needs_check(self) -> bool:
        return self.poster.needs_check or self.record.needs_check

    @property
    def valid_until(self) -> str:
        """The earlier end of the two; empty when neither has one."""
        ends = (self.poster.valid_until, self.record.valid_until)
        return min((end for end in ends if parse_date(end)), default="")

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.record.sources or self.poster.sources


def load_labels(path: Path) -> dict[str, Text]:
    """Read the compiled ``labels.json``, as :func:`labels_of` returns it.

    Raises:
        PaperFailed: the file is missing or is not what the compiler wrote. Without its words no
            sheet could say what has not been checked.
    """
    try:
        return labels_of(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise PaperFailed(
            say("Plakatene kan ikke lages: ordene på dem er skadet. Søk og akuttkort virker."),
            f"{path.name}: {error}",
        ) from error


def labels_of(data: bytes) -> dict[str, Text]:
    """Return the fixed words of sheets: wordings by label, and the weekdays as ``day.MO``.

    Raises:
        ValueError: not what the compiler writes.
    """
    found = msgspec.json.decode(data, type=_Labels)
    days = {f"day.{name[:2].upper()}": day.full for name, day in found.weekdays.items()}
    return {name: label.text for name, label in found.labels.items()} | days


def available_languages(poster: Entry, lookup: Lookup) -> tuple[str, ...]:
    """Return the languages a poster can be had in: those in which no step is blank.

    Raises:
        NotFound: this is not a poster, or the steps it shows are missing.
    """
    return _complete(_holder(poster, lookup))


def draft_languages(poster: Entry, lookup: Lookup) -> tuple[str, ...]:
    """Return those of the languages whose translation nobody has reviewed.

    Raises:
        NotFound: see :func:`available_languages`.
    """
    holder = _holder(poster, lookup)
    return tuple(code for code in _complete(holder) if _unreviewed(holder, (code,)))


def poster_job(
    poster: Entry,
    lookup: Lookup,
    site: SiteBox | None,
    languages: Sequence[str],
    paper: Paper,
    ink: Ink,
    today: date,
    labels: Mapping[str, Text],
) -> Job:
    """Return the job of a poster: everything on the sheet, with its code.

    Args:
        poster: the poster with its pack.
        lookup: finds the guidance whose steps the poster shows.
        site: the place for the site box, or None.
        languages: one or two, the larger first. A translation that nobody has reviewed gets the
            bokmål line beside it, asked for or not (DESIGN section 7).
        paper: the paper it is set for.
        ink: colour or ink saver.
        today: the day of printing.
        labels: the fixed words (:func:`load_labels`).

    Raises:
        NotFound: not a poster, its steps are missing, or not to be had in a language.
        PaperFailed: more languages than a sheet has room for.
    """
    holder = _holder(poster, lookup)
    chosen = _languages(holder, languages)
    return with_code(
        Job(
            layout=holder.poster.layout,
            record=str(poster.ref),
            paper=paper,
            ink=ink,
            colour=holder.poster.colour,
            languages=chosen,
            title=narrow(holder.poster.title, chosen),
            subtitle=narrow(holder.poster.subtitle, chosen),
            items=tuple(
                JobLine(
                    title=narrow(step.title, chosen),
                    detail=narrow(step.detail, chosen),
                    icon=step.icon,
                )
                for step in holder.steps
            ),
            box_heading=narrow(holder.poster.box_heading, chosen),
            site=site,
            words=sheet_words(labels, chosen),
            notices=tuple(_notices(holder, chosen, today, labels)),
            foot=sheet_foot(holder.sources, holder.published, holder.valid_until, today),
        )
    )


def sheet_foot(sources: Sequence[Source], published: str, valid_until: str, today: date) -> Foot:
    """Return the facts at the foot of a sheet.

    Its source is the first publisher, with «m.fl.» when there are others, and the day of the
    oldest reading: no part of the sheet is older than that.
    """
    end = parse_date(valid_until) or _months_after(today, CHECK_AGAIN_AFTER)
    publishers = list(dict.fromkeys(source.publisher for source in sources))
    return Foot(
        source="" if not publishers else publishers[0] + " m.fl." * (len(publishers) > 1),
        read_on=_oldest(sources),
        published=published,
        printed=today.isoformat(),
        check_by=end.isoformat(),
    )


def doubts(
    sources: Sequence[Source],
    needs_check: bool,
    unreviewed: bool,
    chosen: tuple[str, ...],
    labels: Mapping[str, Text],
) -> Iterable[Notice]:
    """Return what a sheet says of its own facts.

    Args:
        sources: where they were read.
        needs_check: somebody still has to confirm one of them.
        unreviewed: it holds a clinical text that no professional has read.
        chosen: the sheet's languages.
        labels: the fixed words (:func:`load_labels`).
    """
    if needs_check:
        day = short_date(_oldest(sources))
        since = narrow(labels["not_confirmed_since"], chosen)
        yield Notice(
            kind="unconfirmed",
            text={code: wording.replace("{dato}", day) for code, wording in since.items()},
        )
    if unreviewed:
        yield Notice(kind="unreviewed", text=narrow(labels["not_clinically_checked"], chosen))


def checks(job: Job) -> tuple[str, ...]:
    """Return what to think of before printing, worst first (SCREENS section 2.9)."""
    said = {
        "unconfirmed": (
            say("Telefonnummeret er ikke bekreftet.")
            if any(_PHONE.search(text) for line in job.items for text in line.title.values())
            else say("Opplysningene er ikke bekreftet.")
        ),
        "unreviewed": say("Teksten er ikke fagkontrollert."),
        "translation": say("Oversettelsen er ikke kontrollert."),
    }
    found = {notice.kind: notice for notice in job.notices}
    lines = [over] if (over := no_longer(job)) else []
    return (*lines, *(line for kind, line in said.items() if kind in found))


def no_longer(job: Job) -> str:
    """Return why a sheet no longer holds, for the screen; empty while it does.

    On paper it stands in the language of the sheet.
    """
    printed = next((pick(one.text)[1] for one in job.notices if one.kind == "expired"), "")
    ended = (
        say("Gjelder ikke etter {date}.", date=told_day(job.foot.check_by, form))
        for form in get_args(DayForm)
    )
    return next((said for said in (*_OVER, *ended) if said == printed), printed)


def preview(press: Press, job: Job, ppi: float) -> Sheet:
    """Set a job and draw its pages for the window; raises what :meth:`Press.set` raises."""
    return press.set(job, ppi=ppi)


def save_pdf(press: Press, job: Job, target: Path) -> Path:
    """Set a job and save its PDF; the file appears whole or not at all.

    Raises:
        PaperFailed: the sheet could not be set; nothing was written.
        DiskFull, ReadOnly, NotFound: see :func:`feltperm.desk.saving.save`.
    """
    return save(press.set(job).pdf, target)


#: A number somebody can ring, of five digits or more: 113 needs no confirming.
_PHONE = re.compile(r"\d(?: ?\d){4,}")


def _holder(entry: Entry, lookup: Lookup) -> _Holder:
    poster = entry.record
    if not isinstance(poster, Poster):
        raise NotFound(say("Dette er ikke en plakat."), str(entry.ref))
    if not poster.steps_from:
        found, steps = entry, poster.items
        record: Poster | Guidance = poster
    else:
        # from the poster's own pack only: another pack must not change what a poster says
        name = str(Ref(entry.ref.pack, poster.steps_from))
        guidance = lookup(name)
        if guidance is None or not isinstance(guidance.record, Guidance):
            raise NotFound(say("Fant ikke stegene plakaten viser. Andre plakater virker."), name)
        found, record, steps = guidance, guidance.record, guidance.record.steps
    if not steps:
        raise NotFound(say("Plakaten har ingen steg å vise."), str(entry.ref))
    return _Holder(poster, record, steps, found.header.published)


def _complete(holder: _Holder) -> tuple[str, ...]:
    needed = [holder.poster.title]
    for step in holder.steps:
        needed += [step.title, step.detail] if any(step.detail.values()) else [step.title]
    return tuple(code for code in LANGUAGES if all(text.get(code) for text in needed))


def _languages(holder: _Holder, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the sheet's languages, with bokmål added where the rule asks for it."""
    chosen = tuple(dict.fromkeys(asked)) or ("nb",)
    complete = _complete(holder)
    for code in chosen:
        if code not in complete:
            raise not_in(code)
    if "nb" not in chosen and _unreviewed(holder, chosen):
        chosen = (*chosen, "nb")
    if len(chosen) > 2:
        raise PaperFailed(
            say(
                "Arket har plass til to språk. Bokmål må være det ene når oversettelsen ikke er "
                "kontrollert."
            )
        )
    return chosen


def not_in(code: str) -> NotFound:
    """Return what is said of a language that a poster cannot be had in."""
    return NotFound(
        say("Plakaten finnes ikke på {language} ennå.", language=LANGUAGE_NAMES.get(code, code)),
        code,
    )


def _unreviewed(holder: _Holder, codes: Iterable[str]) -> bool:
    return any(code != "nb" and code not in holder.record.reviewed for code in codes)


def _notices(
    holder: _Holder, chosen: tuple[str, ...], today: date, labels: Mapping[str, Text]
) -> Iterable[Notice]:
    record, end = holder.record, parse_date(holder.valid_until)
    if {holder.poster.status, record.status} & {"historical", "withdrawn"}:
        yield Notice(kind="expired", text={"nb": str(HISTORICAL)})
    elif end and end < today:
        yield Notice(kind="expired", text={"nb": f"Gjelder ikke etter {long_date(end)}."})
    unreviewed = holder.clinical and any(code not in record.reviewed for code in chosen)
    stale = freshness(record, today) in ("due", "overdue")
    yield from doubts(holder.sources, holder.needs_check or stale, unreviewed, chosen, labels)
    if _unreviewed(holder, chosen):
        yield Notice(kind="translation", text=narrow(labels["not_checked"], chosen))


def sheet_words(labels: Mapping[str, Text], chosen: tuple[str, ...]) -> dict[str, Text]:
    """Return the fixed words of a site box that is filled in by hand."""
    return {name: narrow(labels.get(name, {}), chosen) for name in _WORDS}


def narrow(text: Text, chosen: tuple[str, ...]) -> Text:
    """Keep the sheet's languages only, so that no other wording changes the job."""
    kept = {code: text[code] for code in chosen if text.get(code)}
    if kept:
        return kept
    code, wording = pick(text)
    return {code: wording} if wording else {}


def _oldest(sources: Sequence[Source]) -> str:
    """The day of the oldest reading; empty when there is none, or one is without its day."""
    return min((one.read_on if parse_date(one.read_on) else "" for one in sources), default="")


def _months_after(day: date, months: int) -> date:
    """The same day some months on, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
