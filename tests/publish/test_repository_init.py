"""A new repository: its keys, what any TUF client makes of it, and what is refused."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from repository_home import Client, Home, state

from feltperm.packs.trust.source import decode_source
from feltperm_publish.repository import files
from feltperm_publish.repository.create import Wanted, create
from feltperm_publish.repository.keys import key_name, role_keys


def test_a_client_takes_a_repository_without_packs(home: Home, tmp_path: Path) -> None:
    home.create(3, 2)
    assert Client(home.repository, tmp_path / "client").refresh().packs == {}
    assert not home.verify().findings


def test_source_file_holds_the_first_root_and_its_fingerprint(home: Home) -> None:
    source = home.create()
    root = (home.folder.metadata / "1.root.json").read_bytes()
    assert decode_source(home.folder.source.read_bytes()) == source
    assert source.root == root
    code = hashlib.sha256(root).hexdigest()
    assert source.fingerprint.replace(" ", "") == code[:24]
    assert [len(group) for group in source.fingerprint.split(" ")] == [4] * 6


def test_roles_have_keys_of_their_own_and_the_threshold_asked_for(home: Home) -> None:
    home.create(3, 2)
    root = home.current.root
    names = {role: [key_name(k) for k in role_keys(root, role)] for role in ("root", "targets")}
    assert names == {"root": ["root-1", "root-2", "root-3"], "targets": ["targets-1"]}
    assert root.roles["snapshot"].keyids == root.roles["timestamp"].keyids
    assert {root.keys[root.roles["snapshot"].keyids[0]].keyid} == {
        key.keyid for key in role_keys(root, "online")
    }
    assert root.roles["root"].threshold == 2
    assert len(root.keys) == 5


def test_dates_are_those_of_the_design(home: Home) -> None:
    home.create()
    current = home.current
    ends = [one.expires - home.now for one in (current.targets, current.snapshot)]
    assert current.root.expires.date() == home.today.replace(year=home.today.year + 5)
    assert ends == [timedelta(days=730), timedelta(days=400)]
    assert current.timestamp.expires == current.snapshot.expires


def test_only_the_online_key_opens_without_a_passphrase(home: Home) -> None:
    home.create(2, 1)
    locked = {path.name for path in home.keys.iterdir() if b"ENCRYPTED" in path.read_bytes()}
    assert locked == {"root-1.pem", "root-2.pem", "targets-1.pem"}
    assert {path.name for path in home.keys.iterdir()} - locked == {"online-1.pem"}


def test_no_private_key_lies_in_the_repository(home: Home) -> None:
    home.create()
    assert not [name for name, data in state(home.repository).items() if b"PRIVATE" in data]


def wanted(home: Home, **changes: object) -> Wanted:
    words = {
        "repository": home.repository, "name": "Prøve", "url": "", "keys": home.keys,
        "root_keys": 1, "threshold": 1,
    }  # fmt: skip
    return Wanted(**{**words, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"threshold": 2}, "2 of 1 root keys"),
        ({"threshold": 0}, "0 of 1 root keys"),
        ({"root_keys": 0}, "1 of 0 root keys"),
        ({"name": ""}, "could not add this source: a name"),
        ({"name": "Trygg\u202ekilde"}, "not shown"),
        ({"url": "ftp://example.org"}, "address"),
    ],
)
def test_what_can_not_be_is_refused_and_leaves_nothing(
    home: Home, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        create(wanted(home, **changes), home.passphrases(), home.now)
    assert not home.repository.exists()
    assert not home.keys.exists()


def test_a_folder_that_is_not_empty_is_left_alone(home: Home) -> None:
    home.repository.mkdir(parents=True)
    (home.repository / "mine.txt").write_text("mine")
    with pytest.raises(ValueError, match="is not empty"):
        home.create()
    assert state(home.repository) == {"mine.txt": b"mine"}
    assert not home.keys.exists()


def test_an_empty_folder_is_taken(home: Home) -> None:
    home.repository.mkdir(parents=True)
    home.create()
    assert not home.verify().findings


@pytest.mark.parametrize("inside", ["", "keys", "a/b"])
def test_keys_never_lie_in_what_is_uploaded(home: Home, inside: str) -> None:
    with pytest.raises(ValueError, match="which everybody can read"):
        create(wanted(home, keys=home.repository / inside), home.passphrases(), home.now)
    assert not home.repository.exists()


def test_keys_of_another_repository_stay(home: Home) -> None:
    home.create()
    before = state(home.keys)
    with pytest.raises(ValueError, match="keys of another repository"):
        create(wanted(home, repository=home.path / "second"), home.passphrases(), home.now)
    assert state(home.keys) == before
    assert not (home.path / "second").exists()


def test_a_full_disk_leaves_neither_keys_nor_repository(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files.write_whole

    def full(path: Path, data: bytes) -> None:
        if path.name == "timestamp.json":
            raise OSError("no space left")
        whole(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_whole", full)
        with pytest.raises(OSError, match="no space left"):
            home.create(2, 1)
    assert sorted(path.name for path in home.path.rglob("*") if path.is_file()) == [
        "passphrase.txt"
    ]
    home.create(2, 1)
    assert not home.verify().findings
