"""How the program and its paper worker speak: length-prefixed frames over two pipes.

A frame is the length of a JSON object as four bytes (big-endian), the object, and then the
binary parts whose lengths the object names under ``blobs``. Nothing else ever crosses.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

__all__ = ["HEADER_LIMIT", "BrokenFrame", "read_frame", "write_frame"]

#: Bytes of one JSON object; both sides refuse more.
HEADER_LIMIT = 1 << 20

_LENGTH = struct.Struct(">I")


class BrokenFrame(Exception):
    """What came through the pipe is not a frame, or is larger than agreed."""


def write_frame(stream: BinaryIO, header: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Write one frame and flush it.

    Raises:
        BrokenFrame: the object is larger than :data:`HEADER_LIMIT`; nothing was written.
    """
    data = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}).encode()
    if len(data) > HEADER_LIMIT:
        raise BrokenFrame(f"a header of {len(data)} bytes")
    stream.write(_LENGTH.pack(len(data)) + data)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def read_frame(stream: BinaryIO, limit: int) -> tuple[dict[str, Any], list[bytes]] | None:
    """Read one frame; None when the other side has closed the pipe between two frames.

    Args:
        stream: the pipe.
        limit: how many bytes all binary parts together may take.

    Raises:
        BrokenFrame: cut short, too large, or not what :func:`write_frame` writes.
    """
    first = stream.read(1)
    if not first:
        return None
    (length,) = _LENGTH.unpack(first + _exactly(stream, _LENGTH.size - 1))
    if length > HEADER_LIMIT:
        raise BrokenFrame(f"a header of {length} bytes")
    header = _parse(_exactly(stream, length))
    sizes = header.pop("blobs")
    if sum(sizes) > limit:
        raise BrokenFrame(f"{sum(sizes)} bytes, at most {limit} are allowed")
    return header, [_exactly(stream, size) for size in sizes]


def _exactly(stream: BinaryIO, count: int) -> bytes:
    """Read so many bytes; both pipes are buffered, so that only their end gives fewer."""
    data = stream.read(count)
    if len(data) < count:
        raise BrokenFrame(f"cut short after {len(data)} of {count} bytes")
    return data


def _parse(data: bytes) -> dict[str, Any]:
    try:
        header = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenFrame("not JSON") from error
    if not isinstance(header, dict):
        raise BrokenFrame("not an object")
    sizes = header.get("blobs")
    if not isinstance(sizes, list) or not all(type(size) is int and size >= 0 for size in sizes):
        raise BrokenFrame("no sizes")
    return header
