"""The lines of «Nytt siden sist»: sorted on the desk, which knows the place and the favourites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.areas import Municipality
from feltperm.catalogue.library import Ref
from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.desk import Desk
from feltperm.desk.updates.news import Kept, NewsItem, Reason, for_me
from feltperm.packs.changes import LABELS, Changes, FieldChange, RecordChange
from feltperm.ui.context import Context
from feltperm.ui.toolkit.languages import language, long_date
from feltperm.ui.toolkit.parts import unbroken
from feltperm.ui.toolkit.spoken import recognised, spoken
from feltperm.ui.updates.change_table import ChangeLine, Listing

__all__ = ["ask_news", "latest", "listing"]

#: Gives a record's title as it is shown, by its identity and the title that was told.
Titles: TypeAlias = Callable[[Ref, str], str]
#: Fields that are told of one record.
_FIELDS = 3
#: Fields whose values are numbers that must not be broken over two lines.
_NUMBERS = frozenset({"phone"})


def _as_seen(_ref: Ref, seen: str) -> str:
    return seen


def ask_news(
    context: Context,
    changes: Sequence[Changes],
    done: Callable[[Listing], None],
    *,
    in_use: bool = True,
    name: str = "news",
) -> None:
    """Sort changes on the desk's lane; a newer question of the same name overtakes this one.

    Args:
        in_use: they are part of the content already, so that records can be opened.
    """
    geography = context.geography()

    def work(desk: Desk) -> Listing:
        home = geography.get(desk.municipality())
        kept = Kept(desk.keep.refs(), desk.collect.refs(), desk.recall.printed())
        # a title that is told in bokmål need not be looked up
        titles = desk.find.title if language() != "nb" else _as_seen
        found = listing(changes, home, kept, in_use, titles)
        return replace(found, walls=desk.recall.wall().words) if in_use and found.hangs else found

    context.desk.run_latest(name, work, done, context.reports.told.emit)


def latest(changes: Iterable[Changes]) -> list[Changes]:
    """Return the newest changes of each pack, of changes that stand newest first."""
    found: dict[str, Changes] = {}
    for one in changes:
        found.setdefault(one.pack, one)
    return list(found.values())


def listing(
    changes: Sequence[Changes],
    home: Municipality | None,
    kept: Kept,
    in_use: bool,
    titles: Titles = _as_seen,
) -> Listing:
    """Return the lines for changes, what concerns us first.

    Args:
        kept: what the user holds on to.
        titles: gives a record's title with its other languages, by the one that was told.
    """
    news = for_me(changes, home, kept)
    mine = {item.ref for item in news.mine}
    rest = {
        ref: record
        for one in reversed(changes)  # of a record that changed twice, the newest
        for record in one.records
        if (ref := Ref(one.pack, record.id)) not in mine
    }
    return Listing(
        said=", ".join(_said(one) for one in changes),
        mine=tuple(_mine(item, in_use, titles) for item in news.mine),
        rest=tuple(_line(ref, record, in_use, titles) for ref, record in rest.items()),
        counted=spoken(news.rest.words),
        hangs=any("printed" in item.reasons for item in news.mine),
    )


def _said(changes: Changes) -> str:
    name = _tr("Nasjonalt innhold") if changes.pack == NATIONAL else changes.publisher
    return f"{name} {long_date(changes.published)}"


def _mine(item: NewsItem, in_use: bool, titles: Titles) -> ChangeLine:
    chips: dict[Reason, tuple[str, str]] = {
        "printed": (_tr("På et oppslag som henger"), "red"),
        "favourite": (_tr("★ Favoritt"), "plain"),
        "collected": (_tr("I en samling"), "plain"),
        "alert": (_tr("Varsel"), "amber"),
    }
    shown = tuple(chips[reason] for reason in item.reasons if reason in chips)
    return _line(item.ref, item.change, in_use, titles, shown)


def _line(
    ref: Ref,
    record: RecordChange,
    in_use: bool,
    titles: Titles,
    chips: tuple[tuple[str, str], ...] = (),
) -> ChangeLine:
    there = record.what != "gone" if in_use else record.what != "new"
    title = spoken(titles(ref, record.title))
    return ChangeLine(str(ref) if there else "", title, _change(record), chips)


def _change(record: RecordChange) -> str:
    if record.what == "new":
        return _tr("Nytt")
    if record.what == "gone":
        return _tr("Fjernet")
    lines = [_field(field) for field in record.fields[:_FIELDS]]
    if (left := len(record.fields) - _FIELDS) > 0:
        lines.append(_tr("og {n} til").format(n=left))
    return "\n".join(lines)


def _field(field: FieldChange) -> str:
    name = spoken(LABELS.get(field.field, field.field))
    if not field.old and not field.new:
        return name
    none = _tr("ikke oppgitt")
    old, new = recognised(field.old) or none, recognised(field.new) or none
    if field.field in _NUMBERS:
        old, new = unbroken(old), unbroken(new)
    return f"{name} {old} → {new}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeRows", text)
