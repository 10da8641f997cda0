from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.single_window import SingleWindow

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_window import SingleWindow
app = QCoreApplication(["motcua"])
single = SingleWindow(Path(sys.argv[1]))
print("starts", flush=True)
print(single.take(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_start(lock: Path) -> Iterator[tuple[subprocess.Popen[str], Callable[[], str]]]:
    """Start a process that takes the lock and holds it; yields it and what it says next."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdin is not None
        says = process.stdout.readline
        assert says().strip() == "starts"
        yield process, lambda: says().strip()
        process.stdin.close()


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleWindow]:
    single = SingleWindow(tmp_path / "window.lock")
    assert single.take()
    single.listen()
    yield single
    single.release()


def test_a_second_start_leaves_and_raises_the_first(
    first: SingleWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    second = SingleWindow(tmp_path / "window.lock")
    with qtbot.waitSignal(first.raised, timeout=5000):
        assert not second.take()


def test_another_store_has_a_window_of_its_own(first: SingleWindow, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = SingleWindow(tmp_path / "other" / "window.lock")
    assert other.take()
    other.release()


def test_a_window_that_was_closed_makes_room(tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        single = SingleWindow(tmp_path / "window.lock")
        assert single.take()
        single.listen()
        single.release()


def test_a_second_start_waits_for_the_first_to_listen(tmp_path: Path, qtbot: QtBot) -> None:
    single = SingleWindow(tmp_path / "window.lock")
    assert single.take()
    with another_start(tmp_path / "window.lock") as (_, says):
        # It asks for the window while nobody listens yet.
        qtbot.wait(300)
        with qtbot.waitSignal(single.raised, timeout=10_000):
            single.listen()
        assert says() == "False"
    single.release()


def test_a_second_start_becomes_the_window_when_the_first_ends_unheard(
    tmp_path: Path, qtbot: QtBot
) -> None:
    single = SingleWindow(tmp_path / "window.lock")
    assert single.take()
    with another_start(tmp_path / "window.lock") as (_, says):
        qtbot.wait(300)
        single.release()
        assert says() == "True"


def test_a_killed_window_makes_room(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.single_window._PATIENCE_MS", 100)
    lock = tmp_path / "window.lock"
    with another_start(lock) as (holder, says):
        assert says() == "True"
        assert not SingleWindow(lock).take()
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    single = SingleWindow(lock)
    end = time.monotonic() + 5
    while not single.take():
        assert time.monotonic() < end
    single.release()


def test_a_lock_that_no_living_process_holds_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    # As a crash leaves it on a machine that was given another name since.
    lock = tmp_path / "window.lock"
    lock.write_text("999999\nmotcua\nold-name\n11111111111111111111111111111111\n\n")
    single = SingleWindow(lock)
    assert single.take()
    single.release()
