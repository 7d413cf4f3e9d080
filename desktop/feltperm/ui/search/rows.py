"""From what the desk answers to what a card shows."""

from __future__ import annotations

from feltperm.catalogue.areas import told_label
from feltperm.catalogue.freshness import Freshness
from feltperm.catalogue.hours import Opening
from feltperm.catalogue.library import Ref, Row
from feltperm.catalogue.records import Alert, Kind, Organisation, Record, Service, Status
from feltperm.desk.alerts import in_force
from feltperm.desk.find import FoundHit, ListedRow
from feltperm.desk.keep import KeptRecord
from feltperm.desk.own import OWN_LABEL, is_own
from feltperm.ui.alerts.alert_words import level_look
from feltperm.ui.search.result_row import Chip, ResultRow
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.words import Words

__all__ = ["row_of_hit", "row_of_kept", "row_of_list"]


def row_of_hit(found: FoundHit, words: Words, starred: set[str]) -> ResultRow:
    """Return the card of a search hit: whether it is open, where it is, why it matched."""
    hit = found.hit
    chips = _chips(
        words, hit.kind, found.status, hit.area, hit.record, found.opening, found.freshness
    )
    return ResultRow(
        ref=str(hit.ref),
        kind=hit.kind,
        title=hit.title,
        snippet=hit.snippet,
        marks=tuple((mark.start, mark.end) for mark in hit.marks),
        title_marks=tuple((mark.start, mark.end) for mark in hit.title_marks),
        chips=(*_own(hit.ref), *chips),
        reason=words.reason(hit.reason),
        starred=str(hit.ref) in starred,
    )


def row_of_list(listed: ListedRow, words: Words, starred: set[str]) -> ResultRow:
    """Return the card of a record in a list that was not searched."""
    row = listed.row
    chips = _chips(
        words, row.kind, listed.status, row.area, listed.record, listed.opening, listed.freshness
    )
    return _card(row, [*_own(row.ref), *chips], starred=str(row.ref) in starred)


def _own(ref: Ref) -> tuple[Chip, ...]:
    """Return the mark of a record that was written on this machine."""
    return (Chip(spoken(OWN_LABEL), "blue"),) if is_own(ref) else ()


def _chips(
    words: Words,
    kind: Kind,
    status: Status,
    area: str,
    record: Record,
    opening: Opening,
    freshness: Freshness,
) -> list[Chip]:
    """Return kind, state, place, number and age, in this order on every card."""
    chips = [] if kind == "service" else [Chip(words.kind(kind))]
    if isinstance(record, Alert):
        sign = level_look(record.level).sign if in_force(record, words.now().date()) else ""
        chips.append(Chip(*words.alert(record), sign))
    elif status != "current":
        chips.append(Chip(words.status(status), "amber"))
    elif kind == "service":
        told = isinstance(record, Service) and bool(record.hours or record.schedules)
        chips.append(Chip(*words.opening(opening, told)))
    if area:
        chips.append(Chip(spoken(told_label(area))))
    if isinstance(record, Service | Organisation) and record.phones:
        # before its age, which goes first where there is no room
        chips.append(Chip(record.phones[0].display or record.phones[0].number, "bare"))
    if freshness in ("due", "overdue", "confirmed"):
        chips.append(Chip(*words.freshness(freshness, record)))
    elif freshness == "unconfirmed" and (age := words.age(record)):
        chips.append(Chip(age, "bare"))
    return chips


def _card(row: Row, chips: list[Chip], starred: bool) -> ResultRow:
    """Return the card of a library row."""
    return ResultRow(
        ref=str(row.ref),
        kind=row.kind,
        title=spoken(row.title),
        snippet=spoken(row.summary),
        chips=tuple(chips),
        starred=starred,
    )


def row_of_kept(kept: KeptRecord, words: Words) -> ResultRow:
    """Return the card of a favourite, also of one that has left the content."""
    if kept.row is not None:
        row = kept.row
        chips = [*_own(row.ref), Chip(words.kind(row.kind))]
        status = kept.change.status if kept.change else row.status
        chips += [Chip(words.status(status), "amber")] if status != "current" else []
        chips += [Chip(spoken(told_label(row.area)))] if row.area else []
        chips += [Chip(row.phone, "bare")] if row.phone else []
        return _card(row, chips, starred=True)
    return ResultRow(
        ref=str(kept.ref),
        kind=kept.favourite.kind,
        title=kept.title,
        snippet=words.gone(),
        chips=(Chip(kept.phone, "bare"),) if kept.phone else (),
        starred=True,
    )
