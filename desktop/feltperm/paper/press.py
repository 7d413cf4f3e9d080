"""The parent's side of the paper worker: starts it, speaks with it, stops it (DESIGN section 7)."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, cast

from feltperm.errors import PaperFailed, TextTooLong
from feltperm.paper.frames import BrokenFrame, read_frame, write_frame
from feltperm.paper.job import PAPERS, Job, encode_job

__all__ = ["Limits", "Press", "Raster", "Sheet", "SheetCancelled"]

MB = 1 << 20


class SheetCancelled(PaperFailed):
    """The user asked for something else before the sheet was ready."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one order may take.

    Attributes:
        seconds: then the worker is killed; Typst itself has no time-out.
        memory: bytes of address space of the worker, where POSIX has such a limit.
        text: bytes of one job; a poster has a few thousand, and what is far larger cannot fit.
        output: bytes of one answer; an A3 page in 300 dpi has 52 MB.
        dpi: the finest raster for a printer.
    """

    seconds: float = 10.0
    memory: int = 1024 * MB
    text: int = 64 << 10
    output: int = 80 * MB
    dpi: int = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set sheet: its PDF, and its pages as PNG if they were asked for."""

    pdf: bytes
    pages: tuple[bytes, ...]
    took_ms: float


@dataclass(frozen=True, slots=True)
class Raster:
    """One page for the printer: rows of ``stride`` bytes of 8-bit RGB, flattened on white."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(slots=True)
class _Child:
    """One worker process, and why it was stopped, if it was."""

    process: subprocess.Popen[bytes]
    stopped: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def stdin(self) -> BinaryIO:
        return cast(BinaryIO, self.process.stdin)

    @property
    def stdout(self) -> BinaryIO:
        return cast(BinaryIO, self.process.stdout)

    def stop(self, why: str) -> None:
        """Kill the process; the first reason stands. The thread that reads takes the rest."""
        with self.lock:
            self.stopped = self.stopped or why
            self.process.kill()

    def bury(self) -> None:
        """Leave no zombie and no open pipe behind."""
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                cast(BinaryIO, stream).close()
            except OSError:
                # the pipe broke with unsent bytes in its buffer; it is closed all the same
                continue
        self.process.wait()


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
    ) -> None:
        """Remember how to start the worker; nothing is started yet.

        Args:
            command: what starts :func:`feltperm.paper.worker.main`.
            fonts: the folders that hold the fonts.
            layouts: the folder of the ``.typ`` files, the only one a layout can read.
            pictograms: the folder of the drawings.
            limits: what one order may take.
        """
        self._command = list(command)
        self._limits = limits or Limits()
        self._setup = {
            "fonts": [str(folder) for folder in fonts],
            "layouts": str(layouts),
            "pictograms": str(pictograms),
            "papers": list(PAPERS),
            "memory": self._limits.memory,
            "input": self._limits.output,
            "output": self._limits.output,
        }
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._child: _Child | None = None
        self._working = False

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
        with self._turn:
            self._order(None)

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
        data = encode_job(job)
        if len(data) > self._limits.text:
            raise _too_long(job, "", f"a job of {len(data)} bytes")
        began = time.perf_counter()
        order = {"op": "set", "ppi": ppi}
        with self._turn:
            answer, parts = self._order(order, [data])
        if not answer["ok"]:
            raise _condition(job, answer)
        return Sheet(parts[0], tuple(parts[1:]), (time.perf_counter() - began) * 1000)

    def rasters(self, pdf: bytes, dpi: int) -> Iterator[Raster]:
        """Draw the pages of a PDF one after the other, at most as fine as the limits say.

        Raises:
            PaperFailed: not a PDF, a limit, or a broken worker.
            SheetCancelled: :meth:`cancel` was called.
        """
        page, pages = 0, 1
        while page < pages:
            order = {"op": "draw", "page": page, "dpi": min(dpi, self._limits.dpi)}
            with self._turn:
                answer, parts = self._order(order, [pdf])
            if not answer["ok"]:
                raise _failed(str(answer["detail"]))
            pages = answer["pages"]
            yield Raster(answer["width"], answer["height"], answer["stride"], parts[0])
            page += 1

    def cancel(self) -> None:
        """Stop the order that is being carried out, if there is one. From any thread."""
        with self._guard:
            if self._working and self._child:
                self._child.stop("cancelled")

    def close(self) -> None:
        """Stop the worker and wait for its end. The press can be used again afterwards."""
        self.cancel()
        with self._turn, self._guard:
            child, self._child = self._child, None
            if child:
                child.bury()

    def _order(
        self, order: dict[str, Any] | None, blobs: Sequence[bytes] = ()
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Carry out one order, with a new worker if need be, within the time limit."""
        with self._guard:
            if self._child and self._child.process.poll() is not None:
                # it died while nobody needed it
                self._child.bury()
                self._child = None
            child = self._child or _Child(self._spawn())
            fresh, self._child, self._working = child is not self._child, child, True
        timer = threading.Timer(self._limits.seconds, child.stop, ["too slow"])
        timer.daemon = True
        timer.start()
        answer: dict[str, Any] = {"ok": True}
        try:
            parts: list[bytes] = []
            if fresh:
                answer, parts = self._exchange(child, self._setup, ())
            if order and answer["ok"]:
                order = {**order, "seconds": self._limits.seconds}
                answer, parts = self._exchange(child, order, blobs)
        except (OSError, BrokenFrame) as error:
            raise self._lost(child, str(error)) from error
        except BaseException:
            # interrupted in the middle of a frame: this worker can't be spoken with any more
            self._drop(child)
            raise
        finally:
            timer.cancel()
            timer.join()
            with self._guard:
                self._working = False
        if child.stopped or (fresh and not answer["ok"]):
            # killed just as it had answered, or it never opened: the next order starts anew
            self._drop(child)
        return answer, parts

    def _exchange(
        self, child: _Child, order: dict[str, Any], blobs: Sequence[bytes]
    ) -> tuple[dict[str, Any], list[bytes]]:
        write_frame(child.stdin, order, blobs)
        frame = read_frame(child.stdout, self._limits.output)
        if frame is None:
            raise BrokenFrame("the worker ended")
        return frame

    def _spawn(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # no console window beside the program on Windows
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _failed(str(error)) from error

    def _drop(self, child: _Child) -> None:
        with self._guard:
            if self._child is child:
                self._child = None
        child.bury()

    def _lost(self, child: _Child, detail: str) -> PaperFailed:
        """Bury a worker that stopped answering, and say why it did."""
        self._drop(child)
        if child.stopped == "cancelled":
            return SheetCancelled("Arket ble avbrutt.", detail)
        if child.stopped:
            return PaperFailed("Arket tok for lang tid og ble stoppet. Prøv igjen.", detail)
        return _failed(f"{detail}; exit code {child.process.returncode}")


def _failed(detail: str) -> PaperFailed:
    return PaperFailed("Arket kunne ikke lages. Permen er trygg.", detail)


def _too_long(job: Job, fits: str, detail: str) -> TextTooLong:
    """SCREENS section 2.11; a larger paper is named only where the text fits on it."""
    advice = f"Kort den ned, eller velg {fits.upper()}." if fits else "Kort den ned."
    return TextTooLong(f"Teksten får ikke plass i {job.paper.upper()}. {advice}", detail)


def _condition(job: Job, answer: dict[str, Any]) -> PaperFailed:
    """Turn a worker's refusal into the sentence the user reads."""
    detail = str(answer["detail"])
    if answer["kind"] == "too-long":
        return _too_long(job, str(answer.get("fits", "")), detail)
    if answer["kind"] == "glyph":
        sign = re.sub(r"\s+", " ", str(answer["glyph"]))[:20]
        return PaperFailed(
            f"Tegnet «{sign}» kan ikke skrives ut. Ta det bort, og prøv igjen.", detail
        )
    return _failed(detail)
