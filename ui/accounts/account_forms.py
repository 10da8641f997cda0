"""What an administrator fills in about somebody's account."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.permissions import Role
from models.sentences.catalog import Language, say
from models.text import tidy
from ui.accounts.account_form import AccountForm, tell_beside
from ui.accounts.password_pair import PasswordPair
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow

_LONGEST_NAME = 80


def role_choice(language: Language, chosen: str) -> Dropdown:
    """Return a list of all roles, by what they are called."""
    choice = Dropdown()
    for role in Role:
        choice.addItem(say(f"accounts.role_{role}", language), role.value)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    return choice


class NewAccountForm(AccountForm):
    """A name, what it is for, and the first password, which its holder has to change."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Another account"), self.tr("Add the account"), language, parent)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.role = role_choice(language, Role.COUNTER)
        self.pair = PasswordPair(language, label=self.tr("First password"))
        self._name_row = FieldRow(
            self.tr("Name"), self.name, self.tr("as it stands on papers and in the history")
        )
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._name_row, 1)
        row.addWidget(FieldRow(self.tr("Role"), self.role), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.pair)
        self.name.returnPressed.connect(self.role.setFocus)
        self.pair.submitted.connect(self.submit)
        self._tell_name = tell_beside(self._name_row, self.name)
        self.place("accounts.name_", self._tell_name)
        self.place("accounts.password_", self.pair.refuse)

    def start(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say whether there is a name, and a password that may be set."""
        self._name_row.set_error(None)
        if not tidy(self.name.text()):
            self._tell_name(self.tr("Please type a name, without your title."))
            return False
        return self.pair.password() is not None


class RoleForm(AccountForm):
    """Another role for somebody."""

    def __init__(
        self, name: str, role: str, language: Language, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Another role for %1").replace("%1", name)
        super().__init__(title, self.tr("Give this role"), language, parent)
        self.role = role_choice(language, role)
        self._row = FieldRow(self.tr("Role"), self.role)
        self.body.addWidget(self._row)
        self.place("accounts.", self._row.set_error)

    def start(self) -> None:
        """Put the focus on the list of roles."""
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say yes: a role is always chosen."""
        self._row.set_error(None)
        return True


class ResetForm(AccountForm):
    """A new password for somebody who forgot it, or was locked out."""

    def __init__(
        self, name: str, language: Language, *, has_second_factor: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = self.tr("A new password for %1").replace("%1", name)
        super().__init__(title, self.tr("Set the password"), language, parent)
        self.pair = PasswordPair(language, has_second_factor=has_second_factor)
        self.pair.submitted.connect(self.submit)
        self.body.addWidget(self.pair)
        self.place("accounts.password_", self.pair.refuse)

    def start(self) -> None:
        """Put the cursor into the password."""
        self.pair.start()

    def is_complete(self) -> bool:
        """Say whether the password may be set."""
        return self.pair.password() is not None
