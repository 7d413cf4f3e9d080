"""The command ``feltperm-publish`` (DESIGN section 10).

Exit 0 done, 1 the asked-for thing failed (findings, or one clear line on stderr), 2 wrong use.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import feltperm
import feltperm_publish
from feltperm.errors import Condition
from feltperm_publish.findings import report
from feltperm_publish.outputs import Stamps, fingerprint
from feltperm_publish.place import find_place
from feltperm_publish.repository.options import add_commands
from feltperm_publish.sources import read_sources
from feltperm_publish.worklist.options import add_options

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["main"]

#: What the compiled folder is made of, below the resources.
_INPUTS = ("catalogue", "emergency", "geography", "i18n", "icons", "samples", "vocabulary")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    sources: Path | None = getattr(options, "sources", None)
    if sources and not (sources / "catalogue").is_dir():
        _parser().error(f"there are no source records below {sources}")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A finding may quote any letter, and a console may lack it.
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(options.run(options))
    except Condition as error:
        print(f"feltperm-publish: {error} {error.detail}".rstrip(), file=sys.stderr)
    except (OSError, ValueError) as error:
        print(f"feltperm-publish: {error}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feltperm-publish", description="Make a pack.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    lint = _command(commands, "lint", _lint, "say what is wrong with the source records")
    lint.add_argument(
        "--against", type=Path, metavar="PATH",
        help="source texts (a file or a folder) that no record may repeat eight words of",
    )  # fmt: skip
    _command(commands, "stats", _stats, "count the source records and what their fields state")
    making = _command(commands, "compile", _compile, "make the pack and what else belongs to it")
    making.add_argument(
        "--out", type=Path, default=Path("out/compiled"), metavar="DIR",
        help="folder to bring up to date (default: out/compiled)",
    )  # fmt: skip
    grid = _command(
        commands, "exceptions", _exceptions, "write an empty grid of days that may differ"
    )
    grid.add_argument("period", help="jul or påske")
    grid.add_argument("year", type=int, help="with four digits")
    alert = _command(commands, "alert", _alert, "ask for a warning and write it")
    alert.add_argument("--poster", type=Path, metavar="F.pdf", help="write its poster too")
    add_options(_command(
        commands, "worklist", _worklist,
        "write the list to call and confirm, take it back or hand it on",
    ))  # fmt: skip
    for name, run, what, file in (
        ("corrections", _corrections, "show what the field found wrong, or take it in",
         "a file of corrections (.json)"),
        ("proposals", _proposals, "show places that a team knows, or begin their records",
         "what a team has shared (.json)"),
    ):  # fmt: skip
        taking = _command(commands, name, run, what)
        taking.add_argument("input", type=Path, metavar="IN", help=file)
        taking.add_argument("--apply", action="store_true", help="write the accepted ones")
        taking.add_argument(
            "--only", type=int, action="append", default=[], metavar="N",
            help="only the one of this number in the list; may be given again",
        )  # fmt: skip
    _add_spreadsheet(commands)
    taking = commands.add_parser(
        "from-hsds", help="begin records from services of HSDS 3.0",
        description="Begin records from services and organizations of Open Referral HSDS 3.0.",
    )  # fmt: skip
    taking.set_defaults(run=_from_hsds)
    taking.add_argument("input", type=Path, metavar="IN.json", help="the standard's JSON")
    taking.add_argument("into", type=Path, metavar="DIR", help="folder that gets catalogue/")
    taking.add_argument(
        "--publisher", default="", metavar="NAME", help="whose data it is: the records' source"
    )
    add_commands(commands)
    return parser


def _add_spreadsheet(commands: _Commands) -> None:
    about = "write a spreadsheet that a coordinator fills in"
    template = commands.add_parser("template", help=about, description=about.capitalize() + ".")
    template.set_defaults(run=_template)
    template.add_argument("out", type=Path, metavar="F.xlsx", help="the file to write, or a .csv")
    template.add_argument(
        "--from", dest="fill", type=Path, metavar="DIR", help="fill it with the services of DIR"
    )
    about = "bring source records up to date with such a spreadsheet"
    taking = commands.add_parser(
        "from-spreadsheet", help=about, description=about.capitalize() + "."
    )
    taking.set_defaults(run=_from_spreadsheet)
    taking.add_argument("input", type=Path, metavar="F.xlsx", help="the filled template, or a .csv")
    taking.add_argument("into", type=Path, metavar="DIR", help="folder that has or gets catalogue/")
    taking.add_argument(
        "--exceptions", type=Path, metavar="F.csv", help="beside a .csv: its days that differ"
    )
    taking.add_argument(
        "--pack", default="", metavar="ID", help="a new folder's pack, as trondheim"
    )
    taking.add_argument("--publisher", default="", metavar="NAME", help="whose the pack is")


def _command(
    commands: _Commands, name: str, run: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    """Add a command that works on a folder of sources."""
    command = commands.add_parser(name, help=what, description=what.capitalize() + ".")
    command.set_defaults(run=run)
    command.add_argument(
        "--sources", type=Path, default=Path("resources"), metavar="DIR",
        help="folder that holds catalogue/ (default: resources)",
    )  # fmt: skip
    return command


def _lint(options: argparse.Namespace) -> int:
    # The rules and the paper are loaded for this command only.
    from feltperm_publish.judge import judge  # noqa: PLC0415
    from feltperm_publish.overlap import read_texts  # noqa: PLC0415

    texts = read_texts(options.against) if options.against else None
    sources, findings = judge(find_place(options.sources), date.today(), texts)
    errors = report(findings)
    if not findings:
        print(f"{len(sources.entries)} records, nothing to put right")
    return 1 if errors else 0


def _stats(options: argparse.Namespace) -> int:
    from feltperm_publish.stats import counts, filled  # noqa: PLC0415  see _lint

    sources = read_sources(options.sources)
    for name, count in counts(sources.records).items():
        print(f"{name:24}{count:6}")
    for kind, field, stated, of in filled(sources.records):
        print(f"{kind:14}{field:22}{stated:6} of {of:4}")
    if sources.findings:
        print(f"{len(sources.findings)} files could not be read", file=sys.stderr)
    return 1 if sources.findings else 0


def _exceptions(options: argparse.Namespace) -> int:
    from feltperm_publish.compile import public_holidays  # noqa: PLC0415  see _lint
    from feltperm_publish.grid import empty_grid  # noqa: PLC0415

    sources = read_sources(options.sources)
    holidays = public_holidays(options.year, options.year + 1)
    print(empty_grid(sources.records, holidays, options.period, options.year), end="")
    return 0


def _alert(options: argparse.Namespace) -> int:
    from feltperm_publish.alert_command import run  # noqa: PLC0415  see _lint

    return run(options)


def _corrections(options: argparse.Namespace) -> int:
    from feltperm_publish.corrections import run  # noqa: PLC0415  see _lint

    return run(options, date.today())


def _proposals(options: argparse.Namespace) -> int:
    from feltperm_publish.proposals import run  # noqa: PLC0415  see _lint

    return run(options)


def _from_hsds(options: argparse.Namespace) -> int:
    from feltperm_publish.from_hsds import run  # noqa: PLC0415  see _lint

    return run(options, date.today())


def _template(options: argparse.Namespace) -> int:
    from feltperm_publish.spreadsheet.command import make_template  # noqa: PLC0415  see _lint

    return make_template(options, date.today())


def _from_spreadsheet(options: argparse.Namespace) -> int:
    from feltperm_publish.spreadsheet.command import import_sheet  # noqa: PLC0415  see _lint

    return import_sheet(options, date.today())


def _worklist(options: argparse.Namespace) -> int:
    from feltperm_publish.worklist.command import run  # noqa: PLC0415  see _lint

    return run(options, date.today())


def _compile(options: argparse.Namespace) -> int:
    started = time.monotonic()
    place = find_place(options.sources)
    stamps = Stamps(options.out)
    key = _key(options.sources)
    if place.is_program and stamps.is_fresh("folder", key):
        print(f"{options.out} is up to date")
        return 0
    # Fonts, holidays and search take a second to load, and most runs have nothing to do.
    from feltperm_publish.folder import compile_folder, compile_other  # noqa: PLC0415

    if not place.is_program:
        findings, made = compile_other(place, options.out, date.today())
        for name in made:
            print(options.out / name)
        return 1 if report(findings) else 0
    stamps.forget("folder")
    findings, files = compile_folder(place, options.out, stamps, date.today(), _say)
    if report(findings):
        return 1
    stamps.keep("folder", key, files)
    print(f"{options.out} is up to date ({time.monotonic() - started:.1f} s)")
    return 0


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


def _key(resources: Path) -> str:
    """Return a digest over everything that the compiled folder is made of, code included."""
    program, publisher = (Path(str(one.__file__)).parent for one in (feltperm, feltperm_publish))
    code = [publisher, *(program / room for room in ("catalogue", "packs", "search"))]
    files = [path for folder in code for path in folder.rglob("*.py")]
    files += [p for name in _INPUTS for p in (resources / name).rglob("*") if p.is_file()]
    files += (resources.parent / "docs" / "user").rglob("*.md")
    tools = ("fonttools", "holidays", "phonenumbers", "python-lucide", "snowballstemmer")
    return fingerprint(files, *map(version, tools))


if __name__ == "__main__":
    sys.exit(main())
