"""The worker process as the parent holds it: started when it is needed, kept, and killed."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias, cast

from feltperm.errors import PaperFailed
from feltperm.paper.frames import BrokenFrame, read_frame, write_frame
from feltperm.wording import say

__all__ = ["Answer", "Child", "Process", "SheetCancelled", "failed"]

#: What a worker answers: an object and binary parts.
Answer: TypeAlias = tuple[dict[str, Any], list[bytes]]

#: Bytes a pipe holds, where that can be said: a page crosses in a few turns, not in fifty.
_PIPE = 1 << 20


class SheetCancelled(PaperFailed):
    """The user asked for something else before the sheet was ready."""


@dataclass(slots=True)
class Process:
    """A child process with a pipe each way, and why it was stopped, if it was."""

    process: subprocess.Popen[bytes]
    stopped: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def stdin(self) -> BinaryIO:
        """The pipe to it."""
        return cast(BinaryIO, self.process.stdin)

    @property
    def stdout(self) -> BinaryIO:
        """The pipe from it."""
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


class Child:
    """A worker that is kept for the next order. One order at a time; a second thread's waits."""

    def __init__(
        self, command: Sequence[str], setup: dict[str, Any], seconds: float, output: int
    ) -> None:
        """Remember how to start the worker; nothing is started yet.

        Args:
            command: what starts :func:`feltperm.paper.worker.main`.
            setup: the first frame it is sent.
            seconds: what one order may take; then the worker is killed.
            output: bytes one answer may hold.
        """
        self._command, self._setup = list(command), setup
        self._seconds, self._output = seconds, output
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._child: Process | None = None
        self._working = False

    def ask(self, order: dict[str, Any] | None, blobs: Sequence[bytes] = ()) -> Answer:
        """Carry out one order, with a new worker if need be; None only starts one.

        Raises:
            PaperFailed: the worker cannot be started, took too long, or broke.
            SheetCancelled: :meth:`cancel` was called.
        """
        with self._turn:
            return self._order(order, blobs)

    def cancel(self) -> None:
        """Stop the order that is being carried out, if there is one. From any thread."""
        with self._guard:
            if self._working and self._child:
                self._child.stop("cancelled")

    def close(self) -> None:
        """Stop the worker and wait for its end. It can be asked again afterwards."""
        self.cancel()
        with self._turn, self._guard:
            child, self._child = self._child, None
            if child:
                child.bury()

    def _order(self, order: dict[str, Any] | None, blobs: Sequence[bytes]) -> Answer:
        with self._guard:
            if self._child and self._child.process.poll() is not None:
                # it died while nobody needed it
                self._child.bury()
                self._child = None
            child = self._child or Process(self._spawn())
            fresh, self._child, self._working = child is not self._child, child, True
        timer = threading.Timer(self._seconds, child.stop, ["too slow"])
        timer.daemon = True
        timer.start()
        answer: dict[str, Any] = {"ok": True}
        try:
            parts: list[bytes] = []
            if fresh:
                answer, parts = self._exchange(child, self._setup, ())
            if order and answer["ok"]:
                order = {**order, "seconds": self._seconds}
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

    def _exchange(self, child: Process, order: dict[str, Any], blobs: Sequence[bytes]) -> Answer:
        write_frame(child.stdin, order, blobs)
        frame = read_frame(child.stdout, self._output)
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
                pipesize=_PIPE,
                # no console window beside the program on Windows
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise failed(str(error)) from error

    def _drop(self, child: Process) -> None:
        with self._guard:
            if self._child is child:
                self._child = None
        child.bury()

    def _lost(self, child: Process, detail: str) -> PaperFailed:
        """Bury a worker that stopped answering, and say why it did."""
        self._drop(child)
        if child.stopped == "cancelled":
            return SheetCancelled(say("Arket ble avbrutt."), detail)
        if child.stopped:
            return PaperFailed(say("Arket tok for lang tid og ble stoppet. Prøv igjen."), detail)
        return failed(f"{detail}; exit code {child.process.returncode}")


def failed(detail: str) -> PaperFailed:
    """Return what is said when there is nothing better to say."""
    return PaperFailed(say("Arket kunne ikke lages. Permen er trygg."), detail)
