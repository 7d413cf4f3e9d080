"""What is wrong with a source, said so that its author finds the place at once."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "has_errors", "report"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to put right before the pack can be compiled.

    Attributes:
        file: slash-separated path below the resources folder.
        record: the record's id; empty for a file that holds no record.
        field: path of the field, as in ``phones[0].number``; empty for the whole file.
        message: what is wrong and what to do, in one English sentence.
        severity: an error stops the pack from being compiled, a warning is told.
    """

    file: str
    record: str
    field: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.record, self.field) if part)
        warning = "warning: " if self.severity == "warning" else ""
        return f"{place}: {warning}{self.message}"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether something must be put right before the pack can be compiled."""
    return any(finding.severity == "error" for finding in findings)


def report(findings: Collection[Finding]) -> int:
    """Say every finding on stderr, and return how many are errors."""
    for finding in sorted(findings):
        print(finding, file=sys.stderr)
    errors = sum(finding.severity == "error" for finding in findings)
    if findings:
        print(f"{errors} to put right, {len(findings) - errors} warnings", file=sys.stderr)
    return errors
