"""A publisher's repository in a temporary folder, and a plain TUF client that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sample_sources import FILES, write_files
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import Updater
from tuf.ngclient.fetcher import FetcherInterface

from feltperm.packs.trust.index import INDEX_TARGET, PackIndex, decode_index
from feltperm.packs.trust.source import Source, decode_source
from feltperm_publish.lint import check
from feltperm_publish.place import Place
from feltperm_publish.repository.create import Wanted, create
from feltperm_publish.repository.current import Current, read_current
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import KeyRing
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.release import Content, Made, make_release, publish, read_content
from feltperm_publish.repository.verify import Proof, verify

#: The Friday on which the tests publish.
NOW = datetime(2026, 11, 27, 14, 55, tzinfo=UTC)
WORDS = "correct horse battery"
SERVICE = "catalogue/services/svc-sample.md"


def refuse(question: str) -> str:
    raise AssertionError(f"asked: {question}")


@dataclass
class Home:
    """A repository, its keys and the day it is."""

    path: Path
    now: datetime = NOW

    @property
    def repository(self) -> Path:
        return self.path / "repository"

    @property
    def folder(self) -> Folder:
        return Folder(self.repository)

    @property
    def keys(self) -> Path:
        return self.path / "keys"

    @property
    def passphrase(self) -> Path:
        self.path.mkdir(exist_ok=True)
        file = self.path / "passphrase.txt"
        if not file.exists():
            file.write_text(f"{WORDS}\n", encoding="utf-8")
        return file

    @property
    def current(self) -> Current:
        return read_current(self.folder)

    @property
    def index(self) -> PackIndex:
        return self.current.index

    def passphrases(self) -> Passphrases:
        return Passphrases({"": self.passphrase}, refuse)

    def ring(self, *folders: Path) -> KeyRing:
        return KeyRing(folders or (self.keys,), self.passphrases())

    def create(self, root_keys: int = 1, threshold: int = 1) -> Source:
        wanted = Wanted(
            self.repository, "Prøveutgiver", "https://example.org/p/", self.keys, root_keys,
            threshold,
        )  # fmt: skip
        return create(wanted, self.passphrases(), self.now)[0]

    def content(self, sources: Path, pack: str = "sample") -> Content:
        place = Place(sources, self.sources())
        read, _, findings = check(place, self.now.date())
        assert not [one for one in findings if one.severity == "error"]
        assert read.header
        assert read.header.pack == pack
        return read_content(place, read)

    def make(self, sources: Path, pack: str = "sample") -> Made | None:
        return make_release(self.folder, self.current, self.content(sources, pack), self.today)

    def release(self, sources: Path, pack: str = "sample") -> Made:
        made = self.make(sources, pack)
        assert made
        publish(self.folder, self.current, made, self.ring(), self.now)
        return made

    def sources(self, name: str = "sources") -> Path:
        path = self.path / name
        return path if path.exists() else write_files(path, FILES)

    def verify(self) -> Proof:
        return verify(self.folder, self.now)

    @property
    def today(self) -> date:
        return self.now.date()

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)


def edit(sources: Path, text: str) -> None:
    """Give the sample service another text."""
    path = sources / SERVICE
    front = path.read_text(encoding="utf-8").rpartition("---\n")[0]
    path.write_text(f"{front}---\n{text}\n", encoding="utf-8")


def state(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Client:
    """What any program that speaks TUF sees; keeps its metadata between two looks."""

    def __init__(self, repository: Path, own: Path) -> None:
        source = decode_source((repository / "source.json").read_bytes())
        own.mkdir(parents=True)
        self._root, self._own, self._fetcher = source.root, own, _Files(repository)
        self._updater: Updater | None = None

    def refresh(self, now: datetime = NOW) -> PackIndex:
        self._updater = Updater(
            str(self._own), "repo:/metadata/", str(self._own), "repo:/targets/", self._fetcher,
            bootstrap=self._root,
        )  # fmt: skip
        # the library asks the machine's clock, and a test is run in any year
        self._updater._trusted_set.reference_time = now
        self._updater.refresh()
        return decode_index(self.get(INDEX_TARGET))

    def get(self, name: str) -> bytes:
        assert self._updater
        info = self._updater.get_targetinfo(name)
        assert info, name
        return Path(self._updater.download_target(info, str(self._own / "target"))).read_bytes()


class _Files(FetcherInterface):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self._folder / url.removeprefix("repo:/")
        if not path.is_file():
            raise DownloadHTTPError(url, 404)
        yield path.read_bytes()
