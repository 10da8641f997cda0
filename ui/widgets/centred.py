"""One card in the middle of a page, scrolled where the window is too low for it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


class Centred(QScrollArea):
    """Holds one widget, a little above the middle."""

    def __init__(self, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        # Stretches and not alignment: an aligned item loses the height that its wrapped text needs.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(holder)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.setWidgetResizable(True)
        self.setWidget(holder)
