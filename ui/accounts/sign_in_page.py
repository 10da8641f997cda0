"""Signing in. Light on purpose: it is what the window shows first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton
from ui.widgets.centred import Centred
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH = 420


class SignInPage(QWidget):
    """Asks for account and password."""

    submitted = Signal(str, str)

    def __init__(self, accounts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(accounts[0] if len(accounts) == 1 else "")
        self._password = PasswordField()
        self._password.caps_lock_noticed.connect(self._on_caps_lock)
        self._name_row = FieldRow(self.tr("Account"), self._name)
        self._password_row = FieldRow(self.tr("Password"), self._password)
        self._enter = PrimaryButton(self.tr("Sign in"), hint="⏎")
        self._enter.clicked.connect(self._on_submit)
        self._name.returnPressed.connect(self._on_name_entered)
        self._password.returnPressed.connect(self._on_submit)
        self._is_busy = False
        self._lay_out()

    def start(self) -> None:
        """Put the cursor where something is missing."""
        field = self._password if self._name.text() else self._name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, name: str, password: str) -> None:
        """Fill in the account of the sample data, which is no secret."""
        self._name.setText(name)
        self._password.setText(password)
        said = self.tr("Sample data: the password %1 is filled in.")
        self._password_row.set_hint(said.replace("%1", password))
        self._enter.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:
        """Show that the password is being tried; what is typed stays."""
        self._is_busy = is_busy
        self._enter.setEnabled(not is_busy)
        self._enter.setText(self.tr("Opening …") if is_busy else self.tr("Sign in"))

    def show_error(self, said: str) -> None:
        """Show why the store did not open, and let the password be typed again."""
        self.set_busy(False)
        self._password_row.set_error(said)
        self._password.selectAll()
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card(padding=Space.XL)
        card.setFixedWidth(_CARD_WIDTH)
        card.body.addWidget(Text("motcua", "display", is_wrapped=False))
        card.body.addWidget(
            Text(self.tr("Satisfaction slips and digital addresses of the one-stop counter"),
                 tone="muted")
        )  # fmt: skip
        card.body.addSpacing(Space.S)
        card.body.addWidget(self._name_row)
        card.body.addWidget(self._password_row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._enter)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Centred(card))

    @Slot(bool)
    def _on_caps_lock(self, is_noticed: bool) -> None:
        self._password_row.set_hint(self.tr("Caps Lock seems to be on.") if is_noticed else "")

    @Slot()
    def _on_name_entered(self) -> None:
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_submit(self) -> None:
        if self._is_busy:
            return
        self._password_row.set_error(None)
        if not self._name.text().strip():
            self._name_row.set_error(self.tr("Please type the account's name."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._name_row.set_error(None)
        self.set_busy(True)
        self.submitted.emit(self._name.text().strip(), self._password.text())
