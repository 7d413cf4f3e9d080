"""The words and shapes of alerts: how serious, for whom, until when (SCREENS section 2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.records import AlertLevel
from feltperm.ui.search.result_row import Chip, ResultRow
from feltperm.ui.toolkit.languages import long_date, short_date
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:
    from feltperm.desk.alerts_mine import AlertLine

__all__ = ["LevelLook", "level_look", "news", "row_of_alert"]

#: How much of a title the banner repeats, in characters: two lines of it at 200 % text.
_LONGEST = 90


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alerts", text)


class LevelLook(NamedTuple):
    """How serious an alert is, said three times over: in words, by colour and by shape."""

    words: str
    tone: str
    sign: str


def level_look(level: AlertLevel) -> LevelLook:
    """Return how an alert of this level looks while it holds."""
    return {
        "acute": LevelLook(_tr("Akutt fare"), "red", "triangle-alert"),
        "changed": LevelLook(_tr("Endret drift"), "amber", "clock"),
        "info": LevelLook(_tr("Til orientering"), "blue", "info"),
    }[level]


def news(line: AlertLine) -> str:
    """Return «Nytt varsel for {område}: {tittel}»; a title too long for a banner is cut."""
    title = " ".join(spoken(line.title).split())
    cut = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return _tr("Nytt varsel for {area}: {title}").format(area=spoken(line.place), title=cut)


def row_of_alert(line: AlertLine, starred: bool) -> ResultRow:
    """Return the card of an alert: how serious, whether it is new, for whom and until when."""
    look = level_look(line.level)
    tone = look.tone if line.state in ("now", "coming") else "plain"
    chips = [Chip(look.words, tone, look.sign)]
    chips += [Chip(_tr("Ny"))] if line.new else []
    chips += [Chip(spoken(line.area))] if line.area else []
    chips += [Chip(when, "bare")] if (when := _when(line)) else []
    return ResultRow(
        ref=line.ref,
        kind="alert",
        title=spoken(line.title),
        snippet=_withdrawn(line) or spoken(line.summary),
        chips=tuple(chips),
        starred=starred,
    )


def _withdrawn(line: AlertLine) -> str:
    if line.state != "withdrawn":
        return ""
    if not line.withdrawn_on:
        return _tr("Trukket tilbake. Ta ned plakatene.")
    day = long_date(line.withdrawn_on)
    return _tr("Trukket tilbake {date}. Ta ned plakatene.").format(date=day)


def _when(line: AlertLine) -> str:
    """Return the day that matters: the first where it is yet to come, else the last."""
    if line.state == "coming":
        return _tr("gjelder fra {date}").format(date=short_date(line.valid_from))
    if not line.valid_until or line.state == "withdrawn":
        return ""
    wording = _tr("gjaldt til {date}") if line.state == "over" else _tr("gjelder til {date}")
    return wording.format(date=short_date(line.valid_until))
