"""Somebody who takes lists in at the window, and the rows of their lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.clock import Clock
from models.households.progress import hamlet_progress, total
from models.households.queries import search_households
from models.households.records import Household
from models.journal.log import stream_states
from models.store.drafts import DraftBox
from tests.exports.sheets import makers
from ui.bus import Bus
from ui.context import PageContext
from ui.register.list_import_page import ListImportPage
from ui.widgets.dropdown import Dropdown

HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
BAC_SON, SPLIT = "Phường Bắc Sơn", "Phường Trưng Vương"
AN = ["Nguyễn Văn An", "0912345678", "12", "Trần Phú", "Khu 1", BAC_SON, "0221300001"]
BINH = ["Trần Thị Thanh Bình", "0987654321", "14", "Trần Phú", "Khu 1", BAC_SON, None]
CHI = ["Lê Thị Chi", None, "3", "Lê Lợi", "Khu 2", SPLIT, None]
DUNG = ["Phạm Văn Dũng", None, "5", "Lê Lợi", "Khu 3", SPLIT, None]
BAD = ["Hoàng Thị Em", None, "7", "Lê Lợi", "Khu 1", BAC_SON, "12345"]
# Bình again, as another list writes her.
LIKE_BINH = ["Trần Bình", None, "14", "Trần Phú", "Khu 1", BAC_SON, None]
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Seat:
    """Somebody at the page, with the keyboard."""

    def __init__(self, session: Session, folder: Path, qtbot: QtBot) -> None:
        self.session, self.folder, self.qtbot = session, folder, qtbot
        self.jobs, self.raised = ThreadJobs(), list[Exception]()
        self.drafts = DraftBox(session.paths.drafts, session.key, session.account)
        self.answer: Path | None = None
        self.context = PageContext(
            session.store, self.drafts, self.jobs, Bus(), session.account, session.account_name,
            session.unit, "en", self.raised.append, session.role,
        )  # fmt: skip
        self.page = ListImportPage(
            self.context, Clock(), ask_file=self.ask, ask_target=self.ask
        )
        qtbot.addWidget(self.page)
        self.page.resize(1206, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def ask(self, _parent: QWidget, _suggestion: str) -> Path | None:
        return self.answer

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.jobs.pending == 0, timeout=20_000)
        self.qtbot.waitUntil(lambda: not self.page._work.is_busy, timeout=20_000)

    def open(self, *rows: list[Any], header: list[str] = HEADER, name: str = "hộ.xlsx") -> None:
        self.page.start(makers.xlsx(self.folder / name, [header, *rows]))
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def take_in(self) -> None:
        """Press the main action's keys."""
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    @property
    def figures(self) -> tuple[int, int, int, int]:
        assert self.page._preview is not None
        plan = self.page._preview.plan
        return plan.added, plan.updated, plan.unchanged, plan.rejected

    @property
    def is_ready(self) -> bool:
        return self.page._take_in.isEnabled()

    @property
    def events(self) -> int:
        return sum(state.events for state in self.session.store.read(stream_states))

    @property
    def households(self) -> int:
        progress = self.session.store.read(hamlet_progress)
        return total([item.progress for item in progress]).households

    def found(self, typed: str) -> list[Household]:
        return self.session.store.read(lambda connection: search_households(connection, typed))

    def column(self, name: str) -> Dropdown:
        boxes = self.page.steps.columns._boxes.values()
        return next(box for box in boxes if box.accessibleName() == name)

    def choose_column(self, name: str, field: str | None) -> None:
        box = self.column(name)
        box.setCurrentIndex(box.findData(field))
        self.settle()

    @property
    def steps(self) -> Any:
        return self.page.steps


def likely(seat: Seat) -> None:
    """Open a list in which Bình stands as somebody who is likely her."""
    seat.open(LIKE_BINH, name="khác.xlsx")
    assert seat.steps.pairs.waiting() == 1
    assert seat.figures == (1, 0, 0, 0)
