"""The composition root: everything is built here and handed on as arguments.

The window imports nothing of the desk before its first paint, so the functions below import what
they build with when they are called.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm import app_words
from feltperm.errors import Condition, ContentDamaged, NoWindow
from feltperm.paths import Paths, find_paths, resource

if TYPE_CHECKING:
    from feltperm.binder import Binder
    from feltperm.catalogue.build import Index
    from feltperm.desk.content.start import Content
    from feltperm.desk.desk import Desk
    from feltperm.packs.schedule import CheckState
    from feltperm.paper.press import Limits, Press
    from feltperm.ui.application import Parts
    from feltperm.ui.posters.shop import PrintShop

__all__ = [
    "content_of",
    "install_samples",
    "open_desk",
    "open_press",
    "program",
    "renew_desk",
    "reopen_desk",
    "run_tour",
    "run_window",
    "window_parts",
]


def program() -> tuple[str, ...]:
    """Return how this program starts itself, for its child processes."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # -P: a folder one happens to stand in, as on a stick, must not bring modules of its own
    return (sys.executable, "-P", "-m", "feltperm")


def open_desk(
    paths: Paths,
    progress: Callable[[float], None] | None = None,
    now: Callable[[], datetime] = datetime.now,
    distrusted: Collection[Path] = (),
) -> Desk:
    """Open the content and the binder, for the calling thread.

    Args:
        progress: told how far the library is (0 to 1) when it has to be built.
        now: the local time.
        distrusted: libraries that have turned out to be damaged.

    Raises:
        ContentDamaged: there is no content that can be shown.
        DiskFull: a library must be built and there is no room for one.
    """
    from feltperm.binder import open_binder  # noqa: PLC0415  see the module's docstring
    from feltperm.catalogue.vocabulary import load_offers, load_terms  # noqa: PLC0415
    from feltperm.desk.alerts_mine import MyAlerts  # noqa: PLC0415
    from feltperm.desk.collect import Collector  # noqa: PLC0415
    from feltperm.desk.content.start import open_library  # noqa: PLC0415
    from feltperm.desk.crisis import Crisis  # noqa: PLC0415
    from feltperm.desk.desk import Desk  # noqa: PLC0415
    from feltperm.desk.failed import FailedSearches  # noqa: PLC0415
    from feltperm.desk.feasts import Feasts  # noqa: PLC0415
    from feltperm.desk.find import Finder  # noqa: PLC0415
    from feltperm.desk.keep import Keeper  # noqa: PLC0415
    from feltperm.desk.notes import Notebook  # noqa: PLC0415
    from feltperm.desk.own import OwnRecords  # noqa: PLC0415
    from feltperm.desk.own_posters import OwnPosters  # noqa: PLC0415
    from feltperm.desk.recall import Recall  # noqa: PLC0415
    from feltperm.desk.sheets.again import Again  # noqa: PLC0415
    from feltperm.desk.sheets.alert_sheet import load_phrases  # noqa: PLC0415
    from feltperm.desk.sheets.directory import Directory  # noqa: PLC0415
    from feltperm.desk.sheets.import_pdf import PdfPosters  # noqa: PLC0415
    from feltperm.desk.sheets.pictograms import load_pictogram_names  # noqa: PLC0415
    from feltperm.desk.sheets.posters import Posters  # noqa: PLC0415
    from feltperm.desk.sheets.print import load_labels  # noqa: PLC0415
    from feltperm.desk.sheets.tray import Tray  # noqa: PLC0415
    from feltperm.desk.sheets.words import SheetWords  # noqa: PLC0415
    from feltperm.search import (  # noqa: PLC0415
        Analyser,
        Searcher,
        SearchIndex,
        Synonyms,
        load_synonyms,
    )

    analyser = Analyser()
    binder, notice = open_binder(paths.binder, paths.backups, now())
    content = content_of(paths, binder, SearchIndex(analyser))
    try:
        opened = open_library(content, _share(progress), distrusted)
    except BaseException:
        binder.close()
        raise
    damage: list[Condition] = []
    synonyms = app_words.or_less(
        lambda: load_synonyms(resource("compiled/synonyms.json"), analyser),
        Synonyms((), analyser),
        damage.append,
    )
    geography = app_words.geography_or_none(damage.append)
    searcher = Searcher(opened.library, synonyms, analyser)
    finder = Finder(opened.library, searcher, geography, now)
    keeper = Keeper(binder, opened.library, now, finder.change)
    labels = cache(lambda: load_labels(resource("compiled/labels.json")))
    phrases = cache(lambda: load_phrases(resource("compiled/phrases.json")))
    offers = cache(lambda: load_offers(resource("compiled/offers.json")))
    categories = cache(lambda: load_terms(resource("compiled/categories.json")))
    topics = cache(lambda: load_terms(resource("compiled/topics.json")))
    words = SheetWords(labels, phrases, offers, categories, topics)
    pictograms = cache(lambda: load_pictogram_names(resource("icons/pictograms")))
    own = OwnRecords(binder, geography, now)
    posters = Posters(opened.library, keeper, words, geography, now)
    directory = Directory(opened.library, finder, geography, words, now)
    tray = Tray(binder, opened.library, keeper, words, now, finder.change)
    again = Again(opened.library, keeper, words, posters, directory, tray, now)
    return Desk(
        opened=opened,
        content=content,
        distrusted=frozenset(distrusted),
        binder=binder,
        find=finder,
        keep=keeper,
        posters=posters,
        crisis=Crisis(opened.library, binder, labels, now),
        directory=directory,
        recall=Recall(binder, again, Feasts(opened.library, keeper, posters, now), now),
        failed=FailedSearches(binder, now),
        own=own,
        own_posters=OwnPosters(own, pictograms, now),
        notes=Notebook(binder, opened.library, analyser, now, finder.use_notes),
        alerts=MyAlerts(
            opened.library, binder, geography, now, lambda: _check_state(paths).last_success
        ),
        pdf_posters=PdfPosters(binder, labels, now),
        collect=Collector(binder, opened.library, finder.change),
        tray=tray,
        asset=lambda sha256: _asset(paths, sha256),
        restorable=notice.backups if notice else (),
        notices=(
            *((str(one), one.detail) for one in damage),
            *((one.text, one.detail) for one in opened.notices),
            *(((notice.text, notice.detail),) if notice else ()),
        ),
    )


def content_of(paths: Paths, binder: Binder, index: Index) -> Content:
    """Return what there is to show now: bundled, come since, and written by the user."""
    from feltperm.desk.content.gather import gather  # noqa: PLC0415  see the module's docstring

    compiled = resource("compiled")
    return gather(compiled, paths.packs, paths.cache, binder, index, app_words.geography)


def _share(progress: Callable[[float], None] | None) -> Callable[[int, int], None] | None:
    """Turn «so many of so many» into a share from 0 to 1."""
    return (lambda done, total: progress(done / max(1, total))) if progress else None


def reopen_desk(
    paths: Paths,
    desk: Desk,
    condition: Condition,
    progress: Callable[[float], None] | None = None,
) -> Desk | None:
    """Open the desk again after damage deep in the library, which is then built anew.

    Returns None when the condition is another one, and leaves the desk as it is.
    """
    if not isinstance(condition, ContentDamaged):
        return None
    distrusted = {*desk.distrusted, desk.opened.path}
    desk.close()
    return open_desk(paths, progress, distrusted=distrusted)


def renew_desk(
    paths: Paths,
    desk: Desk,
    progress: Callable[[float], None] | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> Desk:
    """Open the desk on the content as it is now, in place of the one there is, which is closed.

    For when packs have come or own records have changed. The library is made of the one in use.

    Raises: as :func:`open_desk`; the desk there is stays open then.
    """
    from feltperm.desk.content.start import renew_library  # noqa: PLC0415  see the module's docstring

    content = content_of(paths, desk.binder, desk.content.index)
    with suppress(Condition):  # opening goes another way, and says what was wrong
        renew_library(desk.content, content, _share(progress))
    renewed = open_desk(paths, progress, now, desk.distrusted)
    renewed.place = desk.place
    desk.close()
    return renewed


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

    Raises:
        NoWindow: Qt or a library that it needs is missing.
    """
    # A search waits its turn while an update works beside it: short turns halve that wait.
    sys.setswitchinterval(0.0005)
    with _qt():
        from feltperm.ui.application import Window  # noqa: PLC0415  the only way to Qt

    return Window(window_parts(find_paths(profile))).run(exit_when_ready)


def run_tour(out: Path, theme: str = "light", text_scale: float = 1.0) -> int:
    """Drive the real window through the main job, and name what was written.

    The profile is empty but for the sample packs, which say in every line that they are samples.

    Raises:
        StepFailed: a step did not come to its end; its message names the step.
        NoWindow: Qt or a library that it needs is missing.
    """
    import tempfile  # noqa: PLC0415  it brings much along, and only the tour needs it

    with _qt():
        from feltperm.ui.application import Look, Window  # noqa: PLC0415  the only way to Qt
        from feltperm.ui.driver import Driver  # noqa: PLC0415
        from feltperm.ui.toolkit.qt_log import log_qt_messages  # noqa: PLC0415
        from feltperm.ui.tour import Tour, draw_offscreen, forbid_network  # noqa: PLC0415

    forbid_network()
    log_qt_messages()
    with tempfile.TemporaryDirectory(prefix="feltperm-tour-") as folder:
        draw_offscreen(Path(folder))
        driver, paths = Driver(out.resolve()), find_paths(Path(folder))
        install_samples(paths)
        window = Window(window_parts(paths), Look(theme, text_scale), on_bug=driver.fail)
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
        check_state=lambda: _check_state(paths),
        words=app_words.words,
        now=datetime.now,
        state_file=paths.window_state,
        icons=resource("compiled/icons"),
        fonts=resource("compiled/fonts"),
        translations=resource("compiled/i18n"),
        program=program(),
        restart=(*program(), *(("--profile", str(paths.profile)) if paths.profile else ())),
    )


def _asset(paths: Paths, sha256: str) -> bytes:
    from feltperm.catalogue.records import PICTURE_BYTES  # noqa: PLC0415
    from feltperm.packs.disk.assets import Assets  # noqa: PLC0415  it brings the whole of TUF along

    return Assets(paths.assets).read(sha256, PICTURE_BYTES)


def _open_print_shop(paths: Paths) -> PrintShop:
    from feltperm.ui.posters.shop import PrintShop  # noqa: PLC0415  when something is printed
    from feltperm.ui.posters.spooler import Spooler  # noqa: PLC0415

    return PrintShop(open_press(paths=paths), Spooler(program()))


def _check_state(paths: Paths) -> CheckState:
    from feltperm.packs.schedule import CheckLog  # noqa: PLC0415  after the first paint

    return CheckLog(paths.updates_file).read()


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
        raise NoWindow(f"«{missing}» mangler", str(error)) from error
