"""Sources: what a source file may say, and the list of those that were added."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.errors import ReadOnly, UpdateFailed
from feltperm.packs.trust.source import (
    SOURCE_FILE,
    Source,
    SourceList,
    decode_source,
    encode_source,
)
from feltperm.packs.trust.source_file import MAX_NAME, MAX_SOURCE
from packs.simulator import NOW, Simulator, outcome

SHOP = Simulator(
    NOW, name="Helse Sør", url="https://example.org/feltperm/", root_keys=3, threshold=2
)
SOURCE = SHOP.source
OTHER = Simulator(NOW, name="Bymisjonen").source


def written(**changes: Any) -> bytes:
    return json.dumps(json.loads(encode_source(SOURCE)) | changes).encode()


def refused(data: bytes) -> str:
    with pytest.raises(UpdateFailed) as caught:
        decode_source(data)
    assert caught.value.why == "not_a_source"
    return caught.value.detail


# --- the file ---------------------------------------------------------------------------------


def test_what_is_read_is_what_was_written() -> None:
    assert decode_source(encode_source(SOURCE)) == SOURCE


def test_the_code_is_six_groups_of_four_and_begins_with_the_key() -> None:
    assert [len(group) for group in SOURCE.fingerprint.split(" ")] == [4] * 6
    assert SOURCE.fingerprint.replace(" ", "").startswith(SOURCE.key)
    assert OTHER.fingerprint != SOURCE.fingerprint


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    assert refused(data)


@given(st.integers(0), st.integers(0, 7))
def test_a_bit_that_fell_over_never_gives_another_root(place: int, bit: int) -> None:
    data = bytearray(encode_source(SOURCE))
    data[place % len(data)] ^= 1 << bit

    def read() -> None:
        found = decode_source(bytes(data))
        # what a signature does not cover may differ; then the code to compare differs too
        assert found.root == SOURCE.root or found.fingerprint != SOURCE.fingerprint

    assert outcome(read) in ("done", "not_a_source", "too_new")


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        " Helse",
        "a" * (MAX_NAME + 1),
        "Helse\u202eroS",
        "Helse\u2066",
        "Helse\n",
        "Helse\x00",
        "Hel\u200bse",
        "Hel\u2028se",
        "\ud800",
        7,
        None,
    ],
)
def test_a_name_that_shows_as_something_else_is_refused(name: object) -> None:
    assert refused(written(name=name))


@pytest.mark.parametrize(
    "name", ["Helse Sør", "Kirkens Bymisjon, Ålesund", "ᚠᚢ", "Somali: Caafimaad"]
)
def test_a_name_in_any_letters_is_a_name(name: str) -> None:
    assert decode_source(written(name=name)).name == name


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "example.org",
        "https://user:word@example.org/",
        "https://example.org/?a=b",
        "https://example.org/#a",
        "https://example.org:port/",
        "https://exam ple.org/",
        "https://example.org/\r\nHost: other",
        "https://[::1/",
        "https://æ.no/",
        "https://example.org/" + "a" * 500,
    ],
)
def test_an_address_that_is_no_plain_folder_is_refused(url: str) -> None:
    assert refused(written(url=url))


@pytest.mark.parametrize("url", ["", "https://example.org", "http://10.0.0.7:8080/perm/"])
def test_no_address_and_an_open_one_are_taken(url: str) -> None:
    source = decode_source(written(url=url))
    assert (source.url, source.encrypted) == (url, url.startswith("https"))


def test_a_root_that_too_few_have_signed_is_refused() -> None:
    root = json.loads(SOURCE.root)
    root["signatures"] = root["signatures"][:1]
    data = written(root=base64.b64encode(json.dumps(root).encode()).decode())
    assert "signed by 1/2" in refused(data)


def test_metadata_of_another_kind_and_a_later_root_are_refused() -> None:
    shop = Simulator(NOW)
    shop.rotate("timestamp")
    for name in ("metadata/timestamp.json", "metadata/2.root.json"):
        assert refused(written(root=base64.b64encode(shop.files[name]).decode()))


@pytest.mark.parametrize("root", ["", "å", "AAAA", "A", base64.b64encode(b"[" * 90_000).decode()])
def test_a_root_that_is_none_is_refused(root: str) -> None:
    assert refused(written(root=root))


def test_an_endless_file_is_refused_unread() -> None:
    assert "longer" in refused(encode_source(SOURCE) + b" " * MAX_SOURCE)


def test_a_later_format_says_that_the_program_is_too_old() -> None:
    with pytest.raises(UpdateFailed) as caught:
        decode_source(written(feltperm_source=2))
    assert caught.value.why == "too_new"


# --- the list ---------------------------------------------------------------------------------


@pytest.fixture
def sources(tmp_path: Path) -> SourceList:
    return SourceList(tmp_path / "sources")


def test_nothing_is_there_before_somebody_adds_it(sources: SourceList, tmp_path: Path) -> None:
    assert sources.all() == []
    assert not (tmp_path / "sources").exists()


def test_sources_lie_side_by_side_by_name(sources: SourceList) -> None:
    sources.add(SOURCE)
    sources.add(OTHER)
    assert sources.all() == [OTHER, SOURCE]


def test_a_source_is_found_by_key_name_and_address(sources: SourceList) -> None:
    sources.add(SOURCE)
    sources.add(OTHER)
    for wanted in (SOURCE.key, "helse sør", "https://example.org/feltperm"):
        assert sources.get(wanted) == SOURCE
    assert sources.get("Helse") is None


def test_a_name_that_two_share_names_neither(sources: SourceList) -> None:
    sources.add(SOURCE)
    sources.add(Source("Helse Sør", "", OTHER.root))
    assert sources.get("Helse Sør") is None
    assert sources.get(OTHER.key) is not None


def test_an_address_that_moved_replaces_the_one_before(sources: SourceList) -> None:
    sources.add(SOURCE)
    moved = Source("Helse Sør-Øst", "https://example.net/", SOURCE.root)
    sources.add(moved)
    assert sources.all() == [moved]


def test_another_root_with_the_same_key_is_refused(
    sources: SourceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Source, "key", property(lambda _: "0badcafe"))
    sources.add(SOURCE)
    with pytest.raises(UpdateFailed) as caught:
        sources.add(OTHER)
    assert caught.value.why == "not_a_source"
    assert sources.all() == [SOURCE]


def test_a_removed_source_takes_what_is_known_of_it_along(sources: SourceList) -> None:
    sources.add(SOURCE)
    (sources.metadata(SOURCE.key)).mkdir()
    sources.remove(SOURCE.key)
    sources.remove(SOURCE.key)
    assert sources.all() == []
    assert not sources.metadata(SOURCE.key).parent.exists()


def test_a_file_that_cannot_be_read_is_passed_over_and_told(
    sources: SourceList, tmp_path: Path
) -> None:
    sources.add(SOURCE)
    sources.add(OTHER)
    (tmp_path / "sources" / SOURCE.key / SOURCE_FILE).write_bytes(b'{"feltperm_source":')
    assert sources.all() == [OTHER]
    assert sources.damaged() == [SOURCE.key]


def test_a_file_under_another_s_key_is_not_taken_for_it(
    sources: SourceList, tmp_path: Path
) -> None:
    sources.add(SOURCE)
    (tmp_path / "sources" / SOURCE.key / SOURCE_FILE).write_bytes(encode_source(OTHER))
    assert sources.all() == []
    assert sources.damaged() == [SOURCE.key]


def test_files_laid_in_the_program_s_folder_are_there_at_once(tmp_path: Path) -> None:
    programs = tmp_path / "program"
    (programs / "b").mkdir(parents=True)
    (programs / "a.json").write_bytes(encode_source(SOURCE))
    (programs / "b" / SOURCE_FILE).write_bytes(encode_source(OTHER))
    (programs / "readme.txt").write_text("no source")
    sources = SourceList(tmp_path / "sources", programs)
    assert sources.all() == [OTHER, SOURCE]
    assert sources.is_preinstalled(SOURCE.key)
    assert sources.damaged() == []


def test_a_preinstalled_source_that_the_user_removed_stays_removed(tmp_path: Path) -> None:
    programs = tmp_path / "program"
    programs.mkdir()
    (programs / "a.json").write_bytes(encode_source(SOURCE))
    SourceList(tmp_path / "sources", programs).remove(SOURCE.key)
    sources = SourceList(tmp_path / "sources", programs)
    assert sources.all() == []
    sources.add(SOURCE)
    assert sources.all() == [SOURCE]


def test_a_source_that_cannot_be_written_leaves_the_list_as_it_was(
    sources: SourceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources.add(OTHER)

    def full(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("feltperm.packs.trust.source.write_whole", full)
    with pytest.raises(ReadOnly):
        sources.add(SOURCE)
    assert sources.all() == [OTHER]


@pytest.mark.parametrize("key", ["../../home", "", "0badcaf", "0BADCAFE", "0badcafe/"])
def test_a_key_that_is_none_leads_nowhere(sources: SourceList, key: str) -> None:
    with pytest.raises(ValueError, match="is not a source key"):
        sources.metadata(key)
