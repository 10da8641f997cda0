"""What one changes of one's own account: the password, and the second factor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.sentences.catalog import Language
from ui.accounts.account_form import AccountForm, tell_beside
from ui.accounts.password_pair import PasswordPair
from ui.exchange.qr_view import QrView
from ui.jobs import Progress
from ui.theme.sizes import Space
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text

_LONGEST_CODE: Final = 8


@dataclass(frozen=True, slots=True)
class NewFactor:
    """A second factor to be set up: its secret, that in letters, and the code to scan."""

    secret: bytes = field(repr=False)
    letters: str = field(repr=False)
    modules: Sequence[bytes] = field(repr=False)


def make_factor(name: str, _progress: Progress) -> NewFactor:
    """Draw a secret and its QR code; what that takes is loaded here."""
    from exports.writers.qr import matrix
    from models.accounts.second_factor import new_secret, provisioning_uri, spelled

    secret = new_secret()
    return NewFactor(secret, spelled(secret), matrix(provisioning_uri(secret, name)))


class OwnPasswordForm(AccountForm):
    """The password in force, then the new one twice."""

    def __init__(
        self, language: Language, *, has_second_factor: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Another password"), self.tr("Change the password"), language, parent
        )
        self.before = PasswordField()
        self._before_row = FieldRow(self.tr("The password now"), self.before)
        self.pair = PasswordPair(language, has_second_factor=has_second_factor)
        self.before.returnPressed.connect(self.pair.start)
        self.pair.submitted.connect(self.submit)
        self.body.addWidget(self._before_row)
        self.body.addWidget(self.pair)
        self.place("accounts.wrong_password", tell_beside(self._before_row, self.before))
        for code in ("accounts.password_", "accounts.same_password"):
            self.place(code, self.pair.refuse)

    def start(self) -> None:
        """Put the cursor into the password in force."""
        self.before.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say whether the new password may be set."""
        self._before_row.set_error(None)
        return self.pair.password() is not None


class SecondFactorForm(AccountForm):
    """A code to scan, then one that the telephone shows: only with it is the factor asked for."""

    def __init__(
        self, factor: NewFactor, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("A second factor"), self.tr("Ask for codes from now on"), language, parent
        )
        self.factor = factor
        self.code, self.password = QLineEdit(), PasswordField()
        self.code.setMaxLength(_LONGEST_CODE)
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._code_row = FieldRow(self.tr("Code"), self.code, self.tr("the 6 digits shown now"))
        self._password_row = FieldRow(self.tr("The password now"), self.password)
        self.code.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submit)
        self._tell_code = tell_beside(self._code_row, self.code)
        self.place("accounts.wrong_code", self._tell_code)
        self.place("accounts.", tell_beside(self._password_row, self.password))
        self._lay_out()

    def start(self) -> None:
        """Put the cursor into the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say whether a code was typed."""
        self._code_row.set_error(None)
        self._password_row.set_error(None)
        if not self.code.text().strip():
            self._tell_code(self.tr("Please type the 6 digits."))
            return False
        return True

    def _lay_out(self) -> None:
        qr = QrView(self.tr("QR code of the second factor"))
        qr.show_modules(self.factor.modules)
        said = self.tr(
            "Scan this with a code app on your telephone; no network is needed, now or later. Or"
            " type these letters there:"
        )
        letters = Text(self.factor.letters, "strong")
        letters.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        letters.setAccessibleName(self.tr("The secret in letters"))
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        for widget in (Text(said, tone="muted"), letters, self._code_row, self._password_row):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)


class DropFactorForm(AccountForm):
    """The password alone must then be strong enough."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Without a second factor"), self.tr("Ask for no codes any more"), language,
            parent,
        )  # fmt: skip
        self.password = PasswordField()
        row = FieldRow(
            self.tr("The password now"), self.password,
            self.tr("Alone it needs 14 characters; change it first if it is shorter."),
        )
        self.password.returnPressed.connect(self.submit)
        self.body.addWidget(row)
        self.place("accounts.", tell_beside(row, self.password))

    def start(self) -> None:
        """Put the cursor into the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say yes: the password is judged by the keyring."""
        return True
