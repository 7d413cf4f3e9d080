"""What a printer can do with sheets: the papers it has, and what to say before it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from feltperm.desk.sheets.tiles import tilings
from feltperm.paper.job import PAPERS, AnyJob, Ink, Job, Paper, with_code
from feltperm.paper.tiling import Tiling
from feltperm.wording import listed, say

if TYPE_CHECKING:
    from feltperm.desk.sheets.posters import Proof

__all__ = ["Printer", "PrinterState", "Way", "checks_for", "in_ink", "largest", "ways"]

#: ``stopped``: it takes jobs and keeps them. ``rejecting``: it takes none.
PrinterState: TypeAlias = Literal["ready", "stopped", "rejecting"]

#: Numbers of sheets as they are said.
_COUNTS = (
    say("null"), say("ett"), say("to"), say("tre"), say("fire"), say("fem"),
    say("seks"), say("sju"), say("åtte"), say("ni"), say("ti"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: its queue name, what people call it, and what it can do.

    Attributes:
        papers: the papers of ours that it has, smallest first; empty when it does not tell.
        duplex: it can print on both sides.
    """

    name: str
    description: str
    grey: bool
    default: bool
    papers: tuple[Paper, ...] = ()
    duplex: bool = False
    state: PrinterState = "ready"


@dataclass(frozen=True, slots=True)
class Way:
    """How sheets come onto a printer's paper: as they are, in the middle of it, or in tiles."""

    paper: Paper
    tiling: Tiling | None = None


def largest(jobs: Sequence[Job]) -> Paper:
    """Return the paper of the largest sheet; A4 when there is none."""
    return max((job.paper for job in jobs), key=PAPERS.index, default="a4")


def ways(jobs: Sequence[Job], printer: Printer | None, *, tiled: bool = True) -> tuple[Way, ...]:
    """Return the ways to print these sheets in one job, the best first; empty when there is none.

    On its own paper is best, then in tiles of its own size on as few sheets as can be, then in
    the middle of a larger paper, and last in tiles that make it larger. A printer that does not
    tell its papers is taken to have the one that is asked for; no printer, to have them all, for
    the PDF is printed elsewhere.

    Args:
        jobs: our own among the sheets.
        printer: None where none is known.
        tiled: it is one sheet and nothing else; several in one job are not tiled.
    """
    size = largest(jobs)
    papers = (printer.papers or (size,)) if printer else PAPERS
    own = [Way(size)] if size in papers else []
    above = [paper for paper in papers if PAPERS.index(paper) > PAPERS.index(size)]
    larger = [Way(paper) for paper in above] if printer else []
    shared = [
        Way(paper, tiling)
        for paper in papers
        for job in jobs[: int(tiled)]
        for tiling in tilings(job, paper)
    ]
    fewest = sorted(shared, key=lambda way: way.tiling.sheets if way.tiling else 0)
    same = [way for way in fewest if way.tiling and way.tiling.poster == size]
    grown = [way for way in fewest if way.tiling and way.tiling.poster != size]
    return (*own, *same, *larger, *grown)


def in_ink(job: AnyJob, ink: Ink) -> AnyJob:
    """Return the same sheet in another ink, with the code of that one."""
    return job if job.ink == ink else with_code(msgspec.structs.replace(job, ink=ink))


def checks_for(
    proofs: Sequence[Proof], printer: Printer | None, way: Way | None
) -> tuple[str, ...]:
    """Return what to think of before these sheets go to this printer, worst first (SCREENS 2.9).

    What stops the printer comes before what is said of the sheets, and that before its paper.
    """
    of_sheets = dict.fromkeys(line for proof in proofs for line in proof.checks)
    if printer is None:
        return tuple(of_sheets)
    stops, paper = [], list[str]()
    if printer.state == "rejecting":
        stops.append(say("Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF."))
    if printer.state == "stopped":
        paper.append(say("Skriveren er stoppet. Arket kommer når den er i gang igjen."))
    size = largest([proof.job for proof in proofs])
    has = listed([paper.upper() for paper in ((way.paper,) if way else printer.papers)])
    facts = (
        say("Skriveren har {has}, plakaten er {size}", has=has, size=size.upper())
        if len(proofs) == 1
        else say("Skriveren har {has}, største plakat er {size}", has=has, size=size.upper())
    )
    if way is None:
        stops.append(say("{facts}. Velg en annen skriver, eller lagre PDF.", facts=facts))
    elif way.tiling and size not in printer.papers:
        number = way.tiling.sheets
        count = _COUNTS[number] if number < len(_COUNTS) else str(number)
        paper.append(say("{facts}: deles på {count} ark.", facts=facts, count=count))
    elif way.tiling is None and way.paper != size and size not in printer.papers:
        paper.append(say("{facts}: står midt på arket.", facts=facts))
    return (*stops, *of_sheets, *paper)
