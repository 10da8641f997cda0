from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.single_window import SingleWindow


def test_second_start_raises_the_first_and_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleWindow(tmp_path / "window.lock") for _ in range(2))
    assert first.take()
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_second_start_leaves_even_before_the_first_listens(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleWindow(tmp_path / "window.lock") for _ in range(2))
    assert first.take()
    assert not second.take()
    first.release()
