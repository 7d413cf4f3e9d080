"""Links as they are in the field, between the whole program and a real server on loopback."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count

import pytest
from update_attacks import WORDS, Arena, Laptop

from feltperm.packs.carrying.carrier import PIECE
from feltperm.packs.carrying.pace import Patience
from feltperm.packs.trust.index import INDEX_TARGET
from packs.server import Server
from packs.simulator import sha256

#: A file that takes many buffers, and of which no part is like another.
LEAFLET = b"".join(hashlib.sha256(str(number).encode()).digest() for number in range(6400))

#: Where in an update something happens, and the files that are hit.
LAYERS: dict[str, Callable[[Arena], list[str]]] = {
    "the next root": lambda _arena: ["metadata/2.root.json"],
    "timestamp": lambda _arena: ["metadata/timestamp.json"],
    "snapshot": lambda arena: [arena.newest("snapshot")],
    "targets": lambda arena: [arena.newest("targets")],
    "index": lambda arena: [arena.shop.path(INDEX_TARGET)],
    "delta": lambda arena: arena.newest_files()[:1],
    "every way": lambda arena: arena.newest_files(),
}


def server(arena: Arena) -> Server:
    assert arena.server is not None
    return arena.server


def fault(arena: Arena, layer: str, **what: object) -> None:
    """Publish the third version, and let something happen where it is fetched."""
    arena.release()
    for path in LAYERS[layer](arena):
        arena.shop.files.setdefault(path, b"{" * 100)
        server(arena).fault(path, **what)


def test_the_program_as_it_is_composed_updates_over_http(
    wire: Arena, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing put in the place of anything: its own carrier, proxies and certificates."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    wire.release()
    wire.laptop = Laptop(wire.folder / "profile", wire.template.program, None)
    server(wire).fault("metadata/timestamp.json", status=503)
    wire.ask("server")


@pytest.mark.parametrize("status", [403, 404, 407, 416, 500, 503, 511])
@pytest.mark.parametrize("layer", LAYERS)
def test_a_status_instead_of_a_file(wire: Arena, layer: str, status: int) -> None:
    fault(wire, layer, status=status)
    absent = "" if layer in ("the next root", "delta") else "missing"
    wire.ask({403: absent, 404: absent, 407: "proxy", 511: "portal"}.get(status, "server"))


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json", ""])
@pytest.mark.parametrize("layer", LAYERS)
def test_a_portal_answers_with_a_web_page(wire: Arena, layer: str, kind: str) -> None:
    fault(wire, layer, portal=True, portal_type=kind)
    wire.ask("portal")


def test_a_portal_sends_everybody_to_its_own_page(wire: Arena) -> None:
    wire.release()
    server(wire).fault(redirect=f"{wire.url}/login?from={{path}}")
    server(wire).fault("login", portal=True)
    wire.ask("portal")


@pytest.mark.parametrize("layer", LAYERS)
def test_a_connection_that_ends_without_an_answer(wire: Arena, layer: str) -> None:
    fault(wire, layer, garbage=b"\r\n")
    wire.ask("no_network")


# --- cut --------------------------------------------------------------------------------------


def spent(arena: Arena) -> int:
    return arena.laptop.desk.updates.overview().spent_bytes


def cost(arena: Arena) -> int:
    """What the third version takes over a link that holds: all that is asked for once."""
    asset = arena.shop.path(f"assets/{sha256(LEAFLET)}")
    names = [arena.newest("snapshot"), arena.newest("targets"), arena.shop.path(INDEX_TARGET)]
    delta = arena.newest_files()[0]
    once = sum(len(arena.shop.files[name]) for name in (*names, delta, asset))
    # the check and the fetch each ask for a next root, and for the timestamp
    missing = len(b"status 404\n")
    return once + 2 * (missing + len(arena.shop.files["metadata/timestamp.json"]))


def test_what_an_update_takes_over_a_link_that_holds(wire: Arena) -> None:
    wire.release(assets=(LEAFLET,))
    before = spent(wire)
    wire.ask("")
    # the last press found nothing new
    nothing = len(b"status 404\n") + len(wire.shop.files["metadata/timestamp.json"])
    assert spent(wire) - before == cost(wire) + nothing


@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_link_that_is_cut_at_every_tenth_costs_the_file_and_no_more(
    wire: Arena, tenths: int
) -> None:
    """Each connection brings so many tenths; the update goes on by itself, and nobody notices."""
    wire.release(assets=(LEAFLET,))
    before = spent(wire)
    for path in (*wire.newest_files(), wire.shop.path(f"assets/{sha256(LEAFLET)}")):
        server(wire).fault(path, cut_after=len(wire.shop.files[path]) * tenths // 10)
    assert wire.laptop.hear(wire.laptop.update) == ("", "")
    assert spent(wire) - before <= cost(wire) + PIECE
    wire.ask("")


def test_a_link_that_dies_at_every_tenth_costs_the_file_and_no_more(wire: Arena) -> None:
    """After each cut there is no network, and the user presses the button again."""
    wire.release(assets=(LEAFLET,))
    before = spent(wire)
    path, tenth = wire.shop.path(f"assets/{sha256(LEAFLET)}"), len(LEAFLET) // 10
    presses = 0
    for _ in range(9):
        server(wire).fault(path, garbage=b"\r\n")
        server(wire).fault(path, cut_after=tenth, times=1)
        assert wire.laptop.hear(wire.laptop.update)[0] == "no_network"
        wire.questions(2)
        wire.laptop.restart()
        presses += 1
    nothing = len(b"status 404\n") + len(wire.shop.files["metadata/timestamp.json"])
    wire.ask("no_network")
    assert spent(wire) - before <= cost(wire) + PIECE + 2 * (presses + 2) * nothing


@pytest.mark.parametrize("tenths", range(10))
@pytest.mark.parametrize("layer", ["timestamp", "snapshot", "targets", "index"])
def test_a_link_that_is_cut_in_the_metadata(wire: Arena, layer: str, tenths: int) -> None:
    wire.release()
    for path in LAYERS[layer](wire):
        server(wire).fault(path, cut_after=len(wire.shop.files[path]) * tenths // 10)
    wire.ask("" if layer == "index" and tenths else "no_network")


@pytest.mark.parametrize(
    "how",
    [
        {"status": 416}, {"no_ranges": True}, {"wrong_range": True}, {"no_marks": True},
        {"no_length": True}, {"flip": 70_000}, {"packed": True},
    ],
    ids=lambda how: next(iter(how)),
)  # fmt: skip
def test_a_server_that_cannot_go_on_where_the_link_was_cut(
    wire: Arena, how: dict[str, object]
) -> None:
    """A third is here; what is asked for then is a part, and what comes is something else."""
    wire.release(assets=(LEAFLET,))
    path = wire.shop.path(f"assets/{sha256(LEAFLET)}")
    server(wire).fault(path, garbage=b"\r\n")
    server(wire).fault(path, cut_after=len(LEAFLET) // 3, times=1)
    assert wire.laptop.hear(wire.laptop.update)[0] == "no_network"
    server(wire).heal()
    server(wire).fault(path, **how)
    lasting = {"status": "server", "wrong_range": "", "flip": "damaged", "packed": "server"}
    wire.ask(lasting.get(next(iter(how)), ""))


def test_another_file_of_the_same_name_after_a_cut(wire: Arena) -> None:
    """A cache holds an older file under the name: what was begun with the one does not fit."""
    wire.release(assets=(LEAFLET,))
    path = wire.shop.path(f"assets/{sha256(LEAFLET)}")
    wire.shop.files[path] = bytes(len(LEAFLET))
    server(wire).fault(path, garbage=b"\r\n")
    server(wire).fault(path, cut_after=len(LEAFLET) // 3, times=1)
    assert wire.laptop.hear(wire.laptop.update)[0] == "no_network"
    wire.questions(2)
    server(wire).heal()
    wire.ask("damaged")


# --- slow -------------------------------------------------------------------------------------


def by_the_minute() -> Callable[[], float]:
    """A clock on which twenty seconds pass whenever it is looked at."""
    seconds = count(step=20)
    return lambda: float(next(seconds))


@pytest.mark.parametrize("layer", ["timestamp", "snapshot", "targets", "index", "every way"])
def test_a_slow_trickle_ends(wire: Arena, layer: str) -> None:
    fault(wire, layer, trickle=True)
    wire.lines["clock"] = by_the_minute()
    before = spent(wire)

    def over() -> None:
        wire.lines.clear()
        wire.heal()

    wire.ask("too_slow", over=over)
    assert spent(wire) - before < 50_000


@pytest.mark.parametrize("layer", ["timestamp", "every way"])
def test_headers_that_trickle_end(wire: Arena, layer: str) -> None:
    fault(wire, layer, slow_headers=True)
    wire.lines["patience"] = Patience(headers=0.05)

    def over() -> None:
        wire.lines.clear()
        wire.heal()

    wire.ask("too_slow", over=over)


def test_stop_in_the_middle_keeps_what_came(wire: Arena) -> None:
    wire.release(assets=(LEAFLET,))
    updates = wire.laptop.desk.updates
    (plan,) = updates.check().due

    def stop_at_half(come: int, of: int) -> None:
        if come > of // 2:
            updates.stop()

    before = spent(wire)
    why, sentence = wire.laptop.hear(lambda: updates.fetch(plan, stop_at_half))
    assert (why, sentence) == (
        "stopped", "Hentingen er stoppet. Det som er hentet, er tatt vare på.",
    )  # fmt: skip
    wire.questions(2)
    half = spent(wire) - before
    wire.ask("")
    assert half > len(LEAFLET) // 2
    assert spent(wire) - before < len(LEAFLET) + 2 * PIECE


def test_the_sentences_of_a_link_have_at_most_two_sentences() -> None:
    for words in (WORDS[why] for why in ("portal", "proxy", "too_slow", "server", "missing")):
        assert words.count(". ") == 1
