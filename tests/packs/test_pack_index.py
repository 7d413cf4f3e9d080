"""packs/index.json: what is read is what was written, and no name in it leads anywhere else."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.errors import UpdateFailed
from feltperm.packs.trust.index import (
    KEPT,
    MAX_INDEX,
    MAX_PACK,
    Asset,
    Delta,
    PackIndex,
    Release,
    decode_index,
    delta_target,
    encode_index,
    plain_target,
    whole_target,
)
from packs.simulator import outcome

hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
lengths = st.integers(1, MAX_PACK)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


@st.composite
def releases(draw: st.DrawFn, pack: str, seq: int) -> Release:
    bases = draw(st.lists(hashes, max_size=3, unique=True))
    return Release(
        seq=seq,
        published=draw(st.dates()).isoformat(),
        sha256=draw(hashes),
        length=draw(lengths),
        plain=plain_target(pack, seq),
        whole=whole_target(pack, seq),
        whole_length=draw(lengths),
        deltas=tuple(
            Delta(base=base, target=delta_target(pack, seq, base), length=draw(lengths))
            for base in bases
        ),
        assets=tuple(
            Asset(sha256=digest, length=draw(lengths))
            for digest in draw(st.lists(hashes, max_size=2))
        ),
    )


@st.composite
def indexes(draw: st.DrawFn) -> PackIndex:
    packs = {}
    for pack in draw(st.lists(slugs, max_size=3, unique=True)):
        seqs = draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=KEPT, unique=True))
        packs[pack] = tuple(draw(releases(pack, seq)) for seq in sorted(seqs, reverse=True))
    return PackIndex(format=1, packs=packs)


RELEASE = Release(
    seq=3,
    published="2026-11-20",
    sha256="a" * 64,
    length=10,
    plain="national/3.jsonl",
    whole="national/3.jsonl.zst",
    whole_length=5,
    deltas=(Delta(base="b" * 64, target="national/3.from-bbbbbbbb.zst", length=2),),
)
INDEX = PackIndex(format=1, packs={"national": (RELEASE,)})


def written(**changes: Any) -> bytes:
    """An index of one release with fields changed behind the back of the checks."""
    release = msgspec.to_builtins(RELEASE) | changes
    return msgspec.json.encode({"format": 1, "packs": {"national": [release]}})


def why(data: bytes) -> str:
    with pytest.raises(UpdateFailed) as caught:
        decode_index(data)
    assert caught.value.detail
    return caught.value.why


@given(indexes())
def test_what_is_read_is_what_was_written(index: PackIndex) -> None:
    assert decode_index(encode_index(index)) == index


@given(indexes())
def test_the_same_content_is_the_same_bytes(index: PackIndex) -> None:
    turned = PackIndex(format=1, packs=dict(reversed(index.packs.items())))
    assert encode_index(turned) == encode_index(index)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    assert outcome(lambda: decode_index(data)) in ("damaged", "too_new")


@given(st.integers(0), st.integers(0, 7))
def test_a_bit_that_fell_over_is_never_a_crash(place: int, bit: int) -> None:
    data = bytearray(encode_index(INDEX))
    data[place % len(data)] ^= 1 << bit

    def read() -> None:
        found = decode_index(bytes(data))
        assert decode_index(encode_index(found)) == found

    assert outcome(read) in ("done", "damaged", "too_new")


@pytest.mark.parametrize(
    "name",
    [
        "../../national/3.jsonl",
        "/etc/passwd",
        "national/../3.jsonl",
        "national\\3.jsonl",
        "C:/3.jsonl",
        "other/3.jsonl",
        "national/4.jsonl",
        "national/3.jsonl\0",
        "https://example.org/3.jsonl",
        "",
    ],
)
def test_a_target_name_that_is_not_the_release_s_own_is_refused(name: str) -> None:
    assert why(written(plain=name)) == "damaged"
    assert why(written(whole=name)) == "damaged"
    assert why(written(deltas=[{"base": "b" * 64, "target": name, "length": 1}])) == "damaged"


@pytest.mark.parametrize("pack", ["../up", "", "Stor", "a/b", ".", "æ", "a" * 101, "a\n"])
def test_a_pack_id_that_is_no_slug_is_refused(pack: str) -> None:
    data = written().replace(b'"national":[', msgspec.json.encode(pack) + b":[")
    assert why(data.replace(b"national/", f"{pack}/".encode())) == "damaged"


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 0},
        {"seq": 10**12},
        {"sha256": "A" * 64},
        {"sha256": "a" * 63},
        {"length": 0},
        {"length": -1},
        {"length": MAX_PACK + 1},
        {"whole_length": MAX_PACK + 1},
        {"published": "20. november"},
        {"published": "2026-02-30"},
        {"assets": [{"sha256": "../../x", "length": 1}]},
        {"assets": [{"sha256": "a" * 64, "length": 0}]},
        {"deltas": [{"base": "b" * 64, "target": "national/3.from-bbbbbbbb.zst", "length": 1}] * 2},
    ],
)
def test_a_release_that_cannot_be_is_refused(changes: dict[str, Any]) -> None:
    assert why(written(**changes)) == "damaged"


def test_versions_out_of_order_too_many_or_none_are_refused() -> None:
    release = msgspec.to_builtins(RELEASE)

    def packed(seqs: list[int]) -> bytes:
        several = [
            release
            | {"seq": seq, "plain": plain_target("national", seq)}
            | {"whole": whole_target("national", seq), "deltas": []}
            for seq in seqs
        ]
        return msgspec.json.encode({"format": 1, "packs": {"national": several}})

    assert decode_index(packed(list(range(KEPT, 0, -1)))).packs["national"][0].seq == KEPT
    for seqs in ([1, 2], [2, 2], [], list(range(KEPT + 1, 0, -1))):
        assert why(packed(seqs)) == "damaged"


def test_a_later_format_says_that_the_program_is_too_old() -> None:
    assert why(b'{"format":2,"boxes":[]}') == "too_new"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format":0,"packs":{}}', b"[" * 100_000])
def test_what_is_no_index_is_refused(data: bytes) -> None:
    assert why(data) == "damaged"


def test_an_endless_index_is_refused_unread() -> None:
    assert why(b" " * (MAX_INDEX + 1)) == "damaged"


def test_fields_from_the_future_are_passed_over() -> None:
    data = encode_index(INDEX).replace(b'{"format"', b'{"colour":"red","format"')
    assert decode_index(data) == INDEX


def test_what_would_be_refused_is_not_written() -> None:
    wrong = msgspec.structs.replace(RELEASE, plain="../3.jsonl")
    with pytest.raises(ValueError, match=r"instead of national/3\.jsonl"):
        encode_index(PackIndex(format=1, packs={"national": (wrong,)}))


def test_the_delta_from_what_is_here_is_found_by_its_hash() -> None:
    assert RELEASE.delta_from("b" * 64) == RELEASE.deltas[0]
    assert RELEASE.delta_from("c" * 64) is None
