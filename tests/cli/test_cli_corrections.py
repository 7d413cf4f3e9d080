"""``feltperm corrections``: what was found wrong, and what was found right, without a window."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from feltperm import cli

CARE = "national/svc-feltpleien-oslo"


def run(tmp_path: Path, *words: str) -> int:
    return cli.main(["--profile", str(tmp_path / "p"), "corrections", *words])


def test_a_confirmation_is_kept_listed_and_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = date.today().isoformat()
    assert run(tmp_path, "confirm", CARE, "--by", "vakta", "--json") == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert (made["field"], made["new"], made["noted_by"]) == ("verified_on", today, "vakta")
    assert run(tmp_path, "list") == 0
    assert capsys.readouterr().out.startswith(f"{CARE}  verified_on  ")
    out = tmp_path / "r.json"
    assert run(tmp_path, "export", str(out)) == 0
    (one,) = json.loads(out.read_bytes())["corrections"]
    assert (one["record"], one["field"], one["new"]) == (CARE, "verified_on", today)


def test_what_cannot_be_confirmed_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "confirm", "national/gd-overdose") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_show_says_what_is_the_teams_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "add", CARE, "phone", "22674399")
    run(tmp_path, "confirm", CARE)
    capsys.readouterr()
    assert cli.main(["--profile", str(tmp_path / "p"), "show", CARE]) == 0
    said = capsys.readouterr().out
    assert "ikke bekreftet: 22 67 43 99. Før: 22 67 43 45" in said
    assert ", ikke av den som gir ut innholdet." in said
