"""Deltas: exact, small, and nothing that comes out of them but what was signed."""

from __future__ import annotations

import sys
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.errors import ContentDamaged
from feltperm.packs.delta import apply_delta, compress, decompress, make_delta
from packs.simulator import outcome, pack_bytes

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

OLD = pack_bytes(seq=1, records=2000)
NEW = pack_bytes(seq=2, records=2000, word="nytt")
DELTA = make_delta(OLD, NEW)


def refused(delta: bytes, old: bytes = OLD, length: int = len(NEW)) -> str:
    with pytest.raises(ContentDamaged) as caught:
        apply_delta(old, delta, length)
    return caught.value.detail


def test_the_new_version_comes_out_to_the_byte() -> None:
    assert apply_delta(OLD, DELTA, len(NEW)) == NEW


@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_anything_becomes_anything(old: bytes, new: bytes) -> None:
    assert apply_delta(old, make_delta(old, new), len(new)) == new


@given(st.binary(max_size=5000))
def test_what_was_compressed_comes_out_again(data: bytes) -> None:
    assert decompress(compress(data), len(data)) == data


def test_a_delta_is_a_small_part_of_the_whole() -> None:
    assert len(DELTA) < len(compress(NEW)) / 10


def test_the_far_end_of_a_large_pack_is_still_in_sight() -> None:
    """A window shorter than the pack would make this delta as large as what moved."""
    beginning = bytes(range(256)) * 16 + OLD
    far = make_delta(beginning + OLD * 20, OLD[: 1 << 20] + beginning)
    assert len(far) < len(OLD) / 50


def test_the_same_delta_is_the_same_bytes() -> None:
    assert make_delta(OLD, NEW) == DELTA


@pytest.mark.parametrize("base", [OLD[1:], OLD.replace(b"Sted", b"Hvem"), b"", NEW, b"x" * 50])
def test_a_delta_on_another_base_is_refused(base: bytes) -> None:
    assert "zstd" in refused(DELTA, old=base)


@given(st.integers(0, len(DELTA) - 1), st.integers(0, 7))
def test_a_delta_with_a_bit_that_fell_over_never_gives_other_content(place: int, bit: int) -> None:
    flipped = bytearray(DELTA)
    flipped[place] ^= 1 << bit

    def unpack() -> None:
        assert apply_delta(OLD, bytes(flipped), len(NEW)) == NEW

    assert outcome(unpack) in ("done", "damaged")


@given(st.integers(0, len(DELTA) - 1))
def test_a_delta_that_was_cut_short_is_refused(length: int) -> None:
    assert refused(DELTA[:length])


def test_bytes_behind_a_delta_are_refused() -> None:
    assert refused(DELTA + b"\0")
    assert refused(DELTA + zstd.compress(b"more"))


def test_a_delta_that_holds_less_or_more_than_was_signed_is_refused() -> None:
    assert "not" in refused(DELTA, length=len(NEW) + 1)
    assert refused(DELTA, length=len(NEW) - 1)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_as_a_delta(data: bytes) -> None:
    assert refused(data)


def test_a_small_file_that_unpacks_to_a_gigabyte_is_stopped_at_the_limit() -> None:
    packer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 20})
    bomb = b"".join([packer.compress(bytes(1 << 20)) for _ in range(1024)]) + packer.flush()
    assert len(bomb) < 1 << 17
    tracemalloc.start()
    try:
        assert "more" in refused(bomb, length=4 << 20)
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()
    assert refused(bomb, length=1000)


def test_a_file_that_asks_for_more_memory_than_its_content_needs_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27}
    packer = zstd.ZstdCompressor(options=options)
    greedy = packer.compress(b"small") + packer.flush()
    assert "memory" in refused(greedy, old=b"", length=5)
