"""Signing in. Light on purpose: it is what the window shows first, and what covers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton
from ui.widgets.centred import Centred
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH: Final = 420
_LONGEST_CODE: Final = 8


class SignInPage(QWidget):
    """Asks for account and password, and for a code where the account has a second factor.

    The first account is offered, the others can be chosen. `is_locked` where work stands behind it.
    """

    submitted = Signal(str, str, str)

    def __init__(
        self, accounts: Sequence[str], parent: QWidget | None = None, *, is_locked: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_locked = is_locked
        self._name_field, self._name = _name_field(accounts)
        self._password = PasswordField()
        self._password.caps_lock_noticed.connect(self._on_caps_lock)
        self._code = QLineEdit()
        self._code.setMaxLength(_LONGEST_CODE)
        self._code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._name_row = FieldRow(self.tr("Account"), self._name_field)
        self._password_row = FieldRow(self.tr("Password"), self._password)
        self._code_row = FieldRow(
            self.tr("Code"), self._code, self.tr("the 6 digits that your telephone shows now")
        )
        self._enter = PrimaryButton(self._verb(), hint="⏎")
        self._enter.clicked.connect(self._on_submit)
        self._name.returnPressed.connect(self._on_name_entered)
        self._name.textChanged.connect(self._on_other_account)
        self._password.textEdited.connect(self._on_other_account)
        self._password.returnPressed.connect(self._on_submit)
        self._code.returnPressed.connect(self._on_submit)
        self._is_busy = False
        self._lay_out()

    def start(self, *, at_name: bool = False) -> None:
        """Put the cursor where something is missing, or on the name to choose another."""
        field = self._password if self._name.text() and not at_name else self._name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

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
        self._enter.setText(self.tr("Opening…") if is_busy else self._verb())

    def show_error(self, said: str) -> None:
        """Show why the store did not open, and let the password be typed again."""
        self.set_busy(False)
        self._password_row.set_error(said)
        self._password.selectAll()
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_code(self, said: str = "") -> None:
        """Ask for the code of the second factor, or say what was wrong with it."""
        self.set_busy(False)
        self._password_row.set_error(None)
        self._code_row.set_error(said or None)
        self._code_row.setVisible(True)
        self._code.clear()
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _verb(self) -> str:
        return self.tr("Open") if self._is_locked else self.tr("Sign in")

    def _lay_out(self) -> None:
        card = Card(padding=Space.XL)
        card.setFixedWidth(_CARD_WIDTH)
        card.body.addWidget(Text("motcua", "display", is_wrapped=False))
        said = self.tr("Satisfaction slips and digital addresses of the one-stop counter")
        if self._is_locked:
            said = self.tr(
                "The screen is locked, and what was being typed is kept. Somebody else can sign in"
                " here with another account."
            )
        card.body.addWidget(Text(said, tone="muted"))
        card.body.addSpacing(Space.S)
        for row in (self._name_row, self._password_row, self._code_row):
            card.body.addWidget(row)
        self._code_row.setVisible(False)
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
    def _on_other_account(self) -> None:
        """Forget that a code was asked for: this may be somebody who has none."""
        self._code_row.setVisible(False)
        self._code.clear()

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
        code = self._code.text().strip()
        if self._code_row.isVisibleTo(self) and not code:
            self.ask_code(self.tr("Please type the 6 digits."))
            return
        self.set_busy(True)
        self.submitted.emit(self._name.text().strip(), self._password.text(), code)


def _name_field(accounts: Sequence[str]) -> tuple[QWidget, QLineEdit]:
    """Return the field for the name and where it is typed: a list of names only for several."""
    if len(accounts) < 2:
        line = QLineEdit(accounts[0] if accounts else "")
        return line, line
    from ui.widgets.dropdown import Dropdown

    chooser = Dropdown()
    chooser.setEditable(True)
    chooser.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    chooser.addItems(list(accounts))
    typed = chooser.lineEdit()
    assert typed is not None
    return chooser, typed
