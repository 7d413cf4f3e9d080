"""Words that are nearly what was typed (DESIGN section 5, step 4).

Only asked about words the index does not know. One edit under six letters, else two; two letters
that changed places are one edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["NearWords", "nearest"]

#: Words of fewer letters have no near words; too many would be one edit away.
_SHORTEST = 3
#: From this length on two edits are allowed.
_TWO_EDITS = 6
_REMEMBERED = 500


class NearWords:
    """The vocabulary of a library, by length."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """Take (folded word, number of records that have it); words with digits are left out."""
        self._by_length: dict[int, list[str]] = {}
        self._records: dict[str, int] = {}
        for word, records in words:
            if word.isalpha():
                self._records[word] = records
                self._by_length.setdefault(len(word), []).append(word)
        self._beginnings: dict[int, dict[str, int]] = {}
        self._answers: dict[tuple[str, int, int], list[str]] = {}

    def near(self, word: str, limit: int = 4) -> list[str]:
        """Return the nearest words: only those with the fewest edits, the most used first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        return self._within(word, 1 if len(word) < _TWO_EDITS else 2, limit)

    def beginnings(self, word: str, limit: int = 4) -> list[str]:
        """Return beginnings of known words that are one edit from an unfinished word."""
        if len(word) < _SHORTEST + 1 or not word.isalpha():
            return []
        if len(word) not in self._beginnings:
            begun: dict[str, int] = {}
            for known, records in self._records.items():
                if len(known) > len(word):
                    begun[known[: len(word)]] = begun.get(known[: len(word)], 0) + records
            self._beginnings[len(word)] = begun
        begun = self._beginnings[len(word)]
        return _nearest(word, list(begun), 1, begun, limit)

    def suggestions(self, word: str, limit: int = 3) -> list[str]:
        """Return words to suggest when nothing was found, further away than :meth:`near` looks."""
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        return self._within(word, 1 + len(word) // 3, limit)

    def _within(self, word: str, edits: int, limit: int) -> list[str]:
        key = (word, edits, limit)
        if key not in self._answers:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            self._answers[key] = self._look(word, edits, limit)
        return self._answers[key]

    def _look(self, word: str, edits: int, limit: int) -> list[str]:
        candidates = [
            candidate
            for length in range(len(word) - edits, len(word) + edits + 1)
            for candidate in self._by_length.get(length, ())
        ]
        return _nearest(word, candidates, edits, self._records, limit)


def _nearest(
    word: str, candidates: list[str], edits: int, records: Mapping[str, int], limit: int
) -> list[str]:
    """Return the candidates with the fewest edits; same first letter and frequent ones first."""
    # Loaded with the first unknown word, which is after the window is painted.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=edits, limit=None)
    fewest = min((distance for _, distance, _ in found), default=0)
    best = [candidate for candidate, distance, _ in found if distance == fewest]
    best.sort(key=lambda one: (one[0] != word[0], -records[one], one))
    return best[:limit]


def nearest(text: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return the choices that are nearest to a text, for suggestions; none that are far off."""
    # Loaded only when something was not found.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    allowed = max(2, len(text) // 3)
    found = process.extract(
        text[:100], list(choices), scorer=OSA.distance, score_cutoff=allowed, limit=limit
    )
    return [choice for choice, _, _ in found]
