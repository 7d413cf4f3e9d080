"""Releases: what they hold, what a client gets, and what a crash leaves."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from repository_home import SERVICE, Client, Home, edit, state
from sample_sources import FILES, write_files
from tuf.api.metadata import Metadata, Targets

from feltperm.packs.delta import apply_delta, decompress
from feltperm.packs.format import decode
from feltperm.packs.trust.index import KEPT, PackIndex
from feltperm_publish.repository import files, release
from feltperm_publish.repository.current import read_current
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.release import Made, publish
from feltperm_publish.repository.verify import verify


@pytest.fixture
def ready(home: Home) -> Home:
    home.create()
    return home


def released(home: Home, count: int) -> list[Made]:
    made = []
    for number in range(count):
        edit(home.sources(), f"Utgave {number} av stedet.")
        made.append(home.release(home.sources()))
    return made


def test_a_client_gets_the_pack_by_every_way(ready: Home, tmp_path: Path) -> None:
    first, second = released(ready, 2)
    client = Client(ready.repository, tmp_path / "client")
    newest, older = client.refresh().packs["sample"]
    plain = client.get(newest.plain)
    old = client.get(older.plain)
    (delta,) = newest.deltas
    assert plain == second.files[newest.plain]
    assert old == first.files[older.plain]
    assert decompress(client.get(newest.whole), newest.length) == plain
    assert apply_delta(old, client.get(delta.target), newest.length) == plain
    assert (delta.base, len(client.get(delta.target))) == (older.sha256, delta.length)


def test_header_has_the_seq_and_the_day_of_the_release(ready: Home) -> None:
    """The program ships the seq of pack.yaml (2), so the first release is the one after it."""
    released(ready, 1)
    ready.later(3)
    edit(ready.sources(), "Tre dager senere.")
    made = ready.release(ready.sources())
    header = decode(made.files[made.release.plain]).header
    assert (header.seq, header.published) == (4, ready.today.isoformat())


def test_seq_of_another_publisher_starts_where_pack_yaml_says(ready: Home, tmp_path: Path) -> None:
    other = write_files(tmp_path / "other", FILES)
    assert ready.release(other).release.seq == 2


def test_seq_rises_by_one_and_pack_yaml_can_lift_it(ready: Home) -> None:
    assert [one.release.seq for one in released(ready, 2)] == [3, 4]
    path = ready.sources() / "catalogue/pack.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("seq: 2", "seq: 40"), encoding="utf-8")
    edit(ready.sources(), "En helt ny tekst.")
    assert ready.release(ready.sources()).release.seq == 41


def test_same_content_publishes_nothing_even_in_another_year(ready: Home) -> None:
    released(ready, 1)
    before = state(ready.repository)
    ready.later(500)
    assert ready.make(ready.sources()) is None
    assert state(ready.repository) == before


def test_sources_as_they_were_before_are_a_new_release(ready: Home) -> None:
    released(ready, 2)
    edit(ready.sources(), "Utgave 0 av stedet.")
    assert ready.release(ready.sources()).release.seq == 5


def test_deltas_lead_from_each_of_the_last_versions_to_the_newest(
    ready: Home, tmp_path: Path
) -> None:
    made = released(ready, KEPT + 3)
    client = Client(ready.repository, tmp_path / "client")
    newest, *older = client.refresh().packs["sample"]
    assert len(older) == KEPT - 1
    assert [delta.base for delta in newest.deltas] == [
        one.release.sha256 for one in reversed(made[-KEPT - 1 : -1])
    ]
    assert not any(one.deltas for one in older)
    for one, delta in zip(reversed(made[-KEPT - 1 : -1]), newest.deltas, strict=True):
        old = one.files[one.release.plain]
        assert apply_delta(old, client.get(delta.target), newest.length) == client.get(newest.plain)
    assert not ready.verify().findings


def test_several_packs_share_a_repository(ready: Home, tmp_path: Path) -> None:
    released(ready, 2)
    other = write_files(tmp_path / "other", FILES)
    path = other / "catalogue/pack.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("pack: sample", "pack: byen"), encoding="utf-8")
    ready.release(other, "byen")
    index = Client(ready.repository, tmp_path / "client").refresh()
    assert {name: len(one) for name, one in index.packs.items()} == {"byen": 1, "sample": 2}
    assert index.packs["sample"][0].deltas
    assert not ready.verify().findings


def test_assets_are_fetched_by_their_hash(ready: Home, tmp_path: Path) -> None:
    assets = ready.sources() / "assets/kart"
    assets.mkdir(parents=True)
    (assets / "kart.svg").write_bytes(b"<svg/>")
    (assets / ".DS_Store").write_bytes(b"not ours")
    made = ready.release(ready.sources())
    (asset,) = made.release.assets
    client = Client(ready.repository, tmp_path / "client")
    client.refresh()
    assert client.get(f"assets/{asset.sha256}") == b"<svg/>"
    (assets / "kart.svg").write_bytes(b"<svg >")
    assert ready.make(ready.sources()), "a changed asset is another content"


def test_a_link_is_no_asset(ready: Home, tmp_path: Path) -> None:
    assets = ready.sources() / "assets"
    assets.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (assets / "kart.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match="a link is no asset"):
        ready.make(ready.sources())


def test_a_delta_that_gives_other_bytes_is_not_signed(
    ready: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(ready, 1)
    before = state(ready.repository)
    edit(ready.sources(), "Annerledes")
    monkeypatch.setattr(release, "apply_delta", lambda old, delta, length: old)
    with pytest.raises(ValueError, match="sample 4 from 3: unpacking gives other bytes"):
        ready.release(ready.sources())
    assert state(ready.repository) == before


def test_a_damaged_earlier_version_stops_the_release(ready: Home) -> None:
    (made,) = released(ready, 1)
    path = ready.folder.target(made.release.plain, made.release.sha256)
    path.write_bytes(path.read_bytes().replace(b"Utgave", b"utgave"))
    edit(ready.sources(), "Annerledes")
    with pytest.raises(ValueError, match="is damaged"):
        ready.release(ready.sources())


def test_a_clock_that_is_behind_signs_nothing(ready: Home) -> None:
    made = ready.make(ready.sources())
    assert made
    before = state(ready.repository)
    ready.later(-2)
    with pytest.raises(
        ValueError, match="says 2026-11-25, but the repository was signed on 2026-11-27"
    ):
        publish(ready.folder, ready.current, made, ready.ring(), ready.now)
    assert state(ready.repository) == before


def test_what_nobody_refers_to_goes_one_release_later(ready: Home) -> None:
    """A client that asked before the release is still fetching what it was told of."""
    made = released(ready, KEPT + 1)
    oldest = made[0].release
    path = ready.folder.target(oldest.whole, made[0].release.sha256)
    names = {one.name.partition(".")[2] for one in ready.folder.targets.rglob("*.zst")}
    assert f"{oldest.seq}.jsonl.zst" in names, "it left the index in this release"
    edit(ready.sources(), "Enda en.")
    ready.release(ready.sources())
    names = {one.name.partition(".")[2] for one in ready.folder.targets.rglob("*.zst")}
    assert f"{oldest.seq}.jsonl.zst" not in names
    assert not path.exists()
    assert len(ready.folder.versions("targets")) == 2
    assert len(ready.folder.versions("snapshot")) == 2


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError("no space left")

    files.write_whole(tmp_path / "timestamp.json", b"old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        files.write_whole(tmp_path / "timestamp.json", b"new")
    assert state(tmp_path) == {"timestamp.json": b"old"}


def broken_at(step: int, after: bool) -> Callable[[Path, bytes], None]:
    """Return a way of writing that fails at the given write, before or after it is done."""
    whole, steps = files.write_whole, iter(range(1_000_000))

    def write(path: Path, data: bytes) -> None:
        now = next(steps)
        if now == step and not after:
            part = path.with_name(f".{path.name}.part")
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data[: len(data) // 2])
            raise OSError("no space left")
        whole(path, data)
        if now == step:
            raise OSError("no space left")

    return write


@pytest.mark.parametrize("after", [False, True], ids=["while writing", "after writing"])
def test_a_crash_at_any_write_changes_nothing_for_clients(
    ready: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    released(ready, 1)
    old = Client(ready.repository, tmp_path / "client").refresh()
    edit(ready.sources(), "Annerledes")
    made = ready.make(ready.sources())
    assert made
    writes = len(made.files) + 4  # the index, targets, snapshot, timestamp
    for step in range(writes):
        copy = Path(shutil.copytree(ready.repository, tmp_path / f"copy {step}"))
        folder, current = Folder(copy), read_current(Folder(copy))
        with monkeypatch.context() as patch:
            patch.setattr(files, "write_whole", broken_at(step, after))
            with pytest.raises(OSError, match="no space left"):
                publish(folder, current, made, ready.ring(), ready.now)
        seen = Client(copy, tmp_path / f"client {step}").refresh()
        if after and step == writes - 1:  # timestamp.json is there: it is published
            assert seen.packs["sample"][0].seq == 4
            continue
        assert seen == old, step
        publish(folder, current, made, ready.ring(), ready.now)
        seen = Client(copy, tmp_path / f"client after {step}").refresh()
        assert seen.packs["sample"][0].seq == 4
        assert not verify(folder, ready.now).findings


def test_a_version_number_is_never_used_for_two_contents(
    ready: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a CDN may have kept under a name is what everybody gets under it."""
    edit(ready.sources(), "Annerledes")
    made = ready.make(ready.sources())
    assert made
    with monkeypatch.context() as patch:
        patch.setattr(files, "write_whole", broken_at(len(made.files) + 2, after=True))
        with pytest.raises(OSError, match="no space"):
            publish(ready.folder, ready.current, made, ready.ring(), ready.now)
    written = state(ready.folder.metadata)
    ready.later(1)
    publish(ready.folder, ready.current, made, ready.ring(), ready.now)
    now = state(ready.folder.metadata)
    again = {name for name in written if now.get(name, written[name]) != written[name]}
    assert again == {"timestamp.json"}


def test_a_client_that_is_up_to_date_asks_for_timestamp_and_next_root_only(ready: Home) -> None:
    released(ready, 1)
    assert len((ready.folder.metadata / "timestamp.json").read_bytes()) < 400


def test_every_file_but_timestamp_has_its_content_in_its_name(ready: Home) -> None:
    released(ready, 2)
    for name in state(ready.folder.targets):
        assert re.fullmatch(r"[a-z]+/[0-9a-f]{64}\.[^/]+", name), name
    unversioned = [n for n in state(ready.folder.metadata) if not re.match(r"\d+\.", n)]
    assert unversioned == ["timestamp.json"]


def test_hashes_are_sha256_and_nothing_else(ready: Home) -> None:
    released(ready, 1)
    version = ready.current.targets.version
    path = ready.folder.metadata / f"{version}.targets.json"
    targets: Metadata[Targets] = Metadata.from_file(str(path))
    assert {tuple(one.hashes) for one in targets.signed.targets.values()} == {("sha256",)}


def test_index_is_the_same_bytes_for_the_same_releases(ready: Home) -> None:
    released(ready, 1)
    index = ready.index
    turned = msgspec.structs.replace(index, packs=dict(reversed(index.packs.items())))
    assert isinstance(turned, PackIndex)
    assert release.encode_index(turned) == release.encode_index(index)


def test_the_sources_are_not_touched(ready: Home) -> None:
    before = state(ready.sources())
    ready.release(ready.sources())
    assert state(ready.sources()) == before
    assert b"seq: 2" in before["catalogue/pack.yaml"]
    assert SERVICE in before
