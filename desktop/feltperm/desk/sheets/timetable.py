"""Days and hours in the languages of a sheet, from its fixed words alone."""

from __future__ import annotations

from collections.abc import Mapping

from feltperm.catalogue.hours_text import clock, is_all_day
from feltperm.catalogue.records import Day, Text

__all__ = ["day_name", "hours_said"]

#: Languages that write «9» and «15.30»; the others write ``09:00`` and ``15:30``.
_DOTTED = ("nb", "nn", "se")


def day_name(labels: Mapping[str, Text], day: Day) -> Text:
    """Return what a weekday is called, with a capital as at the head of a line.

    Args:
        labels: the fixed words (:func:`feltperm.desk.sheets.print.load_labels`).
    """
    return {code: name[:1].upper() + name[1:] for code, name in labels[f"day.{day}"].items()}


def hours_said(labels: Mapping[str, Text], opens_at: str, closes_at: str) -> Text:
    """Return «kl. 9–15» in every language that has its wording, or that it is open day and night.

    Args:
        labels: as above.
        opens_at, closes_at: as in :class:`feltperm.catalogue.records.Schedule`.
    """
    if is_all_day(opens_at, closes_at):
        return dict(labels["open_24h"])
    end = "24:00" if closes_at == "00:00" else closes_at
    said = {}
    for code, wording in labels["from_to"].items():
        first, last = (clock(at) if code in _DOTTED else at for at in (opens_at, end))
        said[code] = wording.replace("{fra}", first).replace("{til}", last)
    return said
