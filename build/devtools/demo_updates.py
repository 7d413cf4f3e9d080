"""``demo-updates``: signed content from a publisher to two laptops, over a link that breaks.

Everything is the real thing: ``feltperm-publish`` makes and signs, ``feltperm`` fetches, verifies
and passes on, each as a program of its own. Only the key is for show, and it goes with the
temporary folder. Nothing but loopback is reached.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import TimeoutExpired
from typing import Any

from devtools.console import Failure, say, step
from devtools.loopback import Answer, Loopback
from devtools.places import ROOT
from devtools.programs import Laptop, publish

__all__ = ["demonstrate"]

_NAME = "Eksempelutgiver"
_PASSPHRASE = "for the demonstration only"
#: What the second version changes, and what it adds.
_SERVICE, _PHONE = "svc-trondheim-fontenehuset", "73000000"
_ALERT = "al-tk-falske-piller"
#: So many pieces the link gives a file in.
_PIECES = 5
#: A program that is started so often for one file gets nowhere.
_MOST_TRIES = 3 * _PIECES
#: Two small requests; more would be felt on 10,000 laptops (docs/publishing.md).
_CHECK_REQUESTS, _CHECK_BYTES = 2, 1000


@contextmanager
def _named(title: str) -> Iterator[None]:
    """A step of the report; what goes wrong in it is told with its name."""
    with step(title):
        try:
            yield
        except Failure as failure:
            raise Failure(f"The step «{title}» failed. {failure}") from failure
        except (OSError, LookupError, ValueError, TimeoutExpired) as error:
            raise Failure(f"The step «{title}» failed. {error!r}") from error


def _expect(holds: object, what: str) -> None:
    if not holds:
        raise Failure(f"Expected: {what}.")


@dataclass
class _Row:
    """A line of the summary."""

    what: str
    received: int
    requests: int
    seconds: float
    note: str = ""


@dataclass
class _Link:
    """A link that gives so many bytes of the content, and then nothing for a while.

    The connection ends after a piece, and the next one before it has begun. So the program gives
    up and has to be started again, as when somebody drives through a tunnel.
    """

    piece: int
    cuts: int = 0
    dead: bool = False

    def __call__(self, answer: Answer) -> int | None:
        if not answer.path.startswith("targets/national/"):
            return None
        if self.dead:
            self.dead = False
            return -1
        if answer.length <= self.piece:
            return None
        self.cuts, self.dead = self.cuts + 1, True
        return self.piece


@dataclass
class _Show:
    """What the steps share."""

    folder: Path
    server: Loopback
    rows: list[_Row] = field(default_factory=list)
    fingerprint: str = ""

    @property
    def repository(self) -> Path:
        return self.folder / "repository"

    @property
    def sources(self) -> Path:
        return self.folder / "sources"

    @property
    def passphrase(self) -> tuple[str, Path]:
        return "--passphrase-file", self.folder / "passphrase.txt"


def demonstrate(folder: Path) -> None:
    """Do all of it in an empty folder, and print what came of it.

    Raises:
        Failure: something was not as promised; the message names the step.
    """
    first, second = Laptop(folder / "first"), Laptop(folder / "second")
    stick = folder / "stick"
    stick.mkdir()
    with Loopback(folder / "repository") as server:
        show = _Show(folder, server)
        with _named("A publisher signs a first version"):
            _open_shop(show)
        with _named("A laptop adds the publisher, once the code has been compared"):
            _add(show, first)
        with _named("The first version, over a link that is cut"):
            old = _update(show, first, "whole")
        with _named("What it costs to ask when nothing is new"):
            _check(show, first)
        with _named("The publisher changes a telephone number and sends a warning"):
            _second_version(show)
        with _named("The second version by what differs, over a link that is cut"):
            new = _update(show, first, "delta")
        with _named("What changed"):
            _changed(first, old)
        with _named("One step back, and forward again"):
            _back_and_forward(first, old, new)
        with _named("A stick is written"):
            _give(show, first, stick)
    with _named("A second laptop takes it from the stick, without a network"):
        _take(show, first, second, stick, new)
    _summary(show.rows)


def _open_shop(show: _Show) -> None:
    show.passphrase[1].write_text(f"{_PASSPHRASE}\n", encoding="utf-8")
    shutil.copytree(
        ROOT / "resources", show.sources, ignore=shutil.ignore_patterns("samples", "__pycache__")
    )
    one_key = ("--root-keys", 1, "--threshold", 1)
    made = publish(
        "init", show.repository, "--name", _NAME, "--url", show.server.url, *one_key,
        *show.passphrase,
    )  # fmt: skip
    found = re.search(r"(?:[0-9a-f]{4} ){5}[0-9a-f]{4}", made)
    _expect(found, "the fingerprint of the new repository")
    assert found
    show.fingerprint = found[0]
    say(f"   {_NAME}, code {show.fingerprint}, at {show.server.url}")
    _release(show)


def _release(show: _Show) -> None:
    lines = publish("release", show.repository, show.sources, *show.passphrase).splitlines()
    for line in lines:
        if not re.match(r"\s+(root|targets|snapshot)", line):
            say(f"   {line}")
    publish("verify", show.repository)


def _add(show: _Show, laptop: Laptop) -> None:
    said = laptop.refused("sources", "add", show.server.url)
    _expect(show.fingerprint in said, "the code before anything is added")
    say(f"   Without the code: {said}")
    laptop.run("sources", "add", show.server.url, "--fingerprint", show.fingerprint, "--national")
    (added,) = laptop.json("sources", "list")
    _expect(added["fingerprint"] == show.fingerprint, "the publisher on the list")
    say(f"   With it: {added['name']} is added, key {added['key']}")


def _update(show: _Show, laptop: Laptop, way: str) -> int:
    """Update over a bad link until it is done; return the version."""
    began, before = time.monotonic(), len(show.server.answers)
    plan = _plan(laptop)
    _expect(plan["way"] == way, f"an update by {way}, not by {plan['way']}")
    say(f"   There is: {_size(plan['bytes'])} of {_size(plan['whole_bytes'])}")
    link = _Link(piece=-(-plan["bytes"] // _PIECES))
    show.server.cut = link
    tries, given_up = _until_done(laptop)
    show.server.cut = lambda _answer: None
    seconds = time.monotonic() - began
    answers = show.server.answers[before:]
    content = sum(one.sent for one in answers if one.path.startswith("targets/national/"))
    say(f"   The link is cut after every {_size(link.piece)}: {link.cuts} times")
    say(f"   In between: {given_up}")
    say(f"   Started {tries} times, done in {seconds:.1f} s")
    say(f"   Bytes of content: {content}, the file has {plan['bytes']}: no byte came twice")
    _expect(link.cuts == _PIECES - 1, f"{_PIECES - 1} cuts, not {link.cuts}")
    _expect(content == plan["bytes"], f"{plan['bytes']} bytes of content, not {content}")
    _expect(not _plans(laptop), "nothing left to fetch")
    title = "first version, whole" if way == "whole" else "second version, by what differs"
    show.rows.append(_row(title, answers, seconds, f"cut {link.cuts} times"))
    return int(plan["seq"])


def _until_done(laptop: Laptop) -> tuple[int, str]:
    """Update again until it is done; return how often it was begun, and what the rest said."""
    said = ""
    for tries in range(1, _MOST_TRIES + 1):
        done = laptop.attempt("update", "--json")
        if done.code == 0:
            _expect(len(json.loads(done.out)["taken"]) == 1, "one update that was taken")
            return tries, said
        said = done.err
    raise Failure(f"After {_MOST_TRIES} tries the update is not done. {said}")


def _plan(laptop: Laptop) -> dict[str, Any]:
    plans = _plans(laptop)
    _expect(len(plans) == 1, f"one update that waits, not {len(plans)}")
    return plans[0]


def _plans(laptop: Laptop) -> list[dict[str, Any]]:
    plans: list[dict[str, Any]] = laptop.json("update", "--check")["plans"]
    return plans


def _check(show: _Show, laptop: Laptop) -> None:
    began, before = time.monotonic(), len(show.server.answers)
    check = laptop.json("update", "--check")
    answers = show.server.answers[before:]
    row = _row("a check, nothing new", answers, time.monotonic() - began)
    _expect(check["plans"] == [] and check["failures"] == [], "nothing new and nothing wrong")
    _expect(check["received"] == row.received, "the bytes that the program counts itself")
    _expect(row.requests <= _CHECK_REQUESTS, f"{_CHECK_REQUESTS} requests, not {row.requests}")
    _expect(row.received <= _CHECK_BYTES, f"at most {_CHECK_BYTES} bytes, not {row.received}")
    for one in answers:
        say(f"   {one.path}: {one.sent} B")
    show.rows.append(row)


def _second_version(show: _Show) -> None:
    service = show.sources / "catalogue" / "services" / f"{_SERVICE}.md"
    text = service.read_text(encoding="utf-8")
    changed, count = re.subn(r"(?m)^(phones:\n\s*- )'\d{8}'", rf"\g<1>'{_PHONE}'", text)
    _expect(count == 1, f"one telephone number in {service.name}")
    service.write_text(changed, encoding="utf-8")
    alerts = show.sources / "catalogue" / "alerts"
    alerts.mkdir()
    shutil.copy(ROOT / "resources/samples/trondheim/catalogue/alerts" / f"{_ALERT}.md", alerts)
    _release(show)


def _changed(laptop: Laptop, since: int) -> None:
    for line in laptop.run("changes", "--since", since).splitlines():
        say(f"   {line}")
    (update,) = laptop.json("changes", "--since", since)
    records = {record["id"]: record for record in update["records"]}
    _expect(set(records) == {_SERVICE, _ALERT}, f"two changed records, not {sorted(records)}")
    _expect(records[_ALERT]["what"] == "new", "a new warning")
    (phone,) = records[_SERVICE]["fields"]
    _expect(phone["field"] == "phone" and phone["old"] != phone["new"], "both numbers")
    _expect(_spaced(_PHONE) in laptop.run("show", _SERVICE), "the new number on its page")
    _expect("Eksempel" in laptop.run("show", _ALERT), "the warning on its page")


def _back_and_forward(laptop: Laptop, old: int, new: int) -> None:
    back = laptop.json("rollback", "national")
    _expect((back["seq"], back["pinned"]) == (old, True), f"version {old}, pinned")
    _expect(_spaced(_PHONE) not in laptop.run("show", _SERVICE), "the old number on its page")
    update = laptop.json("update")
    _expect(not update["taken"] and len(update["pinned"]) == 1, "an update that leaves it alone")
    say(f"   Back: version {old}; an update leaves it at that")
    forward = laptop.json("rollback", "national", "--undo")
    _expect((forward["seq"], forward["pinned"]) == (new, False), f"version {new}, not pinned")
    _expect(_spaced(_PHONE) in laptop.run("show", _SERVICE), "the new number on its page")
    say(f"   Forward: version {new}, from the disk")


def _give(show: _Show, laptop: Laptop, stick: Path) -> None:
    began = time.monotonic()
    given = laptop.json("relay", stick)["given"]
    _expect(given, "something on the stick")
    for path in sorted(path for path in stick.rglob("*") if path.is_file()):
        size = _size(path.stat().st_size)
        say(f"   {_short(path.relative_to(stick))}  {size}")
    note = f"{given['bytes']} B written, {given['files']} files"
    show.rows.append(_Row("stick written", 0, 0, time.monotonic() - began, note))


def _take(show: _Show, giver: Laptop, laptop: Laptop, stick: Path, seq: int) -> None:
    began = time.monotonic()
    (place,) = (stick / "feltperm").glob("????????")
    laptop.run("sources", "add", place, "--fingerprint", show.fingerprint, "--national")
    said = laptop.refused("update")
    say(f"   Over the network: {said}")
    (taken,) = laptop.json("relay", stick)["taken"]
    _expect(taken["seq"] == seq, f"version {seq}, not {taken['seq']}")
    _expect(giver.packs() == laptop.packs() != {}, "the same bytes on both laptops")
    _expect(_spaced(_PHONE) in laptop.run("show", _SERVICE), "the new number on its page")
    say(f"   From the stick: version {seq}, byte for byte what the first laptop has")
    show.rows.append(_Row("stick taken", 0, 0, time.monotonic() - began, "no network"))


def _row(what: str, answers: Sequence[Answer], seconds: float, note: str = "") -> _Row:
    return _Row(what, sum(one.sent for one in answers), len(answers), seconds, note)


def _summary(rows: Sequence[_Row]) -> None:
    say(f"\n{'':<34}{'over the link':>14}{'requests':>10}{'time':>9}")
    for row in rows:
        line = f"{row.what:<34}{_size(row.received):>14}{row.requests:>10}{row.seconds:>7.1f} s"
        say(f"{line}  {row.note}".rstrip())
    say("times are with the start of each program; bytes are those of the bodies")
    say("\nAll of it held.")


def _size(count: int) -> str:
    return f"{count} B" if count < 1000 else f"{count / 1000:,.1f} kB"


def _spaced(number: str) -> str:
    return " ".join(number[at : at + 2] for at in range(0, len(number), 2))


def _short(path: Path) -> str:
    """Return a path with the long hashes in it cut off."""
    return re.sub(r"([0-9a-f]{8})[0-9a-f]{56}", r"\1…", path.as_posix())
