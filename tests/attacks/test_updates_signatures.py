"""A repository that lies, or that somebody else has written: nothing of it is ever used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from securesystemslib.signer import CryptoSigner
from update_attacks import PACK, Arena, sign_above, version

from feltperm.packs.trust.index import encode_index
from packs.simulator import NOW, SPOILS, Simulator, spoil_index

#: What each way to spoil a repository is called when it is found out. ``test_repository`` has them
#: below the desk; here each goes through the whole program.
SPOILED = {
    "unsigned": "untrusted",
    "wrong_key": "untrusted",
    "wrong_key_targets": "untrusted",
    "too_few_keys": "untrusted",
    "stranger_root": "untrusted",
    "expired_root": "expired",
    "expired_targets": "expired",
    "expired_snapshot": "expired",
    "expired_timestamp": "expired",
    "rolled_back_timestamp": "rolled_back",
    "rolled_back_snapshot": "rolled_back",
    "rolled_back_targets": "rolled_back",
    "mix_and_match": "damaged",
    "wrong_hash": "damaged",
    "wrong_length": "damaged",
    "cut_short": "damaged",
    "gone": "missing",
    "path_in_name": "damaged",
    "no_consistent_snapshot": "damaged",
}
#: Who has no keys cannot make the publisher sign anew: what was there is there again.
WITHOUT_KEYS = {"too_few_keys", "stranger_root"}


def test_every_way_to_spoil_a_repository_is_tried() -> None:
    assert SPOILED.keys() == SPOILS.keys()


@pytest.mark.parametrize(("name", "why"), SPOILED.items())
def test_a_spoiled_repository_is_not_used(arena: Arena, name: str, why: str) -> None:
    arena.attack(name)
    arena.ask(why, over=arena.heal if name in WITHOUT_KEYS else arena.shop.heal)


ROLES = ("root", "targets", "snapshot", "timestamp")


@pytest.mark.parametrize("keys", ["nobody", "a stranger", "another role"])
@pytest.mark.parametrize("role", ROLES)
def test_metadata_that_is_not_signed_by_its_keys(arena: Arena, role: str, keys: str) -> None:
    arena.release()
    shop = arena.shop
    other = "timestamp" if role != "timestamp" else "snapshot"
    signers = {
        "nobody": [],
        "a stranger": [CryptoSigner.generate_ed25519()],
        "another role": shop.signers[other],
    }[keys]
    shop.signed[role].version += 1
    shop.put(role, signers)
    sign_above(shop, role)
    arena.ask("untrusted", over=arena.heal if role == "root" else shop.heal)


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp"])
def test_one_key_where_two_are_asked_for(arena: Arena, role: str) -> None:
    """The publisher asks for two signatures from now on, and a thief has one of the keys."""
    shop = arena.shop
    second = CryptoSigner.generate_ed25519()
    shop.root.add_key(second.public_key, role)
    shop.root.roles[role].threshold = 2
    shop.signers[role].append(second)
    shop.sign("root")
    arena.release()
    shop.signed[role].version += 1
    shop.put(role, [second, second])
    sign_above(shop, role)
    arena.ask("untrusted", over=shop.heal)


def test_another_publisher_at_the_same_address(arena: Arena) -> None:
    arena.release()
    other = Simulator(NOW, name="Trondheim kommune", url=arena.url)
    other.release(PACK, 9, version(9))
    arena.serve(other.files)
    arena.ask("untrusted")


def test_a_key_that_was_revoked_no_longer_counts(arena: Arena) -> None:
    arena.release()
    shop = arena.shop
    stolen = list(shop.signers["timestamp"])
    shop.rotate("timestamp")
    arena.good = shop.keep()
    shop.signed["timestamp"].version += 1
    shop.put("timestamp", stolen)
    arena.ask("untrusted")


def test_a_freeze_brings_nothing_and_is_found_out_when_the_signature_runs_out(
    arena: Arena,
) -> None:
    frozen = arena.shop.keep()
    arena.release()
    arena.serve(frozen)
    laptop = arena.laptop
    assert laptop.hear(laptop.update) == ("", "")
    arena.questions(2)
    later = NOW + timedelta(days=401)
    laptop.now = later

    def goes_on() -> None:
        arena.shop.now = later.astimezone()
        arena.heal()
        arena.shop.heal()

    if arena.server:
        arena.server.date = f"{later:%a, %d %b %Y %H:%M:%S} GMT"
    arena.ask("expired", over=goes_on)


@pytest.mark.parametrize("newest", [1, 2])
def test_a_signed_index_that_names_an_older_version_brings_nothing(
    arena: Arena, newest: int
) -> None:
    """Whoever can sign the index could take people back to a phone number that was wrong."""
    arena.release()
    shop = arena.shop
    shop.packs[PACK], versions = shop.packs[PACK][:newest], shop.packs[PACK]
    index = encode_index(shop.index).decode()
    shop.packs[PACK] = versions
    spoil_index(shop, lambda _text: index)
    arena.ask("", seq=2, over=shop.heal)


@pytest.mark.parametrize("what", ["timestamp", "snapshot", "targets", "all of it"])
def test_what_was_seen_in_a_check_is_not_taken_back_before_the_fetch(
    arena: Arena, what: str
) -> None:
    old = arena.shop.keep()
    arena.release()
    laptop = arena.laptop
    (plan,) = laptop.desk.updates.check().due
    if what == "all of it":
        arena.serve(old)
    else:
        arena.shop.signed[what].version = 1
        arena.shop.put(what)
        sign_above(arena.shop, what)

    def fetch_and_install() -> None:
        laptop.desk.updates.install(laptop.desk.updates.fetch(plan))

    arena.ask(
        "rolled_back",
        act=fetch_and_install,
        over=arena.heal if what == "all of it" else arena.shop.heal,
    )


@pytest.mark.parametrize("name", ["../../../evil", "/evil", "trondheim/../../evil", "C:\\evil"])
def test_a_path_in_the_name_of_a_signed_target(arena: Arena, name: str) -> None:
    """A target that the index does not name is never asked for, however it is called."""
    arena.shop.put_target(name, b"evil")
    arena.release()
    before = {path for path in arena.folder.rglob("*evil*")}
    arena.ask("")
    assert {path for path in arena.folder.rglob("*evil*")} == before == set()


@pytest.mark.parametrize(
    "change",
    [
        ('"plain":"trondheim/3', '"plain":"../../../trondheim/3'),
        ('"plain":"trondheim/3', '"plain":"/trondheim/3'),
        ('"whole":"trondheim/3', '"whole":"trondheim/..%2F3'),
        ('"target":"trondheim/3', '"target":"C:\\\\trondheim/3'),
        ('{"trondheim":', '{"../trondheim":'),
        ('{"trondheim":', '{"Trondheim ":'),
    ],
)
def test_a_path_in_a_name_of_the_index(arena: Arena, change: tuple[str, str]) -> None:
    arena.release()
    text = arena.shop.targets_bytes["packs/index.json"].decode()
    assert change[0] in text
    spoil_index(arena.shop, lambda text: text.replace(*change))
    arena.ask("damaged", over=arena.shop.heal)


ENDLESS: dict[str, Callable[[Arena], str]] = {
    "the next root": lambda arena: "metadata/2.root.json",
    "timestamp": lambda arena: "metadata/timestamp.json",
    "snapshot": lambda arena: arena.newest("snapshot"),
    "targets": lambda arena: arena.newest("targets"),
    "index": lambda arena: arena.shop.path("packs/index.json"),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_data_without_an_end(arena: Arena, what: str) -> None:
    arena.release()
    before = arena.laptop.desk.updates.overview().spent_bytes
    arena.without_end(ENDLESS[what](arena))
    arena.ask("damaged")
    assert arena.laptop.desk.updates.overview().spent_bytes - before < 6 << 20


def test_packs_without_an_end(arena: Arena) -> None:
    """Every way in turn: each is given up where its signed length ends."""
    arena.release()
    before = arena.laptop.desk.updates.overview().spent_bytes
    for name in arena.newest_files():
        arena.without_end(name)
    arena.ask("damaged")
    assert arena.laptop.desk.updates.overview().spent_bytes - before < 1 << 20
