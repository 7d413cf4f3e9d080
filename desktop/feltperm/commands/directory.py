"""What goes into a printed list of services, as the command line asks for it."""

from __future__ import annotations

import argparse

from feltperm.app_words import load_choices
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.sheets.directory import Selection

__all__ = ["selection"]


def selection(options: argparse.Namespace, desk: Desk) -> Selection:
    """Return the named services, or those that the filters find; all where nothing is said.

    Raises:
        NotFound: there is no such service, municipality, offer or topic.
    """
    if options.id:
        return Selection(tuple(desk.find.show(name).entry.ref for name in options.id))
    choices = load_choices()
    return desk.directory.select(
        Request(
            "",
            municipality=desk.find.municipality(options.municipality),
            offers=tuple(choices.find("offer", text) for text in options.offer),
            topics=tuple(choices.find("topic", text) for text in options.topic),
            no_referral=options.no_referral,
            free=options.free,
        )
    )
