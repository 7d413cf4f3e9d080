"""Qt's own words in bokmål: it has no such translation of its own (DESIGN section 8).

Covers what our window can bring up: the menus of text fields, the file dialog that Qt draws where
the system has none, and the standard buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

__all__ = ["BOKMAL", "QtWords", "speak_norwegian"]

#: Qt's wording in English, and ours. A «&» marks the letter of the shortcut.
BOKMAL = {
    # the menus of text fields
    "&Undo": "&Angre",
    "&Redo": "&Gjør om",
    "Cu&t": "Klipp &ut",
    "&Copy": "&Kopier",
    "Copy &Link Location": "Kopier &lenken",
    "&Paste": "&Lim inn",
    "Delete": "Slett",
    "Select All": "Merk alt",
    # the menus of number fields and scroll bars
    "&Select All": "&Merk alt",
    "&Step up": "&Flere",
    "Step &down": "F&ærre",
    "Scroll here": "Rull hit",
    "Top": "Til toppen",
    "Bottom": "Til bunnen",
    "Page up": "En side opp",
    "Page down": "En side ned",
    "Scroll up": "Rull opp",
    "Scroll down": "Rull ned",
    # standard buttons
    "OK": "OK",
    "Cancel": "Avbryt",
    "Close": "Lukk",
    "&Close": "&Lukk",
    "Save": "Lagre",
    "Open": "Åpne",
    "&Yes": "&Ja",
    "&No": "&Nei",
    # the file dialog
    "&Look in:": "&Mappe:",
    "File &name:": "Fil&navn:",
    "&File name:": "&Filnavn:",
    "Directory:": "Mappe:",
    "Files of &type:": "Fil&type:",
    "Show ": "Vis ",
    "Drive": "Disk",
    "&Save": "&Lagre",
    "&Open": "&Åpne",
    "&Choose": "&Velg",
    "All Files (*)": "Alle filer (*)",
    "Back": "Tilbake",
    "Forward": "Fram",
    "Parent Directory": "Mappen over",
    "Create New Folder": "Ny mappe",
    "Create a New Folder": "Lag en ny mappe",
    "&New Folder": "&Ny mappe",
    "New Folder": "Ny mappe",
    "&Rename": "Gi nytt &navn",
    "&Delete": "&Slett",
    "Show &hidden files": "Vis &skjulte filer",
    "List View": "Liste",
    "Detail View": "Detaljer",
    "Change to list view mode": "Vis som liste",
    "Change to detail view mode": "Vis med detaljer",
    "Go back": "Gå tilbake",
    "Go forward": "Gå fram",
    "Go to the parent directory": "Gå til mappen over",
    "Sidebar": "Sidefelt",
    "List of places and bookmarks": "Liste over steder og bokmerker",
    "Computer": "Datamaskin",
    "Name": "Navn",
    "Size": "Størrelse",
    "Type": "Type",
    "Kind": "Type",
    "Date Modified": "Endret",
    "File": "Fil",
    "Folder": "Mappe",
    "Files": "Filer",
    "%1 already exists.\nDo you want to replace it?": "%1 finnes fra før.\nVil du erstatte den?",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "Fant ikke mappen %1.\nKontroller navnet."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "Fant ikke filen %1.\nKontroller navnet."
    ),
}


class QtWords(QTranslator):
    """Answers for Qt's own texts; our own are in bokmål as they stand."""

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """Return the wording for one of Qt's texts, or an empty string for any other."""
        wording = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        return BOKMAL.get(wording, "")

    def isEmpty(self) -> bool:
        """Say that there are words here, although none were loaded from a file."""
        return False


def speak_norwegian(parent: QObject) -> None:
    """Give Qt's texts their bokmål, for what is made from now on."""
    QCoreApplication.installTranslator(QtWords(parent))
