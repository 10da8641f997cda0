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


class _ReasonRow:
    """The key, the words in both languages, and the code, "" for a reason not stored yet."""

    def __init__(self, key: KeyCap, vietnamese: QLineEdit, english: QLineEdit) -> None:
        self.key, self.vietnamese, self.english = key, vietnamese, english
        self.code = ""

    @property
    def words(self) -> tuple[str, str]:
        return tidy(self.vietnamese.text()), tidy(self.english.text())

    @property
    def is_reason(self) -> bool:
        return bool(self.code or any(self.words))

    def show(self, code: str = "", vi: str = "", en: str = "") -> None:
        self.code = code
        self.vietnamese.setText(vi)
        self.english.setText(en)
        self.set_visible(is_visible=True)

    def set_visible(self, *, is_visible: bool) -> None:
        for widget in (self.key, self.vietnamese, self.english):
            widget.setVisible(is_visible)


class ReasonList(QWidget):
    """One row a reason; a code once given stays, whatever words it gets."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.addWidget(Text(self.tr("In Vietnamese"), "caption"), 0, 1)
        self._grid.addWidget(Text(self.tr("In English"), "caption"), 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        # All rows are there from the start, so that Tab finds them in their order.
        self._rows = [self._make_row(number) for number in range(1, MOST_REASONS + 1)]
        self._add = SecondaryButton(self.tr("Add a reason"), icon="plus")
        self._add.clicked.connect(self._on_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._grid)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> list[dict[str, str]]:
        """Return the reasons; a new row without words is none yet."""
        reasons = [row for row in self._rows[: self._shown] if row.is_reason]
        taken = {row.code for row in reasons if row.code}
        found: list[dict[str, str]] = []
        for row in reasons:
            vi, en = row.words
            code = row.code or reason_code(vi or en, taken)
            taken.add(code)
            found.append({"code": code, "vi": vi, "en": en or vi})
        return found

    def show_value(self, reasons: list[dict[str, str]]) -> None:
        """Show other reasons, with one signal."""
        self._shown = len(reasons[:MOST_REASONS])
        for row, reason in zip(self._rows, reasons, strict=False):
            row.show(reason["code"], reason["vi"], reason["en"])
        for row in self._rows[self._shown :]:
            row.set_visible(is_visible=False)
        self._add.setEnabled(self._shown < MOST_REASONS)
        self.edited.emit()

    def settle(self) -> None:
        """Keep the codes of new rows once they are stored, so that new words do not change them."""
        stored = iter(self.value())
        for row in self._rows[: self._shown]:
            if row.is_reason:
                row.code = next(stored)["code"]

    def wordless(self) -> QLineEdit | None:
        """Return the first Vietnamese field that lacks its words."""
        rows = self._rows[: self._shown]
        return next((r.vietnamese for r in rows if r.is_reason and not r.words[0]), None)

    def _make_row(self, number: int) -> _ReasonRow:
        names = (
            self.tr("Reason %1 in Vietnamese").replace("%1", str(number)),
            self.tr("Reason %1 in English").replace("%1", str(number)),
        )
        row = _ReasonRow(KeyCap(str(number)), QLineEdit(), QLineEdit())
        self._grid.addWidget(row.key, number, 0, Qt.AlignmentFlag.AlignVCenter)
        for column, (field, name) in enumerate(
            zip((row.vietnamese, row.english), names, strict=True), 1
        ):
            field.setMaxLength(_LONGEST)
            field.setAccessibleName(name)
            field.textEdited.connect(self.edited)
            self._grid.addWidget(field, number, column)
        row.set_visible(is_visible=False)
        return row

    @Slot()
    def _on_add(self) -> None:
        row = self._rows[self._shown]
        self._shown += 1
        row.show()
        self._add.setEnabled(self._shown < MOST_REASONS)
        row.vietnamese.setFocus(Qt.FocusReason.OtherFocusReason)


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
        field = self._list.wordless()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
