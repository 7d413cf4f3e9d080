"""The parent's side of the paper worker: starts it, speaks with it, stops it (DESIGN section 7)."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from feltperm.errors import PaperFailed, TextTooLong
from feltperm.paper.child import Answer, Child, SheetCancelled, failed
from feltperm.paper.job import MANY_PAGES, PAPERS, Job, Paper, encode_job
from feltperm.paper.tiling import Tiling
from feltperm.wording import say

__all__ = [
    "ForeignPdf", "Limits", "Logo", "LogoRefused", "PdfRefused", "Press", "Raster", "Sheet",
    "SheetCancelled",
]  # fmt: skip

MB = 1 << 20

#: Width and height of the papers in points.
_PAPERS: dict[Paper, tuple[float, float]] = {
    "a3": (841.9, 1190.6), "a4": (595.3, 841.9), "a5": (419.5, 595.3), "a6": (297.6, 419.5),
}  # fmt: skip


class LogoRefused(PaperFailed):
    """A logo is not taken (SCREENS section 2.11)."""


class PdfRefused(PaperFailed):
    """A PDF made elsewhere is not taken."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one order may take.

    Attributes:
        seconds: then the worker is killed; Typst itself has no time-out.
        memory: bytes of address space of the worker, where POSIX has such a limit.
        text: bytes of one job; a poster has a few thousand, and what is far larger cannot fit.
        long_text: the same of a job that takes as many pages as it needs.
        input: bytes of one order: a PDF made elsewhere, or one of ours that is to be drawn.
        output: bytes of one answer; an A3 page in 300 dpi has 52 MB.
        dpi: the finest raster for a printer.
    """

    seconds: float = 10.0
    memory: int = 1024 * MB
    text: int = 64 << 10
    long_text: int = 512 << 10
    input: int = 24 * MB
    output: int = 80 * MB
    dpi: int = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set sheet: its PDF, and its pages as PNG if they were asked for.

    Attributes:
        coverage: how much ink each of those pages takes, in per cent of a page full of it.
    """

    pdf: bytes
    pages: tuple[bytes, ...]
    took_ms: float
    coverage: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Raster:
    """One page for the printer: rows of ``stride`` bytes of 8-bit RGB, flattened on white."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked logo as it is kept: a PNG that the worker drew, and its size in pixels."""

    data: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """The name under which it is kept, and by which a job names it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class ForeignPdf:
    """A checked PDF made elsewhere.

    Attributes:
        sizes: width and height of each page in points.
        preview: the first page as PNG.
    """

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    preview: bytes

    @property
    def sha256(self) -> str:
        """The name under which it is kept."""
        return hashlib.sha256(self.data).hexdigest()


class Press:
    """Sets sheets in a child process that is kept for the next one.

    One order at a time; a second thread's order waits. :meth:`cancel` may come from any thread
    and kills the worker; the next order starts a new one. Use as a context manager, or call
    :meth:`close`.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        fonts: Sequence[Path],
        layouts: Path,
        pictograms: Path,
        limits: Limits | None = None,
        logos: Callable[[str], bytes | None] = lambda _sha256: None,
    ) -> None:
        """Remember how to start the worker; nothing is started yet.

        Args:
            command: what starts :func:`feltperm.paper.worker.main`.
            fonts: the folders that hold the fonts.
            layouts: the folder of the ``.typ`` files, the only one a layout can read.
            pictograms: the folder of the drawings.
            limits: what one order may take.
            logos: reads a kept logo by its sha256; without one the sheet is set without it.
        """
        self._logos = logos
        self._limits = limits or Limits()
        setup = {
            "fonts": [str(folder) for folder in fonts],
            "layouts": str(layouts),
            "pictograms": str(pictograms),
            "papers": list(PAPERS),
            "memory": self._limits.memory,
            "input": self._limits.input,
            "output": self._limits.output,
        }
        self._child = Child(command, setup, self._limits.seconds, self._limits.output)

    def __enter__(self) -> Press:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the worker now, so that the first sheet does not wait for it."""
        self._child.ask(None)

    def set(self, job: Job, *, ppi: float | None = None) -> Sheet:
        """Set a sheet.

        Args:
            job: what to set, with its code (:func:`feltperm.paper.job.with_code`).
            ppi: pixels per inch of the pages for a preview; None for the PDF alone.

        Raises:
            TextTooLong: the words do not fit at the smallest permitted type.
            PaperFailed: a character no font has, a limit, or a broken worker.
            SheetCancelled: :meth:`cancel` was called.
        """
        return self._set({"op": "set", "ppi": ppi}, job)

    def tile(self, job: Job, tiling: Tiling, *, ppi: float | None = None) -> Sheet:
        """Set a sheet of one page and share it out on several; they are the pages of one PDF.

        Args:
            job: what to set; its paper is A3, whether it becomes A3 or A2.
            tiling: how it is shared out.
            ppi: pixels per inch of the several sheets.

        Raises: as :meth:`set`.
        """
        plan = msgspec.to_builtins(tiling.plan())
        return self._set({"op": "tile", "ppi": ppi, "plan": plan}, job)

    def check_logo(self, data: bytes) -> Logo:
        """Look at a logo (SVG or PNG) in the worker, and return it as it may be kept.

        Raises:
            LogoRefused: it is too large, damaged, or reaches outside itself.
            SheetCancelled: :meth:`cancel` was called.
        """
        answer, parts = self._check({"op": "logo"}, data, _logo_refused)
        return Logo(parts[0], answer["width"], answer["height"])

    def check_pdf(self, data: bytes) -> ForeignPdf:
        """Look at a PDF made elsewhere in the worker.

        Raises:
            PdfRefused: it is too large, locked, damaged, or has too many pages.
            SheetCancelled: :meth:`cancel` was called.
        """
        answer, parts = self._check({"op": "pdf"}, data, _pdf_refused)
        return ForeignPdf(data, tuple((wide, high) for wide, high in answer["sizes"]), parts[0])

    def rasters(self, pdf: bytes, dpi: int, paper: Paper | None = None) -> Iterator[Raster]:
        """Draw the pages of a PDF one after the other, at most as fine as the limits say.

        Args:
            pdf: a sheet of ours, or a PDF made elsewhere.
            dpi: dots per inch of paper.
            paper: fit each page on this paper, in its own shape and within what a printer
                reaches; None draws it as it is.

        Raises:
            PaperFailed: not a PDF, a limit, or a broken worker.
            SheetCancelled: :meth:`cancel` was called.
        """
        page, pages = 0, 1
        order: dict[str, Any] = {"op": "draw", "dpi": min(dpi, self._limits.dpi)}
        order["paper"] = _PAPERS[paper] if paper else None
        while page < pages:
            answer, parts = self._child.ask({**order, "page": page}, [pdf])
            if not answer["ok"]:
                raise failed(str(answer["detail"]))
            pages = answer["pages"]
            yield Raster(answer["width"], answer["height"], answer["stride"], parts[0])
            page += 1

    def cancel(self) -> None:
        """Stop the order that is being carried out, if there is one. From any thread."""
        self._child.cancel()

    def close(self) -> None:
        """Stop the worker and wait for its end. The press can be used again afterwards."""
        self._child.close()

    def _set(self, order: dict[str, Any], job: Job) -> Sheet:
        data = encode_job(job)
        most = self._limits.long_text if job.layout in MANY_PAGES else self._limits.text
        if len(data) > most:
            raise _too_long(job, "", f"a job of {len(data)} bytes")
        logo = self._logos(job.site.logo) if job.site and job.site.logo else None
        began = time.perf_counter()
        answer, parts = self._child.ask(order, [data, logo] if logo else [data])
        if not answer["ok"]:
            raise _condition(job, answer)
        took_ms = (time.perf_counter() - began) * 1000
        return Sheet(parts[0], tuple(parts[1:]), took_ms, tuple(answer["coverage"]))

    def _check(
        self, order: dict[str, Any], data: bytes, refused: Callable[[str, str], PaperFailed]
    ) -> Answer:
        """Let the worker look at a file; what breaks it or takes too long is refused too."""
        if len(data) > self._limits.input:
            raise refused("pdf large", f"{len(data)} bytes")
        try:
            answer, parts = self._child.ask(order, [data])
        except SheetCancelled:
            raise
        except PaperFailed as error:
            raise refused("damaged", error.detail) from error
        if not answer["ok"]:
            raise refused(str(answer["kind"]), str(answer["detail"]))
        return answer, parts


def _logo_refused(_kind: str, detail: str) -> LogoRefused:
    return LogoRefused(
        say("Logoen er for stor eller skadet. Bruk PNG eller SVG under 2 MB."), detail
    )


#: Why a PDF is not taken, by what the worker calls it; anything else is damage.
_PDF_SENTENCES = {
    "pdf large": say("PDF-en er for stor. Bruk en PDF under 20 MB."),
    "pdf locked": say("PDF-en er låst med passord. Lagre den uten passord, og prøv igjen."),
    "pdf pages": say("PDF-en har for mange sider. Bruk en med høyst 12 sider."),
}
_PDF_DAMAGED = say("PDF-en kan ikke leses. Lagre den på nytt, og prøv igjen.")


def _pdf_refused(kind: str, detail: str) -> PdfRefused:
    return PdfRefused(_PDF_SENTENCES.get(kind, _PDF_DAMAGED), detail)


def _too_long(job: Job, fits: str, detail: str) -> TextTooLong:
    """SCREENS section 2.11; a larger paper is named only where the text fits on it."""
    paper = job.paper.upper()
    message = say("Teksten får ikke plass i {paper}. Kort den ned.", paper=paper)
    if fits:
        message = say(
            "Teksten får ikke plass i {paper}. Kort den ned, eller velg {larger}.",
            paper=paper,
            larger=fits.upper(),
        )
    return TextTooLong(message, detail, fits)


def _condition(job: Job, answer: dict[str, Any]) -> PaperFailed:
    """Turn a worker's refusal into the sentence the user reads."""
    detail = str(answer["detail"])
    if answer["kind"] == "too-long":
        return _too_long(job, str(answer.get("fits", "")), detail)
    if answer["kind"] == "glyph":
        sign = re.sub(r"\s+", " ", str(answer["glyph"]))[:20]
        return PaperFailed(
            say("Tegnet «{sign}» kan ikke skrives ut. Ta det bort, og prøv igjen.", sign=sign),
            detail,
        )
    return failed(detail)
