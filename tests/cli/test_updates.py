"""The commands about new content, on a real web server and on sticks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from command_line import Answer, Run

from feltperm.packs.trust.source import encode_source
from packs.server import Server
from packs.simulator import Simulator, pack_bytes, spoil

PACK = "trondheim"
TODAY = datetime.now().replace(microsecond=0)


def day(seq: int) -> str:
    return (TODAY - timedelta(days=max(0, 30 - seq))).date().isoformat()


def version(seq: int, pack: str = PACK) -> bytes:
    return pack_bytes(pack, seq, day(seq), 60, word=f"utgave {seq}")


class Shop:
    """A publisher behind a web server."""

    def __init__(self, server: Server, files: dict[str, bytes]) -> None:
        self.server = server
        self.simulator = Simulator(TODAY, name="Trondheim kommune", url=server.url)
        files |= {**self.simulator.files, "source.json": encode_source(self.simulator.source)}
        self.simulator.files = files  # what is released from now on is served at once

    def release(self, seq: int, pack: str = PACK) -> None:
        self.simulator.release(pack, seq, version(seq, pack))

    @property
    def fingerprint(self) -> str:
        return self.simulator.source.fingerprint


@pytest.fixture
def shop() -> Iterator[Shop]:
    files: dict[str, bytes] = {}
    with Server(files) as server:
        made = Shop(server, files)
        made.release(1)
        yield made


@pytest.fixture
def added(feltperm: Run, shop: Shop) -> Run:
    """The program on a profile that trusts the shop."""
    answer = feltperm("sources", "add", shop.server.url, "--fingerprint", shop.fingerprint)
    assert answer == Answer(0, "Trondheim kommune er lagt til.\n", "")
    return feltperm


def test_bad_content_is_told_and_the_rest_is_taken(added: Run, shop: Shop) -> None:
    shop.simulator.release("alta", 1, version(1, "bodo"))
    answer = added("update")
    assert answer.code == 1
    assert answer.out.startswith("Prøve er fra ")
    assert answer.err == (
        "Trondheim kommune: Innholdet kom skadet fram. Det er ikke tatt i bruk.\n"
    )
    again = added("update", "--json")
    assert (again.code, json.loads(again.out)["refused"][0]["pack"]) == (1, "alta")
    assert added("update", "--check").code == 0


def test_without_the_code_it_is_shown_and_nothing_is_added(
    fails: Callable[..., str], feltperm: Run, shop: Shop
) -> None:
    said = fails("sources", "add", shop.server.url)
    assert said.startswith(f"Trondheim kommune har koden {shop.fingerprint}.")
    assert f'--fingerprint "{shop.fingerprint}"' in said
    assert feltperm("sources", "list").out == ""


def test_another_code_adds_nothing(fails: Callable[..., str], feltperm: Run, shop: Shop) -> None:
    wrong = shop.fingerprint[:-1] + ("0" if shop.fingerprint[-1] != "0" else "1")
    said = fails("sources", "add", shop.server.url, "--fingerprint", wrong)
    assert said.startswith("Koden stemmer ikke.")
    for code in (shop.fingerprint[:20], "", "0"):
        assert feltperm("sources", "add", shop.server.url, "--fingerprint", code).code == 1
    assert feltperm("sources", "list", "--json").json == []


@pytest.mark.parametrize(("answer", "code"), [("j", 0), ("", 1), ("nei", 1)])
def test_at_a_terminal_the_code_is_asked_about_and_no_is_the_default(
    feltperm: Run, shop: Shop, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    asked: list[str] = []

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answer)
    assert feltperm("sources", "add", shop.server.url).code == code
    assert asked[0].startswith("Be Trondheim kommune lese opp koden")
    assert bool(feltperm("sources", "list").out) == (code == 0)


def test_a_source_is_listed_and_removed(added: Run, shop: Shop) -> None:
    (listed,) = added("sources", "list", "--json").json
    assert listed["name"] == "Trondheim kommune"
    assert listed["fingerprint"] == shop.fingerprint
    assert listed["url"] == shop.server.url
    added("update")
    assert added("sources", "list", "--json").json[0]["packs"] == [PACK]
    removed = added("sources", "remove", "trondheim KOMMUNE", "--json").json
    assert removed == {"name": "Trondheim kommune", "packs": [PACK]}
    assert added("sources", "list", "--json").json == []
    assert added("show", f"{PACK}/svc-000001").code == 1


def test_a_source_file_is_enough_without_a_network(
    feltperm: Run, shop: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "kilde.json"
    file.write_bytes(shop.simulator.files["source.json"])
    shop.server.fault(status=503)
    answer = feltperm("sources", "add", file, "--fingerprint", shop.fingerprint.replace(" ", ""))
    assert answer.code == 0


@pytest.mark.parametrize("what", ["https://", "nothing-here", ".", "{url}/metadata/"])
def test_what_is_no_source_is_said(fails: Callable[..., str], shop: Shop, what: str) -> None:
    said = fails("sources", "add", what.format(url=shop.server.url))
    assert said


def test_update_says_what_it_would_take_and_then_takes_it(added: Run, shop: Shop) -> None:
    added("update")
    shop.release(2)
    sent = shop.server.sent
    check = added("update", "--check", "--json").json
    (plan,) = check["plans"]
    assert (plan["pack"], plan["seq"], plan["way"], plan["installed_seq"]) == (PACK, 2, "delta", 1)
    assert plan["bytes"] < plan["whole_bytes"]
    assert check["failures"] == []
    assert shop.server.sent - sent < plan["whole_bytes"] + 12_000
    line = added("update", "--check").out
    assert " av " in line
    updated = added("update", "--json").json
    (taken,) = updated["taken"]
    assert (taken["pack"], taken["seq"], taken["published"]) == (PACK, 2, day(2))
    assert taken["changes"] == {"new": 0, "changed": 6, "gone": 0}
    assert added("update").out == "Ingenting nytt.\n"
    assert "utgave 2" in added("show", f"{PACK}/svc-000000").out


def test_a_check_costs_about_two_requests(added: Run, shop: Shop) -> None:
    added("update")
    before, sent = len(shop.server.requests), shop.server.sent
    check = added("update", "--check", "--json").json
    assert len(shop.server.requests) - before <= 2
    assert check["received"] == shop.server.sent - sent
    assert check["received"] < 1000


def test_one_source_or_a_folder_can_be_asked(added: Run, shop: Shop, tmp_path: Path) -> None:
    copy = shop.simulator.write(tmp_path / "copy")
    shop.server.fault(status=503)
    assert added("update", "--source", copy, "--json").json["taken"][0]["seq"] == 1
    assert added("update", "--source", "Oslo").code == 1
    assert added("update", "--source", tmp_path).code == 1


def test_without_a_source_update_says_how_to_add_one(fails: Callable[..., str]) -> None:
    assert fails("update").startswith("Ingen kilde er lagt til.")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"portal": True}, "Nettet krever innlogging. Åpne nettleseren, og prøv igjen."),
        ({"status": 407}, "Nettet går gjennom en proxy"),
        ({"status": 500}, "Tjeneren til Trondheim kommune svarer ikke som den skal."),
    ],
)
def test_what_is_wrong_with_the_network_is_one_line(
    added: Run, fails: Callable[..., str], shop: Shop, fault: dict[str, object], sentence: str
) -> None:
    shop.server.fault(**fault)
    assert fails("update").startswith(sentence)


def test_what_is_not_the_senders_is_not_taken(
    added: Run, fails: Callable[..., str], shop: Shop
) -> None:
    added("update")
    shop.release(2)
    spoil(shop.simulator, "wrong_key")
    assert fails("update") == ("Innholdet kom ikke fra Trondheim kommune. Det er ikke tatt i bruk.")
    assert "utgave 1" in added("show", f"{PACK}/svc-000000").out


def test_going_back_and_forward(added: Run, shop: Shop) -> None:
    added("update")
    shop.release(2)
    added("update")
    state = added("rollback", PACK, "--json").json
    assert (state["seq"], state["pinned"]) == (1, True)
    assert "utgave 1" in added("show", f"{PACK}/svc-000000").out
    shop.release(3)
    answer = added("update")
    assert answer.out == "Ingenting nytt.\n"
    assert "Du har valgt å bruke det fra" in answer.err
    assert added("update", "--json").json["pinned"][0]["seq"] == 3
    assert added("rollback", PACK, "--undo", "--json").json["seq"] == 2
    assert added("update", "--json").json["taken"][0]["seq"] == 3


def test_there_must_be_something_to_go_back_to(added: Run, fails: Callable[..., str]) -> None:
    added("update")
    assert fails("rollback", PACK).startswith("Det finnes ikke noe eldre innhold")
    assert fails("rollback", "nothing")
    assert added("rollback", PACK, "--undo", "--to-bundled").code == 2


def test_the_national_content_needs_a_word_of_its_own(feltperm: Run, shop: Shop) -> None:
    shop.release(500, "national")
    code = ("--fingerprint", shop.fingerprint)
    answer = feltperm("sources", "add", shop.server.url, *code)
    assert "--national" in answer.err
    updated = feltperm("update")
    assert "ikke godkjent som avsender av nasjonalt innhold" in updated.err
    assert feltperm("show", "gd-overdose").code == 0
    feltperm("sources", "add", shop.server.url, *code, "--national")
    assert feltperm("update", "--json").json["taken"][0]["pack"] == "national"
    assert feltperm("show", "national/svc-000001").code == 0
    feltperm("rollback", "national", "--to-bundled")
    assert feltperm("show", "gd-overdose").code == 0


def test_changes_field_by_field(added: Run, shop: Shop) -> None:
    assert not added("update").err
    shop.release(2)
    assert not added("update").err
    text = added("changes").out
    assert f"{PACK}/svc-000000  Sted 0 utgave 2: " in text
    assert "Sted 0 utgave 1 → Sted 0 utgave 2" in text
    newest, first = added("changes", "--json").json
    assert (newest["old_seq"], newest["new_seq"], first["old_seq"]) == (1, 2, 0)
    assert [one["new_seq"] for one in added("changes", "--since", 1, "--json").json] == [2]
    assert added("changes", "--pack", "other", "--json").json == []
    assert added("changes", "--since", "x").code == 2


def test_a_stick_goes_both_ways(
    added: Run, typed: Run, shop: Shop, tmp_path: Path, fails: Callable[..., str]
) -> None:
    added("update")
    added("sites", "add", "Bussen", "--note", "Ring på")
    stick = tmp_path / "stick"
    stick.mkdir()
    answer = added("relay", stick, "--with-collections")
    assert answer.out.splitlines() == [
        "Trondheim kommune  Du har nyere innhold enn pinnen.",
        "Ferdig. Du kan ta ut pinnen.",
    ]
    other = ("--profile", tmp_path / "other")
    foreign = typed(*other, "relay", stick)
    assert foreign.code == 1
    assert "Pinnen er fra Trondheim kommune, som du ikke har lagt til." in foreign.err
    place = next((stick / "feltperm").glob("????????"))
    typed(*other, "sources", "add", place, "--fingerprint", shop.fingerprint)
    took = typed(*other, "relay", stick, "--take-shared", "--json").json
    assert [one["outcome"] for one in took["parts"]] == ["stick_newer"]
    assert [one["seq"] for one in took["taken"]] == [1]
    brought = {"sites": ["Bussen"], "favourites": 0, "unknown": 0, "collections": []}
    assert took["shared"] == brought
    assert took["given"] is None
    assert "Bussen" in typed(*other, "sites", "list").out
    same = typed(*other, "relay", stick)
    assert "Pinnen har samme innhold." in same.out
    assert fails("relay", tmp_path / "gone").startswith("Fant ikke mappen")


def test_a_json_answer_is_json_all_the_way(added: Run, shop: Shop) -> None:
    for argv in (["sources", "list"], ["update", "--check"], ["update"], ["changes"]):
        answer = added(*argv, "--json")
        json.loads(answer.out)
        assert answer.err == ""
