"""The accessibility bus as a screen reader sees it: roles, names, states over D-Bus (AT-SPI 2)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from real_display import PATIENCE

#: Bits of the state set (AtspiStateType).
CHECKED, FOCUSED, SENSITIVE, SHOWING = 4, 12, 24, 25
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


@contextmanager
def session_bus(env: dict[str, str]) -> Iterator[str]:
    """A message bus of the test's own; give its address."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert bus.stdout is not None
        with bus.stdout as told:
            address = told.readline().strip()
        yield address
    finally:
        bus.terminate()
        bus.wait(10)


@dataclass(frozen=True)
class Seen:
    """One object of the tree as it was when it was looked at."""

    reader: Reader
    at: tuple[str, str]
    role: str
    name: str
    state: int

    def has(self, state: int) -> bool:
        return bool(self.state >> state & 1)

    def press(self) -> None:
        """Do its first action, as a screen reader does."""
        self.reader.call(self.at, "Action", "DoAction", "i", (0,))

    def focus(self) -> None:
        """Bring the keyboard here."""
        self.reader.call(self.at, "Component", "GrabFocus")

    def text(self) -> str:
        """The text inside: of a field what was written, of a label what it says."""
        said: str = self.reader.call(self.at, "Text", "GetText", "ii", (0, -1))[0]
        return said

    def write(self, words: str) -> None:
        self.reader.call(self.at, "EditableText", "SetTextContents", "s", (words,))

    def inside(self) -> Iterator[Seen]:
        """Everything below that is on the screen."""
        for child in self.reader.children(self.at):
            seen = self.reader.look(child)
            if seen is not None and seen.has(SHOWING):
                yield seen
                yield from seen.inside()


class Reader:
    """Reads the accessible tree of the one program on the bus."""

    def __init__(self, bus: str) -> None:
        session = open_dbus_connection(bus=bus)
        try:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = new_method_call(launcher, "GetAddress")
            address = unwrap_msg(session.send_and_get_reply(asked, timeout=PATIENCE))[0]
        finally:
            session.close()
        self._bus: DBusConnection = open_dbus_connection(bus=address)

    def close(self) -> None:
        self._bus.close()

    def call(
        self, at: tuple[str, str], interface: str, method: str, signature: str = "",
        values: tuple[Any, ...] = (),
    ) -> Any:  # fmt: skip
        address = DBusAddress(at[1], at[0], f"org.a11y.atspi.{interface}")
        asked = new_method_call(address, method, signature or None, values)
        return unwrap_msg(self._bus.send_and_get_reply(asked, timeout=PATIENCE))

    def children(self, at: tuple[str, str]) -> list[tuple[str, str]]:
        try:
            found: list[tuple[str, str]] = self.call(at, "Accessible", "GetChildren")[0]
        except DBusErrorResponse:  # it has gone meanwhile
            return []
        return found

    def look(self, at: tuple[str, str]) -> Seen | None:
        """The object at an address; None when it has gone meanwhile."""
        properties = DBusAddress(at[1], at[0], "org.freedesktop.DBus.Properties")
        asked = new_method_call(properties, "Get", "ss", ("org.a11y.atspi.Accessible", "Name"))
        try:
            name = unwrap_msg(self._bus.send_and_get_reply(asked, timeout=PATIENCE))[0][1]
            role = self.call(at, "Accessible", "GetRoleName")[0]
            low, high = self.call(at, "Accessible", "GetState")[0]
        except DBusErrorResponse:
            return None
        return Seen(self, at, role, name, low | high << 32)

    def shown(self) -> Iterator[Seen]:
        """Everything on the screen, in the order of the tree."""
        for program in self.children(_ROOT):
            seen = self.look(program)
            if seen is not None:
                yield seen
                yield from seen.inside()

    def find(self, role: str, name: str, ready: Callable[[Seen], bool] = lambda _: True) -> Seen:
        """Wait for what is of a role and whose name begins like this."""
        begun = time.monotonic()
        while True:
            for seen in self.shown():
                if seen.role == role and seen.name.startswith(name) and ready(seen):
                    return seen
            assert time.monotonic() - begun < PATIENCE, f"no {role} «{name}» is shown"
            time.sleep(0.2)

    def focused(self) -> Seen | None:
        return next((seen for seen in self.shown() if seen.has(FOCUSED)), None)


def bridged(env: dict[str, str], bus: str) -> dict[str, str]:
    """The environment of a program that a screen reader reads."""
    kept = {key: value for key, value in env.items() if key != "AT_SPI_BUS_ADDRESS"}
    return {
        **kept, "DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
    }  # fmt: skip
