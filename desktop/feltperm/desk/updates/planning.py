"""Which release of a pack to take, and how it comes at the least cost; no effects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from feltperm.desk.updates.holdings import NAMES, Held
from feltperm.desk.updates.update_values import Plan, Way
from feltperm.packs.trust.index import Release
from feltperm.packs.trust.source import Source

__all__ = ["WORTH_A_DELTA", "cost", "newer", "plan_for", "ways"]

#: A delta beyond this share of the whole is not worth its risk (DESIGN section 6).
WORTH_A_DELTA = 0.6


def newer(releases: Sequence[Release], held: Held | None) -> list[Release]:
    """Return the releases that are newer than what is in use, the newest first."""
    return [release for release in releases if held is None or release.seq > held.seq]


def ways(release: Release, held: Held | None, bad: Collection[str] = ()) -> list[Way]:
    """Return how a release can come, in the order to try.

    Args:
        release: what is to come.
        held: what is in use, which a delta starts from.
        bad: sha256 of content whose delta did not work once.
    """
    delta = release.delta_from(held.sha256) if held else None
    fits = delta and delta.length <= WORTH_A_DELTA * release.whole_length
    tried: list[Way] = ["delta"] if fits and release.sha256 not in bad else []
    return [*tried, "whole", "plain"]


def cost(release: Release, way: Way, held: Held | None) -> int:
    """Return the bytes of the pack itself on one way."""
    if way == "delta" and held and (delta := release.delta_from(held.sha256)):
        return delta.length
    return release.whole_length if way == "whole" else release.length


def plan_for(
    source: Source,
    pack: str,
    releases: Sequence[Release],
    held: Held | None,
    bad: Collection[str],
    lacking: Callable[[Release], int],
    folder: Path | None = None,
    there: Callable[[Release], bool] = lambda _release: True,
) -> Plan | None:
    """Return the plan for a pack, or None when nothing newer is to be had.

    Args:
        source: whose it is.
        pack: the pack's id.
        releases: what the sender lists, the newest first.
        held: what is in use of it.
        bad: see :func:`ways`.
        lacking: how many bytes of the files that a release's records name are not here.
        folder: where the sender's content lies, when it is not behind a link; then it is read
            plain, which costs nothing.
        there: whether that folder holds a release.
    """
    release = next((one for one in newer(releases, held) if there(one)), None)
    if release is None:
        return None
    way: Way = "plain" if folder else ways(release, held, bad)[0]
    rest = lacking(release)
    whole = min(release.whole_length, release.length) if not folder else release.length
    return Plan(
        source=source,
        pack=pack,
        name=held.name if held else NAMES.get(pack, source.name),
        release=release,
        way=way,
        bytes=cost(release, way, held) + rest,
        whole_bytes=whole + rest,
        installed_seq=held.seq if held else 0,
        installed_published=held.header.published if held else "",
        pinned=held.pinned if held else False,
        folder=str(folder) if folder else "",
    )
