"""Why new content did not come, in the user's words (SCREENS 2.10 and 2.11).

Every error of TUF and of the operating system becomes one of the :data:`Failure` names here, with
its sentence. What only HTTP knows (certificates, proxies) is named where HTTP is spoken.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from typing import Literal

from tuf.api import exceptions as tuf

from feltperm.errors import Condition, DiskFull, ReadOnly, UpdateFailed
from feltperm.wording import say, template

__all__ = ["Failure", "failed", "local_failure", "naming", "told", "wording"]

Failure = Literal[
    "no_network",
    "portal",
    "proxy",
    "tls",
    "server",
    "missing",
    "untrusted",
    "expired",
    "clock_behind",
    "clock_ahead",
    "rolled_back",
    "damaged",
    "too_new",
    "too_slow",
    "stopped",
    "stick_gone",
    "stick_full",
    "stick_unfinished",
    "foreign",
    "busy",
    "not_a_source",
]

_CLOCK = template("Maskinens klokke viser {dato}. Still klokka, og prøv igjen.")

#: The sentences as they stand when everything in them is known.
_FULL: Mapping[str, str] = {
    "no_network": template("Uten nett. Innholdet er fra {dato}."),
    "tls": template("Forbindelsen til {avsender} er ikke sikker. Innholdet ditt er uendret."),
    "server": template("Tjeneren til {avsender} svarer ikke som den skal. Prøv igjen senere."),
    "missing": template("Innholdet ligger ikke hos {avsender} nå. Prøv igjen senere."),
    "untrusted": template("Innholdet kom ikke fra {avsender}. Det er ikke tatt i bruk."),
    "expired": template("Innholdet hos {avsender} gjaldt til {dato}. Innholdet ditt er uendret."),
    "clock_behind": _CLOCK,
    "clock_ahead": _CLOCK,
    "rolled_back": template("{avsender} tilbyr eldre innhold enn før. Det er ikke tatt i bruk."),
    "stick_full": template("Pinnen er full. Den trenger {MB} til."),
    "stick_unfinished": template(
        "Pinnen er ikke ferdig. Den mangler {n} filer. Fortsett på maskinen som lagde den."
    ),
    "foreign": template("Pinnen er fra {avsender}, som du ikke har lagt til."),
}

#: The sentences that are others for a stick.
_STICK: Mapping[str, str] = {
    "expired": template(
        "Pinnen er for gammel til å kontrolleres ({dato}). Innholdet ditt er uendret."
    ),
    "rolled_back": template("Pinnen er eldre. Du har nyere innhold."),
}

#: The sentences as they stand when a name or a date is not known.
_SHORT: Mapping[str, str] = {
    "no_network": template("Uten nett. Innholdet ditt er uendret."),
    "portal": template("Nettet krever innlogging. Åpne nettleseren, og prøv igjen."),
    "proxy": template("Nettet går gjennom en proxy som ikke slapp oss fram. Spør IT-avdelingen."),
    "tls": template("Forbindelsen er ikke sikker. Innholdet ditt er uendret."),
    "server": template("Tjeneren svarer ikke som den skal. Prøv igjen senere."),
    "missing": template("Innholdet ligger ikke hos avsenderen nå. Prøv igjen senere."),
    "untrusted": template("Innholdet kom ikke fra rett avsender. Det er ikke tatt i bruk."),
    "expired": template("Innholdet er for gammelt til å kontrolleres. Innholdet ditt er uendret."),
    "clock_behind": template("Maskinens klokke går feil. Still klokka, og prøv igjen."),
    "clock_ahead": template("Maskinens klokke går feil. Still klokka, og prøv igjen."),
    "rolled_back": template("Innholdet er eldre enn det du har sett før. Det er ikke tatt i bruk."),
    "damaged": template("Innholdet kom skadet fram. Det er ikke tatt i bruk."),
    "too_new": template("Innholdet krever en nyere versjon av Feltperm. Permen din er uendret."),
    "too_slow": template("Nettet er for tregt nå. Det som er hentet, er tatt vare på."),
    "stopped": template("Hentingen er stoppet. Det som er hentet, er tatt vare på."),
    "stick_gone": template("Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi."),
    "stick_full": template("Pinnen er full. Frigjør plass, og prøv igjen."),
    "stick_unfinished": template("Pinnen er ikke ferdig. Fortsett på maskinen som lagde den."),
    "foreign": template("Innholdet hører til en annen kilde. Det er ikke tatt i bruk."),
    "busy": template("Feltperm henter allerede nytt innhold. Vent til det er ferdig."),
    "not_a_source": template("Dette er ikke en kilde. Be avsenderen om adressen eller kildefila."),
}

#: Kind of TUF error -> failure; the first that fits counts.
_TUF: tuple[tuple[type[Exception], Failure], ...] = (
    (tuf.SlowRetrievalError, "too_slow"),
    (tuf.DownloadLengthMismatchError, "damaged"),
    (tuf.DownloadError, "no_network"),
    (tuf.UnsignedMetadataError, "untrusted"),
    (tuf.ExpiredMetadataError, "expired"),
    (tuf.BadVersionNumberError, "rolled_back"),
    (tuf.LengthOrHashMismatchError, "damaged"),
)
#: Statuses that say: this file is not here (some stores answer 403 for what is missing).
_ABSENT = {403, 404, 410}
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_DISK_FULL = say("Disken er full. Ingenting er endret. Frigjør plass, og prøv igjen.")
_NO_WRITING = say("Kan ikke lagre her. Innholdet ditt er uendret.")


def wording(why: str, *, stick: bool = False, **values: str) -> str:
    """Return the sentence for a failure, with ``values`` filled in.

    A sentence needs ``avsender``, ``dato``, ``MB`` or ``n``, as SCREENS has them. Where one that
    it needs is not given, the shorter sentence without any is returned.
    """
    full = _STICK[why] if stick and why in _STICK else _FULL.get(why, "")
    try:
        full.format(**values)
    except KeyError:
        full = ""
    return say(full, **values) if full else say(_SHORT[why])


def failed(why: Failure, detail: str = "", *, stick: bool = False, **values: str) -> UpdateFailed:
    """Return the condition for a failure, to be raised; the rest as in :func:`wording`."""
    return UpdateFailed(why, wording(why, stick=stick, **values), detail)


def told(error: Exception, *, stick: bool = False, **values: str) -> Condition:
    """Return the condition that says what an error of TUF or of the user's own disk means.

    A condition is returned as it is.
    """
    if isinstance(error, Condition):
        return error
    if isinstance(error, OSError):
        return local_failure(error)
    return failed(_why(error), _detail(error), stick=stick, **values)


def local_failure(error: OSError) -> Condition:
    """Return the condition for an error of the user's own disk."""
    detail = f"{PurePath(str(error.filename or '')).name} {error.strerror or error}".strip()
    if error.errno in _FULL_DISK or getattr(error, "winerror", None) in (39, 112):
        return DiskFull(_DISK_FULL, detail)
    if error.errno in _READ_ONLY:
        return ReadOnly(_NO_WRITING, detail)
    return failed("damaged", detail)


@contextmanager
def naming(*, stick: bool = False, **values: str) -> Iterator[None]:
    """Turn what TUF, a carrier or the disk raises within into a condition with ``values``.

    Raises:
        UpdateFailed, DiskFull, ReadOnly: instead of the error itself.
    """
    try:
        yield
    except (tuf.RepositoryError, tuf.DownloadError, OSError) as error:
        raise told(error, stick=stick, **values) from error
    except UpdateFailed as error:
        if str(error) != _SHORT.get(error.why) or error.why not in _FULL:
            raise
        sentence = wording(error.why, stick=stick, **values)
        raise UpdateFailed(error.why, sentence, error.detail) from error


def _why(error: Exception) -> Failure:
    if isinstance(error, tuf.DownloadHTTPError):
        return "missing" if error.status_code in _ABSENT else "server"
    if isinstance(error, tuf.RepositoryError) and _unreadable(error):
        return "damaged"
    return next((why for kind, why in _TUF if isinstance(error, kind)), "untrusted")


def _unreadable(error: Exception) -> bool:
    """Whether metadata could not even be read; TUF's own class for it costs an import."""
    return type(error).__name__ in ("DeserializationError", "SerializationError")


def _detail(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
