"""Drives the real window inside a child: signs in, opens a batch, types on the number pad."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.app import Application
from desktop.language import install_translation
from desktop.paths import data_paths
from ui.theme.theme import apply_theme

if TYPE_CHECKING:
    from ui.keying.entry_page import EntryPage
    from ui.keying.section import KeyingSection

_LONGEST_S: Final = 30.0
_PAD: Final = Qt.KeyboardModifier.KeypadModifier
_SAVE: Final = Qt.Key.Key_Enter


class Desk:
    """The program at work on a store, and the hands of whoever sits before it."""

    def __init__(self, folder: str, account: str) -> None:
        self.app = QApplication(["motcua"])
        install_translation(self.app, "vi")
        apply_theme(self.app, "light")
        self.program = Application(data_paths(folder), "vi", account)
        self.program.start()
        self.window = self.program.window
        self.window.resize(1366, 768)
        self.painted = Painted(self.window)
        wait(lambda: self.painted.times > 0)

    def is_idle(self) -> bool:
        """Say whether nothing is going on beside the GUI thread."""
        return self.program.jobs.pending == 0

    def is_warm(self) -> bool:
        """Say whether all that is loaded in advance is there, as after a typed password."""
        return self.program.warm_up.is_done and self.is_idle()

    def submit(self, password: str) -> None:
        """Type the password and press Enter."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(password)
        press(Qt.Key.Key_Return)

    def section(self) -> KeyingSection | None:
        """Return the keying part if it is on show."""
        if "ui.keying.section" not in sys.modules:
            return None  # The program itself decides when that is loaded.
        from ui.keying.section import KeyingSection

        page = self.window.page
        return page if isinstance(page, KeyingSection) else None

    def entry(self) -> EntryPage | None:
        """Return the entry page if it is on show, has the focus and takes keys."""
        section = self.section()
        if section is None or section.currentWidget() is not section.entry:
            return None
        page = section.entry
        return page if page.progress is not None and page.hasFocus() else None

    def open_first_batch(self) -> bool:
        """Click the first open batch of the page Today; False while none is there."""
        if "ui.home.page" not in sys.modules:
            return False
        from ui.home.page import HomePage
        from ui.widgets.buttons import SecondaryButton

        page = self.window.page
        if not isinstance(page, HomePage):
            return False
        rows = [button for button in page.findChildren(SecondaryButton) if "·" in button.text()]
        if rows:
            rows[0].click()
        return bool(rows)

    def digit(self, number: int) -> float:
        """Press a key of the number pad and return the seconds until the window was painted."""
        return self.painted.after(lambda: press(Qt.Key(Qt.Key.Key_0 + number), _PAD, str(number)))

    def save(self) -> float:
        """Press Enter and return the seconds until the window was painted."""
        return self.painted.after(lambda: press(_SAVE, _PAD))

    def back(self) -> float:
        """Go back one question and return the seconds until the window was painted."""
        return self.painted.after(lambda: press(Qt.Key.Key_Minus, _PAD, "-"))


class Painted(QObject):
    """Notices when a window is painted anew."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times = 0
        # What the thread itself worked in each `after`: other programs take no part in it.
        self.worked: list[float] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count; the painting itself follows within the same event."""
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Expose, QEvent.Type.Paint):
            self.times += 1
        return False

    def after(self, work: Callable[[], None]) -> float:
        """Do something and return the seconds until the window was painted after it."""
        before = self.times
        start, thread = time.perf_counter(), time.thread_time()
        work()
        while self.times == before:
            QApplication.processEvents()
            if time.perf_counter() - start > _LONGEST_S:
                raise RuntimeError("nothing was painted")
        self.worked.append(time.thread_time() - thread)
        return time.perf_counter() - start


def rest(seconds: float) -> None:
    """Let the program run for a while, as it does between two keys."""
    over = time.perf_counter() + seconds
    while time.perf_counter() < over:
        QApplication.processEvents()
        time.sleep(0.0005)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = _PAD, text: str = "") -> None:
    """Send a key to whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))


def wait(is_over: Callable[[], bool]) -> None:
    """Let the program run until something is the case, without taking its time."""
    loop, timer, start = QEventLoop(), QTimer(), time.monotonic()
    found: list[bool] = []

    def look() -> None:
        if is_over():
            found.append(True)
        if found or time.monotonic() - start > _LONGEST_S:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(1)
    loop.exec()
    if not found:
        raise RuntimeError("the window did not come so far")
