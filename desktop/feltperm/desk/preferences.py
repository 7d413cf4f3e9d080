"""What the person has chosen of how the program behaves (SCREENS 2.6); its look is the window's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from feltperm.binder.settings import Settings
from feltperm.packs.schedule import MONTHLY

__all__ = ["NEAR_KM", "Checks", "Preferences", "load_preferences"]

Checks: TypeAlias = Literal["hourly", "daily", "never"]

_WIFI, _CHECKS, _LIMIT = "only_wifi", "checks", "month_limit"
_NEAR, _PRINTER, _PRINTER_TITLE = "near_km", "printer", "printer_title"
#: How far away neighbours can be chosen to lie.
NEAR_KM = (0, 25, 50, 100)
#: Megabytes a month that can be chosen; more than the largest is no limit that anybody means.
_MOST_MB = 1000


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds where nothing else is said.

    Attributes:
        only_wifi: nothing comes by itself over links that cost.
        checks: how often it is asked for new content; «never» means only when somebody asks.
        month_limit: bytes that may come by themselves in a month over links that cost.
        near_km: municipalities so near ours are listed after it; 0 for none.
        printer: the queue that is chosen first, as the machine names it; empty for the machine's
            own choice.
        printer_title: what people call it, for when it is not there.
    """

    only_wifi: bool = False
    checks: Checks = "daily"
    month_limit: int = MONTHLY
    near_km: int = 0
    printer: str = ""
    printer_title: str = ""

    def keep(self, settings: Settings) -> None:
        """Keep it.

        Raises:
            DiskFull, ReadOnly: it could not be kept, or not all of it.
        """
        settings.set(_WIFI, "yes" if self.only_wifi else "")
        settings.set(_CHECKS, self.checks)
        settings.set(_LIMIT, str(self.month_limit))
        settings.set(_NEAR, str(self.near_km))
        settings.set(_PRINTER, self.printer)
        settings.set(_PRINTER_TITLE, self.printer_title)


def load_preferences(settings: Settings) -> Preferences:
    """Return what is kept; whatever is no value of ours counts as never chosen."""
    checks = settings.get(_CHECKS)
    limit = settings.get(_LIMIT)
    known = limit.isdecimal() and len(limit) < 12 and int(limit) <= _MOST_MB * 1_000_000
    near = settings.get(_NEAR)
    return Preferences(
        only_wifi=settings.get(_WIFI) == "yes",
        checks=next((one for one in get_args(Checks) if one == checks), "daily"),
        month_limit=int(limit) if known else MONTHLY,
        near_km=next((km for km in NEAR_KM if str(km) == near), 0),
        printer=settings.get(_PRINTER),
        printer_title=settings.get(_PRINTER_TITLE),
    )
