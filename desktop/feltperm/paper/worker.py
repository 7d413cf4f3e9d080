"""The paper worker: a child process that sets sheets and draws pages (DESIGN section 7).

It is started by :class:`feltperm.paper.press.Press` as the program with a private option, knows
neither Qt nor the profile, and reads nothing but the layouts, the pictograms and the fonts it is
told of. The parent stops it by killing it: a layout that runs for ever can't be stopped
otherwise. Frames (:mod:`feltperm.paper.frames`) come in on stdin and go out on stdout.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import sys
import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast

import typst

from feltperm.paper.artwork import Pictogram, load_pictograms, qr_svg
from feltperm.paper.foreign import BadPdf, read_pdf
from feltperm.paper.frames import read_frame, write_frame
from feltperm.paper.logo import BadLogo, Picture, read_logo, wrapped
from feltperm.paper.pixels import (
    Document,
    coverage,
    draw_page,
    fitted_size,
    opened,
    page_bytes,
    page_sizes,
    page_words,
    png,
)

__all__ = ["Refused", "Worker", "main"]

#: How a layout says that the words do not fit at the smallest permitted type (_frame.typ).
TOO_LONG = "feltperm:too-long"
#: The same for every sheet, so that the same job is the same bytes. No reader shows it.
TIMESTAMP = 1_767_225_600  # 2026-01-01
#: Where a package would be looked for: never there, and the worker writes nothing.
NO_PACKAGES = "no-packages"
#: A port nobody listens on: whatever tries to reach the network is refused at once.
NO_PROXY = "http://127.0.0.1:9"

_LAYOUT = re.compile(r"[a-z][a-z0-9_]*\Z")
_PACKAGE = re.compile(r"@[a-z]+/|\bimport\s*\(|\binclude\s*\(")
_GLYPH = re.compile(r"the text [`\"]*(.+?)[`\"]* could not be displayed")


#: What goes back: an object and binary parts.
Answer: TypeAlias = tuple[dict[str, Any], list[bytes]]


class Refused(Exception):
    """The worker will not do this. ``kind`` tells the parent which sentence to show."""

    def __init__(self, kind: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.answer: dict[str, Any] = {"ok": False, "kind": kind, "detail": detail, **more}


class Worker:
    """What lasts from sheet to sheet: the compiler with its fonts, and the drawings."""

    def __init__(
        self, layouts: Path, pictograms: Path, fonts: list[Path], papers: list[str], output: int
    ) -> None:
        """Read fonts and drawings.

        Args:
            layouts: the only folder a layout may read.
            pictograms: our drawings.
            fonts: the only folders fonts come from.
            papers: papers from small to large, to find one on which a long text fits.
            output: bytes one answer may hold.

        Raises:
            Refused: a link in the layouts' folder, or a layout that asks for a package.
        """
        _inspect(layouts)
        self._layouts = layouts
        self._papers = papers
        self._output = output
        self._pictograms = load_pictograms(pictograms)
        self._qr = lru_cache(maxsize=8)(qr_svg)  # the same number with every edit of a poster
        known = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in fonts],
        )
        self._compiler = typst.Compiler(
            root=str(layouts),
            font_paths=known,
            ignore_system_fonts=True,
            package_path=str(layouts / NO_PACKAGES),
            package_cache_path=str(layouts / NO_PACKAGES),
        )

    def set(self, order: dict[str, Any], blobs: list[bytes]) -> Answer:
        """Set a job as PDF, and draw its pages: preview and printer show the same file.

        The order's ``ppi`` is pixels per inch of the pages as PNG; None for the PDF alone. The
        first blob is the job as :func:`feltperm.paper.job.encode_job` writes it, the second the
        logo it names, if there is one.
        """
        source, inputs = self._inputs(*blobs)
        return self._shown(self._fitting(source, inputs), order["ppi"])

    def tile(self, order: dict[str, Any], blobs: list[bytes]) -> Answer:
        """Set a job and share it out on the sheets of the order's ``plan``; else as :meth:`set`."""
        source, inputs = self._inputs(*blobs)
        whole = self._fitting(source, inputs)
        with opened(whole) as document:
            if len(document) != 1:
                raise Refused("failed", f"{len(document)} pages cannot be shared out")
            words = page_words(document, 0)
        job = json.loads(inputs["job"])
        title = str(next(iter(job["title"].values()), job["code"]))
        said = {"title": title, "code": job["code"], "words": words or title}
        tiles = {
            "plan": json.dumps(order["plan"]),
            "said": json.dumps(said, ensure_ascii=False),
            "page": self._compile(source, inputs, format="svg").decode(),
        }
        return self._shown(self._pdf(self._layout("tile"), tiles), order["ppi"])

    def draw(self, order: dict[str, Any], blobs: list[bytes]) -> Answer:
        """Draw one page of a PDF for the printer: RGB, flattened on white.

        The order's ``paper`` is the sheet in points on which a page from elsewhere is fitted;
        None for a page of our own.
        """
        page, dpi, paper = order["page"], order["dpi"], order["paper"]
        try:
            with opened(blobs[0]) as document:
                sizes = page_sizes(document)
                self._allow(
                    page_bytes(fitted_size(sizes[page], paper) if paper else sizes[page], dpi)
                )
                pixels = draw_page(document, page, dpi, paper)
        except (ValueError, IndexError) as error:
            raise Refused("failed", str(error)) from error
        answer = {
            "ok": True, "pages": len(sizes), "width": pixels.width, "height": pixels.height,
            "stride": pixels.stride,
        }  # fmt: skip
        return answer, [pixels.data]

    def logo(self, _order: dict[str, Any], blobs: list[bytes]) -> Answer:
        """Check a logo, and return it as a picture of our own."""
        try:
            drawn = read_logo(blobs[0], self._draw_logo)
        except BadLogo as error:
            raise Refused("logo", str(error)) from error
        return {"ok": True, "width": drawn.width, "height": drawn.height}, [drawn.png]

    def pdf(self, _order: dict[str, Any], blobs: list[bytes]) -> Answer:
        """Check a PDF made elsewhere, and return a small picture of its first page."""
        try:
            look = read_pdf(blobs[0])
        except BadPdf as error:
            raise Refused(f"pdf {error.why}", str(error)) from error
        return {"ok": True, "sizes": look.sizes}, [look.preview]

    def _layout(self, name: str) -> Path:
        path = self._layouts / f"{name}.typ"
        if not _LAYOUT.match(name) or not path.is_file():
            raise Refused("failed", f"no layout {name!r}")
        return path

    def _inputs(self, data: bytes, logo: bytes = b"") -> tuple[Path, dict[str, str]]:
        """Return the layout of a job and what it is given."""
        job = json.loads(data)
        art = {**self._art(job), "logo": wrapped(logo) if logo else ""}
        return self._layout(job["layout"]), {
            "job": data.decode(), "art": json.dumps(art, ensure_ascii=False),
        }  # fmt: skip

    def _fitting(self, source: Path, inputs: dict[str, str]) -> bytes:
        """Set a job; where it is too long, the refusal names a paper on which it fits."""
        try:
            return self._pdf(source, inputs)
        except Refused as refused:
            if refused.answer["kind"] == "too-long":
                refused.answer["fits"] = self._larger(source, inputs)
            raise

    def _shown(self, pdf: bytes, ppi: float | None) -> Answer:
        """Return a PDF of our own, with its pages as pictures if they are asked for."""
        if ppi is None:
            self._allow(len(pdf))
            return {"ok": True, "coverage": []}, [pdf]
        with opened(pdf) as document:
            self._allow(len(pdf) + sum(page_bytes(size, ppi) for size in page_sizes(document)))
            pages = [self._picture(document, page, ppi) for page in range(len(document))]
        inks, pictures = zip(*pages, strict=True)
        return {"ok": True, "coverage": inks}, [pdf, *pictures]

    @staticmethod
    def _picture(document: Document, page: int, ppi: float) -> tuple[float, bytes]:
        pixels = draw_page(document, page, ppi)
        return coverage(pixels), png(pixels, ppi)

    def _draw_logo(self, picture: Picture, side: int) -> bytes:
        inputs = {"svg": picture.svg} if picture.svg else {"png": json.dumps(list(picture.png))}
        source = self._layouts / "_logo.typ"  # 100 points wide or high
        try:
            return self._compile(source, inputs, format="png", ppi=side * 0.72)
        except Refused as error:
            raise BadLogo(str(error)) from error

    def _art(self, job: dict[str, Any]) -> dict[str, Any]:
        """Return the drawings the job names, and the code of its address or its site's number."""
        offered = [offer for line in job["items"] for offer in line.get("offers", ())]
        lines = (*job["items"], *offered, *job.get("offers", ()))
        names = {line["icon"] for line in lines if "icon" in line} & self._pictograms.keys()
        place = job["site"] or job.get("contact") or {}
        digits = re.sub(r"\D", "", place.get("phone", ""))
        number = f"tel:{digits}" if 3 <= len(digits) <= 15 else ""
        address = job.get("qr") or number
        code, modules = self._qr(address) if address else ("", 0)
        return {
            "icons": {name: _drawing(self._pictograms[name], job["ink"]) for name in sorted(names)},
            "qr": code,
            "qr_modules": modules,
        }

    def _pdf(self, source: Path, inputs: dict[str, str]) -> bytes:
        return self._compile(source, inputs, format="pdf", pdf_standards=["ua-1", "a-2a"])

    def _compile(self, source: Path, inputs: dict[str, str], **form: Any) -> bytes:
        try:
            made = self._compiler.compile(
                input=str(source), sys_inputs=inputs, timestamp=TIMESTAMP, **form
            )
        except typst.TypstError as error:
            raise _refusal(error) from error
        return cast(bytes, made)

    def _larger(self, source: Path, inputs: dict[str, str]) -> str:
        """Return the smallest larger paper on which the job fits; empty if there is none."""
        job = json.loads(inputs["job"])
        for paper in self._papers[self._papers.index(job["paper"]) + 1 :]:
            larger = {**inputs, "job": json.dumps({**job, "paper": paper}, ensure_ascii=False)}
            try:
                self._pdf(source, larger)
            except Refused:
                continue
            return paper
        return ""

    def _allow(self, size: int) -> None:
        if size > self._output:
            raise Refused("too-large", f"{size} bytes, at most {self._output} are allowed")


def _drawing(pictogram: Pictogram, ink: str) -> dict[str, str]:
    svg = pictogram.outlined if ink == "save" else pictogram.solid
    return {"alt": pictogram.alt, "svg": svg}


def _inspect(layouts: Path) -> None:
    """Refuse a folder of layouts that could reach outside itself."""
    for path in layouts.rglob("*"):
        if path.is_symlink():
            raise Refused("failed", f"{path.name} is a link")
        if path.suffix == ".typ" and _PACKAGE.search(path.read_text(encoding="utf-8")):
            raise Refused("failed", f"{path.name} asks for a package")


def _refusal(error: typst.TypstError) -> Refused:
    message = str(error.message)
    if TOO_LONG in message:
        return Refused("too-long", message)
    if glyph := _GLYPH.search(message):
        return Refused("glyph", message, glyph=glyph[1])
    return Refused("failed", str(error.diagnostic) or message)


def _limit_memory(limit: int) -> None:
    """Let an allocation fail rather than the machine; POSIX only."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the two pipes away from stdin and stdout, so that no stray print gets into a frame."""
    source, target = os.dup(0), os.dup(1)
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123  a device, not a path of ours
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
    return os.fdopen(source, "rb"), os.fdopen(target, "wb")


def _open(order: dict[str, Any]) -> Worker:
    _limit_memory(order["memory"])
    # every thread reserves address space: on many cores the limit would be reached by that alone
    os.environ["RAYON_NUM_THREADS"] = "2"
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = NO_PROXY
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)
    return Worker(
        Path(order["layouts"]),
        Path(order["pictograms"]),
        [Path(folder) for folder in order["fonts"]],
        order["papers"],
        order["output"],
    )


#: What a worker can be asked to do.
_ORDERS = {
    "set": Worker.set, "tile": Worker.tile, "draw": Worker.draw, "logo": Worker.logo,
    "pdf": Worker.pdf,
}  # fmt: skip


def _obey(worker: Worker, order: dict[str, Any], blobs: list[bytes]) -> Answer:
    try:
        return _ORDERS[order["op"]](worker, order, blobs)
    except Refused as refused:
        return refused.answer, []
    except Exception:
        # a bug of ours: the parent shows it behind «Vis detaljer», and the worker goes on
        return {"ok": False, "kind": "failed", "detail": traceback.format_exc()}, []


def main() -> int:
    """Serve orders until the parent closes the pipe. Returns the process's exit code.

    The first frame says where things lie and what the limits are. Should the parent die while a
    sheet is being set, the watchdog ends this process soon after the limit.
    """
    orders, answers = _private_pipes()
    limit = 0
    worker: Worker | None = None
    while (frame := read_frame(orders, limit or 1 << 20)) is not None:
        order, blobs = frame
        if worker is None:
            limit = order["input"]
            faulthandler.enable(file=sys.stderr)
            try:
                worker = _open(order)
            except Refused as refused:
                write_frame(answers, refused.answer)
                return 1
            write_frame(answers, {"ok": True})
            continue
        faulthandler.dump_traceback_later(order["seconds"] + 5, exit=True)
        answer, parts = _obey(worker, order, blobs)
        faulthandler.cancel_dump_traceback_later()
        write_frame(answers, answer, parts)
    return 0
