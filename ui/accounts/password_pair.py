"""A new password, typed twice, with what it must be beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.errors import UserError
from models.passwords import LEAST, LEAST_WITH_SECOND_FACTOR, check_password
from models.sentences.catalog import Language
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField


class PasswordPair(QWidget):
    """Hands a password on only once it may be set and was typed twice alike."""

    submitted = Signal()

    def __init__(
        self, language: Language, *, has_second_factor: bool = False,
        label: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._language: Language = language
        self.new, self.again = PasswordField(), PasswordField()
        self.new_row = FieldRow(label or self.tr("New password"), self.new)
        self.again_row = FieldRow(self.tr("Once more"), self.again)
        for field in (self.new, self.again):
            field.textEdited.connect(self._on_edited)
            field.caps_lock_noticed.connect(self._on_caps_lock)
        self.new.returnPressed.connect(self._on_new_entered)
        self.again.returnPressed.connect(self.submitted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.new_row, 1)
        row.addWidget(self.again_row, 1)
        self.expect(has_second_factor=has_second_factor)

    def expect(self, *, has_second_factor: bool) -> None:
        """Go by the rule for accounts with a second factor, or for those without."""
        self._has_second_factor = has_second_factor
        rule = self.tr("at least %1: small and capital letters, digits, signs")
        least = LEAST
        if has_second_factor:
            rule, least = self.tr("at least %1 characters"), LEAST_WITH_SECOND_FACTOR
        self.new_row.set_hint(rule.replace("%1", str(least)))

    @Slot()
    def start(self) -> None:
        """Put the cursor into the first field."""
        self._go_to(self.new)

    def clear(self) -> None:
        """Forget what was typed."""
        for field, row in ((self.new, self.new_row), (self.again, self.again_row)):
            field.clear()
            field.set_revealed(False)
            row.set_error(None)

    def password(self) -> str | None:
        """Return the password, None where something is wrong; that is said beside its field."""
        try:
            check_password(self.new.text(), has_second_factor=self._has_second_factor)
        except UserError as error:
            self.refuse(sentence(error, self._language))
            return None
        if self.new.text() != self.again.text():
            self.again_row.set_error(self.tr("The two passwords differ."))
            self._go_to(self.again)
            return None
        return self.new.text()

    def refuse(self, said: str) -> None:
        """Say what is wrong with the new password."""
        self.new_row.set_error(said)
        self._go_to(self.new)

    @staticmethod
    def _go_to(field: PasswordField) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    @Slot()
    def _on_edited(self) -> None:
        self.new_row.set_error(None)
        self.again_row.set_error(None)

    @Slot(bool)
    def _on_caps_lock(self, is_noticed: bool) -> None:
        self.again_row.set_hint(self.tr("Caps Lock seems to be on.") if is_noticed else "")

    @Slot()
    def _on_new_entered(self) -> None:
        self._go_to(self.again)
