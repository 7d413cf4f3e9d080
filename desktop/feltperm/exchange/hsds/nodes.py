"""One JSON object that is read key by key; what nobody asked for is left over, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

__all__ = ["PERSON", "Left", "Node", "Reading", "quoted"]

PERSON = "a contact may be a person, and persons are not taken"

#: Of a longer value, so much is quoted in the report.
_QUOTED = 60
#: What no text of ours holds: control characters but the line break and the tab.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: An object inside another may name that one; its place has said it.
_OUTSIDE = ("service_id", "organization_id", "location_id", "service_at_location_id", "phone_id")


class Left(NamedTuple):
    """What was not taken: where it stands (a JSON pointer), and what it is or what is wrong."""

    where: str
    what: str


@dataclass(slots=True)
class Reading:
    """What an object says.

    Attributes:
        fields: the fields of our record that it states, as plain data.
        record: ``pack/id`` of the record it was written from, where it says so.
        left: what had no place.
        faults: what is missing or broken, so that the object cannot be used.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    record: str = ""
    left: list[Left] = field(default_factory=list)
    faults: list[Left] = field(default_factory=list)


class Node:
    """One object that is being read; what nobody asked for is left over."""

    def __init__(self, value: dict[str, Any], where: str, reading: Reading) -> None:
        self.where, self.reading = where, reading
        self._value, self._taken = value, {"id"}

    def text(self, key: str) -> str:
        """Take a text; a number is taken as it is written."""
        self._taken.add(key)
        value = self._value.get(key)
        if isinstance(value, str):
            return _UNSEEN.sub("", value.replace("\r\n", "\n")).strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self.leave(key, "is not text")
        return ""

    def nodes(self, key: str) -> Iterator[Node]:
        """Take a list of objects; each is closed when the next is asked for."""
        self._taken.add(key)
        value = self._value.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.leave(key, "is not a list")
            return
        for n, item in enumerate(value):
            if isinstance(item, dict):
                node = Node(item, f"{self.where}/{key}/{n}", self.reading)
                node.skip(*_OUTSIDE)
                yield node
                node.close()
            else:
                self.leave(f"{key}/{n}", "is not an object")

    def node(self, key: str) -> Iterator[Node]:
        """Take one object, where it is there."""
        self._taken.add(key)
        value = self._value.get(key)
        if isinstance(value, dict):
            node = Node(value, f"{self.where}/{key}", self.reading)
            yield node
            node.close()
        elif value is not None:
            self.leave(key, "is not an object")

    def data(self, key: str) -> Any:
        """Take a value as it is."""
        self._taken.add(key)
        return self._value.get(key)

    def says_more_than(self, *keys: str) -> bool:
        """Say whether anything else is stated."""
        return any(value not in (None, "", [], {}) for key, value in self._value.items()
                   if key not in keys)  # fmt: skip

    def skip(self, *keys: str) -> None:
        """Take what needs no place: it says nothing that is not said elsewhere."""
        self._taken.update(keys)

    def leave(self, key: str, what: str) -> None:
        """Report that something was not taken."""
        self.reading.left.append(Left(f"{self.where}/{key}" if key else self.where, what))

    def fault(self, key: str, what: str) -> None:
        """Report that something is broken, so that nothing can be taken."""
        self.reading.faults.append(Left(f"{self.where}/{key}", what))

    def leave_whole(self, what: str) -> None:
        """Report that nothing of this object was taken."""
        self._taken.update(self._value)
        self.leave("", what)

    def close(self) -> None:
        """Report what nobody asked for."""
        for key, value in self._value.items():
            if key in self._taken or value in (None, "", [], {}):
                continue
            if key == "contacts" and isinstance(value, list):
                for n in range(len(value)):
                    self.leave(f"{key}/{n}", PERSON)
            else:
                self.leave(_token(key), quoted(value))


def _token(key: str) -> str:
    """Return a key as a JSON pointer has it (RFC 6901, section 3)."""
    return quoted(key).replace("~", "~0").replace("/", "~1")


def quoted(value: object) -> str:
    """Return a value in so few characters that a line holds it; of a list only how long it is.

    What is inside may name persons, and has places of its own.
    """
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "an object"
    text = " ".join(_UNSEEN.sub(" ", str(value)).split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
