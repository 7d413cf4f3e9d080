"""A stick that anybody may have made, through the stick dialog and through the update page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from update_attacks import PACK, WORDS, Arena

from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.trust.index import INDEX_TARGET
from packs.simulator import NOW, SPOILS, Simulator, pack_bytes

OLDER = r"Pinnen er eldre\. Du har nyere innhold\."
EXPIRED = (
    r"Pinnen er for gammel til å kontrolleres \(\d+\. [a-z]+ \d{4}\)\. "
    r"Innholdet ditt er uendret\."
)
UNFINISHED = (
    r"Pinnen er ikke ferdig\. (Den mangler \d filer\. )?Fortsett på maskinen som lagde den\."
)
UNTRUSTED, DAMAGED = WORDS["untrusted"], WORDS["damaged"]

#: What each way to spoil a repository comes to in the dialog, on the page, and in words. A stick
#: whose signatures are older may hold the same content, and that is what is said.
SPOILED: dict[str, tuple[str, str, str]] = {
    "unsigned": ("refused", "untrusted", UNTRUSTED),
    "wrong_key": ("refused", "untrusted", UNTRUSTED),
    "wrong_key_targets": ("refused", "untrusted", UNTRUSTED),
    "too_few_keys": ("refused", "untrusted", UNTRUSTED),
    "stranger_root": ("refused", "untrusted", UNTRUSTED),
    "expired_root": ("expired", "expired", EXPIRED),
    "expired_targets": ("expired", "expired", EXPIRED),
    "expired_snapshot": ("expired", "expired", EXPIRED),
    "expired_timestamp": ("expired", "expired", EXPIRED),
    "rolled_back_timestamp": ("", "rolled_back", OLDER),
    "rolled_back_snapshot": ("", "rolled_back", OLDER),
    "rolled_back_targets": ("", "rolled_back", OLDER),
    "mix_and_match": ("refused", "damaged", DAMAGED),
    "wrong_hash": ("damaged", "damaged", DAMAGED),
    "wrong_length": ("unfinished", "stick_unfinished", UNFINISHED),
    "cut_short": ("unfinished", "stick_unfinished", UNFINISHED),
    "gone": ("unfinished", "stick_unfinished", UNFINISHED),
    "path_in_name": ("refused", "damaged", DAMAGED),
    "no_consistent_snapshot": ("refused", "damaged", DAMAGED),
}
WITHOUT_KEYS = {"too_few_keys", "stranger_root"}


def test_every_way_to_spoil_a_stick_is_tried() -> None:
    assert SPOILED.keys() == SPOILS.keys()


@pytest.mark.parametrize("where", ["dialog", "page"])
@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_stick(memory: Arena, name: str, where: str) -> None:
    memory.attack(name)
    stick = memory.stick()

    def over() -> None:
        memory.heal() if name in WITHOUT_KEYS else memory.shop.heal()
        memory.stick()

    in_dialog, on_page, words = SPOILED[name]
    laptop = memory.laptop
    memory.ask(
        in_dialog if where == "dialog" else on_page,
        act=lambda: laptop.take(stick) if where == "dialog" else laptop.update_from(stick),
        seq=2,
        words=words,
        over=over,
    )


# --- links and pipes ----------------------------------------------------------------------------


def link(path: Path, elsewhere: Path) -> None:
    """Put a link in the place of a file or folder, to the very same outside of the stick."""
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def pipe(path: Path, elsewhere: Path) -> None:
    """Put a pipe in its place, which nobody ever writes to."""
    path.rename(elsewhere)
    os.mkfifo(path)


GONE = WORDS["missing"]
NO_SENDER = r"Mappen har ikke innhold fra en kilde\."
#: What is exchanged on the stick for a link, and what that comes to: in the dialog, on the page.
PLACES: dict[str, tuple[str, str, str]] = {
    "the pack": ("targets/trondheim/*.3.jsonl", "unfinished", "stick_unfinished"),
    "the folder of packs": ("targets/trondheim", "unfinished", "stick_unfinished"),
    "targets": ("targets", "refused", "damaged"),
    "the index": (INDEX_TARGET, "refused", "damaged"),
    "timestamp": ("metadata/timestamp.json", "refused", "damaged"),
    "snapshot": ("metadata/4.snapshot.json", "refused", "damaged"),
    "metadata": ("metadata", "refused", "damaged"),
    "the sender's folder": (".", "empty", "NotFound"),
    "our folder": ("..", "empty", "NotFound"),
}
#: The same where a pipe stands in the place of a folder: what is below is not there.
BELOW_A_PIPE = {"targets": ("unfinished", "missing"), "metadata": ("unfinished", "missing")}
SAID = {
    "unfinished": UNFINISHED, "stick_unfinished": UNFINISHED, "refused": DAMAGED,
    "damaged": DAMAGED, "missing": GONE, "NotFound": NO_SENDER,
    "empty": r"Du har nyere innhold enn pinnen\.",
}  # fmt: skip


@pytest.mark.parametrize("where", ["dialog", "page"])
@pytest.mark.parametrize("exchange", [link, pipe], ids=["link", "pipe"])
@pytest.mark.parametrize("place", PLACES)
def test_a_link_or_a_pipe_on_the_stick(
    memory: Arena,
    tmp_path: Path,
    place: str,
    exchange: Callable[[Path, Path], None],
    where: str,
) -> None:
    """It leads to the right bytes, and still it is not followed: it could lead anywhere."""
    memory.release()
    stick = memory.stick()
    pattern, *whys = PLACES[place]
    if exchange is pipe:
        whys = list(BELOW_A_PIPE.get(place, whys))
    home = stick / "feltperm" / memory.shop.source.key
    known = {".": home, "..": home.parent, INDEX_TARGET: home / memory.shop.path(INDEX_TARGET)}
    exchange(known.get(pattern) or next(home.glob(pattern)), tmp_path / "elsewhere")
    laptop = memory.laptop
    why = whys[where == "page"]
    memory.ask(
        why,
        act=lambda: laptop.take(stick) if where == "dialog" else laptop.update_from(stick),
        words=SAID[why],
        over=memory.stick,
    )


# --- truncated and bit-flipped ------------------------------------------------------------------

HARM: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _data: b"",
    "half": lambda data: data[: len(data) // 2],
    "a bit at the beginning": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "a bit at the end": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("where", ["dialog", "page"])
def test_every_file_of_a_stick_is_harmed_in_turn(memory: Arena, harm: str, where: str) -> None:
    memory.release()
    stick = memory.stick()
    laptop = memory.laptop
    home = stick / "feltperm" / memory.shop.source.key
    files = sorted(path.relative_to(home) for path in home.rglob("*") if path.is_file())
    said = {*SAID.values(), UNTRUSTED}
    outcomes = set()
    for name in files:
        memory.stick()
        data = (home / name).read_bytes()
        (home / name).write_bytes(HARM[harm](data))
        act = laptop.take if where == "dialog" else laptop.update_from
        why, sentence = laptop.hear(lambda act=act: act(stick))  # type: ignore[misc]
        outcomes.add(why)
        assert not why or any(re.fullmatch(words, sentence) for words in said), (name, sentence)
        seq = laptop.seq()
        assert seq == (2 if why else 3) or str(name) == "source.json", name
        memory.questions(seq)
        if seq == 3:  # a file that this update does not need
            memory.again()
            laptop = memory.laptop
    assert len(outcomes) > 1, "some files matter and some do not"
    memory.stick()
    memory.ask("", act=lambda: memory.laptop.take(stick))


# --- what is somebody else's --------------------------------------------------------------------


def thief(memory: Arena, pack: str = PACK) -> Simulator:
    shop = Simulator(NOW, name="En annen", url="https://other.example")
    shop.release(pack, 9, pack_bytes(pack, 9, "2026-11-24"))
    return shop


def test_a_stick_cannot_bring_the_pack_of_another_sender(memory: Arena) -> None:
    """Both senders are trusted and on the stick; each may bring what is its own."""
    shop = thief(memory)
    key = memory.laptop.trust(shop, memory.folder / "other")
    memory.release()
    stick = memory.stick()
    shop.write(stick / "feltperm" / key)
    why, sentence = memory.laptop.hear(lambda: memory.laptop.update_from(stick))
    assert (why, sentence) == ("foreign", WORDS["foreign"])
    memory.questions(3)
    memory.ask("", act=lambda: memory.laptop.take(stick))


def test_a_stick_of_a_sender_that_was_not_added(memory: Arena) -> None:
    stick = memory.folder / "stick"
    shop = thief(memory, "narvik")
    shop.write(stick / "feltperm" / shop.source.key)

    part = memory.laptop.desk.relay.look(stick).parts[-1]
    words = "Pinnen er fra En annen, som du ikke har lagt til."
    assert (part.outcome, part.sentence, part.can_take) == ("foreign", words, False)
    assert memory.laptop.desk.relay.take(stick) == ()
    memory.questions(2)
    memory.ask(
        "foreign",
        act=lambda: memory.laptop.update_from(stick),
        words=words,
        over=lambda: (memory.release(), memory.stick()),
    )


def test_a_sender_in_the_folder_of_another(memory: Arena) -> None:
    """A stranger's repository lies in the folder that is named after a sender that is trusted."""
    stick = memory.folder / "stick"
    memory.release()
    thief(memory).write(stick / "feltperm" / memory.shop.source.key)
    memory.ask(
        "refused",
        act=lambda: memory.laptop.take(stick),
        words=UNTRUSTED,
        over=memory.stick,
    )


@pytest.mark.parametrize("piece", range(1, 8, 2))
def test_a_stick_that_is_pulled_out_while_it_is_read(memory: Arena, piece: int) -> None:
    memory.release()
    stick, away = memory.stick(), memory.folder / "away"
    left = [piece]

    def pull(carrier: FolderCarrier, url: str) -> Iterator[bytes]:
        left[0] -= 1
        if left[0] == 0:
            stick.rename(away)
        yield from fetch(carrier, url)

    fetch = FolderCarrier._fetch
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FolderCarrier, "_fetch", pull)
        why, sentence = memory.laptop.hear(lambda: memory.laptop.update_from(stick))
    assert (why in ("stick_gone", "no_network"), stick.exists()) == (True, False)
    assert sentence.startswith(("Pinnen ble tatt ut for tidlig.", "Uten nett."))
    memory.questions(2)
    away.rename(stick)
    memory.ask("", act=lambda: memory.laptop.update_from(stick))
