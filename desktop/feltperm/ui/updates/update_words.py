"""How the course of an update is told: bytes, days and moments, as a person says them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.updates.update_values import OLD_DAYS, size_words
from feltperm.ui.toolkit.languages import clock_time, long_date, short_date
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:
    from feltperm.desk.updates.update_values import Overview, Plan
    from feltperm.ui.updates.course import Situation

__all__ = ["age", "came_of", "explained", "headline", "moment", "named", "size_words", "total"]

#: Content of so many days is fresh.
_FRESH = 31


def named(plan: Plan) -> str:
    """Return «nasjonalt innhold, 22. november 2026», as it stands within a sentence."""
    name = _tr("nasjonalt innhold") if plan.pack == NATIONAL else plan.name
    return f"{name}, {long_date(plan.release.published)}"


def total(plans: Iterable[Plan]) -> str:
    """Return how much all of it is, «42 kB»."""
    return spoken(size_words(sum(plan.bytes for plan in plans)))


def came_of(came: int, coming: int, whole: int) -> str:
    """Return «118 av 184 kB (alt på nytt: 6,1 MB)»; without the last where it is no less."""
    here, there = spoken(size_words(came)), spoken(size_words(coming))
    number, _, unit = here.partition(" ")
    if there.endswith(f" {unit}"):  # one unit is enough for both
        here = number
    if coming < whole:
        return _tr("{here} av {there} (alt på nytt: {whole})").format(
            here=here, there=there, whole=spoken(size_words(whole))
        )
    return _tr("{here} av {there}").format(here=here, there=there)


def age(published: str, today: date) -> tuple[str, str]:
    """Return (words, tone) for how old content is; empty words where it has no date."""
    day = parse_date(published)
    if day is None:
        return "", "plain"
    days = (today - day).days
    tone = "green" if days <= _FRESH else "plain" if days <= OLD_DAYS else "amber"
    if days <= 0:
        return _tr("I dag"), tone
    if days == 1:
        return _tr("I går"), tone
    if days < 60:
        return _tr("{n} dager").format(n=days), tone
    if days < 730:
        return _tr("{n} måneder").format(n=days // 30), tone
    return _tr("{n} år").format(n=days // 365), tone


def moment(when: datetime, now: datetime) -> str:
    """Return «i dag kl. 14.05», «i går kl. 9» or «22.11.2026 kl. 9»."""
    days = (now.date() - when.date()).days
    day = {0: _tr("i dag"), 1: _tr("i går")}.get(days, short_date(when.date()))
    return _tr("{day} kl. {clock}").format(day=day, clock=clock_time(when))


def headline(situation: Situation, overview: Overview | None) -> str:
    """Return where an update stands, in a few words."""
    plan = situation.plans[0] if situation.plans else None
    what = named(plan) if plan else _tr("nytt innhold")
    if situation.phase == "idle":
        return _resting_headline(situation, overview)
    if situation.phase == "ready":
        what = named(situation.ready[0].plan)
    elif situation.phase == "paused" and situation.failure is not None:
        return _tr("Ikke hentet ferdig: {what}").format(what=what)
    return {
        "checking": _tr("Ser etter nytt innhold …"),
        "offered": _tr("Det er nytt innhold"),
        "fetching": _tr("Henter {what}"),
        "paused": _tr("Satt på pause: {what}"),
        "ready": _tr("Klart til bruk: {what}"),
        "installing": _tr("Tar i bruk nytt innhold …"),
    }[situation.phase].format(what=what)


def explained(situation: Situation, overview: Overview | None, now: datetime) -> str:
    """Return what there is to say below :func:`headline`; may be empty."""
    plan = situation.plans[0] if situation.plans else None
    if situation.phase in ("fetching", "paused") and plan is not None:
        came = came_of(situation.came, situation.coming, plan.whole_bytes)
        return _tr("{came}. Fortsetter der den slapp om nettet faller ut.").format(came=came)
    if situation.phase == "offered":
        return "\n".join(map(_offered, situation.plans))
    if situation.phase == "ready":
        return _tr("Hentet og kontrollert. Under ser du hva som blir endret.")
    if situation.phase == "idle" and overview is not None:
        return _resting(overview, now)
    return ""


def _offered(plan: Plan) -> str:
    return f"{spoken(plan.name)}, {long_date(plan.release.published)}: {spoken(plan.words)}"


def _resting_headline(situation: Situation, overview: Overview | None) -> str:
    """Return what is said while nothing is under way."""
    if overview is None:
        return _tr("Ser hva som er i bruk …")
    if not overview.sources:
        return _tr("Ingen kilde er lagt til")
    if situation.failure is not None:
        return _tr("Fikk ikke sett etter nytt innhold")
    if situation.up_to_date:
        return _tr("Innholdet er oppdatert")
    return _tr("Innholdet oppdateres av seg selv")


def _resting(overview: Overview, now: datetime) -> str:
    if not overview.sources:
        return _tr("Innholdet fulgte med programmet. Legg til en kilde, eller hent fra minnepinne.")
    if overview.last_success is None:
        return _tr("Ikke sjekket ennå.")
    said = _tr("Sist sjekket {when}.").format(when=moment(overview.last_success, now))
    if overview.spent_bytes:
        size = spoken(size_words(overview.spent_bytes))
        spent = _tr("Hentet {size} denne måneden.").format(size=size)
        said = f"{said} {spent}"
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("UpdateWords", text)
