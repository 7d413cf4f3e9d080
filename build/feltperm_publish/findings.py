"""What is wrong with a source, said so that its author finds the place at once."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to put right before the pack can be compiled.

    Attributes:
        file: slash-separated path below the resources folder.
        record: the record's id; empty for a file that holds no record.
        field: path of the field, as in ``phones[0].number``; empty for the whole file.
        message: what is wrong, in one English sentence.
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{place}: {self.message}"
