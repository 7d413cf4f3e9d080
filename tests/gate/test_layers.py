"""The house keeps its layers: import-linter's contracts, and what no contract can name."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (ROOT / "desktop" / "feltperm", ROOT / "build" / "feltperm_publish")
#: Modules below a library's or the standard library's top level: import-linter sees only the top.
NETWORK = ("urllib.request", "http.client", "PySide6.QtNetwork", "PySide6.QtWebSockets")
#: Proxies are asked for where packs come over HTTP; Qt tells whether there is a network, and lets
#: two starts on one machine meet.
ALLOWED = {"urllib.request": {"sources_http"}, "PySide6.QtNetwork": {"reachability", "one_window"}}


def imports(source: str) -> set[str]:
    """Every module that the source imports, anywhere in it; of `from a import b` also `a.b`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def modules() -> Iterator[Path]:
    for folder in SOURCES:
        yield from folder.rglob("*.py")


def test_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_imports_inside_functions_are_seen_too() -> None:
    source = "def f():\n    from urllib import request\n    import http.client as c\n"
    assert {"urllib.request", "http.client"} <= imports(source)


@pytest.mark.parametrize("module", NETWORK)
def test_nothing_else_reaches_for_the_network(module: str) -> None:
    using = {p.stem for p in modules() if module in imports(p.read_text("utf-8"))}
    assert using <= ALLOWED.get(module, set())


def test_two_starts_meet_on_the_machine_alone() -> None:
    source = (SOURCES[0] / "ui" / "one_window.py").read_text("utf-8")
    names = {name for name in imports(source) if name.startswith("PySide6.QtNetwork.")}
    assert names == {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


def test_only_the_two_packages_are_importable_from_the_tree() -> None:
    assert not (ROOT / "build" / "__init__.py").exists()
    assert not (ROOT / "desktop" / "__init__.py").exists()
    packages = {p.parent.name for p in (ROOT / "desktop").glob("*/__init__.py")}
    assert packages == {"feltperm"}


def test_modules_stay_readable_in_one_sitting() -> None:
    limit = 400
    files = [*modules(), *(ROOT / "build").glob("*.py"), *(ROOT / "build/devtools").glob("*.py")]
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in files}
    assert {name: lines for name, lines in lengths.items() if lines > limit} == {}
