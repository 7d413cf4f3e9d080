"""Pictograms and QR codes as SVG, made in the worker and handed to the layout beside the job.

Our pictograms (``resources/icons/pictograms``) keep to a small grammar so that one drawing
serves both colour sets of SCREENS section 4: every shape is filled or stroked with
``currentColor`` (ink) or ``#fff`` (a part cut out of the ink), stated on the shape itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import segno

__all__ = ["Pictogram", "load_pictograms", "outlined", "qr_svg", "solid"]

INK, CUT = "currentColor", "#fff"
BLACK, WHITE = "#000000", "#ffffff"

#: Width of the contour in the units of the 48-unit drawing; 18 mm wide, that is 0.7 mm.
CONTOUR = 1.8

#: Modules of white around a QR code, and the height of one; rows overlap a hair so that no
#: viewer draws a seam between them.
QUIET, MODULE = 4, 1.02

_SVG = "http://www.w3.org/2000/svg"
_NAME = re.compile(r"[a-z][a-z_]*\Z")
ET.register_namespace("", _SVG)


@dataclass(frozen=True, slots=True)
class Pictogram:
    """One drawing: its words for those who do not see it, and its two colour sets."""

    alt: str
    solid: str
    outlined: str


def load_pictograms(folder: Path) -> dict[str, Pictogram]:
    """Read every drawing of the program's own folder, by name without ``.svg``."""
    found = {}
    for path in sorted(folder.glob("*.svg")):
        if not _NAME.match(path.stem):
            continue
        svg = path.read_text(encoding="utf-8")
        alt = ET.fromstring(svg).findtext(f"{{{_SVG}}}title", "").strip()
        found[path.stem] = Pictogram(alt, solid(svg), outlined(svg))
    return found


def solid(svg: str) -> str:
    """Return the drawing in black with its cut-outs in white."""
    root = ET.fromstring(svg)
    for shape in root.iter():
        _paint(shape, ink=BLACK, cut=WHITE)
    return ET.tostring(root, encoding="unicode")


def outlined(svg: str) -> str:
    """Return the drawing as a contour, for the ink saver.

    Drawn twice: first everything a little fatter in black, then the same in white on top. So
    overlapping parts share one contour. What was cut out of the ink is drawn in black.
    """
    root = ET.fromstring(svg)
    shapes = [child for child in root if not child.tag.endswith("}title")]
    for shape in shapes:
        root.remove(shape)
    for shape in shapes:
        if CUT not in (shape.get("fill"), shape.get("stroke")):
            root.append(_fattened(shape))
    for shape in shapes:
        _paint(shape, ink=WHITE, cut=BLACK)
        root.append(shape)
    return ET.tostring(root, encoding="unicode")


def _paint(shape: ET.Element, ink: str, cut: str) -> None:
    for attribute in ("fill", "stroke"):
        colour = shape.get(attribute)
        if colour in (INK, CUT):
            shape.set(attribute, ink if colour == INK else cut)


def _fattened(shape: ET.Element) -> ET.Element:
    """Return a black copy of the shape, :data:`CONTOUR` wider on every side."""
    copy = ET.Element(shape.tag, dict(shape.attrib))
    width = float(shape.get("stroke-width", "0")) if shape.get("stroke") == INK else 0.0
    if shape.get("fill") == INK:
        copy.set("fill", BLACK)
    copy.set("stroke", BLACK)
    copy.set("stroke-width", f"{width + 2 * CONTOUR:g}")
    copy.set("stroke-linejoin", "round")
    return copy


def qr_svg(address: str) -> tuple[str, int]:
    """Return a QR code for a number or a page, and its side in modules, white border included.

    Error level M; a border of four modules, as the standard asks.

    Raises:
        ValueError: anything but ``tel:`` and ``https:``; a sheet on a wall must not be able to
            start something else on a phone (DESIGN section 7).
    """
    if not re.fullmatch(r"tel:\+?[0-9]{3,15}|https://[\x21-\x7e]{4,500}", address):
        raise ValueError("a QR code holds a telephone number or an https address")
    rows = segno.make_qr(address, error="m").matrix
    side = len(rows) + 2 * QUIET
    runs = (
        (run.start() + QUIET, y + QUIET, run.end() - run.start())
        for y, row in enumerate(rows)
        for run in re.finditer(b"\x01+", bytes(row))
    )
    path = "".join(f"M{x} {y}h{width}v{MODULE}H{x}z" for x, y, width in runs)
    return f'<svg xmlns="{_SVG}" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>', side
