"""An officer at the window's register: keys at the pace of a hand, scans at that of a scanner."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from models.households.progress import WorkFilter
from models.households.queries import walk_all
from models.households.records import HamletKey, Household
from tests.scenarios.desk import PLAIN, Desk
from ui.register.check_view import CheckView
from ui.register.list_import_page import ListImportPage
from ui.register.register_page import RegisterPage
from ui.register.section import RegisterSection

CONTROL = Qt.KeyboardModifier.ControlModifier
SIGNS = {"E": Qt.Key.Key_Return, "X": Qt.Key.Key_Escape, "*": Qt.Key.Key_Asterisk,
         "/": Qt.Key.Key_Slash, "T": Qt.Key.Key_Tab}  # fmt: skip
TEXTS = {"E": "\r", "X": "\x1b", "T": "\t"}
# Between two keys; a scanner is told from a hand by it, so that no test has to wait for either.
HAND_MS, SCANNER_MS = 120, 3


class Officer:
    """Drives the register of a desk whose window is open."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.now_ms = 60_000
        self.answer: Path | None = None

    # What is pressed.

    def key(self, key: Qt.Key, text: str = "", gap_ms: int = HAND_MS) -> None:
        """Press and release one key."""
        self.now_ms += gap_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, PLAIN, text)
            event.setTimestamp(self.now_ms)
            QApplication.sendEvent(self.desk.focus(), event)

    def press(self, keys: str) -> None:
        """Press digits, signs, and E for Enter, X for Esc, T for Tab."""
        for key in keys:
            self.key(SIGNS.get(key) or Qt.Key(ord(key)), TEXTS.get(key, key))

    def write(self, text: str, gap_ms: int = HAND_MS) -> None:
        """Type words with accents."""
        for letter in text:
            is_plain = letter.isascii() and letter.isalnum()
            self.key(Qt.Key(ord(letter.upper()) if is_plain else 0), letter, gap_ms)

    def scan(self, text: str) -> None:
        """Type as a scanner does, with the Enter that it sends."""
        self.now_ms += HAND_MS
        self.write(text, SCANNER_MS)
        self.key(Qt.Key.Key_Return, "\r", SCANNER_MS)
        self.rest()

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key together with another."""
        QTest.keyClick(self.desk.focus(), key, modifier)

    def rest(self) -> None:
        """Wait until nothing is under way on the page in front and the store is at rest."""
        for _ in range(3):
            self.desk.rest()
            self.desk.wait(lambda: not self.is_busy, "nothing is under way")

    @property
    def is_busy(self) -> bool:
        section = self.section
        if section._check is not None and self.view.is_saving:
            return True
        return section._lists is not None and self.lists._work.is_busy

    # Where the officer is.

    @property
    def section(self) -> RegisterSection:
        return self.desk.window._register()

    @property
    def page(self) -> RegisterPage:
        return self.section.register

    @property
    def lists(self) -> ListImportPage:
        return self.section.lists

    @property
    def view(self) -> CheckView:
        return self.section.check.check

    def standing(self) -> Household:
        """Return the household on the screen, as it stands."""
        opened = self.view.walk.opened
        assert opened is not None
        return opened.household

    def households(self, wanted: WorkFilter | None = None) -> list[Household]:
        """Return a work list from the store."""
        query = partial(_walked, wanted=wanted or WorkFilter())
        return list(self.desk.session.store.read(query))

    # Ways.

    def to_register(self) -> None:
        """Go to the households by their key on the rail; file dialogs answer with `answer`."""
        self.desk.to_page("register")
        self.rest()
        self.lists._ask_file = self.lists._ask_target = self.ask
        self.page.papers._ask_path = self.ask

    def ask(self, *_asked: Any) -> Path | None:
        return self.answer

    def open_list(self, path: Path) -> None:
        """Choose a file, from the page that asks for one."""
        self.answer = path
        assert self.lists._choose.action.hasFocus()
        self.press("E")
        self.rest()

    def take_in(self) -> None:
        """Take the list in and go back to the register."""
        assert self.lists._take_in.isEnabled()
        self.shortcut(Qt.Key.Key_Return, CONTROL)
        # Qt shows a button that is pressed by its shortcut go down first.
        self.desk.wait(lambda: not self.lists._take_in.isDown())
        self.rest()
        assert self.lists._done.action.hasFocus()
        self.press("E")
        self.rest()
        assert self.page.isVisible()

    def to_hamlet(self, hamlet: HamletKey) -> None:
        """Choose a hamlet in the overview, whose ward stands open."""
        panel = self.page.panel
        row = panel._model.row_of((hamlet.unit, hamlet))
        assert row is not None
        self.desk.tab_to(lambda widget: widget is panel._list)
        self.key(Qt.Key.Key_Home)
        for _ in range(row):
            self.key(Qt.Key.Key_Down)
        self.rest()
        assert panel.single_hamlet() == hamlet

    def save_paper(self, place: int, path: Path) -> None:
        """Save the paper at a place of the menu, from 0, as PDF."""
        self.answer = path
        self.press("P")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        # Its first line is in hand; the first of each is to print, the second to save as PDF.
        for key in (*[Qt.Key.Key_Down] * place, Qt.Key.Key_Right, Qt.Key.Key_Down):
            QTest.keyClick(QApplication.activePopupWidget(), key)
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
        self.desk.come_back()
        self.desk.wait(path.exists, "the paper is there")
        self.rest()
        assert str(path) in self.page.banner.message()

    def to_field(self, name: str) -> None:
        """Go to a field of the check by Tab."""
        wanted = self.view.form.grid.fields[name]
        self.tab_to(lambda widget: widget is wanted)

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 60) -> None:
        """Press Tab at a hand's pace until the focus is on what is wanted."""
        for _ in range(most):
            if wanted(self.desk.focus()):
                return
            self.press("T")
        raise AssertionError("Tab does not lead there")

    def select_all(self) -> None:
        """Mark what stands in the field, so that the next letter replaces it."""
        self.now_ms += HAND_MS
        self.shortcut(Qt.Key.Key_A, CONTROL)


def _walked(connection: Any, wanted: WorkFilter) -> list[Household]:
    return list(walk_all(connection, wanted))
