"""The only words on a client sheet: weekdays, labels, offers and phrases, in eight languages.

A wording that is not known in the language falls back to bokmål, which the layout marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from feltperm.catalogue.fold import fold
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Text, pick
from feltperm.catalogue.vocabulary import Offer
from feltperm.desk.sheets.print import narrow
from feltperm.desk.sheets.timetable import hours_said

__all__ = ["DRAFTS", "ClientWords"]

#: The languages whose words no native reader has read (DESIGN section 7).
DRAFTS = frozenset({"se", "pl", "uk", "ar", "so"})


class ClientWords:
    """The words of one sheet, in its language."""

    def __init__(
        self,
        labels: Mapping[str, Text],
        phrases: Mapping[str, Text],
        offers: Mapping[str, Offer],
        language: str,
    ) -> None:
        """Remember the language; anything but bokmål has bokmål beside it in the band.

        Args:
            labels: fixed words by label, the weekdays among them as ``day.MO``.
            phrases: the phrase bank.
            offers: what one can get, by id.
        """
        self._labels, self._words = labels, {**phrases, **labels}
        self._offers, self.language = offers, language
        self.languages = (language,) if language == "nb" else (language, "nb")
        self._named: dict[str, Text] | None = None

    def say(self, name: str, **blanks: str) -> Text:
        """Return a label or a phrase in the language, else in bokmål, with its blanks filled."""
        return self._filled(narrow(self._words.get(name, {}), (self.language,)), blanks)

    def both(self, name: str, **blanks: str) -> Text:
        """Return it in the language and in bokmål."""
        return self._filled(narrow(self._words.get(name, {}), self.languages), blanks)

    def norwegian(self, name: str) -> str:
        """Return a label or a phrase in bokmål."""
        return self._words.get(name, {}).get("nb", "")

    def offer(self, name: str) -> Text:
        """Return what is offered, in the language, else in bokmål; empty for an unknown id."""
        known = self._offers.get(name)
        return narrow(known.label, (self.language,)) if known else {}

    def pictogram(self, name: str) -> str:
        """Return the name of the drawing of what is offered; empty where there is none."""
        known = self._offers.get(name)
        return known.pictogram if known else ""

    def offer_in_norwegian(self, name: str) -> str:
        """Return what is offered, in bokmål; empty for an unknown id."""
        known = self._offers.get(name)
        return pick(known.label)[1] if known else ""

    def named(self, description: Text) -> Text | None:
        """Return a description that is itself a controlled word, as in «Telefon»; else None.

        Any other description is somebody's own Norwegian, and is for the staff alone.
        """
        if self._named is None:
            known = [offer.label for offer in self._offers.values()]
            known.append(self._words.get("phone", {}))
            self._named = {fold(one.get("nb", "")): one for one in known}
        found = self._named.get(fold(pick(description)[1]))
        return narrow(found, (self.language,)) if found else None

    def days(self, numbers: Iterable[int]) -> Text:
        """Return «mandag–fredag» or «onsdag, fredag» for weekdays from 0, Monday."""
        chosen = sorted(numbers)
        if len(chosen) == 7:
            return self.say("every_day")
        names = [pick(self.say(f"day.{day}"), self.language)[1] for day in DAYS]
        runs: list[list[int]] = []
        for number in chosen:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        parts = [
            part
            for run in runs
            for part in (
                [f"{names[run[0]]}–{names[run[-1]]}"]
                if len(run) > 2
                else [names[number] for number in run]
            )
        ]
        return {self.language: self._listed(parts)}

    def times(self, spans: Iterable[tuple[str, str]]) -> Text:
        """Return «kl. 9–11, 13–15.30» for pairs of clock times; 24 hours are said in words."""
        said = [hours_said(self._labels, *span) for span in dict.fromkeys(spans)]
        texts = [narrow(one, (self.language,)) for one in said]
        lead = pick(self.say("from_to"), self.language)[1].partition("{fra}")[0]
        code, first = next(iter(texts[0].items()))
        others = [pick(one, code)[1].removeprefix(lead) for one in texts[1:]]
        return {code: self._listed([first, *others])}

    def _listed(self, parts: list[str]) -> str:
        return ("، " if self.language == "ar" else ", ").join(parts)

    @staticmethod
    def _filled(text: Text, blanks: Mapping[str, str]) -> Text:
        made = dict(text)
        for name, value in blanks.items():
            made = {code: wording.replace(f"{{{name}}}", value) for code, wording in made.items()}
        return made
