"""Logos from elsewhere, looked at in the worker only: what leaves it is a picture of our own.

An SVG or PNG is checked before anything is decoded, then drawn, and kept as the PNG of that
drawing: no script, no reference and no odd chunk of the file that came can reach a sheet.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

__all__ = ["LOGO_BYTES", "LOGO_PIXELS", "BadLogo", "Drawn", "Picture", "read_logo", "wrapped"]

#: Largest file, in bytes (SCREENS section 2.11).
LOGO_BYTES = 2_000_000
#: Largest PNG, in pixels: decoded it has 64 MB.
LOGO_PIXELS = 16_000_000
#: Longest side of the PNG that is kept: 36 mm of an A4 sheet in 420 dpi, of an A3 in 300.
KEPT_SIDE = 600
#: Elements of an SVG; a logo has some hundred.
_ELEMENTS = 20_000

_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_SVG = "http://www.w3.org/2000/svg"
_INLINE = "data:image/png;base64,"
_XLINK = "http://www.w3.org/1999/xlink"
#: What makes a style or an attribute reach outside; a backslash could hide either.
_OUTSIDE = re.compile(r"url\s*\((?![\s'\"]*#)|@import|\\", re.IGNORECASE)


class BadLogo(Exception):
    """The file is too large, damaged, or holds what a logo must not hold."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is safe to draw: the text of an SVG or the bytes of a PNG, and the sides' ratio."""

    svg: str = ""
    png: bytes = b""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A logo as it is kept: a PNG of our own, and its size in pixels."""

    png: bytes
    width: int
    height: int


def read_logo(data: bytes, draw: Callable[[Picture, int], bytes]) -> Drawn:
    """Check a logo and draw it.

    Args:
        data: the file as it came.
        draw: draws a picture as a PNG whose longest side has so many pixels.

    Raises:
        BadLogo: it is refused, with the reason.
    """
    if len(data) > LOGO_BYTES:
        raise BadLogo(f"{len(data)} bytes")
    picture = Picture(png=_clean_png(data)) if data.startswith(_PNG) else Picture(svg=_svg(data))
    png = draw(picture, KEPT_SIDE)
    width, height = png_size(png)
    return Drawn(png, width, height)


def wrapped(png: bytes) -> str:
    """Return a PNG as an SVG that holds it: layouts draw vectors only."""
    width, height = png_size(png)
    body = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="{_INLINE}{body}"/></svg>'
    )


def png_size(png: bytes) -> tuple[int, int]:
    """Return width and height as the header states them.

    Raises:
        BadLogo: this is no PNG, or has no pixels.
    """
    if len(png) < 33 or not png.startswith(_PNG) or png[12:16] != b"IHDR":
        raise BadLogo("no PNG header")
    width, height = struct.unpack(">II", png[16:24])
    if not width or not height:
        raise BadLogo("no pixels")
    return width, height


def _clean_png(data: bytes) -> bytes:
    """Return the PNG with nothing but what is needed to draw it; nothing is unpacked."""
    width, height = png_size(data)
    if width * height > LOGO_PIXELS:
        raise BadLogo(f"{width} x {height} pixels")
    parts, at = [_PNG], len(_PNG)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4].ljust(4, b"\xff"))
        end = at + 12 + length
        name = data[at + 4 : at + 8]
        if end > len(data):
            raise BadLogo("cut short")
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise BadLogo(f"{name!r} is damaged")
        if name in _CHUNKS:
            parts.append(data[at:end])
        if name == b"IEND":
            return b"".join(parts)
        at = end
    raise BadLogo("no end")


def _svg(data: bytes) -> str:
    """Return the SVG's text if it is one that refers to nothing outside itself."""
    reader = _SvgReader()
    try:
        # an encoding of its own could hide from expat what the drawer then reads
        text = data.decode("utf-8-sig")
        reader.read(text)
    except (UnicodeDecodeError, expat.ExpatError) as error:
        raise BadLogo(str(error)) from error
    return text


class _SvgReader:
    """Goes through an SVG once, and stops at what a logo must not hold."""

    def __init__(self) -> None:
        self._count = 0
        self._styling = False
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.buffer_size = LOGO_BYTES
        self._parser.StartElementHandler = self._element
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, text: str) -> None:
        """Read it all; raises BadLogo or ExpatError."""
        self._parser.Parse(text.encode(), True)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if not self._count and name != f"{_SVG} svg":
            raise BadLogo(f"{name} is not svg")
        self._count += 1
        if self._count > _ELEMENTS:
            raise BadLogo("too many elements")
        if local.lower() in {"script", "foreignobject"}:
            raise BadLogo(f"holds {local}")
        self._styling = local == "style"
        for key, value in attributes.items():
            namespace, _, attribute = key.rpartition(" ")
            if namespace in {"", _XLINK}:  # what drawing programs note for themselves is not drawn
                self._attribute(local, attribute.lower(), value.strip())

    def _attribute(self, element: str, attribute: str, value: str) -> None:
        if attribute.startswith("on"):
            raise BadLogo(f"holds {attribute}")
        if attribute == "href":
            self._reference(element, value)
        elif _OUTSIDE.search(value):
            raise BadLogo(f"{attribute} refers to something outside")

    def _reference(self, element: str, value: str) -> None:
        if value.startswith("#") or element == "a":  # where a click would lead is not drawn
            return
        if element != "image" or not value.startswith(_INLINE):
            raise BadLogo(f"{element} refers to {value[:40]}")
        try:
            _clean_png(base64.b64decode("".join(value[len(_INLINE) :].split()), validate=True))
        except binascii.Error as error:
            raise BadLogo(str(error)) from error

    def _text(self, text: str) -> None:
        if self._styling and _OUTSIDE.search(text):
            raise BadLogo("a style refers to something outside")

    def _entity(self, name: str, *_rest: object) -> None:
        raise BadLogo(f"declares the entity {name}")

    def _instruction(self, target: str, _data: str) -> None:
        raise BadLogo(f"is changed by {target}")
