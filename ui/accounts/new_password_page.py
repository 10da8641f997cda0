"""A password that somebody else set has to be changed before anything else is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.sentences.catalog import Language
from ui.accounts.password_pair import PasswordPair
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.centred import Centred
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH: Final = 620


class NewPasswordPage(QWidget):
    """Enter sets the new password; Esc signs out."""

    submitted = Signal(str)
    left = Signal()

    def __init__(
        self, name: str, language: Language, *, has_second_factor: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._is_busy = False
        self.pair = PasswordPair(language, has_second_factor=has_second_factor)
        self.pair.submitted.connect(self._on_submit)
        self._set = PrimaryButton(self.tr("Set the password"), hint="⏎")
        self._set.clicked.connect(self._on_submit)
        self._leave = SecondaryButton(self.tr("Sign out"), hint="Esc")
        self._leave.clicked.connect(self.left)
        card = Card(padding=Space.XL)
        card.setFixedWidth(_CARD_WIDTH)
        card.body.addWidget(Text(self.tr("A password of your own"), "title"))
        said = self.tr(
            "Somebody else set the password of %1 and knows it. Please choose one that only you"
            " know; then the work begins."
        )
        card.body.addWidget(Text(said.replace("%1", name), tone="muted"))
        card.body.addWidget(self.pair)
        buttons = QHBoxLayout()
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        buttons.addWidget(self._set)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Centred(card))

    def start(self) -> None:
        """Put the cursor into the first field."""
        self.pair.start()

    def show_error(self, said: str) -> None:
        """Say why the password was not set."""
        self._set_busy(is_busy=False)
        self.pair.refuse(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sign out on Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._is_busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._set.setEnabled(not is_busy)
        self._leave.setEnabled(not is_busy)

    @Slot()
    def _on_submit(self) -> None:
        if self._is_busy:
            return
        password = self.pair.password()
        if password is not None:
            self._set_busy(is_busy=True)
            self.submitted.emit(password)
