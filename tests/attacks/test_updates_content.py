"""Files of a repository that are not what they should be, by accident or on purpose, end to end."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest
from update_attacks import PACK, Arena, version

from feltperm.packs import delta
from feltperm.packs.trust.index import INDEX_TARGET
from packs.simulator import NOW, Simulator, pack_bytes, sha256, spoil_index

# --- truncated and bit-flipped, at every layer --------------------------------------------------

#: What of an update is harmed, and how it may be called; an empty name where the update gets past.
#: Of metadata a bit decides whether it can be read, and so what it is called.
LAYERS: dict[str, tuple[Callable[[Arena], list[str]], set[str]]] = {
    "timestamp": (
        lambda arena: ["metadata/timestamp.json"],
        {"damaged", "untrusted", "no_network", ""},  # a byte more is none of what is signed
    ),
    "snapshot": (lambda arena: [arena.newest("snapshot")], {"damaged", "no_network"}),
    "targets": (lambda arena: [arena.newest("targets")], {"damaged", "no_network"}),
    "index": (lambda arena: [arena.shop.path(INDEX_TARGET)], {"damaged", "no_network"}),
    "delta": (lambda arena: arena.newest_files()[:1], {""}),
    "delta and whole": (lambda arena: arena.newest_files()[:2], {""}),
    "every way": (lambda arena: arena.newest_files(), {"damaged"}),
}
HARM: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _data: b"",
    "all but its last byte": lambda data: data[:-1],
    "half of it": lambda data: data[: len(data) // 2],
    "its first byte": lambda data: data[:1],
    "a byte more": lambda data: data + b"\n",
    "first bit": lambda data: _flipped(data, 0),
    "a bit at a third": lambda data: _flipped(data, len(data) // 3),
    "a bit at two thirds": lambda data: _flipped(data, 2 * len(data) // 3),
    "last bit": lambda data: _flipped(data, len(data) - 1),
}


def _flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("layer", LAYERS)
def test_truncated_or_bit_flipped(arena: Arena, layer: str, harm: str) -> None:
    arena.release()
    where, whys = LAYERS[layer]
    for path in where(arena):
        arena.shop.files[path] = HARM[harm](arena.shop.files[path])
    arena.ask(*whys)


@pytest.mark.parametrize("harm", HARM)
def test_a_file_that_records_name_is_harmed(arena: Arena, harm: str) -> None:
    """The pack is whole, and a file that belongs to it is not: nothing is taken by halves."""
    leaflet = b"%PDF-1.7 " + bytes(range(256)) * 40
    arena.release(assets=(leaflet,))
    path = arena.shop.path(f"assets/{sha256(leaflet)}")
    arena.shop.files[path] = HARM[harm](leaflet)
    arena.ask("damaged")
    kept = arena.laptop.paths.assets / sha256(leaflet)
    assert kept.read_bytes() == leaflet


# --- deltas and bombs ---------------------------------------------------------------------------


def bomb(base: bytes, size: int) -> bytes:
    """A small delta that unpacks to a great deal, in a window as small as an honest one's."""
    options = {
        delta.zstd.CompressionParameter.window_log: 13,
        delta.zstd.CompressionParameter.checksum_flag: 1,
    }
    return delta.zstd.compress(bytes(size), options=options, zstd_dict=delta._prefix(base))


DELTAS: dict[str, Callable[[], bytes]] = {
    "a bomb": lambda: bomb(version(2), 1 << 20),
    "a bomb with a great window": lambda: delta.make_delta(version(2), bytes(4 << 20)),
    "from another base": lambda: delta.make_delta(version(1), version(3)),
    "to another result": lambda: delta.make_delta(version(2), version(1)),
    "to a byte less": lambda: delta.make_delta(version(2), version(3)[:-1]),
    "to a byte more": lambda: delta.make_delta(version(2), version(3) + b"\n"),
    "with something behind it": lambda: delta.make_delta(version(2), version(3)) + b"more",
    "twice": lambda: (
        delta.make_delta(version(2), version(3)[:9000])
        + delta.make_delta(version(2), version(3)[9000:])
    ),
    "no delta": lambda: version(3)[:400],
}


@pytest.mark.parametrize("what", DELTAS)
def test_a_signed_delta_that_does_not_make_the_version_means_the_whole(
    arena: Arena, what: str
) -> None:
    arena.release()
    delta_path = arena.newest_release().deltas[-1].target
    arena.put(**{delta_path: DELTAS[what]()})
    (plan,) = arena.laptop.desk.updates.check().due
    assert plan.way == "delta"
    arena.ask("")
    assert not arena.laptop.desk.updates.check().due


def test_bombs_on_every_way_are_never_unpacked(arena: Arena) -> None:
    arena.release()
    release, size = arena.newest_release(), 64 << 20
    arena.put(
        **{
            release.deltas[-1].target: bomb(version(2), 1 << 20),
            release.whole: bomb(b"", size),
            release.plain: bytes(release.length),
        }
    )
    tracemalloc.start()
    try:
        why, _ = arena.laptop.hear(arena.laptop.update)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert why == "damaged"
    assert peak < 8 << 20
    honest = {
        release.deltas[-1].target: delta.make_delta(version(2), version(3)),
        release.whole: delta.compress(version(3)),
        release.plain: version(3),
    }
    arena.ask("damaged", over=lambda: arena.put(**honest))


# --- packs that are not what the index calls them -----------------------------------------------


def test_a_version_that_is_an_older_one_inside(arena: Arena) -> None:
    """The pack's own seq is rolled back, under the name of a new one, all of it signed."""
    arena.release()
    arena.call(version(2), 3)
    arena.ask("damaged", over=lambda: arena.call(version(3), 3))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pack_bytes("bergen", 3, records=60), "damaged"),
        (version(3).replace(b'"format":1', b'"format":2', 1), "too_new"),
        (version(3)[:-30], "damaged"),
        (version(3).replace(b'"kind":"service"', b'"kind":"weapon"'), "damaged"),
        (b"{}\n", "damaged"),
        (b"\x00" * 5000, "damaged"),
        (b"[" * 50_000, "damaged"),
    ],
)
def test_a_signed_version_that_is_no_pack_of_its_name(arena: Arena, data: bytes, why: str) -> None:
    arena.release()
    arena.call(data, 3)
    arena.ask(why, over=lambda: arena.call(version(3), 3))


def test_an_index_of_a_later_format(arena: Arena) -> None:
    arena.release()
    spoil_index(arena.shop, lambda text: text.replace('"format":1', '"format":2'))
    arena.ask("too_new", over=arena.shop.heal)


# --- packs that are somebody else's -------------------------------------------------------------


def thief(arena: Arena, pack: str, seq: int = 9) -> tuple[Simulator, str]:
    """Another publisher that the user trusts, and that brings a pack; and its key."""
    shop = Simulator(NOW, name="En annen", url=f"{arena.url}/other")
    shop.release(pack, seq, pack_bytes(pack, seq, "2026-11-24"))
    key = arena.laptop.trust(shop, arena.folder / "other")
    arena.release()
    arena.shop.files.update({f"other/{name}": data for name, data in shop.files.items()})
    return shop, key


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        (PACK, ""),
        ("local", ""),
        ("national", "En annen er ikke godkjent som avsender av nasjonalt innhold."),
    ],
)
def test_a_pack_id_that_belongs_to_another_source(arena: Arena, pack: str, words: str) -> None:
    """It is refused, and the owner's own update comes all the same."""
    _, key = thief(arena, pack)
    arena.ask(
        "foreign",
        seq=3,
        words=words,
        over=lambda: arena.laptop.desk.sources.remove(key),
    )


def test_a_source_that_is_removed_between_fetch_and_install_brings_nothing(arena: Arena) -> None:
    shop, key = thief(arena, "narvik")
    updates = arena.laptop.desk.updates
    ready = [updates.fetch(plan) for plan in updates.check().due]
    (foreign,) = (one for one in ready if one.plan.pack == "narvik")
    arena.laptop.desk.sources.remove(key)
    assert arena.laptop.hear(lambda: updates.install(foreign))[0] == "foreign"
    arena.questions(2)
    arena.ask("")
    assert shop.source.key not in {one.key for one in arena.laptop.desk.sources.list()}


def test_the_index_says_another_length_than_is_signed(arena: Arena) -> None:
    arena.release()
    release = arena.newest_release()
    spoil_index(
        arena.shop,
        lambda text: text.replace(f":{release.length},", f":{release.length + 1},").replace(
            f":{release.whole_length},", f":{release.whole_length + 1},"
        ),
    )
    arena.ask("damaged", over=arena.shop.heal)
