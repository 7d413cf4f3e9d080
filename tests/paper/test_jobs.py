"""A sheet is a job: its JSON, its digest, its code."""

from __future__ import annotations

import json
import re

import msgspec

from feltperm.paper.job import encode_job, job_code, with_code
from sample_jobs import SITE, make_job


def test_code_is_short_and_has_no_letter_that_looks_like_a_digit() -> None:
    assert re.fullmatch(r"FP-[0-9A-HJKMNP-TV-Z]{4}", job_code(make_job()))


def test_code_does_not_depend_on_itself_or_on_the_free_note() -> None:
    job = make_job(site=msgspec.structs.replace(SITE, note="Til Kari"))
    assert job_code(job) == job_code(make_job()) == make_job().code
    assert with_code(job).code == job.code


def test_code_depends_on_every_fact_of_the_sheet() -> None:
    others = [
        make_job(paper="a3"),
        make_job(ink="save"),
        make_job(title={"nb": "En annen"}),
        make_job(site=msgspec.structs.replace(SITE, phone="73 00 00 01")),
        make_job(site=None),
        make_job(foot=msgspec.structs.replace(make_job().foot, published="2026-12-01")),
    ]
    assert len({make_job().code, *(job.code for job in others)}) == 7


def test_json_is_canonical_and_reads_back_as_the_same_job() -> None:
    data = encode_job(make_job("nb", "pl"))
    assert data == encode_job(msgspec.json.decode(data, type=type(make_job())))
    assert data == json.dumps(
        json.loads(data), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode("utf-8")


def test_two_spellings_of_the_same_letter_are_one_job() -> None:
    assert make_job(title={"nb": "A\u030apent"}).code == make_job(title={"nb": "\u00c5pent"}).code
