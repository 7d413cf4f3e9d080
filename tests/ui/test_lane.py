"""Lane: work off the window's thread, answers on it (DESIGN section 8)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from feltperm.errors import Condition, ContentDamaged, NotFound
from feltperm.ui.background import Lane


class Tool:
    """What a lane owns here; remembers the thread that made it and whether it was closed."""

    def __init__(self, name: str = "first") -> None:
        self.name = name
        self.thread = threading.get_ident()
        self.closed = False

    def close(self) -> None:
        assert threading.get_ident() == self.thread, "closed on another thread"
        self.closed = True


class Answers:
    """Collects what a lane delivers, and where."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Condition] = []
        self.bugs: list[BaseException] = []
        self.threads: set[int] = set()

    def take(self, kept: list[object]) -> Callable[[object], None]:
        def keep(answer: object) -> None:
            self.threads.add(threading.get_ident())
            kept.append(answer)

        return keep


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def lane(qtbot: QtBot, answers: Answers) -> Iterator[Lane[Tool]]:
    lane: Lane[Tool] = Lane(Tool, answers.take(answers.bugs))  # type: ignore[arg-type]
    yield lane
    lane.close(Tool.close)


def ask(lane: Lane[Tool], answers: Answers, work: Callable[[Tool], object], name: str = "") -> None:
    done, failed = answers.take(answers.done), answers.take(answers.failed)  # type: ignore[arg-type]
    if name:
        lane.run_latest(name, work, done, failed)
    else:
        lane.run(work, done, failed)


def test_the_answer_comes_on_the_windows_thread_and_work_runs_on_one_other(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    for _ in range(5):
        ask(lane, answers, lambda tool: (threading.get_ident(), tool.thread))
    qtbot.waitUntil(lambda: len(answers.done) == 5)
    assert answers.threads == {threading.get_ident()}
    workers = {thread for pair in answers.done for thread in pair}  # type: ignore[attr-defined]
    assert len(workers) == 1
    assert threading.get_ident() not in workers


def test_the_tool_is_made_once_and_only_when_there_is_work(qtbot: QtBot, answers: Answers) -> None:
    made: list[Tool] = []
    lane: Lane[Tool] = Lane(
        lambda: made.append(Tool()) or made[-1],  # type: ignore[func-returns-value]
        answers.bugs.append,
    )
    assert not made
    ask(lane, answers, lambda tool: tool)
    ask(lane, answers, lambda tool: tool)
    qtbot.waitUntil(lambda: len(answers.done) == 2)
    assert made == [answers.done[0]]
    lane.close(Tool.close)
    assert made[0].closed


def test_a_newer_job_of_the_same_name_overtakes_the_older(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    gate = threading.Event()
    ask(lane, answers, lambda _tool: gate.wait(10) and "first", "search")
    for word in ("second", "third", "last"):
        ask(lane, answers, lambda _tool, word=word: word, "search")  # type: ignore[misc]
    ask(lane, answers, lambda _tool: "other", "open")
    gate.set()
    qtbot.waitUntil(lambda: "other" in answers.done)
    assert answers.done == ["last", "other"]


def test_an_overtaken_job_that_has_not_begun_is_never_begun(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    gate, begun = threading.Event(), list[str]()
    ask(lane, answers, lambda _tool: gate.wait(10))
    ask(lane, answers, lambda _tool: begun.append("old"), "search")
    ask(lane, answers, lambda _tool: begun.append("new"), "search")
    gate.set()
    qtbot.waitUntil(lambda: len(answers.done) == 2)
    assert begun == ["new"]


def test_what_runs_is_stopped_when_it_is_overtaken(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    running, stop = threading.Event(), threading.Event()

    def slow(_tool: Tool) -> str:
        running.set()
        assert stop.wait(10), "nobody stopped it"
        raise ValueError("interrupted half-way")

    done, failed = answers.take(answers.done), answers.take(answers.failed)  # type: ignore[arg-type]
    lane.run_latest("search", slow, done, failed)
    assert running.wait(10)
    lane.run_latest("search", lambda _t: "new", done, failed, stop=lambda _tool: stop.set())
    qtbot.waitUntil(lambda: bool(answers.done))
    assert answers.done == ["new"]
    assert not answers.bugs, "the end of an overtaken job is no bug"


def test_a_cancelled_job_delivers_nothing(qtbot: QtBot, lane: Lane[Tool], answers: Answers) -> None:
    gate = threading.Event()
    done, failed = answers.take(answers.done), answers.take(answers.failed)  # type: ignore[arg-type]
    answered = lane.run(lambda _tool: gate.wait(10), done, failed)

    def refuse(_tool: Tool) -> None:
        raise NotFound("Fant ikke noe.")

    refused = lane.run(refuse, done, failed)
    answered.cancel()
    gate.set()
    refused.cancel()
    ask(lane, answers, lambda _tool: "after")
    qtbot.waitUntil(lambda: bool(answers.done))
    assert answers.done == ["after"]
    assert not answers.failed


def test_a_condition_is_told_and_anything_else_is_a_bug(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_tool: Tool) -> None:
        raise NotFound("Fant ikke noe.")

    def break_down(_tool: Tool) -> None:
        raise ZeroDivisionError

    ask(lane, answers, refuse)
    ask(lane, answers, break_down)
    ask(lane, answers, lambda tool: tool.name)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert [str(condition) for condition in answers.failed] == ["Fant ikke noe."]
    assert [type(bug) for bug in answers.bugs] == [ZeroDivisionError]
    assert answers.threads == {threading.get_ident()}
    assert "a background job failed" in caplog.text


def test_a_tool_that_cannot_be_opened_is_tried_again_with_the_next_job(
    qtbot: QtBot, answers: Answers
) -> None:
    attempts: list[int] = []

    def open_it() -> Tool:
        attempts.append(1)
        if len(attempts) == 1:
            raise ContentDamaged("Innholdet er skadet.")
        return Tool()

    lane: Lane[Tool] = Lane(open_it, answers.bugs.append)
    ask(lane, answers, lambda tool: tool.name)
    ask(lane, answers, lambda tool: tool.name)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert len(answers.failed) == 1
    assert answers.done == ["first"]
    lane.close(Tool.close)


def test_broken_work_is_done_again_once_with_a_new_tool(qtbot: QtBot, answers: Answers) -> None:
    recoveries: list[str] = []

    def recover(broken: Tool, condition: Condition) -> Tool | None:
        recoveries.append(f"{broken.name}: {condition}")
        broken.close()
        return Tool("second")

    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, recover)

    def work(tool: Tool) -> str:
        if tool.name == "first":
            raise ContentDamaged("skadet")
        return tool.name

    ask(lane, answers, work)
    ask(lane, answers, work)
    qtbot.waitUntil(lambda: len(answers.done) == 2)
    assert answers.done == ["second", "second"]
    assert recoveries == ["first: skadet"]
    assert not answers.failed
    lane.close(Tool.close)


def test_a_second_failure_of_the_same_work_is_told(qtbot: QtBot, answers: Answers) -> None:
    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, lambda _tool, _condition: Tool("second"))

    def work(tool: Tool) -> str:
        raise ContentDamaged(tool.name)

    ask(lane, answers, work)
    ask(lane, answers, lambda tool: tool.name)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert [str(condition) for condition in answers.failed] == ["second"]
    assert answers.done == ["second"], "the renewed tool stays"
    lane.close(Tool.close)


def test_a_condition_that_is_not_about_the_tool_keeps_it(qtbot: QtBot, answers: Answers) -> None:
    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, lambda _tool, _condition: None)

    def refuse(_tool: Tool) -> None:
        raise NotFound("Fant ikke noe.")

    ask(lane, answers, lambda tool: tool)
    ask(lane, answers, refuse)
    ask(lane, answers, lambda tool: tool)
    qtbot.waitUntil(lambda: len(answers.done) == 2)
    assert answers.done[0] is answers.done[1]
    assert len(answers.failed) == 1
    lane.close(Tool.close)


def test_reaching_needs_a_tool(qtbot: QtBot, lane: Lane[Tool], answers: Answers) -> None:
    reached: list[Tool] = []
    lane.reach(reached.append)
    assert not reached
    ask(lane, answers, lambda tool: tool)
    qtbot.waitUntil(lambda: bool(answers.done))
    lane.reach(reached.append)
    assert reached == answers.done


def test_closing_still_does_what_was_asked_for_but_looks_at_nothing_more(
    qtbot: QtBot, answers: Answers
) -> None:
    lane: Lane[Tool] = Lane(Tool, answers.bugs.append)
    running, finished = threading.Event(), threading.Event()
    begun: list[str] = []

    def slow(tool: Tool) -> Tool:
        running.set()
        assert gate.wait(10)
        finished.set()
        return tool

    gate = threading.Event()
    tools: list[Tool] = []
    lane.run(slow, lambda _tool: None, lambda _condition: None)
    lane.run(lambda _tool: begun.append("the last star"), lambda _a: None, lambda _c: None)
    lane.run_latest("list", lambda _tool: begun.append("a list"), lambda _a: None, lambda _c: None)
    assert running.wait(10)
    threading.Timer(0.05, gate.set).start()
    lane.close(lambda tool: (tools.append(tool), tool.close())[0])
    assert finished.is_set()
    assert tools
    assert tools[0].closed
    assert begun == ["the last star"]
    lane.close(Tool.close)  # a second time does nothing


def test_a_closed_lane_answers_and_begins_nothing_more(qtbot: QtBot, answers: Answers) -> None:
    lane: Lane[Tool] = Lane(Tool, answers.bugs.append)
    worked = threading.Event()
    ask(lane, answers, lambda _tool: worked.set())
    assert worked.wait(10)
    lane.close(Tool.close)  # the answer is under way, and its receivers may be gone
    ask(lane, answers, lambda tool: tool, "search")
    other: Lane[Tool] = Lane(Tool, answers.bugs.append)
    ask(other, answers, lambda _tool: "later")
    qtbot.waitUntil(lambda: bool(answers.done))
    other.close(Tool.close)
    assert answers.done == ["later"]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted on Linux")
def test_closed_lanes_leave_no_threads(qtbot: QtBot, answers: Answers) -> None:
    def threads() -> int:
        return len(list(Path("/proc/self/task").iterdir()))

    before = threads()
    lanes: list[Lane[Tool]] = [Lane(Tool, answers.bugs.append) for _ in range(20)]
    for lane in lanes:
        ask(lane, answers, lambda tool: tool)
    qtbot.waitUntil(lambda: len(answers.done) == len(lanes))
    assert threads() >= len(lanes)
    for lane in lanes:
        lane.close(Tool.close)
    qtbot.waitUntil(lambda: threads() <= before)


def test_only_what_is_under_way_is_stopped(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    done, failed = answers.take(answers.done), answers.take(answers.failed)  # type: ignore[arg-type]
    stopped: list[str] = []
    lane.run_latest("search", lambda _tool: "over", done, failed)
    qtbot.waitUntil(lambda: answers.done == ["over"])
    gate = threading.Event()
    lane.run(lambda _tool: gate.wait(10), done, failed)
    lane.run_latest(
        "search", lambda _t: "new", done, failed, stop=lambda tool: stopped.append(tool.name)
    )
    gate.set()
    qtbot.waitUntil(lambda: "new" in answers.done)
    assert not stopped, "another job of the lane was interrupted"


def test_a_new_tool_is_announced_and_a_cancelled_job_makes_none(
    qtbot: QtBot, answers: Answers
) -> None:
    renewed: list[str] = []

    def recover(broken: Tool, _condition: Condition) -> Tool:
        broken.close()
        return Tool("second")

    def broken_at_first(tool: Tool) -> str:
        if tool.name == "first":
            raise ContentDamaged("Innholdet er skadet.")
        return tool.name

    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, recover)
    lane.renewed.connect(lambda: renewed.append("yes"))
    gate, done = threading.Event(), answers.take(answers.done)
    job = lane.run(
        lambda tool: gate.wait(10) and broken_at_first(tool),
        done,
        answers.take(answers.failed),  # type: ignore[arg-type]
    )
    job.cancel()
    gate.set()
    ask(lane, answers, lambda tool: tool.name)
    qtbot.waitUntil(lambda: answers.done == ["first"])
    assert not renewed
    ask(lane, answers, broken_at_first)
    qtbot.waitUntil(lambda: answers.done == ["first", "second"])
    assert renewed == ["yes"]
    lane.close(Tool.close)


def test_what_a_new_tool_stumbles_over_too_is_a_bug(
    qtbot: QtBot, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    def recover(broken: Tool, _condition: Condition) -> Tool:
        broken.close()
        return Tool("second")

    def stumble(_tool: Tool) -> None:
        try:
            {}["missing"]
        except KeyError as error:
            raise ContentDamaged("Innholdet er skadet.") from error

    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, recover)
    ask(lane, answers, stumble)
    qtbot.waitUntil(lambda: bool(answers.bugs))
    assert [type(bug) for bug in answers.bugs] == [KeyError]
    assert not answers.failed
    assert "a background job failed" in caplog.text
    lane.close(Tool.close)


def test_a_new_tool_takes_the_place_of_the_old_one_behind_what_waits(
    qtbot: QtBot, lane: Lane[Tool], answers: Answers
) -> None:
    renewed, gate = list[str](), threading.Event()
    lane.renewed.connect(lambda: renewed.append("yes"))

    def make(old: Tool) -> Tool:
        old.close()
        return Tool("second")

    ask(lane, answers, lambda tool: gate.wait(10) and tool.name)
    ask(lane, answers, lambda tool: tool.name)
    lane.renew(make, answers.take(answers.failed))  # type: ignore[arg-type]
    ask(lane, answers, lambda tool: tool.name)
    gate.set()
    qtbot.waitUntil(lambda: len(answers.done) == 3)
    assert answers.done == ["first", "first", "second"]
    assert renewed == ["yes"]


def test_a_tool_that_cannot_be_renewed_stays_and_nothing_is_recovered_from(
    qtbot: QtBot, answers: Answers
) -> None:
    recovered: list[str] = []

    def recover(_broken: Tool, _condition: Condition) -> Tool | None:
        recovered.append("yes")
        return None

    def refuse(_old: Tool) -> Tool:
        raise ContentDamaged("Det nye innholdet er skadet.")

    lane: Lane[Tool] = Lane(Tool, answers.bugs.append, recover)
    lane.renew(refuse, answers.take(answers.failed))  # type: ignore[arg-type]
    ask(lane, answers, lambda tool: tool.name)
    qtbot.waitUntil(lambda: answers.done == ["first"])
    assert [str(one) for one in answers.failed] == ["Det nye innholdet er skadet."]
    assert recovered == []
    lane.close(Tool.close)
