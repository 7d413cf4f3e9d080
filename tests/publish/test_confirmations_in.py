"""Somebody called and all was right: what that does to a source record, whichever way it comes."""

from __future__ import annotations

import argparse
import json
import shutil
from datetime import datetime, time
from pathlib import Path

import pytest
from worklist_sample import (
    TODAY,
    filled,
    make_places,
    rows_of,
    saved,
    source_file,
    worklist,
)

from feltperm import app_desk
from feltperm.catalogue.confirming import facts_told
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Organisation, Service
from feltperm.catalogue.trust import NATIONAL
from feltperm.paths import find_paths, resource
from feltperm_publish.corrections import run
from feltperm_publish.corrections_in import CorrectionsDamaged
from feltperm_publish.sources import read_sources
from feltperm_publish.worklist.records import read_files

DAY = "25.11.2026"
NOON = datetime.combine(TODAY, time(12))
Console = pytest.CaptureFixture[str]


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return make_places(tmp_path)


def pack_of(resources: Path) -> str:
    header = read_sources(resources).header
    assert header is not None
    return header.pack


def told(resources: Path, name: str = "svc-sample") -> str:
    return facts_told(source_file(resources, name).record)


def one(resources: Path, name: str = "svc-sample", **more: str) -> dict[str, str]:
    """A confirmation of a record as it stands."""
    return {
        "record": f"{pack_of(resources)}/{name}", "title": "Prøvestedet", "field": "verified_on",
        "old": told(resources, name), "new": "2026-11-25", "when": "2026-11-25", "by": "vakta",
        **more,
    }  # fmt: skip


def file_of(resources: Path, *corrections: dict[str, str]) -> Path:
    path = resources.parent / "rettelser.json"
    data = {"format": "feltperm-corrections", "version": 1, "corrections": corrections}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def take_in(resources: Path, path: Path, apply: bool = True, only: tuple[int, ...] = ()) -> int:
    options = argparse.Namespace(input=path, sources=resources, apply=apply, only=list(only))
    return run(options, TODAY)


def text_of(resources: Path, name: str = "svc-sample") -> str:
    return source_file(resources, name).data.decode()


def rewrite(resources: Path, old: str, new: str, name: str = "svc-sample") -> None:
    file = source_file(resources, name)
    assert old in text_of(resources, name)
    file.path.write_text(text_of(resources, name).replace(old, new), encoding="utf-8")


def answered(resources: Path, *words: str, **answers: str) -> int:
    """Fill in the line of the sample and give the list to the command."""
    out = resources.parent / "ny.csv"
    if not out.exists():
        worklist(resources, "--out", str(out))
    rows = rows_of(out.read_bytes())
    filled(rows, "svc-sample", **answers)
    svar = resources.parent / "svar.csv"
    svar.write_bytes(saved(rows))
    return worklist(resources, "--answers", str(svar), *words)


# --- a confirmation is taken in -------------------------------------------------------------------


def test_it_does_what_yes_on_a_list_does(tmp_path: Path) -> None:
    by_list, by_file = make_places(tmp_path / "a"), make_places(tmp_path / "b")
    assert answered(by_list, "--apply", right="ja", day=DAY) == 0
    assert take_in(by_file, file_of(by_file, one(by_file))) == 0
    assert text_of(by_file) == text_of(by_list)
    assert "verified_on: '2026-11-25'" in text_of(by_file)
    assert "needs_check" not in text_of(by_file)


def test_it_is_shown_as_an_edit_and_written_only_when_asked_to(
    resources: Path, capsys: Console
) -> None:
    before = text_of(resources)
    assert take_in(resources, file_of(resources, one(resources)), apply=False) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].endswith("2026-11-25 vakta")
    assert shown[1] == f"   Alt stemmer: {told(resources)}"
    assert "   +verified_on: '2026-11-25'" in shown
    assert "   -needs_check: true" in shown
    assert text_of(resources) == before


@pytest.mark.parametrize("confirmed", ["2026-11-25", "2026-11-26"])
def test_what_is_confirmed_that_day_or_later_stays_and_is_said(
    resources: Path, capsys: Console, confirmed: str
) -> None:
    rewrite(resources, "needs_check: true\n", f"verified_on: '{confirmed}'\n")
    before = text_of(resources)
    assert take_in(resources, file_of(resources, one(resources))) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    is_later = confirmed == "2026-11-26"
    assert said == ("   Posten er bekreftet senere, 26.11.2026." if is_later
                    else "   Ført inn fra før.")  # fmt: skip
    assert text_of(resources) == before


def test_a_mark_set_after_a_later_confirmation_is_not_taken_away(resources: Path) -> None:
    rewrite(resources, "needs_check: true\n", "verified_on: '2026-11-26'\nneeds_check: true\n")
    take_in(resources, file_of(resources, one(resources)))
    assert "needs_check: true" in text_of(resources)


@pytest.mark.parametrize(
    ("change", "more", "why"),
    [
        (("'22400040'", "'22400050'"), {}, "Kilden sier noe annet nå: 22 40 00 50; 02800 (kveld)"),
        (("read_on: 2026-11-22", "read_on: 2026-11-26"), {}, "lest eller bekreftet senere"),
        (("needs_check: true", "valid_until: 2026-11-24"), {}, "gjelder bare til 24.11.2026"),
        (("needs_check: true", "status: historical"), {}, "tatt ut av bruk"),
        (None, {"new": "2026-11-27"}, "27.11.2026 har ikke vært ennå"),
        (None, {"new": "i går"}, "«i går» er ingen dato"),
        (None, {"record": "other/svc-sample"}, "er ikke i disse kildene"),
    ],
)
def test_what_it_does_not_hold_for_is_left_alone(
    resources: Path, capsys: Console, change: tuple[str, str] | None, more: dict[str, str], why: str
) -> None:
    path = file_of(resources, one(resources, **more))
    if change:
        rewrite(resources, *change)
    before = text_of(resources)
    assert take_in(resources, path) == 1
    assert why in capsys.readouterr().out
    assert text_of(resources) == before


def test_it_rests_on_the_corrections_that_came_with_it(resources: Path, capsys: Console) -> None:
    right = told(resources).replace("22 40 00 40", "22 40 00 50")
    phone = one(resources, field="phone", old="22 40 00 40", new="22 40 00 50")
    # as a laptop writes them: the newest first
    path = file_of(resources, one(resources, old=right), phone)
    before = text_of(resources)
    assert take_in(resources, path, only=(1,)) == 1, "the correction has not been accepted"
    assert text_of(resources) == before
    capsys.readouterr()
    assert take_in(resources, path, apply=False) == 0, "they are shown as they would be written"
    assert "   +verified_on: '2026-11-25'" in capsys.readouterr().out.splitlines()
    assert take_in(resources, path) == 0
    became = source_file(resources, "svc-sample").record
    assert (became.phones[0].number, became.verified_on) == ("22400050", "2026-11-25")


# --- a list is handed on --------------------------------------------------------------------------

NEW = {
    "phone": "22 40 00 50; 02800 (kveld)", "address": "Prøvegata 2, 0155 Oslo",
    "hours": "man–tor 9–15; fre 10-14.30", "day": DAY, "note": "snakket med vakten",
}  # fmt: skip


@pytest.mark.parametrize(
    "answers", [{"right": "ja", "day": DAY}, NEW, {"closed": "ja", "day": DAY}]
)
def test_a_list_handed_on_ends_as_one_taken_in(
    tmp_path: Path, answers: dict[str, str], capsys: Console
) -> None:
    by_list, by_file = make_places(tmp_path / "a"), make_places(tmp_path / "b")
    assert answered(by_list, "--apply", **answers) == 0
    out, before = by_file.parent / "videre.json", text_of(by_file)
    assert answered(by_file, "--corrections", str(out), **answers) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{out}: 1 post å gi videre."
    assert text_of(by_file) == before, "the sources are not edited"
    assert take_in(by_file, out) == 0
    assert text_of(by_file) == text_of(by_list)
    said = capsys.readouterr().out.splitlines()
    assert ("   merknad: snakket med vakten" in said) == ("note" in answers)
    assert take_in(by_file, out) == 0
    assert "+++" not in capsys.readouterr().out, "once is enough"


def test_what_is_handed_on_states_old_and_new(resources: Path) -> None:
    out = resources.parent / "videre.json"
    answered(resources, "--corrections", str(out), **NEW)
    listed = json.loads(out.read_bytes())["corrections"]
    assert [(c["field"], c["old"], c["new"]) for c in listed] == [
        ("phones", "22 40 00 40; 02800 (kveld)", "22 40 00 50; 02800 (kveld)"),
        ("addresses", "Prøvegata 1, Oslo", "Prøvegata 2, 0155 Oslo"),
        ("schedules", "mandag–fredag kl. 9–15, Kafé", "man–tor 9–15; fre 10-14.30"),
        ("verified_on", listed[-1]["old"], "2026-11-25"),
    ]
    assert listed[-1]["old"].startswith("22 40 00 50; 02800 (kveld); Prøvegata 2, 0155 Oslo; ")
    assert {c["when"] for c in listed} == {"2026-11-25"}


def test_a_source_that_says_otherwise_by_now_keeps_its_facts(
    resources: Path, capsys: Console
) -> None:
    out = resources.parent / "videre.json"
    answered(resources, "--corrections", str(out), phone=NEW["phone"], day=DAY)
    rewrite(resources, "'22400040'", "'22400060'")
    before = text_of(resources)
    assert take_in(resources, out) == 1
    assert "Kilden sier noe annet nå: 22 40 00 60; 02800 (kveld)." in capsys.readouterr().out
    assert text_of(resources) == before


def test_refused_rows_are_named_and_the_others_handed_on(resources: Path, capsys: Console) -> None:
    new = resources.parent / "ny.csv"
    worklist(resources, "--out", str(new))
    rows = rows_of(new.read_bytes())
    wrong = next(at for at, row in enumerate(rows, 1) if row[0] == "svc-due")
    filled(rows, "svc-due", right="kanskje", day=DAY)
    new.write_bytes(saved(rows))
    out = resources.parent / "videre.json"
    assert answered(resources, "--corrections", str(out), right="ja", day=DAY) == 1
    said = capsys.readouterr().err
    assert f"rad {wrong}, kolonne «stemmer (ja/nei)»: «kanskje» er ikke forstått." in said
    (handed,) = json.loads(out.read_bytes())["corrections"]
    assert handed["record"].endswith("/svc-sample")


def test_no_other_file_is_written_over(resources: Path, capsys: Console) -> None:
    svar = resources.parent / "svar.csv"
    with pytest.raises(CorrectionsDamaged, match="noe annet enn rettelser"):
        answered(resources, "--corrections", str(svar), right="ja", day=DAY)
    assert svar.read_bytes().startswith(b"\xef\xbb\xbfid;")
    out = resources.parent / "videre.json"
    answered(resources, "--corrections", str(out), right="ja", day=DAY)
    assert answered(resources, "--corrections", str(out), right="ja", day=DAY) == 0


def test_a_list_without_answers_makes_no_file(resources: Path, capsys: Console) -> None:
    out = resources.parent / "videre.json"
    assert answered(resources, "--corrections", str(out)) == 0
    assert not out.exists()
    assert capsys.readouterr().out.splitlines()[-1] == "Ingenting å rette."


# --- the same words on both sides -----------------------------------------------------------------


def test_what_a_laptop_hands_over_is_taken_in_whole(tmp_path: Path) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resource("catalogue").parent, root)
    care = "svc-feltpleien-oslo"
    desk = app_desk.open_desk(find_paths(tmp_path / "profil"), now=lambda: NOON)
    desk.corrector.add(f"{NATIONAL}/{care}", "phone", "22674399")
    desk.corrector.confirm(f"{NATIONAL}/{care}", by="vakta")
    out = desk.corrector.export(tmp_path / "rettelser.json")
    desk.close()
    assert take_in(root, out) == 0
    became = source_file(root, care).record
    assert became.phones[0].number == "22674399"
    assert (became.verified_on, became.needs_check) == (TODAY.isoformat(), False)


def test_source_and_laptop_tell_the_same_facts_of_every_place(tmp_path: Path) -> None:
    """Else nothing that a laptop confirms could be taken in."""
    root = resource("catalogue").parent
    files = read_files(root, read_sources(root))
    desk = app_desk.open_desk(find_paths(tmp_path / "profil"))
    different = []
    for name, file in files.items():
        entry = desk.opened.library.get(Ref(NATIONAL, name))
        assert entry is not None
        assert isinstance(entry.record, Service | Organisation)
        if facts_told(entry.record) != facts_told(file.record):
            different.append(name)
    desk.close()
    assert len(files) > 300
    assert different == []
