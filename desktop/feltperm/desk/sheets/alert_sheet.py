"""The poster of an alert, built of ready-checked lines (SCREENS section 1, J2).

What is printed in other languages comes from the phrase bank only, with the alert's own dates and
places filled in; the alert's own Norwegian words stand on the bokmål sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from feltperm.catalogue.dates import parse_date, short_date
from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import LANGUAGES, Alert, Text
from feltperm.desk.alerts import is_withdrawn
from feltperm.desk.sheets.print import WITHDRAWN, doubts, narrow, sheet_foot, sheet_words
from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.errors import NotFound, PaperFailed
from feltperm.paper.forms import AlertJob, AlertLine
from feltperm.paper.job import Ink, Notice, Paper, SiteBox, with_code
from feltperm.wording import say

__all__ = ["FILLED", "ICONS", "alert_job", "alert_languages", "load_phrases"]

#: What the sheet says of itself; the alert chooses the rest.
_LEVEL, _VALID, _SIGNS, _ASK = "alert.level", "alert.valid", "alert.signs", "alert.ask_us"
_SURE = {"confirmed": "alert.confirmed", "suspected": "alert.suspected"}
_SEEN = "alert.seen_where"
#: The headings of what is known and of what to do, on the sheet of something that is sold or taken.
_KNOWN, _CARE = "alert.what_we_know", "alert.do.look_after"
_CLOSED, _OPENS = "ops.closed_until", "ops.opens_again"
#: The lines whose blanks an alert fills.
FILLED = frozenset({_VALID, _SEEN, _CLOSED, _OPENS})
#: The pictogram of an advice; what is done, never a mood.
ICONS = {
    "alert.do.not_alone": "two_people",
    "alert.do.look_after": "two_people",
    "alert.do.say_if_bad": "talk",
    "alert.do.carry_naloxone": "naloxone",
    "alert.do.naloxone_here": "naloxone",
    "alert.do.more_doses": "naloxone",
    "alert.do.call_113": "phone",
    "alert.do.not_yourself": "two_people",
    "alert.do.no_mixing": "no_mixing",
    "alert.do.smoke_safer": "smoke",
    "alert.do.bring_to_us": "talk",
    "alert.tell_others": "talk",
    "ops.temp_closed": "clock",
    "ops.closed_until": "clock",
    "ops.closed_today": "clock",
    "ops.opens_again": "clock",
    "ops.open_from_to": "clock",
    "ops.as_usual": "clock",
    "ops.hours_changed": "clock",
    "ops.moved": "place",
    "ops.where_instead": "place",
    "ops.not_settled": "phone",
    "ops.call_before": "phone",
    "infect.title": "warning",
    "infect.wash": "hands",
    "infect.sanitiser": "hands",
    "infect.distance": "distance",
    "infect.no_sharing": "no_sharing",
    "infect.test_here": "test_tube",
    "infect.tell_staff": "talk",
}


class _Phrase(msgspec.Struct, frozen=True):
    text: Text


class _Phrases(msgspec.Struct, frozen=True):
    phrases: dict[str, _Phrase]


def load_phrases(path: Path) -> dict[str, Text]:
    """Read the compiled ``phrases.json``: wordings by id, blank ones left out.

    Raises:
        PaperFailed: the file is missing or is not what the compiler wrote.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_Phrases)
    except (OSError, ValueError, RecursionError) as error:
        raise PaperFailed(
            say("Varselplakater kan ikke lages: setningene på dem er skadet. Varselet kan leses."),
            f"{path.name}: {error}",
        ) from error
    return {
        name: {code: wording for code, wording in phrase.text.items() if wording}
        for name, phrase in found.phrases.items()
    }


def alert_languages(alert: Alert, phrases: Mapping[str, Text]) -> tuple[str, ...]:
    """Return the languages in which every line of the alert's poster is known."""
    used = [phrases.get(name, {}) for name in _used(alert)]
    return tuple(code for code in LANGUAGES if used and all(code in text for text in used))


def alert_job(
    entry: Entry,
    area: str,
    services: Sequence[str],
    phrases: Mapping[str, Text],
    site: SiteBox | None,
    languages: Sequence[str],
    paper: Paper,
    ink: Ink,
    today: date,
    labels: Mapping[str, Text],
) -> AlertJob:
    """Return the job of an alert's poster: the arguments are those of a poster's.

    Args:
        area: whom the alert is for, in words.
        services: the names of those it closes or changes, as they are called in Norwegian.
        phrases: the phrase bank (:func:`load_phrases`).

    Raises:
        NotFound: not an alert, one without lines for a poster, or not to be had in a language.
        PaperFailed: more languages than a sheet has room for.
    """
    alert = entry.record
    if not isinstance(alert, Alert) or not alert.phrases:
        raise NotFound(say("Dette varselet har ingen plakat."), str(entry.ref))
    chosen = _chosen(alert, languages, phrases)
    lines = _Lines(alert, phrases, chosen)
    own = {code: alert.title[code] for code in chosen if alert.title.get(code)}
    translated = any(code != "nb" for code in chosen)
    notices = [
        *_ended(alert, today),
        *doubts(alert.sources, alert.needs_check, "nb" not in alert.reviewed, chosen, labels),
    ]
    if translated:
        notices.append(Notice(kind="translation", text=narrow(labels["not_checked"], chosen)))
    return with_code(
        AlertJob(
            record=str(entry.ref),
            paper=paper,
            ink=ink,
            colour="alert",
            languages=chosen,
            title={**lines.level(), **own},
            subtitle=lines.under_title(area, own),
            items=(*lines.named(services), *lines.known(), *lines.advice()),
            heads=lines.heads(),
            box_heading=lines.say(_ASK),
            site=site,
            words=sheet_words(labels, chosen),
            notices=tuple(notices),
            foot=sheet_foot(alert.sources, entry.header.published, alert.valid_until, today),
        )
    )


def _used(alert: Alert) -> list[str]:
    """Return the ids of every line on the alert's poster."""
    signs = [_SIGNS] if any(map(_is_sign, alert.phrases)) else []
    sure = [_SURE[alert.certainty]] if alert.certainty else []
    seen = [_SEEN] if alert.seen_place and alert.seen_on else []
    return [f"{_LEVEL}.{alert.level}", _VALID, _ASK, *signs, *sure, *seen, *alert.phrases]


def _chosen(alert: Alert, asked: Sequence[str], phrases: Mapping[str, Text]) -> tuple[str, ...]:
    """Return the sheet's languages; nobody has reviewed the bank, so bokmål stands too."""
    chosen = tuple(dict.fromkeys(asked)) or ("nb",)
    known = alert_languages(alert, phrases)
    for code in chosen:
        if code not in known:
            name = LANGUAGE_NAMES.get(code, code)
            raise NotFound(say("Varselplakaten finnes ikke på {name} ennå.", name=name), code)
    if "nb" not in chosen:
        chosen = (*chosen, "nb")
    if len(chosen) > 2:
        raise PaperFailed(say("Arket har plass til to språk, og bokmål må være det ene."))
    return chosen


def _ended(alert: Alert, today: date) -> Iterable[Notice]:
    if is_withdrawn(alert, today):
        yield Notice(kind="expired", text={"nb": str(WITHDRAWN)})
    elif alert.valid_until and alert.valid_until < today.isoformat():
        end = short_date(alert.valid_until)
        yield Notice(kind="expired", text={"nb": f"Gjelder ikke etter {end}."})


class _Lines:
    """The rows of one alert's poster in the sheet's languages."""

    def __init__(self, alert: Alert, phrases: Mapping[str, Text], chosen: tuple[str, ...]) -> None:
        self._alert, self._phrases, self._chosen = alert, phrases, chosen

    def say(self, name: str) -> Text:
        """Return a line of the bank with the alert's own facts filled in."""
        text = narrow(self._phrases.get(name, {}), self._chosen)
        return {code: self._filled(name, wording) for code, wording in text.items()}

    def level(self) -> Text:
        """Return the word for how serious it is."""
        return self.say(f"{_LEVEL}.{self._alert.level}")

    def under_title(self, area: str, own: Text) -> Text:
        """Return level (where the title does not say it), area and days, on one line."""
        level, valid = self.level(), self.say(_VALID)
        return {
            code: " · ".join(filter(None, (level.get(code, "") * (code in own), area, valid[code])))
            for code in valid
        }

    def heads(self) -> dict[str, Text]:
        """Return the headings of the two parts, as far as the sheet's first language has them.

        There are none where it is about opening hours.
        """
        if not any(name.startswith("alert.do.") for name in self._alert.phrases):
            return {}
        heads = {"known": self.say(_KNOWN), "advice": self.say(_CARE)}
        return {
            part: {code: wording.rstrip(".") for code, wording in text.items()}
            for part, text in heads.items()
            if self._chosen[0] in text
        }

    def named(self, services: Sequence[str]) -> Iterator[AlertLine]:
        """Give the services it is about: a name is the same in every language."""
        for name in services:
            yield AlertLine(part="known", title=dict.fromkeys(self._chosen, name))

    def known(self) -> Iterator[AlertLine]:
        """Give what is known, how it looks, and the danger signs, in this order."""
        names = self._alert.phrases
        what = [name for name in names if not _is_sign(name) and not _is_advice(name)]
        sure = [_SURE[self._alert.certainty]] if self._alert.certainty else []
        seen = [_SEEN] if self._alert.seen_place and self._alert.seen_on else []
        if told_first := [*what, *sure, *seen]:
            first, *more = told_first
            told = self._joined(more)
            yield AlertLine(part="known", title=self.say(first), detail=told)
        if self._chosen[0] == "nb" and (looks := self._alert.appearance.get("nb")):
            title: Text = {"nb": "Slik ser det ut"}
            yield AlertLine(part="known", title=title, detail={"nb": looks})
        if signs := [name for name in names if _is_sign(name)]:
            yield AlertLine(part="known", title=self.say(_SIGNS), detail=self._joined(signs))

    def advice(self) -> Iterator[AlertLine]:
        """Give what to do, each with its pictogram; what is the heading is not said twice."""
        headed = "advice" in self.heads()
        for name in filter(_is_advice, self._alert.phrases):
            if not (headed and name == _CARE):
                icon = ICONS.get(name, "")
                yield AlertLine(part="advice", title=self.say(name), icon=icon)

    def _joined(self, names: Sequence[str]) -> Text:
        """Put lines after each other, each with its full stop."""
        made: dict[str, list[str]] = {}
        for name in names:
            for code, wording in self.say(name).items():
                made.setdefault(code, []).append(_sentence(wording))
        return {code: " ".join(parts) for code, parts in made.items()}

    def _filled(self, name: str, wording: str) -> str:
        alert = self._alert
        day = {_OPENS: _day_after(alert.valid_until), _CLOSED: alert.valid_until}
        facts = {
            "sted": alert.seen_place,
            "dato": short_date(day.get(name, alert.seen_on)),
            "fra": short_date(alert.valid_from),
            "til": short_date(alert.valid_until),
        }
        for name, fact in facts.items():
            wording = wording.replace(f"{{{name}}}", fact)
        return wording


def _day_after(iso: str) -> str:
    """Return the first day that an alert no longer holds; what it says where that is no date."""
    last = parse_date(iso)
    return (last + timedelta(1)).isoformat() if last and last < date.max else iso


def _is_sign(name: str) -> bool:
    return name.startswith("alert.sign.")


def _is_advice(name: str) -> bool:
    return name.startswith(("alert.do.", "ops.", "infect.", "alert.tell_"))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", "؟")) else f"{words}."
