"""Writing a file under a name that a person chose: whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from feltperm.errors import Condition, DiskFull, NotFound, ReadOnly
from feltperm.wording import say

__all__ = ["save"]


def save(data: bytes, target: Path) -> Path:
    """Write a file and return its name; an older one is replaced when the new one is whole.

    A link is followed: the file that it leads to is replaced, and the link stays.

    Raises:
        DiskFull, ReadOnly, NotFound: the file could not be written; an older one is untouched.
    """
    real, part = _places(target)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(real)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _saving_failed(error, len(data)) from error
    return target


def _places(target: Path) -> tuple[Path, Path]:
    """Return the file that ``target`` leads to, and the name of the unfinished one beside it.

    Raises:
        NotFound, ReadOnly: nothing can be saved under that name.
    """
    try:
        os.fsencode(target)
        real = Path(os.path.realpath(target))
        part = real.with_name(f".feltperm-{os.getpid()}.part")
        mode = target.stat().st_mode
    except FileNotFoundError:
        return real, part
    except OSError as error:
        raise _saving_failed(error, 0) from error
    except ValueError as error:  # an empty name, a NUL, or half a character
        raise NotFound(say("Dette er ikke et filnavn. Skriv et annet."), str(error)) from error
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a device would be replaced by a file
        raise ReadOnly(
            say("Kan ikke lagre her. Velg en annen mappe eller et annet navn."), str(target)
        )
    return real, part


def _saving_failed(error: OSError, size: int) -> Condition:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        needed = -(-size // 1_000_000)
        return DiskFull(
            say("Disken er full. Ingenting er endret. Frigjør {n} MB, og prøv igjen.", n=needed),
            str(error),
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NotFound(say("Mappen finnes ikke. Velg en annen mappe."), str(error))
    if isinstance(error, IsADirectoryError):
        return NotFound(say("Dette er en mappe. Skriv et filnavn."), str(error))
    return ReadOnly(say("Kan ikke lagre her. Velg en annen mappe eller et annet navn."), str(error))
