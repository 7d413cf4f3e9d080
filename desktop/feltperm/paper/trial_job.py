"""The test page («prøveside»): what a printer reaches, how it draws greys and a code (issue 6)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from feltperm.paper.job import Foot, Job, with_code

__all__ = ["TrialJob", "trial_job"]


class TrialJob(Job, frozen=True, kw_only=True):
    """A page that says of a printer what a poster needs to know.

    Attributes:
        printer: its name, as people see it.
        qr: the address in the code.
    """

    layout: Literal["test_page"] = "test_page"
    printer: str
    qr: str


#: The page that the code opens: one that anybody may open, on a phone that reads it.
_ADDRESS = "https://www.helsenorge.no/"


def trial_job(printer: str, printed: date) -> TrialJob:
    """Return the test page for a printer.

    Args:
        printer: its name; what no font of ours can write stands as a question mark.
        printed: the day.
    """
    name = printer.strip().encode("latin-1", "replace").decode("latin-1")[:80]
    return with_code(
        TrialJob(
            record="", paper="a4", ink="colour", colour="teal", languages=("nb",),
            title={"nb": "Prøveside"}, subtitle={}, items=(), box_heading={}, site=None,
            words={}, notices=(),
            foot=Foot(
                source="", read_on="", published="", printed=printed.isoformat(), check_by=""
            ),
            printer="".join(sign if sign.isprintable() else "?" for sign in name), qr=_ADDRESS,
        )
    )  # fmt: skip
