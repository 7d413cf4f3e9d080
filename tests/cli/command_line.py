"""What comes out of a command, and how a test runs one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

__all__ = ["Answer", "Run"]


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def ids(self) -> list[str]:
        """The first word of each line: the ids of a list."""
        return [line.split("  ")[0] for line in self.out.splitlines()]

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


Run = Callable[..., Answer]
