"""Places that a team knows become source records that somebody has yet to check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from feltperm_publish.cli import main
from feltperm_publish.sources import read_sources

CAFE = {
    "kind": "service", "id": "eget-nattkafeen", "title": {"nb": "Nattkafeen: på hjørnet"},
    "summary": {"nb": "Kaffe.\nRene klær."}, "phones": [{"number": "22334499"}],
    "addresses": [{"line": "Kaia 3"}], "hours": {"nb": "hver kveld"},
    "area": {"municipalities": ["0301"]}, "note": {"nb": "Ring på baksida"},
}  # fmt: skip


def shared(folder: Path, *places: dict[str, object]) -> Path:
    made = folder / "delt.json"
    made.write_text(
        json.dumps({"feltperm_share": 1, "made": "2026-11-26", "places": places}), encoding="utf-8"
    )
    return made


def files(sources: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sources.rglob("*") if path.is_file()}


def test_they_are_shown_and_written_only_when_asked_to(
    resources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, before = shared(tmp_path, CAFE), files(resources)
    assert main(["proposals", str(made), "--sources", str(resources)]) == 0
    assert "1. Nattkafeen: på hjørnet" in capsys.readouterr().out
    assert files(resources) == before
    assert main(["proposals", str(made), "--sources", str(resources), "--apply"]) == 0
    (path,) = set(files(resources)) - set(before)
    text = path.read_text(encoding="utf-8")
    assert "Ring på baksida" not in text
    record = next(
        one.record for one in read_sources(resources).entries if resources / one.file == path
    )
    assert record.title == {"nb": "Nattkafeen: på hjørnet"}
    assert record.phones[0].number == "22334499"  # type: ignore[union-attr]
    assert record.sources == ()
    capsys.readouterr()
    assert main(["proposals", str(made), "--sources", str(resources), "--apply"]) == 0
    assert "Finnes fra før: catalogue/services/" in capsys.readouterr().out
    assert len(files(resources)) == len(before) + 1


def test_the_lint_asks_for_a_source_before_it_goes_out(
    resources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["proposals", str(shared(tmp_path, CAFE)), "--sources", str(resources), "--apply"])
    capsys.readouterr()
    assert main(["lint", "--sources", str(resources)]) == 1
    said = capsys.readouterr()
    assert "svc-nattkafeen" in said.out + said.err
    assert "source" in said.out + said.err


def test_one_that_is_none_is_left_out_and_the_others_come(
    resources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = {"kind": "service", "id": "x", "title": {"nb": " "}}
    made, before = shared(tmp_path, none, CAFE, CAFE | {"title": {"nb": "To"}}), files(resources)
    command = ["proposals", str(made), "--sources", str(resources), "--apply"]
    assert main([*command, "--only", "1", "--only", "2"]) == 1
    assert "1 ble ikke tatt med." in capsys.readouterr().err
    assert len(files(resources)) == len(before) + 1


@pytest.mark.parametrize("data", [b"", b"{}", b'{"feltperm_share": 9}'])
def test_another_file_is_said(resources: Path, tmp_path: Path, data: bytes) -> None:
    made, before = tmp_path / "delt.json", files(resources)
    made.write_bytes(data)
    assert main(["proposals", str(made), "--sources", str(resources), "--apply"]) != 0
    assert files(resources) == before
