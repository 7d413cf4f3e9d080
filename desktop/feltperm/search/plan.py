"""What to look for, and how it is put to FTS5 (DESIGN section 5, step 4).

A plan is a list of groups, one for each word that counts. A group is a list of alternatives, each
with the reason it would give. MATCH text is only ever made from folded tokens, which hold nothing
but letters and digits. :mod:`feltperm.search.planner` makes plans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from feltperm.search.text import Token
from feltperm.search.values import ReasonKind

__all__ = ["Alternative", "Joined", "Plan", "Ways", "WordGroup"]

_SURFACES = "{title body}"
_STEMS = "{title_stem body_stem}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way a word may stand in a text.

    Attributes:
        kind: the reason it gives.
        words: the folded words in a row; stems if ``stemmed``.
        prefix: the last word may go on.
        title_only: look in titles only.
        common: so many records have it that only its place in titles tells them apart.
    """

    kind: ReasonKind
    words: tuple[str, ...]
    stemmed: bool = False
    prefix: bool = False
    title_only: bool = False
    common: bool = False

    def match(self, telling: bool = False) -> str:
        """Return the FTS5 expression.

        Args:
            telling: only where it tells records apart, for scoring.
        """
        if self.title_only or (telling and self.common):
            columns = "title_stem" if self.stemmed else "title"
        else:
            columns = _STEMS if self.stemmed else _SURFACES
        phrase = '"' + " ".join(self.words) + '"'
        return f"{columns} : {phrase}{' *' if self.prefix else ''}"


@dataclass(slots=True)
class WordGroup:
    """One word that counts, and everything it may mean.

    Attributes:
        alternatives: the ways it may stand in a text.
        compounds: the compounds that contain it; they answer it too, but less.
        many_compounds: so many records have one of these that it does not tell them apart.
        near: the known words nearest to it, when it is not known itself.
        parts: the stems of its parts, when it is a compound.
        unfinished: the last of the parts may go on, and is no stem.
    """

    token: Token
    last: bool
    known: bool = True
    alternatives: list[Alternative] = field(default_factory=list)
    compounds: list[Alternative] = field(default_factory=list)
    many_compounds: bool = False
    near: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    unfinished: bool = False

    @property
    def common(self) -> bool:
        """Whether some way it may stand in a text is common."""
        return any(one.common for one in self.alternatives)

    def part_alternatives(self) -> list[Alternative]:
        """Return the parts of a compound as ways to stand in a text."""
        stems = self.parts[:-1] if self.unfinished else self.parts
        made = [Alternative("part", (stem,), stemmed=True) for stem in stems]
        if self.unfinished:
            made.append(Alternative("part", (self.parts[-1],), prefix=True))
        return made

    def match(self, telling: bool = False) -> str:
        """Return the FTS5 expression that any alternative fulfils."""
        return "(" + " OR ".join(one.match(telling) for one in self.alternatives) + ")"


class Joined(NamedTuple):
    """A compound in the index that two neighbouring words make together.

    Attributes:
        groups: the groups that it answers; a word that does not count has none.
        typed: the two words.
    """

    groups: tuple[int, ...]
    typed: str
    alternative: Alternative


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways a word is looked for beside itself; each can be left out, to see what it gives."""

    stems: bool = True
    compounds: bool = True
    joined: bool = True
    near: bool = True
    synonyms: bool = True
    nynorsk: bool = True


@dataclass(slots=True)
class Plan:
    """Everything to look for.

    Attributes:
        text: what was typed, cut; the places of the tokens are those in it.
        key: the folded words, to compare with whole names.
        digits: strings of digits that may be phone numbers.
        joined: compounds in the index that two neighbours make.
    """

    text: str
    key: str = ""
    groups: list[WordGroup] = field(default_factory=list)
    digits: tuple[str, ...] = ()
    joined: list[Joined] = field(default_factory=list)

    @property
    def first_letter(self) -> bool:
        """Whether all there is so far is one letter that may go on."""
        return len(self.groups) == 1 and self.groups[0].last and len(self.key) == 1

    def typed(self, number: int) -> str:
        """Return the word of a group as it was typed."""
        token = self.groups[number].token
        return self.text[token.start : token.end]
