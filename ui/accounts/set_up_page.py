"""The first start: which unit, who administers it, and the recovery key on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QWidget

from ui.accounts.recovery_card import RecoveryCard
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.centred import Centred
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH = 560
_OTHER = ""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the first start was told; `unit_name` only for a unit that is not in the list."""

    unit_code: str
    unit_name: str | None
    admin: str
    password: str


class SetUpPage(QStackedWidget):
    """Asks for unit and administrator, then shows the recovery key once."""

    submitted = Signal(object)
    demo_requested = Signal()
    finished = Signal()

    def __init__(self, units: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = Dropdown()
        for code, name in units:
            self._unit.addItem(name, code)
        self._unit.addItem(self.tr("Another unit …"), _OTHER)
        self._unit.currentIndexChanged.connect(self._on_unit_changed)
        self._code, self._name, self._admin = QLineEdit(), QLineEdit(), QLineEdit()
        self._password, self._again = PasswordField(), PasswordField()
        self._code_row = FieldRow(self.tr("Code of the unit"), self._code)
        self._name_row = FieldRow(self.tr("Name of the unit"), self._name)
        self._admin_row = FieldRow(
            self.tr("Administrator's account"), self._admin, self.tr("for example: quantri")
        )
        self._password_row = FieldRow(
            self.tr("Password"), self._password,
            self.tr("at least 14: small and capital letters, digits, signs"),
        )
        self._again_row = FieldRow(self.tr("Password again"), self._again)
        self._banner = Banner("danger", is_dismissible=False)
        self._banner.setVisible(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setVisible(False)
        self._create = PrimaryButton(self.tr("Create the store"), hint="⏎")
        self._create.clicked.connect(self._on_submit)
        self._demo = SecondaryButton(self.tr("Try with sample data"))
        self._demo.clicked.connect(self.demo_requested)
        self._is_busy = False
        self._recovery = RecoveryCard()
        self._recovery.finished.connect(self.finished)
        self._lay_out()
        self._on_unit_changed()

    @property
    def recovery(self) -> RecoveryCard:
        """The card that shows the recovery key."""
        return self._recovery

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, said: str) -> None:
        """Show that the store is being made, "" when it is not."""
        self._is_busy = bool(said)
        self._create.setEnabled(not said)
        self._demo.setEnabled(not said)
        self._banner.setVisible(bool(said))
        self._bar.setVisible(False)
        if said:
            self._banner.show_message("info", said)

    @Slot(int, object, str)
    def show_progress(self, done: int, total: int | None, _detail: str = "") -> None:
        """Show how much of how much is done, as long as it is being made."""
        self._bar.setAccessibleName(self._banner.message())
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._bar.setVisible(self._is_busy)

    def show_error(self, said: str) -> None:
        """Show why the store was not made."""
        self.set_busy("")
        self._banner.show_message("danger", said)

    def show_recovery_key(self, key: str) -> None:
        """Show the recovery key, this once."""
        self._recovery.show_key(key)
        self.setCurrentIndex(1)
        self._recovery.start()

    def _lay_out(self) -> None:
        card = Card(padding=Space.XL)
        card.setMaximumWidth(_CARD_WIDTH)
        card.setMinimumWidth(_CARD_WIDTH)
        card.body.addWidget(Text(self.tr("Welcome"), "display", is_wrapped=False))
        card.body.addWidget(
            Text(self.tr("Three things, then the first slip can be keyed. Everything stays on this "
                         "computer, encrypted."), tone="muted")
        )  # fmt: skip
        card.body.addWidget(self._banner)
        card.body.addWidget(self._bar)
        card.body.addWidget(FieldRow(self.tr("Unit"), self._unit))
        other = QHBoxLayout()
        other.addWidget(self._code_row, 1)
        other.addWidget(self._name_row, 2)
        card.body.addLayout(other)
        card.body.addWidget(self._admin_row)
        passwords = QHBoxLayout()
        passwords.setSpacing(Space.M)
        passwords.addWidget(self._password_row, 1)
        passwords.addWidget(self._again_row, 1)
        card.body.addLayout(passwords)
        buttons = QHBoxLayout()
        buttons.addWidget(self._demo)
        buttons.addStretch(1)
        buttons.addWidget(self._create)
        card.body.addLayout(buttons)
        for field in (self._code, self._name, self._admin, self._password, self._again):
            field.returnPressed.connect(self._on_submit)
        self.addWidget(Centred(card))
        self.addWidget(Centred(self._recovery))

    @Slot()
    def _on_unit_changed(self) -> None:
        is_other = self._unit.currentData() == _OTHER
        self._code_row.setVisible(is_other)
        self._name_row.setVisible(is_other)

    @Slot()
    def _on_submit(self) -> None:
        if self._is_busy:
            return
        is_other = self._unit.currentData() == _OTHER
        wanted = [
            (self._admin_row, self._admin, self.tr("Please type a name, without your title.")),
            (self._password_row, self._password, self.tr("Please type a password.")),
        ]
        if is_other:
            missing = self.tr("Please fill this in.")
            wanted.insert(0, (self._name_row, self._name, missing))
            wanted.insert(0, (self._code_row, self._code, missing))
        for row, field, said in wanted:
            is_missing = not field.text().strip()
            row.set_error(said if is_missing else None)
            if is_missing:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        differs = self._password.text() != self._again.text()
        self._again_row.set_error(self.tr("The two passwords differ.") if differs else None)
        if differs:
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        code = self._code.text().strip() if is_other else self._unit.currentData()
        name = self._name.text().strip() if is_other else None
        self.submitted.emit(SetUp(code, name, self._admin.text().strip(), self._password.text()))

