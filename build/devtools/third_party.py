"""List what others made of what the program carries: name, version, licence, where from.

Run by the Python of ``.venv``: ``python -m devtools.third_party FILE``. Only what the program
itself needs, with what that needs in turn; the publisher's and the developers' libraries are not
carried.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from devtools.places import ROOT

__all__ = ["carried", "table"]

#: A library names it, and no program needs it.
_NOT_CARRIED = {"pip"}
_NAME = re.compile(r"^[A-Za-z0-9._-]+")


def carried() -> list[Distribution]:
    """Return the libraries that the program needs, with what they need, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Distribution] = {}
    waiting = list(map(_name, project["project"]["dependencies"]))
    while waiting:
        name = waiting.pop()
        if name in found or name in _NOT_CARRIED:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # not for this Python or this system
            continue
        waiting += _needs(found[name])
    return [found[name] for name in sorted(found)]


def table() -> str:
    """Return the list as Markdown."""
    rows = "\n".join(f"| {one.name} | {one.version} | {_licence(one)} |" for one in carried())
    return (
        "# What others made\n\n"
        "The libraries that Feltperm carries, made by `python3 build/dev.py third-party`. Their\n"
        "licence texts lie beside them in the bundle.\n\n"
        "| library | version | licence |\n| --- | --- | --- |\n" + rows + "\n\n"
        "The interface's icons are Lucide's (ISC). The fonts are Noto Sans and IBM Plex Sans\n"
        "Arabic (SIL Open Font License 1.1).\n"
    )


def _needs(one: Distribution) -> Iterator[str]:
    for line in one.requires or ():
        if "extra ==" not in line:
            yield _name(line)


def _name(requirement: str) -> str:
    found = _NAME.match(requirement)
    return re.sub(r"[._]+", "-", found[0]).lower() if found else ""


def _licence(one: Distribution) -> str:
    told = _said(one, "License-Expression")
    if told:
        return told
    classes = one.metadata.get_all("Classifier") or []
    ends = [line.rsplit("::", 1)[1].strip() for line in classes if line.startswith("License ::")]
    named = [end for end in ends if end != "OSI Approved"]
    first = _said(one, "License").strip().splitlines()[:1]
    return ", ".join(named) or "".join(first)[:80] or "see its files"


def _said(one: Distribution, field: str) -> str:
    return str((one.metadata.get_all(field) or [""])[0])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(table(), encoding="utf-8")
