"""What the other rooms say, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from feltperm.ui.toolkit.languages import (
    clock,
    day_and_month,
    decimal,
    language,
    long_date,
    short_date,
)
from feltperm.wording import Capital, Day, Said, Time, Worded

__all__ = ["CONTEXT", "recognised", "spoken"]

#: Where the sentences of :mod:`feltperm.wording` stand in the translations.
CONTEXT = "said"


def spoken(text: str) -> str:
    """Return a sentence in the window's language; a plain string comes back as it is.

    A sentence without a translation stays bokmål, but what is inside it is said all the same. So
    does a record's wording without one in the window's language.
    """
    if isinstance(text, Said):
        # nothing to translate where the template only joins parts
        words = QCoreApplication.translate(CONTEXT, text.template) if text.template else ""
        values = {name: _value(value) for name, value in text.values.items()}
        return words.format(**values) if values else words
    if isinstance(text, Day):
        return {"long": long_date, "short": short_date, "month": day_and_month}[text.form](text.iso)
    if isinstance(text, Capital):
        words = spoken(text.words)
        return words[:1].upper() + words[1:]
    if isinstance(text, Worded):
        return text.others.get(language(), str(text))
    return clock(text.iso) if isinstance(text, Time) else text


def recognised(text: str) -> str:
    """Return words of ours that were stored as plain text, such as «Hele landet», as spoken.

    Anything else comes back as it is.
    """
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def _value(value: object) -> object:
    if isinstance(value, float):
        return decimal(value)
    return spoken(value) if isinstance(value, str) else value
