"""The lock file pins everything that is named, with hashes, and says nothing about hosts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def pinned() -> dict[str, tuple[str, int]]:
    """Name to (version, number of hashes) of each entry of the lock file."""
    entries = re.split(r"^(?=[a-zA-Z0-9])", LOCK, flags=re.MULTILINE)
    found = {}
    for entry in filter(str.strip, entries):
        head = re.match(r"([A-Za-z0-9._-]+)==([^ ;\\\n]+)", entry)
        assert head, entry.splitlines()[0]
        found[canonicalize_name(head[1])] = (head[2], len(re.findall(r"--hash=sha256:", entry)))
    return found


def named() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for extra in project["project"]["optional-dependencies"].values():
        lines += extra
    return [Requirement(line) for line in [*lines, *project["build-system"]["requires"]]]


@pytest.mark.parametrize("requirement", named(), ids=str)
def test_each_named_library_is_pinned_to_a_version_that_fits(requirement: Requirement) -> None:
    version, _hashes = pinned()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


def test_each_pin_has_hashes() -> None:
    assert [name for name, (_version, hashes) in pinned().items() if hashes == 0] == []


def test_the_lock_names_no_host_and_no_source() -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", LOCK)
