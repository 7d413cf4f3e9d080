"""The window's language: its translations, and how dates, times and numbers are written in it.

One language for the whole window, chosen in :class:`~feltperm.ui.toolkit.look.Look` and installed
before the widgets are made (they are made anew when it changes). What stands on paper keeps the
language of the sheet; that is the desk's business.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Literal, TypeAlias, cast

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator

__all__ = [
    "NAMES", "Language", "clock", "clock_time", "day_and_month", "decimal", "language", "long_date",
    "short_date", "short_weekday", "speak", "weekday",
]  # fmt: skip

Language: TypeAlias = Literal["nb", "nn", "en"]

#: What each language calls itself.
NAMES: dict[Language, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
#: British English, as the day comes before the month here.
_LOCALES: dict[Language, str] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_OURS = "feltperm-language"


def speak(app: QCoreApplication, language: Language, folder: Path) -> None:
    """Let everything that is made from now on be said in this language.

    Args:
        folder: the compiled translations. ``qt_*.qm`` are Qt's own words, which it has in neither
            bokmål nor nynorsk (DESIGN section 8); ``feltperm_*.qm`` are ours. Without a file the
            window keeps to bokmål, and Qt to English.
    """
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for name in (f"qt_{language}", f"feltperm_{language}"):
        words = QTranslator(app)
        words.setObjectName(_OURS)
        if words.load(str(folder / f"{name}.qm")):
            app.installTranslator(words)


def language() -> Language:
    """Return the language that the window speaks."""
    known = QLocale().name()
    return next((code for code, name in _LOCALES.items() if name == known), "nb")


def long_date(day: str | date) -> str:
    """Return «22. november 2026»; a string that is no ISO date comes back as it is."""
    return _written(day, "d MMMM yyyy" if language() == "en" else "d. MMMM yyyy")


def short_date(day: str | date) -> str:
    """Return «22.11.2026»; a string that is no ISO date comes back as it is."""
    return _written(day, "dd/MM/yyyy" if language() == "en" else "dd.MM.yyyy")


def day_and_month(day: str | date) -> str:
    """Return «22. november»."""
    return _written(day, "d MMMM" if language() == "en" else "d. MMMM")


def weekday(day: date | int) -> str:
    """Return «søndag»; Monday is 0, as in Python."""
    number = day if isinstance(day, int) else day.weekday()
    return _locale().dayName(number + 1)


def short_weekday(day: date) -> str:
    """Return «søn.»."""
    return _locale().dayName(day.weekday() + 1, QLocale.FormatType.ShortFormat)


def clock_time(moment: datetime) -> str:
    """Return «9» or «15.30», as times are written (the head of SCREENS); «9:00» in English."""
    if language() == "en":
        return f"{moment.hour}:{moment.minute:02}"
    return f"{moment.hour}.{moment.minute:02}".removesuffix(".00")


def clock(time: str) -> str:
    """Return a time of day (``09:00``) as :func:`clock_time` writes it."""
    hour, _, minute = time.partition(":")
    hour = hour.removeprefix("0") if len(hour) == 2 else hour
    return f"{hour}:{minute}" if language() == "en" else f"{hour}.{minute}".removesuffix(".00")


def decimal(number: float) -> str:
    """Return «4,1»."""
    return _locale().toString(number, "f", 1)


def _locale() -> QLocale:
    """Return the window's; that of the machine is not asked, before the language is known."""
    return QLocale(_LOCALES[language()])


def _written(day: str | date, pattern: str) -> str:
    known = day if isinstance(day, date) else _parsed(day)
    if known is None:
        return cast(str, day)
    return _locale().toString(QDate(known.year, known.month, known.day), pattern)


def _parsed(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        return None
