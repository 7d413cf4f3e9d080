"""Updates: the plan before the bytes, the cheapest way first, nothing by halves."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from update_home import NOW, PACK, Internet, Machine, publisher, tree, version

from feltperm.app_updates import open_updates
from feltperm.catalogue.records import PackHeader
from feltperm.desk.updates.holdings import Held
from feltperm.desk.updates.planning import cost, ways
from feltperm.desk.updates.update import size_words
from feltperm.errors import ContentDamaged, DiskFull, NotFound, UpdateFailed
from feltperm.packs.disk.lock import updating
from feltperm.packs.schedule import CheckLog
from feltperm.packs.trust.index import Delta, Release
from packs.simulator import Simulator, spoil


@pytest.fixture
def shop() -> Simulator:
    return publisher(1)


@pytest.fixture
def laptop(tmp_path: Path, shop: Simulator) -> Machine:
    """A machine that has the publisher's first version."""
    machine = Machine(tmp_path / "laptop", Internet(shop))
    machine.trust(shop)
    machine.update()
    assert machine.seq() == 1
    machine.internet.forget()
    return machine


def why(error: pytest.ExceptionInfo[UpdateFailed]) -> str:
    return error.value.why


# --- the plan -----------------------------------------------------------------------------------


def test_the_plan_says_what_it_takes_before_anything_of_size_comes(
    laptop: Machine, shop: Simulator
) -> None:
    release = shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    assert (plan.way, plan.release.seq, plan.installed_seq) == ("delta", 2, 1)
    assert plan.bytes == release.deltas[0].length
    assert plan.whole_bytes == release.whole_length
    assert plan.words == f"{plan.bytes} byte av {size_words(plan.whole_bytes)}"
    assert laptop.internet.fetched(".zst") == laptop.internet.fetched(".jsonl") == 0
    assert laptop.seq() == 1


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 byte"), (412, "412 byte"), (999, "999 byte"), (1000, "1 kB"), (21_400, "21 kB"),
        (999_499, "999 kB"), (999_500, "1,0 MB"), (4_100_000, "4,1 MB"), (99_949_999, "99,9 MB"),
        (123_000_000, "123 MB"),
    ],
)  # fmt: skip
def test_sizes_are_said_as_people_read_them(count: int, words: str) -> None:
    assert size_words(count) == words


def test_a_check_with_nothing_new_costs_two_requests_and_hardly_a_byte(laptop: Machine) -> None:
    laptop.internet.forget()
    check = laptop.desk.updates.check()
    assert check.plans == ()
    assert check.failures == ()
    assert len(laptop.internet.asked) <= 2
    assert check.received == laptop.internet.sent < 1000
    assert check.checked_at == NOW


def test_what_came_counts_towards_the_month(laptop: Machine, shop: Simulator) -> None:
    before = laptop.desk.updates.overview()
    laptop.desk.updates.metered = True
    laptop.internet.forget()
    shop.release(PACK, 2, version(2))
    laptop.update()
    after = laptop.desk.updates.overview()
    assert after.spent_bytes - before.spent_bytes == laptop.internet.sent
    assert (before.metered_bytes, after.metered_bytes) == (0, laptop.internet.sent)
    laptop.now = NOW + timedelta(days=31)
    assert laptop.desk.updates.overview().spent_bytes == 0


def test_a_new_pack_comes_whole(tmp_path: Path) -> None:
    shop = publisher(1)
    machine = Machine(tmp_path, Internet(shop))
    machine.trust(shop)
    plan = machine.plan()
    assert (plan.way, plan.installed_seq, plan.words) == ("whole", 0, size_words(plan.bytes))
    assert plan.name == "Trondheim kommune"


@pytest.mark.parametrize(
    ("delta", "bad", "first"),
    [(60, False, "delta"), (61, False, "whole"), (60, True, "whole"), (None, False, "whole")],
)
def test_a_delta_is_worth_it_up_to_three_fifths_of_the_whole(
    delta: int | None, bad: bool, first: str
) -> None:
    header = PackHeader(
        format=1, pack=PACK, seq=1, published="2026-11-11", publisher="T", languages=("nb",)
    )
    held = Held(header, "a" * 64, Path("held.jsonl"))
    base = "a" * 64 if delta else "b" * 64
    release = Release(
        seq=2, published="2026-11-12", sha256="c" * 64, length=900, plain=f"{PACK}/2.jsonl",
        whole=f"{PACK}/2.jsonl.zst", whole_length=100,
        deltas=(Delta(base=base, target="t", length=delta or 1),),
    )  # fmt: skip
    found = ways(release, held, [release.sha256] if bad else [])
    assert found[0] == first
    assert found[-2:] == ["whole", "plain"]
    assert cost(release, found[0], held) == (60 if first == "delta" else 100)


# --- fetching and installing --------------------------------------------------------------------


def test_a_delta_gives_the_very_bytes(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    taken = laptop.update()
    assert [(one.installed.pack, one.installed.seq) for one in taken] == [(PACK, 2)]
    assert taken[0].installed.path.read_bytes() == version(2)
    assert laptop.internet.fetched(".jsonl.zst") == 0
    assert laptop.internet.fetched(".zst") == 1
    assert [one.seq for one in laptop.prepared] == [1, 2]


def test_changes_are_there_before_installing_and_after(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    ready = laptop.desk.updates.fetch(laptop.plan())
    assert laptop.seq() == 1
    changed = {(one.id, one.what) for one in ready.changes.records}
    assert ("svc-000000", "changed") in changed
    assert laptop.desk.updates.ready() == (replace(ready, received=0),)
    taken = laptop.desk.updates.install(ready)
    assert taken.changes == ready.changes
    assert laptop.desk.updates.changes()[0] == ready.changes
    assert [one.new_seq for one in laptop.desk.updates.changes(since=1)] == [2]
    assert laptop.desk.updates.changes(pack="other") == ()
    assert laptop.desk.updates.ready() == ()


def test_what_is_ready_is_not_fetched_again(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    laptop.desk.updates.fetch(laptop.plan())
    laptop.restart()
    plan = laptop.plan()
    laptop.internet.forget()
    laptop.desk.updates.install(laptop.desk.updates.fetch(plan))
    assert laptop.seq() == 2
    assert laptop.internet.sent == 0


@pytest.mark.parametrize("harm", ["gone", "cut", "flipped"])
def test_a_delta_that_does_not_work_once_means_the_whole(
    laptop: Machine, shop: Simulator, harm: str
) -> None:
    release = shop.release(PACK, 2, version(2))
    name = shop.path(release.deltas[0].target)
    data = shop.files.pop(name)
    if harm == "cut":
        shop.files[name] = data[:-1]
    elif harm == "flipped":
        shop.files[name] = bytes([data[0] ^ 1]) + data[1:]
    assert laptop.plan().way == "delta"
    laptop.update()
    assert laptop.seq() == 2
    assert laptop.internet.fetched(".jsonl.zst") == 1
    log = CheckLog(laptop.paths.updates_file).read()
    assert log.bad_deltas == (release.sha256,)


def test_without_the_old_bytes_the_whole_comes(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    held = laptop.store.current(PACK)
    assert held is not None
    held.path.write_bytes(held.path.read_bytes()[:-1])
    laptop.desk.updates.install(laptop.desk.updates.fetch(plan))
    assert laptop.seq() == 2
    assert laptop.internet.fetched(".jsonl.zst") == 1


def test_a_delta_that_failed_is_not_planned_again(laptop: Machine, shop: Simulator) -> None:
    release = shop.release(PACK, 2, version(2))
    log = CheckLog(laptop.paths.updates_file)
    log.write(log.read().with_bad_delta(release.sha256))
    assert laptop.plan().way == "whole"


def test_a_delta_for_another_result_is_found_out(laptop: Machine, shop: Simulator) -> None:
    """The publisher's own mistake: signed, and wrong."""
    release = shop.release(PACK, 2, version(2))
    other = shop.targets_bytes[release.whole]
    shop.put_target(release.deltas[0].target, other[: release.deltas[0].length])
    shop.publish()
    laptop.update()
    held = laptop.store.current(PACK)
    assert held is not None
    assert held.path.read_bytes() == version(2)


def test_without_the_compressed_file_the_plain_one_comes(laptop: Machine, shop: Simulator) -> None:
    release = shop.release(PACK, 2, version(2))
    del shop.files[shop.path(release.deltas[0].target)]
    del shop.files[shop.path(release.whole)]
    laptop.update()
    assert laptop.seq() == 2
    assert laptop.internet.fetched(".2.jsonl") == 1


def test_a_release_that_is_not_there_gives_way_to_the_one_before(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))
    shop.release(PACK, 3, version(3))
    spoil(shop, "gone")
    assert laptop.plan().release.seq == 3
    laptop.update()
    assert laptop.seq() == 2


def test_with_nothing_of_it_there_the_failure_says_so(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    spoil(shop, "gone")
    plan = laptop.plan()
    before = tree(laptop.paths.packs)
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.fetch(plan)
    assert why(failure) == "missing"
    assert tree(laptop.paths.packs) == before


def test_a_costlier_way_is_not_taken_beyond_the_limit(laptop: Machine, shop: Simulator) -> None:
    release = shop.release(PACK, 2, version(2))
    del shop.files[shop.path(release.deltas[0].target)]
    plan = laptop.plan()
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.fetch(plan, most=plan.bytes)
    assert why(failure) == "missing"
    assert laptop.internet.fetched(".jsonl.zst") == laptop.internet.fetched(".jsonl") == 0


def test_progress_grows_and_ends_with_all_of_it(laptop: Machine, shop: Simulator) -> None:
    release = shop.release(PACK, 2, version(2))
    del shop.files[shop.path(release.deltas[0].target)]
    told: list[tuple[int, int]] = []
    plan = laptop.plan()
    laptop.desk.updates.fetch(plan, lambda came, total: told.append((came, total)))
    assert told == sorted(told)
    assert all(came <= total for came, total in told)
    assert told[-1][0] >= release.whole_length


def test_a_seq_that_is_not_newer_is_never_taken_by_itself(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    ready = laptop.desk.updates.fetch(laptop.plan())
    shop.release(PACK, 3, version(3))
    laptop.update()
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.install(ready)
    assert why(failure) == "rolled_back"
    assert laptop.seq() == 3


def test_what_came_is_looked_at_again_before_it_is_installed(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))
    ready = laptop.desk.updates.fetch(laptop.plan())
    ready.path.write_bytes(ready.path.read_bytes().replace(b"Sted", b"Stad"))
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.install(ready)
    assert why(failure) == "damaged"
    assert laptop.seq() == 1
    laptop.update()
    assert laptop.seq() == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (version(2).replace(b'"format":1', b'"format":9'), "too_new"),
        (version(2, "bergen"), "damaged"),
        (version(2)[:-1], "damaged"),
        (version(2) + b"{}\n", "damaged"),
    ],
)
def test_a_signed_release_that_is_no_pack_of_its_name_is_not_installed(
    laptop: Machine, shop: Simulator, data: bytes, reason: str
) -> None:
    shop.release(PACK, 2, data)
    with pytest.raises(UpdateFailed) as failure:
        laptop.update()
    assert why(failure) == reason
    assert laptop.seq() == 1
    assert laptop.desk.updates.ready() == ()


def test_a_version_that_no_library_can_be_made_of_is_kept_out(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))

    def unfit(_installed: object) -> None:
        raise ContentDamaged("Innholdet er skadet.", "two of one name")

    laptop.prepare = unfit
    with pytest.raises(ContentDamaged):
        laptop.update()
    assert laptop.seq() == 1


def test_without_room_for_the_library_nothing_changes_and_the_binder_is_left_alone(
    laptop: Machine, shop: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Search would stay on the old numbers otherwise, and say that it is new."""
    shop.release(PACK, 2, version(2))
    laptop.paths.binder.write_bytes(b"no database")

    def full(*_content: object) -> None:
        raise DiskFull("Disken er full. Ingenting er endret. Frigjør 4 MB, og prøv igjen.")

    monkeypatch.setattr("feltperm.app_desk.content_of", lambda *_: None)
    monkeypatch.setattr("feltperm.desk.content.content.with_pack", lambda *_: None)
    monkeypatch.setattr("feltperm.desk.content.start.renew_library", full)
    prepared = open_updates(
        laptop.paths, lambda: laptop.now, carry=laptop._carry, bundled=laptop.bundled
    )
    (refused,) = prepared.updates.update().refused
    assert isinstance(refused.why, DiskFull)
    assert laptop.seq() == 1
    assert not list(laptop.paths.packs.glob(f"{PACK}/2-*"))
    assert laptop.paths.binder.read_bytes() == b"no database", "who opens it is told"
    assert prepared.updates.ready(), "and what came is kept"


def test_files_that_records_name_come_once_and_are_verified(
    laptop: Machine, shop: Simulator
) -> None:
    drawing = b"<svg>" + b"x" * 900 + b"</svg>"
    shop.release(PACK, 2, version(2), assets=(drawing,))
    plan = laptop.plan()
    assert plan.bytes == plan.release.deltas[-1].length + len(drawing)
    laptop.update()
    name = hashlib.sha256(drawing).hexdigest()
    assert (laptop.paths.assets / name).read_bytes() == drawing
    shop.release(PACK, 3, version(3), assets=(drawing,))
    laptop.internet.forget()
    laptop.update()
    assert laptop.seq() == 3
    assert laptop.internet.fetched(name) == 0
    shop.assets.clear()
    for seq in (4, 5, 6):
        shop.release(PACK, seq, version(seq))
        laptop.update()
    assert not (laptop.paths.assets / name).exists(), "no version that is here names it"


def test_a_file_that_is_not_what_its_name_says_stops_the_update(
    laptop: Machine, shop: Simulator
) -> None:
    drawing = b"<svg/>" * 100
    shop.release(PACK, 2, version(2), assets=(drawing,))
    name = hashlib.sha256(drawing).hexdigest()
    place = shop.path(f"assets/{name}")
    shop.files[place] = shop.files[place][:-1] + b"!"
    with pytest.raises(UpdateFailed) as failure:
        laptop.update()
    assert why(failure) == "damaged"
    assert laptop.seq() == 1
    assert not (laptop.paths.assets / name).exists()


# --- whose it is --------------------------------------------------------------------------------


def test_a_pack_that_belongs_to_another_sender_is_refused(laptop: Machine, shop: Simulator) -> None:
    thief = publisher(7, name="En annen", url="https://other.example")
    laptop.internet.sites[thief.url] = thief.files
    laptop.trust(thief)
    check = laptop.desk.updates.check()
    assert check.plans == ()
    assert [(one.source.name, one.why.why) for one in check.failures] == [("En annen", "foreign")]
    assert laptop.seq() == 1
    assert laptop.desk.updates.overview().last_success == NOW, "it did answer"


@pytest.mark.parametrize("confirmed", [False, True])
def test_the_national_content_is_renewed_by_whom_the_user_confirmed(
    tmp_path: Path, confirmed: bool
) -> None:
    shop = publisher(2, 3, pack="national", name="Direktoratet")
    machine = Machine(tmp_path, Internet(shop))
    machine.trust(shop, national=confirmed)
    if not confirmed:
        check = machine.desk.updates.check()
        assert check.plans == ()
        assert str(check.failures[0].why) == (
            "Direktoratet er ikke godkjent som avsender av nasjonalt innhold."
        )
        return
    assert machine.plan("national").installed_seq == 1
    machine.update()
    state = machine.desk.updates.overview().packs[0]
    assert (state.pack, state.name, state.seq) == ("national", "Nasjonalt innhold", 3)
    assert (state.source, state.bundled) == ("Direktoratet", False)


def test_the_users_own_records_can_be_sent_by_nobody(laptop: Machine, shop: Simulator) -> None:
    shop.release("local", 1, version(1, "local"))
    check = laptop.desk.updates.check()
    assert [one.why.why for one in check.failures] == ["foreign"]
    assert check.plans == ()


def test_the_programs_copy_counts_when_it_is_newer(tmp_path: Path) -> None:
    shop = publisher(2, 3, pack="national")
    machine = Machine(tmp_path, Internet(shop), bundled=3)
    machine.trust(shop, national=True)
    assert machine.desk.updates.check().plans == ()
    shop.release("national", 4, version(4, "national"))
    assert machine.plan("national").way == "delta", "it starts from the program's copy"
    machine.update()
    assert machine.seq("national") == 4


# --- stop, power cuts, and several programs -----------------------------------------------------


def test_stop_keeps_what_came_and_the_next_time_goes_on(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    seen: list[int] = []

    def pull() -> None:
        seen.append(1)
        if laptop.internet.fetched(".zst"):
            laptop.desk.stop()

    laptop.internet.on_piece = pull
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.fetch(plan)
    assert why(failure) == "stopped"
    laptop.internet.on_piece = lambda: None
    assert laptop.desk.updates.interrupted() == (
        "Oppdateringen ble avbrutt. Innholdet fra 11. november 2026 er i bruk, "
        "og ingenting er tapt."
    )
    ready = laptop.desk.updates.resume()
    assert [one.plan.release.seq for one in ready] == [2]
    assert laptop.desk.updates.interrupted() == ""
    laptop.desk.updates.install(ready[0])
    assert laptop.seq() == 2


def test_stop_from_another_thread_ends_a_check(laptop: Machine) -> None:
    def press() -> None:
        pressing = threading.Thread(target=laptop.desk.stop)
        pressing.start()
        pressing.join()

    laptop.internet.on_piece = press
    with pytest.raises(UpdateFailed) as failure:
        laptop.desk.updates.check()
    assert why(failure) == "stopped"
    laptop.internet.on_piece = lambda: None
    assert laptop.desk.updates.check().failures == ()


def test_a_power_cut_is_told_at_the_next_start_and_can_be_put_off(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    laptop.internet.breaks_at = ".zst"
    with pytest.raises(UpdateFailed):
        laptop.desk.updates.fetch(plan)
    laptop.restart()
    overview = laptop.desk.updates.overview()
    assert overview.interrupted.startswith("Oppdateringen ble avbrutt. Innholdet fra 11. november")
    laptop.desk.updates.forget_interrupted()
    assert laptop.desk.updates.interrupted() == ""
    laptop.internet.breaks_at = ""
    laptop.update()
    assert laptop.seq() == 2


def test_a_power_cut_while_installing_goes_on_without_fetching(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))
    ready = laptop.desk.updates.fetch(laptop.plan())

    class PowerCutError(BaseException):
        pass

    def cut(_installed: object) -> None:
        raise PowerCutError

    laptop.prepare = cut
    with pytest.raises(PowerCutError):
        laptop.desk.updates.install(ready)
    laptop.prepare = laptop.prepared.append
    laptop.restart()
    assert laptop.desk.updates.interrupted()
    laptop.internet.down = True
    laptop.desk.updates.install(laptop.desk.updates.resume()[0])
    assert laptop.seq() == 2
    assert laptop.desk.updates.interrupted() == ""


def test_an_update_that_was_finished_all_the_same_is_not_spoken_of(
    laptop: Machine, shop: Simulator
) -> None:
    shop.release(PACK, 2, version(2))
    ready = laptop.desk.updates.fetch(laptop.plan())
    laptop.store.install(version(2), laptop.desk.sources.list()[0].key)
    log = CheckLog(laptop.paths.updates_file)
    state = log.read()
    assert [one.stage for one in state.pending] == ["ready"]
    laptop.restart()
    assert laptop.desk.updates.interrupted() == ""
    assert laptop.desk.updates.resume() == ()
    assert log.read().pending == ()
    assert ready.plan.release.seq == laptop.seq()


def test_two_programs_do_not_update_at_once(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    with updating(laptop.paths.updates):
        for work in (
            lambda: laptop.desk.updates.check(),
            lambda: laptop.desk.updates.fetch(plan),
            lambda: laptop.desk.updates.roll_back(PACK),
            lambda: laptop.desk.relay.look(laptop.folder),
            lambda: laptop.desk.sources.remove("Trondheim kommune"),
        ):
            with pytest.raises(UpdateFailed) as failure:
                work()
            assert why(failure) == "busy"
    assert laptop.seq() == 1


def test_a_full_disk_is_said_and_the_retry_succeeds(
    laptop: Machine, shop: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    before = tree(laptop.paths.packs)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("feltperm.desk.updates.intake.write_whole", full)
        with pytest.raises(DiskFull):
            laptop.desk.updates.fetch(plan)
    assert tree(laptop.paths.packs) == before
    laptop.update()
    assert laptop.seq() == 2


# --- checks -------------------------------------------------------------------------------------


def test_a_sender_that_is_away_does_not_hide_the_others(laptop: Machine, shop: Simulator) -> None:
    other = publisher(1, pack="bergen", name="Bergen kommune", url="https://bergen.example")
    laptop.trust(other)
    laptop.internet.sites[other.url] = {}
    shop.release(PACK, 2, version(2))
    check = laptop.desk.updates.check()
    assert [plan.pack for plan in check.plans] == [PACK]
    assert [one.source.name for one in check.failures] == ["Bergen kommune"]
    assert check.asked == 2
    state = CheckLog(laptop.paths.updates_file).read()
    assert (state.failures, state.last_success) == (1, NOW)


def other_sender(laptop: Machine, *seqs: int) -> Simulator:
    """Another publisher that the laptop trusts, first in every list."""
    other = publisher(*seqs, pack="alta", name="Alta kommune", url="https://alta.example")
    laptop.internet.sites[other.url] = other.files
    laptop.trust(other)
    return other


def test_bad_content_of_one_sender_keeps_nobody_elses_out(laptop: Machine, shop: Simulator) -> None:
    other = other_sender(laptop)
    other.release("alta", 1, version(1, "bodo"))
    shop.release(PACK, 2, version(2))
    updated = laptop.desk.updates.update()
    assert [(one.plan.pack, str(one.why)) for one in updated.refused] == [
        ("alta", "Innholdet kom skadet fram. Det er ikke tatt i bruk.")
    ]
    assert [one.installed.pack for one in updated.taken] == [PACK]
    assert laptop.seq() == 2


def test_asking_one_sender_does_not_count_as_asking_all(laptop: Machine) -> None:
    other = other_sender(laptop, 1)
    before = CheckLog(laptop.paths.updates_file).read()
    laptop.now += timedelta(hours=5)
    laptop.desk.updates.check(other.source.key)
    state = CheckLog(laptop.paths.updates_file).read()
    assert (state.last_attempt, state.last_success) == (before.last_attempt, before.last_success)
    laptop.desk.updates.check()
    assert CheckLog(laptop.paths.updates_file).read().last_success == laptop.now


def test_what_was_cut_off_of_one_sender_goes_on_while_another_is_away(
    laptop: Machine, shop: Simulator
) -> None:
    other = other_sender(laptop, 1)
    shop.release(PACK, 2, version(2))
    plans = laptop.desk.updates.check().plans
    assert [plan.pack for plan in plans] == ["alta", PACK]
    for plan in plans:
        laptop.internet.breaks_at = ".zst"
        with pytest.raises(UpdateFailed):
            laptop.desk.updates.fetch(plan)
    laptop.internet.breaks_at = ""
    laptop.internet.sites[other.url] = {}
    assert [one.plan.pack for one in laptop.restart().updates.resume()] == [PACK]


def test_of_what_is_fetched_and_not_used_only_the_newest_lies_here(
    laptop: Machine, shop: Simulator
) -> None:
    for seq in (2, 3):
        shop.release(PACK, seq, version(seq))
        laptop.desk.updates.fetch(laptop.plan())
    folder = laptop.paths.updates / "ready"
    half = folder / f".{PACK}.4-0123456789abcdef.jsonl.4711.part"
    half.write_bytes(b"the power went")
    assert sorted(path.name[:11] for path in folder.glob("*.jsonl")) == [f"{PACK}.3"]
    laptop.update()
    assert list(folder.iterdir()) == []


def test_without_a_network_the_date_of_the_content_is_said(laptop: Machine) -> None:
    laptop.internet.down = True
    check = laptop.desk.updates.check()
    assert str(check.failures[0].why) == "Uten nett. Innholdet er fra 11. november 2026."
    overview = laptop.desk.updates.overview()
    assert [(one.pack, one.seq) for one in overview.packs] == [("national", 1), (PACK, 1)]


def test_a_line_that_breaks_in_a_fetch_says_the_date_too(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    laptop.internet.breaks_at = ".zst"
    with pytest.raises(UpdateFailed, match=r"^Uten nett\. Innholdet er fra 11\. november 2026\.$"):
        laptop.desk.updates.fetch(plan)


@pytest.mark.parametrize("step", ["check", "fetch"])
def test_a_shared_folder_that_is_away_is_a_network_that_is_away_and_a_stick_is_none(
    tmp_path: Path, step: str
) -> None:
    shop = publisher(1, url="")
    share = shop.write(tmp_path / "share")
    machine = Machine(tmp_path)
    machine.desk.sources.add(machine.desk.sources.propose(share))
    machine.update()
    shop.release(PACK, 2, version(2))
    shop.write(share)
    stick = shop.write(tmp_path / "stick" / "feltperm" / shop.source.key).parents[1]

    def pulled(folder: Path, where: str) -> UpdateFailed:
        """Take a folder away in the middle of a step, and return what is said."""
        (plan,) = machine.desk.updates.check(where).plans
        away = folder.rename(tmp_path / "away")
        try:
            if step == "check":
                return machine.desk.updates.check(where).failures[0].why
            with pytest.raises(UpdateFailed) as failure:
                machine.desk.updates.fetch(plan)
            return failure.value
        finally:
            away.rename(folder)

    said = pulled(share, "")
    assert (said.why, str(said)) == ("no_network", "Uten nett. Innholdet er fra 11. november 2026.")
    if step == "fetch":
        said = pulled(stick, str(stick))
        assert (said.why, str(said)[:29]) == ("stick_gone", "Pinnen ble tatt ut for tidlig")


def test_one_sender_can_be_asked_alone(laptop: Machine, shop: Simulator) -> None:
    other = publisher(1, pack="bergen", name="Bergen kommune", url="https://bergen.example")
    laptop.internet.sites[other.url] = other.files
    laptop.trust(other)
    for name in ("Bergen kommune", other.source.key, "https://bergen.example/"):
        assert [plan.pack for plan in laptop.desk.updates.check(name).plans] == ["bergen"]
    with pytest.raises(NotFound, match="Fant ikke kilden «Oslo»"):
        laptop.desk.updates.check("Oslo")


def test_a_folder_is_asked_like_a_sender_and_counts_for_no_link(
    laptop: Machine, shop: Simulator, tmp_path: Path
) -> None:
    shop.release(PACK, 2, version(2))
    copy = shop.write(tmp_path / "copy")
    laptop.internet.down = True
    before = laptop.desk.updates.overview()
    updated = laptop.desk.updates.update(str(copy))
    assert [one.installed.seq for one in updated.taken] == [2]
    after = laptop.desk.updates.overview()
    assert (after.spent_bytes, after.last_attempt) == (before.spent_bytes, before.last_attempt)


@pytest.mark.parametrize("kind", ["empty", "foreign"])
def test_a_folder_without_a_known_sender_is_said(
    laptop: Machine, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    if kind == "foreign":
        publisher(3, name="Ukjent").write(folder)
        with pytest.raises(UpdateFailed) as failure:
            laptop.desk.updates.check(str(folder))
        assert why(failure) == "foreign"
    else:
        with pytest.raises(NotFound):
            laptop.desk.updates.check(str(folder))


@pytest.mark.parametrize("name", ["unsigned", "expired_timestamp", "rolled_back_timestamp"])
def test_what_cannot_be_verified_changes_nothing(
    laptop: Machine, shop: Simulator, name: str
) -> None:
    shop.release(PACK, 2, version(2))
    laptop.desk.updates.check()
    before = tree(laptop.paths.packs)
    spoil(shop, name)
    check = laptop.desk.updates.check()
    assert check.plans == ()
    assert len(check.failures) == 1
    assert tree(laptop.paths.packs) == before


# --- going back ---------------------------------------------------------------------------------


def test_going_back_pins_until_a_newer_one_is_taken(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    laptop.update()
    assert laptop.desk.updates.overview().packs[1].previous == "2026-11-11"
    state = laptop.desk.updates.roll_back(PACK)
    assert (state.seq, state.pinned, state.previous) == (1, True, "")
    shop.release(PACK, 3, version(3))
    check = laptop.desk.updates.check()
    assert [(plan.release.seq, plan.pinned) for plan in check.plans] == [(3, True)]
    assert check.due == ()
    assert laptop.update() == ()
    assert laptop.desk.updates.overview().packs[1].newest == "2026-11-13"
    assert laptop.desk.updates.take_newer(PACK).seq == 2
    laptop.update()
    assert laptop.seq() == 3


def test_the_national_content_goes_back_to_the_programs_own(tmp_path: Path) -> None:
    shop = publisher(2, pack="national")
    machine = Machine(tmp_path, Internet(shop))
    machine.trust(shop, national=True)
    machine.update()
    state = machine.desk.updates.roll_back("national")
    assert (state.seq, state.bundled, state.pinned, state.source) == (1, True, True, "")
    assert machine.desk.updates.check().due == ()
    assert machine.desk.updates.take_newer("national").seq == 2


def test_where_there_is_nothing_to_go_back_to_that_is_said(laptop: Machine) -> None:
    for pack in (PACK, "national", "nothing", "../x"):
        with pytest.raises(NotFound):
            laptop.desk.updates.roll_back(pack)
    assert laptop.seq() == 1


def test_what_may_come_by_itself(laptop: Machine, shop: Simulator) -> None:
    shop.release(PACK, 2, version(2))
    plan = laptop.plan()
    updates = laptop.desk.updates
    assert updates.may_fetch(replace(plan, bytes=10**9))
    updates.metered = True
    assert updates.may_fetch(plan)
    assert not updates.may_fetch(plan, only_wifi=True)
    assert not updates.may_fetch(replace(plan, bytes=500_001))
    assert not updates.may_fetch(plan, month_limit=plan.bytes - 1)
    assert updates.may_fetch(replace(plan, bytes=10**9, folder="/stick"), only_wifi=True)


def test_eight_lists_of_changes_are_kept(laptop: Machine, shop: Simulator) -> None:
    for seq in range(2, 11):
        shop.release(PACK, seq, version(seq))
        laptop.update()
    assert [one.new_seq for one in laptop.desk.updates.changes()] == list(range(10, 2, -1))
