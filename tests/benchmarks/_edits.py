"""An update as publishers make them: facts corrected, sentences added, pages written anew.

New sentences are made word by word from the real ones, each word one that has followed the last
somewhere. So they read like the catalogue and stand nowhere in it: a delta that only had to find
old sentences again would look better than it is.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from feltperm.catalogue.records import Organisation, Pack, Phone, Record, Service
from feltperm.search import fields

__all__ = ["Edited", "Writer", "edited"]

#: Of a hundred touched records: facts corrected, a sentence added, written anew; new, and gone.
_WEIGHTS = {"fact": 45, "sentence": 30, "page": 10, "new": 10, "gone": 5}
_WORDS_A_SENTENCE, _SENTENCES_A_PAGE = (7, 18), (8, 26)


@dataclass(frozen=True, slots=True)
class Edited:
    """A pack after an update.

    Attributes:
        touched: the records that are changed or new, as they are now.
        words: what was written in them that was not there before.
        gone: how many records were removed.
    """

    pack: Pack
    touched: tuple[Record, ...]
    words: tuple[str, ...]
    gone: int


class Writer:
    """Writes sentences that nobody has written."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Learn from real records which words follow which."""
        self._after: dict[str, list[str]] = defaultdict(list)
        for record in records:
            for text in fields.readable(record):
                words = text.split()
                for first, second in pairwise(words):
                    self._after[first].append(second)
        self._starts = sorted(word for word in self._after if word[:1].isupper())

    def sentence(self, chance: random.Random) -> str:
        """Return a new sentence."""
        words = [chance.choice(self._starts)]
        for _ in range(chance.randint(*_WORDS_A_SENTENCE)):
            # an end without a follower begins anew
            words.append(chance.choice(self._after.get(words[-1]) or self._starts))
        return " ".join(words).rstrip(".,:") + "."

    def page(self, chance: random.Random) -> str:
        """Return a page of new sentences."""
        return " ".join(self.sentence(chance) for _ in range(chance.randint(*_SENTENCES_A_PAGE)))


def edited(pack: Pack, share: float, writer: Writer, seed: int = 1) -> Edited:
    """Return the pack with so large a share of its records touched."""
    chance = random.Random(f"{seed} {share}")
    count = round(len(pack.records) * share)
    picked = chance.sample(range(len(pack.records)), count)
    records: dict[int, Record] = dict(enumerate(pack.records))
    touched: list[Record] = []
    words: list[str] = []
    gone = 0
    for place, kind in zip(picked, _kinds(chance, count), strict=True):
        if kind == "gone":
            del records[place]
            gone += 1
            continue
        old = records[place]
        new, written = _edit(old, kind, writer, chance)
        words += written
        touched.append(new)
        records[len(pack.records) + place if kind == "new" else place] = new
    header = msgspec.structs.replace(pack.header, seq=pack.header.seq + 1, published="2026-11-27")
    whole = Pack(header=header, records=tuple(records.values()), sha256="edited")
    return Edited(whole, tuple(touched), tuple(words), gone)


def _kinds(chance: random.Random, count: int) -> Sequence[str]:
    return chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()), k=count)


def _edit(
    old: Record, kind: str, writer: Writer, chance: random.Random
) -> tuple[Record, list[str]]:
    """Return the record after one edit, and what is new in it."""
    body = old.body.get("nb", "")
    if kind == "fact" and isinstance(old, Service | Organisation):
        number = str(chance.randint(20_000_000, 79_999_999))
        return msgspec.structs.replace(old, phones=(Phone(number=number),)), [number]
    if kind == "fact":
        summary = writer.sentence(chance)
        return msgspec.structs.replace(old, summary={"nb": summary}), [summary]
    if kind == "sentence":
        sentence = writer.sentence(chance)
        return msgspec.structs.replace(old, body={"nb": f"{body} {sentence}"}), [sentence]
    page, summary = writer.page(chance), writer.sentence(chance)
    changes = {"summary": {"nb": summary}, "body": {"nb": page}}
    written = [summary, page]
    if kind == "new":
        title = writer.sentence(chance)[:60]
        changes["title"] = {"nb": title}
        changes["id"] = f"new-{old.id}"  # type: ignore[assignment]
        written.append(title)
    return msgspec.structs.replace(old, **changes), written
