"""The reasons for which a slip is not valid: each a digit on the entry page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.text import tidy
from ui.settings.section import Binding, Section
from ui.settings.values import MOST_REASONS, reason_code
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.keycaps import KeyCap
from ui.widgets.text import Text

_LONGEST = 120


class ReasonList(QWidget):
    """One row a reason; a code once given stays, whatever words it gets."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, QLineEdit, QLineEdit]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.addWidget(Text(self.tr("In Vietnamese"), "caption"), 0, 1)
        self._grid.addWidget(Text(self.tr("In English"), "caption"), 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._add = SecondaryButton(self.tr("Add a reason"), icon="plus")
        self._add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._grid)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def value(self) -> list[dict[str, str]]:
        """Return the reasons; a new row without words is none yet."""
        found: list[dict[str, str]] = []
        taken = {code for code, _, _ in self._rows if code}
        for code, vietnamese, english in self._rows:
            vi, en = tidy(vietnamese.text()), tidy(english.text())
            if not code and not vi and not en:
                continue
            code = code or reason_code(vi or en, taken)
            taken.add(code)
            found.append({"code": code, "vi": vi, "en": en or vi})
        return found

    def show_value(self, reasons: list[dict[str, str]]) -> None:
        """Show other reasons, with one signal."""
        while self._rows:
            self._drop_last()
        for reason in reasons:
            self._append(reason["code"], reason["vi"], reason["en"])
        self.edited.emit()

    def settle(self) -> None:
        """Keep the codes of new rows once they are stored, so that new words do not change them."""
        stored = iter(self.value())
        for place, (code, vietnamese, english) in enumerate(self._rows):
            if code or tidy(vietnamese.text()) or tidy(english.text()):
                self._rows[place] = (next(stored)["code"], vietnamese, english)

    def wordless(self) -> QLineEdit | None:
        """Return the first Vietnamese field that lacks its words."""
        for code, vietnamese, english in self._rows:
            if not tidy(vietnamese.text()) and (code or tidy(english.text())):
                return vietnamese
        return None

    def _append(self, code: str, vi: str = "", en: str = "") -> QLineEdit:
        number = len(self._rows) + 1
        fields = QLineEdit(vi), QLineEdit(en)
        names = (
            self.tr("Reason %1 in Vietnamese").replace("%1", str(number)),
            self.tr("Reason %1 in English").replace("%1", str(number)),
        )
        self._grid.addWidget(KeyCap(str(number)), number, 0, Qt.AlignmentFlag.AlignVCenter)
        for column, (field, name) in enumerate(zip(fields, names, strict=True), 1):
            field.setMaxLength(_LONGEST)
            field.setAccessibleName(name)
            field.textEdited.connect(self.edited)
            self._grid.addWidget(field, number, column)
        self._rows.append((code, *fields))
        self._add.setEnabled(number < MOST_REASONS)
        QWidget.setTabOrder(fields[0], fields[1])
        QWidget.setTabOrder(fields[1], self._add)
        return fields[0]

    def _drop_last(self) -> None:
        row = len(self._rows)
        self._rows.pop()
        for column in range(3):
            item = self._grid.itemAtPosition(row, column)
            if item is not None and (widget := item.widget()) is not None:
                self._grid.removeWidget(widget)
                widget.deleteLater()

    @Slot()
    def _on_add(self) -> None:
        self._append("").setFocus(Qt.FocusReason.OtherFocusReason)


class ReasonsSection(Section):
    """Words may be changed at any time: slips keep the code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Reasons for slips that are not valid"),
            self.tr("The number is the key that chooses the reason while slips are keyed."),
            parent,
        )
        self._list = ReasonList()
        row = FieldRow("", self._list)
        self.bind(
            "invalid_reasons", Binding(row, self._list.value, self._list.show_value),
            self._list.edited,
        )  # fmt: skip
        self.body.addWidget(row)

    def problem(self, key: str) -> str | None:
        """Ask for the words of every reason."""
        if self._list.wordless() is None:
            return None
        return self.tr("Give every reason its Vietnamese words.")

    def settle(self) -> None:
        """Keep the codes that were stored."""
        self._list.settle()

    def go_to(self, key: str) -> None:
        """Put the cursor where words are missing."""
        (self._list.wordless() or self._list).setFocus(Qt.FocusReason.OtherFocusReason)
