"""A publisher of made catalogues: a real repository, signed with a key for show."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from feltperm.catalogue.records import Pack
from feltperm_publish.repository.create import Wanted, create
from feltperm_publish.repository.current import read_current
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import KeyRing
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.release import Content, Made, make_release, publish

__all__ = ["Publisher"]


class Publisher:
    """Makes a repository below a folder and releases packs in it.

    Args:
        folder: for the keys; the repository is ``repository`` below it.
        url: where the repository is served.
    """

    def __init__(self, folder: Path, url: str) -> None:
        self._folder = Folder(folder / "repository")
        keys, words = folder / "keys", folder / "passphrase.txt"
        words.write_text("for the benchmark only\n", encoding="utf-8")
        passphrases = Passphrases({"": words})
        create(
            Wanted(self._folder.path, "Utgiver", url, keys, root_keys=1, threshold=1),
            passphrases,
            datetime.now(UTC),
        )
        self._ring = KeyRing([keys], passphrases)

    def release(self, pack: Pack) -> Made:
        """Publish a pack under its own seq."""
        current, today = read_current(self._folder), datetime.now(UTC)
        content = Content(pack.header, pack.records, {}, least=pack.header.seq)
        made = make_release(self._folder, current, content, today.date())
        assert made is not None
        publish(self._folder, current, made, self._ring, today)
        return made
