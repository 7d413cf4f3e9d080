"""A folder of sources, and what it is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from feltperm.catalogue.records import Record
from feltperm.packs.format import read_pack
from feltperm.paths import resource, resource_root

__all__ = ["Place", "find_place"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the sources of one pack lie.

    Attributes:
        sources: the folder that holds ``catalogue/``.
        words: the folder of the word lists and the municipalities.
        national: the records of the national pack, when the sources are those of another.
    """

    sources: Path
    words: Path
    national: tuple[Record, ...] = ()

    @property
    def is_program(self) -> bool:
        """Whether these are the program's own resources, with the emergency card."""
        return self.words == self.sources


def find_place(sources: Path) -> Place:
    """Return the place of a folder: with word lists it is the program's, else another pack's.

    Raises:
        ValueError: another pack cannot be judged before the national one is compiled.
        ContentDamaged: the compiled national pack cannot be read.
    """
    if (sources / "vocabulary").is_dir():
        return Place(sources, sources)
    national = resource("compiled/national.jsonl")
    if not national.is_file():
        raise ValueError("compile the program's own content first: feltperm-publish compile")
    return Place(sources, resource_root()[0], read_pack(national).records)
