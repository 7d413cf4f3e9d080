"""Small jobs with invented words, and a press as the program builds it."""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path

import fontpkg_ibm_plex_sans_arabic
import fontpkg_noto_sans
import msgspec
import pikepdf

from feltperm.catalogue.records import Text
from feltperm.paper.job import (
    CheckLine,
    ChecklistJob,
    Foot,
    Job,
    JobLine,
    Notice,
    SiteBox,
    with_code,
)
from feltperm.paper.press import Limits, Press
from feltperm.paths import resource

START = "import sys; from feltperm.paper.worker import main; sys.exit(main())"
FONTS = [Path(package.__path__[0]) for package in (fontpkg_noto_sans, fontpkg_ibm_plex_sans_arabic)]
SITE = SiteBox(
    name="Prøvestedet",
    address="Prøvegata 1, 7010 Trondheim",
    phone="73 00 00 00",
    hours="mandag–fredag kl. 9–15",
)
TITLE: Text = {"nb": "Prøveplakat", "pl": "Plakat próbny", "ar": "ملصق تجريبي"}
LINE: Text = {"nb": "Ring 116 117 først", "pl": "Najpierw zadzwoń", "ar": "اتصل بالرقم 116 117"}
DETAIL: Text = {"nb": "Si hvor du er.", "pl": "Powiedz, gdzie jesteś.", "ar": "قل أين أنت."}


def pdf(
    *sizes: tuple[float, float], content: bytes = b"1 0 0 rg 0 0 9999 9999 re f", **saving: object
) -> bytes:
    """A file of red pages of these sizes in points."""
    document = pikepdf.new()
    for size in sizes or ((595, 842),):
        document.add_blank_page(page_size=size)
        document.pages[-1].Contents = document.make_stream(content)
    file = io.BytesIO()
    document.save(file, **saving)  # type: ignore[arg-type]
    return file.getvalue()


def packed_gigabyte(filler: bytes = b"\0") -> bytes:
    """A zlib stream of one megabyte that unpacks to a thousand times as much."""
    packer, block, count = zlib.compressobj(9), filler * (1 << 24), 64
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 1
    for _ in range(count):
        checksum = zlib.adler32(block, checksum)
    return first + again * (count - 1) + b"\x03\0" + checksum.to_bytes(4, "big")


def make_press(
    layouts: Path | None = None, limits: Limits | None = None, start: str = START
) -> Press:
    """A press on the real layouts and drawings, or on a folder of the test's own."""
    return Press(
        [sys.executable, "-c", start],
        fonts=FONTS,
        layouts=layouts or resource("layouts"),
        pictograms=resource("icons/pictograms"),
        limits=limits,
    )


def make_job(*languages: str, **changes: object) -> Job:
    """A poster of three steps in bokmål on A4, in colour, with ``changes``."""
    chosen = languages or ("nb",)

    def kept(text: Text) -> Text:
        return {code: text[code] for code in chosen}

    job = Job(
        layout="steps",
        record="national/ps-sample",
        paper="a4",
        ink="colour",
        colour="red",
        languages=chosen,
        title=kept(TITLE),
        subtitle={},
        items=tuple(
            JobLine(title=kept(LINE), detail=kept(DETAIL), icon=icon)
            for icon in ("phone", "stay", "clock")
        ),
        box_heading={"nb": "Her finner du oss"},
        site=SITE,
        words={"phone": {"nb": "Telefon"}},
        notices=(Notice(kind="unreviewed", text={"nb": "Ikke fagkontrollert"}),),
        foot=Foot(
            source="Prøveutgiver",
            read_on="2026-11-22",
            published="2026-11-25",
            printed="2026-11-26",
            check_by="2027-05-26",
        ),
    )
    return with_code(msgspec.structs.replace(job, **changes))


def make_checklist(**changes: object) -> ChecklistJob:
    """Thirteen measures of which the first is done and the second is settled, with ``changes``."""
    settled = [("Teamleder", "2026-12-01", "2026-11-25"), ("Fagleder på vakt", "2026-12-24", "")]
    settled += [("", "", "")] * 11
    shared = {
        name: value
        for name, value in msgspec.structs.asdict(make_job(site=None, box_heading={})).items()
        if name not in ("layout", "items", "code")
    }
    job = ChecklistJob(
        **shared,
        items=tuple(
            CheckLine(
                title={"nb": f"Tiltak {number}: Noe å gjøre"},
                responsible=who, due=due, done_on=done_on,
            )
            for number, (who, due, done_on) in enumerate(settled, 1)
        ),
    )  # fmt: skip
    return with_code(msgspec.structs.replace(job, **changes))
