"""The shortcuts, for the help page; a test compares them with the window's own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["KEYS"]

KEYS: tuple[tuple[str, object], ...] = (
    ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "Gå til søkefeltet")),
    ("F2", QT_TRANSLATE_NOOP("Help", "Åpne akuttkortet")),
    ("Ctrl+D", QT_TRANSLATE_NOOP("Help", "Sett stjerne, eller fjern den")),
    ("Ctrl+L", QT_TRANSLATE_NOOP("Help", "Legg stedet på utdelingsarket")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "Angre det siste du fjernet")),
    ("Alt+Left", QT_TRANSLATE_NOOP("Help", "Tilbake til det du så på")),
    ("Alt+Right", QT_TRANSLATE_NOOP("Help", "Fram igjen")),
    ("Ctrl+H", QT_TRANSLATE_NOOP("Help", "Sist lest")),
    ("Ctrl++", QT_TRANSLATE_NOOP("Help", "Større tekst")),
    ("Ctrl+-", QT_TRANSLATE_NOOP("Help", "Mindre tekst")),
    ("Ctrl+0", QT_TRANSLATE_NOOP("Help", "Tekst i maskinens størrelse")),
    ("Ctrl+,", QT_TRANSLATE_NOOP("Help", "Innstillinger")),
    ("F1", QT_TRANSLATE_NOOP("Help", "Hjelp")),
    ("Shift+F1", QT_TRANSLATE_NOOP("Help", "Forklar ordene på siden")),
    ("Ctrl+F", QT_TRANSLATE_NOOP("Help", "Finn på siden")),
    ("Alt+1 … 0", QT_TRANSLATE_NOOP("Help", "Gå til siden i menyen")),
    ("Esc", QT_TRANSLATE_NOOP("Help", "Lukk, eller tøm søket")),
)
