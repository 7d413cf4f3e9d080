"""What an update changes: short facts with what they were and are, of long texts that they did."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltperm.catalogue.records import (
    KINDS,
    Address,
    Alert,
    Area,
    Guidance,
    Organisation,
    Pack,
    PackHeader,
    Phone,
    Poster,
    Record,
    Schedule,
    ScheduleException,
    Service,
    Step,
    Text,
)
from feltperm.errors import ContentDamaged
from feltperm.packs import changes as module
from feltperm.packs.changes import (
    Changes,
    FieldChange,
    RecordChange,
    compare,
    compare_bytes,
    decode_changes,
    differing,
    encode_changes,
)
from feltperm.packs.fields import KEYS, LABELS, LONGEST
from feltperm.packs.format import decode, encode

WEEK = ("MO", "TU", "WE", "TH", "FR")


def data(records: Iterable[Record], seq: int = 1) -> bytes:
    header = PackHeader(
        format=1, pack="trondheim", seq=seq, published=f"2026-11-{seq:02}", publisher="Trondheim",
        languages=("nb",),
    )  # fmt: skip
    return encode(header, records)


def service(**more: Any) -> Service:
    return Service(id="svc-a", title={"nb": "Feltpleien"}, **more)


def fields(old: Record, new: Record) -> list[tuple[str, str, str]]:
    """The fields that one changed record tells of."""
    (found,) = compare(decode(data([old])), decode(data([new], 2))).records
    assert found.what == "changed"
    return [(one.field, one.old, one.new) for one in found.fields]


def schedule(days: tuple[Any, ...], opens: str, closes: str, **more: Any) -> Schedule:
    return Schedule(byday=days, opens_at=opens, closes_at=closes, **more)


# --- short facts --------------------------------------------------------------------------------


def test_a_phone_number_is_shown_grouped() -> None:
    old = service(phones=(Phone(number="73000000"),))
    new = service(phones=(Phone(number="73000001"),))
    assert fields(old, new) == [("phone", "73 00 00 00", "73 00 00 01")]


def test_of_several_numbers_only_those_that_differ_are_shown() -> None:
    switchboard = Phone(number="116117", display="116 117")
    old = service(phones=(switchboard, Phone(number="91508588", note={"nb": "vakt"})))
    new = service(phones=(switchboard, Phone(number="91508589", note={"nb": "vakt"})))
    assert fields(old, new) == [("phone", "915 08 588 (vakt)", "915 08 589 (vakt)")]
    assert fields(old, service(phones=(switchboard,))) == [("phone", "915 08 588 (vakt)", "")]
    back = service(phones=tuple(reversed(old.phones)))
    assert fields(old, back) == [("phone", "", "")], "only their order changed"


def test_hours_are_shown_as_a_sign_on_the_door_says_them() -> None:
    old = service(schedules=(schedule(WEEK, "09:00", "15:00"), schedule(("SA",), "11:00", "14:00")))
    new = service(
        schedules=(
            schedule(WEEK[:4], "09:00", "15:00"),
            schedule(("FR",), "09:00", "13:30"),
            schedule(("SA",), "11:00", "14:00"),
        )
    )
    assert fields(old, new) == [
        ("hours", "mandag–fredag kl. 9–15", "mandag–torsdag kl. 9–15; fredag kl. 9–13.30")
    ]


def test_an_exception_is_told_without_the_week_around_it() -> None:
    closed = ScheduleException(date="2026-12-24", closed=True)
    old = service(schedules=(schedule(WEEK, "09:00", "15:00"),))
    new = service(schedules=(schedule(WEEK, "09:00", "15:00", exceptions=(closed,)),))
    assert fields(old, new) == [("hours", "", "24. desember 2026 stengt")]


def test_hours_in_words_and_in_figures_are_one_field() -> None:
    old = service(hours={"nb": "Dagtid"})
    new = service(hours={"nb": "Dag og kveld"}, schedules=(schedule(WEEK, "09:00", "21:00"),))
    assert fields(old, new) == [("hours", "", "mandag–fredag kl. 9–21")]
    assert fields(old, service(hours={"nb": "Natt"})) == [("hours", "Dagtid", "Natt")]
    holidays = service(schedules=(schedule(WEEK, "09:00", "21:00", holidays="closed"),))
    plain = service(schedules=(schedule(WEEK, "09:00", "21:00"),))
    assert fields(plain, holidays) == [("hours", "", "")], "it looks the same, and is not"


@pytest.mark.parametrize(
    ("name", "was", "now", "told"),
    [
        ("title", {"nb": "Før"}, {"nb": "Nå", "en": "Now"}, ("title", "Før", "Nå")),
        ("title", {"nb": "Før"}, {"nb": "Før", "en": "Before"}, ("title", "", "")),
        ("status", "current", "temporarily_closed", ("status", "Gjeldende", "Midlertidig stengt")),
        ("referral", True, False, ("referral", "ja", "nei")),
        ("free", None, True, ("free", "ikke oppgitt", "ja")),
        ("needs_check", False, True, ("needs_check", "nei", "ja")),
        ("valid_until", "", "2026-12-01", ("valid", "", "01.12.2026")),
        ("url", "https://a.no", "https://b.no", ("url", "https://a.no", "https://b.no")),
        (
            "addresses",
            (Address(line="Storgata 1", postcode="7010", city="Trondheim"),),
            (Address(line="Storgata 2"),),
            ("address", "Storgata 1, 7010 Trondheim", "Storgata 2"),
        ),
        ("body", {"nb": "Lang tekst."}, {"nb": "En annen."}, ("text", "", "")),
        ("fees", {"nb": "100 kroner"}, {}, ("fees", "", "")),
        ("offers", ("food",), ("food", "shower"), ("offers", "", "")),
        ("topics", ("rus",), (), ("other", "", "")),
    ],
)
def test_a_change_of_one_field(name: str, was: Any, now: Any, told: tuple[str, str, str]) -> None:
    base = service()
    old = msgspec.structs.replace(base, **{name: was})
    new = msgspec.structs.replace(base, **{name: now})
    assert fields(old, new) == [told]


def test_other_kinds_tell_what_they_have() -> None:
    step = Step(title={"nb": "Ring 113"})
    assert fields(
        Guidance(id="gd-a", title={}, critical=True),
        Guidance(id="gd-a", title={}, steps=(step,), summary={"nb": "Kort"}),
    ) == [("steps", "", ""), ("text", "", ""), ("other", "", "")]
    assert fields(Poster(id="ps-a", title={}), Poster(id="ps-a", title={}, colour="red")) == [
        ("look", "", "")
    ]
    assert fields(
        Alert(id="al-a", title={}), Alert(id="al-a", title={}, level="acute", seen_place="Sluppen")
    ) == [("level", "Til orientering", "Akutt fare"), ("text", "", "")]


def test_a_record_that_becomes_one_of_another_kind_is_told() -> None:
    old, new = Organisation(id="x", title={"nb": "X"}), Service(id="x", title={"nb": "X"})
    assert fields(old, new) == [("kind", "", "")]


def test_what_is_shown_stays_on_one_line_and_short() -> None:
    long: Text = {"nb": "a\nb\u2028c " + "x" * 500}
    ((_, old, new),) = fields(service(hours=long), service(hours={"nb": "\r\n"}))
    assert old.startswith("a b c xxx")
    assert len(old) == LONGEST
    assert old.endswith("…")
    assert new == ""


def test_every_field_of_a_record_has_a_key_with_a_label() -> None:
    names = {
        field.name
        for kind in (Service, Organisation, Guidance, Poster, Alert)
        for field in msgspec.structs.fields(kind)
    }
    assert len(KINDS) == 5
    assert names - set(KEYS) == {"id"}
    assert {KEYS[name] for name in names - {"id"}} <= set(LABELS)
    assert all(LABELS.values())


# --- records ------------------------------------------------------------------------------------


def test_new_changed_and_gone_records_are_told_in_pack_order() -> None:
    local = Area(municipalities=("5001",))
    moved = Area(municipalities=("5057",), counties=("Trøndelag",))
    old = [
        Service(id="svc-gone", title={"nb": "Borte"}, area=local),
        Service(id="svc-moved", title={"nb": "Flytter"}, area=local),
        Service(id="svc-same", title={"nb": "Lik"}),
    ]
    new = [
        Alert(id="al-new", title={"nb": "Ny"}, area=Area(country=True)),
        Service(id="svc-moved", title={"nb": "Flyttet"}, area=moved),
        Service(id="svc-same", title={"nb": "Lik"}),
    ]
    found = compare(decode(data(old)), decode(data(new, 2)))
    assert found == Changes(
        "trondheim",
        "Trondheim",
        1,
        2,
        "2026-11-02",
        (
            RecordChange("al-new", "alert", "Ny", "new", country=True),
            RecordChange("svc-gone", "service", "Borte", "gone", municipalities=("5001",)),
            RecordChange(
                "svc-moved",
                "service",
                "Flyttet",
                "changed",
                (FieldChange("title", "Flytter", "Flyttet"), FieldChange("area")),
                municipalities=("5001", "5057"),
                counties=("Trøndelag",),
            ),
        ),
    )


def test_without_an_old_one_all_is_new() -> None:
    new = data([service()])
    found = compare_bytes(None, new)
    assert found == compare(None, decode(new))
    assert (found.old_seq, [one.what for one in found.records]) == (0, ["new"])


def test_equal_packs_change_nothing() -> None:
    assert compare(decode(data([service()])), decode(data([service()], 2))).records == ()


# --- as they lie on the disk --------------------------------------------------------------------

versions = st.dictionaries(
    st.sampled_from([f"svc-{n}" for n in range(6)]),
    st.builds(dict, title=st.sampled_from(["a", "b"]), free=st.sampled_from([True, None])),
).map(
    lambda some: [
        Service(id=name, title={"nb": one["title"]}, free=one["free"]) for name, one in some.items()
    ]
)


@given(versions, versions)
@settings(deadline=None)
def test_bytes_and_packs_are_compared_alike(old: list[Service], new: list[Service]) -> None:
    one, other = data(old), data(new, 2)
    assert compare_bytes(one, other) == compare(decode(one), decode(other))


@given(versions, versions, st.sets(st.sampled_from([f"svc-{n}" for n in range(6)])))
@settings(deadline=None)
def test_what_differs_is_left_with_what_is_needed(
    old: list[Service], new: list[Service], needed: set[str]
) -> None:
    one, other = data(old), data(new, 2)
    packs = differing(one, other, needed)
    wholes = decode(one), decode(other)
    for pack, whole, against in zip(packs, wholes, reversed(wholes), strict=True):
        assert (pack.header, pack.sha256) == (whole.header, whole.sha256)
        same = set(map(encode_line, against.records))
        assert [record.id for record in pack.records] == [
            record.id
            for record in whole.records
            if record.id in needed or encode_line(record) not in same
        ]


def encode_line(record: Record) -> bytes:
    return data([record]).split(b"\n")[1]


def test_only_what_differs_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def watched(some: bytes) -> Pack:
        seen.append(some.count(b"\n") - 1)
        return decode(some)

    many = [Service(id=f"svc-{n:04}", title={"nb": "x"}) for n in range(1000)]
    other = [
        msgspec.structs.replace(one, free=True) if n < 20 else one for n, one in enumerate(many)
    ]
    monkeypatch.setattr(module, "decode", watched)
    assert len(compare_bytes(data(many), data(other, 2)).records) == 20
    assert seen == [20, 20]


def test_a_damaged_line_is_said() -> None:
    good = data([service()])
    with pytest.raises(ContentDamaged):
        compare_bytes(good, good.replace(b'"nb":"Feltpleien"', b'"nb":7'))


# --- as they are kept ---------------------------------------------------------------------------


def test_changes_are_written_the_same_and_read_back() -> None:
    found = compare(decode(data([service()])), decode(data([service(free=True)], 2)))
    kept = encode_changes(found)
    assert decode_changes(kept) == found
    assert encode_changes(decode_changes(kept)) == kept
    assert (
        kept
        == json.dumps(
            json.loads(kept), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()
    )


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b"[]", b'{"pack":1}', b"[" * 100_000])
def test_what_are_no_changes_is_said(damage: bytes) -> None:
    with pytest.raises(ContentDamaged):
        decode_changes(damage)
