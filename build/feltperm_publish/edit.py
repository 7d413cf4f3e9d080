"""Changes one field of a source record and leaves every other line as its author wrote it.

A source record is written by people: order, quotes, comments and line breaks are theirs. So the
text is never written anew; only the lines of the one top-level key concerned are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

__all__ = ["FIELD_ORDER", "CannotEdit", "new_file", "remove_key", "set_body", "set_key"]

#: The order in which source records state their fields; a new one goes to its place in it.
FIELD_ORDER = (
    "id", "title", "summary", "alternate_names", "topics", "audience", "area", "languages",
    "category", "provider", "organisation", "phones", "email", "url", "addresses", "schedules",
    "hours", "eligibility", "application_process", "fees", "wait_time", "accessibility", "offers",
    "free", "referral", "drop_in", "may_come_while_using", "anonymous", "staff_only", "sources",
    "verified_on", "valid_from", "valid_until", "status", "needs_check", "reviewed", "about",
    "related", "note", "body",
)  # fmt: skip

_FRONT = re.compile(
    r"\ufeff?---[ \t]*(\r\n|\n)(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
#: Long values are folded as in the records that are there.
_WIDTH = 100


class CannotEdit(ValueError):
    """The lines concerned cannot be changed without touching what a person wrote there."""


def set_key(text: str, key: str, value: Any) -> str:
    """Return ``text`` with the top-level ``key`` of its front matter set to ``value``.

    Args:
        text: the whole file, with its own line ends.
        key: a name from :data:`FIELD_ORDER`.
        value: strings of one line, booleans, lists and mappings of them.

    Raises:
        CannotEdit: the front matter is no plain mapping, or a comment stands among the lines.
    """
    front = _Front(text)
    start, end = front.lines_of(key) or (front.place_for(key),) * 2
    return front.with_lines(start, end, _rendered(key, value))


def new_file(fields: Mapping[str, Any]) -> str:
    """Return the text of a new record with these fields in their order; see :func:`set_key`."""
    return f"---\n{''.join(_rendered(key, value) for key, value in fields.items())}---\n"


def remove_key(text: str, key: str) -> str:
    """Return ``text`` without the top-level ``key``; unchanged where it has none.

    Raises:
        CannotEdit: as for :func:`set_key`.
    """
    front = _Front(text)
    lines = front.lines_of(key)
    return front.with_lines(*lines, "") if lines else text


def set_body(text: str, body: str) -> str:
    """Return ``text`` with other words below its front matter.

    Raises:
        CannotEdit: there is no front matter.
    """
    found = _FRONT.match(text)
    if found is None:
        raise CannotEdit("there is no front matter between two lines of ---")
    newline = found[1]
    below = f"{newline}{body.strip()}{newline}".replace("\n", newline) if body.strip() else ""
    return text[: found.end()] + below


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as the records do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Begin a deeper level; never on the column of its key."""
        super().increase_indent(flow, False)


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Quote what looks like a number, a time or a date, whether YAML asks for it or not."""
    style = "'" if re.fullmatch(r"[\d:.+-]+", text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def _rendered(key: str, value: Any) -> str:
    text: str = yaml.dump(
        {key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH,
        default_flow_style=False,
    )  # fmt: skip
    return text


@dataclass(frozen=True, slots=True)
class _Block:
    """Where a top-level key and its value stand in the front matter, by character."""

    start: int
    end: int
    commented: bool


class _Front:
    """The front matter of one file, with the places of its top-level keys."""

    def __init__(self, text: str) -> None:
        found = _FRONT.match(text)
        if found is None:
            raise CannotEdit("there is no front matter between two lines of ---")
        self._text, self._offset, self._newline = text, found.start(2), found[1]
        try:
            self._blocks = dict(_blocks(found[2]))
        except yaml.YAMLError as error:
            raise CannotEdit("the front matter is not YAML") from error

    def lines_of(self, key: str) -> tuple[int, int] | None:
        """Return where the lines of ``key`` begin and end in the file; None without the key."""
        block = self._blocks.get(key)
        if block is None:
            return None
        if block.commented:
            raise CannotEdit(f"{key}: a comment stands among its lines")
        return block.start + self._offset, block.end + self._offset

    def place_for(self, key: str) -> int:
        """Return where a key belongs that is not there yet."""
        for before in reversed(FIELD_ORDER[: FIELD_ORDER.index(key)]):
            if block := self._blocks.get(before):
                return block.end + self._offset
        return self._offset

    def with_lines(self, start: int, end: int, lines: str) -> str:
        """Return the file with other text between two places."""
        return self._text[:start] + lines.replace("\n", self._newline) + self._text[end:]


def _blocks(front: str) -> Iterator[tuple[str, _Block]]:
    """Yield each top-level key with its place: from the key to the end of its value's last line."""
    root = yaml.compose(front, Loader=yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CannotEdit("the front matter is not a mapping with one key a line")
    keys = [(str(key.value), key.start_mark) for key, _ in root.value]
    if any(mark.column for _, mark in keys):
        raise CannotEdit("the keys of the front matter do not stand at the start of their lines")
    starts = [mark.index for _, mark in keys] + [len(front)]
    tokens = [one for one in yaml.scan(front, Loader=yaml.BaseLoader) if _length(one)]
    for (key, _), start, following in zip(keys, starts, starts[1:], strict=False):
        inside = [one for one in tokens if start <= one.start_mark.index < following]
        yield key, _block(front, start, inside)


def _length(token: yaml.Token) -> int:
    return int(token.end_mark.index - token.start_mark.index)


def _block(front: str, start: int, tokens: list[yaml.Token]) -> _Block:
    last = max(token.end_mark.index for token in tokens)
    # a block of text takes the empty lines below it along; they stay
    last = start + len(front[start:last].rstrip())
    end = front.index("\n", last) + 1
    return _Block(start, end, "#" in "".join(_between(front, start, end, tokens)))


def _between(front: str, start: int, end: int, tokens: list[yaml.Token]) -> Iterator[str]:
    """Yield what stands between the tokens of a block: space, and comments if there are any."""
    for token in tokens:
        yield front[start : token.start_mark.index]
        start = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            # its first line may carry a comment of its own
            yield front[token.start_mark.index : token.end_mark.index].partition("\n")[0]
    yield front[start:end]
