"""The words of ``build/dev.py`` and what each of them does, in order."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from devtools.benchmarks import known_benchmarks, promises_table
from devtools.bundle import archive, make, size_of, version
from devtools.console import Failure, call, say, step
from devtools.debian import make_package
from devtools.demo_updates import demonstrate
from devtools.environment import compile_content, need_packages, prepare, prepare_environment
from devtools.places import OUT, ROOT, venv_program
from devtools.system import bundle_packages, no_display, packages_for_tools, printing_packages
from devtools.translate import file_of, refresh

__all__ = ["WORDS", "main", "parser"]

#: Programs that tests use beside the locked libraries, and the Debian packages that hold them.
TEST_TOOLS = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core", "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon", "git": "git", "pdftotext": "poppler-utils", "strace": "strace",
    "setxkbmap": "x11-xkb-utils", "xdotool": "xdotool",
}  # fmt: skip
README_PICTURE = ROOT / "docs" / "screenshot.png"


def _python(*words: str | Path) -> list[str | Path]:
    return [venv_program("python"), *words]


def _tour(out: Path) -> int:
    """Drive the real window without a display; the tour itself lists what came of it."""
    with step("Tour: the main job, drawn without a display"):
        if call(_python("-m", "feltperm", "tour", "--out", out)) != 0:
            return 1
    say(f"\nThe pictures and the PDF are in {out}")
    return 0


def run(options: argparse.Namespace) -> int:
    """Open the window; where there is no display, draw the tour's pictures and PDF instead."""
    prepare()
    arguments: list[str] = options.arguments
    # `run search nalokson` is the command line: it needs no display.
    opens_window = not arguments or arguments[0].startswith("-")
    reason = no_display() if opens_window else ""
    if reason:
        say(f"\n{reason} The window is drawn into pictures instead.")
        return _tour(OUT / "tour")
    if opens_window:
        say("\nFeltperm opens its window; close it to come back here.")
    return call(_python("-m", "feltperm", *arguments))


def setup(_options: argparse.Namespace) -> int:
    """Make .venv, install the locked libraries and what Qt lacks, compile the content."""
    prepare()
    say("\nReady. Next: python3 build/dev.py run")
    return 0


def _lint() -> list[str]:
    """Run every check, also after one that fails; return the names of those that failed."""
    checks: dict[str, list[str | Path]] = {
        # how imports are sorted depends on files beside, which the cache does not look at
        "ruff check": [venv_program("ruff"), "check", "--no-cache", "."],
        "ruff format": [venv_program("ruff"), "format", "--check", "."],
        "mypy": [venv_program("mypy")],
        "import-linter": [venv_program("lint-imports")],
        "content": _python("-m", "feltperm_publish.cli", "lint", "--sources", "resources"),
    }
    failed = []
    for name, command in checks.items():
        with step(f"Lint: {name}"):
            if call(command) != 0:
                failed.append(name)
    return failed


def _verdict(failed: list[str]) -> int:
    say("\nAll checks passed." if not failed else "\nFailed: " + ", ".join(failed))
    return 1 if failed else 0


def lint(_options: argparse.Namespace) -> int:
    """Check style, types, layers and the source records."""
    prepare_environment()
    return _verdict(_lint())


def test(options: argparse.Namespace) -> int:
    """Run everything that .ci/run runs: lint, content, all tests (arguments go to pytest)."""
    prepare_environment()
    tools = packages_for_tools(TEST_TOOLS) + bundle_packages() + printing_packages()
    if not need_packages(tools):
        say("   Going on: the tests that need these are skipped.")
    failed = _lint()
    compile_content()
    # A file's tests share what is dear to build, so a file stays with one process. Arguments that
    # choose tests are given to look at few of them: those run here, where output is seen at once.
    together = [] if options.arguments else ["-n", "auto", "--dist", "loadfile", "-q"]
    with step("Tests"):
        if call(_python("-m", "pytest", *together, *options.arguments)) != 0:
            failed.append("tests")
    return _verdict(failed)


def bench(options: argparse.Namespace) -> int:
    """Measure the promises: tables on the screen, one of them all, JSON in out/bench/."""
    known = known_benchmarks()
    if options.name not in {"all", *known}:
        raise Failure(f"No benchmark is called {options.name}. There are: all, {', '.join(known)}.")
    if options.arguments and options.name == "all":
        raise Failure(f"Name the one benchmark that is to have: {' '.join(options.arguments)}")
    names = list(known) if options.name == "all" else [options.name]
    folder = OUT / "bench"
    # With --json only JSON may reach stdout; everything else moves to stderr.
    elsewhere = contextlib.redirect_stdout(sys.stderr) if options.json else contextlib.nullcontext()
    with elsewhere:
        prepare()
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            with step(f"Benchmark: {name}"):
                into = ("--json", folder / f"{name}.json")
                command = _python(known[name], *into, *options.arguments)
                # Files are named from where one stands.
                code = call(command, cwd=Path.cwd())
                if code != 0:
                    return 2 if code == 2 else 1
    written = [folder / f"{name}.json" for name in names]
    results = {
        file.stem: json.loads(file.read_text(encoding="utf-8")) for file in written if file.exists()
    }
    if options.json:
        say(json.dumps(results, indent=2, ensure_ascii=False))
    else:
        say(promises_table(results))
    return 0


def translate(_options: argparse.Namespace) -> int:
    """Bring the window's translations up to date with the source, and list what they lack."""
    try:
        lacking = refresh(ROOT / "desktop" / "feltperm", ROOT / "resources" / "i18n")
    except ValueError as problem:
        raise Failure(f"These sentences cannot be found by their words:\n{problem}") from problem
    for language, missing in lacking.items():
        say(f"\n{file_of(ROOT / 'resources' / 'i18n', language).name}: {len(missing)} to translate")
        for one in missing:
            say(f"   {one.context}: {one.source}")
    return 0


def bundle(options: argparse.Namespace) -> int:
    """Make the program folder that needs no Python, its archive and its Debian package."""
    prepare()
    if not need_packages(bundle_packages()):
        return 1
    dist = OUT / "dist"
    with step("Bundle: PyInstaller"):
        folder = make(dist, OUT / "work")
    with step("Bundle: start it"):
        if call([folder / "feltperm", "--version"]) != 0:
            raise Failure("The bundle was made but does not start.")
    made = [folder]
    if not options.folder_only:
        with step("Bundle: the archive"):
            made.append(dist / f"feltperm-{version()}-{sys.platform}.tar.xz")
            archive(folder, made[-1])
        if shutil.which("dpkg-deb"):
            with step("Bundle: the Debian package"):
                made.append(make_package(folder, dist))
    say()
    for path in made:
        size = size_of(path) if path.is_dir() else path.stat().st_size
        say(f"{path}: {size / 1_000_000:.1f} MB")
    return 0


def screenshots(options: argparse.Namespace) -> int:
    """Draw every page in every look into docs/screenshots/; --readme takes one of the tour's."""
    prepare()
    if options.readme:
        out = OUT / "screenshots"
        if _tour(out) != 0:
            return 1
        picture = out / options.readme
        if not picture.is_file():
            raise Failure(f"The tour made no picture called {options.readme}.")
        shutil.copyfile(picture, README_PICTURE)
        say(f"\n{README_PICTURE.relative_to(ROOT)} is now {options.readme}.")
        return 0
    with step("Screenshots: every page, light, dark, high contrast, 200 %, nynorsk, English"):
        # -B: nothing is written into the source folder
        return call(_python("-B", "-m", "devtools.screenshots", ROOT / "docs" / "screenshots"))


def demo_updates(_options: argparse.Namespace) -> int:
    """Publish, update over a link that breaks, and pass it on with a stick; all on loopback."""
    prepare()
    with tempfile.TemporaryDirectory(prefix="feltperm-demo-") as folder:
        demonstrate(Path(folder))
    return 0


def contact_sheet(options: argparse.Namespace) -> int:
    """Draw all posters in all languages on a few pictures, or renew the tests' references."""
    prepare()
    with step("Contact sheet: every poster in every language"):
        # -B: nothing is written into the source folder
        words = ("-B", "-m", "devtools.contact_sheet", "--ink", options.ink)
        return call(_python(*words, *(["--references"] if options.references else [])))


def third_party(_options: argparse.Namespace) -> int:
    """Write THIRD_PARTY.md: what others made of what the program carries, and its licences."""
    prepare_environment()
    return call(_python("-B", "-m", "devtools.third_party", ROOT / "THIRD_PARTY.md"))


def audit(_options: argparse.Namespace) -> int:
    """Ask the public list of known faults about every library of the lock file."""
    prepare_environment()
    if subprocess.run(
        _python("-c", "import pip_audit"), capture_output=True, check=False
    ).returncode:
        raise Failure(
            "pip-audit is not here. Install it: .venv/bin/python -m pip install pip-audit"
        )
    lock = ("-r", ROOT / "requirements.lock", "--no-deps", "--disable-pip")
    with step("Known faults of the libraries"):
        return call(_python("-m", "pip_audit", *lock))


def accessibility(_options: argparse.Namespace) -> int:
    """Print what a screen reader meets on every page: controls, names, roles and faults."""
    prepare()
    with step("Accessibility: every page and dialog as a screen reader meets them"):
        # -B: nothing is written into the source folder
        return call(_python("-B", ROOT / "tests" / "accessibility_audit.py"))


#: Every word of the script. The first docstring line of each is its help.
WORDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run,
    "test": test,
    "setup": setup,
    "lint": lint,
    "bench": bench,
    "bundle": bundle,
    "screenshots": screenshots,
    "translate": translate,
    "demo-updates": demo_updates,
    "contact-sheet": contact_sheet,
    "third-party": third_party,
    "accessibility": accessibility,
    "audit": audit,
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the script: one sub-command a word."""
    top = argparse.ArgumentParser(
        prog="dev.py",
        description="Everything one does with this tree. The first time needs a network.",
    )
    words = top.add_subparsers(dest="word", required=True, metavar="WORD")
    subs = {}
    for name, function in WORDS.items():
        help_text = (function.__doc__ or "").splitlines()[0]
        subs[name] = words.add_parser(name, help=help_text, description=help_text)
    for name, text in (
        ("run", "given to feltperm as they are, for example: search nalokson"),
        ("test", "given to pytest as they are, for example: -k area"),
    ):
        # Only for the help: `main` hands these over as they are, options included.
        subs[name].add_argument("arguments", nargs="*", metavar="...", help=text)
    names = ", ".join(known_benchmarks())
    subs["bench"].add_argument(
        "name",
        nargs="?",
        default="all",
        help=f"all (default), {names}; what follows a name is given to that benchmark",
    )
    subs["bench"].add_argument("--json", action="store_true", help="print JSON, tables to stderr")
    subs["screenshots"].add_argument(
        "--readme", metavar="PICTURE", help="copy this picture of the tour to docs/screenshot.png"
    )
    subs["bundle"].add_argument(
        "--folder-only", action="store_true", help="without the archive and the Debian package"
    )
    subs["contact-sheet"].add_argument("--ink", choices=("colour", "save"), default="colour")
    subs["contact-sheet"].add_argument(
        "--references", action="store_true", help="renew the pictures in tests/paper/pictures"
    )
    return top


def main(arguments: list[str]) -> int:
    """Run one word; return the exit code (0 done, 1 failed, 2 wrong use)."""
    passed_on = arguments[1:] if arguments[:1] in (["run"], ["test"]) else []
    if "--help" in passed_on[:1] or "-h" in passed_on[:1]:
        passed_on = []
    own = arguments[: len(arguments) - len(passed_on)]
    top = parser()
    options, unknown = top.parse_known_args(own)
    if unknown and options.word != "bench":
        top.error(f"unrecognized arguments: {' '.join(unknown)}")
    if passed_on or options.word == "bench":
        options.arguments = passed_on or unknown
    try:
        return WORDS[options.word](options)
    except Failure as failure:
        say(f"\n{failure}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
