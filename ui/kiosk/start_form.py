"""Asks a member of staff what the kiosk is to show, and for the PIN that will end it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from models.kiosk.pin import LEAST_DIGITS, MOST_DIGITS, check_pin
from models.questionnaires.queries import Published
from models.sentences.catalog import Language, say
from models.text import tidy
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text

_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class KioskOrder:
    """What the kiosk is to be started with; the PIN is hashed by who starts it."""

    questionnaire: str
    version: str
    officer: str
    procedure: str
    asks_code: bool
    pin: str = field(repr=False)


class KioskForm(QDialog):
    """`order` is what was asked for, once accepted."""

    def __init__(
        self, forms: Sequence[Published], officer: str, language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._language: Language = language
        self.setWindowTitle(self.tr("Start the kiosk"))
        self.questionnaire = Dropdown()
        newest: dict[str, Published] = {}
        for form in forms:
            newest.setdefault(form.code, form)
        for form in newest.values():
            self.questionnaire.addItem(form.name(language), form)
        self.officer, self.procedure = QLineEdit(officer), QLineEdit()
        for edit in (self.officer, self.procedure):
            edit.setMaxLength(_MOST_LETTERS)
        self.codes = CheckBox(self.tr("Only with a one-time code from the receipt"))
        self.pin, self.again = PasswordField(), PasswordField()
        for secret in (self.pin, self.again):
            secret.setMaxLength(MOST_DIGITS)
            secret.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            secret.textEdited.connect(self._on_edited)
        self.start = PrimaryButton(self.tr("Start the kiosk"), hint="⏎")
        self.start.clicked.connect(self._on_start)
        self._lay_out()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def order(self) -> KioskOrder:
        """Return what stands in the fields."""
        form: Published = self.questionnaire.currentData()
        return KioskOrder(
            form.code, form.version, tidy(self.officer.text()), tidy(self.procedure.text()),
            self.codes.isChecked(), self.pin.text(),
        )  # fmt: skip

    def _lay_out(self) -> None:
        digits = self.tr("%1 to %2 digits").replace("%1", str(LEAST_DIGITS))
        self.pin_row = FieldRow(
            self.tr("PIN that ends the kiosk"), self.pin, digits.replace("%2", str(MOST_DIGITS))
        )
        self.again_row = FieldRow(self.tr("Once more"), self.again)
        pins = QHBoxLayout()
        pins.setSpacing(Space.M)
        pins.addWidget(self.pin_row, 1)
        pins.addWidget(self.again_row, 1)
        back = SecondaryButton(self.tr("Cancel"), hint="Esc")
        back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self.start)
        for button in (back, self.start):
            # Else Enter in a field would press one of them besides what the field does.
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(self.tr("Start the kiosk"), "title"))
        column.addWidget(Text(
            self.tr("The window closes and the kiosk fills the screen. It comes back by itself "
                    "after a fault; only the PIN ends it, and then somebody has to sign in."),
            tone="muted",
        ))  # fmt: skip
        column.addWidget(FieldRow(self.tr("Questionnaire"), self.questionnaire))
        column.addWidget(FieldRow(
            self.tr("Officer at the counter, as citizens see it"), self.officer,
            self.tr("may stay empty"),
        ))  # fmt: skip
        column.addWidget(FieldRow(
            self.tr("Procedure, as citizens see it"), self.procedure, self.tr("may stay empty")
        ))  # fmt: skip
        column.addWidget(self.codes)
        column.addLayout(pins)
        column.addLayout(buttons)
        self.setMinimumWidth(560)
        for edit in (self.officer, self.procedure, self.pin, self.again):
            edit.returnPressed.connect(self._on_start)

    @Slot()
    def _on_edited(self) -> None:
        self.pin_row.set_error(None)
        self.again_row.set_error(None)

    @Slot()
    def _on_start(self) -> None:
        try:
            check_pin(self.pin.text())
        except UserError as error:
            self.pin_row.set_error(sentence(error, self._language))
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.pin.text() != self.again.text():
            self.again_row.set_error(say("kiosk.pin_differs", self._language))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
