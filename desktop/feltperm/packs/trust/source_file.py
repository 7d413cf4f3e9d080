"""A source: one publisher's repository, known by its first root (DESIGN section 6).

The root is the whole of the trust: key and fingerprint are parts of its sha256, and everything
that comes from the source is verified against it. The small source file carries it to others.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlsplit

import msgspec

from feltperm.packs.failures import failed

__all__ = [
    "MAX_NAME",
    "MAX_SOURCE",
    "SOURCE_FILE",
    "Source",
    "check_name",
    "check_url",
    "decode_source",
    "encode_source",
]

#: The name of the source file, in a repository and on a stick.
SOURCE_FILE = "source.json"
#: The longest source file, in bytes, and the longest name, in characters.
MAX_SOURCE = 200_000
MAX_NAME = 80

_FORMAT = 1
_MAX_URL = 500
#: Unicode categories that do not show, turn the direction of a line, or break it.
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's repository.

    Attributes:
        name: what the publisher calls itself: plain text, never markup.
        url: where the repository lies, ``https://`` or ``http://``; empty for one that comes
            only with folders and sticks.
        root: the bytes of root metadata version 1.
    """

    name: str
    url: str
    root: bytes

    @property
    def key(self) -> str:
        """Eight hex digits that name the source in paths."""
        return hashlib.sha256(self.root).hexdigest()[:8]

    @property
    def fingerprint(self) -> str:
        """The code a person compares: six groups of four hex digits."""
        code = hashlib.sha256(self.root).hexdigest()[:24]
        return " ".join(code[at : at + 4] for at in range(0, 24, 4))

    @property
    def encrypted(self) -> bool:
        """Whether others on the network cannot see what is fetched (it is verified anyway)."""
        return self.url.startswith("https:")


class _File(msgspec.Struct, frozen=True):
    """The source file as it is written."""

    feltperm_source: int
    name: str
    url: str
    root: str


def encode_source(source: Source) -> bytes:
    """Return the bytes of the source file, the same each time."""
    root = base64.b64encode(source.root).decode("ascii")
    file = _File(_FORMAT, source.name, source.url, root)
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def decode_source(data: bytes) -> Source:
    """Return the source in a source file.

    Raises:
        UpdateFailed: ``too_new``, or ``not_a_source`` with the reason in ``detail``.
    """
    if len(data) > MAX_SOURCE:
        _refuse(f"longer than {MAX_SOURCE} bytes")
    try:
        file = msgspec.json.decode(data, type=_File)
        if file.feltperm_source > _FORMAT:
            raise failed("too_new", f"source format {file.feltperm_source}")
        root = base64.b64decode(file.root, validate=True)
    except (ValueError, RecursionError) as error:
        _refuse(str(error), error)
    if file.feltperm_source != _FORMAT:
        _refuse(f"there is no source format {file.feltperm_source}")
    check_name(file.name)
    check_url(file.url)
    _check_root(root)
    return Source(file.name, file.url, root)


def check_name(name: str) -> None:
    """Refuse a name that is empty, too long, or shows as something else than it is.

    Raises:
        UpdateFailed: ``not_a_source``.
    """
    if not 0 < len(name) <= MAX_NAME or name != name.strip():
        _refuse(f"a name of {len(name)} characters, or with space around it")
    if any(unicodedata.category(character) in _UNSEEN for character in name):
        _refuse(f"a name with characters that are not shown: {name!a}")


def check_url(url: str) -> None:
    """Refuse an address that is neither empty nor a plain http(s) folder.

    Raises:
        UpdateFailed: ``not_a_source``.
    """
    if not url:
        return
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  raises for a port that is no number
    except ValueError as error:
        _refuse(f"address {url[:_MAX_URL]!a}: {error}", error)
    plain = url.isascii() and url.isprintable() and not any(mark in url for mark in ' \\"<>')
    # a name or password in an address would be shown, and would stand in the log of a proxy
    bare = not (parts.query or parts.fragment or "@" in parts.netloc)
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain or not bare:
        _refuse(f"address {url[:_MAX_URL]!a}")
    if len(url) > _MAX_URL:
        _refuse(f"an address of {len(url)} characters")


def _check_root(data: bytes) -> None:
    """Refuse what is not a first root, signed by as many of its own keys as it asks for."""
    # costs 40 ms, and who only names a source does not need it
    from tuf.api.exceptions import RepositoryError  # noqa: PLC0415
    from tuf.api.metadata import Metadata, Root  # noqa: PLC0415

    try:
        metadata = Metadata[Root].from_bytes(data)
        if not isinstance(metadata.signed, Root):
            _refuse("its root is metadata of another kind")
        metadata.signed.verify_delegate(Root.type, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError) as error:
        _refuse(f"its root: {error}", error)
    if metadata.signed.version != 1:
        _refuse(f"its root is version {metadata.signed.version}, not the first")


def _refuse(detail: str, cause: BaseException | None = None) -> NoReturn:
    raise failed("not_a_source", detail) from cause
