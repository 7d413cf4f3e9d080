"""A closed list of modules is loaded before the search field takes text (DESIGN section 3).

Start-up is a promise that erodes one convenient import at a time. What a person needs after the
first paint is loaded then. A new name here costs every start; measure before it is added
(``build/dev.py bench startup``).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OURS = {
    "feltperm",
    "feltperm.app",
    "feltperm.app_desk",
    "feltperm.app_words",
    "feltperm.app_updates",
    "feltperm.argument_kinds",
    "feltperm.arguments",
    "feltperm.arguments_kept",
    "feltperm.cli",
    "feltperm.console",
    "feltperm.errors",
    "feltperm.journal",
    "feltperm.options",
    "feltperm.paths",
    "feltperm.wording",
    "feltperm.ui",
    "feltperm.ui.application",
    "feltperm.ui.background",
    "feltperm.ui.context",
    "feltperm.ui.errands",
    "feltperm.ui.history",
    "feltperm.ui.one_window",
    "feltperm.ui.pages",
    "feltperm.ui.rail",
    "feltperm.ui.record",
    "feltperm.ui.record.stars",
    "feltperm.ui.reports",
    "feltperm.ui.search",
    "feltperm.ui.search.card_list",
    "feltperm.ui.search.filter_chip",
    "feltperm.ui.search.filter_state",
    "feltperm.ui.search.filters",
    "feltperm.ui.search.list_printer",
    "feltperm.ui.search.no_hits",
    "feltperm.ui.search.results",
    "feltperm.ui.search.search_page",
    "feltperm.ui.shell",
    "feltperm.ui.statusline",
    "feltperm.ui.strip",
    "feltperm.ui.toolkit",
    "feltperm.ui.toolkit.colours",
    "feltperm.ui.toolkit.display",
    "feltperm.ui.toolkit.flow",
    "feltperm.ui.toolkit.garbage",
    "feltperm.ui.toolkit.icons",
    "feltperm.ui.toolkit.languages",
    "feltperm.ui.toolkit.look",
    "feltperm.ui.toolkit.machine",
    "feltperm.ui.toolkit.panes",
    "feltperm.ui.toolkit.parts",
    "feltperm.ui.toolkit.pressing",
    "feltperm.ui.toolkit.spoken",
    "feltperm.ui.toolkit.stylesheet",
    "feltperm.ui.toolkit.theme",
    "feltperm.ui.topbar",
    "feltperm.ui.undo",
    "feltperm.ui.ways",
    "feltperm.ui.window_state",
}
QT = {"PySide6", "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
#: Loaded by the binding itself, whatever is imported of it.
BINDING = ("PySide6.support", "shiboken6", "shibokensupport")
#: Parts of the standard library that are dear to load or have no business in a start without
#: network and data.
TOO_DEAR = {
    "asyncio", "concurrent", "csv", "ctypes", "email", "ftplib", "hashlib", "html", "http",
    "multiprocessing", "pickle", "pydoc", "socket", "sqlite3", "ssl", "subprocess", "tomllib",
    "unittest", "uuid", "xml", "zoneinfo",
}  # fmt: skip


def closed(module: str) -> bool:
    """Tell whether a module may be loaded before the first paint."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return top not in TOO_DEAR
    return module in OURS | QT or module.startswith(BINDING)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that a start loads until it prints `ready`, in order."""
    profile = tmp_path_factory.mktemp("profile")
    start = ["-m", "feltperm", "--profile", str(profile), "--exit-when-ready"]
    # Python tells each import on stderr when it is done; in one stream with `ready` on stdout the
    # order is kept. Nothing that the site's own files import counts.
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *start],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert "ready" in lines, done.stdout[-2000:]
    told = [line for line in lines[: lines.index("ready")] if line.startswith("import time:")]
    names = [line.rpartition("|")[2].strip() for line in told[1:]]
    return names[names.index("site") + 1 :]


def test_only_modules_of_the_closed_list_are_loaded_before_the_first_paint(
    loaded: list[str],
) -> None:
    tried = {"org", "org.python", "org.python.core"}  # copy asks for Jython's
    assert [name for name in loaded if not closed(name) and name not in tried] == []


def test_the_list_has_no_names_that_are_not_there_any_more() -> None:
    desktop = Path(__file__).resolve().parents[2] / "desktop"
    here = {
        ".".join(path.relative_to(desktop).with_suffix("").parts).removesuffix(".__init__")
        for path in desktop.rglob("*.py")
    }
    assert here >= OURS


@pytest.mark.parametrize(
    "module", ["sqlite3", "typst", "msgspec", "feltperm.search.near", "PySide6.QtPrintSupport"]
)
def test_the_list_is_closed(module: str) -> None:
    assert not closed(module)


def test_our_source_is_not_read_at_a_start() -> None:
    """PySide reads that of all that is imported after it, where its own ``import`` stands."""
    asked = "import linecache, feltperm.ui.application; "
    told = "print([name for name in linecache.cache if 'feltperm' in name])"
    done = subprocess.run(
        [sys.executable, "-c", asked + told],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
