"""A picture of an alert: named by its file, described, and gone along with under its hash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from repository_home import NOW, Client, Home
from sample_sources import FILES, SOURCE, write_files

from feltperm import app_desk
from feltperm.app_updates import open_updates
from feltperm.catalogue.records import Alert, Picture
from feltperm.desk.text import record_text
from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.format import decode
from feltperm.packs.trust.source import SOURCE_FILE, decode_source, encode_source
from feltperm.paths import Paths, find_paths
from feltperm_publish.findings import Finding
from feltperm_publish.lint import check
from feltperm_publish.place import Place
from packs.server import Server

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
ALERT = f"""\
---
title: Prøvevarsel
topics: [overdose]
level: info
said_by: Prøveutgiver
appearance: Runde og blå.
picture:
  file: piller/bla.png
  alt: En blå, rund pille ved siden av en linjal.
phrases: [alert.new]
valid_from: 2026-11-20
valid_until: 2026-12-20
{SOURCE}---
"""


def write(sources: Path, text: str = ALERT, picture: bytes | None = PNG) -> Path:
    """Put the alert, and the picture that it names, among the sources."""
    place = sources / "catalogue/alerts/al-sample.md"
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")
    if picture is not None:
        (sources / "assets/piller").mkdir(parents=True, exist_ok=True)
        (sources / "assets/piller/bla.png").write_bytes(picture)
    return sources


class Laptop:
    """The program on a profile of its own, as it is composed but for the system's proxies."""

    def __init__(self, folder: Path) -> None:
        self.paths: Paths = find_paths(folder / "profile", folder)

        def carry(place: Path | None, transfer: Transfer) -> Carrier:
            if place is not None:
                return FolderCarrier(place, transfer)
            return HttpCarrier(transfer, self.paths.updates / "parts", proxy=lambda _url: None)

        self.desk: UpdateDesk = open_updates(self.paths, lambda: NOW.replace(tzinfo=None), carry)

    def shown(self) -> tuple[Picture, bytes]:
        """Open the content; return the alert's picture and the file it names.

        What it shows stands in the alert's text.
        """
        desk = app_desk.open_desk(self.paths)
        try:
            page = desk.find.show("sample/al-sample")
            alert = page.entry.record
            said = "Runde og blå. Bilde: En blå, rund pille ved siden av en linjal. Utseendet kan"
            assert f"Slik ser det ut: {said}" in record_text(page)
            assert isinstance(alert, Alert)
            assert alert.picture
            return alert.picture, desk.asset(alert.picture.sha256)
        finally:
            desk.close()


def errors(sources: Path) -> list[Finding]:
    return check(Place(sources, sources), date(2026, 11, 26))[2]


def test_the_record_names_its_picture_by_the_hash_of_the_file(home: Home, tmp_path: Path) -> None:
    home.create()
    made = home.release(write(home.sources()))
    (alert,) = (
        one for one in decode(made.files[made.release.plain]).records if isinstance(one, Alert)
    )
    name = sha256(PNG).hexdigest()
    words = {"nb": "En blå, rund pille ved siden av en linjal."}
    assert alert.picture == Picture(sha256=name, alt=words)
    client = Client(home.repository, tmp_path / "client")
    client.refresh()
    assert client.get(f"assets/{name}") == PNG


def test_another_picture_is_another_content(home: Home) -> None:
    home.create()
    home.release(write(home.sources()))
    assert home.make(home.sources()) is None
    assert home.make(write(home.sources(), picture=PNG + b"more"))


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("bla.png", "rod.png", "picture.file", "no file 'piller/rod.png' in assets/"),
        ("piller/bla.png", "../secret.png", "picture.file", "no file"),
        ("file: piller/bla.png", "sha256: abc", "picture.sha256", "made from the file"),
        ("file: piller/bla.png\n", "file: [a, b]\n", "picture.file", "no file"),
        ("  alt: En blå, rund pille ved siden av en linjal.\n", "", "picture", "alt"),
        ("alt: En", "alt: {en: A blue pill}\n  # En", "picture.alt.nb", "bokmål"),
    ],
)
def test_a_slip_about_a_picture_is_found(
    home: Home, old: str, new: str, field: str, words: str
) -> None:
    assert old in ALERT
    (home.sources().parent / "secret.png").write_bytes(PNG)
    (finding,) = errors(write(home.sources(), ALERT.replace(old, new)))
    assert (finding.record, finding.field) == ("al-sample", field)
    assert words in finding.message


@pytest.mark.parametrize("what", ["too large", "a photograph", "a link"])
def test_what_no_laptop_would_draw_is_found(home: Home, tmp_path: Path, what: str) -> None:
    sources = write(home.sources(), picture=PNG + bytes(2_000_000) if what == "too large" else PNG)
    place = sources / "assets/piller/bla.png"
    if what == "a photograph":
        place.rename(place.with_suffix(".jpg"))
        write(sources, ALERT.replace("bla.png", "bla.jpg"), None)
    elif what == "a link":
        place.rename(tmp_path / "elsewhere.png")
        place.symlink_to(tmp_path / "elsewhere.png")
    (finding,) = errors(sources)
    assert finding.field == "picture.file"


def test_a_picture_comes_over_a_link_and_goes_on_by_a_stick(home: Home, tmp_path: Path) -> None:
    """Publisher, web server, laptop, stick, another laptop: each has the record and its file."""
    home.create()
    home.release(write(write_files(tmp_path / "sources", FILES)))
    first, second = Laptop(tmp_path / "first"), Laptop(tmp_path / "second")
    stick = tmp_path / "stick"
    stick.mkdir()
    with Server(home.repository) as web:
        here = home.repository / SOURCE_FILE
        here.write_bytes(encode_source(replace(decode_source(here.read_bytes()), url=web.url)))
        proposal = first.desk.sources.propose(web.url)
        first.desk.sources.add(proposal)
        (taken,) = first.desk.updates.update().taken
    assert (taken.installed.pack, taken.installed.seq) == ("sample", 2)
    picture, file = first.shown()
    assert (picture.sha256, file) == (sha256(PNG).hexdigest(), PNG)
    first.desk.relay.give(stick)
    second.desk.sources.add(second.desk.sources.propose(stick))
    assert second.desk.relay.take(stick)
    assert second.shown() == (picture, PNG)
    (second.paths.assets / picture.sha256).write_bytes(PNG[:-1] + b"!")
    with pytest.raises(UpdateFailed):
        second.shown()
