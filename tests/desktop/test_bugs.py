"""What nobody caught is logged and shown: in one plain sentence with a code, and about nobody."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from desktop.log import start_log
from desktop.paths import DataPaths
from models.errors import KnownError
from tests.scenarios.desk import Desk, at_desk

NAME = "Nguyễn Thị Lụa"
CODE = re.compile(r"\(code ([0-9A-F]{4})\)")


@pytest.fixture
def watched(
    paths: DataPaths, themed: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Desk]:
    """A window before the sign-in, whose bugs are told as `run_window` has them told."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with at_desk(paths) as desk:
        start_log(tmp_path / "motcua.log").tell(desk.desktop.tell_bug)
        yield desk


def shown(desk: Desk) -> str:
    toast = desk.window._toast
    return toast.message() if toast is not None and toast.isVisible() else ""


def in_a_slot(desk: Desk, work: Callable[[], None]) -> None:
    """Call `work` as a slot; from one of `QTimer.singleShot` a test would get what it raises."""
    timer = QTimer(desk.window)
    timer.setSingleShot(True)
    timer.timeout.connect(work)
    timer.start(0)


def fail() -> None:
    raise ValueError(f"no such person: {NAME}")


def test_a_bug_in_a_slot_is_shown_with_the_code_that_the_log_has(
    watched: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    watched.sign_in()
    in_a_slot(watched, fail)
    watched.wait(lambda: shown(watched), "the sentence")
    found = CODE.search(shown(watched))
    assert found is not None
    assert f"bug {found[1]}: ValueError" in caplog.text
    assert NAME not in shown(watched) + caplog.text


def test_a_bug_before_the_sign_in_and_on_another_thread_is_shown_too(watched: Desk) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    watched.wait(lambda: shown(watched), "the sentence")
    assert CODE.search(shown(watched))
    watched.sign_in()


def test_what_has_a_sentence_of_its_own_is_said_by_it(watched: Desk) -> None:
    def refuse() -> None:
        raise KnownError("store.busy")

    in_a_slot(watched, refuse)
    watched.wait(lambda: shown(watched), "the sentence")
    assert shown(watched).startswith("Another window or command is writing.")


def test_the_same_bug_again_does_not_keep_its_sentence_on_show(
    watched: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    in_a_slot(watched, fail)
    watched.wait(lambda: shown(watched), "the sentence")
    toast = watched.window._toast
    assert toast is not None
    before = toast._timer.remainingTime()
    watched.wait(lambda: toast._timer.remainingTime() < before)
    in_a_slot(watched, fail)
    watched.wait(lambda: caplog.text.count("ValueError at") >= 4, "the bug came up again")
    watched.settle()
    assert toast._timer.remainingTime() < before


def test_a_bug_has_one_code_wherever_it_comes_up() -> None:
    from ui.messages import sentence

    said = set()
    for _ in range(2):
        try:
            fail()
        except ValueError as error:
            said.add(sentence(error, "en"))
    assert len(said) == 1
    # Not of the process: no hash that differs from start to start.
    assert CODE.search(sentence(ValueError(NAME), "en"))[1] == "AB8F"  # type: ignore[index]
