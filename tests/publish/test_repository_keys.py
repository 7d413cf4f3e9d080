"""Keys: locked at rest in the standard form, opened with their own passphrase and no other."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from repository_home import WORDS, Home, refuse
from tuf.api.metadata import Root

from feltperm_publish.repository.keys import KeyRing, new_key
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.pem import WrongPassphrase, open_key, seal_key


def raw(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def test_a_locked_key_opens_with_its_passphrase_alone() -> None:
    key = Ed25519PrivateKey.generate()
    pem = seal_key(key, "påskeegg og blåbær")
    assert raw(open_key(pem, "påskeegg og blåbær")) == raw(key)
    for wrong in ("paskeegg og blabar", "", "påskeegg og blåbær "):
        with pytest.raises(WrongPassphrase):
            open_key(pem, wrong)


def test_the_form_is_the_standard_one() -> None:
    """Any reader of PKCS #8 opens the key, should this program be gone."""
    key = Ed25519PrivateKey.generate()
    other = load_pem_private_key(seal_key(key, WORDS), WORDS.encode())
    assert isinstance(other, Ed25519PrivateKey)
    assert raw(other) == raw(key)


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl here")
def test_openssl_opens_the_file(tmp_path: Path) -> None:
    path = new_key("root-1").save(tmp_path, WORDS)
    command = ["openssl", "pkey", "-in", str(path), "-passin", f"pass:{WORDS}", "-noout", "-text"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "ED25519" in said.upper()


@pytest.mark.parametrize("passphrase", [WORDS, ""], ids=["locked", "open"])
def test_two_files_of_one_key_share_nothing_when_locked(passphrase: str) -> None:
    key = Ed25519PrivateKey.generate()
    same = seal_key(key, passphrase) == seal_key(key, passphrase)
    assert same is not bool(passphrase)


def test_a_damaged_file_does_not_open() -> None:
    pem = bytearray(seal_key(Ed25519PrivateKey.generate(), WORDS))
    at = pem.rindex(b"\n-----END") - 20
    pem[at] = ord("A") if pem[at] != ord("A") else ord("B")
    with pytest.raises(WrongPassphrase):
        open_key(bytes(pem), WORDS)


def test_the_private_half_is_nowhere_in_a_locked_file(home: Home) -> None:
    key = new_key("root-1")
    data = key.save(home.keys, WORDS).read_bytes()
    plain = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    assert plain.splitlines()[1] not in data
    assert data.startswith(b"Feltperm key root-1\nKey id " + key.public.keyid.encode())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_only_the_owner_reads_a_key(home: Home) -> None:
    path = new_key("online-1").save(home.keys, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.keys.stat().st_mode) == 0o700


def test_a_key_is_never_written_over_another(home: Home) -> None:
    before = new_key("root-1").save(home.keys, WORDS).read_bytes()
    with pytest.raises(FileExistsError):
        new_key("root-1").save(home.keys, WORDS)
    assert (home.keys / "root-1.pem").read_bytes() == before


def asked(answers: list[str]) -> tuple[Callable[[str], str], list[str]]:
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return answers.pop(0)

    return ask, questions


def root_with(*keys: object) -> Root:
    root = Root()
    for key in keys:
        root.add_key(key, "root")  # type: ignore[arg-type]
    return root


def test_a_wrong_passphrase_is_asked_for_three_times(home: Home) -> None:
    key = new_key("root-1")
    key.save(home.keys, WORDS)
    ask, questions = asked(["no", "not that", WORDS])
    ring = KeyRing([home.keys], Passphrases({}, ask))
    (signer,) = ring.signers(root_with(key.public), "root")
    assert signer.public_key.keyid == key.public.keyid
    assert questions == ["Passphrase of root-1"] * 3
    ask, _ = asked(["no", "not that", "nor that"])
    with pytest.raises(ValueError, match="root-1: the passphrase is wrong"):
        KeyRing([home.keys], Passphrases({}, ask)).signers(root_with(key.public), "root")


def test_a_passphrase_is_asked_for_once_a_key(home: Home) -> None:
    key = new_key("root-1")
    key.save(home.keys, WORDS)
    ask, questions = asked([WORDS])
    ring = KeyRing([home.keys], Passphrases({}, ask))
    ring.signers(root_with(key.public), "root")
    ring.signers(root_with(key.public), "root")
    assert len(questions) == 1


def test_no_more_keys_are_opened_than_must_sign(home: Home) -> None:
    keys = [new_key(f"root-{number}") for number in (1, 2, 3)]
    for key in keys:
        key.save(home.keys, WORDS)
    root = root_with(*(key.public for key in keys))
    root.roles["root"].threshold = 2
    ask, questions = asked([WORDS, WORDS])
    assert len(KeyRing([home.keys], Passphrases({}, ask)).signers(root, "root")) == 2
    assert questions == ["Passphrase of root-1", "Passphrase of root-2"]


def test_keys_lie_on_several_sticks(home: Home) -> None:
    keys = [new_key(f"root-{number}") for number in (1, 2)]
    folders = [home.path / f"stick {number}" for number in (1, 2)]
    for key, folder in zip(keys, folders, strict=True):
        key.save(folder, WORDS)
    root = root_with(*(key.public for key in keys))
    root.roles["root"].threshold = 2
    assert len(home.ring(*folders).signers(root, "root")) == 2
    with pytest.raises(ValueError, match=r"2 of: root-1, root-2. At hand: root-2"):
        home.ring(folders[1]).signers(root, "root")


def test_a_file_that_holds_another_key_than_it_says_is_refused(home: Home) -> None:
    real, false = new_key("root-1"), new_key("root-2")
    path, other = real.save(home.keys, WORDS), false.save(home.path / "other", WORDS)
    head = b"\n".join(path.read_bytes().splitlines()[:2])
    body = b"\n".join(other.read_bytes().splitlines()[2:])
    path.write_bytes(head + b"\n" + body + b"\n")
    with pytest.raises(ValueError, match="another key than it says"):
        home.ring().signers(root_with(real.public), "root")


def test_each_key_may_have_a_passphrase_file_of_its_own(tmp_path: Path) -> None:
    files = {}
    for name in ("root-2", "root", ""):
        files[name] = tmp_path / f"{name or 'all'}.txt"
        files[name].write_text(f"words for {name or 'all'}\nand more\n", encoding="utf-8")
    found = Passphrases(files, refuse)
    names = ("root-1", "root-2", "targets-1")
    given = [found.existing(name) for name in names]
    assert given == ["words for root", "words for root-2", "words for all"]


def test_a_new_passphrase_is_long_and_typed_twice() -> None:
    with pytest.raises(ValueError, match="fewer than 12 letters"):
        Passphrases({}, lambda question: "too short").new("root-1")
    ask, _ = asked([WORDS, WORDS + "!"])
    with pytest.raises(ValueError, match="differ"):
        Passphrases({}, ask).new("root-1")
    ask, questions = asked([WORDS, WORDS])
    assert Passphrases({}, ask).new("root-1") == WORDS
    assert len(questions) == 2


def test_an_empty_passphrase_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_text("\nsecond line\n", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no passphrase"):
        Passphrases({"": file}, refuse).existing("root-1")
