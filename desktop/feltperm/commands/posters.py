"""What the options of a command say of a poster; for all commands that take such options."""

from __future__ import annotations

import argparse

from feltperm.desk.desk import Desk
from feltperm.desk.sheets.posters import Choice, Proof
from feltperm.paper.job import Paper

__all__ = ["asked_proof"]


def asked_proof(desk: Desk, options: argparse.Namespace, paper: Paper) -> Proof:
    """Return the poster that is asked for, as it would be printed today.

    Raises:
        NotFound, SiteRefused, PaperFailed: no such poster or place, or not to be had like that.
    """
    choice = Choice(
        languages=tuple(part.strip() for part in options.lang.split(",") if part.strip()),
        paper=paper,
        ink=options.ink or "colour",
        form="week" if options.service else options.form,
        services=tuple(options.service),
        period=desk.posters.period(options.period) if options.period else "",
    )
    poster = desk.find.show(options.id).entry
    return desk.posters.proof_for(poster, desk.keep.site_for(options.site), choice)
