"""Closing a batch: what was keyed against what came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.figures import format_integer
from models.surveys.records import Batch
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.text import Text


class ClosingDialog(QDialog):
    """Asks how many slips came back, and for a reason when that is not what was keyed."""

    def __init__(self, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Close the batch"))
        self._batch = batch
        self._returned = NumberField()
        self._returned.set_value(
            batch.keyed if batch.header.returned is None else batch.header.returned
        )
        self._returned.value_changed.connect(self._on_returned_changed)
        self._reason = QLineEdit()
        self._reason.setMaxLength(300)
        self._returned_row = FieldRow(self.tr("Slips that came back"), self._returned)
        self._reason_row = FieldRow(self.tr("Reason for the difference"), self._reason)
        self._close = PrimaryButton(self.tr("Close the batch"), hint="⏎")
        self._close.clicked.connect(self._on_close)
        keep = SecondaryButton(self.tr("Go on keying"), hint="Esc")
        keep.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(self._close)
        for button in (keep, self._close):
            # Else Enter in a field would press one of them besides what the field does.
            button.setAutoDefault(False)
        said = self.tr(
            "%1 slips were keyed. After closing, a slip can only be voided with a reason."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(self.tr("Close the batch"), "title"))
        column.addWidget(Text(said.replace("%1", format_integer(batch.keyed))))
        column.addWidget(self._returned_row)
        column.addWidget(self._reason_row)
        column.addLayout(buttons)
        self.setMinimumWidth(460)
        for field in (self._returned, self._reason):
            field.returnPressed.connect(self._on_close)
        self._show_difference()
        self._returned.setFocus(Qt.FocusReason.OtherFocusReason)

    def returned(self) -> int | None:
        """Return how many slips came back."""
        return self._returned.value()

    def reason(self) -> str:
        """Return the reason for a difference."""
        return self._reason.text().strip()

    def _difference(self) -> int:
        returned = self._returned.value()
        return 0 if returned is None else self._batch.keyed - returned

    def _show_difference(self) -> None:
        difference = self._difference()
        self._reason_row.setVisible(difference != 0)
        if difference == 0:
            self._returned_row.set_error(None)
            return
        said = (
            self.tr("%n more than came back", "", difference)
            if difference > 0
            else self.tr("%n fewer than came back", "", -difference)
        )
        self._returned_row.set_error(said)

    @Slot(object)
    def _on_returned_changed(self, _value: object) -> None:
        self._show_difference()

    @Slot()
    def _on_close(self) -> None:
        if self._difference() and not self.reason():
            self._reason_row.set_error(self.tr("Please say why the numbers differ."))
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
