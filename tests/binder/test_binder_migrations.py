"""Old files are read for ever, new steps come with a backup, and the import is not paid twice."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from binder_home import NOW, Home, favourite

from feltperm.binder import Binder, Task, migrations

FILES = Path(__file__).parent / "files"
KNOWN = len(migrations.NAMES)


def frozen(home: Home, version: int) -> Binder:
    home.data.mkdir()
    shutil.copy(FILES / f"binder-version-{version}.sqlite", home.path)
    binder, notice = home.open()
    assert notice is None
    return binder


def test_version_3_is_read(home: Home) -> None:
    """The schema of the first release: favourites, sites, settings."""
    binder = frozen(home, 3)
    assert [(f.kind, f.id, f.title, f.phone) for f in binder.favourites.list()] == [
        ("service", "svc-113", "AMK 113", "113"),
        ("service", "svc-legevakt", "Legevakt", "116 117"),
        ("guidance", "gd-overdose", "Overdose: slik gjør du", ""),
    ]
    assert [(site.name, site.is_default) for site in binder.sites.list()] == [
        ("Feltstasjonen", True),
        ("Ambulant team Ørland", False),
    ]
    assert binder.sites.list()[0].address == "Storgata 1, 7013 Trondheim"
    assert binder.settings.get("municipality") == "5001"
    assert binder.checklist.list() == ()
    binder.favourites.add(favourite("new"))
    binder.checklist.put(Task(pack="national", id="gd-tiltak-01", responsible="Teamleder"))


def test_version_4_is_read(home: Home) -> None:
    """The checklist for a crisis came in."""
    binder = frozen(home, 4)
    assert binder.favourites.count() == 3
    assert binder.checklist.list() == (
        Task(pack="national", id="gd-tiltak-01", responsible="Teamleder", due="2026-12-01"),
        Task(pack="national", id="gd-tiltak-13", done_on="2026-11-26"),
    )
    assert binder.failed.list() == ()
    assert binder.settings.get("keep_failed_searches") == ""


def test_version_5_is_read(home: Home) -> None:
    """Searches that found nothing came in, for those who ask for it."""
    binder = frozen(home, 5)
    assert binder.favourites.count() == 3
    assert len(binder.checklist.list()) == 2
    assert binder.settings.get("keep_failed_searches") == "yes"
    assert [(one.query, one.times, one.last_on) for one in binder.failed.list()] == [
        ("metadonkort", 2, "2026-11-26"),
        ("søvnplaster", 1, "2026-11-26"),
    ]


def test_version_6_is_read(home: Home) -> None:
    """Notes beside records came in."""
    binder = frozen(home, 6)
    assert binder.favourites.count() == 3
    assert [(one.pack, one.id, one.text) for one in binder.notes.list()] == [
        ("national", "svc-natthjemmet", "Ring på baksida.\nHusk nøkkel."),
        ("national", "svc-113", "Oppgi port B ved Storgata 1."),
    ]
    assert binder.own_records.list() == ()


def test_version_7_is_read(home: Home) -> None:
    """Own records came in, as JSON in the form of a pack."""
    binder = frozen(home, 7)
    assert len(binder.notes.list()) == 2
    (own,) = binder.own_records.list()
    assert (own.id, own.changed_at) == ("eget-varmestua", "2026-11-26T03:32:00")
    assert '"number":"91508588"' in own.record


def test_version_8_is_read(home: Home) -> None:
    """What alerts have been read came in."""
    binder = frozen(home, 8)
    assert len(binder.own_records.list()) == 1
    assert binder.read_alerts.all() == {("trondheim", "al-nitazener", "0123456789abcdef")}


def test_version_9_is_read(home: Home) -> None:
    """Places came to follow a record's hours, and to have a logo."""
    binder = frozen(home, 9)
    assert len(binder.own_records.list()) == 1
    station, team = binder.sites.list()
    assert station.hours_from == "national/svc-feltpleien-oslo"
    assert (station.logo, station.logo_alt) == ("ab" * 32, "En fjellørn over et tak")
    assert (team.hours_from, team.logo, team.logo_alt) == ("", "", "")


def test_version_10_is_read(home: Home) -> None:
    """The print log came in: what hangs where, and what was sent and not answered for."""
    binder = frozen(home, 10)
    hung, sent = binder.prints.list()
    assert (hung.site, hung.place, hung.hung_on) == ("Feltstasjonen", "inngang", "2026-10-03")
    assert (sent.box, sent.printer, sent.hung_on) == ("Feltstasjonen", "Brother på kontoret", "")
    assert '"code":"FP-7K2M"' in hung.job


def test_version_11_is_read(home: Home) -> None:
    """Collections came in, and the tray beside them."""
    binder = frozen(home, 11)
    assert [(one.name, one.count) for one in binder.collections.list()] == [
        ("Ettervern", 0),
        ("Natt til lørdag", 2),
    ]
    night = binder.collections.get("natt til lørdag")
    assert night is not None
    assert [(one.id, one.phone) for one in binder.collections.records(night.number).list()] == [
        ("svc-feltpleien-oslo", "22 67 43 45"),
        ("svc-natthjemmet", "22 00 00 00"),
    ]
    assert [one.id for one in binder.tray.list()] == ["svc-113"]


def test_version_12_is_read(home: Home) -> None:
    """Posters made elsewhere came in."""
    binder = frozen(home, 12)
    assert [(one.sha256, one.title, one.pages) for one in binder.pdf_posters.list()] == [
        ("ab" * 32, "Åpent hus i advent", 2)
    ]
    assert len(binder.prints.list()) == 2


def test_version_13_is_read(home: Home) -> None:
    """Corrections came in."""
    binder = frozen(home, 13)
    assert [(one.id, one.field, one.old, one.new) for one in binder.corrections.list()] == [
        ("svc-feltpleien-oslo", "phone", "22 67 43 45", "22 67 43 46")
    ]
    assert len(binder.pdf_posters.list()) == 1


def test_every_released_version_has_a_frozen_file() -> None:
    frozen_ones = {path.stem.removeprefix("binder-version-") for path in FILES.iterdir()}
    assert frozen_ones == {str(version) for version in range(3, len(migrations.NAMES) + 1)}


def test_a_new_step_is_applied_after_a_fresh_backup(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.filled()
    binder, _ = home.open()
    binder.favourites.add(favourite("after-the-days-backup"))
    binder.close()
    add_step(monkeypatch, "CREATE TABLE drawers (name TEXT)")
    binder, notice = home.open(NOW + timedelta(hours=1))
    assert notice is None
    assert binder.favourites.count() == 3
    with closing(sqlite3.connect(home.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (KNOWN + 1,)
        connection.execute("SELECT name FROM drawers")
    with closing(sqlite3.connect(home.backups / "binder-2026-11-25.sqlite")) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (KNOWN,)
        assert backup.execute("SELECT count(*) FROM favourites").fetchone() == (3,)


def test_a_step_that_fails_is_a_bug_and_leaves_the_file_as_it_was(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = home.filled()
    with monkeypatch.context() as patch:
        add_step(patch, "CREATE TABLE half (name TEXT)", "not SQL")
        with pytest.raises(sqlite3.OperationalError, match="syntax error"):
            home.open()
    assert home.path.read_bytes() == before
    binder, notice = home.open()
    assert notice is None
    assert binder.favourites.count() == 2


def test_an_old_binder_on_a_read_only_disk_is_shown_as_it_would_be(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = home.filled()
    monkeypatch.setattr("feltperm.binder.opening.can_write", lambda connection: False)
    add_step(monkeypatch, "ALTER TABLE favourites ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "read_only"
    assert binder.favourites.count() == 2
    assert home.path.read_bytes() == before


def test_restoring_an_old_backup_migrates_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    add_step(monkeypatch, "CREATE TABLE drawers (name TEXT)")
    binder, _ = home.open()
    binder.restore(FILES / "binder-version-3.sqlite", NOW)
    assert binder.favourites.count() == 3
    assert migrations.applied_steps(binder._store.connection) == KNOWN + 1


def test_a_second_start_does_not_load_the_migration_library(home: Home) -> None:
    home.filled()
    program = (
        "import sys, datetime, pathlib\n"
        "from feltperm.binder import open_binder\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "binder, notice = open_binder(path, path.parent / 'backups', datetime.datetime.now())\n"
        "assert notice is None and binder.favourites.count() == 2\n"
        "print('sqlite_utils' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(home.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def add_step(patch: pytest.MonkeyPatch, *statements: str) -> None:
    """Give the program one more migration, as the next release will."""

    def next_step(db: object) -> None:
        for statement in statements:
            db.conn.execute(statement)  # type: ignore[attr-defined]

    steps = (*migrations.STEPS, next_step)
    names = tuple(step.__name__ for step in steps)
    patch.setattr(migrations, "STEPS", steps)
    for module in ("migrations", "health", "opening"):
        patch.setattr(f"feltperm.binder.{module}.NAMES", names)
