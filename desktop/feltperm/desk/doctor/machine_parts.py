"""Checks of what the program came with, and of what the machine gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from feltperm.catalogue.dates import told_day
from feltperm.desk.doctor.finding import Finding
from feltperm.packs.schedule import CheckState
from feltperm.wording import counted, say

__all__ = ["display", "fonts", "network", "printers", "program", "sources", "worker"]

#: The smallest picture there is: what the worker is asked to look at.
_DOT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    b'<rect width="8" height="8"/></svg>'
)
#: Days without an answer from a sender after which content may be old.
_SILENT = 30


def program(files: Sequence[Path]) -> Iterator[Finding]:
    """Look whether the files that the program came with are there and can be read."""
    name, missing = say("Programmet"), [path.name for path in files if not _readable(path)]
    if missing:
        said, todo = say("Filer mangler i programmet."), say("Installer programmet på nytt.")
        yield Finding("program", name, "fault", said, todo, detail=", ".join(missing))
    else:
        yield Finding("program", name, "fine", say("Alle filene er på plass."))


def fonts(folders: Sequence[Path]) -> Iterator[Finding]:
    """Look whether the fonts of posters and window are there."""
    name = say("Skrifter")
    empty = [folder.name for folder in folders if not any(folder.rglob("*.ttf"))]
    if empty:
        said, todo = say("Skrifter mangler."), say("Installer programmet på nytt.")
        yield Finding("fonts", name, "fault", said, todo, detail=", ".join(empty))
    else:
        yield Finding("fonts", name, "fine", say("Skriftene er på plass."))


def worker(look_at_logo: Callable[[bytes], object]) -> Iterator[Finding]:
    """Let the paper worker look at a picture, which starts it."""
    look_at_logo(_DOT)
    yield Finding("worker", say("Lage plakater"), "fine", say("Virker."))


def sources(
    names: Sequence[str], damaged: Sequence[str], state: CheckState, now: datetime
) -> Iterator[Finding]:
    """Say whom content comes from, and when they answered last."""
    name = say("Kilder")
    if damaged:
        todo = say("Legg dem til på nytt under «Oppdatering».")
        said = say("En kilde kan ikke leses.")
        yield Finding(
            "sources", name, "fault", said, todo, detail=", ".join(damaged), way="add_source"
        )
    if not names:
        said = say("Ingen kilde er lagt til.")
        todo = say("Legg til en kilde, eller oppdater fra minnepinne.")
        yield Finding("sources", name, "watch", said, todo, way="add_source")
        return
    last = state.last_success
    if last is None or (now - last).days > _SILENT:
        todo = say("Se etter nytt innhold under «Oppdatering».")
        said = say("Ingen kilde har svart på lenge.") if last else say("Ingen har svart ennå.")
        yield Finding("sources", name, "watch", said, todo, detail=state.why, way="update")
        return
    said = counted(len(names), "Én kilde. Sist svar {date}.", "{n} kilder. Sist svar {date}.",
                   date=told_day(last.date().isoformat()))  # fmt: skip
    yield Finding("sources", name, "fine", said)


def network(proxy: str, trusts: bool) -> Iterator[Finding]:
    """Say how the network is reached; nothing is sent.

    Args:
        proxy: the system's proxy without a name or a password; empty for none.
        trusts: whether the system has certificates to check others with.
    """
    name = say("Nettet")
    if not trusts:
        said = say("Maskinen har ingen sertifikater.")
        todo = say("Spør den som drifter maskinen. Minnepinne virker.")
        yield Finding("network", name, "watch", said, todo)
        return
    said = (
        say("Går gjennom {proxy}.", proxy=proxy) if proxy else say("Går rett ut, uten mellomledd.")
    )
    yield Finding("network", name, "fine", said)


def printers(names: Sequence[str]) -> Iterator[Finding]:
    """Say which printers the machine knows."""
    name = say("Skrivere")
    if names:
        said = counted(
            len(names), "Én skriver: {names}.", "{n} skrivere: {names}.", names=", ".join(names)
        )
        yield Finding("printers", name, "fine", said)
    else:
        todo = say("Lagre plakaten som PDF, og skriv ut fra en annen maskin.")
        said = say("Fant ingen skriver.")
        yield Finding("printers", name, "watch", said, todo, way="look_again")


def display(environment: Mapping[str, str], reader: bool | None) -> Iterator[Finding]:
    """Say what the window is drawn on, and whether a screen reader listens.

    Args:
        environment: the variables of the process.
        reader: None where it cannot be known without a window.
    """
    kind = next((k for k in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(k)), "")
    drawn = environment.get("QT_QPA_PLATFORM") or {
        "WAYLAND_DISPLAY": "Wayland",
        "DISPLAY": "X11",
    }.get(kind, "")
    said = (
        say("Vinduet tegnes med {name}.", name=drawn)
        if drawn
        else say("Vinduet tegnes av systemet.")
    )
    yield Finding("display", say("Skjermen"), "fine", said)
    if reader is not None:
        yes, no = say("En skjermleser er koblet til."), say("Ingen skjermleser er koblet til.")
        yield Finding("reader", say("Skjermleser"), "fine", yes if reader else no)


def _readable(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False
