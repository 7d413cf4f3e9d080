"""The window's side of printing: what asks the spooler, in children that may be killed."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from feltperm.desk.sheets.printers import Printer
from feltperm.errors import PrinterFailed
from feltperm.options import SEND_PAGES
from feltperm.paper.child import Process
from feltperm.paper.frames import BrokenFrame, read_frame, write_frame
from feltperm.paper.job import Paper
from feltperm.paper.press import Raster
from feltperm.ui.posters.printers import find_printers
from feltperm.wording import say

__all__ = ["DPI", "END", "PAGE_LIMIT", "Order", "Patience", "SendingCancelled", "Spooler"]

#: Dots per inch sent to the printer (DESIGN section 7: at most 300).
DPI = 300
#: Bytes of one page; A3 in 300 dpi has 52 million.
PAGE_LIMIT = 80 << 20
#: What comes after the last page. Without it the job is not sent.
END = {"end": True}


class Order(msgspec.Struct, frozen=True):
    """What to print on, and how.

    Attributes:
        printer: the name of the queue.
        paper: the paper in it.
        grey: send the pages without colour.
        title: what the job is called in the queue.
    """

    printer: str
    paper: Paper
    copies: int = 1
    grey: bool = False
    two_sided: bool = False
    title: str = "Feltperm"


class SendingCancelled(PrinterFailed):
    """The user stopped the sending; nothing was handed over."""


class Patience(msgspec.Struct, frozen=True):
    """How long the spooler may take, in seconds; then its child is killed.

    Attributes:
        listing: to name the printers (SCREENS 2.9).
        opening: to find the queue.
        page: to take one page.
        ending: to take the whole job.
        closing: for what is left when the window closes.
    """

    listing: float = 5.0
    opening: float = 10.0
    page: float = 20.0
    ending: float = 30.0
    closing: float = 5.0


class _Sender(Process):
    """The process that hands pages over."""

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Kill the process if what is done inside the block takes longer."""
        timer = threading.Timer(seconds, self.stop, ["silent"])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def answer(self) -> None:
        """Wait for what the process says next.

        Raises:
            PrinterFailed: what the process says went wrong.
            BrokenFrame: it says nothing any more.
        """
        frame = read_frame(self.stdout, 0)
        if frame is None:
            raise BrokenFrame("the child ended")
        said = frame[0]
        if said.get("said") == "failed":
            raise PrinterFailed(str(said["text"]), str(said["detail"]))

    def take(self, page: Raster) -> None:
        """Give it a page; raises as :meth:`answer` where it takes no more."""
        measures = {"width": page.width, "height": page.height, "stride": page.stride}
        try:
            write_frame(self.stdin, measures, [page.pixels])
        except OSError:
            self.answer()  # it says why
            raise


class Spooler:
    """Finds printers and sends to them. One job at a time; the rest is safe from any thread."""

    def __init__(self, command: Sequence[str], patience: Patience | None = None) -> None:
        """Remember how this program starts itself."""
        self._command, self._patience = tuple(command), patience or Patience()
        self._child: _Sender | None = None
        self._guard = threading.Lock()

    def find(self) -> list[Printer]:
        """Return the printers, the default first.

        Raises:
            PrinterFailed: the spooler did not answer in time.
        """
        return find_printers(self._command, self._patience.listing)

    def send(self, order: Order, pages: Iterable[Raster]) -> None:
        """Hand pages over to a printer's queue; returns when the spooler has the whole job.

        That says nothing of whether a sheet came out. No page is drawn before the queue is open.

        Raises:
            PrinterFailed: the queue is gone, rejects jobs or does not answer. In all cases but
                the one whose words say so, nothing was sent.
            SendingCancelled: :meth:`stop` was called.
        """
        # what Qt and CUPS write for a job goes with it, also when the child is killed
        with tempfile.TemporaryDirectory(prefix="feltperm-print-") as folder:
            child = self._start(folder)
            stage = "opening"
            try:
                with child.within(self._patience.opening):
                    write_frame(child.stdin, msgspec.to_builtins(order))
                    child.answer()
                for page in pages:
                    with child.within(self._patience.page):
                        child.take(page)
                stage = "ending"
                with child.within(self._patience.ending):
                    write_frame(child.stdin, END)
                    child.answer()
            except (OSError, BrokenFrame) as error:
                raise _lost(child, stage, str(error)) from error
            finally:
                with self._guard:
                    self._child = None
                child.bury()

    def stop(self, why: str = "cancelled") -> None:
        """Stop the sending that is under way, if there is one; nothing of it is printed."""
        with self._guard:
            if self._child:
                self._child.stop(why)

    def hurry(self) -> None:
        """Give the sending that is under way a last moment: the window closes."""
        with self._guard:
            child = self._child
        if child:
            timer = threading.Timer(self._patience.closing, child.stop, ["silent"])
            timer.daemon = True
            timer.start()

    def _start(self, folder: str) -> _Sender:
        try:
            process = subprocess.Popen(
                [*self._command, SEND_PAGES],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": folder},
                # no console window beside the program on Windows
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise PrinterFailed(_BROKEN, str(error)) from error
        child = _Sender(process)
        with self._guard:
            self._child = child
        return child


_BROKEN = say("Utskriften stoppet. Ingenting er sendt. Prøv igjen, eller lagre PDF.")
_SILENT = say("Skriveren svarer ikke. Ingenting er sendt. Prøv igjen, eller lagre PDF.")
_UNSURE = say("Skriveren svarer ikke. Se etter arket før du sender på nytt.")


def _lost(child: _Sender, stage: str, detail: str) -> PrinterFailed:
    """Say why a child stopped answering, and whether the spooler may have the job all the same."""
    if child.stopped == "cancelled":
        return SendingCancelled(say("Utskriften er avbrutt."), detail)
    if stage == "ending":
        return PrinterFailed(_UNSURE, detail)
    return PrinterFailed(_SILENT if child.stopped else _BROKEN, detail)
