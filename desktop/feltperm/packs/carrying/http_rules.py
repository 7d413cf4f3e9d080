"""What is made of an HTTP answer before a byte of it is used. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from feltperm.packs.failures import failed

__all__ = [
    "MAX_REDIRECTS",
    "REDIRECTS",
    "content_length",
    "is_page",
    "next_address",
    "range_begin",
    "said_time",
    "validator",
]

#: Statuses that point elsewhere, and how many are followed for one file.
REDIRECTS = {301, 302, 303, 307, 308}
MAX_REDIRECTS = 5

_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*(<!--.{0,200}?-->\s*)?<(!doctype\s+html|html)", re.I | re.S)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def next_address(url: str, location: str) -> str:
    """Return where a redirect leads, if it may.

    Raises:
        UpdateFailed: ``portal``: from an encrypted address to an open one, which only somebody
            between us and the server does; ``server``: to no web address at all.
    """
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        known = bool(location) and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        known = False
    if not known:
        raise failed("server", f"sent on to {location[:200]!a}")
    if urlsplit(url).scheme == "https" and parts.scheme != "https":
        raise failed("portal", f"sent on from https to {target[:200]!a}")
    return target


def is_page(content_type: str, beginning: bytes) -> bool:
    """Say whether this is a web page, which no file of a repository is.

    The type alone does not tell: many a server calls what it does not know ``text/html``.
    """
    kind = content_type.partition(";")[0].strip().lower()
    markup = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return (kind in _PAGE_TYPES and markup) or _PAGE.match(beginning) is not None


def content_length(headers: Mapping[str, str]) -> int | None:
    """Return how many bytes the body has, or None when that is not said."""
    value = headers.get("Content-Length", "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None


def range_begin(headers: Mapping[str, str], length: int) -> int | None:
    """Return where a partial answer begins, or None if it is not a part of ``length`` bytes."""
    match = _RANGE.fullmatch(headers.get("Content-Range", "").strip())
    if match is None or match[3] not in ("*", str(length)):
        return None
    begin, end = int(match[1]), int(match[2])
    return begin if begin <= end < length else None


def validator(headers: Mapping[str, str]) -> str:
    """Return the mark that If-Range takes: a strong ETag, else the date; empty for neither."""
    tag = headers.get("ETag", "").strip()
    if re.fullmatch(r'"[\x21\x23-\x7e]{1,200}"', tag):
        return tag
    date = headers.get("Last-Modified", "").strip()
    return date if re.fullmatch(r"[A-Za-z0-9:, +-]{1,60}", date) else ""


def said_time(headers: Mapping[str, str]) -> datetime | None:
    """Return the time at which a server says it answered, in UTC; a cache's age is added."""
    try:
        said = parsedate_to_datetime(headers.get("Date", "")).astimezone(UTC)
        return said + timedelta(seconds=min(int(headers.get("Age", "0")), 10**9))
    except (TypeError, ValueError, OverflowError):
        return None
