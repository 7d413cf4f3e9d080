"""What a laptop puts on a stick of one sender: all that was verified together, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial

from feltperm.desk.updates.holdings import Held
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link
from feltperm.desk.updates.senders import KnownSource
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import target_name
from feltperm.packs.sticks.stick_writing import Parcel
from feltperm.packs.trust.index import PackIndex, Release, asset_target
from feltperm.packs.trust.source_file import SOURCE_FILE, encode_source

__all__ = ["parcels_of", "passable"]


def passable(sender: KnownSource, intake: Intake, index: PackIndex | None) -> dict[str, Release]:
    """Return the releases in use from a sender that others can verify: the index lists them."""
    found = {}
    for held in _held(sender, intake):
        releases = index.packs.get(held.pack, ()) if index else ()
        for release in releases:
            if release.sha256 == held.sha256:
                found[held.pack] = release
    return found


def parcels_of(sender: KnownSource, intake: Intake, link: Link) -> list[Parcel]:
    """Return the files that the sender's folder on a stick has to have.

    The plain pack is written from the store, so it does not matter how it came here.

    Raises:
        UpdateFailed: nothing of the sender was verified yet.
    """
    repository = link.remembered(sender.source)
    index = repository.known()
    name, data = repository.index_file()
    found = [_small(SOURCE_FILE, encode_source(sender.source)), _small(f"targets/{name}", data)]
    releases = passable(sender, intake, index)
    for held in _held(sender, intake):
        if release := releases.get(held.pack):
            found.append(
                Parcel(
                    target_name(release.plain, release.sha256),
                    release.length,
                    release.sha256,
                    partial(_pack, held),
                )
            )
            found += _assets(release, intake)
    return [*found, *(_small(f"metadata/{name}", data) for name, data in repository.files())]


def _held(sender: KnownSource, intake: Intake) -> list[Held]:
    return [held for held in intake.holdings.all() if held.source == sender.key]


def _assets(release: Release, intake: Intake) -> list[Parcel]:
    lacking = {asset.sha256 for asset in intake.assets.lacking(release.assets)}
    return [
        Parcel(
            target_name(asset_target(asset.sha256), asset.sha256),
            asset.length,
            asset.sha256,
            partial(intake.assets.read, asset.sha256),
        )
        for asset in release.assets
        if asset.sha256 not in lacking
    ]


def _pack(held: Held) -> bytes:
    data = held.data()
    if data is None:
        raise failed("damaged", f"{held.path.name}: not what was installed")
    return data


def _small(name: str, data: bytes) -> Parcel:
    return Parcel(name, len(data), hashlib.sha256(data).hexdigest(), _given(data))


def _given(data: bytes) -> Callable[[], bytes]:
    return lambda: data
