"""Sticks: what each side has, what makes sense, and what happens when one is pulled out."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from update_home import NOW, PACK, Internet, Machine, publisher, tree, version

from feltperm.binder import Favourite, ListedRecord, Site, open_binder
from feltperm.desk.sticks.relay import OnePart, Relay
from feltperm.errors import ContentDamaged, NotFound, ReadOnly, UpdateFailed
from feltperm.packs.disk.store import Installed
from feltperm.packs.sticks.stick import find_sources
from feltperm.packs.sticks.stick_writing import write
from packs.simulator import Simulator, spoil


@pytest.fixture
def shop() -> Simulator:
    return publisher(1, 2)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "feriebilder.txt").write_text("not ours")
    return folder


class Boat:
    """Machines that share a stick and have no network but where a test gives one."""

    def __init__(self, folder: Path, shop: Simulator) -> None:
        self.folder, self.shop = folder, shop

    def machine(self, name: str, *seqs: int, trusting: bool = True) -> Machine:
        """A machine that took these versions over a line, one by one."""
        internet = Internet()
        machine = Machine(self.folder / name, internet)
        if trusting:
            machine.trust(self.shop)
        for seq in seqs:
            at_that_time = publisher_at(self.shop, seq)
            internet.sites = {self.shop.url: at_that_time}
            machine.update()
            assert machine.seq() == seq
        internet.down = True
        return machine


def publisher_at(shop: Simulator, seq: int) -> dict[str, bytes]:
    """The publisher's files as they were when a version was the newest."""
    return KEPT[shop.source.key][seq]


#: Source key -> newest seq -> files.
KEPT: dict[str, dict[int, dict[str, bytes]]] = {}


@pytest.fixture
def boat(tmp_path: Path) -> Boat:
    shop = publisher()
    kept = KEPT.setdefault(shop.source.key, {})
    for seq in range(1, 6):
        shop.release(PACK, seq, version(seq))
        kept[seq] = shop.keep()
    return Boat(tmp_path, shop)


def only(machine: Machine, stick: Path) -> OnePart:
    (part,) = machine.desk.relay.look(stick).parts
    return part


# --- the chain ----------------------------------------------------------------------------------


def test_a_version_goes_from_a_delta_by_sticks_to_another_base_and_to_none(
    boat: Boat, stick: Path, tmp_path: Path
) -> None:
    a = boat.machine("a", 2, 3)
    assert a.internet.fetched("3.jsonl.zst") == 0, "A got it by delta"
    b, c = boat.machine("b", 1), boat.machine("c")
    given = a.desk.relay.give(stick)
    assert given.sentence == "Ferdig. Du kan ta ut pinnen."
    assert given.names == ("Trondheim kommune",)
    taken = b.desk.relay.take(stick)
    assert [(one.installed.seq, one.changes.old_seq, one.received) for one in taken] == [(3, 1, 0)]
    second = tmp_path / "second stick"
    second.mkdir()
    b.desk.relay.give(second)
    assert [one.changes.old_seq for one in c.desk.relay.take(second)] == [0]
    for machine in (a, b, c):
        held = machine.store.current(PACK)
        assert held is not None
        assert held.path.read_bytes() == version(3)
        assert held.source == boat.shop.source.key
    names = set(tree(stick)) - {"feriebilder.txt"}
    assert {name for name in names if name not in tree(second)} == set()
    assert b.internet.sent == boat.machine("d", 1).internet.sent, "nothing came over a line"


def test_what_is_whole_and_what_came_by_delta_are_passed_on_alike(
    boat: Boat, tmp_path: Path
) -> None:
    for name, seqs in (("delta", (2, 3)), ("whole", (3,))):
        (tmp_path / f"stick {name}").mkdir()
        boat.machine(name, *seqs).desk.relay.give(tmp_path / f"stick {name}")
    assert tree(tmp_path / "stick delta") == tree(tmp_path / "stick whole")


def test_after_the_stick_the_network_goes_on_by_delta(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", 1)
    b.desk.relay.take(stick)
    b.internet.down = False
    b.internet.sites = {boat.shop.url: publisher_at(boat.shop, 4)}
    assert b.plan().way == "delta"
    b.update()
    assert b.seq() == 4


# --- every outcome, and its sentence ------------------------------------------------------------


def test_an_empty_stick_is_offered_what_is_here(boat: Boat, stick: Path) -> None:
    part = only(boat.machine("a", 3), stick)
    assert (part.outcome, part.sentence) == ("empty", "Du har nyere innhold enn pinnen.")
    assert not part.can_take
    assert part.give_bytes > len(version(3))


def test_a_newer_stick(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    part = only(boat.machine("b", 1), stick)
    assert part.outcome == "stick_newer"
    assert part.sentence == ("Minnepinnen har nyere innhold (13. november). Du har 11. november.")
    assert (part.take_bytes, part.can_give) == (len(version(3)), False)
    assert (part.stick_published, part.own_published) == ("2026-11-13", "2026-11-11")


def test_a_stick_with_something_for_who_has_nothing(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    part = only(boat.machine("b"), stick)
    assert part.sentence == "Minnepinnen har nyere innhold (13. november)."
    assert part.can_take


def test_the_same_on_both_sides(boat: Boat, stick: Path) -> None:
    a = boat.machine("a", 3)
    a.desk.relay.give(stick)
    part = only(a, stick)
    assert (part.outcome, part.sentence) == ("same", "Pinnen har samme innhold.")
    assert not part.can_take
    assert not part.can_give
    before = tree(stick)
    assert a.desk.relay.give(stick).files == 0
    assert tree(stick) == before


def test_an_older_stick_takes_nobody_back_and_is_renewed(boat: Boat, stick: Path) -> None:
    boat.machine("old", 1).desk.relay.give(stick)
    b = boat.machine("b", 3)
    part = only(b, stick)
    assert (part.outcome, part.sentence) == (
        "stick_older", "Pinnen er eldre. Du har nyere innhold.",
    )  # fmt: skip
    assert b.desk.relay.take(stick) == ()
    assert b.seq() == 3
    b.desk.relay.give(stick)
    assert only(b, stick).outcome == "same"
    packs = [name for name in tree(stick) if name.endswith(".jsonl")]
    assert [name.rpartition(".")[0].rpartition(".")[2] for name in packs] == ["3"], "room is kept"
    assert boat.machine("c").desk.relay.take(stick)[0].installed.seq == 3


def test_a_stick_older_in_its_signatures_may_still_hold_what_is_missing_here(
    boat: Boat, stick: Path
) -> None:
    """Seen over a line, not fetched (it cost too much), and then met on a stick."""
    boat.machine("a", 2).desk.relay.give(stick)
    b = boat.machine("b", 1)
    b.internet.down = False
    b.internet.sites = {boat.shop.url: publisher_at(boat.shop, 3)}
    b.desk.updates.check()
    b.internet.down = True
    assert only(b, stick).outcome == "stick_newer"
    b.desk.relay.take(stick)
    assert b.seq() == 2


def test_an_unfinished_stick_says_how_many_files_it_lacks(boat: Boat, stick: Path) -> None:
    a = boat.machine("a", 3)
    pulled_out(a, stick, after=2)
    part = only(boat.machine("b", 1), stick)
    total = len(find_sources(stick)[0].manifest.files)  # type: ignore[union-attr]
    assert part.outcome == "unfinished"
    assert part.missing == total - 2
    assert part.sentence == (
        f"Pinnen er ikke ferdig. Den mangler {part.missing} filer. "
        "Fortsett på maskinen som lagde den."
    )
    assert not part.can_take
    again = a.desk.relay.look(stick)
    assert again.interrupted
    assert again.can_give


def test_a_stick_whose_pack_was_deleted_is_unfinished(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    for path in stick.rglob("*.jsonl"):
        path.unlink()
    part = only(boat.machine("b", 1), stick)
    assert (part.outcome, part.missing, part.can_take) == ("unfinished", 1, False)


def test_an_expired_stick(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", 1)
    b.now = NOW + timedelta(days=500)
    part = only(b, stick)
    assert part.outcome == "expired"
    assert part.sentence.startswith("Pinnen er for gammel til å kontrolleres (31. desember 2027).")
    assert part.sentence.endswith("Innholdet ditt er uendret.")
    assert b.desk.relay.take(stick) == ()
    assert b.seq() == 1


def test_a_clock_that_is_behind_is_said_and_nothing_is_taken(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", 1)
    b.now = NOW.replace(year=2016)
    part = only(b, stick)
    assert (part.outcome, part.sentence) == (
        "clock", "Maskinens klokke viser 26. november 2016. Still klokka, og prøv igjen.",
    )  # fmt: skip
    assert (part.can_take, part.can_give) == (False, False)
    assert b.desk.relay.take(stick) == ()
    b.now = NOW
    assert b.desk.relay.take(stick)[0].installed.seq == 3


def test_a_stick_from_somebody_who_was_not_added(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", trusting=False)
    part = only(b, stick)
    assert (part.outcome, part.name) == ("foreign", "Trondheim kommune")
    assert part.sentence == "Pinnen er fra Trondheim kommune, som du ikke har lagt til."
    assert b.desk.relay.take(stick) == ()
    assert part.folder is not None
    proposal = b.desk.sources.propose(part.folder)
    assert proposal.fingerprint == boat.shop.source.fingerprint
    b.desk.sources.add(proposal)
    assert b.desk.relay.take(stick)[0].installed.seq == 3


@pytest.mark.parametrize(
    ("harm", "reason", "outcome"),
    [
        ("unsigned", "", "refused"),
        # its length is right; what it holds shows when it is read
        ("flipped pack", "damaged", "stick_newer"),
        ("link", "", "unfinished"),
        ("pipe", "", "unfinished"),
        ("other sender's folder", "", "refused"),
        ("link for a folder", "", "unfinished"),
    ],
)
def test_what_is_not_the_senders_is_refused(
    boat: Boat, stick: Path, tmp_path: Path, harm: str, reason: str, outcome: str
) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    place = stick / "feltperm" / boat.shop.source.key
    spoil_stick(place, harm, tmp_path / "off the stick")
    b = boat.machine("b", 1)
    before = tree(b.paths.packs)
    assert b.desk.relay.look(stick).parts[0].outcome == outcome
    assert why_not_taken(b, stick) == reason
    assert tree(b.paths.packs) == before


def spoil_stick(place: Path, harm: str, elsewhere: Path) -> None:
    """Do something to a sender's folder that its sender would not."""
    pack = next(place.rglob("*.jsonl"))
    timestamp = place / "metadata" / "timestamp.json"
    if harm == "unsigned":
        said = json.loads(timestamp.read_bytes())
        said["signed"]["version"] += 1
        timestamp.write_text(json.dumps(said))
    elif harm == "flipped pack":
        pack.write_bytes(pack.read_bytes().replace(b"Sted 0", b"Stad 0"))
    elif harm == "other sender's folder":
        place.rename(place.with_name("00000000"))
    elif harm == "link for a folder":
        pack.parent.rename(elsewhere)
        pack.parent.symlink_to(elsewhere)
    else:
        pack.rename(elsewhere)
        pack.symlink_to(elsewhere) if harm == "link" else os.mkfifo(pack)


def why_not_taken(machine: Machine, stick: Path) -> str:
    """Take from a stick; the reason when that fails, and nothing when there was nothing to take."""
    try:
        machine.desk.relay.take(stick)
    except UpdateFailed as failure:
        return failure.why
    return ""


def test_a_full_stick_says_how_much_it_needs_before_anything_is_written(
    boat: Boat, stick: Path
) -> None:
    a = boat.machine("a", 3)
    before = tree(stick)
    relay = writing(a, free=lambda _path: 1000)
    with pytest.raises(UpdateFailed) as failure:
        relay.give(stick)
    assert failure.value.why == "stick_full"
    assert str(failure.value) == "Pinnen er full. Den trenger 1 MB til."
    assert tree(stick) == before


def test_a_stick_that_takes_no_writes_is_said(boat: Boat, stick: Path) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with pytest.raises(ReadOnly, match="Kan ikke skrive på pinnen"):
        writing(boat.machine("a", 3), replace=refuse).give(stick)


def test_content_too_old_to_be_verified_is_not_passed_on(boat: Boat, stick: Path) -> None:
    a = boat.machine("a", 3)
    a.now = NOW + timedelta(days=500)
    part = only(a, stick)
    assert (part.outcome, part.can_give) == ("own_old", False)
    assert a.desk.relay.give(stick).files == 0
    assert not (stick / "feltperm").exists()


def test_what_the_user_went_back_from_is_not_taken_by_a_stick(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", 1, 2)
    b.desk.updates.roll_back(PACK)
    part = only(b, stick)
    assert part.outcome == "pinned"
    assert (
        part.sentence == "Minnepinnen har nyere innhold. Du har valgt å bruke det fra 11. november."
    )
    assert b.desk.relay.take(stick) == ()
    b.desk.updates.take_newer(PACK)
    b.desk.relay.take(stick)
    assert b.seq() == 3


def test_a_stick_of_somebody_elses_and_no_sender_here(tmp_path: Path, stick: Path) -> None:
    compared = Machine(tmp_path / "m").desk.relay.look(stick)
    assert compared.parts == ()
    assert compared.sentence == (
        "Pinnen har ikke innhold fra Feltperm. Ingen kilde er lagt til her."
    )
    with pytest.raises(NotFound):
        Machine(tmp_path / "m").desk.relay.look(tmp_path / "gone")


# --- several senders ----------------------------------------------------------------------------


def test_several_senders_lie_side_by_side(boat: Boat, stick: Path, tmp_path: Path) -> None:
    bergen = publisher(1, 2, pack="bergen", name="Bergen kommune", url="https://b.example")
    other = Machine(tmp_path / "bergen", Internet(bergen))
    other.trust(bergen)
    other.update()
    other.desk.relay.give(stick)
    boat.machine("a", 3).desk.relay.give(stick)
    both = boat.machine("both", 1)
    both.trust(bergen)
    compared = both.desk.relay.look(stick)
    assert [part.name for part in compared.parts] == ["Bergen kommune", "Trondheim kommune"]
    assert {one.installed.pack for one in both.desk.relay.take(stick)} == {PACK, "bergen"}
    one = boat.machine("one", 1)
    outcomes = [part.outcome for part in one.desk.relay.look(stick).parts]
    assert outcomes == ["stick_newer", "foreign"]
    assert [taken.installed.pack for taken in one.desk.relay.take(stick)] == [PACK]


def test_what_cannot_be_used_of_one_sender_keeps_no_other_out(
    boat: Boat, stick: Path, tmp_path: Path
) -> None:
    bergen = publisher(1, 2, pack="bergen", name="Bergen kommune", url="https://b.example")
    other = Machine(tmp_path / "bergen", Internet(bergen))
    other.trust(bergen)
    other.update()
    other.desk.relay.give(stick)
    boat.machine("a", 3).desk.relay.give(stick)
    both = boat.machine("both", 1)
    both.trust(bergen)

    def unfit(installed: Installed) -> None:
        if installed.pack == "bergen":
            raise ContentDamaged("Innholdet er skadet.", "two of one name")

    both.prepare = unfit
    with pytest.raises(ContentDamaged):
        both.desk.relay.take(stick)
    assert (both.seq(PACK), both.seq("bergen")) == (3, 0)


def test_a_publishers_own_copy_serves_as_a_stick_and_is_left_alone(
    boat: Boat, tmp_path: Path
) -> None:
    copy = boat.shop.write(tmp_path / "copy")
    b = boat.machine("b", 1)
    assert only(b, copy).outcome == "stick_newer"
    b.desk.relay.take(copy)
    assert b.seq() == 5
    for path in copy.rglob("*.5.jsonl"):
        path.unlink()
    before = tree(copy)
    assert only(b, copy).outcome in ("stick_older", "unfinished")
    assert b.desk.relay.give(copy).files == 0
    assert tree(copy) == before


def test_our_own_folder_on_the_stick_means_the_stick(boat: Boat, stick: Path) -> None:
    (stick / "feltperm").mkdir()
    boat.machine("a", 3).desk.relay.give(stick / "feltperm")
    b = boat.machine("b", 1)
    assert only(b, stick / "feltperm").outcome == "stick_newer"
    b.desk.relay.take(stick / "feltperm")
    assert b.seq() == 3
    assert not (stick / "feltperm" / "feltperm").exists()


@pytest.mark.parametrize(
    ("bundled", "outcome", "seq"), [(1, "stick_newer", 2), (2, "same", 0), (3, "stick_older", 0)]
)
def test_the_national_content_of_a_stick_is_compared_with_the_programs_own(
    tmp_path: Path, bundled: int, outcome: str, seq: int
) -> None:
    shop = publisher(2, pack="national", name="Direktoratet")
    stick = tmp_path / "stick"
    shop.write(stick / "feltperm" / shop.source.key)
    machine = Machine(tmp_path / "m", bundled=bundled)
    machine.trust(shop, national=True)
    assert only(machine, stick).outcome == outcome
    machine.desk.relay.take(stick)
    assert machine.seq("national") == seq


# --- pulled out midway --------------------------------------------------------------------------


def writing(machine: Machine, **how: object) -> Relay:
    """The machine's sticks, written in another way."""
    machine.restart()
    relay = machine.desk.relay
    relay._write = partial(write, **how)  # type: ignore[arg-type]
    return relay


def pulled_out(machine: Machine, stick: Path, after: int) -> None:
    """Give, and pull the stick out after so many files."""
    left = after + 1  # the list of what is to come goes first

    def replace(source: Path, target: Path) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.EIO, "Input/output error")
        source.replace(target)

    with pytest.raises(UpdateFailed) as failure:
        writing(machine, replace=replace).give(stick)
    assert failure.value.why == "stick_gone"
    assert str(failure.value) == ("Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi.")
    machine.restart()


@pytest.mark.parametrize("after", range(8))
def test_a_stick_pulled_out_midway_is_resumed(boat: Boat, stick: Path, after: int) -> None:
    a = boat.machine("a", 3)
    pulled_out(a, stick, after)
    whole = {name for name in tree(stick) if "pinne" not in name and name != "feriebilder.txt"}
    assert len(whole) == after
    first = a.desk.relay.give(stick)
    assert not a.desk.relay.look(stick).interrupted
    everything = find_sources(stick)[0].manifest
    assert everything is not None
    assert everything.done
    assert first.files == len(everything.files) - after, "what was there is not written again"
    assert boat.machine("c").desk.relay.take(stick)[0].installed.seq == 3
    assert not list(stick.rglob("*.part"))


@pytest.mark.parametrize("after", range(6))
def test_a_stick_pulled_out_while_it_is_renewed_still_has_one_whole_version(
    boat: Boat, stick: Path, after: int
) -> None:
    boat.machine("old", 1).desk.relay.give(stick)
    pulled_out(boat.machine("a", 3), stick, after)
    c = boat.machine("c")
    assert why_not_taken(c, stick) == ""
    assert c.seq() in (0, 1, 3)
    if c.seq() == 0:
        assert only(c, stick).outcome == "unfinished"
    boat.machine("again", 3).desk.relay.give(stick)
    c.desk.relay.take(stick)
    assert c.seq() == 3


def test_a_stick_pulled_out_while_it_is_read(boat: Boat, stick: Path) -> None:
    boat.machine("a", 3).desk.relay.give(stick)
    b = boat.machine("b", 1)
    away = stick.with_name("away")
    seen: list[int] = []

    def pull(came: int, total: int) -> None:
        seen.append(came)
        if stick.exists():
            stick.rename(away)

    b.desk.relay.take(stick, pull)
    assert b.seq() == 3, "it was open, and the bytes were right"
    assert seen[-1] == len(version(3))
    with pytest.raises(NotFound):
        b.desk.relay.look(stick)


def test_stop_while_giving_keeps_what_is_written(boat: Boat, stick: Path) -> None:
    a = boat.machine("a", 3)
    with pytest.raises(UpdateFailed) as failure:
        a.desk.relay.give(stick, progress=lambda _came, _total: a.desk.stop())
    assert failure.value.why == "stopped"
    assert only(boat.machine("b", 1), stick).outcome == "unfinished"
    a.desk.relay.give(stick)
    assert only(a, stick).outcome == "same"


def test_timestamp_is_written_last(boat: Boat, stick: Path) -> None:
    order: list[str] = []

    def replace(source: Path, target: Path) -> None:
        order.append(target.name)
        source.replace(target)

    writing(boat.machine("a", 3), replace=replace).give(stick)
    assert order[0] == order[-1] == "pinne.json"
    kinds = [name.split(".", 1)[1] for name in order[2:-2]]
    assert order[1] == "source.json"
    assert order[-2] == "timestamp.json"
    assert kinds[-2:] == ["targets.json", "snapshot.json"]
    roots = [place for place, name in enumerate(kinds) if name == "root.json"]
    packs = [place for place, name in enumerate(kinds) if name.endswith("jsonl")]
    assert max(packs) < min(roots)


# --- pictures, and what a colleague keeps -------------------------------------------------------


def test_files_that_records_name_go_along(tmp_path: Path, stick: Path) -> None:
    drawing = b"<svg>" + b"y" * 500 + b"</svg>"
    shop = publisher()
    shop.release(PACK, 1, version(1), assets=(drawing,))
    a = Machine(tmp_path / "a", Internet(shop))
    a.trust(shop)
    a.update()
    a.desk.relay.give(stick)
    b = Machine(tmp_path / "b")
    b.trust(shop)
    b.desk.relay.take(stick)
    name = hashlib.sha256(drawing).hexdigest()
    assert (b.paths.assets / name).read_bytes() == drawing


def test_places_and_favourites_go_along_when_asked_for_and_notes_never(
    boat: Boat, stick: Path
) -> None:
    a = boat.machine("a", 3)
    binder, _ = open_binder(a.paths.binder, a.paths.backups, NOW)
    with binder:
        binder.sites.add(Site(name="Bussen", address="Gata 1", phone="73 00 00 00"))
        binder.favourites.add(
            Favourite(pack="national", id="gd-overdose", kind="guidance", title="Overdose")
        )
        binder.favourites.add(Favourite(pack=PACK, id="gone", kind="service", title="Borte"))
    assert not a.desk.relay.give(stick).shared
    assert not a.desk.relay.look(stick).shared
    assert a.desk.relay.give(stick, with_collections=True).shared
    said = json.loads((stick / "feltperm" / "deling.json").read_bytes())
    assert set(said) == {"feltperm_share", "made", "sites", "favourites"}
    b = boat.machine("b", 1)
    assert b.desk.relay.look(stick).shared
    b.desk.relay.take(stick)
    assert kept(b) == ([], []), "only when asked"
    brought = b.desk.relay.take_shared(stick)
    assert (brought.sites, brought.favourites, brought.unknown) == (("Bussen",), 1, 1)
    assert kept(b) == (["Bussen"], ["national/gd-overdose"])
    again = b.desk.relay.take_shared(stick)
    assert (again.sites, again.favourites) == ((), 0)


def test_collections_go_along_and_one_of_the_same_name_gets_what_it_lacks(
    boat: Boat, stick: Path
) -> None:
    def put(machine: Machine, name: str, *ids: str) -> None:
        binder, _ = open_binder(machine.paths.binder, machine.paths.backups, NOW)
        with binder:
            records = binder.collections.records(binder.collections.create(name).number)
            for pack, _, id in (one.partition("/") for one in ids):
                records.add(ListedRecord(pack=pack, id=id, kind="service", title=id))

    def collected(machine: Machine) -> dict[str, list[str]]:
        binder, _ = open_binder(machine.paths.binder, machine.paths.backups, NOW)
        with binder:
            all = binder.collections
            return {one.name: [r.id for r in all.records(one.number).list()] for one in all.list()}

    a, b = boat.machine("a", 3), boat.machine("b", 1)
    put(a, "Natt", "national/svc-113", "local/eget-hemmelig", f"{PACK}/gone", "national/svc-112")
    put(a, "Dag")
    put(b, "NATT", "national/svc-112")
    a.desk.relay.give(stick, with_collections=True)
    assert "hemmelig" not in (stick / "feltperm" / "deling.json").read_text("utf-8")
    brought = b.desk.relay.take_shared(stick)
    assert (brought.collections, brought.unknown) == (("Dag", "NATT"), 1)
    assert collected(b) == {"Dag": [], "NATT": ["svc-112", "svc-113"]}
    assert b.desk.relay.take_shared(stick).collections == ()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"[]", b"no", b'{"feltperm_share": 2, "made": ""}', b"[" * 9000,
        b'{"feltperm_share": 1, "made": "", "sites": [{"name": 5}]}',
        b'{"feltperm_share": 1, "made": "", "favourites": [' + b'"a/b",' * 3000 + b'"a/b"]}',
        b'{"feltperm_share": 1, "made": "", "collections": [{"name": "a", "records": ['
        + b'"a/b",' * 6000 + b'"a/b"]}]}',
        b'{"feltperm_share": 1, "made": "", "collections": [{"records": []}]}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_colleagues_is_refused(tmp_path: Path, stick: Path, data: bytes) -> None:
    (stick / "feltperm").mkdir()
    (stick / "feltperm" / "deling.json").write_bytes(data)
    machine = Machine(tmp_path / "m")
    with pytest.raises(NotFound):
        machine.desk.relay.take_shared(stick)


def kept(machine: Machine) -> tuple[list[str], list[str]]:
    binder, _ = open_binder(machine.paths.binder, machine.paths.backups, NOW)
    with binder:
        return (
            [site.name for site in binder.sites.list()],
            [f"{one.pack}/{one.id}" for one in binder.favourites.list()],
        )


def test_a_stick_cannot_bring_a_pack_of_another_sender(boat: Boat, tmp_path: Path) -> None:
    thief = publisher(9, name="En annen", url="https://thief.example")
    stick = thief.write(tmp_path / "thief")
    b = boat.machine("b", 1)
    b.trust(thief)
    before = tree(b.paths.packs)
    assert b.desk.relay.take(stick) == ()
    assert tree(b.paths.packs) == before
    spoil(thief, "expired_timestamp")
    assert not b.desk.relay.look(stick).can_take
