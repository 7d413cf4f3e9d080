"""When to ask for new content, and how many bytes may come without asking (DESIGN section 6).

Pure rules over one small file of what happened so far. Times are local and come in as arguments,
and so does chance: ``spread`` is a number from 0 to 1 that keeps thousands of laptops apart.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from feltperm.packs.disk.writing import clear_unfinished, write_whole

__all__ = [
    "BY_ITSELF", "MONTHLY", "CheckLog", "CheckState", "Pending", "Stage", "answered", "came",
    "may_fetch", "next_check", "on_wake", "spent", "unanswered",
]  # fmt: skip

#: The most that comes by itself at once over a link that counts bytes, and in a month.
BY_ITSELF, MONTHLY = 500_000, 5_000_000

#: After the start of the program: the first check comes in this span.
_FIRST = (timedelta(minutes=2), timedelta(minutes=10))
#: At a wake or a new network, a check is due when the last one is older.
_FRESH = timedelta(hours=1)
#: Between two checks that nothing else brings about, and how far chance moves it.
_USUAL, _JITTER = timedelta(hours=24), 0.2
#: After failures: up to this long, doubled each time, and never longer than a day.
_AFTER_FAILURE, _LONGEST = timedelta(minutes=15), timedelta(hours=24)
#: However chance falls, and however often a network comes and goes.
_BREATH = timedelta(minutes=1)
#: Failures that say nothing of the sender: the question never got there. Asking again burdens
#: nobody, and a router that finds its coverage again tells no laptop so: asked each hour at least.
_NEVER_ARRIVED = frozenset({"no_network", "portal", "proxy"})
#: A file of some hundred bytes; what is larger is not ours.
_MAX_FILE = 256 * 1024
#: So many deltas that did not fit are remembered; more than eight bases never are on offer.
_BAD_KEPT = 32

#: How far an update had come: on its way, here but not in use, or being put into use.
Stage = Literal["fetching", "ready", "installing"]


class Pending(msgspec.Struct, frozen=True, omit_defaults=True):
    """An update that was begun and is not finished.

    Attributes:
        source: the sender's key.
        pack, seq, sha256: the release.
        stage: how far it has come.
        silent: the user does not want to hear of it («Ikke nå»).
    """

    source: str
    pack: str
    seq: int
    sha256: str
    stage: Stage = "fetching"
    silent: bool = False


class CheckState(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happened so far.

    Attributes:
        last_attempt, last_success: when senders were asked, and when all answered.
        failures: attempts in a row that failed; ``why`` is the last one's reason.
        spent_month: the month that the two counts are of, as in ``2026-11``.
        spent_bytes: bytes that came over the network in it; ``metered_bytes`` of that over
            links that count bytes.
        bad_deltas: sha256 of targets whose delta did not work once, so the whole is fetched.
        pending: updates that are not finished.
    """

    last_attempt: datetime | None = None
    last_success: datetime | None = None
    failures: int = 0
    why: str = ""
    spent_month: str = ""
    spent_bytes: int = 0
    metered_bytes: int = 0
    bad_deltas: tuple[str, ...] = ()
    pending: tuple[Pending, ...] = ()

    def with_bad_delta(self, sha256: str) -> CheckState:
        """Return the state in which no delta is tried again for this content."""
        kept = (*(one for one in self.bad_deltas if one != sha256), sha256)[-_BAD_KEPT:]
        return msgspec.structs.replace(self, bad_deltas=kept)

    def with_pending(self, pending: Pending) -> CheckState:
        """Return the state in which this is the one unfinished update of its pack."""
        rest = self.without_pending(pending.pack).pending
        return msgspec.structs.replace(self, pending=(*rest, pending))

    def without_pending(self, pack: str) -> CheckState:
        """Return the state in which the pack has no unfinished update."""
        rest = tuple(one for one in self.pending if one.pack != pack)
        return msgspec.structs.replace(self, pending=rest)


def next_check(
    state: CheckState,
    now: datetime,
    spread: float,
    started: datetime | None = None,
    usual: timedelta = _USUAL,
) -> datetime:
    """Return when to ask next; it may be in the past, which means at once.

    Args:
        state: what happened so far.
        now: local time.
        spread: chance, from 0 to 1.
        started: when the program began, if it has not asked since: then the first check comes
            two to ten minutes after that, unless the last one is fresh.
        usual: between two checks that nothing else brings about.
    """
    last = _known(state.last_attempt, now)
    if started is not None and (last is None or now - last > _FRESH):
        return started + _FIRST[0] + spread * (_FIRST[1] - _FIRST[0])
    if last is None:
        return now + _FIRST[0] + spread * (_FIRST[1] - _FIRST[0])
    if state.failures:
        doublings = min(state.failures - 1, 10)
        most = _FRESH if state.why in _NEVER_ARRIVED else _LONGEST
        longest = min(_AFTER_FAILURE * (1 << doublings), most)
        return last + max(_BREATH, spread * longest)
    return last + usual * (1 - _JITTER + 2 * _JITTER * spread)


def on_wake(state: CheckState, now: datetime) -> bool:
    """Say whether to ask now that the machine woke up or a network appeared.

    A check that found no network does not count: the alert of Friday afternoon has to reach the
    laptop that wakes on Saturday before its network does. One that the sender failed to answer
    waits a quarter of an hour, so that a sender in trouble is not asked by each laptop that moves.
    """
    success, attempt = _known(state.last_success, now), _known(state.last_attempt, now)
    if success is not None and now - success <= _FRESH:
        return False
    if attempt is None or not state.failures:
        return True
    return now - attempt >= (_BREATH if state.why in _NEVER_ARRIVED else _AFTER_FAILURE)


def may_fetch(
    size: int,
    metered: bool,
    only_wifi: bool,
    state: CheckState,
    now: datetime,
    month_limit: int = MONTHLY,
) -> bool:
    """Say whether so many bytes may come without asking the user.

    Args:
        size: bytes over the link.
        metered: the link counts bytes.
        only_wifi: the user wants nothing by itself on such links («Bare på wifi»).
        state: what came this month.
        now: local time.
        month_limit: the most that comes by itself in a month over such links.
    """
    if not metered:
        return True
    if only_wifi or size > BY_ITSELF:
        return False
    return spent(state, now)[1] + size <= month_limit


def spent(state: CheckState, now: datetime) -> tuple[int, int]:
    """Return the bytes of this month: all that came over a network, and over metered links."""
    if state.spent_month != _month(now):
        return 0, 0
    return state.spent_bytes, state.metered_bytes


def came(state: CheckState, count: int, metered: bool, now: datetime) -> CheckState:
    """Return the state after so many bytes came over a network."""
    total, counted = spent(state, now)
    return msgspec.structs.replace(
        state,
        spent_month=_month(now),
        spent_bytes=total + count,
        metered_bytes=counted + (count if metered else 0),
    )


def answered(state: CheckState, now: datetime) -> CheckState:
    """Return the state after a check that all senders answered."""
    return msgspec.structs.replace(state, last_attempt=now, last_success=now, failures=0, why="")


def unanswered(state: CheckState, now: datetime, why: str) -> CheckState:
    """Return the state after a check that failed."""
    return msgspec.structs.replace(
        state, last_attempt=now, failures=min(state.failures + 1, 99), why=why
    )


class CheckLog:
    """The file that remembers, ``<data>/updates.json``.

    It is a convenience: one that cannot be read is begun anew, and one that cannot be written is
    no reason to fail.

    Args:
        path: the file; its folder is made if missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> CheckState:
        """Return what is remembered; nothing when the file is missing or damaged."""
        try:
            with self._path.open("rb") as file:
                data = file.read(_MAX_FILE + 1)
            state = msgspec.json.decode(data[:_MAX_FILE], type=CheckState)
        except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
            return CheckState()
        return state if _sound(state) else CheckState()

    def write(self, state: CheckState) -> bool:
        """Remember; return whether that could be written. The file is whole at any moment."""
        clear_unfinished(self._path.parent, self._path.name)
        try:
            write_whole(self._path, msgspec.json.encode(state))
        except OSError:
            return False
        return True


def _sound(state: CheckState) -> bool:
    """Whether the values are such as this module writes: naive times, and no negative counts."""
    times = (state.last_attempt, state.last_success)
    counts = (state.failures, state.spent_bytes, state.metered_bytes)
    return all(one is None or one.tzinfo is None for one in times) and min(counts) >= 0


def _known(moment: datetime | None, now: datetime) -> datetime | None:
    """Return a moment, or None when it lies in the future: then a clock was wrong."""
    return None if moment is None or moment > now else moment


def _month(now: datetime) -> str:
    return f"{now:%Y-%m}"
