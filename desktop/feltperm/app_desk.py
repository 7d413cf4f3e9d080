"""Opens the desk: content, binder and use cases, built here and handed on as arguments.

Nothing of them is imported before it is opened: the window does that after its first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm import app_words
from feltperm.errors import Condition, ContentDamaged
from feltperm.paths import Paths, keep_private, resource

if TYPE_CHECKING:
    from feltperm.binder import Binder, Notice
    from feltperm.catalogue.build import Index
    from feltperm.desk.content.start import Content, OpenedLibrary
    from feltperm.desk.desk import Desk
    from feltperm.packs.schedule import CheckState
    from feltperm.search import Analyser

__all__ = ["check_state", "content_of", "open_desk", "renew_desk", "reopen_desk"]


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
    from feltperm.desk.content.start import open_library  # noqa: PLC0415
    from feltperm.search import Analyser, SearchIndex  # noqa: PLC0415

    keep_private(paths)
    analyser = Analyser()
    binder, notice = open_binder(paths.binder, paths.backups, now())
    content = content_of(paths, binder, SearchIndex(analyser))
    try:
        opened = open_library(content, _share(progress), distrusted)
    except BaseException:
        binder.close()
        raise
    with binder.reading():
        return _put_together(paths, content, opened, binder, notice, analyser, now, distrusted)


def _put_together(
    paths: Paths,
    content: Content,
    opened: OpenedLibrary,
    binder: Binder,
    notice: Notice | None,
    analyser: Analyser,
    now: Callable[[], datetime],
    distrusted: Collection[Path],
) -> Desk:
    from feltperm.catalogue.vocabulary import load_offers, load_terms  # noqa: PLC0415  see the module's docstring
    from feltperm.desk.alerts_mine import MyAlerts  # noqa: PLC0415
    from feltperm.desk.belongings import Belongings  # noqa: PLC0415
    from feltperm.desk.collect import Collector  # noqa: PLC0415
    from feltperm.desk.corrections import Corrector  # noqa: PLC0415
    from feltperm.desk.crisis import Crisis  # noqa: PLC0415
    from feltperm.desk.desk import Desk  # noqa: PLC0415
    from feltperm.desk.exporting import Exporter  # noqa: PLC0415
    from feltperm.desk.failed import FailedSearches  # noqa: PLC0415
    from feltperm.desk.feasts import Feasts  # noqa: PLC0415
    from feltperm.desk.find import Finder  # noqa: PLC0415
    from feltperm.desk.keep import Keeper  # noqa: PLC0415
    from feltperm.desk.merging import Merger  # noqa: PLC0415
    from feltperm.desk.notes import Notebook  # noqa: PLC0415
    from feltperm.desk.own import OwnRecords  # noqa: PLC0415
    from feltperm.desk.own_posters import OwnPosters  # noqa: PLC0415
    from feltperm.desk.preferences import load_preferences  # noqa: PLC0415
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
    from feltperm.search import Searcher, Synonyms, load_synonyms  # noqa: PLC0415

    damage: list[Condition] = []
    synonyms = app_words.or_less(
        lambda: load_synonyms(resource("compiled/synonyms.json"), analyser),
        Synonyms((), analyser),
        damage.append,
    )
    geography = app_words.geography_or_none(damage.append)
    searcher = Searcher(opened.library, synonyms, analyser)
    finder = Finder(opened.library, searcher, geography, now)
    with suppress(Condition):  # what cannot be read is told when it is needed
        finder.near_km = load_preferences(binder.settings).near_km
    keeper = Keeper(binder, opened.library, now, finder.change)
    labels = cache(lambda: load_labels(resource("compiled/labels.json")))
    phrases = cache(lambda: load_phrases(resource("compiled/phrases.json")))
    offers = cache(lambda: load_offers(resource("compiled/offers.json")))
    categories = cache(lambda: load_terms(resource("compiled/categories.json")))
    topics = cache(lambda: load_terms(resource("compiled/topics.json")))
    words = SheetWords(labels, phrases, offers, categories, topics)
    pictograms = cache(lambda: load_pictogram_names(resource("icons/pictograms")))
    own = OwnRecords(binder, geography, now)
    plain, paper = opened.library.twin(), opened.library.twin()
    posters = Posters(paper, keeper, words, geography, now)
    directory = Directory(paper, finder, geography, words, now)
    tray = Tray(binder, paper, keeper, words, now, finder.change)
    again = Again(paper, keeper, words, posters, directory, tray, now)
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
        recall=Recall(binder, again, Feasts(paper, keeper, posters, now), now),
        failed=FailedSearches(binder, now),
        own=own,
        own_posters=OwnPosters(own, pictograms, now),
        notes=Notebook(binder, opened.library, analyser, now, finder.use_notes),
        alerts=MyAlerts(
            opened.library, binder, geography, now, lambda: check_state(paths).last_success
        ),
        pdf_posters=PdfPosters(binder, labels, now),
        collect=Collector(binder, opened.library, finder.change),
        tray=tray,
        belongings=Belongings(binder, now),
        corrector=Corrector(binder, plain, opened.library, paper, now),
        exporter=Exporter(opened.library, finder, geography, app_words.taxonomies, now),
        merger=Merger(binder, opened.library, own),
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


def _asset(paths: Paths, sha256: str) -> bytes:
    from feltperm.catalogue.records import PICTURE_BYTES  # noqa: PLC0415
    from feltperm.packs.disk.assets import Assets  # noqa: PLC0415  it brings the whole of TUF along

    return Assets(paths.assets).read(sha256, PICTURE_BYTES)


def check_state(paths: Paths) -> CheckState:
    """Return what happened so far when senders were asked."""
    from feltperm.packs.schedule import CheckLog  # noqa: PLC0415  after the first paint

    return CheckLog(paths.updates_file).read()
