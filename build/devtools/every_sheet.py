"""Every poster that ships, in every form, language and paper it claims, as jobs ready to be set.

The contact sheet, the reference pictures and the quality gate of the tests go through the same
list; it comes from what the posters say of themselves, so that a new one is in it by itself.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from feltperm import app_desk
from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.forms import Form
from feltperm.desk.sheets.posters import Choice, PosterOffer
from feltperm.paper.job import Ink, Job, Paper
from feltperm.paths import find_paths

__all__ = ["SITE", "TODAY", "Wanted", "claimed", "job_of", "opened_desk", "posters"]

#: The day all these sheets are printed on: the same sheets are the same bytes on any day.
TODAY = datetime(2026, 11, 26, 12)
#: An invented place with all that a site box can show.
SITE = Site(
    name="Feltpleien ved brygga",
    address="Eksempelgata 12, 7010 Trondheim",
    phone="73 00 00 00",
    hours="mandag–fredag kl. 9–15, lørdag kl. 11–14",
)


class Wanted(NamedTuple):
    """One sheet: which poster, in which of its forms, how."""

    ref: str
    form: Form
    language: str
    paper: Paper = "a4"
    ink: Ink = "colour"

    def __str__(self) -> str:
        name = self.ref.rpartition("/")[2]
        return "-".join(
            part for part in (name, self.form, self.language, self.paper, self.ink) if part
        )


@contextmanager
def opened_desk() -> Iterator[Desk]:
    """Open a desk on the compiled content, with an empty binder in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="feltperm-sheets-") as folder:
        desk = app_desk.open_desk(find_paths(Path(folder)), now=lambda: TODAY)
        try:
            yield desk
        finally:
            desk.close()


def posters(desk: Desk) -> tuple[PosterOffer, ...]:
    """Return the posters of the content; its alerts are made of lines that are checked apart."""
    return tuple(offer for offer in desk.posters.offers() if "/ps-" in offer.ref)


def claimed(offer: PosterOffer, ink: Ink = "colour") -> Iterator[Wanted]:
    """Give every form, language and paper that a poster claims."""
    for one in offer.forms:
        for language in one.languages:
            for paper in one.papers:
                yield Wanted(offer.ref, one.form, language, paper, ink)


def job_of(desk: Desk, wanted: Wanted, site: Site | None = SITE) -> Job:
    """Return the job of one sheet, as the window would make it; a week is that of a service."""
    times = desk.posters.times()[:1] if wanted.form == "week" else ()
    choice = Choice(
        languages=(wanted.language,),
        paper=wanted.paper,
        ink=wanted.ink,
        form=wanted.form,
        services=tuple(one.ref for one in times),
    )
    return desk.posters.proof_for(desk.posters.find(wanted.ref), site, choice).job
