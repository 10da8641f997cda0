"""The letterhead and the signature of printed reports."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from models.text import tidy
from ui.settings.section import Binding, Section
from ui.settings.values import lines
from ui.theme.sizes import Space
from ui.widgets.field_row import FieldRow

_LONGEST = 200
_ROWS = 3


class LetterheadSection(Section):
    """What stands at the head and the foot of a paper; every part may be left blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Letterhead"),
            self.tr("What stands at the head and the foot of printed reports."),
            parent,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        rows = (
            self._line("parent_body", self.tr("Parent body"), self.tr("the line above the name")),
            self._line("issuing_body", self.tr("Issuing body"), self.tr("printed in capitals")),
            self._line("place", self.tr("Place"), self.tr("stands before the date")),
            self._line("number_suffix", self.tr("Number suffix"), self.tr("for example BC-UBND")),
            self._lines("signer_title", self.tr("Signer's title"), self.tr("one line or two")),
            self._lines("recipients", self.tr("Recipients"), self.tr("one in each line")),
            self._line("signer_name", self.tr("Signer's name"), ""),
        )
        for place, row in enumerate(rows):
            grid.addWidget(row, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _line(self, key: str, label: str, hint: str) -> FieldRow:
        field = QLineEdit()
        field.setMaxLength(_LONGEST)
        row = FieldRow(label, field, hint)

        def read() -> str:
            return tidy(field.text())

        self.bind(key, Binding(row, read, field.setText), field.textChanged)
        return row

    def _lines(self, key: str, label: str, hint: str) -> FieldRow:
        field = QPlainTextEdit()
        # Tab leads on: a keyboard must not be caught in a text.
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _ROWS + 2 * Space.M)
        row = FieldRow(label, field, hint)
        is_list = key == "recipients"

        def read() -> str | list[str]:
            found = lines(field.toPlainText())
            return found if is_list else "\n".join(found)

        def show(value: str | list[str]) -> None:
            field.setPlainText(value if isinstance(value, str) else "\n".join(value))

        self.bind(key, Binding(row, read, show), field.textChanged)
        return row
