"""YAML in which every scalar is text.

``on``, ``no``, ``08588``, ``09:00`` and ``2026-11-22`` keep their characters; what they mean is
decided by the record types alone. A key that stands twice is an error, not a silent choice.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

__all__ = ["BadYaml", "parse", "read"]

if TYPE_CHECKING:
    _Base = yaml.BaseLoader
else:
    # The one written in C is ten times faster; it is missing where libyaml is.
    _Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class BadYaml(ValueError):
    """The text is not YAML, or says the same key twice; the message names the line."""


class _TextLoader(_Base):
    """All scalars are strings; keys are unique."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping, refusing a repeated key."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise BadYaml(f"line {key_node.start_mark.line + 1}: a key must be plain text")
            if key in seen:
                raise BadYaml(f"line {key_node.start_mark.line + 1}: {key!r} stands twice")
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def parse(text: str) -> Any:
    """Return the mappings, lists and strings that ``text`` holds.

    Raises:
        BadYaml: with the line, counted from 1 within ``text``.
    """
    try:
        return yaml.load(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f"line {mark.line + 1}: " if mark else ""
        raise BadYaml(f"{line}{error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise BadYaml(" ".join(str(error).split())) from error


def read(path: Path) -> Any:
    """Return what a UTF-8 file holds.

    Raises:
        BadYaml: not UTF-8 or not YAML; the message names the file.
        OSError: the file cannot be read.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadYaml(f"{path.name}: byte {error.start} is not UTF-8") from error
    except BadYaml as error:
        raise BadYaml(f"{path.name}: {error}") from error
