"""Asks on which sheet of labels plates are printed, and where the first free label is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import UserError
from models.sentences.catalog import Language
from ui.habits import LABELS, habit, remember
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.labels import LabelSheet

_OWN = -1
_PARTS: Final = 4


class LabelDialog(QDialog):
    """Sheets as they are sold, or labels of a size of one's own in millimetres."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from exports.labels import SHEETS

        self._language = language
        self._sheets = SHEETS
        self.setWindowTitle(self.tr("Plates on labels"))
        self._sheet = Dropdown()
        for place, sheet in enumerate(SHEETS):
            self._sheet.addItem(sheet.name, place)
        self._sheet.addItem(self.tr("Another size"), _OWN)
        self._width, self._height = NumberField(minimum=1), NumberField(minimum=1)
        self._width.set_value(100)
        self._height.set_value(50)
        self._size = QWidget()
        self._first = NumberField(minimum=1)
        self._first.set_value(1)
        self._first_row = FieldRow(
            self.tr("First free label"), self._first,
            self.tr("Labels count from left to right, then down."),
        )  # fmt: skip
        self._marks = CheckBox(self.tr("Marks to cut along"))
        self._problem = Text("", tone="danger")
        self._recall()
        self._lay_out()
        self._sheet.currentIndexChanged.connect(self._on_sheet_changed)
        self._on_sheet_changed()

    def sheet(self) -> LabelSheet:
        """Return the sheet; UserError for a size that cannot be."""
        from exports.labels import free_sheet

        place = self._sheet.currentData()
        if place != _OWN:
            return self._sheets[place]
        return free_sheet(float(self._width.value() or 0), float(self._height.value() or 0))

    def first_label(self) -> int:
        """Return the number of the first free label."""
        return self._first.value() or 1

    def has_cut_marks(self) -> bool:
        """Say whether marks are wanted."""
        return self._marks.isChecked()

    def accept(self) -> None:
        """Close only with what can be printed."""
        try:
            sheet = self.sheet()
            if self.first_label() > sheet.count:
                raise UserError(
                    "households.label_start", start=self.first_label(), most=sheet.count
                )
        except UserError as error:
            self._problem.setText(sentence(error, self._language))
            self._problem.setVisible(True)
            return
        remember(LABELS, [
            self._sheet.currentText() if self._sheet.currentData() != _OWN else "",
            self._width.value(), self._height.value(), self.has_cut_marks(),
        ])  # fmt: skip
        super().accept()

    def _recall(self) -> None:
        """Offer the sheet that was printed on last: a printer for labels holds no other."""
        kept = habit(LABELS, list)
        if kept is None or len(kept) != _PARTS:
            return
        name, width, height, has_marks = kept
        found = self._sheet.findText(str(name)) if name else self._sheet.findData(_OWN)
        self._sheet.setCurrentIndex(max(found, 0))
        for field, value in ((self._width, width), (self._height, height)):
            if isinstance(value, int):
                field.set_value(value)
        self._marks.setChecked(has_marks is True)

    def _lay_out(self) -> None:
        sizes = QHBoxLayout(self._size)
        sizes.setContentsMargins(0, 0, 0, 0)
        sizes.setSpacing(Space.M)
        sizes.addWidget(FieldRow(self.tr("Width in mm"), self._width))
        sizes.addWidget(FieldRow(self.tr("Height in mm"), self._height))
        self._problem.setVisible(False)
        go_on = PrimaryButton(self.tr("Go on"), hint="⏎")
        go_on.setDefault(True)
        leave = SecondaryButton(self.tr("Leave it"), hint="Esc")
        go_on.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(FieldRow(self.tr("Sheet of labels"), self._sheet))
        column.addWidget(self._size)
        column.addWidget(self._first_row)
        column.addWidget(self._marks)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    @Slot()
    def _on_sheet_changed(self) -> None:
        self._size.setVisible(self._sheet.currentData() == _OWN)
        self._problem.setVisible(False)
