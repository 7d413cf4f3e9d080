"""Own notes and own records: kept as written, bounded, put back, and gone where they go."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing

import pytest
from binder_home import NOW, Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import MAX_NOTE, Binder, Note, NoteRefused, OwnRecord
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.migrations import migrate
from feltperm.binder.notes import Notes

FIRST, SECOND = "2026-11-25T22:14:00", "2026-11-26T08:00:00"


def note(text: str, id: str = "svc-113", changed_at: str = FIRST) -> Note:
    return Note(pack="national", id=id, text=text, changed_at=changed_at)


def own(id: str = "eget-varmestua", record: str = '{"kind":"service"}') -> OwnRecord:
    return OwnRecord(id=id, record=record, changed_at=FIRST)


# --- notes --------------------------------------------------------------------------------------


def test_a_note_is_kept_beside_its_record_and_replaced(home: Home) -> None:
    binder, _ = home.open()
    assert binder.notes.get("national", "svc-113") is None
    assert binder.notes.put(note("  Ring på\nbaksida \t av huset ")) == note(
        "Ring på\nbaksida av huset"
    )
    binder.notes.put(note("Ring på framsida", changed_at=SECOND))
    binder.notes.put(Note(pack="local", id="svc-113", text="En annen", changed_at=FIRST))
    binder.close()
    again, _ = home.open()
    assert again.notes.get("national", "svc-113") == note("Ring på framsida", changed_at=SECOND)
    assert [one.pack for one in again.notes.list()] == ["national", "local"]


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n", "\x00", "\u202e", "\u2066\u2069 "])
def test_nothing_to_be_seen_takes_the_note_away(binder: Binder, text: str) -> None:
    binder.notes.put(note("Ring på baksida"))
    assert binder.notes.put(note(text)) is None
    assert binder.notes.list() == ()


def test_a_note_that_was_taken_away_is_put_back_as_it_was(binder: Binder) -> None:
    binder.notes.put(note("Ring på baksida"))
    removed = binder.notes.remove("national", "svc-113")
    assert removed == note("Ring på baksida")
    assert binder.notes.list() == ()
    binder.notes.put_back(removed)
    assert binder.notes.list() == (removed,)


def test_putting_back_leaves_alone_what_was_written_since(binder: Binder) -> None:
    binder.notes.put(note("Gammelt"))
    removed = binder.notes.remove("national", "svc-113")
    binder.notes.put(note("Nytt"))
    assert removed is not None
    binder.notes.put_back(removed)
    assert [one.text for one in binder.notes.list()] == ["Nytt"]
    assert binder.notes.remove("national", "svc-inkjes") is None


@pytest.mark.parametrize("text", ["x" * (MAX_NOTE + 1), "x" * 1_000_000, "\x00" * 1_000_000])
def test_a_document_is_no_note_and_the_old_one_stays(binder: Binder, text: str) -> None:
    binder.notes.put(note("Ring på baksida"))
    with pytest.raises(NoteRefused, match=f"plass til {MAX_NOTE} tegn"):
        binder.notes.put(note(text))
    assert [one.text for one in binder.notes.list()] == ["Ring på baksida"]


def test_the_longest_note_is_kept_whole(binder: Binder) -> None:
    text = "å" * MAX_NOTE
    binder.notes.put(note(text))
    assert binder.notes.list()[0].text == text


def test_what_turns_the_direction_of_reading_is_left_out(binder: Binder) -> None:
    kept = binder.notes.put(
        note("ring \u202e311\u202c ikke \u2067113\u2069, si \u0633\u0644\u0627\u0645\u200f")
    )
    assert kept is not None
    assert kept.text == "ring 311 ikke 113, si \u0633\u0644\u0627\u0645\u200f"


def test_half_a_character_and_control_characters_become_harmless(binder: Binder) -> None:
    kept = binder.notes.put(note("a\ud800b\x00c\x1b[31md\x9be"))
    assert kept is not None
    assert kept.text == "a?b c [31md e"


@given(st.text(max_size=200))
def test_any_text_is_kept_the_same_twice_and_holds_nothing_that_steers(text: str) -> None:
    connection = connect_memory()
    migrate(connection)
    with closing(connection):
        notes = Notes(Store(connection))
        kept = notes.put(note(text))
        if kept is None:
            assert notes.list() == ()
            return
        assert notes.list() == (kept,)
        assert notes.put(note(kept.text)) == kept
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in kept.text.replace("\n", ""))
        assert not set(kept.text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_note_that_was_taken_away_is_nowhere_in_the_file(home: Home) -> None:
    binder, _ = home.open()
    binder.notes.put(note("Hemmeligheten bor i femte etasje"))
    binder.notes.remove("national", "svc-113")
    binder.close()
    assert b"femte etasje" not in home.path.read_bytes()


def test_what_was_written_over_or_removed_is_nowhere_in_the_file(home: Home) -> None:
    binder, _ = home.open()
    binder.notes.put(note("Hemmeligheten bor i femte etasje"))
    binder.notes.put(note("Kort"))
    record = OwnRecord(id="eget", record='{"note":"Nina i sjette"}', changed_at="")
    binder.own_records.put(record)
    binder.own_records.remove("eget")
    binder.close()
    assert b"femte etasje" not in home.path.read_bytes()
    assert b"Nina i sjette" not in home.path.read_bytes()


# --- own records --------------------------------------------------------------------------------


def test_own_records_are_kept_by_id_and_put_back(binder: Binder) -> None:
    binder.own_records.put(own("eget-b"))
    binder.own_records.put(own("eget-a"))
    binder.own_records.put(own("eget-b", '{"kind":"service","note":{}}'))
    assert [one.id for one in binder.own_records.list()] == ["eget-a", "eget-b"]
    removed = binder.own_records.remove("eget-b")
    assert removed == own("eget-b", '{"kind":"service","note":{}}')
    assert binder.own_records.get("eget-b") is None
    binder.own_records.put(own("eget-b", "{}"))
    binder.own_records.put_back(removed)
    assert binder.own_records.get("eget-b") == own("eget-b", "{}")
    assert binder.own_records.remove("eget-c") is None


def test_notes_and_own_records_alone_are_worth_a_backup(home: Home) -> None:
    for keep in (
        lambda binder: binder.notes.put(note("Ring på baksida")),
        lambda binder: binder.own_records.put(own()),
    ):
        for path in (home.path, *home.backups.glob("*")):
            path.unlink(missing_ok=True)
        binder, _ = home.open()
        keep(binder)
        binder.close()
        home.open()[0].close()
        assert [one.day for one in home.open()[0].backups()] == [NOW.date()]


def test_a_restored_copy_has_its_notes_and_own_records(home: Home) -> None:
    binder, _ = home.open()
    binder.notes.put(note("Ring på baksida"))
    binder.own_records.put(own())
    binder.close()
    home.open()[0].close()  # makes the backup
    binder, _ = home.open()
    binder.notes.remove("national", "svc-113")
    binder.own_records.remove("eget-varmestua")
    binder.restore(home.backups / "binder-2026-11-25.sqlite", NOW)
    assert [one.text for one in binder.notes.list()] == ["Ring på baksida"]
    assert binder.own_records.list() == (own(),)


def test_other_types_than_text_are_refused_by_the_file_itself(home: Home) -> None:
    home.open()[0].close()
    with closing(sqlite3.connect(home.path)) as connection:
        for sql in (
            "INSERT INTO notes VALUES ('national', 'svc-113', x'00', 'now')",
            "INSERT INTO own_records VALUES ('eget', x'00', 'now')",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(sql)
