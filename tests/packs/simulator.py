"""A small TUF repository of packs, made and broken in memory (ed25519 keys of the moment).

    shop = Simulator(now)
    shop.release("national", 1, data)        # a new version, deltas and index included
    shop.release("national", 2, newer)
    carrier = MemoryCarrier(shop.files)      # or shop.write(folder) for a server or a stick
    spoil(shop, "rolled_back_timestamp")     # something goes wrong, by name

Other tests import it as ``packs.simulator``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from feltperm.errors import ContentDamaged, UpdateFailed
from feltperm.packs.carrying.carrier import PIECE, Carrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.delta import compress, make_delta
from feltperm.packs.trust.index import (
    INDEX_TARGET,
    KEPT,
    Asset,
    Delta,
    PackIndex,
    Release,
    asset_target,
    delta_target,
    encode_index,
    plain_target,
    whole_target,
)
from feltperm.packs.trust.source import SOURCE_FILE, Source, encode_source

__all__ = [
    "NOW",
    "SPOILS",
    "MemoryCarrier",
    "Simulator",
    "outcome",
    "pack_bytes",
    "sha256",
    "spoil",
]

#: The moment that simulated repositories are made at, local time.
NOW = datetime(2026, 11, 26, 12, 0)

ROLES = ("root", "targets", "snapshot", "timestamp")
_DAYS = {"root": 5 * 365, "targets": 2 * 365, "snapshot": 400, "timestamp": 400}


def outcome(do: Callable[[], object]) -> str:
    """«done», or why it was refused in words; anything else that is raised is a bug."""
    try:
        do()
    except UpdateFailed as error:
        return error.why
    except ContentDamaged:
        return "damaged"
    return "done"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pack_bytes(
    pack: str = "national",
    seq: int = 1,
    published: str = "2026-11-20",
    records: int = 3,
    word: str = "",
) -> bytes:
    """A pack of small services; ``word`` goes into every tenth record's title."""
    head = {
        "format": 1,
        "languages": ["nb"],
        "pack": pack,
        "published": published,
        "publisher": "Prøve",
        "seq": seq,
    }
    lines = [json.dumps(head, ensure_ascii=False, separators=(",", ":"), sort_keys=True)]
    for number in range(records):
        title = f"Sted {number}" + (f" {word}" if word and number % 10 == 0 else "")
        seen = sha256(f"{pack}{number}".encode())
        record = {
            "id": f"svc-{number:06}",
            "kind": "service",
            "summary": {"nb": f"Prøve {seen}"},
            "title": {"nb": title},
        }
        lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    return "".join(line + "\n" for line in lines).encode()


class Simulator:
    """One publisher's repository.

    Attributes:
        files: path in the repository (``metadata/timestamp.json``) -> bytes; what is served.
        packs: pack id -> its versions' plain bytes, the oldest first.
        signers: role -> the keys that sign for it.
    """

    def __init__(
        self,
        now: datetime = NOW,
        *,
        name: str = "Prøveavsender",
        url: str = "",
        root_keys: int = 1,
        threshold: int = 1,
    ) -> None:
        self.now = now.astimezone(UTC).replace(microsecond=0)
        self.name = name
        self.url = url
        self.files: dict[str, bytes] = {}
        self.packs: dict[str, list[bytes]] = {}
        self.assets: dict[str, bytes] = {}
        self.targets_bytes: dict[str, bytes] = {}
        self._highest: dict[str, int] = {}
        keys = {role: root_keys if role == "root" else 1 for role in ROLES}
        self.signers = {
            role: [CryptoSigner.generate_ed25519() for _ in range(count)]
            for role, count in keys.items()
        }
        self.signed: dict[str, Signed] = {
            "root": Root(expires=self._expiry("root"), consistent_snapshot=True),
            "targets": Targets(expires=self._expiry("targets")),
            "snapshot": Snapshot(expires=self._expiry("snapshot")),
            "timestamp": Timestamp(expires=self._expiry("timestamp")),
        }
        for role, signers in self.signers.items():
            for signer in signers:
                self.root.add_key(signer.public_key, role)
        self.root.roles["root"].threshold = threshold
        self.put("root")
        self.first_root = self.files["metadata/1.root.json"]
        self._index()
        for role in ("targets", "snapshot", "timestamp"):
            self.put(role)

    @property
    def root(self) -> Root:
        signed = self.signed["root"]
        assert isinstance(signed, Root)
        return signed

    @property
    def targets(self) -> Targets:
        signed = self.signed["targets"]
        assert isinstance(signed, Targets)
        return signed

    @property
    def source(self) -> Source:
        """What a person adds to trust this repository."""
        return Source(self.name, self.url, self.first_root)

    def release(
        self,
        pack: str,
        seq: int,
        data: bytes,
        assets: tuple[bytes, ...] = (),
    ) -> Release:
        """Publish a version: plain, compressed, deltas from the versions before, index."""
        versions = self.packs.setdefault(pack, [])
        versions.append(data)
        self.assets |= {sha256(asset): asset for asset in assets}
        self._index()
        self.publish()
        return self.index.packs[pack][0]

    def publish(self) -> None:
        """Sign targets, snapshot and timestamp anew, each one version up."""
        for role in ("targets", "snapshot", "timestamp"):
            self.sign(role)

    def resign(self) -> None:
        """Sign snapshot and timestamp anew, as a publisher does each month."""
        for role in ("snapshot", "timestamp"):
            self.sign(role)

    def sign(self, role: str) -> None:
        """One version up, a new expiry, and into the files."""
        self.signed[role].version += 1
        self.signed[role].expires = self._expiry(role)
        self.put(role)

    def put(self, role: str, signers: list[CryptoSigner] | None = None) -> bytes:
        """Sign a role as it stands, tell whoever names it, and put it into the files."""
        signed = self.signed[role]
        self._highest[role] = max(signed.version, self._highest.get(role, 0))
        metadata = Metadata(signed)
        for signer in self.signers[role] if signers is None else signers:
            metadata.sign(signer, append=True)
        data = metadata.to_bytes(JSONSerializer(compact=True))
        name = "timestamp.json" if role == "timestamp" else f"{signed.version}.{role}.json"
        self.files[f"metadata/{name}"] = data
        meta = MetaFile(signed.version, len(data), {"sha256": sha256(data)})
        if role == "targets":
            self._role("snapshot").meta["targets.json"] = meta
        elif role == "snapshot":
            self._role("timestamp").snapshot_meta = meta
        return data

    def put_target(self, name: str, data: bytes, *, listed: bytes | None = None) -> None:
        """Serve a target; what is signed of it is what ``listed`` is, when that differs."""
        said = data if listed is None else listed
        self.targets.targets[name] = TargetFile.from_data(name, said, ["sha256"])
        self.targets_bytes[name] = data
        self.files[self.path(name, said)] = data

    def path(self, name: str, data: bytes | None = None) -> str:
        """Where a target's file lies in the repository."""
        folder, slash, last = name.rpartition("/")
        digest = sha256(self.targets_bytes[name] if data is None else data)
        return f"targets/{folder}{slash}{digest}.{last}"

    def rotate(self, role: str, *, sign_with_old: bool = True) -> None:
        """Give a role a new key; the root is signed by the old root keys and the new ones."""
        old = self.signers["root"]
        for key in list(self.root.roles[role].keyids):
            self.root.revoke_key(key, role)
        fresh = [CryptoSigner.generate_ed25519() for _ in self.signers[role]]
        for signer in fresh:
            self.root.add_key(signer.public_key, role)
        self.signers[role] = fresh
        self.root.version += 1
        self.put("root", [*(old if sign_with_old else []), *(fresh if role == "root" else [])])
        if role != "root":
            self.publish()

    @property
    def index(self) -> PackIndex:
        """What the index says now."""
        return PackIndex(
            format=1, packs={pack: self._releases(pack) for pack in sorted(self.packs)}
        )

    def write(self, folder: Path) -> Path:
        """Write all files to a folder, for a web server or as a stick's; return it."""
        for name, data in {**self.files, SOURCE_FILE: encode_source(self.source)}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder

    def heal(self) -> None:
        """The publisher puts everything right: all is signed anew, later than anything before."""
        self.root.consistent_snapshot = True
        for name, data in self.targets_bytes.items():
            if name != INDEX_TARGET:
                self.put_target(name, data)
        self._index()
        for role in ROLES:
            self.signed[role].version = self._highest[role]
            self.sign(role)

    def keep(self) -> dict[str, bytes]:
        """The files as they are now, for an attacker to bring back later."""
        return dict(self.files)

    def _expiry(self, role: str) -> datetime:
        return self.now + timedelta(days=_DAYS[role])

    def _role(self, role: str) -> Signed:
        return self.signed[role]

    def _index(self) -> None:
        for pack, versions in self.packs.items():
            self._put_pack(pack, versions)
        for digest, data in self.assets.items():
            self.put_target(asset_target(digest), data)
        self.put_target(INDEX_TARGET, encode_index(self.index))

    def _put_pack(self, pack: str, versions: list[bytes]) -> None:
        new = versions[-1]
        seq = _seq(new)
        if plain_target(pack, seq) in self.targets_bytes:
            return
        self.put_target(plain_target(pack, seq), new)
        self.put_target(whole_target(pack, seq), compress(new))
        for old in versions[-1 - KEPT : -1]:
            self.put_target(delta_target(pack, seq, sha256(old)), make_delta(old, new))

    def _releases(self, pack: str) -> tuple[Release, ...]:
        versions = self.packs[pack]
        return tuple(self._release(pack, versions, at) for at in reversed(range(len(versions))))[
            :KEPT
        ]

    def _release(self, pack: str, versions: list[bytes], at: int) -> Release:
        data, seq = versions[at], _seq(versions[at])
        bases = [sha256(old) for old in versions[max(0, at - KEPT) : at]]
        return Release(
            seq=seq,
            published=json.loads(data.split(b"\n", 1)[0])["published"],
            sha256=sha256(data),
            length=len(data),
            plain=plain_target(pack, seq),
            whole=whole_target(pack, seq),
            whole_length=len(self.targets_bytes[whole_target(pack, seq)]),
            deltas=tuple(
                Delta(
                    base=base,
                    target=delta_target(pack, seq, base),
                    length=len(self.targets_bytes[delta_target(pack, seq, base)]),
                )
                for base in bases
            ),
            assets=tuple(
                Asset(sha256=digest, length=len(asset)) for digest, asset in self.assets.items()
            ),
        )


def _seq(data: bytes) -> int:
    return int(json.loads(data.split(b"\n", 1)[0])["seq"])


# --- what can go wrong, by name -----------------------------------------------------------------


def _unsigned(shop: Simulator) -> None:
    shop.sign("timestamp")
    shop.put("timestamp", [])


def _wrong_key(shop: Simulator) -> None:
    shop.sign("timestamp")
    shop.put("timestamp", [CryptoSigner.generate_ed25519()])


def _wrong_key_targets(shop: Simulator) -> None:
    shop.sign("targets")
    shop.put("targets", [CryptoSigner.generate_ed25519()])
    shop.resign()


def _too_few_keys(shop: Simulator) -> None:
    """A new root that fewer have signed than the one before asks for."""
    shop.root.version += 1
    shop.put("root", shop.signers["root"][: shop.root.roles["root"].threshold - 1])


def _stranger_root(shop: Simulator) -> None:
    """A new root, signed by itself and by nobody who was trusted before."""
    shop.rotate("root", sign_with_old=False)


def _expired(role: str) -> Callable[[Simulator], None]:
    def spoil_it(shop: Simulator) -> None:
        yesterday = shop.now - timedelta(days=1)
        shop.signed[role].version += 1
        shop.signed[role].expires = yesterday
        shop.put(role)
        after = {"targets": ("snapshot", "timestamp"), "snapshot": ("timestamp",)}
        for dependent in after.get(role, ()):
            shop.sign(dependent)

    return spoil_it


def _rolled_back(role: str) -> Callable[[Simulator], None]:
    """The first version once more, named by newer ones of whatever names it."""

    def spoil_it(shop: Simulator) -> None:
        assert shop.signed[role].version > 1, "nothing to go back to"
        shop.signed[role].version = 1
        shop.put(role)
        after = {"targets": ("snapshot", "timestamp"), "snapshot": ("timestamp",)}
        for dependent in after.get(role, ()):
            shop.sign(dependent)

    return spoil_it


def _mix_and_match(shop: Simulator) -> None:
    """The snapshot that is served is another than the timestamp names."""
    name = f"metadata/{shop.signed['snapshot'].version}.snapshot.json"
    shop.resign()
    shop.files[f"metadata/{shop.signed['snapshot'].version}.snapshot.json"] = shop.files[name]


def _wrong_hash(shop: Simulator) -> None:
    """The newest pack's files have other bytes of the same length."""
    for name in _newest(shop):
        path = shop.path(name)
        shop.files[path] = bytes([shop.files[path][0] ^ 1]) + shop.files[path][1:]


def _wrong_length(shop: Simulator) -> None:
    """The newest pack's files have bytes too many."""
    for name in _newest(shop):
        shop.files[shop.path(name)] += b"\n"


def _cut_short(shop: Simulator) -> None:
    """The newest pack's files lack their last byte."""
    for name in _newest(shop):
        shop.files[shop.path(name)] = shop.files[shop.path(name)][:-1]


def _gone(shop: Simulator) -> None:
    """The newest pack's files are not there."""
    for name in _newest(shop):
        del shop.files[shop.path(name)]


def _path_in_name(shop: Simulator) -> None:
    """The index names a target with a way out of its folder, and it is signed."""
    spoil_index(shop, lambda text: text.replace('"plain":"', '"plain":"../../'))


def _no_consistent_snapshot(shop: Simulator) -> None:
    """A new root says that files change under their names."""
    shop.root.consistent_snapshot = False
    shop.sign("root")
    for name in ("targets", "snapshot"):
        newest = shop.files[f"metadata/{shop.signed[name].version}.{name}.json"]
        shop.files[f"metadata/{name}.json"] = newest


def _newest(shop: Simulator) -> Iterator[str]:
    for pack in shop.packs:
        release = shop.index.packs[pack][0]
        yield from (release.plain, release.whole, *(delta.target for delta in release.deltas))


def spoil_index(shop: Simulator, change: Callable[[str], str]) -> None:
    """Sign an index whose text was changed."""
    shop.put_target(INDEX_TARGET, change(shop.targets_bytes[INDEX_TARGET].decode()).encode())
    shop.publish()


#: Name -> what does it. The repository should have two versions of something before.
SPOILS: dict[str, Callable[[Simulator], None]] = {
    "unsigned": _unsigned,
    "wrong_key": _wrong_key,
    "wrong_key_targets": _wrong_key_targets,
    "too_few_keys": _too_few_keys,
    "stranger_root": _stranger_root,
    "expired_root": _expired("root"),
    "expired_targets": _expired("targets"),
    "expired_snapshot": _expired("snapshot"),
    "expired_timestamp": _expired("timestamp"),
    "rolled_back_timestamp": _rolled_back("timestamp"),
    "rolled_back_snapshot": _rolled_back("snapshot"),
    "rolled_back_targets": _rolled_back("targets"),
    "mix_and_match": _mix_and_match,
    "wrong_hash": _wrong_hash,
    "wrong_length": _wrong_length,
    "cut_short": _cut_short,
    "gone": _gone,
    "path_in_name": _path_in_name,
    "no_consistent_snapshot": _no_consistent_snapshot,
}


def spoil(shop: Simulator, name: str) -> None:
    """Break something, by its name in :data:`SPOILS`."""
    SPOILS[name](shop)


class MemoryCarrier(Carrier):
    """Brings the files of a simulator, or of any mapping; counts what was asked for.

    Attributes:
        asked: the paths, in order.
        endless: paths whose body never ends.
        remote: what the other end says the time is, or None.
    """

    def __init__(self, files: dict[str, bytes], transfer: Transfer | None = None) -> None:
        super().__init__(transfer)
        self.files = files
        self.asked: list[str] = []
        self.endless: set[str] = set()
        self.remote: datetime | None = None

    def base(self, url: str) -> str:
        return "memory:/"

    def remote_time(self) -> datetime | None:
        return self.remote

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = url.removeprefix("memory:/")
        self.asked.append(path)
        if path not in self.files:
            raise DownloadHTTPError(f"{path} is not there", 404)
        data = self.files[path]
        while True:
            for at in range(0, len(data), PIECE):
                piece = data[at : at + PIECE]
                self.transfer.take(len(piece))
                yield piece
            if path not in self.endless:
                return
