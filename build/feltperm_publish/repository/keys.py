"""A publisher's keys: one file each, with its name and id above the locked key.

A *name* is a role and a number (``root-2``); numbers are never used again. Three roles have keys:
``root`` says who may sign, ``targets`` signs releases, ``online`` signs snapshot and timestamp. The
last is not locked: it can't make a release, and the monthly signing must run by itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.exceptions import KeyMismatchError
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.metadata import Role, Root

from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.pem import WrongPassphrase, open_key, seal_key

__all__ = ["ROLES", "KeyRing", "NewKey", "key_name", "new_key", "role_keys"]

#: The roles that have keys, and the TUF roles that each signs for.
ROLES: dict[str, tuple[str, ...]] = {
    "root": ("root",),
    "targets": ("targets",),
    "online": ("snapshot", "timestamp"),
}
#: Where a key's name stands in the root metadata; clients pass over what they do not know.
_NAME = "x-feltperm-name"
_HEAD = re.compile(rb"Feltperm key (\w+-\d+)\r?\nKey id ([0-9a-f]{64})\r?\n")
_TRIES = 3


def key_name(key: Key) -> str:
    """Return the name of a public key; one without a name is called by the start of its id."""
    name = key.unrecognized_fields.get(_NAME)
    return name if isinstance(name, str) else key.keyid[:8]


def role_keys(root: Root, role: str) -> list[Key]:
    """Return the public keys of one of our :data:`ROLES`, as the root metadata has them."""
    return [root.keys[keyid] for keyid in root.roles[ROLES[role][0]].keyids]


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was made and is not on disk yet."""

    name: str
    private: Ed25519PrivateKey
    public: SSlibKey

    @property
    def signer(self) -> CryptoSigner:
        """What signs with this key."""
        return CryptoSigner(self.private, self.public)

    def save(self, folder: Path, passphrase: str) -> Path:
        """Write the key's file, readable by its owner alone; never over another one.

        Raises:
            OSError: a file of this name is there, or the folder can't be written to.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        head = f"Feltperm key {self.name}\nKey id {self.public.keyid}\n"
        path = folder / f"{self.name}.pem"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(head.encode() + seal_key(self.private, passphrase))
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink()  # half a key looks like one
            raise
        return path


def new_key(name: str) -> NewKey:
    """Make a key."""
    private = Ed25519PrivateKey.generate()
    public = SSlibKey.from_crypto(private.public_key())
    public.unrecognized_fields[_NAME] = name
    return NewKey(name, private, public)


@dataclass(frozen=True, slots=True)
class _KeyFile:
    name: str
    keyid: str
    path: Path
    is_locked: bool


class KeyRing:
    """The keys at hand: those in some folders, opened when they are needed."""

    def __init__(self, folders: Sequence[Path], passphrases: Passphrases) -> None:
        """Look through the folders; one that is not there holds nothing."""
        self.folders = tuple(folders)
        self.passphrases = passphrases
        self._files = {one.keyid: one for folder in folders for one in _key_files(folder)}
        self._open: dict[str, CryptoSigner] = {}

    def has(self, key: Key) -> bool:
        """Whether the private half of a key is at hand."""
        return key.keyid in self._files or key.keyid in self._open

    def path(self, key: Key) -> Path | None:
        """Return the file of a key, if it is at hand."""
        found = self._files.get(key.keyid)
        return found.path if found else None

    def signer(self, key: Key) -> CryptoSigner:
        """Return what signs with a key that :meth:`has` says is at hand.

        Raises:
            ValueError: the passphrase is wrong, or the file holds another key than it says.
        """
        if key.keyid not in self._open:
            file = self._files[key.keyid]
            assert isinstance(key, SSlibKey)
            try:
                self._open[key.keyid] = CryptoSigner(self._unlock(file), key)
            except KeyMismatchError as error:
                raise ValueError(f"{file.path}: holds another key than it says") from error
        return self._open[key.keyid]

    def signers(self, root: Root, role: str, last: Iterable[str] = ()) -> list[CryptoSigner]:
        """Return as many signers as a TUF role needs.

        Args:
            last: ids of keys that are taken only when the others are not enough.

        Raises:
            ValueError: too few keys are at hand.
        """
        needed: Role = root.roles[role]
        late = set(last)
        keys = [root.keys[keyid] for keyid in needed.keyids]
        here = [key for key in keys if self.has(key)]
        # Whoever has been asked for a passphrase is not asked for another one.
        here.sort(key=lambda key: (key.keyid in late, key.keyid not in self._open))
        if len(here) < needed.threshold:
            names = ", ".join(map(key_name, keys))
            there = ", ".join(map(key_name, here)) or "none"
            raise ValueError(
                f"{role} must be signed by {needed.threshold} of: {names}. At hand: {there}. "
                f"Say where the others lie with --keys DIR."
            )
        return [self.signer(key) for key in here[: needed.threshold]]

    def make(self, role: str, root: Root, used: Iterable[str]) -> NewKey:
        """Make the next key of one of our roles and write its file.

        Args:
            root: the root metadata it will stand in.
            used: the names that any root metadata has had.

        Raises:
            ValueError, OSError: it can't be locked or written.
        """
        taken = {*used, *map(key_name, root.keys.values())}
        taken |= {one.name for one in self._files.values()}
        numbers = [int(name.rpartition("-")[2]) for name in taken if name.startswith(f"{role}-")]
        made = new_key(f"{role}-{max(numbers, default=0) + 1}")
        passphrase = "" if role == "online" else self.passphrases.new(made.name)
        path = made.save(self.folders[0], passphrase)
        keyid = made.public.keyid
        self._files[keyid] = _KeyFile(made.name, keyid, path, bool(passphrase))
        self._open[keyid] = made.signer
        return made

    def _unlock(self, file: _KeyFile) -> Ed25519PrivateKey:
        pem = file.path.read_bytes()
        if not file.is_locked:
            return open_key(pem, "")
        tries = 1 if self.passphrases.is_given(file.name) else _TRIES
        for left in reversed(range(tries)):
            try:
                return open_key(pem, self.passphrases.existing(file.name))
            except WrongPassphrase as error:
                if not left:
                    raise ValueError(f"{file.name}: {error}") from error
        raise AssertionError("the last try returns or raises")


def _key_files(folder: Path) -> Iterator[_KeyFile]:
    for path in sorted(folder.glob("*.pem")):
        data = path.read_bytes()
        if found := _HEAD.match(data):
            name, keyid = found[1].decode(), found[2].decode()
            yield _KeyFile(name, keyid, path, b"ENCRYPTED" in data)
