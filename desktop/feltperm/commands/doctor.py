"""``feltperm doctor``: what the program stands on, a line each, and what to do."""

from __future__ import annotations

import argparse

import msgspec

from feltperm import console
from feltperm.app import printer_names
from feltperm.app_doctor import examine_profile, mend
from feltperm.desk.doctor.finding import STATES, worst
from feltperm.paths import find_paths
from feltperm.wording import plain

__all__ = ["doctor"]


def doctor(options: argparse.Namespace) -> int:
    """Look, after mending what was asked for; return 1 where something is at fault.

    Raises:
        Condition: the repair could not be done, and nothing was changed.
    """
    paths = find_paths(options.profile)
    if options.repair:
        console.complain(str(mend(paths, options.repair)))
    findings = examine_profile(paths, printers=printer_names)
    if options.json:
        console.say_json(
            {
                "state": worst(findings),
                "findings": msgspec.to_builtins(findings, enc_hook=plain),
            }
        )
    else:
        for one in findings:
            console.say(STATES[one.state], one.name, one.said, one.todo)
            if one.repair:
                console.say("", "", f"feltperm doctor --repair {one.repair}")
    return 1 if worst(findings) == "fault" else 0
