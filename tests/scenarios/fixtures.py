"""Fixtures of tests that sit at the window; a folder's conftest imports those it uses."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from tests.scenarios.desk import Desk, at_desk
from ui.theme.theme import apply_theme


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application in the light theme, as it starts."""
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def no_bugs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Collects what escapes from slots and threads; a test fails when there is anything."""
    escaped: list[BaseException] = []

    def on_bug(kind: type[BaseException], error: BaseException, trace: object) -> None:
        escaped.append(error)

    def on_thread_bug(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            escaped.append(arguments.exc_value)

    monkeypatch.setattr(sys, "excepthook", on_bug)
    monkeypatch.setattr(threading, "excepthook", on_thread_bug)
    yield escaped
    assert escaped == []


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Collects the processes that a window starts and outlives its own work with; waits for all."""
    started: list[subprocess.Popen[bytes]] = []

    class Kept(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Kept)
    yield started
    for child in started:
        child.wait(60)


@pytest.fixture
def desk(paths: DataPaths, themed: QApplication) -> Iterator[Desk]:
    """A window on a fresh store, signed in, at the first page."""
    with at_desk(paths) as opened:
        opened.sign_in()
        yield opened


@pytest.fixture
def keying(desk: Desk) -> Desk:
    """A window with a new batch open and an empty slip in hand."""
    desk.new_batch()
    return desk
