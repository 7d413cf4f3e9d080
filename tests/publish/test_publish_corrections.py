"""What the field found wrong becomes changes of the source records, and nothing else changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from feltperm_publish.cli import main

ROOT = Path(__file__).resolve().parents[2]
CARE = "national/svc-feltpleien-oslo"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the program's own sources, which a test may change."""
    target = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", target)
    return target


def corrections(folder: Path, *listed: dict[str, str], **head: object) -> Path:
    made = folder / "rettelser.json"
    whole = [
        {"title": "Feltpleien i Oslo", "when": "2026-11-26", "by": "vakta", **one} for one in listed
    ]
    data = {"format": "feltperm-corrections", "version": 1, "corrections": whole, **head}
    made.write_text(json.dumps(data), encoding="utf-8")
    return made


PHONE = {"record": CARE, "field": "phone", "old": "22 67 43 45", "new": "22 67 43 99"}


def files(sources: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sources.rglob("*") if path.is_file()}


def test_it_is_shown_and_written_only_when_asked_to(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, before = corrections(tmp_path, PHONE), files(sources)
    assert main(["corrections", str(made), "--sources", str(sources)]) == 0
    shown = capsys.readouterr().out
    assert "1. Feltpleien i Oslo (national/svc-feltpleien-oslo), 2026-11-26 vakta" in shown
    assert "22674399" in shown
    assert files(sources) == before
    assert main(["corrections", str(made), "--sources", str(sources), "--apply"]) == 0
    after = files(sources)
    (changed,) = (path for path in after if after[path] != before.get(path))
    old, new = before[changed].decode().splitlines(), after[changed].decode().splitlines()
    different = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert len(different) == 1
    assert "22674399" in different[0][1]
    capsys.readouterr()
    assert main(["corrections", str(made), "--sources", str(sources), "--apply"]) == 0
    assert "Ført inn fra før." in capsys.readouterr().out


def test_what_the_source_states_otherwise_by_now_is_left_out(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = corrections(tmp_path, {**PHONE, "old": "99 99 99 99"})
    assert main(["corrections", str(made), "--sources", str(sources), "--apply"]) == 1
    assert "Kilden sier noe annet nå: 22 67 43 45." in capsys.readouterr().out


def test_other_packs_and_unknown_records_are_left_out(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = corrections(
        tmp_path, {**PHONE, "record": "oslo/svc-x"}, {**PHONE, "record": "national/svc-nothing"}
    )
    assert main(["corrections", str(made), "--sources", str(sources)]) == 1
    assert capsys.readouterr().out.count("er ikke i disse kildene.") == 2


def test_one_of_several_can_be_accepted(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = {"record": CARE, "field": "url", "old": "", "new": "https://example.org/"}
    made = corrections(tmp_path, PHONE, url)
    before = files(sources)
    words = ["corrections", str(made), "--sources", str(sources), "--apply", "--only", "1"]
    assert main(words) == 0
    changed = [path for path, data in files(sources).items() if data != before[path]]
    assert len(changed) == 1
    assert b"example.org" not in changed[0].read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"format": "other", "version": 1}',
        b'{"format": "feltperm-corrections", "version": 2, "corrections": []}',
        b'{"format": "feltperm-corrections", "version": 1, "corrections": [{"record": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_file_of_corrections_changes_nothing(
    sources: Path, tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    made, before = tmp_path / "x.json", files(sources)
    made.write_bytes(data)
    assert main(["corrections", str(made), "--sources", str(sources), "--apply"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("feltperm-publish: ")
    assert "Traceback" not in said
    assert files(sources) == before
