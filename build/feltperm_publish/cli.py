"""The command ``feltperm-publish`` (DESIGN section 10).

Exit 0 done, 1 the asked-for thing failed (findings, or one clear line on stderr), 2 wrong use.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import feltperm
import feltperm_publish
from feltperm.catalogue.records import KINDS, Service, kind_of
from feltperm.errors import Condition
from feltperm_publish.findings import Finding
from feltperm_publish.lint import check
from feltperm_publish.outputs import Stamps, fingerprint
from feltperm_publish.sources import Sources, read_sources

__all__ = ["main"]

#: What the compiled folder is made of, below the resources.
_INPUTS = ("catalogue", "emergency", "geography", "icons", "vocabulary")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    if not (options.sources / "catalogue").is_dir():
        _parser().error(f"there are no source records below {options.sources}")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A finding may quote any letter, and a console may lack it.
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(options.run(options))
    except Condition as error:
        print(f"feltperm-publish: {error} {error.detail}", file=sys.stderr)
    except (OSError, ValueError) as error:
        print(f"feltperm-publish: {error}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feltperm-publish", description="Make a pack.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, what in (
        ("lint", _lint, "say what is wrong with the source records"),
        ("stats", _stats, "count the source records"),
        ("compile", _compile, "make the pack, the library and what else the program ships"),
    ):
        command = commands.add_parser(name, help=what, description=what.capitalize() + ".")
        command.set_defaults(run=run)
        command.add_argument(
            "--sources", type=Path, default=Path("resources"), metavar="DIR",
            help="folder of the written resources (default: resources)",
        )  # fmt: skip
        if run is _compile:
            command.add_argument(
                "--out", type=Path, default=Path("out/compiled"), metavar="DIR",
                help="folder to bring up to date (default: out/compiled)",
            )  # fmt: skip
    return parser


def _lint(options: argparse.Namespace) -> int:
    sources, _, findings = check(options.sources)
    if findings:
        return _report(findings)
    print(f"{len(sources.entries)} records, nothing to put right")
    return 0


def _report(findings: Sequence[Finding]) -> int:
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"{len(findings)} to put right", file=sys.stderr)
    return 1


def _stats(options: argparse.Namespace) -> int:
    sources = read_sources(options.sources)
    for name, count in _counts(sources).items():
        print(f"{name:24}{count:6}")
    if sources.findings:
        print(f"{len(sources.findings)} files could not be read", file=sys.stderr)
    return 1 if sources.findings else 0


def _counts(sources: Sources) -> dict[str, int]:
    """Return what there is to count, in the order it is shown."""
    records = sources.records
    services = [record for record in records if isinstance(record, Service)]
    kinds = Counter(kind_of(record) for record in records)
    places = {number for record in records for number in record.area.municipalities}
    return {
        **{kind: kinds[kind] for kind in KINDS},
        "municipalities": len(places),
        "services with phone": sum(bool(service.phones) for service in services),
        "services with address": sum(bool(service.addresses) for service in services),
        "services with hours": sum(bool(one.schedules or one.hours) for one in services),
        "to be checked": sum(record.needs_check for record in records),
        "reviewed in bokmål": sum("nb" in record.reviewed for record in records),
        "historical": sum(record.status == "historical" for record in records),
    }


def _compile(options: argparse.Namespace) -> int:
    started = time.monotonic()
    stamps = Stamps(options.out)
    key = _key(options.sources)
    if stamps.is_fresh("folder", key):
        print(f"{options.out} is up to date")
        return 0
    # Fonts, holidays and search take a second to load, and most runs have nothing to do.
    from feltperm_publish.folder import compile_folder  # noqa: PLC0415

    stamps.forget("folder")
    findings, files = compile_folder(options.sources, options.out, stamps, _say)
    if findings:
        return _report(findings)
    stamps.keep("folder", key, files)
    print(f"{options.out} is up to date ({time.monotonic() - started:.1f} s)")
    return 0


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


def _key(resources: Path) -> str:
    """Return a digest over everything that the compiled folder is made of, code included."""
    program, publisher = (Path(str(one.__file__)).parent for one in (feltperm, feltperm_publish))
    code = [publisher, *(program / room for room in ("catalogue", "packs", "search"))]
    files = [path for folder in code for path in folder.glob("*.py")]
    files += [p for name in _INPUTS for p in (resources / name).rglob("*") if p.is_file()]
    tools = ("fonttools", "holidays", "phonenumbers", "python-lucide", "snowballstemmer")
    return fingerprint(files, *map(version, tools))


if __name__ == "__main__":
    sys.exit(main())
