"""Changes who may sign: a key in place of another, one more, or one fewer.

Each change is one new root, signed by as many keys as the old root asks for and as many as the new
one does. Where the replaced key is still at hand, what it signed is signed by both keys before the
new root appears: clients that have seen the new root and clients that haven't both go on.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from securesystemslib.signer import Key, Signer
from tuf.api.metadata import Root

from feltperm_publish.repository.current import Current, read_current
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import ROLES, KeyRing, key_name, role_keys
from feltperm_publish.repository.release import tidy
from feltperm_publish.repository.sign import Signed, check_clock, next_versions, sign_root

__all__ = ["Change", "add", "find_key", "renew", "replace", "resign", "revoke"]


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed.

    Attributes:
        gone: the key that no longer counts, if any.
        made: the name of the key that was made, if any.
    """

    current: Current
    gone: Key | None = None
    made: str = ""


def resign(
    folder: Folder, current: Current, keys: KeyRing, now: datetime, targets: bool = False
) -> Current:
    """Sign snapshot and timestamp anew, and the list of targets too where that is asked for."""
    check_clock(current, now)
    by = keys.signers(current.root, "targets") if targets else []
    online = keys.signers(current.root, "timestamp")
    files = current.targets.targets if targets else None
    for name, data in next_versions(folder, current, files, by, online, now):
        folder.write_metadata(name, data)
    after = read_current(folder)
    tidy(folder, current, after)
    return after


def find_key(current: Current, wanted: str) -> tuple[str, Key]:
    """Return (role, key) of the key that is called so or whose id starts so.

    Raises:
        ValueError: no key that counts is called so, or more than one.
    """
    known = [(role, key) for role in ROLES for key in role_keys(current.root, role)]
    found = [one for one in known if key_name(one[1]) == wanted]
    if not found and len(wanted) >= 8:
        found = [one for one in known if one[1].keyid.startswith(wanted.lower())]
    if len(found) != 1:
        names = ", ".join(key_name(key) for _, key in known)
        raise ValueError(f"{wanted!r} is not one of the keys that count: {names}")
    return found[0]


def replace(
    folder: Folder, current: Current, keys: KeyRing, role: str, old: Key, now: datetime
) -> Change:
    """Put a new key in the place of one that is well but old, or whose keeper leaves."""
    root = _next_root(current, keys, role, now)
    made = keys.make(role, root, current.key_names)
    for tuf_role in ROLES[role]:
        root.revoke_key(old.keyid, tuf_role)
        root.add_key(made.public, tuf_role)
    too = [keys.signer(old)] if role != "root" and keys.has(old) else []
    return Change(_write(folder, current, root, role, keys, now, too), old, made.name)


def add(
    folder: Folder, current: Current, keys: KeyRing, now: datetime, threshold: int | None = None
) -> Change:
    """Add a root key, and change how many must sign where that is asked for."""
    root = _next_root(current, keys, "root", now)
    made = keys.make("root", root, current.key_names)
    root.add_key(made.public, "root")
    _set_threshold(root, threshold)
    return Change(_write(folder, current, root, "root", keys, now), None, made.name)


def renew(
    folder: Folder, current: Current, keys: KeyRing, now: datetime, threshold: int | None = None
) -> Change:
    """Give the root a new date, and change how many must sign where that is asked for."""
    root = _next_root(current, keys, "root", now)
    _set_threshold(root, threshold)
    return Change(_write(folder, current, root, "root", keys, now))


def revoke(
    folder: Folder, current: Current, keys: KeyRing, role: str, old: Key, now: datetime
) -> Change:
    """Make a key that is lost or stolen count no more; one is made where too few are left."""
    root = _next_root(current, keys, role, now, [old.keyid])
    for tuf_role in ROLES[role]:
        root.revoke_key(old.keyid, tuf_role)
    made = ""
    needed = root.roles[ROLES[role][0]]
    if len(needed.keyids) < needed.threshold:
        new = keys.make(role, root, current.key_names)
        made = new.name
        for tuf_role in ROLES[role]:
            root.add_key(new.public, tuf_role)
    return Change(_write(folder, current, root, role, keys, now, last=[old.keyid]), old, made)


def _next_root(
    current: Current, keys: KeyRing, role: str, now: datetime, last: Iterable[str] = ()
) -> Root:
    """Return the root to change; refuse before a key is made what could not be signed after."""
    check_clock(current, now)
    keys.signers(current.root, "root", last)
    if role == "targets":
        keys.signers(current.root, "timestamp")
    root = copy.deepcopy(current.root)
    root.version += 1
    return root


def _set_threshold(root: Root, threshold: int | None) -> None:
    count = len(root.roles["root"].keyids)
    if threshold is not None:
        if not 1 <= threshold <= count:
            raise ValueError(f"{threshold} of {count} root keys can't be")
        root.roles["root"].threshold = threshold


def _write(
    folder: Folder,
    current: Current,
    root: Root,
    role: str,
    keys: KeyRing,
    now: datetime,
    too: Iterable[Signer] = (),
    last: Iterable[str] = (),
) -> Current:
    """Write a new root, and what must be signed anew for it.

    Args:
        too: signers that the old root knows, which sign beside those of the new one.
        last: ids of root keys that sign only where the others are not enough.
    """
    old = list(too)
    root_by = {
        signer.public_key.keyid: signer
        for one in (current.root, root)
        for signer in keys.signers(one, "root", last)
    }
    signed_root = sign_root(root, root_by.values(), now)
    below: list[Signed] = []
    if role == "targets":
        by, online = [*keys.signers(root, "targets"), *old], keys.signers(root, "timestamp")
        below = next_versions(folder, current, current.targets.targets, by, online, now)
    elif role == "online":
        by = [*keys.signers(root, "timestamp"), *old]
        below = next_versions(folder, current, None, [], by, now)
    # Without the old key nothing holds under both roots: whoever comes between the last two files
    # is told to come again.
    order = [*below, signed_root] if old else [*below[:-1], signed_root, *below[-1:]]
    for name, data in order:
        folder.write_metadata(name, data)
    after = read_current(folder)
    tidy(folder, current, after)
    return after
