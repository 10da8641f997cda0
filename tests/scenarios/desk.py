"""A clerk at the real window: keys in, what the screen says out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.app import Application
from desktop.paths import DataPaths
from desktop.session import Session
from models.clock import Clock
from tests.conftest import ADMIN, SECRET
from tests.waiting import PATIENCE_S, settle, wait_for_work, wait_until
from ui.keying.batches_page import BatchesPage
from ui.keying.closed_page import ClosedBatchPage
from ui.keying.entry_page import EntryPage
from ui.keying.section import KeyingSection

PAD = Qt.KeyboardModifier.KeypadModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PAD_KEYS: dict[str, Qt.Key] = {
    **{str(digit): Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)},
    "E": Qt.Key.Key_Enter,
    "-": Qt.Key.Key_Minus,
    "+": Qt.Key.Key_Plus,
    "*": Qt.Key.Key_Asterisk,
    "/": Qt.Key.Key_Slash,
    ".": Qt.Key.Key_Period,
    "X": Qt.Key.Key_Escape,
}


class Desk:
    """Drives one `Application`; nothing here sleeps for a fixed time."""

    def __init__(
        self, paths: DataPaths, clock: Clock | None = None,
        up_ms: Callable[[], int] | None = None, *, backs_up: bool = False,
    ) -> None:  # fmt: skip
        self.app = QApplication.instance()
        self.paths = paths
        self.desktop = Application(paths, "en", clock=clock, up_ms=up_ms, backs_up=backs_up)
        self.window = self.desktop.window

    def start(self) -> None:
        """Show the window and wait until it takes keys."""
        self.desktop.start()
        self.wait(self.window.isActiveWindow, "the window is active")

    def stop(self) -> None:
        """Close the window as a person does."""
        self.window.close()
        self.settle()
        self.window.deleteLater()
        self.desktop.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.settle()

    def wait(
        self, holds: Callable[[], Any], what: str = "", patience: float = PATIENCE_S
    ) -> None:
        """Let the event loop run until `holds()`."""
        wait_until(holds, what, patience)

    def settle(self) -> None:
        """Take what is queued."""
        settle()

    def rest(self) -> None:
        """Wait until no work is under way and its answers are taken."""
        wait_for_work(self.desktop.jobs)

    # What is typed.

    def focus(self) -> QWidget:
        """Return what takes the keys."""
        return QApplication.focusWidget() or self.window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release one key."""
        QTest.keyClick(self.focus(), key, modifiers)

    def pad(self, keys: str) -> None:
        """Press keys of the number pad: digits, - + * / . and E for Enter, X for Esc."""
        for key in keys:
            self.key(PAD_KEYS[key], PLAIN if key == "X" else PAD)

    def write(self, text: str) -> None:
        """Type words with accents, one key event a letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, PLAIN, letter))

    def compose(self, preedit: str, text: str) -> None:
        """Type a word as an input method for Vietnamese does."""
        QApplication.sendEvent(self.focus(), QInputMethodEvent(preedit, []))
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def click(self, widget: QWidget) -> None:
        """Click with the left button."""
        assert widget.isVisible(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 80) -> QWidget:
        """Press Tab until the focus is on what is wanted."""
        for _ in range(most):
            if wanted(self.focus()):
                return self.focus()
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def button(self, text: str, within: QWidget | None = None) -> QPushButton:
        """Return the visible button that says `text`."""
        for button in (within or self.window).findChildren(QPushButton):
            if button.isVisible() and button.text() == text:
                return button
        raise AssertionError(f"no button says {text}")

    def answer_dialog(self, answer: Callable[[QWidget], None]) -> None:
        """Have `answer` called once a dialog is open and takes keys; what opens it comes next."""
        timer = QTimer(self.window)
        end = time.monotonic() + PATIENCE_S

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.isAncestorOf(self.focus()):
                timer.stop()
                answer(dialog)
            elif time.monotonic() > end:
                timer.stop()
                if dialog is not None:
                    dialog.close()

        timer.timeout.connect(look)
        timer.start(1)

    def come_back(self) -> None:
        """Make the window active after a dialog, which the offscreen platform leaves to us."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window is active again")

    def to_page(self, name: str) -> None:
        """Go to a page by its key on the rail, which has only what the account may use."""
        number = self.window._rail.pages().index(name) + 1
        self.key(Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.AltModifier)
        self.rest()
        assert self.window.page is self.window._page(name)

    # Where the window is.

    @property
    def session(self) -> Session:
        """The open store."""
        assert self.desktop.session is not None
        return self.desktop.session

    @property
    def section(self) -> KeyingSection:
        """The keying part."""
        return self.window._keying()

    @property
    def batches(self) -> BatchesPage:
        """The list of batches."""
        return self.section.batches

    @property
    def entry(self) -> EntryPage:
        """The page that keys slips."""
        return self.section.entry

    @property
    def closed(self) -> ClosedBatchPage:
        """The page of a closed batch."""
        return self.section.closed

    def sign_in(self, password: str = SECRET, name: str = ADMIN) -> None:
        """Type the password and press Enter."""
        self.give_password(password, name)
        self.wait(lambda: self.desktop.session is not None, "the store is open")
        self.rest()

    def give_password(self, password: str, name: str = ADMIN) -> None:
        """Type a password for an account, whoever is offered, and press Enter."""
        page = self.desktop.door.sign_in
        assert page is not None
        self.wait(lambda: page._password.hasFocus() or page._name.hasFocus(), "sign-in has focus")
        if page._name.text() != name and page._password.hasFocus():
            self.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
            self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if page._name.hasFocus():
            self.write(name)
            self.key(Qt.Key.Key_Return)
        self.write(password)
        self.key(Qt.Key.Key_Return)

    def new_batch(self, returned: int | None = None) -> None:
        """From the first page to an empty slip, by keyboard."""
        self.wait(lambda: self.focus().isVisible() and self.button("New batch").hasFocus())
        self.key(Qt.Key.Key_Return)
        form = self.batches._form
        self.wait(form.isVisible, "the head of a new batch")
        self.rest()
        if returned is not None:
            self.tab_to(lambda widget: widget is form._returned)
            self.write(str(returned))
        self.key(Qt.Key.Key_Return)
        self.wait_for_entry()

    def wait_for_entry(self) -> None:
        """Wait until the entry page takes keys."""
        self.wait(self.entry.isVisible, "the entry page")
        self.wait(lambda: self.entry.hasFocus(), "the entry page has the focus")

    def saved(self) -> None:
        """Wait until every slip sent is saved and shown."""
        page = self.entry
        self.wait(
            lambda: not page._saver.waiting and not page._follower.is_reading
            and self.desktop.jobs.pending == 0,
            "every slip is saved and shown",
        )  # fmt: skip
        self.settle()


@contextmanager
def at_desk(
    paths: DataPaths, clock: Clock | None = None, up_ms: Callable[[], int] | None = None,
    *, backs_up: bool = False,
) -> Iterator[Desk]:  # fmt: skip
    """Open the window, and close it at the end."""
    desk = Desk(paths, clock, up_ms, backs_up=backs_up)
    desk.start()
    try:
        yield desk
    finally:
        desk.stop()
