from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.session import Session
from models.errors import KnownError
from tests.ui.held import HeldJobs
from tests.ui.reports.driving import (
    KEY,
    Show,
    button,
    choose_2023,
    dropdowns,
    message,
    texts,
    turn_to_charts,
    waited,
)
from ui.context import PageContext
from ui.reports.page import ReportPage
from ui.widgets.progress_panel import ProgressPanel


@pytest.fixture
def held() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def held_page(
    qtbot: QtBot, shown: Show, make_context: Callable[..., PageContext], demo_session: Session,
    held: HeldJobs,
) -> ReportPage:  # fmt: skip
    page = shown(make_context(demo_session, held))
    held.held.pop().release()
    return page


def test_an_old_answer_never_overwrites_a_newer_choice(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    turn_to_charts(page)
    first = held.held.pop()
    choose_2023(page)
    waited(qtbot, lambda: held.held)
    second = held.held.pop()
    assert first.is_cancelled
    second.release()
    assert "4.506" in texts(page.view.figures)
    first.release()
    assert "4.506" in texts(page.view.figures)
    assert page.view.figures.isVisible()


def test_long_work_shows_and_can_be_stopped(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    work = held.held.pop()
    panel = page.view.findChild(ProgressPanel)
    assert not panel.isVisible()
    waited(qtbot, panel.isVisible)
    work.progressed(1, 4, "")
    QTest.keyClick(dropdowns(page)[0], KEY.Key_Escape)
    waited(qtbot, lambda: message(page) and message(page).accessibleName() == "Stopped")
    assert work.is_cancelled
    work.release()
    assert message(page) is not None
    assert message(page).accessibleName() == "Stopped"
    qtbot.mouseClick(button(page, "Make it now"), Qt.MouseButton.LeftButton)
    assert held.held


def test_what_went_wrong_is_said_and_can_be_tried_again(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    held.held.pop().failed(KnownError("store.busy"))
    assert page.banner.isVisible()
    assert "Another window" in page.banner.message()
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert not page.banner.isVisible()
    held.held.pop().release()
    held.held.pop().release()
    assert "no slips" in message(page).accessibleName()
