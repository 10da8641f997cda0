"""A banner that may offer to take back what it tells of, by its button or by Ctrl+Z."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.theme.colours import Tone
from ui.widgets.banner import Banner


class UndoBanner(Banner):
    """Ctrl+Z does what stands on the banner, and nothing that another one offered before.

    `undo_requested` brings what is to be taken back, once: whoever could not do it offers it again.
    """

    undo_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._undoes: Any = None
        self.action.clicked.disconnect(self.action_requested)
        self.action.clicked.connect(self._on_action)
        self.dismissed.connect(self.withdraw)
        self.setVisible(False)

    def offer(self, tone: Tone, message: str, undoes: object) -> None:
        """Say what was done, or why it could not be taken back, with the way back."""
        self.show_message(tone, message, self.tr("Undo (Ctrl+Z)"))
        self._undoes = undoes

    def show_message(self, tone: Tone, message: str, action: str = "", other: str = "") -> None:
        """Say something else: nothing is offered any more."""
        self._undoes = None
        super().show_message(tone, message, action, other)

    @Slot()
    def withdraw(self) -> None:
        """Offer nothing, and be gone."""
        self._undoes = None
        self.setVisible(False)

    def takes(self, event: QKeyEvent) -> bool:
        """Take back what is offered if that is what the key asks for; say whether it was."""
        if self._undoes is None or self.isHidden():
            return False
        is_asked = event.matches(QKeySequence.StandardKey.Undo)
        if is_asked:
            self._on_action()
        return is_asked

    @Slot()
    def _on_action(self) -> None:
        undoes, self._undoes = self._undoes, None
        if undoes is None:
            self.action_requested.emit()
            return
        self.action.setVisible(False)
        self.undo_requested.emit(undoes)
