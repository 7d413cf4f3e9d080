"""A large catalogue made of the real one's own wording, the same for the same seed.

The bundled pack has some hundred records; promises are made for ten thousand. Sentences of real
records are shuffled between made records, kinds and areas keep their real shares, and some words
are replaced by compounds of two real words, so that the vocabulary grows with the catalogue as
Norwegian does. Records are about 1.9 kB each, the size the promises were made for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import (
    Area,
    Conversation,
    Guidance,
    Organisation,
    Pack,
    PackHeader,
    Phone,
    Poster,
    Record,
    Schedule,
    Service,
    pick,
)
from feltperm.search import fields

__all__ = ["Corpus", "keystrokes"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")
#: The share of words that a made compound replaces, and how many of those there are a record.
_REPLACED = 0.06
_COMPOUNDS_A_RECORD = 3


@dataclass
class Corpus:
    """Makes records from real ones.

    Args:
        records: the real records; their order does not matter.
        geography: where made records may lie.
        seed: another seed, another catalogue.
    """

    records: Sequence[Record]
    geography: Geography
    seed: int = 1

    def __post_init__(self) -> None:
        known = sorted(self.records, key=lambda record: record.id)
        self._titles = [pick(record.title)[1] for record in known]
        texts = [text for record in known for text in fields.readable(record)]
        self._sentences = sorted(
            {sentence for text in texts for sentence in _SENTENCE.split(text) if len(sentence) > 20}
        )
        self._words = sorted({word.lower() for text in texts for word in _WORD.findall(text)})
        self._real = known

    def pack(self, count: int) -> Pack:
        """Return a pack of ``count`` records; the first of a longer one are not those of this."""
        chance = random.Random(f"{self.seed} {count}")
        compounds = self._compounds(chance, count * _COMPOUNDS_A_RECORD)
        made = tuple(self._record(chance, number, compounds) for number in range(count))
        header = PackHeader(
            format=1,
            pack="national",
            seq=1,
            published="2026-11-25",
            publisher="Feltperm",
            languages=("nb",),
        )
        return Pack(header=header, records=made, sha256=f"made {self.seed} {count}")

    def _compounds(self, chance: random.Random, count: int) -> list[str]:
        pairs = (chance.sample(self._words, 2) for _ in range(count))
        return [head + chance.choice(("", "", "s")) + tail for head, tail in pairs]

    def _record(self, chance: random.Random, number: int, compounds: Sequence[str]) -> Record:
        real = chance.choice(self._real)
        place = chance.choice(self.geography.municipalities)
        title = f"{self._mixed(chance, chance.choice(self._titles), compounds)} i {place.label}"
        sentences = chance.sample(self._sentences, k=chance.randint(8, 26))
        texts = [self._mixed(chance, sentence, compounds) for sentence in sentences]
        changes: dict[str, object] = {
            "id": f"made-{number}",
            "title": {"nb": title},
            "summary": {"nb": texts[0]},
            "body": {"nb": " ".join(texts[1:])},
            "alternate_names": (),
            "area": Area(municipalities=(place.number,)) if real.area.municipalities else real.area,
            "related": (),
            "note": {},
        }
        if isinstance(real, Service | Organisation):
            changes["phones"] = (Phone(number=str(chance.randint(20_000_000, 79_999_999))),)
        if isinstance(real, Service) and chance.random() < 0.3:
            changes["schedules"] = (Schedule(byday=DAYS[:5], opens_at="09:00", closes_at="15:00"),)
        if isinstance(real, Guidance):
            changes |= {
                "steps": real.steps[:3],
                "facts": (),
                "conversation": Conversation(),
                "urgency": (),
            }
        if isinstance(real, Poster):
            changes |= {"items": real.items[:4], "steps_from": ""}
        return msgspec.structs.replace(real, **changes)

    @staticmethod
    def _mixed(chance: random.Random, text: str, compounds: Sequence[str]) -> str:
        """Replace some words by compounds; the first of them are the frequent ones."""

        def other(found: re.Match[str]) -> str:
            if chance.random() >= _REPLACED:
                return found[0]
            # The square makes some compounds common and most rare.
            return compounds[int(len(compounds) * chance.random() ** 2)]

        return _WORD.sub(other, text)


def keystrokes(records: Iterable[Record], count: int, seed: int = 1) -> list[list[str]]:
    """Return ``count`` questions, each as the texts that stand in the field while it is typed.

    One to three words of a record's title and text; one question in four has a letter wrong, one
    in four is written without the Norwegian letters.
    """
    chance = random.Random(seed)
    known = list(records)
    typed = []
    for _ in range(count):
        record = chance.choice(known)
        text = f"{pick(record.title)[1]} {pick(record.summary)[1]}".lower()
        words = sorted(set(_WORD.findall(text)))
        question = " ".join(chance.sample(words, k=min(len(words), chance.randint(1, 3))))
        way = chance.random()
        if way < 0.25:
            question = _misspelt(chance, question)
        elif way < 0.5:
            question = question.translate(str.maketrans("æøå", "aoa"))
        typed.append([question[:length] for length in range(1, len(question) + 1)])
    return typed


def _misspelt(chance: random.Random, text: str) -> str:
    place = chance.randrange(1, max(2, len(text) - 1))
    return chance.choice(
        (
            text[:place] + text[place + 1 :],
            text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
            text[:place] + chance.choice("aeinorst") + text[place + 1 :],
        )
    )
