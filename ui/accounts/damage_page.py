"""The store is damaged: what that means, and one button that restores it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QWidget

from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.centred import Centred
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH: Final = 620


class DamagePage(QStackedWidget):
    """Asks for a password or the recovery key, restores, and says what came of it.

    `submitted` gives account, password and recovery key; of the last two one is "".
    """

    submitted = Signal(str, str, str)
    file_requested = Signal()
    finished = Signal()

    def __init__(
        self, said: str, offer: str, accounts: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.said, self._offer = Text(said), Text(offer)
        self._name = Dropdown()
        self._name.addItems(list(accounts))
        self._name.setEditable(True)
        self._password, self._key = PasswordField(), QLineEdit()
        self._name_row = FieldRow(self.tr("Account"), self._name)
        self._password_row = FieldRow(
            self.tr("Password"), self._password, self.tr("of an administrator or a head of unit")
        )
        self._key_row = FieldRow(self.tr("Recovery key"), self._key, self.tr("as it is on paper"))
        self._by_key = CheckBox(self.tr("Use the recovery key instead"))
        self._by_key.toggled.connect(self._on_by_key)
        self._banner = Banner("danger", is_dismissible=False)
        self._banner.setVisible(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setVisible(False)
        self._restore = PrimaryButton(self.tr("Restore"), hint="⏎")
        self._restore.clicked.connect(self._on_submit)
        self._other = SecondaryButton(self.tr("Choose another backup…"))
        self._other.clicked.connect(self.file_requested)
        self._go_on = PrimaryButton(self.tr("Sign in"), hint="⏎")
        self._go_on.clicked.connect(self.finished)
        self._password.returnPressed.connect(self._on_submit)
        self._key.returnPressed.connect(self._on_submit)
        self._is_busy = False
        self._result = Card(padding=Space.XL)
        self._lay_out()
        self._on_by_key(is_by_key=False)

    def start(self) -> None:
        """Put the cursor where something is missing."""
        field = self._key if self._by_key.isChecked() else self._password
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offer(self, offer: str) -> None:
        """Show which backup is restored."""
        self._offer.setText(offer)

    @Slot(int, object, str)
    def show_progress(self, done: int, total: int | None, _detail: str = "") -> None:
        """Show how much of how much is done."""
        self._bar.setAccessibleName(self._banner.message())
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._bar.setVisible(self._is_busy)

    def show_error(self, said: str) -> None:
        """Show why nothing was restored."""
        self._set_busy(False)
        self._banner.show_message("danger", said)
        self._banner.setVisible(True)
        self.start()

    def show_result(self, lines: Sequence[str]) -> None:
        """Show what came of it."""
        self._set_busy(False)
        self._result.body.addWidget(Text(self.tr("The store can be used again"), "title"))
        for line in lines:
            text = Text(line)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._result.body.addWidget(text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._go_on)
        self._result.body.addLayout(row)
        self.setCurrentIndex(1)
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for widget in (self._restore, self._other):
            widget.setEnabled(not is_busy)
        self._bar.setVisible(is_busy)
        if is_busy:
            self._bar.setRange(0, 0)
            self._banner.show_message("info", self.tr("Restoring: this can take some minutes…"))
        self._banner.setVisible(is_busy)

    def _lay_out(self) -> None:
        card = Card(padding=Space.XL)
        for one in (card, self._result):
            one.setFixedWidth(_CARD_WIDTH)
        card.body.addWidget(Text(self.tr("The store needs to be restored"), "title"))
        card.body.addWidget(self.said)
        card.body.addWidget(
            Text(self.tr("Nothing is written to it any more, and a copy of the damaged files is"
                         " kept. What was half typed is kept too."), tone="muted")
        )  # fmt: skip
        card.body.addWidget(self._offer)
        card.body.addSpacing(Space.S)
        for widget in (self._banner, self._bar, self._name_row, self._password_row, self._key_row):
            card.body.addWidget(widget)
        card.body.addWidget(self._by_key)
        buttons = QHBoxLayout()
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        buttons.addWidget(self._restore)
        card.body.addLayout(buttons)
        self.addWidget(Centred(card))
        self.addWidget(Centred(self._result))

    @Slot(bool)
    def _on_by_key(self, is_by_key: bool) -> None:
        self._name_row.setVisible(not is_by_key)
        self._password_row.setVisible(not is_by_key)
        self._key_row.setVisible(is_by_key)
        self.start()

    @Slot()
    def _on_submit(self) -> None:
        if self._is_busy:
            return
        is_by_key = self._by_key.isChecked()
        field, row = (
            (self._key, self._key_row) if is_by_key else (self._password, self._password_row)
        )
        is_missing = not field.text().strip()
        row.set_error(self.tr("Please fill this in.") if is_missing else None)
        if is_missing:
            self.start()
            return
        self._set_busy(True)
        password = "" if is_by_key else self._password.text()
        key = self._key.text().strip() if is_by_key else ""
        self.submitted.emit(self._name.currentText().strip(), password, key)
