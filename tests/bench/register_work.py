"""What a child does at the register: opens its page, comes back to it, and searches as typed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.sample_account import PASSWORD
from tests.bench.children import tell
from tests.bench.driving import Desk, press, rest, wait
from ui.register.register_page import RegisterPage

TYPED: Final = ("nguyen van minh", "tran phu 45", "Hoàng Thị", "khu 5 duc", "091234")
_NONE: Final = Qt.KeyboardModifier.NoModifier
_PAUSE_S: Final = 0.12


def register(folder: str, account: str) -> None:
    """Open the register for the first time, then again, then type in its search."""
    desk = Desk(folder, account)
    wait(desk.is_warm)
    desk.submit(PASSWORD)
    wait(lambda: desk.program.session is not None and desk.is_idle())
    rest(1.0)
    first = _until(desk, lambda: desk.window.show_page("register"))
    desk.window.show_page("home")
    wait(desk.is_idle)
    again = _until(desk, lambda: desk.window.show_page("register"))
    page = _page(desk)
    assert page is not None
    rows = page.model.rowCount()
    page.search.setFocus()
    keys: list[float] = []
    for text in TYPED:
        for letter in text:
            keys.append(_key(desk, page, letter))
            rest(_PAUSE_S)
        press(Qt.Key.Key_Escape, _NONE)
        wait(desk.is_idle)
    tell(first=first, again=again, keys=keys, rows=rows)


def _page(desk: Desk) -> RegisterPage | None:
    found = desk.window.findChildren(RegisterPage)
    return found[0] if found else None


def _until(desk: Desk, work: Callable[[], None]) -> float:
    """Return the seconds until households, wards and counts stand painted on the screen."""
    start = time.perf_counter()
    work()
    while True:
        page = _page(desk)
        if page is not None and page.table.isVisible() and page.model.rowCount() and (
            page.panel._model.rowCount() and desk.is_idle()
        ):
            break
        QApplication.processEvents()
    before = desk.painted.times
    page.table.viewport().update()
    while desk.painted.times == before:
        QApplication.processEvents()
    return time.perf_counter() - start


def _key(desk: Desk, page: RegisterPage, letter: str) -> float:
    """Type a letter and return the seconds until what it finds is painted."""
    filled: list[bool] = []

    def on_filled() -> None:
        filled.append(True)

    page.model.filled.connect(on_filled)
    start = time.perf_counter()
    press(Qt.Key.Key_unknown, _NONE, letter)
    while not filled and page.search.text().strip():
        QApplication.processEvents()
    before = desk.painted.times
    page.table.viewport().update()
    while desk.painted.times == before:
        QApplication.processEvents()
    page.model.filled.disconnect(on_filled)
    return time.perf_counter() - start
