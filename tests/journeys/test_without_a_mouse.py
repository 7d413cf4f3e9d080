"""The main job with a screen reader: what the accessibility bus says, keys, and no mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from real_display import Keyboard, display, start, until
from screen_reader import CHECKED, FOCUSED, SENSITIVE, Reader, Seen, bridged, session_bus

from feltperm import app_desk
from feltperm.app_updates import open_updates
from feltperm.paths import find_paths
from packs.simulator import Simulator, pack_bytes

_LAUNCHER = any(
    Path(place).exists()
    for place in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
)
pytestmark = [
    pytest.mark.slow,
    *(
        pytest.mark.skipif(not shutil.which(tool), reason=f"{tool} is not here")
        for tool in ("Xvfb", "xdotool", "dbus-daemon")
    ),
    pytest.mark.skipif(not _LAUNCHER, reason="at-spi2-core is not here"),
]


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[tuple[Keyboard, str]]:
    """A keyboard at a display of its own, and the address of a message bus of its own."""
    (tmp_path / "run").mkdir(mode=0o700)
    with display() as keyboard:
        keyboard.env["XDG_RUNTIME_DIR"] = str(tmp_path / "run")
        keyboard.env["HOME"] = str(tmp_path)
        with session_bus(keyboard.env) as bus:
            keyboard.env = bridged(keyboard.env, bus)
            yield keyboard, bus


def stars(profile: Path) -> list[str]:
    desk = app_desk.open_desk(find_paths(profile))
    try:
        return [str(one.ref) for one in desk.keep.favourites()]
    finally:
        desk.close()


def with_a_source(profile: Path, folder: Path) -> Simulator:
    """Let the profile know a sender whose content lies in a folder, and have the newest of it."""
    shop = Simulator(datetime.now(), name="Trondheim kommune")
    shop.release("trondheim", 1, pack_bytes("trondheim", 1))
    shop.write(folder)
    desk = open_updates(find_paths(profile))
    desk.sources.add(desk.sources.propose(folder))
    assert desk.updates.update().taken
    desk.close()
    return shop


def test_the_main_job_without_a_mouse(seat: tuple[Keyboard, str], tmp_path: Path) -> None:
    keyboard, bus = seat
    profile, pdf = tmp_path / "profil", tmp_path / "overdose.pdf"
    shop = with_a_source(profile, tmp_path / "sender")
    program = start(keyboard, profile)
    reader = Reader(bus)
    try:
        _search(reader)
        _read_and_star(reader, keyboard, profile)
        _save_a_poster(reader, keyboard, pdf)
        shop.release("trondheim", 2, pack_bytes("trondheim", 2, word="utgave"))
        shop.write(tmp_path / "sender")
        _look_for_updates(reader)
    finally:
        reader.close()
        program.kill()
        program.wait(60)
    assert stars(profile) == ["national/gd-overdose"]
    assert pdf.read_bytes().startswith(b"%PDF")


def _search(reader: Reader) -> None:
    reader.find("push button", "Hopp over").press()
    field = reader.find("text", "Søk etter hjelp", lambda seen: seen.has(FOCUSED))
    field.write("overdose")
    reader.find("label", "", lambda seen: "treff på «overdose»" in seen.name)
    first = reader.find("list item", "Overdose: det du gjør")
    assert "Rop og rist" in first.name, "the sentence a reader hears says what it is about"


def _read_and_star(reader: Reader, keyboard: Keyboard, profile: Path) -> None:
    keyboard.key("Return")
    content = reader.find("filler", "Innhold")
    reader.find("label", "Ring 113 hvis")
    said = [seen.name for seen in content.inside() if seen.role == "label"]
    assert said[0] == "Overdose: det du gjør"
    assert said.index("Ring 113") < said.index("Bli til hjelpen kommer"), "in the order of reading"
    reader.find("push button", "Sett stjerne (Ctrl+D)").press()
    reader.find("push button", "Fjern stjerne")
    until(lambda: stars(profile), "the star is kept")


def _save_a_poster(reader: Reader, keyboard: Keyboard, pdf: Path) -> None:
    reader.find("radio button", "Plakater").press()
    reader.find("radio button", "Plakater", lambda seen: seen.has(CHECKED))
    posters = reader.find("list", "Plakater")
    posters.focus()
    reader.find("list item", "", lambda seen: seen.has(FOCUSED) and "språk" in seen.name)
    keyboard.type("overdose")
    reader.find("list item", "Overdose\n", lambda seen: seen.has(FOCUSED))
    reader.find("check box", "Som tekst").press()

    def whole(seen: Seen) -> bool:
        return "Ring 113" in seen.text()

    reader.find("text", "Arket som tekst", whole)
    reader.find("push button", "Lagre PDF").press()
    name = reader.find("text", "Filnavn", lambda seen: seen.has(FOCUSED))
    name.write(str(pdf))
    reader.find("push button", "Lagre", lambda seen: seen.name == "Lagre").press()
    until(pdf.exists, "the PDF is saved")


def _look_for_updates(reader: Reader) -> None:
    reader.find("radio button", "Oppdatering").press()
    reader.find("radio button", "Oppdatering", lambda seen: seen.has(CHECKED))
    assert reader.find("push button", "Fra minnepinne").has(SENSITIVE), "it can be pressed"
    _check(reader)
    reader.find("label", "Det er nytt innhold")
    reader.find("push button", "Hent ").press()
    reader.find("push button", "Ta i bruk").press()
    reader.find("label", "Nytt siden sist")
    _check(reader)
    reader.find("label", "Innholdet er oppdatert")


def _check(reader: Reader) -> None:
    reader.find("push button", "Se etter nå", lambda seen: seen.has(SENSITIVE)).press()
