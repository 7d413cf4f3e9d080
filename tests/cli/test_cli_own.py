"""What the user has written himself, on the command line: found, and marked as his."""

from __future__ import annotations

from pathlib import Path

from command_line import Run

from feltperm import app_desk
from feltperm.desk.own import Draft
from feltperm.paths import find_paths


def written(profile: Path) -> None:
    desk = app_desk.open_desk(find_paths(profile))
    desk.own.add(Draft(title="Zzstua ved kaia", phone="91508588", municipality="Ørland"))
    desk.notes.write("national/svc-feltpleien-oslo", "Zznøkkelen ligger under matta")
    desk.close()


def test_an_own_record_and_a_note_are_marked_in_text_and_json(feltperm: Run, profile: Path) -> None:
    written(profile)
    assert feltperm("search", "zzstua").out == (
        "eget-zzstua-ved-kaia  Zzstua ved kaia  Ørland  Egen oppføring\n"
    )
    assert feltperm("search", "zznøkkelen").out == (
        "svc-feltpleien-oslo  Feltpleien i Oslo  Oslo  Eget notat\n"
    )
    own, noted = (
        feltperm("search", word, "--json").json["hits"][0] for word in ("zzstua", "zznøkkelen")
    )
    assert (own["own_record"], own["pack"], own["reason"]["kind"]) == (True, "local", "word")
    assert (noted["own_record"], noted["reason"]["kind"]) == (False, "note")
    shown = feltperm("show", "eget-zzstua-ved-kaia")
    assert shown.out.splitlines()[:2] == ["Zzstua ved kaia", "Egen oppføring."]
    assert "zznøkkelen" not in feltperm("show", "svc-feltpleien-oslo", "--json").out.lower()
