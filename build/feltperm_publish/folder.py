"""Makes the compiled folder: everything the program ships beside what is written by hand.

Each step writes only what changed and removes what is stale, so a second run costs little, and
the same sources give the same folder (the library excepted: its bytes also depend on the version
of SQLite that wrote it; its content does not).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

import feltperm.catalogue
import feltperm.search
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library, library_name
from feltperm.catalogue.emergency import make_card
from feltperm.catalogue.records import Pack
from feltperm.packs.format import decode
from feltperm.search.index import SearchIndex
from feltperm_publish import tables
from feltperm_publish.compile import compile_pack
from feltperm_publish.findings import Finding, has_errors
from feltperm_publish.fonts import FILES, fonts_key, instance
from feltperm_publish.lint import check
from feltperm_publish.outputs import Stamps, fingerprint, remove_others, write_if_changed
from feltperm_publish.place import Place
from feltperm_publish.translations import release

__all__ = ["PACK", "compile_folder", "compile_other"]

#: The bundled pack's name in the compiled folder.
PACK = "national.jsonl"

Say = Callable[[str], None]


def compile_folder(
    place: Place, out: Path, stamps: Stamps, today: date, say: Say
) -> tuple[list[Finding], list[str]]:
    """Bring the folder ``out`` up to date from the program's own resources.

    Args:
        out: the compiled folder; made if missing.
        stamps: those of ``out``.
        today: the day that the records are judged on; it does not change what is made.
        say: is told one line a step.

    Returns:
        (findings, files): with errors nothing is written; ``files`` names what the folder holds.

    Raises:
        OSError, ValueError: a source cannot be read, or the folder cannot be written.
    """
    resources = place.sources
    sources, plan, findings = check(place, today)
    if sources.header is None or plan is None or has_errors(findings):
        return findings, []
    say(f"read {len(sources.entries)} records")
    data = compile_pack(sources.header, sources.records)
    pack = decode(data)
    bad, samples = _samples(place, pack, out, today)
    if has_errors(bad):
        return findings + bad, []
    card = make_card(plan, pack.records, pack.header.seq)
    files = {
        PACK: data,
        "emergency.json": msgspec.json.encode(card) + b"\n",
        "geography.json": tables.geography_json(resources),
        **{f"{name}.json": tables.word_list_json(resources, name) for name in tables.WORD_LISTS},
    }
    written = sum(write_if_changed(out / name, content) for name, content in files.items())
    say(f"{PACK}: {len(data) / 1000:.0f} kB; {written} of {len(files)} files changed")
    names = [*files, *_icons(resources, out, say), *_fonts(out, stamps, say)]
    names += _translations(resources, out, stamps, say)
    names += _user_pages(resources.parent / "docs" / "user", out, say)
    names += samples
    names.append(_library(pack, out, stamps, say))
    return findings + bad, names


def compile_other(place: Place, out: Path, today: date) -> tuple[list[Finding], list[str]]:
    """Write the pack of a publisher other than the program's own, as ``<pack>.jsonl``.

    Returns:
        (findings, files), as :func:`compile_folder`.

    Raises:
        OSError, ValueError: as :func:`compile_folder`.
    """
    sources, _, findings = check(place, today)
    if sources.header is None or has_errors(findings):
        return findings, []
    name = f"{sources.header.pack}.jsonl"
    write_if_changed(out / name, compile_pack(sources.header, sources.records))
    return findings, [name]


def _samples(
    place: Place, national: Pack, out: Path, today: date
) -> tuple[list[Finding], list[str]]:
    """Compile the sample packs that the tour and the documentation show."""
    findings, names = [], []
    for folder in sorted((place.sources / "samples").glob("*/")):
        sample = Place(folder, place.words, national.records)
        bad, files = compile_other(sample, out / "samples", today)
        findings += bad
        names += files
    if not has_errors(findings):
        remove_others(out / "samples", "*.jsonl", names)
    return findings, [f"samples/{name}" for name in names]


def _user_pages(pages: Path, out: Path, say: Say) -> list[str]:
    """Copy the user's pages of the documentation, which the program shows without a network.

    Their pictures stay behind: they show the window that the reader has before them.
    """
    names = []
    for page in sorted(pages.glob("*/*.md")):
        name = f"help/{page.parent.name}/{page.name}"
        shown = re.sub(rb"^!\[.*\n\n?", b"", page.read_bytes(), flags=re.MULTILINE)
        write_if_changed(out / name, shown)
        names.append(name)
    for folder in sorted(pages.glob("*/")):
        kept = [name for name in names if name.startswith(f"help/{folder.name}/")]
        remove_others(out / "help" / folder.name, "*.md", [Path(name).name for name in kept])
    say(f"help: {len(names)} pages")
    return names


def _icons(resources: Path, out: Path, say: Say) -> list[str]:
    names = tables.icon_names(resources)
    written = sum(
        write_if_changed(out / "icons" / f"{name}.svg", tables.icon_svg(drawn))
        for name, drawn in names.items()
    )
    remove_others(out / "icons", "*.svg", (f"{name}.svg" for name in names))
    say(f"icons: {written} of {len(names)} changed")
    return [f"icons/{name}.svg" for name in names]


def _fonts(out: Path, stamps: Stamps, say: Say) -> list[str]:
    names = [f"fonts/{name}" for name in FILES]
    key = fonts_key()
    if stamps.is_fresh("fonts", key):
        say("fonts: up to date")
        return names
    for name, weight in FILES.items():
        say(f"fonts: {name} …")
        write_if_changed(out / "fonts" / name, instance(weight))
    remove_others(out / "fonts", "*", FILES)
    stamps.keep("fonts", key, names)
    return names


def _translations(resources: Path, out: Path, stamps: Stamps, say: Say) -> list[str]:
    sources = sorted((resources / "i18n").glob("*.ts"))
    names = [f"i18n/{source.stem}.qm" for source in sources]
    key = fingerprint(sources)
    if stamps.is_fresh("translations", key):
        say("translations: up to date")
        return names
    for source, name in zip(sources, names, strict=True):
        write_if_changed(out / name, release(source))
    remove_others(out / "i18n", "*.qm", (f"{source.stem}.qm" for source in sources))
    stamps.keep("translations", key, names)
    say(f"translations: {len(names)}")
    return names


def _library(pack: Pack, out: Path, stamps: Stamps, say: Say) -> str:
    """Build the prebuilt library, unless the same program made it from the same pack."""
    index = SearchIndex()
    name = library_name([pack], index)
    code = [Path(str(module.__file__)).parent for module in (feltperm.catalogue, feltperm.search)]
    key = fingerprint([path for folder in code for path in folder.glob("*.py")], name)
    if stamps.is_fresh("library", key):
        say(f"{name}: up to date")
    else:
        say(f"{name} …")
        stamps.forget("library")
        geography = Geography.from_json(out / "geography.json")
        build_library(out / name, [pack], index, geography)
        stamps.keep("library", key, [name])
    remove_others(out, "library-*", [name])
    return name
