"""What the person has chosen of how the program behaves (SCREENS 2.6); its look is the window's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from feltperm.binder.settings import Settings
from feltperm.packs.schedule import MONTHLY

__all__ = ["Checks", "Preferences", "load_preferences"]

Checks: TypeAlias = Literal["hourly", "daily", "never"]

_WIFI, _CHECKS, _LIMIT = "only_wifi", "checks", "month_limit"
#: Megabytes a month that can be chosen; more than the largest is no limit that anybody means.
_MOST_MB = 1000


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds where nothing else is said.

    Attributes:
        only_wifi: nothing comes by itself over links that cost.
        checks: how often it is asked for new content; «never» means only when somebody asks.
        month_limit: bytes that may come by themselves in a month over links that cost.
    """

    only_wifi: bool = False
    checks: Checks = "daily"
    month_limit: int = MONTHLY

    def keep(self, settings: Settings) -> None:
        """Keep it.

        Raises:
            DiskFull, ReadOnly: it could not be kept, or not all of it.
        """
        settings.set(_WIFI, "yes" if self.only_wifi else "")
        settings.set(_CHECKS, self.checks)
        settings.set(_LIMIT, str(self.month_limit))


def load_preferences(settings: Settings) -> Preferences:
    """Return what is kept; whatever is no value of ours counts as never chosen."""
    checks = settings.get(_CHECKS)
    limit = settings.get(_LIMIT)
    known = limit.isdecimal() and len(limit) < 12 and int(limit) <= _MOST_MB * 1_000_000
    return Preferences(
        only_wifi=settings.get(_WIFI) == "yes",
        checks=next((one for one in get_args(Checks) if one == checks), "daily"),
        month_limit=int(limit) if known else MONTHLY,
    )
