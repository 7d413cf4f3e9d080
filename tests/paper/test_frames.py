"""Frames between the program and the worker: whole, or refused."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.paper.frames import HEADER_LIMIT, BrokenFrame, read_frame, write_frame

HEADERS = st.dictionaries(st.text().filter(lambda key: key != "blobs"), st.integers() | st.text())


def framed(header: dict[str, object], *blobs: bytes) -> bytes:
    stream = io.BytesIO()
    write_frame(stream, header, blobs)
    return stream.getvalue()


@given(HEADERS, st.lists(st.binary(max_size=200), max_size=4))
def test_what_is_written_is_read(header: dict[str, object], blobs: list[bytes]) -> None:
    assert read_frame(io.BytesIO(framed(header, *blobs)), 1000) == (header, blobs)


@given(st.binary(max_size=300))
def test_noise_is_refused_and_nothing_else_is_raised(noise: bytes) -> None:
    with suppress(BrokenFrame):
        read_frame(io.BytesIO(noise), 1000)


@given(st.integers(min_value=1, max_value=40))
def test_a_frame_cut_anywhere_is_refused(lost: int) -> None:
    whole = framed({"op": "set", "ppi": 96}, b"0123456789")
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(whole[: max(1, len(whole) - lost)]), 1000)


def test_a_closed_pipe_between_two_frames_is_no_error() -> None:
    assert read_frame(io.BytesIO(b""), 1000) is None


def test_more_than_agreed_is_refused_before_it_is_read() -> None:
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(framed({}, b"x" * 11)), 10)
    with pytest.raises(BrokenFrame):
        write_frame(io.BytesIO(), {"long": "x" * HEADER_LIMIT})


@pytest.mark.parametrize("header", [b"[]", b'{"blobs":[-1]}', b'{"blobs":[true]}', b"{}", b"\xff"])
def test_a_header_of_another_shape_is_refused(header: bytes) -> None:
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(len(header).to_bytes(4, "big") + header), 10)
