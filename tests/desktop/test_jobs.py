from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from ui.jobs import Cancelled, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[ThreadJobs]:
    made = ThreadJobs()
    yield made
    made.shut_down()


class Answers:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.threads: set[threading.Thread] = set()

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.current_thread())

    def on_failed(self, error: Exception) -> None:
        self.failed.append(error)
        self.threads.add(threading.current_thread())


def test_what_is_written_is_written_in_the_order_it_was_asked_for(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    answers, written = Answers(), []
    gate = threading.Event()

    def work(number: int, _progress: Progress) -> int:
        if number == 0:
            gate.wait(5)
        written.append(number)
        return number

    for number in range(30):
        jobs.run(lambda progress, n=number: work(n, progress), done=answers.on_done,
                 failed=answers.on_failed, lane="write")  # fmt: skip
    gate.set()
    qtbot.waitUntil(lambda: len(answers.done) == 30)
    assert written == answers.done == list(range(30))
    assert answers.threads == {threading.main_thread()}


def test_reading_goes_on_beside_writing(jobs: ThreadJobs, qtbot: QtBot) -> None:
    answers, gate = Answers(), threading.Event()
    jobs.run(lambda _: gate.wait(5), done=answers.on_done, failed=answers.on_failed, lane="write")
    jobs.run(lambda _: "read", done=answers.on_done, failed=answers.on_failed)
    qtbot.waitUntil(lambda: answers.done == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: answers.done == ["read", True])


def test_a_failure_reaches_failed_on_the_window_s_thread(jobs: ThreadJobs, qtbot: QtBot) -> None:
    answers = Answers()

    def work(_progress: Progress) -> None:
        raise ValueError("no")

    jobs.run(work, done=answers.on_done, failed=answers.on_failed)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert isinstance(answers.failed[0], ValueError)
    assert (answers.done, answers.threads) == ([], {threading.main_thread()})
    qtbot.waitUntil(lambda: jobs.pending == 0)


def test_cancelled_work_stops_at_its_next_word_and_answers_nothing(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    answers, told, ended = Answers(), [], threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.report(1, 2, "x")
        except Cancelled:
            ended.set()
            raise

    def on_progress(done: int, total: int | None, detail: str) -> None:
        told.append((done, total, detail))
        job.cancel()

    job = jobs.run(work, done=answers.on_done, failed=answers.on_failed, progressed=on_progress)
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert told == [(1, 2, "x")]
    assert (answers.done, answers.failed) == ([], [])


def test_work_cancelled_before_its_turn_never_begins(jobs: ThreadJobs, qtbot: QtBot) -> None:
    answers, begun, gate = Answers(), [], threading.Event()
    jobs.run(lambda _: gate.wait(5), done=answers.on_done, failed=answers.on_failed, lane="write")
    job = jobs.run(lambda _: begun.append(1), done=answers.on_done, failed=answers.on_failed,
                   lane="write")  # fmt: skip
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert begun == []


def test_shutting_down_finishes_what_writes_and_what_its_answers_ask_for(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    written: list[int] = []

    def write(number: int) -> None:
        def work(_progress: Progress) -> int:
            written.append(number)
            return number

        jobs.run(work, done=on_done, failed=pytest.fail, lane="write")

    def on_done(number: int) -> None:
        if number < 5:
            write(number + 1)

    write(0)
    jobs.shut_down()
    assert written == [0, 1, 2, 3, 4, 5]


def test_shutting_down_stops_what_reads_and_nothing_answers_afterwards(
    jobs: ThreadJobs, qtbot: QtBot
) -> None:
    answers, started = Answers(), threading.Event()

    def work(progress: Progress) -> None:
        while True:
            progress.report(1)
            started.set()

    jobs.run(work, done=answers.on_done, failed=answers.on_failed)
    assert started.wait(5)
    jobs.shut_down()
    jobs.run(lambda _: 1, done=answers.on_done, failed=answers.on_failed, lane="write")
    jobs.shut_down()
    qtbot.wait(20)
    assert (answers.done, answers.failed) == ([], [])


def test_an_exchange_keeps_nobody_waiting_and_is_dropped_when_the_window_closes(
    qtbot: QtBot,
) -> None:
    jobs, answers = ThreadJobs(), Answers()
    gate, begun, ended = threading.Event(), threading.Event(), threading.Event()

    def exchange(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                gate.wait(0.01)
                progress.report(1)
        finally:
            ended.set()

    jobs.run(exchange, done=answers.on_done, failed=answers.on_failed, lane="exchange")
    assert begun.wait(5)
    assert not jobs.is_writing
    jobs.run(lambda _: "written", done=answers.on_done, failed=answers.on_failed, lane="write")
    qtbot.waitUntil(lambda: answers.done == ["written"])
    jobs.shut_down()
    assert ended.is_set()
    assert answers.failed == []


def test_what_waits_to_be_written_is_known(jobs: ThreadJobs, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), Answers()
    assert not jobs.is_writing
    for lane in ("write", "write", "read"):
        jobs.run(lambda _: gate.wait(5), done=answers.on_done, failed=answers.on_failed, lane=lane)
    assert jobs.is_writing
    gate.set()
    qtbot.waitUntil(lambda: len(answers.done) == 3)
    assert not jobs.is_writing
