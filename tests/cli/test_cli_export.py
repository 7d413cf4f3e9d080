"""``feltperm export``: what a search finds, in other programs' formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from feltperm import app_desk, cli
from feltperm.paths import find_paths

CARE = "national/svc-feltpleien-oslo"


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def export(tmp_path: Path, *words: str) -> list[dict[str, str]]:
    out = tmp_path / "ut.csv"
    assert cli.main(["--profile", str(tmp_path / "p"), "export", "csv", str(out), *words]) == 0
    return rows(out)


def test_everything_or_what_is_found(tmp_path: Path) -> None:
    whole = export(tmp_path)
    some = export(tmp_path, "feltpleien")
    assert len(whole) > 400
    assert 0 < len(some) < 50
    assert CARE in {row["id"] for row in some}


def test_filters_count_without_words_too(tmp_path: Path) -> None:
    free = export(tmp_path, "--free", "--kind", "service")
    assert free
    assert {row["type"] for row in free} == {"service"}
    assert "koster" not in {row["koster"] for row in free}


def test_corrections_go_along_and_notes_never_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = app_desk.open_desk(find_paths(tmp_path / "p"))
    desk.corrector.add(CARE, "phone", "22674399")
    desk.notes.write(CARE, "Hemmelig notat")
    desk.close()
    for format in ("csv", "vcard", "ical"):
        out = tmp_path / f"ut.{format}"
        words = [
            "--profile",
            str(tmp_path / "p"),
            "export",
            format,
            str(out),
            "feltpleien",
            "--json",
        ]
        assert cli.main(words) == 0
        assert json.loads(capsys.readouterr().out)["records"] > 0
        assert "Hemmelig" not in out.read_text(encoding="utf-8")
    assert "22674399" in (tmp_path / "ut.vcard").read_text(encoding="utf-8")
