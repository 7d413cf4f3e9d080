"""What is fuzzed: each target takes any bytes, and may refuse them only as its documents say.

``fuzz.py`` runs a target for minutes, led by coverage (atheris, where it is installed);
``test_fuzz_targets.py`` runs all of them for a moment with every run of the tests.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.desk.sticks.share_file import read_share
from feltperm.errors import ContentDamaged, NotFound
from feltperm.exchange.hsds.reading import read_organisation, read_service
from feltperm.packs.format import decode, encode
from feltperm.paths import resource
from feltperm.search.index import SearchIndex
from feltperm.search.searcher import Searcher
from feltperm.search.synonyms import Synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import Request
from feltperm_publish.sources import Unreadable as BadSource
from feltperm_publish.sources import parse_record
from feltperm_publish.spreadsheet import command
from feltperm_publish.spreadsheet.columns import headings
from feltperm_publish.spreadsheet.rows import described, rows, text_of
from feltperm_publish.spreadsheet.workbook import SERVICES, Unreadable, read_book

__all__ = ["TARGETS", "Target"]

ROOT = Path(__file__).resolve().parents[2]


class Target(NamedTuple):
    """One thing that reads what strangers write.

    Attributes:
        run: is given bytes; what it raises is a fault.
        seeds: real inputs to begin from.
    """

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def pack(data: bytes) -> None:
    """Read a pack; what is read can be written, and then stays as it is.

    Writing brings letters into their normal form, and refuses two keys that become the same.
    """
    try:
        read = decode(data)
    except ContentDamaged:
        return
    try:
        written = encode(read.header, read.records)
    except ValueError:
        return
    again = decode(written)
    assert encode(again.header, again.records) == written


def record(data: bytes) -> None:
    """Read one record behind a header that is sound."""
    header = resource("compiled/national.jsonl").read_bytes().partition(b"\n")[0]
    pack(header + b"\n" + data.replace(b"\n", b" ") + b"\n")


def source(data: bytes) -> None:
    """Read a source record of each kind."""
    for folder in ("services", "guidance", "posters", "alerts", "organisations"):
        try:
            parse_record(data, f"catalogue/{folder}/prove.md")
        except BadSource:
            continue


def share(data: bytes) -> None:
    """Read what a colleague has shared."""
    try:
        read_share(data)
    except NotFound:
        return


def hsds(data: bytes) -> None:
    """Read a service and an organisation of another directory."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict):
        read_service(value, "")
        read_organisation(value, "")


@cache
def _lists() -> Any:
    return command._lists()


def table(data: bytes) -> None:
    """Read a CSV as a coordinator's sheet."""
    _book(data, ".csv")


def workbook(data: bytes) -> None:
    """Read an Excel workbook as a coordinator's sheet."""
    _book(data, ".xlsx")


def _book(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"ark{suffix}"
        file.write_bytes(data)
        try:
            book = read_book(file)
        except Unreadable:
            return
    found, _problems = rows(book.table(SERVICES), 1)
    for row in found:
        fields, bad = described(row, None, _lists())
        if not bad:
            text, _told = text_of(row, fields, None, _lists())
            parse_record(text.encode(), "catalogue/services/prove.md")


@cache
def _searcher() -> Searcher:
    folder = Path(tempfile.mkdtemp(prefix="feltperm-fuzz-"))
    read = decode(resource("compiled/national.jsonl").read_bytes())
    file = folder / "library.sqlite"
    build_library(file, [read], SearchIndex(), Geography(()))
    return Searcher(Library(file), Synonyms((), Analyser()))


def query(data: bytes) -> None:
    """Search for anything."""
    _searcher().search(Request(_text(data), typing=True))


@cache
def _view() -> Any:
    import os  # noqa: PLC0415  only this one needs a window

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from feltperm.ui.record.markdown import MarkdownView  # noqa: PLC0415
    from feltperm.ui.toolkit.colours import LIGHT  # noqa: PLC0415
    from feltperm.ui.toolkit.theme import Theme  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    return app, MarkdownView(Theme(LIGHT))


def markdown(data: bytes) -> None:
    """Show any Markdown; nothing of it is fetched, and HTML stays text."""
    _app, view = _view()
    view.set_markdown(_text(data))
    view.toPlainText()


def _files(pattern: str, most: int = 40) -> list[bytes]:
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern))[:most]]


def _records() -> list[bytes]:
    return resource("compiled/national.jsonl").read_bytes().splitlines()[1:200]


def _packs() -> list[bytes]:
    lines = resource("compiled/national.jsonl").read_bytes().splitlines(keepends=True)
    return [b"".join([lines[0], *lines[1 : 1 + n]]) for n in (0, 1, 5)]


def _sheet() -> list[bytes]:
    head = ";".join(headings())
    named = f"{head}\n;Nattkafé;Varm mat;;;;Kommunen;22 40 00 40 (vakt);;;Storgata 1, 0155 Oslo"
    return [head.encode(), named.encode(), named.encode("cp1252")]


def _template() -> list[bytes]:
    from feltperm_publish.spreadsheet.template import template_workbook  # noqa: PLC0415

    return [template_workbook([["", "Nattkafé"]], [], {}, _lists())]


TARGETS: Mapping[str, Target] = {
    "pack": Target(pack, _packs),
    "record": Target(record, _records),
    "source": Target(source, lambda: _files("resources/catalogue/*/*.md")),
    "share": Target(share, lambda: [b'{"feltperm_share": 1, "sites": [], "favourites": []}']),
    "hsds": Target(hsds, lambda: [b'{"id": "x", "name": "Kafe", "status": "active"}']),
    "table": Target(table, _sheet),
    "workbook": Target(workbook, _template),
    "query": Target(query, lambda: [b"nalokson", "sprøyter i Oslo i kveld".encode(), b"113"]),
    "markdown": Target(markdown, lambda: _files("docs/user/*/*.md")),
}
