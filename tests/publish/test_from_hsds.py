"""``feltperm-publish from-hsds``: a directory of others becomes source records."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from feltperm_publish import cli, from_hsds
from feltperm_publish.sources import read_sources

CAFE = {"id": "6f9e2d0c-9c3e-4d55-8f43-aa7cc0b3f111", "name": "Nattkafé", "status": "active"}
OTHER = {**CAFE, "id": "6f9e2d0c-9c3e-4d55-8f43-aa7cc0b3f333"}
#: As deep as JSON itself may be.
DEEP = json.loads("[" * 900 + "]" * 900)
ARMY = {
    "id": "0c0c2d0c-9c3e-4d55-8f43-aa7cc0b3f222",
    "name": "Frelsesarmeen",
    "description": "Hjelper folk.",
}


def bring(tmp_path: Path, data: Any, *options: str) -> tuple[int, Path]:
    file = tmp_path / "inn.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    into = tmp_path / "kilder"
    return cli.main(["from-hsds", str(file), str(into), *options]), into


def names(into: Path) -> list[str]:
    return sorted(path.relative_to(into).as_posix() for path in into.rglob("*.md"))


def contents(into: Path) -> dict[str, bytes]:
    return {name: (into / name).read_bytes() for name in names(into)}


def records(into: Path) -> dict[str, Any]:
    return {one.record.id: one.record for one in read_sources(into).entries}


def test_one_service_a_list_and_a_page(tmp_path: Path) -> None:
    for data in (CAFE, [CAFE], {"total_items": 1, "contents": [CAFE]}):
        shutil.rmtree(tmp_path / "kilder", ignore_errors=True)
        code, into = bring(tmp_path, data)
        assert code == 0
        assert names(into) == ["catalogue/services/svc-nattkafe.md"]
    assert records(into)["svc-nattkafe"].needs_check, "nobody has confirmed it"


def test_the_source_is_whom_one_names(tmp_path: Path) -> None:
    _, into = bring(tmp_path, CAFE, "--publisher", "Oslo kommune")
    source = records(into)["svc-nattkafe"].sources[0]
    assert (source.publisher, source.title) == ("Oslo kommune", "inn.json")


def test_a_service_is_tied_to_its_organisation(tmp_path: Path) -> None:
    _, into = bring(tmp_path, {**ARMY, "services": [CAFE]})
    assert names(into) == [
        "catalogue/organisations/org-frelsesarmeen.md",
        "catalogue/services/svc-nattkafe.md",
    ]
    assert records(into)["svc-nattkafe"].organisation == "org-frelsesarmeen"
    assert records(into)["svc-nattkafe"].provider == "Frelsesarmeen"


def test_what_had_no_place_is_told_with_a_pointer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(tmp_path, [CAFE, {**OTHER, "name": "Dagkafé", "minimum_age": 18}])
    assert "/1/minimum_age: 18" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"id": "x", "vehicle": 1}, "no service and no organization"),
        ({**OTHER, "status": "open"}, "status"),
        ({**OTHER, "organization_id": "9"}, "there is no organization 9"),
        ({**OTHER, "service_at_locations": [{"id": "a", "location_id": "9"}]}, "no such location"),
        ({**OTHER, "attributes": [{"id": "a", "taxonomy_term_id": "9"}]}, "no such term"),
        ({**OTHER, "feltperm": {"fields": {"phones": "x"}}}, "phones"),
        ({**OTHER, "feltperm": {"fields": {"body": 7}}}, "$.body"),
        ({**OTHER, "feltperm": {"fields": {"title": DEEP}}}, "$.title"),
        (
            {**OTHER, "feltperm": {"fields": {"addresses": [{"line": "a", "x": DEEP}]}}},
            "too deeply",
        ),
        ({**CAFE, "name": "Dagkafé"}, "/1/id: stands at /0 too"),
        (
            {"id": "l", "name": "Huset", "description": "", "location_type": "physical"},
            "no service",
        ),
        ({"id": "t", "name": "Mat", "description": "", "taxonomy": "ting"}, "no service"),
        (7, "no service and no organization"),
    ],
)
def test_one_that_is_broken_stops_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: Any, said: str
) -> None:
    code, into = bring(tmp_path, [CAFE, bad])
    assert code == 1
    assert names(into) == []
    told = capsys.readouterr().err
    assert said in told
    assert "nothing was written" in told or "too deeply" in told


@pytest.mark.parametrize("text", ["", "{", "[" * 200_000, "\x00", "ikke JSON", "9" * 5000])
def test_what_is_no_json_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    code, into = bring(tmp_path, text)
    assert code == 1
    assert names(into) == []
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("feltperm-publish: inn.json is no JSON: ")
    assert len(line) < 120


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "inn.json"
    file.write_bytes(json.dumps(CAFE, ensure_ascii=False).encode("cp1252"))
    assert cli.main(["from-hsds", str(file), str(tmp_path / "ut")]) == 1
    assert "is no JSON: it is not UTF-8 text" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_other_encodings_of_json_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "inn.json"
    file.write_bytes(json.dumps(CAFE, ensure_ascii=False).encode(encoding))
    assert cli.main(["from-hsds", str(file), str(tmp_path / "ut")]) == 0
    assert records(tmp_path / "ut")["svc-nattkafe"].title == {"nb": "Nattkafé"}


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_hsds, "LARGEST", 10)
    assert bring(tmp_path, [CAFE])[0] == 1
    assert "the most is 10" in capsys.readouterr().err


def test_a_name_from_outside_never_leaves_the_folder(tmp_path: Path) -> None:
    hostile = {**CAFE, "feltperm": {"record": "a/../../../ut"}}
    assert bring(tmp_path, hostile)[0] == 0
    assert names(tmp_path) == ["kilder/catalogue/services/svc-nattkafe.md"]


def test_a_record_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {**CAFE, "feltperm": {"record": "oslo/svc-kafe"}}
    assert bring(tmp_path, own)[0] == 0
    assert bring(tmp_path, own)[0] == 0, "the same again changes nothing"
    assert bring(tmp_path, {**own, "description": "Noe annet."})[0] == 1
    assert "svc-kafe.md is there" in capsys.readouterr().err
    assert not records(tmp_path / "kilder")["svc-kafe"].summary


def test_the_same_directory_again_writes_only_what_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whose = ("--publisher", "Oslo kommune")
    twin = {**OTHER, "description": "Den andre."}
    assert bring(tmp_path, [CAFE, twin], *whose)[0] == 0
    before = {
        name: (tmp_path / "kilder" / name).read_bytes() for name in names(tmp_path / "kilder")
    }
    new = {**CAFE, "id": "6f9e2d0c-9c3e-4d55-8f43-aa7cc0b3f444", "name": "Dagkafé"}
    capsys.readouterr()
    assert bring(tmp_path, [CAFE, twin, new], *whose)[0] == 0
    assert "1 records written" in (said := capsys.readouterr().out)
    assert "2 were here before and are left as they are; 0 differ" in said
    after = contents(tmp_path / "kilder")
    assert set(after) - set(before) == {"catalogue/services/svc-dagkafe.md"}
    assert all(after[name] == data for name, data in before.items())


def test_what_a_coordinator_has_worked_on_stays_and_what_differs_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whose = ("--publisher", "Oslo kommune")
    bring(tmp_path, {**CAFE, "description": "Åpent om natta."}, *whose)
    path = tmp_path / "kilder" / "catalogue" / "services" / "svc-nattkafe.md"
    worked_on = path.read_text("utf-8").replace("Åpent om natta.", "Åpent hver natt.")
    path.write_text(worked_on, "utf-8")
    capsys.readouterr()
    assert bring(tmp_path, {**CAFE, "description": "Stengt."}, *whose)[0] == 0
    assert "/: svc-nattkafe says something else here: summary" in capsys.readouterr().out
    assert path.read_text("utf-8") == worked_on


def test_another_place_of_the_same_name_is_another_record(tmp_path: Path) -> None:
    bring(tmp_path, CAFE, "--publisher", "Oslo kommune")
    _, into = bring(tmp_path, OTHER, "--publisher", "Bergen kommune")
    assert sorted(records(into)) == ["svc-nattkafe", "svc-nattkafe-2"]


def test_a_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_text

    def full(path: Path, text: str, **more: Any) -> int:
        if "dagkafe" in path.name:
            raise OSError(28, "No space left on device")
        return real(path, text, **more)

    monkeypatch.setattr(Path, "write_text", full)
    file = tmp_path / "inn.json"
    file.write_bytes(json.dumps([CAFE, {**OTHER, "name": "Dagkafé"}]).encode())
    assert cli.main(["from-hsds", str(file), str(tmp_path / "kilder")]) == 1
    assert list((tmp_path / "kilder" / "catalogue" / "services").iterdir()) == []


def test_the_whole_catalogue_there_and_back(tmp_path: Path) -> None:
    from feltperm import cli as desktop  # noqa: PLC0415  the other program

    out, into = tmp_path / "alt.json", tmp_path / "kilder"
    words = ["--profile", str(tmp_path / "p"), "export", "hsds", str(out), "--kind", "service"]
    assert desktop.main(words) == 0
    assert cli.main(["from-hsds", str(out), str(into)]) == 0
    here = {
        one.record.id: one.record
        for one in read_sources(Path("resources")).entries
        if one.file.startswith("catalogue/services/")
    }
    assert records(into) == here
