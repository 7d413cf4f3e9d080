"""Files of the profile that are gone, cut or changed behind the program's back, and old content."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from update_attacks import PACK, Arena, titles, version

from feltperm.packs.disk.shelf import is_owner

LEAFLET = bytes(range(256)) * 300

# --- the metadata folder ------------------------------------------------------------------------

LOST = (
    "timestamp.json",
    "snapshot.json",
    "targets.json",
    "root.json",
    "root_history",
    "verified",
    "timestamp.json snapshot.json",
    "snapshot.json targets.json verified",
    "timestamp.json snapshot.json targets.json root.json root_history",
)


def lose(arena: Arena, names: str) -> None:
    folder = arena.laptop.paths.sources / arena.shop.source.key / "metadata"
    for name in names.split():
        place = folder / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()


@pytest.mark.parametrize("lost", [*LOST, f"{LOST[-1]} verified"])
def test_a_metadata_folder_that_was_partly_deleted_goes_on(arena: Arena, lost: str) -> None:
    arena.release()
    lose(arena, lost)
    arena.ask("")


@pytest.mark.parametrize("lost", LOST)
def test_a_metadata_folder_that_was_partly_deleted_cannot_be_taken_back(
    arena: Arena, lost: str
) -> None:
    """Whoever deletes a file of it and answers for the publisher gets nowhere with old content."""
    old = arena.shop.keep()
    arena.release()
    assert arena.laptop.hear(arena.laptop.desk.updates.check) == ("", "")
    lose(arena, lost)
    arena.serve(old)
    arena.ask("rolled_back")


# --- every file, at both ends of the update -----------------------------------------------------

HARM: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a bit": lambda path: path.write_bytes(_flipped(path.read_bytes())),
    "a folder": lambda path: (path.unlink(), path.mkdir(), (path / "x").write_bytes(b"x")),
}


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def bring(arena: Arena, stage: str) -> None:
    """Bring the laptop to a stage of the update to the third version."""
    updates = arena.laptop.desk.updates
    if stage == "fetched":
        (plan,) = updates.check().due
        updates.fetch(plan)


def files(arena: Arena) -> list[Path]:
    """What lies in the profile, but for the user's own and the locks."""
    data = arena.laptop.paths.data
    found = (path.relative_to(data) for path in data.rglob("*") if path.is_file())
    mine = ("binder.sqlite", "backups")
    return sorted(path for path in found if path.parts[0] not in mine and path.suffix != ".lock")


@pytest.mark.slow
@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("stage", ["before", "fetched"])
def test_every_file_of_the_profile_is_harmed_in_turn(memory: Arena, stage: str, harm: str) -> None:
    memory.release(assets=(LEAFLET,))
    bring(memory, stage)
    names = files(memory)
    assert len(names) > 15
    for name in names:
        laptop = memory.again()
        bring(memory, stage)
        HARM[harm](laptop.paths.data / name)
        laptop.restart()
        seq, shown = laptop.shown()[PACK]
        assert seq in (1, 2), name
        assert shown == titles(version(seq)), name
        assert laptop.binder() == memory.template.binder, name
        assert goes_on(memory, name, harm), name
        memory.questions(3)


def goes_on(memory: Arena, name: Path, harm: str) -> bool:
    """Press the button, after what a person must do first where the program cannot help itself."""
    laptop = memory.laptop
    if name.name == "source.json":
        assert not laptop.desk.sources.list()
        assert len(laptop.desk.updates.overview().damaged) == 1
        laptop.trust(memory.shop, memory.folder / "handed over")
    owner = laptop.paths.packs / PACK / "source"
    if laptop.paths.data / name == owner and harm == "a bit" and is_owner(owner.read_text()[:-1]):
        # another key is as good as this one: nobody may take the pack over by a guess
        assert laptop.hear(laptop.update)[0] == "foreign"
        (laptop.paths.data / name).unlink()
    if name.name == "packs%2Findex.json" and harm == "a folder":
        shutil.rmtree(laptop.paths.updates)
    return laptop.hear(laptop.update) == ("", "")
