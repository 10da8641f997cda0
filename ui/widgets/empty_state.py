"""What a place shows while it holds nothing: why, what to do, and the one way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.icons import IconName
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Heading, Text


class EmptyState(QWidget):
    """Icon, sentence, what to do, and at most one action."""

    action_requested = Signal()

    def __init__(
        self,
        icon: IconName,
        title: str,
        advice: str = "",
        action: str = "",
        parent: QWidget | None = None,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(icon, 32, is_in_circle=True), 0, centre)
        column.addSpacing(Space.S)
        self.advice = Text(advice, tone="muted")
        for text in (Heading(title, "subtitle"), self.advice):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
            text.setVisible(bool(text.text()))
        self.action = PrimaryButton(action, hint=hint)
        self.action.clicked.connect(self.action_requested)
        column.addSpacing(Space.S)
        column.addWidget(self.action, 0, centre)
        self.action.setVisible(bool(action))
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(advice)
