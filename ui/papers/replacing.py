"""Asks before files take the place of others that the file dialog did not ask about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.buttons import DangerButton, SecondaryButton
from ui.widgets.text import Text

# Asks whether these files may be replaced: parent, the files; False for no.
AskReplace = Callable[[QWidget, Sequence[Path]], bool]

_WIDTH = 480


class ReplaceDialog(QDialog):
    """Names the files; Enter keeps them."""

    def __init__(self, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Replace what is there?")
        self.setWindowTitle(title)
        replace = DangerButton(self.tr("Replace"))
        replace.clicked.connect(self.accept)
        replace.setAutoDefault(False)
        keep = SecondaryButton(self.tr("Keep it"), hint="Esc")
        keep.clicked.connect(self.reject)
        keep.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(title, "title"))
        for file in files:
            column.addWidget(Text(file.name, "strong"))
        column.addWidget(
            Text(self.tr("It stands in the folder already. What was changed in it would be lost."))
        )
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        keep.setFocus(Qt.FocusReason.OtherFocusReason)


def ask_replace(parent: QWidget, files: Sequence[Path]) -> bool:
    """Ask in a dialog of its own."""
    dialog = ReplaceDialog(files, parent)
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()
