"""A repository by any carrier: what is verified is used, and nothing else ever is."""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, MetaFile, Snapshot, Targets

from feltperm.errors import Condition, DiskFull, UpdateFailed
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.delta import apply_delta, decompress
from feltperm.packs.trust.index import INDEX_TARGET, PackIndex
from feltperm.packs.trust.repository import Repository, fetch_source
from feltperm.packs.trust.seen import read_seen
from feltperm.packs.trust.source import SOURCE_FILE, encode_source
from packs.server import Server
from packs.simulator import (
    NOW,
    SPOILS,
    MemoryCarrier,
    Simulator,
    outcome,
    pack_bytes,
    sha256,
    spoil,
    spoil_index,
)

FIRST = pack_bytes(seq=1, published="2026-11-01", records=300)
SECOND = pack_bytes(seq=2, published="2026-11-20", records=300, word="nytt")
THIRD = pack_bytes(seq=3, published="2026-11-25", records=300, word="nyere")


class House:
    """One laptop that follows one publisher."""

    def __init__(self, folder: Path, *, root_keys: int = 3, threshold: int = 2) -> None:
        self.folder = folder
        self.shop = Simulator(NOW, root_keys=root_keys, threshold=threshold)
        self.shop.release("national", 1, FIRST)
        self.shop.release("national", 2, SECOND)
        self.carrier = MemoryCarrier(self.shop.files)
        self.now = NOW

    def repository(self, carrier: MemoryCarrier | FolderCarrier | None = None) -> Repository:
        """As after the program was started anew."""
        return Repository(
            self.shop.source,
            self.folder / "metadata",
            self.folder / "work",
            carrier or self.carrier,
            lambda: self.now,
        )

    def update(self, carrier: MemoryCarrier | FolderCarrier | None = None) -> PackIndex:
        """Refresh and fetch the newest version, whole."""
        repository = self.repository(carrier)
        index = repository.refresh()
        newest = index.packs["national"][0]
        path = repository.fetch(newest.whole, newest.whole_length)
        assert sha256(decompress(path.read_bytes(), newest.length)) == newest.sha256
        return index

    def why(self, carrier: MemoryCarrier | FolderCarrier | None = None) -> str:
        with pytest.raises(UpdateFailed) as caught:
            self.update(carrier)
        assert caught.value.detail or caught.value.why == "stopped"
        return caught.value.why


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def seqs(index: PackIndex | None) -> list[int]:
    return [release.seq for release in index.packs["national"]] if index else []


# --- all is well ------------------------------------------------------------------------------


def test_the_index_and_every_way_to_the_newest_version(house: House) -> None:
    repository = house.repository()
    newest = repository.refresh().packs["national"][0]
    assert repository.fetch(newest.plain, newest.length).read_bytes() == SECOND
    whole = repository.fetch(newest.whole, newest.whole_length).read_bytes()
    assert decompress(whole, newest.length) == SECOND
    delta = newest.delta_from(sha256(FIRST))
    assert delta is not None
    assert (
        apply_delta(FIRST, repository.fetch(delta.target, delta.length).read_bytes(), newest.length)
        == SECOND
    )


def test_a_check_with_nothing_new_is_two_small_requests(house: House) -> None:
    house.repository().refresh()
    house.carrier.asked.clear()
    before = house.carrier.transfer.received
    house.repository().refresh()
    assert house.carrier.asked == ["metadata/2.root.json", "metadata/timestamp.json"]
    assert house.carrier.transfer.received - before < 600


def test_a_file_that_was_fetched_is_not_fetched_again(house: House) -> None:
    house.update()
    house.carrier.asked.clear()
    house.update()
    assert not [path for path in house.carrier.asked if path.startswith("targets/")]


def test_the_index_is_not_fetched_again_when_the_work_folder_was_emptied(house: House) -> None:
    house.repository().refresh()
    shutil.rmtree(house.folder / "work")
    house.carrier.asked.clear()
    house.repository().refresh()
    assert not [path for path in house.carrier.asked if path.startswith("targets/")]


def test_what_was_known_is_known_without_a_network(house: House) -> None:
    repository = house.repository()
    assert repository.known() is None
    assert repository.expires() is None
    repository.refresh()
    house.carrier.files = {}
    assert seqs(house.repository().known()) == [2, 1]
    assert house.repository().expires() == (NOW + timedelta(days=400)).date()


def test_a_file_that_is_installed_can_be_let_go(house: House, tmp_path: Path) -> None:
    repository = house.repository()
    newest = repository.refresh().packs["national"][0]
    path = repository.fetch(newest.plain, newest.length)
    repository.discard(path)
    assert not path.exists()
    stranger = tmp_path / "thesis.doc"
    stranger.write_text("mine")
    repository.discard(stranger)
    assert stranger.exists()


def test_new_keys_are_followed_and_old_ones_no_longer_count(house: House) -> None:
    house.update()
    old = list(house.shop.signers["timestamp"])
    for role in ("timestamp", "targets", "root", "snapshot"):
        house.shop.rotate(role)
    house.shop.release("national", 3, THIRD)
    assert seqs(house.update()) == [3, 2, 1]
    house.shop.signed["timestamp"].version += 1
    house.shop.put("timestamp", old)
    assert house.why() == "untrusted"


def test_years_of_rotations_are_caught_up_from_the_first_root(house: House) -> None:
    for _ in range(40):
        house.shop.rotate("root")
    assert seqs(house.update()) == [2, 1]
    assert len(house.repository().roots()) == 41


def test_a_publisher_that_lost_its_online_keys_recovers_from_versions_run_ahead(
    house: House,
) -> None:
    house.update()
    for role in ("snapshot", "timestamp"):
        house.shop.signed[role].version = 10**6
        house.shop.put(role)
    house.update()
    for role in ("snapshot", "timestamp"):
        house.shop.signed[role].version = 5
        house.shop.rotate(role)
    house.shop.resign()
    assert seqs(house.update()) == [2, 1]


def test_the_same_over_a_real_server_and_from_a_stick(house: House, tmp_path: Path) -> None:
    stick = house.shop.write(tmp_path / "stick")
    assert seqs(house.update(FolderCarrier(stick))) == [2, 1]
    house.shop.release("national", 3, THIRD)
    with (
        Server(house.shop.files) as server,
        HttpCarrier(Transfer(), tmp_path / "parts", proxy=lambda _: None) as carrier,
    ):
        house.shop.url = server.url
        assert seqs(house.update(carrier)) == [3, 2, 1]
    assert house.why(FolderCarrier(stick)) == "rolled_back"
    assert seqs(house.repository().known()) == [3, 2, 1]


# --- attacks, each by its name ----------------------------------------------------------------

EXPECTED = {
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


def test_every_way_to_spoil_a_repository_is_tried() -> None:
    assert EXPECTED.keys() == SPOILS.keys()


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items())
def test_a_spoiled_repository_is_refused_in_its_own_words_and_heals(
    house: House, name: str, expected: str
) -> None:
    house.update()
    house.shop.release("national", 3, THIRD)
    good = house.shop.keep()
    spoil(house.shop, name)
    assert house.why() == expected
    known = seqs(house.repository().known())
    assert known in ([2, 1], [3, 2, 1])
    assert known == [2, 1] or expected in ("damaged", "missing")
    if name in ("too_few_keys", "stranger_root"):  # somebody without keys has laid it there
        house.carrier.files = good
    else:
        house.shop.heal()
    assert seqs(house.update()) == [3, 2, 1]


@pytest.mark.parametrize("name", ["unsigned", "wrong_key_targets", "expired_timestamp"])
def test_a_spoiled_repository_is_refused_by_one_who_never_saw_a_good_one(
    house: House, name: str
) -> None:
    spoil(house.shop, name)
    assert house.why() == EXPECTED[name]
    assert house.repository().known() is None
    with pytest.raises(UpdateFailed) as caught:
        house.repository().files()
    assert caught.value.why == "missing"


def test_another_publisher_s_repository_is_not_taken_for_this_one(house: House) -> None:
    other = Simulator(NOW)
    other.release("national", 9, pack_bytes(seq=9))
    assert house.why(MemoryCarrier(other.files)) == "untrusted"


def test_a_freeze_is_found_out_when_the_timestamp_runs_out(house: House) -> None:
    house.update()
    house.shop.release("national", 3, THIRD)
    house.carrier.files = {
        name: data for name, data in house.carrier.files.items() if "3.json" not in name
    }
    house.carrier.files["metadata/timestamp.json"] = house.repository().files()[-1][1]
    assert seqs(house.update()) == [2, 1]
    house.now += timedelta(days=401)
    assert house.why() == "expired"


def test_the_sentence_for_an_expired_stick_has_its_day(house: House, tmp_path: Path) -> None:
    stick = house.shop.write(tmp_path / "stick")
    house.now += timedelta(days=401)
    with pytest.raises(UpdateFailed, match=r"^Pinnen er for gammel .* \(31\. desember 2027\)\. "):
        house.update(FolderCarrier(stick))


@pytest.mark.parametrize(
    "name", ["timestamp.json", "2.root.json", "4.snapshot.json", "4.targets.json"]
)
def test_endless_metadata_ends(house: House, name: str) -> None:
    house.update()
    house.shop.release("national", 3, THIRD)
    path = f"metadata/{name}"
    house.carrier.files.setdefault(path, b"{" * 1000)
    house.carrier.endless = {path}
    before = house.carrier.transfer.received
    assert house.why() == "damaged"
    assert house.carrier.transfer.received - before < 5 << 20


def test_an_endless_target_ends(house: House) -> None:
    newest = house.shop.index.packs["national"][0]
    house.carrier.endless = {house.shop.path(newest.whole)}
    assert house.why() == "damaged"


def test_an_index_that_says_another_length_than_was_signed_is_refused(house: House) -> None:
    newest = house.shop.index.packs["national"][0]
    spoil_index(
        house.shop, lambda text: text.replace(f'"length":{newest.length}', '"length":12345')
    )
    repository = house.repository()
    index = repository.refresh()
    with pytest.raises(UpdateFailed) as caught:
        repository.fetch(newest.plain, index.packs["national"][0].length)
    assert caught.value.why == "damaged"


def test_a_target_that_was_never_signed_is_not_fetched(house: House) -> None:
    repository = house.repository()
    repository.refresh()
    house.carrier.asked.clear()
    for name in ("national/99.jsonl", "../secret", "/etc/passwd"):
        with pytest.raises(UpdateFailed) as caught:
            repository.fetch(name, 10)
        assert caught.value.why == "missing"
    assert house.carrier.asked == []


def test_a_repository_without_an_index_is_said(house: House) -> None:
    del house.shop.targets.targets[INDEX_TARGET]
    house.shop.publish()
    assert house.why() == "missing"


def test_an_index_of_a_later_format_says_that_the_program_is_too_old(house: House) -> None:
    spoil_index(house.shop, lambda text: text.replace('"format":1', '"format":2'))
    assert house.why() == "too_new"


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_bit_that_fell_over_anywhere_never_changes_what_is_used(
    house: House, data: st.DataObject
) -> None:
    good = house.shop.keep()
    path = data.draw(st.sampled_from(sorted(good)))
    place = data.draw(st.integers(0, len(good[path]) - 1))
    flipped = bytearray(good[path])
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    house.carrier.files = {**good, path: bytes(flipped)}
    shutil.rmtree(house.folder / "metadata", ignore_errors=True)
    shutil.rmtree(house.folder / "work", ignore_errors=True)

    def update() -> None:
        assert seqs(house.update()) == [2, 1]

    assert outcome(update) in ("done", "damaged", "untrusted", "rolled_back")


# --- clocks -----------------------------------------------------------------------------------


def test_a_clock_two_years_ahead_is_told_from_a_source_that_is_not_kept(house: House) -> None:
    house.now += timedelta(days=730)
    assert house.why() == "expired"
    house.carrier.remote = NOW.astimezone()
    with pytest.raises(UpdateFailed, match=r"klokke viser 25\. november 2028\.") as caught:
        house.update()
    assert caught.value.why == "clock_ahead"


def test_a_source_that_is_not_kept_is_not_put_down_to_the_clock(house: House) -> None:
    house.now += timedelta(days=730)
    house.carrier.remote = house.now.astimezone()
    assert house.why() == "expired"


def test_a_clock_ten_years_back_is_known_by_what_was_signed_later(house: House) -> None:
    house.now -= timedelta(days=3650)
    with pytest.raises(UpdateFailed, match=r"klokke viser 28\. november 2016\.") as caught:
        house.update()
    assert caught.value.why == "clock_behind"
    house.now = NOW
    assert seqs(house.update()) == [2, 1]


def test_a_time_zone_is_no_wrong_clock(house: House) -> None:
    house.now = datetime(2026, 11, 19, 23, 30)
    assert seqs(house.update()) == [2, 1]


# --- the metadata folder ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "lost",
    [
        "timestamp.json",
        "snapshot.json",
        "targets.json",
        "root.json",
        "root_history",
        "verified",
        "timestamp.json snapshot.json",
        "timestamp.json snapshot.json targets.json root.json root_history",
    ],
)
@pytest.mark.parametrize("how", ["deleted", "emptied"])
def test_a_folder_that_lost_files_still_cannot_be_taken_back(
    house: House, lost: str, how: str
) -> None:
    old = house.shop.keep()
    house.shop.release("national", 3, THIRD)
    house.update()
    for name in lost.split():
        place = house.folder / "metadata" / name
        if place.is_dir():
            shutil.rmtree(place)
        elif how == "deleted":
            place.unlink()
        else:
            place.write_bytes(b"")
    house.carrier.files = old
    assert house.why() == "rolled_back"
    house.carrier.files = house.shop.files
    assert seqs(house.update()) == [3, 2, 1]


def test_metadata_that_was_exchanged_behind_a_refresh_is_not_kept(house: House) -> None:
    house.update()
    folder = house.folder / "metadata"
    older = (folder / "snapshot.json").read_bytes()
    house.shop.release("national", 3, THIRD)
    house.update()
    (folder / "snapshot.json").write_bytes(older)
    with pytest.raises(UpdateFailed) as caught:
        read_seen(folder, 1, b"")
    assert caught.value.why == "damaged"


def test_what_is_kept_is_used_only_whole(house: House) -> None:
    house.update()
    kept = house.folder / "metadata" / "verified"
    digest, _, data = kept.read_bytes().partition(b"\n")
    other = base64.b64encode(b'{"format":1,"packs":{}}').decode()
    changed = json.dumps(json.loads(data) | {"index": other}).encode()
    kept.write_bytes(digest + b"\n" + changed)
    assert house.repository().known() is None
    assert seqs(house.update()) == [2, 1]
    assert seqs(house.repository().known()) == [2, 1]


def test_a_refresh_that_is_cut_off_leaves_what_belongs_together(house: House) -> None:
    house.update()
    before = house.repository().files()
    house.shop.release("national", 3, THIRD)
    for gone in ("4.snapshot.json", "4.targets.json", "index.json"):
        house.carrier.files = {
            path: data
            for path, data in house.shop.files.items()
            if not path.endswith(gone) or path == house.shop.path(INDEX_TARGET, b"")
        }
        assert house.why() == "missing"
        assert house.repository().files() == before
        assert seqs(house.repository().known()) == [2, 1]
    house.carrier.files = house.shop.files
    assert seqs(house.update()) == [3, 2, 1]


def test_what_a_stick_gets_is_enough_for_the_next_laptop(house: House, tmp_path: Path) -> None:
    house.shop.rotate("timestamp")
    house.update()
    repository = house.repository()
    stick = tmp_path / "stick"
    name, data = repository.index_file()
    newest = house.shop.index.packs["national"][0]
    files = [
        (f"targets/{name}", data),
        (f"targets/{repository.stored_name(newest.plain)}", SECOND),
        *((f"metadata/{name}", data) for name, data in repository.files()),
    ]
    assert files[-1][0] == "metadata/timestamp.json"
    for path, content in files:
        (stick / path).parent.mkdir(parents=True, exist_ok=True)
        (stick / path).write_bytes(content)
    other = Repository(
        house.shop.source,
        tmp_path / "other",
        tmp_path / "work2",
        FolderCarrier(stick),
        lambda: NOW,
    )
    release = other.refresh().packs["national"][0]
    assert other.fetch(release.plain, release.length).read_bytes() == SECOND
    with pytest.raises(UpdateFailed) as caught:
        other.fetch(release.whole, release.whole_length)
    assert caught.value.why == "missing"
    assert other.files() == repository.files()


def test_root_json_is_no_link_so_that_a_profile_on_a_stick_works(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "not supported here")

    monkeypatch.setattr("os.symlink", refuse)
    monkeypatch.setattr("os.link", refuse)
    house.update()
    house.shop.rotate("root")
    house.update()
    root = json.loads((house.folder / "metadata" / "root.json").read_bytes())
    assert root["signed"]["version"] == 2


def test_a_full_disk_is_said_and_the_retry_succeeds(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("feltperm.packs.disk.writing.os.fsync", full)
    with pytest.raises(DiskFull):
        house.update()
    monkeypatch.undo()
    assert seqs(house.update()) == [2, 1]


def test_stop_in_the_middle_is_said_and_the_retry_succeeds(house: House) -> None:
    house.carrier.transfer.stop()
    assert house.why() == "stopped"
    house.carrier = MemoryCarrier(house.shop.files)
    assert seqs(house.update()) == [2, 1]


def test_the_failure_names_the_sender(house: House) -> None:
    spoil(house.shop, "unsigned")
    with pytest.raises(UpdateFailed, match=r"^Innholdet kom ikke fra Prøveavsender\. "):
        house.repository().refresh()


def test_an_index_that_a_stick_could_not_carry_is_refused(house: House) -> None:
    """One sender with delegated metadata would end the comparison of all others on a stick."""
    signer = CryptoSigner.generate_ed25519()
    role = DelegatedRole("packs", [signer.public_key.keyid], 1, False, paths=["packs/*"])
    targets = house.shop.targets
    targets.delegations = Delegations({signer.public_key.keyid: signer.public_key}, {"packs": role})
    below = Targets(expires=house.shop.now + timedelta(days=100))
    below.targets[INDEX_TARGET] = targets.targets.pop(INDEX_TARGET)
    signed = Metadata(below)
    signed.sign(signer)
    house.shop.files["metadata/1.packs.json"] = signed.to_bytes()
    snapshot = house.shop.signed["snapshot"]
    assert isinstance(snapshot, Snapshot)
    snapshot.meta["packs.json"] = MetaFile(1)
    house.shop.publish()
    assert house.why() == "damaged"


# --- a source to be added ---------------------------------------------------------------------


def test_a_source_is_found_at_its_folder_and_at_its_file(house: House) -> None:
    files = {SOURCE_FILE: encode_source(house.shop.source)}
    with (
        Server(files) as server,
        HttpCarrier(Transfer(), house.folder / "parts", proxy=lambda _: None) as carrier,
    ):
        for url in (server.url, f"{server.url}/", f"{server.url}/{SOURCE_FILE}"):
            found = fetch_source(carrier, url)
            assert (found.root, found.url) == (house.shop.first_root, f"{server.url}/")


@pytest.mark.parametrize("data", [None, b"", b"{}", b"<html>hei</html>", b" " * 300_000])
def test_an_address_without_a_source_is_said_so(house: House, data: bytes | None) -> None:
    carrier = MemoryCarrier({} if data is None else {SOURCE_FILE: data})
    with pytest.raises(UpdateFailed) as caught:
        fetch_source(carrier, "https://example.org/")
    assert caught.value.why == "not_a_source"


def test_a_condition_is_never_a_bare_error(house: House) -> None:
    """What is thrown at the repository by a carrier comes out as a condition."""
    for error in (OSError(5, "io"), UpdateFailed("portal", "x")):

        def broken(url: str, error: Exception = error) -> None:
            raise error

        house.carrier._fetch = broken  # type: ignore[assignment,method-assign]
        with pytest.raises(Condition):
            house.repository().refresh()


def test_expires_is_the_first_day_that_anything_expires(house: House) -> None:
    house.shop.signed["snapshot"].expires = house.shop.now + timedelta(days=3)
    house.shop.put("snapshot")
    house.shop.put("timestamp")
    house.repository().refresh()
    assert house.repository().expires() == date(2026, 11, 29)


@pytest.mark.parametrize(
    "url", ["https://ola:hemmelig@example.org/", "https://example.org/?pakke=1", "file:///etc/"]
)
def test_an_address_that_could_not_be_kept_is_no_source(house: House, url: str) -> None:
    """It would be written, and the sender be unreadable from then on."""
    silent = encode_source(replace(house.shop.source, url=""))
    carrier = MemoryCarrier({SOURCE_FILE: silent})
    with pytest.raises(UpdateFailed) as caught:
        fetch_source(carrier, url)
    assert caught.value.why == "not_a_source"
