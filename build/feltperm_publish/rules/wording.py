"""The words themselves: clean, short, and none that are contested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from feltperm.catalogue.records import Guidance, Organisation, Poster, Record, Service
from feltperm_publish.rules.context import Complaint, Context
from feltperm_publish.walk import strings

__all__ = [
    "LONGEST_SENTENCE", "markdown_loads_nothing", "no_banned_words", "numbers_are_known",
    "sentences", "sentences_are_short", "text_is_clean",
]  # fmt: skip

#: The most words in a sentence of guidance.
LONGEST_SENTENCE = 25
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")

_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--|&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")
#: Unicode's Bidi_Control.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")


def text_is_clean(record: Record, context: Context) -> Iterator[Complaint]:
    """Text is NFC without control characters and without HTML (DESIGN section 8)."""
    for path, text in strings(record):
        if not is_normalized("NFC", text):
            yield path, "is not in Unicode normal form NFC"
        if any(ord(sign) < 32 and sign != "\n" for sign in text):
            yield path, "has a control character"
        if found := _TURNING.search(text):
            yield path, f"has an invisible sign that turns the text round: U+{ord(found[0]):04X}"
        if found := _HTML.search(text):
            yield path, f"has HTML: {found[0]!r}"


def markdown_loads_nothing(record: Record, context: Context) -> Iterator[Complaint]:
    """A body shows no pictures and links only by https, mailto and tel (DESIGN section 8)."""
    for language, text in record.body.items():
        if "![" in text:
            yield f"body.{language}", "has a picture"
        for target in _LINK.findall(text):
            if not target.startswith(("https://", "mailto:", "tel:")):
                yield f"body.{language}", f"link to {target!r}: only https, mailto and tel open"


def sentences(text: str) -> Iterator[list[str]]:
    """Give the words of each sentence; a colon and a new line end one too."""
    for sentence in _SENTENCE.split(text):
        if words := _WORD.findall(sentence):
            yield words


def sentences_are_short(record: Record, context: Context) -> Iterator[Complaint]:
    """Guidance is read while somebody waits."""
    if not isinstance(record, Guidance):
        return
    for path, text in strings(record):
        if path.startswith(("sources", "alternate_names")):  # what is called what it is called
            continue
        for words in sentences(text):
            if len(words) > LONGEST_SENTENCE:
                begin = " ".join(words[:4])
                yield (
                    path,
                    f"{len(words)} words in «{begin} …»: split it, {LONGEST_SENTENCE} at most",
                )


def no_banned_words(record: Record, context: Context) -> Iterator[Complaint]:
    """Contested advice, outdated numbers and words that hurt stay out (vocabulary/banned.yaml).

    Names are free: an organisation is called what it is called, and people type what they type.
    """
    named: tuple[str, ...] = ("alternate_names", "sources", "provider", "url")
    if isinstance(record, Service | Organisation):
        named = (*named, "title")
    for path, text in strings(record):
        if path.startswith(named):
            continue
        for phrase, instead in context.vocabulary.banned.items():
            if found := re.search(phrase, text, re.IGNORECASE):
                yield path, f"«{found[0]}»: {instead}"


#: A number somebody can ring as it stands in a text: 22 40 00 40, 915 08 588, 116 117.
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d )(?:\d\d \d\d \d\d \d\d|\d{3} \d\d \d{3}|116 \d{3})(?![\d ]?\d)"
)


def numbers_are_known(record: Record, context: Context) -> Iterator[Complaint]:
    """A number in running text is that of a record, so that it cannot grow old alone."""
    if not isinstance(record, Guidance | Poster):
        return
    for path, text in strings(record):
        for number in _NUMBER.findall(text):
            if number not in context.numbers:
                yield path, f"{number} is the number of no service: correct it, or add the service"
