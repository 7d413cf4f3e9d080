"""Every failure has its sentence, and the rules of SCREENS for sentences hold."""

from __future__ import annotations

import errno
import re
from typing import get_args

import pytest
from tuf.api import exceptions as tuf
from tuf.api.serialization import DeserializationError

from feltperm.errors import Condition, DiskFull, ReadOnly, UpdateFailed
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.failures import Failure, failed, local_failure, naming, told, wording

ALL = get_args(Failure)
KNOWN = {"avsender": "Helse Sør-Øst", "dato": "20. november 2026", "MB": "4 MB", "n": "3"}


@pytest.mark.parametrize("why", ALL)
@pytest.mark.parametrize("values", [{}, KNOWN])
@pytest.mark.parametrize("stick", [False, True])
def test_a_sentence_is_short_and_complete(why: str, values: dict[str, str], stick: bool) -> None:
    text = wording(why, stick=stick, **values)
    sentences = re.findall(r"(?:\d\. |[^.])+\.", text)
    assert "".join(sentences) == text
    # SCREENS 2.10 itself has three for a stick that is not finished
    assert len(sentences) <= (3 if why == "stick_unfinished" else 2)
    assert all(len(sentence.split()) <= 15 for sentence in sentences)
    assert "{" not in text
    assert not re.search(r"ugyldig|feilkode|error|\bTUF\b", text)


@pytest.mark.parametrize(
    ("why", "stick", "text"),
    [
        ("no_network", False, "Uten nett. Innholdet er fra 20. november 2026."),
        ("portal", False, "Nettet krever innlogging. Åpne nettleseren, og prøv igjen."),
        ("untrusted", False, "Innholdet kom ikke fra Helse Sør-Øst. Det er ikke tatt i bruk."),
        (
            "clock_ahead",
            False,
            "Maskinens klokke viser 20. november 2026. Still klokka, og prøv igjen.",
        ),
        (
            "expired",
            True,
            "Pinnen er for gammel til å kontrolleres (20. november 2026)."
            " Innholdet ditt er uendret.",
        ),
        ("stick_full", True, "Pinnen er full. Den trenger 4 MB til."),
        (
            "stick_unfinished",
            True,
            "Pinnen er ikke ferdig. Den mangler 3 filer. Fortsett på maskinen som lagde den.",
        ),
        ("stick_gone", True, "Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi."),
        ("foreign", True, "Pinnen er fra Helse Sør-Øst, som du ikke har lagt til."),
        ("rolled_back", True, "Pinnen er eldre. Du har nyere innhold."),
    ],
)
def test_the_sentences_of_screens_stand_word_for_word(why: str, stick: bool, text: str) -> None:
    assert wording(why, stick=stick, **KNOWN) == text


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (tuf.UnsignedMetadataError("x"), "untrusted"),
        (tuf.RepositoryError("x"), "untrusted"),
        (DeserializationError("x"), "damaged"),
        (tuf.BadVersionNumberError("x"), "rolled_back"),
        (tuf.ExpiredMetadataError("x"), "expired"),
        (tuf.LengthOrHashMismatchError("x"), "damaged"),
        (tuf.DownloadLengthMismatchError("x"), "damaged"),
        (tuf.SlowRetrievalError("x"), "too_slow"),
        (tuf.DownloadHTTPError("x", 404), "missing"),
        (tuf.DownloadHTTPError("x", 403), "missing"),
        (tuf.DownloadHTTPError("x", 500), "server"),
        (tuf.DownloadHTTPError("x", 401), "server"),
        (tuf.DownloadError("x"), "no_network"),
        (OSError(errno.EIO, "x"), "damaged"),
    ],
)
def test_each_error_is_told_as_what_it_means(error: Exception, why: str) -> None:
    condition = told(error)
    assert isinstance(condition, UpdateFailed)
    assert condition.why == why
    assert condition.detail


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, ReadOnly)],
)
def test_the_user_s_own_disk_is_told_as_such(number: int, kind: type[Condition]) -> None:
    condition = local_failure(OSError(number, "no", "/srv/kari/targets.json"))
    assert isinstance(condition, kind)
    assert "kari" not in condition.detail


def test_the_sender_is_named_where_nobody_knew_it_further_down() -> None:
    with (
        pytest.raises(UpdateFailed, match=r"Innholdet kom ikke fra Helse\.") as caught,
        naming(avsender="Helse"),
    ):
        raise failed("untrusted", "because")
    assert (caught.value.why, caught.value.detail) == ("untrusted", "because")


def test_a_sentence_of_one_s_own_is_left_alone() -> None:
    with pytest.raises(UpdateFailed, match=r"^Noe annet\.$"), naming(avsender="Helse"):
        raise UpdateFailed("untrusted", "Noe annet.")


def test_bugs_are_not_told_as_conditions() -> None:
    with pytest.raises(ZeroDivisionError), naming():
        raise ZeroDivisionError


# --- the stop button --------------------------------------------------------------------------


def test_what_came_is_counted_and_reported() -> None:
    seen: list[int] = []
    transfer = Transfer(seen.append)
    transfer.take(3)
    transfer.take(4)
    assert (transfer.received, seen) == (7, [3, 7])


def test_stop_ends_it_at_the_next_piece_and_counts_that() -> None:
    transfer = Transfer()
    transfer.stop()
    with pytest.raises(UpdateFailed) as caught:
        transfer.take(5)
    assert (caught.value.why, transfer.received, transfer.stopped) == ("stopped", 5, True)


def test_stop_cuts_what_is_being_waited_for_and_nothing_after() -> None:
    transfer, cut = Transfer(), []
    with transfer.holding(lambda: cut.append(1)):
        transfer.stop()
    transfer.stop()
    assert cut == [1]
    with pytest.raises(UpdateFailed), transfer.holding(lambda: cut.append(2)):
        raise AssertionError("begun after stop")
