"""The command: what it makes, what it leaves alone, and what it says when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from feltperm.catalogue.emergency import load_card
from feltperm.catalogue.library import Library
from feltperm.packs.format import read_pack
from feltperm_publish import folder
from feltperm_publish.cli import main

Run = Callable[..., int]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "compiled"


@pytest.fixture
def run(resources: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a word of the command on the samples; fonts have a test of their own and are slow."""
    monkeypatch.setattr(folder, "instance", lambda weight: f"font {weight}".encode())

    def call(word: str) -> int:
        where = ["--out", str(out)] if word == "compile" else []
        return main([word, "--sources", str(resources), *where])

    return call


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def state(out: Path) -> dict[str, int]:
    return {
        path.relative_to(out).as_posix(): path.stat().st_mtime_ns
        for path in out.rglob("*")
        if path.is_file()
    }


def library(out: Path) -> Path:
    (found,) = out.glob("library-*")
    return found


def test_compile_makes_everything_the_program_ships(run: Run, out: Path) -> None:
    assert run("compile") == 0
    names = {name for name in state(out) if not name.startswith("library-")}
    assert names == {
        "national.jsonl", "emergency.json", "geography.json", "categories.json", "labels.json",
        "audiences.json",
        "offers.json", "phrases.json", "synonyms.json", "terms.json", "topics.json",
        "icons/search.svg", "icons/trash-2.svg", "fonts/NotoSans-Regular.ttf",
        "fonts/NotoSans-SemiBold.ttf", "fonts/NotoSans-Bold.ttf",
    }  # fmt: skip
    assert len(read_pack(out / "national.jsonl").records) == 5
    assert load_card(out / "emergency.json").numbers[0].display == "116 117"


def test_library_holds_the_records_of_the_pack(run: Run, out: Path) -> None:
    assert run("compile") == 0
    opened = Library(library(out))
    try:
        assert opened.count() == 5
    finally:
        opened.close()


def test_second_run_touches_nothing(
    run: Run, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("compile")
    before = state(out)
    capsys.readouterr()
    assert run("compile") == 0
    assert state(out) == before
    assert capsys.readouterr().out == f"{out} is up to date\n"


def test_changed_record_makes_a_new_pack_and_library_only(
    run: Run, out: Path, resources: Path
) -> None:
    run("compile")
    before, old_library = state(out), library(out).name
    edit(resources / "catalogue/services/svc-sample.md", "finnes", "fins")
    assert run("compile") == 0
    after = state(out)
    assert library(out).name != old_library
    changed = {name for name, time in after.items() if before.get(name) != time}
    assert changed == {"national.jsonl", library(out).name}


def test_icon_taken_off_the_list_is_removed(run: Run, out: Path, resources: Path) -> None:
    run("compile")
    edit(resources / "icons/lucide.txt", "search\n", "")
    assert run("compile") == 0
    assert [path.name for path in (out / "icons").iterdir()] == ["trash-2.svg"]


def test_damaged_or_missing_output_is_made_again(run: Run, out: Path) -> None:
    run("compile")
    whole = library(out).read_bytes()
    library(out).write_bytes(whole[:100])
    (out / "topics.json").unlink()
    assert run("compile") == 0
    assert library(out).read_bytes() == whole
    assert json.loads((out / "topics.json").read_bytes()) == {"overdose": {"nb": "Overdose"}}


def test_interrupted_run_is_not_taken_for_a_finished_one(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*arguments: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(folder, "build_library", full_disk)
        assert run("compile") == 1
    assert run("compile") == 0
    assert library(out).stat().st_size > 0


def test_unreadable_stamps_count_as_none(run: Run, out: Path) -> None:
    run("compile")
    out.with_name("compiled.stamps.json").write_bytes(b"\xff[")
    assert run("compile") == 0


def test_findings_stop_the_compiler_before_it_writes(
    run: Run, out: Path, resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(resources / "catalogue/services/svc-sample.md", "[overdose]", "[overdoze]")
    assert run("compile") == 1
    assert state(out) == {}
    error = capsys.readouterr().err.splitlines()
    assert error == [
        "catalogue/services/svc-sample.md: svc-sample: topics: unknown topic 'overdoze'; "
        "topics.yaml lists them",
        "1 to put right, 0 warnings",
    ]


SERVICE = "catalogue/services/svc-sample.md"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    opens_at: 09:00", "\topens_at: 09:00", "line 12: found a tab"),
        ("free: true", "free: true\nfree: false", "'free' stands twice"),
        ("free: true", "free: perhaps", "free: "),
        ("topics: [overdose]", "topics: overdose", "topics: "),
        ("free: true", "fri: true", "fri: there is no such field"),
        ("Et sted som", "Et sted " * 650_000, "no page is that long"),
        ("free: true", "free: [", "line "),
        ("---\nEt sted", "Et sted", "no closing ---"),
    ],
    ids=["a tab", "a key twice", "a wrong type", "no list", "an unknown field", "5 MB", "a bracket",
         "no end"],
)  # fmt: skip
@pytest.mark.parametrize("word", ["lint", "compile"])
def test_bad_input_is_named_and_compiles_nothing(
    run: Run, resources: Path, out: Path, capsys: pytest.CaptureFixture[str], word: str,
    old: str, new: str, words: str,
) -> None:  # fmt: skip
    edit(resources / SERVICE, old, new)
    assert run(word) == 1
    said = capsys.readouterr().err
    assert any(line.startswith(SERVICE) and words in line for line in said.splitlines()), said
    assert max(map(len, said.splitlines())) < 500
    assert state(out) == {}


@pytest.mark.parametrize("word", ["lint", "compile"])
def test_an_id_that_stands_twice_is_named_and_compiles_nothing(
    run: Run, resources: Path, out: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    twin = resources / "catalogue/organisations/svc-sample.md"
    twin.write_bytes((resources / "catalogue/organisations/org-sample.md").read_bytes())
    assert run(word) == 1
    assert "another file has the same name" in capsys.readouterr().err
    assert state(out) == {}


def test_lint_says_that_all_is_well(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lint") == 0
    assert capsys.readouterr().out == "5 records, nothing to put right\n"


def test_lint_names_what_is_wrong(
    run: Run, resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(resources / "catalogue/services/svc-sample.md", "22400040", "22")
    assert run("lint") == 1
    assert "phones[0].number" in capsys.readouterr().err


def test_missing_word_list_is_one_clear_line(
    run: Run, resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (resources / "vocabulary/phrases.yaml").write_text("a: [", encoding="utf-8")
    assert run("compile") == 1
    error = capsys.readouterr().err
    assert error.startswith("feltperm-publish: phrases.yaml: line ")
    assert error.count("\n") == 1


def test_stats_count_the_records(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stats") == 0
    lines = capsys.readouterr().out.splitlines()
    counted = {line[:24].strip(): line[24:].strip() for line in lines if " of " not in line}
    assert counted["service"] == "2"
    assert counted["services with phone"] == "2"
    assert counted["municipalities"] == "1"
    assert counted["to be checked"] == "1"
    filled = {tuple(line.split()) for line in lines if " of " in line}
    assert ("service", "referral", "1", "of", "2") in filled
    assert ("service", "anonymous", "0", "of", "2") in filled
    assert ("guidance", "steps", "1", "of", "1") in filled


@pytest.mark.parametrize("words", [[], ["bake"], ["lint", "--sources", "/nowhere"], ["lint", "-x"]])
def test_wrong_use_exits_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: feltperm-publish" in capsys.readouterr().err
