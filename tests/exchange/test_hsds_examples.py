"""The specification's own examples, brought in and written again; its data package as ours."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hsds_schemas import cell_errors, errors, official

from feltperm import app_desk
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Organisation, PackHeader, Service
from feltperm.desk.find import Request
from feltperm.exchange.hsds.tables import FILES
from feltperm.exchange.hsds.writing import Writer
from feltperm.paths import find_paths
from feltperm_publish import cli
from feltperm_publish.sources import read_sources

pytestmark = pytest.mark.skipif(
    not official(), reason="FELTPERM_HSDS_SCHEMAS names no copy of the specification"
)

HEADER = PackHeader(
    format=1, pack="prøve", seq=1, published="2026-11-26", publisher="Prøve", languages=("nb",)
)
#: What docs/hsds.md claims to hold of each, beside phones and languages.
OF_SERVICES = (
    "name", "alternate_name", "description", "url", "email", "status", "application_process",
    "fees_description", "wait_time", "eligibility_description", "assured_date",
)  # fmt: skip
OF_ORGANISATIONS = ("name", "alternate_name", "description", "email", "website")
TAKEN = {
    "service_full.json", "service_list.json", "organization_full.json", "organization_list.json",
}  # fmt: skip


def examples() -> list[Path]:
    folder = official()
    return sorted((folder.parents[1] / "examples").glob("*.json")) if folder else []


def written_again(sources: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The records below ``sources`` as HSDS without our key: services and organisations by name."""
    entries = [
        Entry(Ref("prøve", one.record.id), one.record, HEADER)
        for one in read_sources(sources).entries
        if isinstance(one.record, Service | Organisation)
    ]
    organisations = {
        str(one.ref): one.record for one in entries if isinstance(one.record, Organisation)
    }
    writer = Writer({}, lambda _area: "", organisations, strict=True)
    services, others = writer.services(entries), writer.organisations(entries)
    assert errors("service_package", services) == []
    assert errors("organization_package", others) == []
    return {one["name"]: one for one in services}, {one["name"]: one for one in others}


def objects(data: Any) -> tuple[list[Any], list[Any]]:
    """The services and the organisations of an example that stand as their own."""
    listed = data.get("contents", [data])
    services = [one for one in listed if "status" in one]
    organisations = [one for one in listed if "status" not in one]
    return services + [
        one for org in organisations for one in org.get("services", ())
    ], organisations


@pytest.mark.parametrize("example", examples(), ids=lambda path: path.name)
def test_every_example_is_taken_whole_or_refused(example: Path, tmp_path: Path) -> None:
    code = cli.main(["from-hsds", str(example), str(tmp_path), "--publisher", "Open Referral"])
    assert (code == 0) is (example.name in TAKEN)
    assert bool(list(tmp_path.rglob("*.md"))) is (code == 0)


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_an_example_comes_back_with_every_field_that_we_claim(name: str, tmp_path: Path) -> None:
    (example,) = (path for path in examples() if path.name == name)
    assert cli.main(["from-hsds", str(example), str(tmp_path)]) == 0
    made, runs_it = written_again(tmp_path)
    services, organisations = objects(json.loads(example.read_text(encoding="utf-8")))
    assert services or organisations
    for kinds, again, fields in (
        (services, made, OF_SERVICES),
        (organisations, runs_it, OF_ORGANISATIONS),
    ):
        for one in kinds:
            same = again[one["name"]]
            for field in fields:
                assert same.get(field) == (one[field].strip() if field in one else None), field
            assert len(same.get("phones", ())) == len({p["number"] for p in one.get("phones", ())})
            for phone, was in zip(same.get("phones", ()), one.get("phones", ()), strict=True):
                assert phone["number"] == was["number"].strip('"').replace(" ", "")
                assert phone["description"] == was["description"]
    for one in services:
        codes = [spoken["code"] for spoken in one.get("languages", ())]
        assert [spoken["code"] for spoken in made[one["name"]].get("languages", ())] == codes
        if "organization" in one:
            assert made[one["name"]]["organization"]["name"] == one["organization"]["name"]


def test_the_whole_data_package_is_as_the_official_one_describes_it(tmp_path: Path) -> None:
    desk = app_desk.open_desk(find_paths(tmp_path))
    try:
        entries = desk.exporter.fitting(desk.exporter.found(Request("")), "hsds-tables")
        data = desk.exporter.written(entries, "hsds-tables")
    finally:
        desk.close()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {
            path: list(csv.DictReader(io.StringIO(package.read(path).decode())))
            for path in FILES.values()
        }
    assert all(files.values())
    assert cell_errors(files) == []
    files["services.csv"][0] |= {"organization_id": "", "status": "open"}
    files["schedules.csv"][0]["opens_at"] = "ni"
    files["phones.csv"][0]["service_id"] = files["phones.csv"][1]["id"]
    assert len(cell_errors(files)) == 4, "the check sees what is wrong"
