"""The small files of the compiled folder: word lists, municipalities, icons.

YAML and CSV become JSON here, so that the program parses them in a millisecond and needs no YAML.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import lucide
import msgspec

from feltperm.catalogue.areas import Municipality
from feltperm.catalogue.records import Text
from feltperm.desk.sheets.print import labels_of
from feltperm_publish import yamltext
from feltperm_publish.vocabulary import read_municipalities

__all__ = ["WORD_LISTS", "geography_json", "icon_names", "icon_svg", "word_list_json"]

#: ``vocabulary/<name>.yaml`` becomes ``<name>.json``; all scalars stay strings.
WORD_LISTS = (
    "audiences", "categories", "labels", "offers", "phrases", "synonyms", "terms", "topics",
)  # fmt: skip


def word_list_json(resources: Path, name: str) -> bytes:
    """Return one word list as JSON, in the order of its source."""
    return _json(yamltext.read(resources / "vocabulary" / f"{name}.yaml"))


def sheet_labels(resources: Path) -> dict[str, Text]:
    """Return the fixed words of sheets by name, as the program loads them from ``labels.json``."""
    return labels_of(word_list_json(resources, "labels"))


def phrase_texts(resources: Path) -> dict[str, Text]:
    """Return the lines of the phrase bank by id, blank ones left out."""
    phrases = yamltext.read(resources / "vocabulary" / "phrases.yaml")["phrases"]
    return {
        name: {code: wording for code, wording in phrase["text"].items() if wording}
        for name, phrase in phrases.items()
    }


def municipalities(resources: Path) -> list[Municipality]:
    """Return the municipalities, ordered by number.

    Raises:
        ValueError: a row lacks a field or has a coordinate that is no number.
    """
    rows = read_municipalities(resources)
    return [msgspec.convert(row, Municipality, strict=False) for row in rows]


def geography_json(resources: Path) -> bytes:
    """Return the municipalities as a JSON list; raises as :func:`municipalities`."""
    return _json(municipalities(resources))


def icon_names(resources: Path) -> dict[str, str]:
    """Return the icons the window needs: our name -> the drawn family's own name.

    Those of ``icons/lucide.txt``, and the sign of each offer.
    """
    offers = yamltext.read(resources / "vocabulary" / "offers.yaml")["offers"]
    names = {offer["icon"]: offer["icon"] for offer in offers.values() if "icon" in offer}
    for line in (resources / "icons" / "lucide.txt").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            names[words[0]] = words[-1]
    return names


def icon_svg(name: str) -> bytes:
    """Return an icon of the family, as drawn.

    Raises:
        ValueError: the family has no icon of that name.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        if name not in lucide.get_icon_list():
            raise ValueError(f"there is no Lucide icon {name!r}")
        svg: str = lucide.lucide_icon(name)
    return svg.encode() + b"\n"


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value) + b"\n"
