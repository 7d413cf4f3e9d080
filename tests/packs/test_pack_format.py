"""The pack format: same content, same bytes; damage is named and never half read."""

from __future__ import annotations

import contextlib
import hashlib
import random
import unicodedata
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltperm.catalogue.records import (
    LANGUAGES,
    Alert,
    Area,
    Guidance,
    Organisation,
    PackHeader,
    Phone,
    Poster,
    Record,
    Review,
    Schedule,
    ScheduleException,
    Service,
    Source,
    Status,
    Step,
    Text,
    Urgency,
    UrgencyLevel,
    kind_of,
)
from feltperm.errors import ContentDamaged
from feltperm.packs.format import FORMAT, MAX_LINE, decode, encode, read_pack

FILES = Path(__file__).parent / "files"
HEADER = PackHeader(
    format=1, pack="sample", seq=1, published="2026-11-25", publisher="Prøve", languages=("nb",)
)
SERVICE = Service(id="svc-sample", title={"nb": "Prøvested"})
GUIDANCE = Guidance(id="gd-sample", title={"nb": "Prøveråd"})

# --- strategies -------------------------------------------------------------------------------

words = st.text(max_size=30)
texts = st.dictionaries(st.sampled_from(LANGUAGES), words, max_size=3)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
answers = st.sampled_from([True, False, None])


def several(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=2).map(tuple)


sources = st.builds(Source, publisher=words, title=words, read_on=words, url=words)
reviews = st.dictionaries(
    st.sampled_from(LANGUAGES), st.builds(Review, by=words, role=words, on=words), max_size=2
)
areas = st.builds(
    Area, country=st.booleans(), counties=several(words), municipalities=several(words)
)
steps = st.builds(Step, title=texts, detail=texts, icon=words)
schedules = st.builds(
    Schedule,
    opens_at=words,
    closes_at=words,
    byday=several(st.sampled_from(["MO", "SU"])),
    holidays=st.sampled_from(["as_usual", "closed", None]),
    exceptions=several(st.builds(ScheduleException, date=words, closed=answers)),
)
phones = st.builds(Phone, number=words, display=words, note=texts)
urgency = st.builds(Urgency, level=st.sampled_from(get_args(UrgencyLevel)), signs=several(texts))
common = {
    "id": slugs,
    "title": texts,
    "summary": texts,
    "area": areas,
    "sources": several(sources),
    "reviewed": reviews,
    "needs_check": st.booleans(),
    "status": st.sampled_from(get_args(Status)),
}
records_of_any_kind: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Service,
        **common,
        phones=several(phones),
        schedules=several(schedules),
        free=answers,
        referral=answers,
    ),
    st.builds(Organisation, **common, phones=several(phones)),
    st.builds(
        Guidance, **common, clinical=st.booleans(), urgency=several(urgency), steps=several(steps)
    ),
    st.builds(Poster, **common, items=several(steps), subtitle=texts),
    st.builds(Alert, **common),
)
packs_of_records = st.lists(records_of_any_kind, max_size=6, unique_by=lambda record: record.id)


def in_pack_order(records: list[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: (kind_of(record), record.id)))


# --- same content, same bytes -----------------------------------------------------------------


@given(packs_of_records)
@settings(deadline=None)
def test_what_is_written_is_read_back(records: list[Record]) -> None:
    pack = decode(encode(HEADER, records))
    assert pack.header == HEADER
    # What was not NFC comes back as NFC, so compare the written form, and the rest as it is.
    assert encode(pack.header, pack.records) == encode(HEADER, records)
    if all(unicodedata.is_normalized("NFC", repr(record)) for record in records):
        assert pack.records == in_pack_order(records)


@given(packs_of_records, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_the_input_does_not_matter(records: list[Record], shuffler: random.Random) -> None:
    shuffled = list(records)
    shuffler.shuffle(shuffled)
    assert encode(HEADER, shuffled) == encode(HEADER, records)


def test_every_line_is_canonical() -> None:
    service = Service(
        id="svc-sample",
        title={"nb": "Pro\u0301vested", "en": "Sample"},
        area=Area(),
        status="".join(["cur", "rent"]),  # type: ignore[arg-type]
        phones=(Phone(number="113", note={"nb": "A\u030a"}),),
    )
    lines = encode(HEADER, [service, GUIDANCE]).decode().splitlines()
    assert lines == [
        '{"format":1,"languages":["nb"],"pack":"sample","published":"2026-11-25",'
        '"publisher":"Prøve","seq":1}',
        '{"id":"gd-sample","kind":"guidance","title":{"nb":"Prøveråd"}}',
        '{"id":"svc-sample","kind":"service","phones":[{"note":{"nb":"Å"},"number":"113"}],'
        '"title":{"en":"Sample","nb":"Próvested"}}',
    ]


def test_sha256_is_that_of_the_bytes() -> None:
    data = encode(HEADER, [SERVICE])
    assert decode(data).sha256 == hashlib.sha256(data).hexdigest()


def test_line_separators_inside_a_text_do_not_split_a_line() -> None:
    service = Service(id="svc-sample", title={"nb": "a\u2028b\u0085c\nd\re"})
    assert decode(encode(HEADER, [service])).records == (service,)


@pytest.mark.parametrize(
    "records",
    [
        [SERVICE, SERVICE],
        [SERVICE, Guidance(id="svc-sample", title={"nb": "Samme id"})],
        [Service(id="../svc", title={"nb": "Sti"})],
        [Service(id="svc-big", title={"nb": "x" * MAX_LINE})],
    ],
    ids=["twice", "twice in two kinds", "no slug", "too long"],
)
def test_what_could_not_be_read_back_is_not_written(records: list[Record]) -> None:
    with pytest.raises(ValueError, match="svc"):
        encode(HEADER, records)


# --- damage -----------------------------------------------------------------------------------


def good_lines() -> list[bytes]:
    return encode(HEADER, [SERVICE, GUIDANCE]).splitlines(keepends=True)


def refused(data: bytes) -> ContentDamaged:
    with pytest.raises(ContentDamaged) as caught:
        decode(data)
    return caught.value


def test_empty_file_is_damaged() -> None:
    assert "empty" in refused(b"").detail


def test_file_cut_in_the_middle_of_a_line_is_damaged() -> None:
    data = b"".join(good_lines())
    for end in range(1, len(data)):
        if data[end - 1 : end] != b"\n":
            assert "cut off" in refused(data[:end]).detail


def test_bad_field_is_named_with_line_and_record() -> None:
    lines = good_lines()
    lines[2] = lines[2].replace(b'"nb":"Pr\xc3\xb8vested"', b'"nb":5')
    detail = refused(b"".join(lines)).detail
    assert "line 3, record svc-sample" in detail
    assert "title" in detail


def test_broken_json_still_names_the_record() -> None:
    lines = good_lines()
    lines[1] = lines[1].replace(b"}}", b"}")
    assert "line 2, record gd-sample" in refused(b"".join(lines)).detail


def test_same_id_in_two_kinds_is_damaged() -> None:
    lines = good_lines()
    lines[2] = lines[2].replace(b"svc-sample", b"gd-sample")
    assert "line 3, record gd-sample: the id stands twice" in refused(b"".join(lines)).detail


def test_lines_out_of_order_are_damaged() -> None:
    head, guidance, service = good_lines()
    assert "line 3, record gd-sample: out of order" in refused(head + service + guidance).detail


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b'{"id":"svc-a","kind":"rocket","title":{}}\n',
        b'{"id":"svc-a","title":{}}\n',
        b'{"id":"svc-a","kind":"service"}\n',
        b'{"id":"../../a","kind":"service","title":{}}\n',
        b'{"id":"","kind":"service","title":{}}\n',
        b'{"id":"svc-a","kind":"service","title":{"nb":"\xff"}}\n',
        b'{"id":"svc-a","kind":"service","title":{},"zz":' + b"[" * 50_000 + b"]" * 50_000 + b"}\n",
        b'{"id":"svc-a","kind":"service","title":{"nb":"' + b"x" * MAX_LINE + b'"}}\n',
    ],
    ids=[
        "empty", "null", "list", "unknown kind", "no kind", "no title", "path as id", "empty id",
        "not UTF-8", "deep", "huge",
    ],
)  # fmt: skip
def test_bad_record_line_is_refused(line: bytes) -> None:
    assert "line 2" in refused(good_lines()[0] + line).detail


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b'"format"\n',
        b'{"format":0,"languages":[],"pack":"p","published":"","publisher":"","seq":1}\n',
        b'{"format":1,"languages":[],"pack":"../p","published":"","publisher":"","seq":1}\n',
        b'{"format":1,"languages":[],"pack":"p","published":"","publisher":"","seq":"1"}\n',
        b"x" * (MAX_LINE + 1) + b"\n",
    ],
)
def test_bad_header_is_refused(line: bytes) -> None:
    assert "line 1" in refused(line).detail


def test_newer_format_says_that_the_program_is_too_old() -> None:
    line = b'{"format":%d,"seq":{"a":"new shape"}}\nwhatever comes\n' % (FORMAT + 1)
    error = refused(line)
    assert "nyere versjon av Feltperm" in str(error)
    assert "pack format 2" in error.detail


def test_fields_of_a_later_version_are_passed_over() -> None:
    lines = good_lines()
    lines[2] = lines[2].replace(b'"kind"', b'"kin":{"a":[1]},"kind"')
    assert decode(b"".join(lines)).records == (GUIDANCE, SERVICE)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_random_bytes_are_refused(data: bytes) -> None:
    refused(data)


@given(st.data())
@settings(deadline=None)
def test_one_changed_byte_is_refused_or_read_whole(data: st.DataObject) -> None:
    pack = bytearray(b"".join(good_lines()))
    pack[data.draw(st.integers(0, len(pack) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ContentDamaged):
        assert len(decode(bytes(pack)).records) == 2


def test_missing_file_is_damaged_content(tmp_path: Path) -> None:
    with pytest.raises(ContentDamaged) as caught:
        read_pack(tmp_path / "gone.jsonl")
    assert "gone.jsonl" in caught.value.detail


# --- old files stay readable ------------------------------------------------------------------


def test_frozen_pack_of_format_1_reads_and_writes_the_same() -> None:
    path = FILES / "sample-format-1.jsonl"
    pack = read_pack(path)
    assert [(kind_of(record), record.id) for record in pack.records] == [
        ("alert", "al-sample"),
        ("guidance", "gd-sample"),
        ("organisation", "org-sample"),
        ("poster", "ps-sample"),
        ("service", "svc-sample"),
    ]
    service = pack.records[-1]
    assert isinstance(service, Service)
    assert service.schedules[0].byday == ("MO", "FR")
    assert service.schedules[0].exceptions[0].closed is True
    assert service.referral is False
    assert service.drop_in is None
    assert pack.header.holidays == {"2026-12-25": "Første juledag"}
    assert encode(pack.header, pack.records) == path.read_bytes()


def texts_of(record: Record) -> Text:
    return record.title


def test_frozen_pack_holds_invented_content_only() -> None:
    for record in read_pack(FILES / "sample-format-1.jsonl").records:
        assert "prøve" in texts_of(record)["nb"].lower()
