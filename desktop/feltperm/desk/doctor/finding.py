"""What the doctor finds, and how it looks: each check by itself, whatever the others meet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, Protocol, TypeAlias

import msgspec

from feltperm.errors import Condition
from feltperm.wording import say, template

__all__ = ["STATES", "Check", "Doctor", "Finding", "Repair", "State", "Way", "examine", "worst"]

_log = logging.getLogger(__name__)

State: TypeAlias = Literal["fine", "watch", "fault"]
#: What can be mended without losing anything.
Repair: TypeAlias = Literal["library", "content", "binder"]
#: What the user can do about it in the window.
Way: TypeAlias = Literal["save_copy", "add_source", "update", "look_again"]

#: The states, the best first, and the word for each.
STATES: Mapping[State, str] = {
    "fine": template("I orden"),
    "watch": template("Se på dette"),
    "fault": template("Feil"),
}


class Finding(msgspec.Struct, frozen=True):
    """One line of the doctor.

    Attributes:
        check: what was looked at, as an id that stays the same.
        name: the same for people.
        said: what was found.
        todo: what to do; empty where nothing is to be done.
        repair: what can be offered; empty where nothing can.
        way: where the window leads on from a finding that is not fine; empty where it does not.
        detail: for whoever helps; never a name of a person or a word that was searched for.
    """

    check: str
    name: str
    state: State
    said: str
    todo: str = ""
    repair: Repair | Literal[""] = ""
    detail: str = ""
    way: Way | Literal[""] = ""


#: Looks at one thing. What it raises is its finding.
Check: TypeAlias = Callable[[], Iterable[Finding]]


class Doctor(Protocol):
    """Whoever looks at one profile, and mends it."""

    def examine(self, reader: bool | None = None) -> tuple[Finding, ...]:
        """Look at everything; nothing of it is changed.

        Args:
            reader: whether a screen reader listens, which only a window knows.
        """

    def mend(self, repair: Repair) -> str:
        """Do a repair that loses nothing, and return what was done.

        Raises:
            Condition: it could not be done, and nothing was changed.
        """


def examine(checks: Mapping[str, tuple[str, Check]]) -> tuple[Finding, ...]:
    """Run every check; one that fails is a finding, and hides no other.

    Args:
        checks: by id, what each is called and the check itself.
    """
    return tuple(
        finding for id, (name, check) in checks.items() for finding in _run(id, name, check)
    )


def worst(findings: Iterable[Finding]) -> State:
    """Return the worst state that was found."""
    order: list[State] = list(STATES)
    return max((one.state for one in findings), key=order.index, default="fine")


def _run(id: str, name: str, check: Check) -> Iterable[Finding]:
    try:
        return tuple(check())
    except Condition as condition:
        return (Finding(id, name, "fault", condition.message, detail=condition.detail),)
    except Exception as error:  # a doctor that falls ill helps nobody
        _log.warning("the check %s failed", id, exc_info=True)
        said = say("Dette kunne ikke undersøkes.")
        help = say("Kopier rapporten, og send den til den som hjelper dere.")
        return (Finding(id, name, "watch", said, help, detail=f"{type(error).__name__}: {error}"),)
