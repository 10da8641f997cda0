from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.theme import apply_theme
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.choice_option import ChoiceOption
from ui.widgets.question_line import QuestionLine

# The offscreen platform says so for windows with a smallest size and for popups.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "Thái độ ứng xử, tinh thần trách nhiệm của cán bộ, công chức, viên chức"
SLIP = [Question(LONG, ("Rất tốt", "Đáp ứng yêu cầu", "Chưa đáp ứng", "Ý kiến khác"))] * 7


class Page(QWidget):
    """Stands for the keying page: it sees the keys that the list leaves alone."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.list = AnswerList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.set_questions(SLIP)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys.append(event.key())


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(780, 560)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.set_current(0)
    qapp.processEvents()
    return page


def options(page: Page, index: int) -> list[ChoiceOption]:
    parts = page.list.row(index)._parts
    assert parts is not None
    return parts.stops()


def test_seven_questions_of_four_options_fit_without_scrolling(
    page: Page, qapp: QApplication
) -> None:
    for current in range(7):
        page.list.set_warning(current, "Câu này khác các câu còn lại.")
        page.list.set_current(current)
        qapp.processEvents()
        assert page.list.verticalScrollBar().maximum() == 0


def test_open_question_is_scrolled_into_view_at_double_size(page: Page, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 2.0)
    page.list.set_current(6)
    for _ in range(3):
        qapp.processEvents()
    assert page.list.verticalScrollBar().maximum() > 0
    first = options(page, 6)[0]
    top = first.mapTo(page.list.viewport(), first.rect().topLeft()).y()
    assert 0 <= top < page.list.viewport().height()


def test_click_space_and_blank_say_what_was_chosen(page: Page, qtbot: QtBot) -> None:
    chosen, blanked = [], []
    page.list.option_chosen.connect(lambda question, option: chosen.append((question, option)))
    page.list.blanked.connect(blanked.append)
    stops = options(page, 0)
    by_text = {stop.text(): stop for stop in stops}
    QTest.mouseClick(by_text["Đáp ứng yêu cầu"], Qt.MouseButton.LeftButton)
    by_text["Ý kiến khác"].setFocus()
    QTest.keyClick(by_text["Ý kiến khác"], Qt.Key.Key_Space)
    QTest.mouseClick(by_text["No answer"], Qt.MouseButton.LeftButton)
    assert chosen == [(0, 1), (0, 3)]
    assert blanked == [0]
    assert page.list.row(0).answer() is None
    assert not any(stop.isChecked() for stop in stops)


def test_answer_is_shown_when_the_page_says_so(page: Page) -> None:
    by_text = {stop.text(): stop for stop in options(page, 0)}
    page.list.set_answer(0, 1)
    assert by_text["Đáp ứng yêu cầu"].isChecked()
    page.list.set_answer(0, "blank")
    assert not by_text["Đáp ứng yêu cầu"].isChecked()
    assert by_text["No answer"].isChecked()
    assert page.list.row(0).findChild(QuestionLine).accessibleDescription() == "No answer"
    page.list.set_answer(0, None)
    assert not any(stop.isChecked() for stop in by_text.values())


def test_arrows_move_among_the_options_and_tab_comes_to_blank_last(page: Page) -> None:
    page.list.focus_current()
    seen = [page.focusWidget().text()]
    for _ in range(4):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
        seen.append(page.focusWidget().text())
    assert seen == [*SLIP[0].options, "No answer"]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.keys == [Qt.Key.Key_Down]
    page.list.focus_current()
    tabbed = [page.focusWidget().text()]
    for _ in range(4):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        tabbed.append(page.focusWidget().text())
    assert tabbed == [*SLIP[0].options, "No answer"]


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Enter, Qt.Key.Key_Plus, Qt.Key.Key_PageUp],
)
def test_the_number_pad_reaches_the_page(page: Page, key: Qt.Key) -> None:
    page.list.focus_current()
    QTest.keyClick(page.focusWidget(), key)
    assert page.keys == [key]


def test_folded_question_opens_by_mouse_and_space(page: Page) -> None:
    opened: list[int] = []
    page.list.question_opened.connect(opened.append)
    line = page.list.row(3).findChild(QuestionLine)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert opened == [3, 3]


def test_focus_goes_along_and_chooses_nothing(page: Page) -> None:
    page.list.focus_current()
    page.list.set_answer(1, 2)
    page.list.set_current(1)
    assert page.focusWidget() is options(page, 1)[2]


def test_controls_are_named(page: Page) -> None:
    assert page.list.row(0).accessibleName() == f"1. {LONG}"
    assert [stop.accessibleDescription() for stop in options(page, 0)] == ["1", "2", "3", "4", "0"]


class Painted(QObject):
    """Counts who is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.who: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.who.add(watched)
        return False


def test_an_answer_repaints_only_what_changed(page: Page, qapp: QApplication) -> None:
    page.list.set_answer(0, 0)
    qapp.processEvents()
    watcher = Painted()
    everything = page.findChildren(ChoiceOption) + page.findChildren(QuestionLine)
    for widget in everything:
        widget.installEventFilter(watcher)
    page.list.set_answer(0, 1)
    qapp.processEvents()
    stops = options(page, 0)
    line = page.list.row(0).findChild(QuestionLine)
    assert watcher.who <= {stops[0], stops[1], line}
    assert {stops[0], stops[1]} <= watcher.who


def test_moving_on_repaints_only_the_two_questions(page: Page, qapp: QApplication) -> None:
    page.list.set_current(3)
    page.list.set_current(2)
    qapp.processEvents()
    watcher = Painted()
    lines = page.findChildren(QuestionLine)
    for line in lines:
        line.installEventFilter(watcher)
    page.list.set_current(3)
    for _ in range(3):
        qapp.processEvents()
    assert watcher.who == {page.list.row(index).findChild(QuestionLine) for index in (2, 3)}
