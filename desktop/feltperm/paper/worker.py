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
from pathlib import Path
from typing import Any, BinaryIO, cast

import typst

from feltperm.paper.artwork import Pictogram, load_pictograms, qr_svg
from feltperm.paper.frames import read_frame, write_frame
from feltperm.paper.pixels import draw_page, page_sizes, png

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

    def set(self, data: bytes, ppi: float | None) -> tuple[dict[str, Any], list[bytes]]:
        """Set a job as PDF, and draw its pages: preview and printer show the same file.

        Args:
            data: the job as :func:`feltperm.paper.job.encode_job` writes it.
            ppi: pixels per inch of the pages as PNG; None for the PDF alone.
        """
        job = json.loads(data)
        source = self._layout(job["layout"])
        inputs = {"job": data.decode(), "art": json.dumps(self._art(job), ensure_ascii=False)}
        try:
            pdf = self._compile(source, inputs)
        except Refused as refused:
            if refused.answer["kind"] == "too-long":
                refused.answer["fits"] = self._larger(source, job, inputs)
            raise
        if ppi is None:
            self._allow(len(pdf))
            return {"ok": True}, [pdf]
        sizes = page_sizes(pdf, ppi)
        self._allow(sum(sizes) + len(pdf))
        pages = [png(draw_page(pdf, page, ppi), ppi) for page in range(len(sizes))]
        return {"ok": True}, [pdf, *pages]

    def draw(self, pdf: bytes, page: int, dpi: float) -> tuple[dict[str, Any], list[bytes]]:
        """Draw one page of a PDF for the printer: RGB, flattened on white."""
        try:
            sizes = page_sizes(pdf, dpi)
            self._allow(sizes[page])
            pixels = draw_page(pdf, page, dpi)
        except (ValueError, IndexError) as error:
            raise Refused("failed", str(error)) from error
        answer = {
            "ok": True, "pages": len(sizes), "width": pixels.width, "height": pixels.height,
            "stride": pixels.stride,
        }  # fmt: skip
        return answer, [pixels.data]

    def _layout(self, name: str) -> Path:
        path = self._layouts / f"{name}.typ"
        if not _LAYOUT.match(name) or not path.is_file():
            raise Refused("failed", f"no layout {name!r}")
        return path

    def _art(self, job: dict[str, Any]) -> dict[str, Any]:
        """Return the drawings the job names, and the QR code of the site's number."""
        names = {line["icon"] for line in job["items"]} & self._pictograms.keys()
        digits = re.sub(r"\D", "", (job["site"] or {}).get("phone", ""))
        code, modules = qr_svg(f"tel:{digits}") if 3 <= len(digits) <= 15 else ("", 0)
        return {
            "icons": {name: _drawing(self._pictograms[name], job["ink"]) for name in sorted(names)},
            "qr": code,
            "qr_modules": modules,
        }

    def _compile(self, source: Path, inputs: dict[str, str]) -> bytes:
        try:
            pdf = self._compiler.compile(
                input=str(source),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["ua-1", "a-2a"],
                timestamp=TIMESTAMP,
            )
        except typst.TypstError as error:
            raise _refusal(error) from error
        return cast(bytes, pdf)

    def _larger(self, source: Path, job: dict[str, Any], inputs: dict[str, str]) -> str:
        """Return the smallest larger paper on which the job fits; empty if there is none."""
        for paper in self._papers[self._papers.index(job["paper"]) + 1 :]:
            larger = {**inputs, "job": json.dumps({**job, "paper": paper}, ensure_ascii=False)}
            try:
                self._compile(source, larger)
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


def _obey(
    worker: Worker, order: dict[str, Any], blobs: list[bytes]
) -> tuple[dict[str, Any], list[bytes]]:
    try:
        if order["op"] == "set":
            return worker.set(blobs[0], order["ppi"])
        return worker.draw(blobs[0], order["page"], order["dpi"])
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
