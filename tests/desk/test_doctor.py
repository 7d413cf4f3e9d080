"""The doctor: everything is looked at, nothing hides anything else, and mending loses nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from feltperm import app_desk, cli
from feltperm.app_doctor import ProfileDoctor, examine_profile, mend
from feltperm.desk.doctor import machine_parts, own_files
from feltperm.desk.doctor.finding import Finding, examine, worst
from feltperm.errors import Condition
from feltperm.packs.disk.store import install
from feltperm.packs.schedule import CheckState
from feltperm.paths import Paths, find_paths, resource

TODAY = datetime(2026, 11, 26, 10, 0)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A profile that has been used."""
    paths = find_paths(tmp_path / "profil")
    with_star(paths)
    app_desk.open_desk(paths, now=lambda: TODAY).close()  # the second start makes a copy
    return paths


def with_star(paths: Paths) -> None:
    desk = app_desk.open_desk(paths, now=lambda: TODAY)
    desk.keep.star("national/gd-overdose")
    desk.close()


def states(found: tuple[Finding, ...]) -> dict[str, str]:
    return {one.check: one.state for one in found}


def look(paths: Paths) -> tuple[Finding, ...]:
    return examine_profile(paths, now=lambda: TODAY)


def test_a_healthy_profile_has_no_faults(paths: Paths) -> None:
    found = look(paths)
    assert worst(found) == "watch"  # nobody to ask for new content
    assert {one.check for one in found if one.state != "fine"} == {"sources"}
    assert len(found) >= 11


def test_one_check_that_fails_hides_no_other() -> None:
    def broken() -> list[Finding]:
        raise ZeroDivisionError("x")

    def told() -> list[Finding]:
        raise Condition("Dette gikk ikke.", "fordi")

    fine = Finding("c", "C", "fine", "Godt.")
    found = examine({"a": ("A", broken), "b": ("B", told), "c": ("C", lambda: [fine])})
    assert [(one.check, one.state) for one in found] == [
        ("a", "watch"), ("b", "fault"), ("c", "fine"),
    ]  # fmt: skip
    assert "ZeroDivisionError" in found[0].detail


def test_a_damaged_binder_is_found_and_the_copy_is_fetched(paths: Paths) -> None:
    desk = app_desk.open_desk(paths, now=lambda: TODAY)
    desk.belongings.save_copy(paths.backups / "binder-2026-11-25.sqlite")
    desk.close()
    paths.binder.write_bytes(b"not a binder")
    found = look(paths)
    (binder,) = (one for one in found if one.check == "binder")
    assert (binder.state, binder.repair) == ("fault", "binder")
    mend(paths, "binder", now=lambda: TODAY)
    assert states(look(paths))["binder"] == "fine"
    desk = app_desk.open_desk(paths, now=lambda: TODAY)
    assert [str(one.ref) for one in desk.keep.favourites()] == ["national/gd-overdose"]
    desk.close()
    assert b"not a binder" in b"".join(p.read_bytes() for p in paths.data.rglob("*unreadable*"))


def test_no_copy_on_the_first_day_is_no_warning_and_later_it_is(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "profil")
    with_star(paths)
    shutil.rmtree(paths.backups, ignore_errors=True)

    def copies(day: date) -> Finding:
        found = own_files.binder(paths.binder, (), day)
        return next(one for one in found if one.check == "backups")

    today = date.today()  # the binder writes down when it was made
    assert copies(today).state == "fine"
    assert (copies(today + timedelta(days=5)).state) == "watch"
    assert copies(today + timedelta(days=5)).way == "save_copy"


def test_what_can_be_done_in_the_window_is_told() -> None:
    (none,) = machine_parts.sources((), (), CheckState(), TODAY)
    (silent,) = machine_parts.sources(("Byen",), (), CheckState(), TODAY)
    (printer,) = machine_parts.printers(())
    assert (none.way, silent.way, printer.way) == ("add_source", "update", "look_again")


def test_without_a_copy_nothing_is_offered(paths: Paths) -> None:
    shutil.rmtree(paths.backups, ignore_errors=True)
    paths.binder.write_bytes(b"not a binder")
    (binder,) = (one for one in look(paths) if one.check == "binder")
    assert (binder.state, binder.repair) == ("fault", "")
    with pytest.raises(Condition):
        mend(paths, "binder", now=lambda: TODAY)


def test_a_flipped_bit_in_content_is_found_and_left(paths: Paths) -> None:
    sample = next(resource("compiled/samples").glob("*.jsonl"))
    made = install(paths.packs, sample.read_bytes())
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    made.write_bytes(data)
    (packs,) = (one for one in look(paths) if one.check == "packs")
    assert (packs.state, packs.repair) == ("fault", "content")
    assert made.name in packs.detail
    mend(paths, "content", now=lambda: TODAY)
    assert states(look(paths))["packs"] == "fine"
    assert made.with_suffix(".damaged").read_bytes() == bytes(data)


def test_a_damaged_library_is_built_anew(paths: Paths) -> None:
    sample = next(resource("compiled/samples").glob("*.jsonl"))
    install(paths.packs, sample.read_bytes())
    app_desk.open_desk(paths, now=lambda: TODAY).close()
    (library,) = paths.cache.glob("library-*.sqlite")
    data = bytearray(library.read_bytes())
    for place in range(len(data) // 4, len(data) // 2, 997):
        data[place] ^= 0xFF
    library.write_bytes(data)
    (found,) = (one for one in look(paths) if one.check == "library")
    assert (found.state, found.repair) == ("fault", "library")
    mend(paths, "library", now=lambda: TODAY)
    assert states(look(paths))["library"] == "fine"


def test_a_clock_before_the_content_is_wrong() -> None:
    (early,) = own_files.clock(datetime(2020, 1, 1), date(2026, 11, 1))
    (right,) = own_files.clock(TODAY, date(2026, 11, 1))
    assert (early.state, right.state) == ("fault", "fine")


def test_a_full_disk_says_how_much_is_needed(tmp_path: Path) -> None:
    (full,) = own_files.disk(tmp_path, 50_000_000)
    assert full.state == "watch"
    assert "151 MB" in full.todo


def test_the_window_names_the_printers(paths: Paths) -> None:
    found = ProfileDoctor(paths, lambda: ["Vakta"]).examine()
    (printers,) = (one for one in found if one.check == "printers")
    assert "Vakta" in printers.said


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (True, ["En skjermleser er koblet til."]),
        (False, ["Ingen skjermleser er koblet til."]),
        (None, []),
    ],
)
def test_the_window_tells_the_doctor_of_a_screen_reader(
    paths: Paths, reader: bool | None, said: list[str]
) -> None:
    found = ProfileDoctor(paths, list).examine(reader)
    assert [one.said for one in found if one.check == "reader"] == said


def test_the_command_says_it_in_lines_and_in_json(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = str(paths.profile)
    assert cli.main(["doctor", "--profile", profile]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("I orden") for line in lines) >= 9
    paths.binder.write_bytes(b"")
    assert cli.main(["doctor", "--profile", profile, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["state"] == "fault"
    assert {"binder", "display", "printers"} <= {one["check"] for one in told["findings"]}
    assert {"check", "name", "state", "said", "todo", "repair", "detail"} <= set(
        told["findings"][0]
    )
