"""A program whose files can be damaged, and what comes out of its command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from feltperm.paths import Paths, find_paths, resource, resource_root

__all__ = ["DAMAGE", "Answer", "Installation", "Run", "damage"]


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def failure(self) -> str:
        """The one line of a command that failed."""
        assert (self.code, self.out) == (1, ""), self
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("feltperm: ")
        return self.err.removeprefix("feltperm: ").strip()


Run = Callable[..., Answer]


class Installation:
    """Resources laid out as in a wheel, in a folder of their own, and an empty profile."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "feltperm"
        self.profile = folder / "profile"
        written, compiled = resource_root()
        for name in ("layouts", "icons"):
            shutil.copytree(written / name, self.package / "resources" / name)
        shutil.copytree(compiled, self.package / "resources" / "compiled")

    def resource(self, name: str) -> Path:
        """Find a resource here; stands in for the function of `paths`."""
        return resource(name, self.package)

    @property
    def pack(self) -> Path:
        return self.resource("compiled/national.jsonl")

    @property
    def library(self) -> Path:
        """The prebuilt library."""
        (found,) = self.resource("compiled").glob("library-*.sqlite")
        return found

    @property
    def paths(self) -> Paths:
        return find_paths(self.profile)

    def cached(self) -> list[str]:
        """The libraries that were built for this profile."""
        return [path.name for path in self.paths.cache.glob("*")]


DAMAGE = ["missing", "a folder", "empty", "cut in half", "cut by a byte", "noise", "one bit"]


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    half = len(data) // 2
    if how in ("missing", "a folder"):
        path.unlink()
        if how == "a folder":
            path.mkdir()
        return
    path.write_bytes(
        {
            "empty": b"",
            "cut in half": data[:half],
            "cut by a byte": data[:-1],
            "noise": b"\xa5" * len(data),
            "one bit": bytes([data[0] ^ 1]) + data[1:],
            "another shape": b'"text"',
            "nested": b"[" * 200_000,
        }[how]
    )
