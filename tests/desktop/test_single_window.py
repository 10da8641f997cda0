from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
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
print(single.take(), flush=True)
sys.stdin.read()
"""


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


def test_a_killed_window_makes_room(tmp_path: Path, qtbot: QtBot) -> None:
    lock = tmp_path / "window.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
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
