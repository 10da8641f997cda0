"""Ctrl+Z does what stands on the banner, once, and nothing that another banner offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.undo_banner import UndoBanner

Show = Callable[..., QWidget]
UNDO = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
OTHER = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def banner(shown: Show) -> UndoBanner:
    made = UndoBanner()
    shown(made)
    return made


def test_the_button_and_the_key_take_back_once(banner: UndoBanner) -> None:
    undone: list[object] = []
    banner.undo_requested.connect(undone.append)
    banner.offer("success", "Voided.", "slip 1")
    assert banner.isVisible()
    assert not banner.takes(OTHER)
    assert banner.takes(UNDO)
    assert not banner.action.isVisible()
    assert not banner.takes(UNDO)
    banner.offer("danger", "The disk is full.", "slip 1")
    banner.action.click()
    assert undone == ["slip 1", "slip 1"]


@pytest.mark.parametrize("way", ["another word", "dismissed", "withdrawn", "hidden"])
def test_what_is_no_longer_offered_is_not_taken_back(banner: UndoBanner, way: str) -> None:
    undone: list[object] = []
    banner.undo_requested.connect(undone.append)
    banner.offer("success", "Voided.", "slip 1")
    if way == "another word":
        banner.show_message("danger", "It is refused.")
    elif way == "dismissed":
        banner.close_button.click()
    elif way == "withdrawn":
        banner.withdraw()
    else:
        banner.setVisible(False)
    assert not banner.takes(UNDO)
    assert undone == []


def test_another_action_is_asked_for_as_on_any_banner(banner: UndoBanner) -> None:
    undone: list[object] = []
    asked: list[None] = []
    banner.undo_requested.connect(undone.append)
    banner.action_requested.connect(lambda: asked.append(None))
    banner.show_message("warning", "A slip is in hand.", "Throw away")
    banner.action.click()
    assert (len(asked), undone) == (1, [])
