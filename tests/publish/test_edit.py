"""Changing one field of a source record: every other line stays as its author wrote it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from feltperm_publish import yamltext
from feltperm_publish.edit import FIELD_ORDER, CannotEdit, remove_key, set_key

#: One field each, in the ways people write them; the lines of one block belong together.
BLOCKS = (
    "{key}: et ord",
    "{key}: 'i anførselstegn: #ikke en merknad'",
    '{key}: "med \\" og # inni"',
    "{key}: første linje\n  andre linje",
    "{key}: [en, to, 'tre # fire']",
    "{key}: {{nb: ja, en: yes}}",
    "{key}:",
    "{key}:\n  - en\n  - to: 3\n    fire: '5'",
    "{key}:\n- helt ute\n- i kanten",
    "{key}: |\n  # ingen merknad\n  tekst\n\n  mer",
    "{key}: >-\n  brettet\n  tekst",
    "{key}:\n  nb: |\n    dypt\n  en: 'x'",
)
#: What stands between two fields and belongs to nobody.
GAPS = ("", "\n", "# om det neste\n", "\n# én\n\n#to: tre\n\n")

signs = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
short = st.text(signs, max_size=20)
values = st.one_of(
    st.text(signs, max_size=150),
    st.booleans(),
    st.lists(short, min_size=1, max_size=3),
    st.lists(
        st.dictionaries(st.sampled_from(["number", "note"]), short, min_size=1),
        min_size=1,
        max_size=3,
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[tuple[str, str, str]], str, str, str]:
    """(fields as (gap, key, lines), end of the front matter, body, line end)."""
    keys = draw(st.lists(st.sampled_from(FIELD_ORDER), min_size=1, max_size=6, unique=True))
    fields = [
        (draw(st.sampled_from(GAPS)), key, draw(st.sampled_from(BLOCKS)).format(key=key) + "\n")
        for key in keys
    ]
    body = draw(st.sampled_from(["", "Brødtekst.\n", "\n# Tittel\n\n---\nphones: nei\n", "uten"]))
    return fields, draw(st.sampled_from(GAPS)), body, draw(st.sampled_from(["\n", "\r\n"]))


def written(fields: list[tuple[str, str, str]], end: str, body: str, newline: str) -> str:
    front = "".join(gap + lines for gap, _, lines in fields)
    return f"---\n{front}{end}---\n{body}".replace("\n", newline)


def front_of(text: str) -> dict[str, Any]:
    plain = text.replace("\r\n", "\n").removeprefix("\ufeff").removeprefix("---\n")
    found = yamltext.parse(plain.partition("\n---\n")[0] + "\n")
    assert isinstance(found, dict)
    return found


def as_text(value: Any) -> Any:
    """The value as it is read: every scalar is text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    return value


@given(documents(), values, st.data())
def test_setting_a_field_touches_no_line_of_another(
    document: Any, value: Any, data: st.DataObject
) -> None:
    fields, end, body, newline = document
    at = data.draw(st.integers(0, len(fields) - 1))
    gap, key, _ = fields[at]
    text = written(fields, end, body, newline)
    before = f"---\n{''.join(g + lines for g, _, lines in fields[:at])}{gap}"
    after = f"{''.join(g + lines for g, _, lines in fields[at + 1 :])}{end}---\n{body}"
    new = set_key(text, key, value)
    assert new.startswith(before.replace("\n", newline))
    assert new.endswith(after.replace("\n", newline))
    assert "\r\n" not in new if newline == "\n" else "\n" not in new.replace("\r\n", "")
    assert front_of(new) == front_of(text) | {key: as_text(value)}
    assert set_key(new, key, value) == new


@given(documents(), st.data())
def test_removing_a_field_takes_its_lines_and_nothing_else(
    document: Any, data: st.DataObject
) -> None:
    fields, end, body, newline = document
    assume(len(fields) > 1)
    at = data.draw(st.integers(0, len(fields) - 1))
    kept = [(gap, key, "" if n == at else lines) for n, (gap, key, lines) in enumerate(fields)]
    text = written(fields, end, body, newline)
    assert remove_key(text, fields[at][1]) == written(kept, end, body, newline)


@given(documents(), values, st.sampled_from(FIELD_ORDER))
def test_a_new_field_goes_in_whole_and_comes_out_whole(document: Any, value: Any, key: str) -> None:
    fields, end, body, newline = document
    assume(key not in [name for _, name, _ in fields])
    text = written(fields, end, body, newline)
    new = set_key(text, key, value)
    assert front_of(new) == front_of(text) | {key: as_text(value)}
    assert remove_key(new, key) == text
    assert remove_key(text, key) == text


def test_a_new_field_goes_to_its_place_in_the_usual_order() -> None:
    text = "---\ntitle: x\nsources:\n  - a\n\n# om relaterte\nrelated: [y]\n---\n"
    new = set_key(text, "verified_on", "2026-11-24")
    assert new == text.replace("  - a\n", "  - a\nverified_on: '2026-11-24'\n")
    assert set_key("---\nrelated: [y]\n---\n", "title", "x").startswith("---\ntitle: x\nrelated")


def test_an_indented_comment_after_the_last_line_stays() -> None:
    text = "---\nphones:\n  - '113'\n  # om adressen\narea: x\n---\n"
    assert remove_key(text, "phones") == "---\n  # om adressen\narea: x\n---\n"


def test_values_are_written_as_the_records_write_them() -> None:
    new = set_key("---\ntitle: x\n---\n", "phones", ["22400040", {"number": "113", "note": "nå"}])
    lines = ["phones:", "  - '22400040'", "  - number: '113'", "    note: nå"]
    assert new.splitlines()[2:6] == lines


def test_byte_order_mark_stays() -> None:
    assert set_key("\ufeff---\ntitle: x\n---\n", "title", "y") == "\ufeff---\ntitle: y\n---\n"


@pytest.mark.parametrize(
    "lines",
    [
        "phones: ['113']  # ring først",
        "phones:\n  - '113'\n  # gammelt nummer\n  - '112'",
        "phones:\n  # gammelt nummer\n  - '113'",
        "phones: |  # en merknad\n  113",
        "phones:  # en merknad\n  - '113'",
    ],
)
def test_a_comment_among_the_lines_is_not_thrown_away(lines: str) -> None:
    text = f"---\ntitle: x\n{lines}\narea: y\n---\n"
    with pytest.raises(CannotEdit, match="phones: a comment"):
        set_key(text, "phones", ["112"])
    with pytest.raises(CannotEdit, match="phones: a comment"):
        remove_key(text, "phones")
    assert set_key(text, "title", "z") == text.replace("title: x", "title: z")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: x\n", "no front matter"),
        ("---\ntitle: x\n", "no front matter"),
        ("\n---\ntitle: x\n---\n", "no front matter"),
        ("---\r title: x\r---\r", "no front matter"),
        ("---\n---\n", "not a mapping"),
        ("---\n- title\n---\n", "not a mapping"),
        ("---\n{title: x}\n---\n", "not a mapping"),
        ("---\n  title: x\n---\n", "start of their lines"),
        ("---\n? title\n: x\n---\n", "start of their lines"),
        ("---\ntitle: [x\n---\n", "not YAML"),
        ("---\ntitle: *x\n---\n", "not YAML"),
        ("---\ntitle: \x00\n---\n", "not YAML"),
    ],
)
def test_what_is_no_plain_front_matter_is_refused(text: str, why: str) -> None:
    with pytest.raises(CannotEdit, match=why):
        set_key(text, "title", "y")
    with pytest.raises(CannotEdit, match=why):
        remove_key(text, "title")
