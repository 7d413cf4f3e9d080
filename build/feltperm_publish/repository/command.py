"""What the commands about a repository do and say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import Key

from feltperm_publish.findings import report
from feltperm_publish.judge import judge
from feltperm_publish.place import find_place
from feltperm_publish.repository import rotate as keys_change
from feltperm_publish.repository.create import Wanted, create
from feltperm_publish.repository.current import Current, read_current
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import KeyRing, key_name, role_keys
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.release import Made, make_release, publish, read_content
from feltperm_publish.repository.sign import expiry_lines
from feltperm_publish.repository.verify import verify

__all__ = ["COMMANDS"]


def _init(options: argparse.Namespace) -> int:
    threshold = options.threshold or options.root_keys // 2 + 1
    wanted = Wanted(
        options.repository,
        options.name,
        options.url,
        options.keys or _default_keys(options.repository),
        options.root_keys,
        threshold,
    )
    source, files = create(wanted, Passphrases(dict(options.passphrases)), _now())
    *roots, targets, online = [path.name for path in files]
    print(f"{wanted.repository} is ready. Its fingerprint, which users compare when they add it:\n")
    print(f"    {source.fingerprint}\n")
    print(f"The keys are in {wanted.keys}. Put them in their places now:\n")
    print(f"  Lock away, off this machine: {', '.join(roots)}")
    if len(roots) > 1:
        print(
            f"    Each to another person, on a stick of its own. {threshold} of {len(roots)} are "
            "needed together,\n    to change keys and once in five years."
        )
    print("    Copy each to a second stick, and write its passphrase down in another place.")
    print(
        f"  May lie on the machine that signs: {targets} (asks for its passphrase), {online} (does"
    )
    print("    not: it can't publish anything, and the monthly signing runs by itself).")
    print("\nNothing but REPO is ever uploaded. docs/publishing.md goes on from here.")
    if threshold == 1:
        _warn("one root key is enough to change all the others: whoever finds it is the publisher")
    if len(roots) == threshold:
        _warn("no root key may be lost: then nobody can ever change a key again")
    return 0


def _release(options: argparse.Namespace) -> int:
    place, today = find_place(options.sources), _now().astimezone().date()
    folder = Folder(options.repository)
    with folder.locked():
        current = read_current(folder)
        sources, findings = judge(place, today)
        if report(findings):
            return 1
        content = read_content(place, sources)
        made = make_release(folder, current, content, today)
        if made is None:
            pack = content.header.pack
            seq = current.index.packs[pack][0].seq
            print(f"{pack} {seq} has this content already: nothing to publish")
            return 0
        current = publish(folder, current, made, _keys(options), _now())
    _say_release(made, current)
    return 0


def _say_release(made: Made, current: Current) -> None:
    release = made.release
    print(
        f"{made.pack} {release.seq}, {release.published}: {made.records} records, "
        f"{_size(release.length)}, {_size(release.whole_length)} compressed"
    )
    for seq, delta in zip(made.bases, release.deltas, strict=True):
        share = delta.length / release.whole_length
        print(f"  from {seq:<9}{_size(delta.length):>10}  {share:.1%} of the whole")
    for asset in release.assets:
        print(f"  asset {asset.sha256[:8]}{_size(asset.length):>10}")
    _say_ends(current)


def _resign(options: argparse.Namespace) -> int:
    folder = Folder(options.repository)
    with folder.locked():
        current = read_current(folder)
        current = keys_change.resign(folder, current, _keys(options), _now(), options.targets)
    _say_ends(current)
    return 0


def _rotate(options: argparse.Namespace) -> int:
    if options.role != "root" and (options.add or options.renew):
        raise ValueError("--add and --renew are for root; targets and online have one key")
    if options.threshold is not None and not (options.add or options.renew):
        raise ValueError("--threshold goes with --add or --renew")
    folder, keys = Folder(options.repository), _keys(options)
    with folder.locked():
        current = read_current(folder)
        if options.add:
            change = keys_change.add(folder, current, keys, _now(), options.threshold)
        elif options.renew:
            change = keys_change.renew(folder, current, keys, _now(), options.threshold)
        else:
            old = _replaced(current, options.role, options.replace)
            change = keys_change.replace(folder, current, keys, options.role, old, _now())
    _say_change(change, keys)
    return 0


def _revoke(options: argparse.Namespace) -> int:
    folder, keys = Folder(options.repository), _keys(options)
    with folder.locked():
        current = read_current(folder)
        role, old = keys_change.find_key(current, options.key)
        change = keys_change.revoke(folder, current, keys, role, old, _now())
    _say_change(change, keys)
    root = change.current.root.roles["root"]
    if len(root.keyids) == root.threshold:
        _warn("no root key may be lost now: feltperm-publish rotate REPO root --add makes another")
    return 0


def _replaced(current: Current, role: str, name: str | None) -> Key:
    """Return the key that goes: the named one, or the only one."""
    known = role_keys(current.root, role)
    found = [key for key in known if name in (None, key_name(key))]
    if len(found) != 1:
        names = ", ".join(map(key_name, known))
        raise ValueError(f"say with --replace which one goes (or --add, --renew): {names}")
    return found[0]


def _say_change(change: keys_change.Change, keys: KeyRing) -> None:
    root = change.current.root
    needed = root.roles["root"]
    print(f"Root version {root.version}, signed by the old keys and the new.")
    if change.made:
        print(f"  Made: {keys.folders[0] / change.made}.pem")
    if change.gone:
        path = keys.path(change.gone)
        where = f" Destroy {path} and its copies." if path else ""
        print(f"  {key_name(change.gone)} counts no more.{where}")
    print(
        f"  Root keys: {', '.join(map(key_name, role_keys(root, 'root')))}; "
        f"{needed.threshold} must sign"
    )
    _say_ends(change.current)
    print("Upload metadata/*.root.json last this time, after timestamp.json.")


def _verify(options: argparse.Namespace) -> int:
    proof = verify(Folder(options.repository), _now())
    errors = report(proof.findings)
    if proof.current and not errors:
        roots, packs = len(proof.current.roots), len(proof.current.index.packs)
        counted = (
            f"{_count(roots, 'root')}, {_count(packs, 'pack')}, {_count(proof.files, 'file')} "
            f"and {_count(proof.deltas, 'delta')}"
        )
        print(f"{proof.current.source.name}: {proof.current.source.fingerprint}")
        print(f"  All is what was signed: {counted}")
        if proof.strays:
            print(f"  Nothing refers to {_count(proof.strays, 'file')} any more; they go later")
        _say_ends(proof.current)
    return 1 if errors else 0


def _say_ends(current: Current) -> None:
    for line in expiry_lines(current, _now().date()):
        print(f"  {line}")


def _keys(options: argparse.Namespace) -> KeyRing:
    folders = options.keys or [_default_keys(options.repository)]
    for folder in folders:
        if not folder.is_dir():
            raise ValueError(f"{folder}: there is no such folder of keys; name it with --keys")
    return KeyRing(folders, Passphrases(dict(options.passphrases)))


def _default_keys(repository: Path) -> Path:
    whole = repository.absolute()
    return whole.with_name(f"{whole.name}-keys")


def _size(count: int) -> str:
    return f"{count} B" if count < 1000 else f"{count / 1000:,.1f} kB".replace(",", " ")


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _warn(text: str) -> None:
    print(f"warning: {text}", file=sys.stderr)


def _now() -> datetime:
    return datetime.now(UTC)


#: The commands by name.
COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "init": _init,
    "release": _release,
    "resign": _resign,
    "rotate": _rotate,
    "revoke": _revoke,
    "verify": _verify,
}
