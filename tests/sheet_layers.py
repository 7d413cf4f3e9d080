"""What a PDF says beside its picture: structure, reading order, words, colours.

Read as the PDF standard says it is to be read: glyphs through their ToUnicode table, and runs
marked as reversed (right-to-left script) turned round again.
"""

from __future__ import annotations

import ctypes
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

__all__ = [
    "Box", "Element", "Layers", "Run", "boxes", "colliding", "contrast", "inks", "structure",
]  # fmt: skip

_MARKED = {"BDC", "BMC"}
_SHOWN = {"Tj", "TJ"}


@dataclass(frozen=True)
class Element:
    """One element of the structure, with what stands in it in reading order."""

    tag: str
    language: str
    alternative: str
    text: str
    children: tuple[Element, ...]

    def walk(self) -> Iterator[Element]:
        """Give this element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def whole(self) -> str:
        """Everything in it that is read aloud."""
        return " ".join(element.text for element in self.walk() if element.text)


@dataclass(frozen=True)
class Layers:
    """What a document declares of itself, and its structure."""

    language: str
    title: str
    shows_title: bool
    root: Element

    def tagged(self, tag: str) -> list[Element]:
        """Return the elements of one kind in reading order."""
        return [element for element in self.root.walk() if element.tag == tag]

    @property
    def text(self) -> str:
        """Everything that is read aloud, in that order."""
        return "\n".join(element.text for element in self.root.walk() if element.text)


def structure(pdf: bytes) -> Layers:
    """Read a document's structure."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marked = {page.objgen: dict(_marked(page)) for page in document.pages}
        first = document.pages[0].objgen
        with document.open_metadata() as metadata:
            title = str(metadata.get("dc:title", ""))
        root = document.Root
        return Layers(
            language=str(root.get("/Lang", "")),
            title=title,
            shows_title=bool(root.ViewerPreferences.get("/DisplayDocTitle", False)),
            root=_element(root.StructTreeRoot, marked, first),
        )


def _element(node: Any, marked: dict[Any, dict[int, str]], page: Any) -> Element:
    page = node.Pg.objgen if "/Pg" in node else page
    kids = node.get("/K", [])
    words, children = "", []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            children.append(_element(kid, marked, page))
        elif isinstance(kid, pikepdf.Dictionary):
            if "/MCID" in kid:
                where = kid.Pg.objgen if "/Pg" in kid else page
                words += marked[where].get(int(kid.MCID), "")
        else:
            words += marked[page].get(int(kid), "")
    return Element(
        tag=str(node.get("/S", "")).lstrip("/"),
        language=str(node.get("/Lang", "")),
        alternative=str(node.get("/Alt", "")),
        text=words,
        children=tuple(children),
    )


class _Piece(NamedTuple):
    """Glyphs that are shown together, in the order they are read."""

    line: float
    reversed: bool
    text: str


class _Group:
    """Marked content that is open: its number if it has one, and its runs."""

    def __init__(self, tag: str, number: int | None) -> None:
        self.reversed = tag == "/ReversedChars"
        self.number = number
        self.runs: list[_Piece] = []


class _Pen:
    """Where text is being put, and by which table of letters."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._fonts = {name: _table(font) for name, font in page.Resources.get("/Font", {}).items()}
        self._places = [pikepdf.Matrix()]
        self._text = pikepdf.Matrix()
        self.letters: dict[int, str] = {}

    def move(self, name: str, operands: Any) -> None:
        """Follow an operator of the page, if it is about the place or the font."""
        if name == "q":
            self._places.append(self._places[-1])
        elif name == "Q":
            self._places.pop()
        elif name == "cm":
            self._places[-1] = pikepdf.Matrix(*map(float, operands)) @ self._places[-1]
        elif name == "Tm":
            self._text = pikepdf.Matrix(*map(float, operands))
        elif name == "Tf":
            self.letters = self._fonts[str(operands[0])]

    def run(self, shown: Any, turned: bool) -> _Piece:
        """Return what is shown now, in the order it is read."""
        glyphs = [self.letters.get(code, "") for code in _codes(shown)]
        line = round((self._text @ self._places[-1]).f)
        return _Piece(line, turned, "".join(glyphs[::-1] if turned else glyphs))


def _marked(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Give the words of every numbered piece of marked content of a page."""
    pen = _Pen(page)
    open_groups: list[_Group] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in _MARKED:
            more = operands[1] if len(operands) > 1 else {}
            number = more.get("/MCID") if isinstance(more, pikepdf.Dictionary) else None
            open_groups.append(_Group(str(operands[0]), None if number is None else int(number)))
        elif name == "EMC":
            group = open_groups.pop()
            if group.number is not None:
                yield group.number, _joined(group.runs)
            elif open_groups:
                open_groups[-1].runs += group.runs
        elif name in _SHOWN and open_groups:
            group = open_groups[-1]
            group.runs.append(pen.run(operands[0], group.reversed))
        else:
            pen.move(name, operands)


def _joined(runs: list[_Piece]) -> str:
    """Put the lines of one piece together; the runs of a right-to-left one stand left to right."""
    lines = []
    for _, together in itertools.groupby(runs, key=lambda run: run.line):
        line = list(together)
        ordered = line[::-1] if any(run.reversed for run in line) else line
        lines.append("".join(run.text for run in ordered))
    return " ".join(lines)


def _codes(shown: Any) -> Iterator[int]:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (data[at] << 8 | data[at + 1] for at in range(0, len(data), 2))


def _table(font: Any) -> dict[int, str]:
    """Return the ToUnicode table of a font."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    table = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, word in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            table[int(code, 16)] = bytes.fromhex(word).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for start, end, word in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = bytes.fromhex(word).decode("utf-16-be")
            for step in range(int(end, 16) - int(start, 16) + 1):
                table[int(start, 16) + step] = first[:-1] + chr(ord(first[-1]) + step)
    return table


class Box(NamedTuple):
    """Where the ink of one character stands, in points from the lower left corner.

    ``line`` is the height of the line it stands on.
    """

    sign: str
    line: float
    left: float
    bottom: float
    right: float
    top: float


def boxes(pdf: bytes) -> tuple[list[list[Box]], list[tuple[float, float]]]:
    """Return the characters of every page that leave ink, and the sizes of the pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found, sizes = [], []
        for page in document:
            text = page.get_textpage()
            signs = text.get_text_range()
            here = []
            for index in range(text.count_chars()):
                sign = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
                if not sign.isspace() and not pdfium.FPDFText_IsGenerated(text.raw, index):
                    here.append(Box(sign, _line(text, index), *text.get_charbox(index)))
            assert signs.strip() or not here
            found.append(here)
            sizes.append(page.get_size())
        return found, sizes
    finally:
        document.close()


def _line(text: Any, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    return y.value


def colliding(signs: list[Box]) -> list[tuple[str, str]]:
    """Return the letters and digits of different lines whose ink shares more than a touch."""
    found = []
    waiting: list[Box] = []
    for box in sorted(filter(lambda one: one.sign.isalnum(), signs), key=lambda one: one.left):
        waiting = [other for other in waiting if other.right > box.left]
        for other in waiting:
            if abs(other.line - box.line) > 1 and _shared(box, other) > _touch(box, other):
                found.append((other.sign, box.sign))
        waiting.append(box)
    return found


def _touch(one: Box, other: Box) -> float:
    """Return how much of a box another may cover: long Arabic tails leave most of theirs empty."""
    return 0.35 if "\u0600" <= max(one.sign, other.sign) <= "\u06ff" else 0.1


def _shared(one: Box, other: Box) -> float:
    """Return what part of the smaller of two boxes the other one covers."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    areas = [(box.right - box.left) * (box.top - box.bottom) for box in (one, other)]
    if wide <= 0 or high <= 0 or min(areas) <= 0:
        return 0.0
    return wide * high / min(areas)


class Run(NamedTuple):
    """The colour of a run of text and of what is under it."""

    text: str
    colour: tuple[int, int, int]
    ground: tuple[int, int, int]


def inks(pdf: bytes, dpi: float = 36) -> list[Run]:
    """Return every run of text of the first page with its colour and its ground.

    A letter that is filled with the ground's colour and outlined counts with its outline.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        layer = page.get_textpage()
        runs = [one for one in page.get_objects() if one.type == pdfium.FPDF_PAGEOBJ_TEXT]
        found = [(_words(run, layer), _colours(run), run.get_bounds()) for run in runs]
        layer.close()
        for run in runs:
            page.remove_obj(run)
        scale, height = dpi / 72, page.get_size()[1]
        picture = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil().convert("RGB")
        made = []
        for words, colours, (left, bottom, right, top) in found:
            if not words.strip():
                continue
            under = picture.crop(
                (
                    int(left * scale), int((height - top) * scale),
                    int(right * scale) + 1, int((height - bottom) * scale) + 1,
                )
            )  # fmt: skip
            ground = _commonest(under)
            colour = max(colours, key=lambda one: contrast(one, ground))
            made.append(Run(words, colour, ground))
        return made
    finally:
        document.close()


def _words(run: Any, layer: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(run.raw, layer.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(
        run.raw, layer.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _colours(run: Any) -> list[tuple[int, int, int]]:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(run.raw)
    getters = {
        pdfium.FPDF_TEXTRENDERMODE_FILL: [pdfium.FPDFPageObj_GetFillColor],
        pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE: [
            pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor,
        ],
    }[mode]  # fmt: skip
    colours = []
    for getter in getters:
        parts = [ctypes.c_uint() for _ in range(4)]
        assert getter(run.raw, *map(ctypes.byref, parts))
        colours.append((parts[0].value, parts[1].value, parts[2].value))
    return colours


def _commonest(picture: Image.Image) -> tuple[int, int, int]:
    counted = picture.getcolors(picture.width * picture.height) or []
    colour: Any = max(counted)[1]
    return (colour[0], colour[1], colour[2])


def contrast(one: tuple[int, int, int], other: tuple[int, int, int], grey: bool = False) -> float:
    """Return the contrast of two colours by WCAG 2, also as a grey printer shows them."""
    light, dark = sorted((_luminance(one, grey), _luminance(other, grey)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int], grey: bool) -> float:
    if grey:
        value = round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])
        colour = (value, value, value)
    parts = [part / 255 for part in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
