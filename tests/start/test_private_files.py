"""What a person keeps is readable by nobody else on a laptop that several use."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from feltperm import app_desk
from feltperm.app_updates import open_updates
from feltperm.paths import find_paths

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")


def others_may(folder: Path) -> bool:
    return bool(stat.S_IMODE(folder.stat().st_mode) & 0o077)


@pytest.mark.parametrize("first", ["the desk", "the updates"])
def test_only_the_owner_gets_into_the_folder_of_what_is_kept(tmp_path: Path, first: str) -> None:
    paths = find_paths(tmp_path / "p")
    before = os.umask(0o022)
    try:
        if first == "the updates":
            open_updates(paths).close()
        app_desk.open_desk(paths).close()
    finally:
        os.umask(before)
    assert paths.binder.is_file()
    assert not others_may(paths.data)


def test_a_folder_that_a_team_shares_stays_shared(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "p")
    paths.data.mkdir(parents=True)
    paths.data.chmod(0o770)
    app_desk.open_desk(paths).close()
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o770
