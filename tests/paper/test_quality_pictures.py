"""Every sheet still looks as it did when somebody last looked at it.

Renewed with ``python3 build/dev.py contact-sheet --references``, after a look at the contact sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PIL import Image

from devtools.contact_sheet import REFERENCES, differing, reference, references
from devtools.every_sheet import Wanted, job_of, opened_desk
from feltperm.desk.desk import Desk
from feltperm.paper.press import Press

#: Percent of black to white by which a square of 5 mm may differ: letters smoothed otherwise
#: stay below it, a line that is missing or has moved does not.
TOLERANCE = 12.0
#: All of them together, in bytes.
ROOM = 400_000


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with opened_desk() as opened:
        yield opened


def test_every_sheet_looks_like_its_reference(press: Press, desk: Desk) -> None:
    wanted = list(references(desk))
    kept = {path.stem for path in REFERENCES.glob("*.png")}
    assert kept == {str(one) for one in wanted}, "renew the references"
    changed = {}
    for one in wanted:
        with Image.open(REFERENCES / f"{one}.png") as before:
            found = differing(before, reference(press, job_of(desk, one)))
        if found > TOLERANCE:
            changed[str(one)] = round(found)
    assert changed == {}, "look at the contact sheet, then renew the references"


def test_references_stay_small() -> None:
    assert sum(path.stat().st_size for path in REFERENCES.glob("*.png")) < ROOM


def test_a_missing_line_and_a_moved_one_are_seen(press: Press, desk: Desk) -> None:
    job = job_of(desk, Wanted("national/ps-overdose", "", "nb"))
    whole = reference(press, job)
    first, second, *others = job.items
    bare = msgspec.structs.replace(second, detail={})
    for items in ((first, bare, *others), (second, first, *others)):
        changed = reference(press, msgspec.structs.replace(job, items=items))
        assert differing(whole, changed) > TOLERANCE


def test_another_size_is_another_picture() -> None:
    assert differing(Image.new("L", (80, 80)), Image.new("L", (80, 88))) == 100
    assert differing(Image.new("L", (80, 80), 7), Image.new("L", (80, 80), 7)) == 0
