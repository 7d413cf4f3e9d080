"""Checks of what the user has: binder, packs, library, and the room there is for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from feltperm.binder import Backup
from feltperm.binder.health import open_checked
from feltperm.binder.migrations import made_on
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.library import Library
from feltperm.desk.doctor.finding import Finding
from feltperm.errors import Condition
from feltperm.packs.disk.shelf import sha256
from feltperm.packs.disk.store import installed
from feltperm.wording import counted, say

__all__ = ["binder", "clock", "disk", "library", "packs"]

#: Bytes that a new library and an update take, with air.
_ROOM = 200_000_000
#: Days after which a copy of the binder is old on a laptop that is used.
_OLD_COPY = 14


def binder(path: Path, backups: Sequence[Backup], today: date) -> Iterator[Finding]:
    """Look whether the binder is whole, and how old its newest copy is."""
    name = say("Permen")
    newest = backups[0].day if backups else None
    made: date | None = None
    try:
        if path.exists():
            connection = open_checked(path, "ro")[0]
            made = made_on(connection)
            connection.close()
    except Condition as condition:
        if newest is None:
            todo = say("Det finnes ingen kopi. La fila ligge, og spør den som hjelper dere.")
            yield Finding("binder", name, "fault", condition.message, todo, detail=condition.detail)
            return
        todo = say("Hent tilbake kopien fra {date}.", date=told_day(newest.isoformat()))
        yield Finding("binder", name, "fault", condition.message, todo, "binder", condition.detail)
        return
    if not path.exists():
        yield Finding("binder", name, "fine", say("Permen er tom. Den lages når noe lagres."))
        return
    yield Finding("binder", name, "fine", say("Permen er hel."))
    copies = say("Sikkerhetskopier")
    if newest is None:
        said, todo = say("Det finnes ingen kopi ennå."), say("Den lages ved neste start.")
        # made by the first start after the binder; the day is that of Greenwich
        new = made is not None and (today - made).days <= 1
        yield Finding("backups", copies, "fine" if new else "watch", said, todo, way="save_copy")
        return
    said = say("Nyeste kopi er fra {date}.", date=told_day(newest.isoformat()))
    if (today - newest).days > _OLD_COPY:
        todo = say("Start programmet på nytt, så lages en ny.")
        yield Finding("backups", copies, "watch", said, todo, way="save_copy")
    else:
        yield Finding("backups", copies, "fine", said)


def packs(folder: Path, bundled: Path, in_use: Sequence[Path]) -> Iterator[Finding]:
    """Compare the hash of every installed file with its name, and read the program's own copy.

    Args:
        in_use: the files that count now.
    """
    name = say("Innholdet")
    if sha256(bundled) is None:
        said = say("Programmets eget innhold mangler.")
        yield Finding("packs", name, "fault", said, say("Installer programmet på nytt."))
    damaged = [
        path
        for path in sorted(folder.glob("*/*.jsonl"))
        if not path.stem.endswith(f"-{(sha256(path) or '')[:16]}")
    ]
    if damaged:
        names = ", ".join(f"{path.parent.name}/{path.name}" for path in damaged)
        todo = say("Gå tilbake til innholdet før, eller hent det på nytt.")
        said = say("En fil med innhold er skadet, og brukes ikke.")
        yield Finding("packs", name, "fault", said, todo, "content", names)
        return
    count = len(in_use) or len(installed(folder))
    said = counted(count, "Innholdet er helt.", "{n} innhold er hele.")
    none = say("Innholdet som fulgte med programmet er i bruk.")
    yield Finding("packs", name, "fine", said if count else none)


def library(open_library: Callable[[], Library]) -> Iterator[Finding]:
    """Open the library as the program does, and read it through."""
    name = say("Søket")
    try:
        opened = open_library()
    except Condition as condition:
        todo = say("Bygg søket på nytt. Ingenting går tapt.")
        yield Finding(
            "library", name, "fault", condition.message, todo, "library", condition.detail
        )
        return
    try:
        wrong = opened.damage()
        said = counted(opened.count(), "Én oppføring kan søkes i.", "{n} oppføringer kan søkes i.")
    finally:
        opened.close()
    if wrong:
        todo = say("Bygg søket på nytt. Ingenting går tapt.")
        yield Finding("library", name, "fault", say("Søket er skadet."), todo, "library", wrong)
    else:
        yield Finding("library", name, "fine", said)


def disk(folder: Path, free: int) -> Iterator[Finding]:
    """Say how much room there is, in bytes, for the folder of the user's."""
    name, megabytes = say("Plass på disken"), free // 1_000_000
    said = say("{n} MB er ledig.", n=megabytes)
    if free < _ROOM:
        need = (_ROOM - free) // 1_000_000 + 1
        todo = say("Frigjør {n} MB, så er det plass til en oppdatering.", n=need)
        yield Finding("disk", name, "watch", said, todo, detail=str(folder))
    else:
        yield Finding("disk", name, "fine", said)


def clock(now: datetime, newest: date) -> Iterator[Finding]:
    """Say whether the clock can be right: it is not before content that is here already."""
    name, said = say("Klokka"), say("Maskinen sier {date}.", date=told_day(now.date().isoformat()))
    if now.date() < newest or now.year > newest.year + 10:
        todo = say("Still klokka. Ellers godtas ikke nytt innhold.")
        yield Finding("clock", name, "fault", said, todo)
    else:
        yield Finding("clock", name, "fine", said)
