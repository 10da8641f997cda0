"""A page of slips that wait for a decision, with the scanned paper beside what is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import PageContext
from ui.keying.scan_panel import ScanPanel
from ui.theme.sizes import Space
from ui.widgets.buttons import QuietButton
from ui.widgets.deciding_page import DecidingPage
from ui.widgets.decision_view import DecisionView


class ScannedDecidingPage(DecidingPage):
    """F4 shows the scans, F5 and F6 turn their pages, Ctrl with + and − zooms."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scans = ScanPanel(context)
        self.scans.closed.connect(self.take_focus)
        self._tools = QHBoxLayout()
        self._tools.addStretch(1)
        button = QuietButton(self.tr("Scan"), hint="F4")
        button.clicked.connect(self.scans.toggle)
        self.add_tool(button)

    def add_tool(self, button: QuietButton) -> None:
        """Add a button above what is decided: the head of the page is full on small screens."""
        self._tools.addWidget(button)

    def beside_scan(self, decisions: DecisionView) -> QWidget:
        """Return what is decided with its scan on the right."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        column.addLayout(self._tools)
        column.addLayout(row, 1)
        row.addWidget(decisions, 1)
        row.addWidget(self.scans, 1)
        return both

    def show_none(self) -> None:
        """Say that nothing waits."""
        super().show_none()
        self.scans.show_none()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the scans, and those of the page."""
        if event.key() == Qt.Key.Key_F4:
            self.scans.toggle()
        elif event.key() == Qt.Key.Key_F5:
            self.scans.turn_back()
        elif event.key() == Qt.Key.Key_F6:
            self.scans.turn_on()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.scans.pages.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.scans.pages.zoom_out()
        else:
            super().keyPressEvent(event)
