"""The compiled pack: baked numbers and holidays, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from sample_sources import FILES, write_files

from feltperm.catalogue.records import Service
from feltperm.packs.format import decode
from feltperm_publish.compile import compile_pack, public_holidays
from feltperm_publish.sources import read_sources

HASH = """\
import hashlib, sys
from pathlib import Path
from feltperm_publish.compile import compile_pack
from feltperm_publish.sources import read_sources
from feltperm_publish import tables
root = Path(sys.argv[1])
sources = read_sources(root)
digest = hashlib.sha256(compile_pack(sources.header, sources.records))
for name in tables.WORD_LISTS:
    digest.update(tables.word_list_json(root, name))
digest.update(tables.geography_json(root))
print(digest.hexdigest())
"""


def compiled(resources: Path) -> bytes:
    sources = read_sources(resources)
    assert sources.header is not None
    return compile_pack(sources.header, sources.records)


def test_numbers_are_baked_in_their_shown_form(resources: Path) -> None:
    records = {record.id: record for record in decode(compiled(resources)).records}
    service = records["svc-sample"]
    assert isinstance(service, Service)
    assert [phone.display for phone in service.phones] == ["22 40 00 40", "02800"]


def test_order_of_the_records_does_not_matter(resources: Path) -> None:
    sources = read_sources(resources)
    assert sources.header is not None
    records = list(sources.records)
    random.Random(1).shuffle(records)
    assert compile_pack(sources.header, records) == compiled(resources)


def test_same_bytes_in_any_locale_time_zone_and_order_of_files(tmp_path: Path) -> None:
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "uk_UA"},
    ]
    digests = set()
    for number, environment in enumerate(places):
        files = list(FILES.items())
        random.Random(number).shuffle(files)
        root = write_files(tmp_path / f"machine {number}", dict(files))
        run = subprocess.run(
            [sys.executable, "-X", "utf8=0", "-c", HASH, str(root)],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(run.stdout)
    assert len(digests) == 1


def test_one_changed_word_changes_one_line(resources: Path) -> None:
    before = compiled(resources).splitlines()
    path = resources / "catalogue/services/svc-sample.md"
    path.write_text(path.read_text(encoding="utf-8").replace("finnes", "fins"), encoding="utf-8")
    after = compiled(resources).splitlines()
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1


def test_digest_of_the_pack_is_that_of_its_bytes(resources: Path) -> None:
    data = compiled(resources)
    assert decode(data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-12-25", "Første juledag"),
        ("2027-03-25", "Skjærtorsdag"),
        ("2027-05-17", "Andre pinsedag og grunnlovsdag"),
        ("2040-12-26", "Andre juledag"),
    ],
)
def test_public_holidays_are_named_in_bokmal(day: str, name: str) -> None:
    assert public_holidays(2026)[day] == name


def test_twelve_holidays_a_year_less_those_that_coincide() -> None:
    assert len(public_holidays(2026, 2026)) == 12
    assert list(public_holidays(2026)) == sorted(public_holidays(2026))


def test_header_carries_the_holidays_from_the_year_of_publication(resources: Path) -> None:
    holidays = decode(compiled(resources)).header.holidays
    assert min(holidays) == "2026-01-01"
    assert max(holidays) == "2040-12-26"
