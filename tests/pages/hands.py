"""Somebody without a mouse at the real window: finds things by what they say, and presses keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMenu, QWidget

from desktop.paths import DataPaths
from models.clock import Clock
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk
from tests.waiting import PATIENCE_S, wait_until

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Nothing is clicked, filled in or given the focus: every key goes to whatever takes it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # What is pressed.

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key; AssertionError where nothing takes it."""
        for _ in range(times):
            taker = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert taker is not None, f"nothing takes {key}"
            QTest.keyClick(taker, key, modifiers)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key and wait for what comes of it; something has the focus afterwards."""
        self.key(key, modifiers, times)
        self.rest()

    def enter(self) -> None:
        """Press Enter and wait for what comes of it."""
        self.press(KEY.Key_Return)

    def space(self) -> None:
        """Press Space and wait for what comes of it."""
        self.press(KEY.Key_Space)

    def digits(self, digits: str) -> None:
        """Press digits above the letters, and wait for what comes of them."""
        for digit in digits:
            self.key(KEY(KEY.Key_0.value + int(digit)))
        self.rest()

    def write(self, text: str) -> None:
        """Type words with accents where the focus is."""
        for letter in text:
            taker = QApplication.focusWidget()
            assert taker is not None, f"nothing takes {letter}"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(taker, QKeyEvent(kind, 0, PLAIN, letter))

    def overwrite(self, text: str) -> None:
        """Type over what stands where the focus is."""
        self.key(KEY.Key_A, CONTROL)
        self.write(text)

    def to(self, name: str) -> None:
        """Press Tab until the focus is on what is called so."""
        passed: list[str] = []
        while (here := self.here()) != name:
            if passed and here == passed[0]:
                break
            passed.append(here)
            self.key(KEY.Key_Tab)
        else:
            return
        raise AssertionError(f"Tab does not lead to {name}, but to {passed}")

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.to(name)
        self.space()

    def page(self, name: str) -> None:
        """Go to a page by its key on the rail."""
        number = self.desk.window._rail.pages().index(name) + 1
        self.press(KEY(KEY.Key_0.value + number), ALT)

    def pick(self, *downs: int) -> None:
        """Choose in an open menu, each number a line of it or of the menu that it opens, from 0."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), menu
        # Its first line is in hand at once.
        assert menu.activeAction() is menu.actions()[0]
        for place, down in enumerate(downs):
            if place:
                self.key(KEY.Key_Right)
            self.key(KEY.Key_Down, times=down)
        self.press(KEY.Key_Return)

    # Dialogs: what opens one comes next.

    def answer(self, answer: Callable[[], None]) -> None:
        """Have `answer` press keys once a dialog is open."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                return
            # The offscreen platform leaves it to us.
            dialog.activateWindow()
            focus = QApplication.focusWidget()
            if focus is not None and dialog.isAncestorOf(focus):
                timer.stop()
                try:
                    answer()
                finally:
                    self._leave_no_dialog(dialog)
            elif time.monotonic() > end:
                timer.stop()
                dialog.close()

        end = time.monotonic() + PATIENCE_S
        timer = QTimer(self.desk.window)
        timer.timeout.connect(look)
        timer.start(1)

    def answer_file(self, path: Path) -> None:
        """Have a path typed once a file is asked for."""

        def type_path() -> None:
            assert isinstance(QApplication.activeModalWidget(), QFileDialog)
            self.overwrite(str(path))
            self.key(KEY.Key_Return)

        self.answer(type_path)

    @staticmethod
    def _leave_no_dialog(dialog: QWidget) -> None:
        """Close what the keys left open, so that a test ends; it fails by what is missing then."""
        if dialog.isVisible():
            dialog.close()

    # What is seen.

    def here(self) -> str:
        """Return what the focus is on, by the name that a screen reader says."""
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        told = QAccessible.queryAccessibleInterface(widget)
        # Of a list of choices Qt tells on Linux what is chosen as its name.
        return widget.accessibleName() or (told.text(QAccessible.Text.Name) if told else "")

    def rest(self) -> None:
        """Wait until nothing is under way; the focus is on something that is seen."""
        self.desk.rest()
        # Qt shows a button that is pressed by its shortcut go down first.
        for button in self.desk.window.findChildren(QAbstractButton):
            if button.isDown():
                wait_until(lambda pressed=button: not pressed.isDown())
                self.desk.rest()
        window = QApplication.activeWindow() or self.desk.window
        if not window.isActiveWindow():
            window.activateWindow()
            wait_until(window.isActiveWindow)
        if QApplication.activePopupWidget() is None:
            focus = QApplication.focusWidget()
            assert focus is not None, "nothing has the focus"
            assert focus.isVisible(), f"the focus is on something hidden: {self.here()}"
            page = self.desk.window.page
            if window is self.desk.window and page is not None and page.isVisible():
                # What was pressed may have gone away: the focus must not fall out of the page then.
                is_in_page = page is focus or page.isAncestorOf(focus)
                assert is_in_page, f"the focus is out of the page: {self.here()}"

    def says(self, *parts: str) -> None:
        """Wait until one line on the screen says all of it."""
        wait_until(lambda: any(all(one in line for one in parts) for line in self._lines()),
                   f"{parts} is not said, but {list(self._lines())}")  # fmt: skip

    def _lines(self) -> Iterator[str]:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                for label in window.findChildren(QLabel):
                    if label.isVisible() and label.text():
                        yield label.text()


@contextmanager
def hands_at(
    paths: DataPaths, clock: Clock | None = None, *, backs_up: bool = False,
    password: str = SECRET, name: str = ADMIN,
) -> Iterator[Hands]:  # fmt: skip
    """Open a window and sign in, by keys."""
    with at_desk(paths, clock, backs_up=backs_up) as desk:
        hands = Hands(desk)
        hands.desk.sign_in(password, name)
        yield hands
