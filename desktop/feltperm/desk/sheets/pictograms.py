"""What the program's own drawings show: their names, and their words for those who choose one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from feltperm.wording import say

__all__ = ["load_pictogram_names"]

#: What the drawings are called, so that it can be said in the window's language.
_SAID = (
    say("Arm med bandasje"), say("Avfallsbøtte"), say("Ball"), say("Bil"), say("Bloddråpe"),
    say("Blåse luft inn i munnen på en som ligger"), say("Brev"), say("Dusj"),
    say("En person som blir hos en som ligger"), say("Faretegn"), say("Flaske med faretegn"),
    say("Genser"), say("Graviditetstest"), say("Hammer"), say("Hjerte med puls"),
    say("Hjerte- og lungeredning"), say("Hund"), say("Hus med hjerte"), say("Hånd og vann"),
    say("Klokke"), say("Kondom i pakning"), say("Kopp"), say("Kvinnetegn"), say("Lunger"),
    say("Lupe over en tablett"), say("Låst skap"), say("Løftet hånd: stopp"), say("Medisin"),
    say("Mynter"), say("Nesespray"), say("Nøkkel"), say("Person"), say("Person med kors"),
    say("Person med ryggsekk som går"), say("Person som roper"), say("Pipe med røyk"),
    say("Prøveglass"), say("Ren sprøyte"), say("Rom med stol"), say("Rullestol"), say("Se etter"),
    say("Seng"), say("Skjema med penn"), say("Skjerm"), say("Skjold med kors"), say("Skålvekt"),
    say("Snakkebobler med to språk"), say("Spire"), say("Spørsmål"), say("Stabilt sideleie"),
    say("Sted på kartet"), say("Stetoskop"), say("Suppebolle med damp"), say("Sykehus"),
    say("Tann"), say("Telefon med lyn"), say("Telefonrør"), say("To personer"),
    say("To personer med avstand"), say("To personer som går sammen"),
    say("To personer som ikke deler"), say("To snakkebobler"), say("To stoffer som ikke blandes"),
    say("Toalett"), say("Tommel som trykker inn et stempel"), say("Trapp som går ned"),
    say("Vanndråpe"), say("Varmeovn"), say("Vaskemaskin"), say("Øre som lytter"),
)  # fmt: skip
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")


def load_pictogram_names(folder: Path) -> Mapping[str, str]:
    """Return what each drawing of the program's folder shows, by its name without ``.svg``."""
    said, found = {str(one): one for one in _SAID}, {}
    for path in sorted(folder.glob("*.svg")):
        title = _TITLE.search(path.read_text(encoding="utf-8"))
        if title:
            found[path.stem] = said.get(title[1].strip(), title[1].strip())
    return found
