"""The composition root: everything is built here and handed on as arguments.

The window imports nothing of the desk before its first paint, so the functions below import what
they build with when they are called.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm import app_words
from feltperm.app_desk import check_state, open_desk, renew_desk, reopen_desk
from feltperm.errors import NoWindow
from feltperm.paths import Paths, find_paths, keep_private, resource
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.desk.doctor.finding import Doctor
    from feltperm.journal import Journal
    from feltperm.paper.press import Limits, Press
    from feltperm.ui.application import Parts
    from feltperm.ui.posters.shop import PrintShop
    from feltperm.ui.toolkit.languages import Language
    from feltperm.ui.toolkit.look import Scheme

__all__ = [
    "TURN",
    "install_samples",
    "open_press",
    "printer_names",
    "program",
    "run_tour",
    "run_window",
    "window_parts",
]

#: Seconds. A search waits its turn while an update works beside it: short turns halve that wait.
TURN = 0.0005


def program() -> tuple[str, ...]:
    """Return how this program starts itself, for its child processes."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # -P: a folder one happens to stand in, as on a stick, must not bring modules of its own
    return (sys.executable, "-P", "-m", "feltperm")


def open_press(limits: Limits | None = None, paths: Paths | None = None) -> Press:
    """Make the press; its worker starts with the first sheet.

    Args:
        limits: what one order may take, where it is not a poster at the window.
        paths: the profile whose logos stand on its sheets; None for none.
    """
    import fontpkg_ibm_plex_sans_arabic  # noqa: PLC0415  see the module's docstring
    import fontpkg_noto_sans  # noqa: PLC0415

    from feltperm.binder.files import files_beside  # noqa: PLC0415
    from feltperm.options import PAPER_WORKER  # noqa: PLC0415
    from feltperm.paper.press import Press  # noqa: PLC0415

    return Press(
        [*program(), PAPER_WORKER],
        fonts=[Path(fontpkg_noto_sans.ROOT), Path(fontpkg_ibm_plex_sans_arabic.ROOT)],
        layouts=resource("layouts"),
        pictograms=resource("icons/pictograms"),
        limits=limits,
        logos=files_beside(paths.binder).read if paths else lambda _sha256: None,
    )


def run_window(profile: Path | None, exit_when_ready: bool = False) -> int:
    """Open the window on a profile and return the exit code when it is closed.

    Where one is open already, that comes to the front, and this ends with 0. Where it does not
    answer, a person is asked.

    Raises:
        NoWindow: Qt or a library that it needs is missing.
    """
    sys.setswitchinterval(TURN)
    with _qt():
        from feltperm.ui.application import Window  # noqa: PLC0415  the only way to Qt

    paths = find_paths(profile)
    parts = window_parts(paths)
    if not exit_when_ready and _is_open_already(paths.open_window, parts):
        return 0
    window = Window(parts)
    keep_private(paths)
    return window.run(exit_when_ready)


def _is_open_already(file: Path, parts: Parts) -> bool:
    from feltperm.ui.one_window import Ring  # noqa: PLC0415  loaded already

    answer = Ring(file).answer
    if answer == "silent":
        from feltperm.ui.still_open import wait_for_the_first  # noqa: PLC0415  rarely needed

        answer = wait_for_the_first(file, parts.state_file, parts.fonts, parts.translations)
    return answer != "nobody"


def run_tour(
    out: Path, scheme: Scheme = "light", text: int = 100, language: Language = "nb"
) -> int:
    """Drive the real window through the main job, and name what was written.

    Args:
        out: the folder for pictures and PDF.
        text: the text size in percent, 100 to 200.
        language: of the window.

    The profile is empty but for the sample packs, which say in every line that they are samples.

    Raises:
        StepFailed: a step did not come to its end; its message names the step.
        NoWindow: Qt or a library that it needs is missing.
    """
    import tempfile  # noqa: PLC0415  it brings much along, and only the tour needs it

    with _qt():
        from feltperm.ui.application import Window  # noqa: PLC0415  the only way to Qt
        from feltperm.ui.driver import Driver  # noqa: PLC0415
        from feltperm.ui.toolkit.look import Look  # noqa: PLC0415
        from feltperm.ui.toolkit.qt_log import log_qt_messages  # noqa: PLC0415
        from feltperm.ui.tour import Tour, draw_offscreen, forbid_network  # noqa: PLC0415

    forbid_network()
    log_qt_messages()
    with tempfile.TemporaryDirectory(prefix="feltperm-tour-") as folder:
        draw_offscreen(Path(folder))
        driver, paths = Driver(out.resolve()), find_paths(Path(folder))
        install_samples(paths)
        window = Window(
            window_parts(paths), Look(scheme, text, language=language), on_bug=driver.fail
        )
        try:
            for file in Tour(window, driver, out.resolve()).walk():
                print(file)
        finally:
            window.close()
    return 0


def install_samples(paths: Paths) -> None:
    """Put the sample packs beside the national one, on a profile that shows how that looks."""
    from feltperm.packs.disk.store import install  # noqa: PLC0415  only the tour needs it

    for sample in sorted(resource("compiled/samples").glob("*.jsonl")):
        install(paths.packs, sample.read_bytes())


def window_parts(paths: Paths) -> Parts:
    """Return what a window on this profile is made of; nothing is opened yet."""
    from feltperm.app_updates import open_updates  # noqa: PLC0415  the window's alone
    from feltperm.ui.application import Parts  # noqa: PLC0415  the only way to Qt

    return Parts(
        load_geography=lambda: app_words.geography_or_none(lambda _told_by_the_desk: None),
        load_card=app_words.card,
        open_desk=lambda progress: open_desk(paths, progress),
        reopen_desk=lambda desk, condition, progress: reopen_desk(paths, desk, condition, progress),
        renew_desk=lambda desk, progress: renew_desk(paths, desk, progress),
        open_press=lambda: open_press(paths=paths),
        open_print_shop=lambda: _open_print_shop(paths),
        open_updates=lambda: open_updates(paths),
        open_doctor=lambda: _open_doctor(paths),
        check_state=lambda: check_state(paths),
        words=app_words.words,
        now=datetime.now,
        state_file=paths.window_state,
        open_window=paths.open_window,
        sign=resource("icons/feltperm.svg"),
        icons=resource("compiled/icons"),
        fonts=resource("compiled/fonts"),
        translations=resource("compiled/i18n"),
        help_pages=resource("compiled/help"),
        journal=_journal().text,
        program=program(),
        restart=(*program(), *(("--profile", str(paths.profile)) if paths.profile else ())),
    )


def _open_print_shop(paths: Paths) -> PrintShop:
    from feltperm.ui.posters.shop import PrintShop  # noqa: PLC0415  when something is printed
    from feltperm.ui.posters.spooler import Spooler  # noqa: PLC0415

    return PrintShop(open_press(paths=paths), Spooler(program()))


def _open_doctor(paths: Paths) -> Doctor:
    from feltperm.app_doctor import ProfileDoctor  # noqa: PLC0415  when somebody asks for it

    return ProfileDoctor(paths, printer_names)


def printer_names() -> list[str]:
    """Return what the machine's printers are called; they are asked for in a process of its own.

    Raises:
        PrinterFailed: the machine's print service did not answer.
    """
    from feltperm.ui.posters.spooler import Spooler  # noqa: PLC0415  when somebody asks for it

    return [one.name for one in Spooler(program()).find()]


def _journal() -> Journal:
    """Begin to keep what is noted, for the help page."""
    from feltperm.journal import Journal  # noqa: PLC0415  the window's alone

    journal = Journal()
    logging.getLogger("feltperm").addHandler(journal)
    return journal


@contextmanager
def _qt() -> Iterator[None]:
    """Turn a Qt that cannot be loaded into a sentence; any other import error is a bug."""
    try:
        yield
    except ImportError as error:
        blamed = f"{error.name} {error.path}"
        if "PySide6" not in blamed and "shiboken6" not in blamed:
            raise
        library = re.match(r"(\S+): cannot open shared object file", str(error))
        missing = library[1] if library else str(error.name).partition(".")[0]
        raise NoWindow(say("«{missing}» mangler", missing=missing), str(error)) from error
