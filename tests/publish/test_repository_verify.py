"""``verify``: whatever is wrong with a repository is found and named, and nothing else is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from repository_home import Home, edit
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Timestamp

from feltperm.packs.delta import compress, make_delta
from feltperm.packs.trust.index import INDEX_TARGET, Delta, PackIndex, Release, encode_index
from feltperm_publish.repository import rotate
from feltperm_publish.repository.release import index_names
from feltperm_publish.repository.sign import next_versions


@pytest.fixture
def ready(home: Home) -> Home:
    home.create(2, 1)
    for number in range(2):
        edit(home.sources(), f"Utgave {number}.")
        home.release(home.sources())
    rotate.replace(
        home.folder, home.current, home.ring(), *rotate.find_key(home.current, "online-1"), home.now
    )
    # the new key alone, so that every signature counts
    rotate.resign(home.folder, home.current, home.ring(), home.now)
    return home


def found(home: Home) -> list[str]:
    return [str(one) for one in home.verify().findings]


def test_a_sound_repository_has_no_findings_and_all_of_it_was_read(ready: Home) -> None:
    proof = ready.verify()
    assert proof.findings == []
    assert proof.files == len(ready.current.targets.targets) == 6
    assert proof.deltas == 1


def paths(home: Home) -> list[str]:
    """Every file that a client may ask for."""
    current = home.current
    metadata = [
        "1.root.json", "2.root.json", f"{current.targets.version}.targets.json",
        f"{current.snapshot.version}.snapshot.json", "timestamp.json",
    ]  # fmt: skip
    targets = [
        path for one in current.targets.targets.values() for path in one.get_prefixed_paths()
    ]
    return ["source.json", *(f"metadata/{n}" for n in metadata), *(f"targets/{n}" for n in targets)]


def flip(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize(
    "harm",
    [flip, lambda data: data[:-20], lambda data: b"", None],
    ids=["a flipped bit", "cut off", "empty", "gone"],
)
def test_harm_to_any_file_is_found_and_named(
    ready: Home, harm: Callable[[bytes], bytes] | None
) -> None:
    for name in paths(ready):
        path = ready.repository / name
        data = path.read_bytes()
        path.unlink()
        if harm:
            path.write_bytes(harm(data))
        proof = ready.verify()
        said = [one for one in proof.findings if one.severity == "error"]
        last = Path(name).name.partition(".")[2]
        if harm is None and name.endswith("2.root.json"):
            last = "timestamp.json"  # which the keys of the root before it have not signed
        elif harm is None and name.endswith("root.json"):
            last = "roots must be 1, 2, 3"
        assert any(last in str(one) or name in str(one) for one in said), name
        path.write_bytes(data)
    assert found(ready) == []


def test_a_folder_that_is_no_repository(home: Home) -> None:
    assert found(home) == ["metadata: is not there: this is no repository"]


def test_a_root_in_the_middle_of_the_chain_can_not_be_left_out(ready: Home) -> None:
    rotate.renew(ready.folder, ready.current, ready.ring(), ready.now)
    (ready.folder.metadata / "2.root.json").unlink()
    assert found(ready) == ["metadata: roots must be 1, 2, 3 …: there are [1, 3]"]


def test_a_root_that_the_one_before_it_did_not_sign(ready: Home) -> None:
    stranger = CryptoSigner.generate_ed25519()
    path = ready.folder.metadata / "2.root.json"
    root: Metadata[Root] = Metadata.from_file(str(path))
    root.signed.roles["root"].keyids = []
    root.signed.add_key(stranger.public_key, "root")
    root.sign(stranger)
    path.write_bytes(root.to_bytes())
    assert found(ready) == [
        "metadata/2.root.json: has 0 of 1 signatures that the root before it asks for"
    ]


def test_too_few_signatures_on_a_root(home: Home) -> None:
    home.create(3, 2)
    path = home.folder.metadata / "1.root.json"
    root: Metadata[Root] = Metadata.from_file(str(path))
    for keyid in list(root.signatures)[1:]:
        del root.signatures[keyid]
    path.write_bytes(root.to_bytes())
    assert "has 1 of 2 signatures" in found(home)[0]


def test_a_source_file_with_another_root(ready: Home, tmp_path: Path) -> None:
    other = Home(tmp_path / "other")
    other.create()
    ready.folder.source.write_bytes(other.folder.source.read_bytes())
    assert found(ready) == ["source.json: holds another root than metadata/1.root.json"]


def test_metadata_in_the_place_of_other_metadata(ready: Home) -> None:
    version = ready.current.snapshot.version
    (ready.folder.metadata / "timestamp.json").write_bytes(
        (ready.folder.metadata / f"{version}.snapshot.json").read_bytes()
    )
    assert found(ready) == ["metadata/timestamp.json: is snapshot metadata"]


def test_an_old_snapshot_under_a_new_name(ready: Home) -> None:
    """Validly signed, and still not what the timestamp promises."""
    old = ready.current.snapshot.version
    data = (ready.folder.metadata / f"{old}.snapshot.json").read_bytes()
    rotate.resign(ready.folder, ready.current, ready.ring(), ready.now)
    (ready.folder.metadata / f"{old + 1}.snapshot.json").write_bytes(data)
    assert found(ready) == [f"metadata/{old + 1}.snapshot.json: says it is version {old}"]


def test_a_snapshot_that_lists_more_than_targets(ready: Home) -> None:
    version = ready.current.snapshot.version
    path = ready.folder.metadata / f"{version}.snapshot.json"
    snapshot: Metadata[Snapshot] = Metadata.from_file(str(path))
    snapshot.signed.meta["other.json"] = snapshot.signed.meta["targets.json"]
    (signer,) = ready.ring().signers(ready.current.root, "snapshot")
    snapshot.sign(signer)
    path.write_bytes(snapshot.to_bytes())
    assert "must list targets.json and nothing else" in found(ready)[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, []),
        (101, ["snapshot version 5: ends on", "timestamp version 5: ends on"]),
        (400, ["snapshot version 5: ended on", "timestamp version 5: ended on"]),
        (730, ["targets version 3: ended on"]),
        (1826, ["root version 2: ended on"]),
    ],
)
def test_what_ends_is_warned_of_and_what_has_ended_is_an_error(
    ready: Home, days: int, said: list[str]
) -> None:
    ready.later(days)
    findings = found(ready)
    assert (findings == []) is (said == [])
    for words in said:
        assert any(words.split(" version")[0] in line and words[-9:] in line for line in findings)
    severities = {one.severity for one in ready.verify().findings}
    assert ("error" in severities) is (days >= 400)


def signed_with(home: Home, index: PackIndex, **files: bytes) -> None:
    """Publish an index as it is, with further targets: what a slip of the publisher would sign."""
    data = encode_index(index)
    known = {**home.current.targets.targets, INDEX_TARGET: TargetFile.from_data(INDEX_TARGET, data)}
    home.folder.write_target(INDEX_TARGET, data)
    for name, content in files.items():
        home.folder.write_target(name, content)
        known[name] = TargetFile.from_data(name, content)
    root, ring = home.current.root, home.ring()
    by, online = ring.signers(root, "targets"), ring.signers(root, "timestamp")
    for name, content in next_versions(home.folder, home.current, known, by, online, home.now):
        home.folder.write_metadata(name, content)


def newest(home: Home) -> Release:
    return home.index.packs["sample"][0]


def with_newest(home: Home, **changes: object) -> PackIndex:
    release = msgspec.structs.replace(newest(home), **changes)
    older = home.index.packs["sample"][1:]
    return PackIndex(format=1, packs={"sample": (release, *older)})


def test_an_index_that_names_what_is_no_target(ready: Home) -> None:
    sha = "a" * 64
    delta = Delta(base=sha, target="sample/4.from-aaaaaaaa.zst", length=10)
    signed_with(ready, with_newest(ready, deltas=(delta,)))
    said = found(ready)
    assert f"{INDEX_TARGET}: names sample/4.from-aaaaaaaa.zst, which is no target" in said
    assert "sample 4: sample/4.from-aaaaaaaa.zst can't be proved: its base is no target" in said


def test_a_target_that_nobody_finds(ready: Home) -> None:
    signed_with(ready, ready.index, **{"sample/9.jsonl": b"{}\n"})
    assert found(ready) == ["targets/sample/9.jsonl: is not in the index: nobody fetches it"]


def test_an_index_with_another_length(ready: Home) -> None:
    wrong = newest(ready).whole_length + 1
    signed_with(ready, with_newest(ready, whole_length=wrong))
    assert [line for line in found(ready) if f"has {wrong} bytes" in line]


def test_an_index_with_another_hash(ready: Home) -> None:
    signed_with(ready, with_newest(ready, sha256="a" * 64))
    assert [line for line in found(ready) if "another sha256" in line]


def test_signed_files_that_give_another_pack(ready: Home) -> None:
    release = newest(ready)
    old = ready.index.packs["sample"][1]
    plain = ready.folder.target(old.plain, old.sha256).read_bytes()
    whole, delta = compress(plain), make_delta(plain, plain)
    (way,) = release.deltas
    changed = with_newest(
        ready,
        whole_length=len(whole),
        deltas=(msgspec.structs.replace(way, length=len(delta)),),
    )
    signed_with(ready, changed, **{release.whole: whole, way.target: delta})
    said = found(ready)
    assert len(said) == 2
    assert all(line.startswith("sample 4: ") for line in said)
    assert any(release.whole in line for line in said)
    assert any(way.target in line for line in said)


def test_a_pack_under_another_seq(ready: Home) -> None:
    release = newest(ready)
    plain = ready.folder.target(release.plain, release.sha256).read_bytes()
    other = plain.replace(b'"seq":4', b'"seq":5')
    assert other != plain
    whole = compress(other)
    changed = with_newest(
        ready, sha256=hashlib.sha256(other).hexdigest(), whole_length=len(whole), deltas=()
    )
    signed_with(ready, changed, **{release.plain: other, release.whole: whole})
    assert "sample 4: sample/4.jsonl does not give this pack" in found(ready)


@pytest.mark.parametrize("content", [b"not zstd", b""], ids=["no zstd", "nothing"])
def test_a_whole_that_is_no_zstd(ready: Home, content: bytes) -> None:
    release = newest(ready)
    signed_with(
        ready, with_newest(ready, whole_length=len(content) or 1), **{release.whole: content}
    )
    assert [line for line in found(ready) if f"{release.whole} cannot be unpacked" in line]


def test_a_link_among_the_targets(ready: Home, tmp_path: Path) -> None:
    release = newest(ready)
    path = ready.folder.target(release.plain, release.sha256)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert "is a link" in found(ready)[0]


def test_what_nobody_refers_to_is_counted_and_no_finding(ready: Home) -> None:
    before = ready.verify().strays
    (ready.folder.targets / "sample" / ".half.part").write_bytes(b"half")
    proof = ready.verify()
    assert (proof.findings, proof.strays) == ([], before + 1)


def test_a_timestamp_by_a_stranger(ready: Home) -> None:
    path = ready.folder.metadata / "timestamp.json"
    timestamp: Metadata[Timestamp] = Metadata.from_file(str(path))
    timestamp.sign(CryptoSigner.generate_ed25519())
    path.write_bytes(timestamp.to_bytes())
    assert "timestamp was signed by 0/1 keys" in found(ready)[0]


def test_every_name_of_the_index_is_among_the_targets(ready: Home) -> None:
    assert index_names(ready.index) < set(ready.current.targets.targets)
