"""Mashed keys, changing sizes and pages that change while work runs: no bug, and a clean store."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from models.store.doctor import examine
from models.surveys.queries import list_batches
from tests.scenarios.desk import PAD, PAD_KEYS, PLAIN, Desk
from tests.scenarios.fixtures import desk, keying, no_bugs, themed

__all__ = ["desk", "keying", "no_bugs", "themed"]

EVENTS = 2000
SEED = 20_261_005

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
MOVES = [_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Space, _Key.Key_Return, _Key.Key_Up,
         _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End,
         _Key.Key_PageDown, _Key.Key_Delete, _Key.Key_Backspace, _Key.Key_F2, _Key.Key_A,
         _Key.Key_Z]  # fmt: skip


class Masher:
    """Presses whatever a seed says, and puts away each dialog that comes of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.random = random.Random(SEED)
        self._closer = QTimer(desk.window)
        self._closer.timeout.connect(self._on_look)
        self._closer.start(10)
        self._seen: object = None

    def mash(self, events: int) -> None:
        for _ in range(events):
            self.one()
        self.desk.settle()

    def one(self) -> None:
        roll = self.random.random()
        if roll < 0.5:
            key = self.random.choice(list(PAD_KEYS.values()))
            QTest.keyClick(self.desk.focus(), key, PAD)
        elif roll < 0.85:
            QTest.keyClick(self.desk.focus(), self.random.choice(MOVES), PLAIN)
        elif roll < 0.9:
            QTest.keyClick(self.desk.focus(), _Key.Key_N, _Modifier.ControlModifier)
        elif roll < 0.95:
            self.desk.write(self.random.choice(("đ", "Ặ", "x", "5", "/")))
        else:
            self.desk.settle()

    def _on_look(self) -> None:
        """Answer a dialog once with keys, then close it."""
        found = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if found is None:
            return
        if found is not self._seen:
            self._seen = found
            for _ in range(5):
                QTest.keyClick(self.desk.focus(), self.random.choice(MOVES), PLAIN)
            return
        found.close()
        self.desk.window.activateWindow()


def check_clean(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.wait(lambda: not desk.entry._saver.waiting, "all is saved")
    desk.rest()
    assert [check.code for check in examine(desk.session.store) if not check.ok] == []


@pytest.fixture(autouse=True)
def _no_file_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every dialog for files be left at once: mashed keys must not write any."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_asked: ("", ""))
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)


@pytest.mark.parametrize("page", ["home", "keying", "reports", "exchange", "settings"])
def test_mashed_keys_break_nothing(keying: Desk, no_bugs: object, page: str) -> None:
    keying.window.show_page(page)
    keying.rest()
    masher = Masher(keying)
    for _ in range(20):
        masher.mash(EVENTS // 20)
        # Keys may have led elsewhere; the page is to be the one that is mashed.
        keying.window.activateWindow()
        keying.window.show_page(page)
        if page == "keying":
            (batch, *_) = keying.session.store.read(list_batches)
            keying.section.open_batch(batch.id)
    check_clean(keying)


def test_pages_and_sizes_that_change_while_work_runs_break_nothing(
    keying: Desk, no_bugs: object
) -> None:
    draw = random.Random(SEED)
    for _ in range(150):
        roll = draw.random()
        if roll < 0.4:
            number = _Key(_Key.Key_0.value + draw.randint(1, 6))
            QTest.keyClick(keying.focus(), number, _Modifier.AltModifier)
        elif roll < 0.6:
            keying.window.resize(draw.randint(1024, 1600), draw.randint(640, 1000))
        elif roll < 0.9:
            keying.window.show_page("keying")
            keying.pad("1111111E" if keying.entry.entry.is_untouched else "1")
        else:
            keying.settle()
    keying.rest()
    check_clean(keying)


def test_the_page_of_a_closed_batch_takes_mashed_keys(keying: Desk, no_bugs: object) -> None:
    keying.pad("1111111E2222222E3333333E")
    keying.saved()
    keying.answer_dialog(lambda _: keying.key(_Key.Key_Return))
    keying.click(keying.button("Close the batch"))
    keying.come_back()
    keying.rest()
    (batch,) = keying.session.store.read(list_batches)
    assert batch.state == "closed"
    masher = Masher(keying)
    for _ in range(20):
        keying.window.activateWindow()
        keying.section.open_batch(batch.id)
        keying.rest()
        masher.mash(EVENTS // 20)
    check_clean(keying)


def test_the_working_pages_fit_the_smallest_screen(keying: Desk) -> None:
    for page in ("home", "keying", "reports", "exchange", "settings"):
        keying.window.show_page(page)
        keying.rest()
        hint = keying.window.minimumSizeHint()
        assert (hint.width() <= 1366, hint.height() <= 768) == (True, True), page
