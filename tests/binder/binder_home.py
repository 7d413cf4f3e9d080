"""A binder in a temporary folder, opened at a fixed time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from feltperm.binder import Binder, Favourite, Notice, Site, open_binder

NOW = datetime(2026, 11, 25, 22, 14)


class Home:
    """A profile folder that opens its binder, and closes at the end what was opened."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.path = self.data / "binder.sqlite"
        self.backups = self.data / "backups"
        self._opened: list[Binder] = []

    def open(self, now: datetime = NOW) -> tuple[Binder, Notice | None]:
        binder, notice = open_binder(self.path, self.backups, now)
        self._opened.append(binder)
        return binder, notice

    def filled(self) -> bytes:
        """Make a binder with something in it, close it and return the file's bytes."""
        binder, notice = self.open()
        assert notice is None
        binder.favourites.add(favourite("svc-113", "AMK 113", "113"))
        binder.favourites.add(favourite("svc-legevakt", "Legevakt", "116 117"))
        binder.sites.add(Site(name="Feltstasjonen", address="Gata 1", phone="73 00 00 00"))
        binder.settings.set("municipality", "5001")
        binder.close()
        return self.path.read_bytes()

    def close(self) -> None:
        for binder in self._opened:
            binder.close()


def favourite(id: str, title: str = "Tittel", phone: str = "") -> Favourite:
    return Favourite(
        pack="national", id=id, kind="service", title=title, phone=phone,
        added_at="2026-11-25T22:14:00",
    )  # fmt: skip
