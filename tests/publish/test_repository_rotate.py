"""New keys for old: who must sign, and that clients on either side of the change go on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from repository_home import WORDS, Client, Home, edit, refuse, state
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root, Timestamp

from feltperm_publish.repository import files, rotate
from feltperm_publish.repository.current import Broken, walk
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import KeyRing, key_name, role_keys
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.rotate import Change


@pytest.fixture
def ready(home: Home) -> Home:
    home.create(3, 2)
    home.release(home.sources())
    return home


def replace(home: Home, name: str, ring: KeyRing | None = None) -> Change:
    role, old = rotate.find_key(home.current, name)
    return rotate.replace(home.folder, home.current, ring or home.ring(), role, old, home.now)


def revoke(home: Home, name: str, ring: KeyRing | None = None) -> Change:
    role, old = rotate.find_key(home.current, name)
    return rotate.revoke(home.folder, home.current, ring or home.ring(), role, old, home.now)


def names(home: Home, role: str) -> list[str]:
    return [key_name(one) for one in role_keys(home.current.root, role)]


def signers(home: Home, file: str) -> set[str]:
    """The names of the keys that signed a file, whether they count or not."""
    known = {k.keyid: key_name(k) for root in home.current.roots for k in root.keys.values()}
    metadata: Metadata[Root] = Metadata.from_file(str(home.folder.metadata / file))
    return {known[keyid] for keyid in metadata.signatures}


CHANGES: dict[str, Callable[[Home], object]] = {
    "resign": lambda home: rotate.resign(home.folder, home.current, home.ring(), home.now),
    "resign targets": lambda home: rotate.resign(
        home.folder, home.current, home.ring(), home.now, targets=True
    ),
    "replace root": lambda home: replace(home, "root-2"),
    "add root": lambda home: rotate.add(home.folder, home.current, home.ring(), home.now, 3),
    "renew root": lambda home: rotate.renew(home.folder, home.current, home.ring(), home.now),
    "replace targets": lambda home: replace(home, "targets-1"),
    "replace online": lambda home: replace(home, "online-1"),
    "revoke root": lambda home: revoke(home, "root-1"),
    "revoke targets": lambda home: revoke(home, "targets-1"),
    "revoke online": lambda home: revoke(home, "online-1"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_clients_old_and_new_go_on_after(ready: Home, tmp_path: Path, change: str) -> None:
    old = Client(ready.repository, tmp_path / "old")
    index = old.refresh()
    ready.later(20)
    CHANGES[change](ready)
    assert old.refresh(ready.now) == index
    assert Client(ready.repository, tmp_path / "new").refresh(ready.now) == index
    proof = ready.verify()
    assert proof.findings == []
    edit(ready.sources(), "Etterpå.")
    made = ready.release(ready.sources())
    assert old.refresh(ready.now).packs["sample"][0] == made.release


@pytest.mark.parametrize(
    "change", ["replace root", "replace targets", "replace online", "resign", "renew root"]
)
def test_a_crash_at_any_write_leaves_clients_whole(
    ready: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Also between timestamp and root: what the old key signed is signed by both."""
    whole, index, step, done = files.write_whole, ready.index, 0, False
    while not done:
        twin = Home(tmp_path / f"home {step}", ready.now)
        shutil.copytree(ready.path, twin.path)
        old = Client(twin.repository, tmp_path / f"old {step}")
        old.refresh()
        writes = iter(range(100))

        def write(path: Path, data: bytes, last: int = step, count: object = writes) -> None:
            if next(count) == last:  # type: ignore[call-overload]
                raise OSError("no space left")
            whole(path, data)

        with monkeypatch.context() as patch:
            patch.setattr(files, "write_whole", write)
            try:
                CHANGES[change](twin)
                done = True
            except OSError:
                assert old.refresh() == index, step
                assert Client(twin.repository, tmp_path / f"new {step}").refresh() == index, step
        if not done:
            CHANGES[change](twin)
            assert old.refresh() == index
            assert not twin.verify().findings
        step += 1
    assert step > 1


def test_resigning_changes_snapshot_and_timestamp_only(ready: Home) -> None:
    before, current = state(ready.repository), ready.current
    ready.later(30)
    after = rotate.resign(ready.folder, current, ready.ring(), ready.now)
    assert (after.root, after.targets) == (current.root, current.targets)
    assert after.timestamp.version == current.timestamp.version + 1
    assert (after.timestamp.expires - current.timestamp.expires).days == 30
    changed = {n for n, data in state(ready.repository).items() if before.get(n) != data}
    assert changed == {
        f"metadata/{after.snapshot.version}.snapshot.json",
        "metadata/timestamp.json",
    }


def test_resigning_asks_for_no_passphrase(ready: Home) -> None:
    ring = KeyRing([ready.keys], Passphrases({}, refuse))
    assert rotate.resign(ready.folder, ready.current, ring, ready.now).timestamp.version == 3


def test_an_expired_repository_is_signed_again(ready: Home, tmp_path: Path) -> None:
    client = Client(ready.repository, tmp_path / "client")
    index = client.refresh()
    ready.later(401)
    assert [one.severity for one in ready.verify().findings] == ["error", "error"]
    rotate.resign(ready.folder, ready.current, ready.ring(), ready.now)
    assert client.refresh(ready.now) == index


def test_a_new_root_is_signed_by_the_old_threshold_and_the_new(ready: Home) -> None:
    rotate.add(ready.folder, ready.current, ready.ring(), ready.now, threshold=3)
    assert names(ready, "root") == ["root-1", "root-2", "root-3", "root-4"]
    assert ready.current.root.roles["root"].threshold == 3
    assert len(signers(ready, "2.root.json")) == 3
    assert len(signers(ready, "2.root.json") & {"root-1", "root-2", "root-3"}) >= 2


def test_one_root_key_goes_in_the_place_of_another(ready: Home) -> None:
    change = replace(ready, "root-2")
    assert (change.made, change.gone and key_name(change.gone)) == ("root-4", "root-2")
    assert names(ready, "root") == ["root-1", "root-3", "root-4"]
    assert (ready.keys / "root-4.pem").read_bytes().startswith(b"Feltperm key root-4\n")


def test_too_few_root_keys_change_nothing_and_make_no_key(ready: Home, tmp_path: Path) -> None:
    for name in ("root-1.pem", "root-3.pem"):
        (ready.keys / name).rename(tmp_path / name)
    before = state(ready.path)
    with pytest.raises(ValueError, match=r"2 of: root-1, root-2, root-3. At hand: root-2"):
        replace(ready, "targets-1")
    assert state(ready.path) == before


def test_root_keys_are_taken_from_where_they_lie(ready: Home, tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    safe.mkdir()
    for number in (1, 2, 3):
        (ready.keys / f"root-{number}.pem").rename(safe / f"root-{number}.pem")
    change = replace(ready, "targets-1", ready.ring(ready.keys, safe))
    assert (ready.keys / f"{change.made}.pem").exists()


def test_a_replaced_key_signs_beside_the_new_one_and_then_no_more(ready: Home) -> None:
    replace(ready, "online-1")
    assert signers(ready, "timestamp.json") == {"online-1", "online-2"}
    rotate.resign(ready.folder, ready.current, ready.ring(), ready.now)
    assert signers(ready, "timestamp.json") == {"online-2"}


def test_a_replaced_key_that_is_not_at_hand_is_not_needed(ready: Home, tmp_path: Path) -> None:
    client = Client(ready.repository, tmp_path / "client")
    index = client.refresh()
    (ready.keys / "online-1.pem").unlink()
    replace(ready, "online-1")
    assert signers(ready, "timestamp.json") == {"online-2"}
    assert client.refresh() == index


def test_a_revoked_key_signs_nothing_where_the_others_are_enough(ready: Home) -> None:
    revoke(ready, "root-1")
    assert names(ready, "root") == ["root-2", "root-3"]
    assert signers(ready, "2.root.json") == {"root-2", "root-3"}
    revoke(ready, "online-1")
    assert signers(ready, "timestamp.json") == {"online-2"}


def test_nobody_is_asked_for_the_passphrase_of_a_key_that_goes(ready: Home) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return WORDS

    revoke(ready, "root-1", KeyRing([ready.keys], Passphrases({}, answer)))
    assert asked == ["Passphrase of root-2", "Passphrase of root-3"]


def test_the_only_root_key_signs_its_own_end(home: Home) -> None:
    home.create()
    change = revoke(home, "root-1")
    assert change.made == "root-2"
    assert names(home, "root") == ["root-2"]
    assert signers(home, "2.root.json") == {"root-1", "root-2"}


def test_what_a_thief_signs_with_a_revoked_key_is_refused(ready: Home, tmp_path: Path) -> None:
    role, old = rotate.find_key(ready.current, "online-1")
    thief = ready.ring().signer(old)
    client = Client(ready.repository, tmp_path / "client")
    client.refresh()
    revoke(ready, "online-1")
    path = ready.folder.metadata / "timestamp.json"
    timestamp: Metadata[Timestamp] = Metadata.from_file(str(path))
    timestamp.signed.version += 5
    timestamp.sign(thief)
    path.write_bytes(timestamp.to_bytes())
    assert role == "online"
    with pytest.raises(UnsignedMetadataError):
        client.refresh()
    with pytest.raises(Broken, match=r"timestamp\.json"):
        walk(ready.folder)


def test_a_version_far_ahead_by_a_stolen_key_is_recovered_from(ready: Home, tmp_path: Path) -> None:
    """The attack that would otherwise shut a client off for good (TUF: fast-forward)."""
    _, old = rotate.find_key(ready.current, "online-1")
    honest = (ready.folder.metadata / "timestamp.json").read_bytes()
    path = ready.folder.metadata / "timestamp.json"
    timestamp: Metadata[Timestamp] = Metadata.from_bytes(honest)
    timestamp.signed.version = 2_000_000_000
    timestamp.sign(ready.ring().signer(old))
    path.write_bytes(timestamp.to_bytes())
    client = Client(ready.repository, tmp_path / "client")
    client.refresh()
    path.write_bytes(honest)
    revoke(ready, "online-1")
    assert client.refresh().packs["sample"]


def test_names_of_keys_are_never_used_again(ready: Home) -> None:
    assert [replace(ready, f"online-{number}").made for number in (1, 2)] == [
        "online-2",
        "online-3",
    ]
    (ready.keys / "online-3.pem").unlink()
    assert replace(ready, "online-3").made == "online-4"


def test_a_key_is_found_by_name_or_by_the_start_of_its_id(ready: Home) -> None:
    found = role_keys(ready.current.root, "targets")[0]
    assert rotate.find_key(ready.current, "targets-1") == ("targets", found)
    assert rotate.find_key(ready.current, found.keyid[:8].upper()) == ("targets", found)
    for wrong in ("targets-2", found.keyid[:4], "", "f" * 64):
        with pytest.raises(ValueError, match="is not one of the keys that count: root-1"):
            rotate.find_key(ready.current, wrong)


def test_a_threshold_that_can_not_be_is_refused(ready: Home) -> None:
    before = state(ready.repository)
    for threshold in (0, 4):
        with pytest.raises(ValueError, match="of 3 root keys"):
            rotate.renew(ready.folder, ready.current, ready.ring(), ready.now, threshold)
    assert state(ready.repository) == before


def test_one_command_at_a_time(ready: Home) -> None:
    with (
        ready.folder.locked(),
        pytest.raises(ValueError, match="another command is writing"),
        Folder(ready.repository).locked(),
    ):
        raise AssertionError("both were let in")
    with ready.folder.locked():
        assert not (ready.repository / ".repository.lock").exists()
