"""Everything that must be right before a pack goes out: the records, and the sheets they print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from feltperm.app import open_press
from feltperm_publish.findings import Finding, has_errors
from feltperm_publish.fit import too_long
from feltperm_publish.lint import check
from feltperm_publish.overlap import borrowed
from feltperm_publish.place import Place
from feltperm_publish.sources import Sources

__all__ = ["judge"]


def judge(
    place: Place, today: date, texts: Mapping[str, str] | None = None
) -> tuple[Sources, list[Finding]]:
    """Read and judge the sources, and set every poster once if the records have no errors.

    Args:
        today: the day they are judged on.
        texts: source texts by name that no record may repeat.

    Raises:
        OSError, ValueError: as :func:`feltperm_publish.lint.check`.
    """
    sources, _, findings = check(place, today)
    if texts:
        findings += borrowed(sources, dict(texts))
    if not has_errors(findings):
        with open_press() as press:
            findings += too_long(sources, press, place.words, today)
    return sources, findings
