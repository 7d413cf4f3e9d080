"""Senders: looked at, confirmed, several at once, and removed without losing the user's things."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from update_home import BASE, NOW, PACK, Internet, Machine, publisher, tree, version

from feltperm.binder import Favourite, open_binder
from feltperm.errors import NotFound, UpdateFailed
from feltperm.packs.trust.source import Source, encode_source
from packs.simulator import Simulator, spoil


@pytest.fixture
def shop() -> Simulator:
    made = publisher(1, 2)
    made.files["source.json"] = encode_source(made.source)
    return made


@pytest.fixture
def laptop(tmp_path: Path, shop: Simulator) -> Machine:
    return Machine(tmp_path / "laptop", Internet(shop))


@pytest.mark.parametrize("where", ["address", "source file's address", "folder", "file", "stick"])
def test_a_sender_is_found_by_address_folder_file_and_stick(
    laptop: Machine, shop: Simulator, tmp_path: Path, where: str
) -> None:
    copy = shop.write(tmp_path / "copy")
    stick = tmp_path / "stick"
    shop.write(stick / "feltperm" / shop.source.key)
    place = {
        "address": BASE,
        "source file's address": f"{BASE}/source.json",
        "folder": copy,
        "file": copy / "source.json",
        "stick": stick,
    }[where]
    proposal = laptop.desk.sources.propose(place)
    assert (proposal.name, proposal.fingerprint) == (shop.name, shop.source.fingerprint)
    assert (proposal.packs, proposal.reached, proposal.already) == ((PACK,), True, False)
    assert tree(laptop.paths.data) == {}, "nothing is kept before the code is confirmed"
    added = laptop.desk.sources.add(proposal)
    assert (added.key, added.packs, added.preinstalled) == (shop.source.key, (), False)
    assert laptop.desk.sources.propose(place).already
    assert laptop.update()[0].installed.seq == 2
    assert laptop.desk.sources.list()[0].packs == (PACK,)


def test_a_source_file_is_good_without_a_network(
    laptop: Machine, shop: Simulator, tmp_path: Path
) -> None:
    laptop.internet.down = True
    proposal = laptop.desk.sources.propose(shop.write(tmp_path / "copy") / "source.json")
    assert (proposal.packs, proposal.reached) == ((), False)
    assert laptop.desk.sources.add(proposal).name == shop.name


def test_an_address_that_is_away_is_said(laptop: Machine) -> None:
    laptop.internet.down = True
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.sources.propose(BASE)
    assert failure.value.why == "no_network"


@pytest.mark.parametrize("name", ["wrong_key", "unsigned", "stranger_root"])
def test_a_sender_whose_content_is_not_its_own_is_not_proposed(
    laptop: Machine, shop: Simulator, name: str
) -> None:
    spoil(shop, name)
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.sources.propose(BASE)
    assert failure.value.why == "untrusted"


@pytest.mark.parametrize("what", ["nothing", "a folder", "a\0b", "other"])
def test_what_is_no_sender_is_said(laptop: Machine, tmp_path: Path, what: str) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "other").write_text(json.dumps({"name": "x"}))
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.sources.propose(f"{tmp_path}/{what}")
    assert failure.value.why == "not_a_source"


def test_a_stick_with_several_senders_asks_which(laptop: Machine, tmp_path: Path) -> None:
    for name in ("Bergen", "Oslo"):
        one = publisher(1, name=name, url=f"https://{name.lower()}.example")
        one.write(tmp_path / "feltperm" / one.source.key)
    with pytest.raises(NotFound, match="Mappen har flere kilder"):
        laptop.desk.sources.propose(tmp_path)


def test_a_sender_without_an_address_is_read_from_its_folder(tmp_path: Path) -> None:
    shop = publisher(1, name="Delt mappe", url="")
    share = shop.write(tmp_path / "share")
    machine = Machine(tmp_path / "m")
    machine.desk.sources.add(machine.desk.sources.propose(share))
    assert machine.update()[0].installed.seq == 1
    shop.release(PACK, 2, version(2))
    shop.write(share)
    assert machine.plan().bytes == len(version(2))
    machine.update()
    assert machine.seq() == 2
    share.rename(tmp_path / "away")
    assert machine.desk.updates.check(by_itself=True).failures == ()
    (failure,) = machine.desk.updates.check().failures
    assert str(failure.why) == "Uten nett. Innholdet er fra 12. november 2026."


def test_a_sender_that_was_met_on_a_stick_is_not_looked_for_there(tmp_path: Path) -> None:
    shop = publisher(1, name="Uten nett", url="")
    stick = tmp_path / "stick"
    shop.write(stick / "feltperm" / shop.source.key)
    machine = Machine(tmp_path / "m")
    machine.desk.sources.add(machine.desk.sources.propose(stick))
    check = machine.desk.updates.check()
    assert (check.asked, check.failures) == (0, ())
    assert machine.desk.relay.take(stick)[0].installed.seq == 1


def test_several_senders_are_asked_in_one_go(laptop: Machine, shop: Simulator) -> None:
    bergen = publisher(1, pack="bergen", name="Bergen kommune", url="https://b.example")
    laptop.internet.sites[bergen.url] = bergen.files
    laptop.trust(shop)
    laptop.trust(bergen)
    assert [one.name for one in laptop.desk.sources.list()] == [
        "Bergen kommune", "Trondheim kommune",
    ]  # fmt: skip
    laptop.update()
    assert (laptop.seq(), laptop.seq("bergen")) == (2, 1)


@pytest.mark.parametrize("wanted", ["name", "key", "address"])
def test_a_sender_goes_with_its_content_and_nothing_of_the_users(
    laptop: Machine, shop: Simulator, wanted: str
) -> None:
    drawing = b"<svg>" + b"z" * 300 + b"</svg>"
    shop.release(PACK, 3, version(3), assets=(drawing,))
    bergen = publisher(1, pack="bergen", name="Bergen kommune", url="https://b.example")
    laptop.internet.sites[bergen.url] = bergen.files
    laptop.trust(shop)
    laptop.trust(bergen)
    laptop.update()
    binder, _ = open_binder(laptop.paths.binder, laptop.paths.backups, NOW)
    with binder:
        for pack in (PACK, "national"):
            binder.favourites.add(
                Favourite(pack=pack, id="svc-000001", kind="service", title="Sted 1")
            )
    before = laptop.paths.binder.read_bytes()
    name = {"name": "trondheim kommune", "key": shop.source.key, "address": BASE}[wanted]
    removed = laptop.desk.sources.remove(name)
    assert (removed.name, removed.packs) == ("Trondheim kommune", (PACK,))
    assert laptop.paths.binder.read_bytes() == before
    assert laptop.seq() == 0
    assert laptop.seq("bergen") == 1
    left = "\n".join(tree(laptop.paths.data))
    assert shop.source.key not in left
    assert f"packs/{PACK}/" not in left
    assert not [name for name in tree(laptop.paths.assets) if len(name) == 64]
    assert [one.pack for one in laptop.desk.updates.overview().packs] == ["national", "bergen"]
    with pytest.raises(NotFound, match="Du har «Bergen kommune»"):
        laptop.desk.sources.remove(name)


def test_without_its_sender_the_national_content_is_the_programs_own(tmp_path: Path) -> None:
    shop = publisher(2, pack="national", name="Direktoratet")
    machine = Machine(tmp_path, Internet(shop))
    machine.trust(shop, national=True)
    machine.update()
    assert machine.desk.updates.overview().packs[0].seq == 2
    machine.desk.sources.remove("Direktoratet")
    state = machine.desk.updates.overview().packs[0]
    assert (state.pack, state.seq, state.bundled, state.pinned) == ("national", 1, True, False)
    other = publisher(5, pack="national", name="En annen", url="https://other.example")
    machine.internet.sites[other.url] = other.files
    machine.trust(other)
    assert machine.desk.updates.check().plans == (), "the word was given to another"


def test_the_word_about_the_national_content_can_be_given_later(tmp_path: Path) -> None:
    shop = publisher(2, pack="national", name="Direktoratet")
    machine = Machine(tmp_path, Internet(shop))
    machine.trust(shop)
    assert not machine.desk.sources.list()[0].national
    machine.trust(shop, national=True)
    assert machine.desk.sources.list()[0].national
    assert machine.update()[0].installed.pack == "national"


def test_what_an_organisation_laid_beside_the_program_is_there_and_can_be_removed(
    laptop: Machine, shop: Simulator
) -> None:
    assert laptop.paths.preinstalled is not None
    laptop.paths.preinstalled.mkdir(parents=True)
    (laptop.paths.preinstalled / "kommunen.json").write_bytes(encode_source(shop.source))
    (known,) = laptop.desk.sources.list()
    assert (known.name, known.preinstalled, known.national) == ("Trondheim kommune", True, True)
    laptop.update()
    assert laptop.seq() == 2
    laptop.desk.sources.remove("Trondheim kommune")
    assert laptop.restart().sources.list() == ()
    assert laptop.seq() == 0
    laptop.trust(shop)
    assert laptop.desk.sources.list()[0].preinstalled


def test_a_sender_that_cannot_be_read_is_passed_over_and_told(
    laptop: Machine, shop: Simulator
) -> None:
    key = laptop.trust(shop)
    laptop.update()
    (laptop.paths.sources / key / "source.json").write_bytes(b"{")
    assert laptop.desk.sources.list() == ()
    assert laptop.desk.sources.damaged() == (
        f"En kilde kan ikke leses ({key}). Legg den til på nytt.",
    )
    assert laptop.desk.updates.overview().packs[1].seq == 2, "its content is still in use"
    laptop.trust(shop)
    assert laptop.desk.sources.damaged() == ()
    assert laptop.desk.sources.list()[0].packs == (PACK,)


@pytest.mark.parametrize("notes", [b"", b"{", b"[1]", b'{"national": "yes"}', b"\xff"])
def test_notes_that_cannot_be_read_give_no_sender_the_national_content(
    tmp_path: Path, notes: bytes
) -> None:
    shop = publisher(2, pack="national")
    machine = Machine(tmp_path, Internet(shop))
    key = machine.trust(shop, national=True)
    (machine.paths.sources / key / "notes.json").write_bytes(notes)
    assert machine.desk.updates.check().plans == ()


def test_an_address_stays_when_a_stick_does_not_tell_it(
    laptop: Machine, shop: Simulator, tmp_path: Path
) -> None:
    laptop.trust(shop)
    silent = tmp_path / "kilde.json"
    silent.write_bytes(encode_source(replace(shop.source, url="")))
    laptop.desk.sources.add(laptop.desk.sources.propose(silent))
    assert laptop.desk.sources.list()[0].source.url == shop.url


def test_a_forged_key_does_not_make_a_sender_the_one_that_came_along(
    laptop: Machine, shop: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight digits are soon found by trying; what came with the program is known by its root."""
    monkeypatch.setattr(Source, "key", property(lambda _self: "0a1b2c3d"))
    assert laptop.paths.preinstalled is not None
    laptop.paths.preinstalled.mkdir(parents=True)
    (laptop.paths.preinstalled / "kommunen.json").write_bytes(encode_source(shop.source))
    laptop.desk.sources.remove("Trondheim kommune")
    laptop.trust(publisher(1, pack="national", name="En annen"))
    (known,) = laptop.desk.sources.list()
    assert (known.name, known.preinstalled, known.national) == ("En annen", False, False)
