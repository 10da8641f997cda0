"""Asks once more before a household's personal data is erased: what goes, what stays, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.figures import format_integer
from models.households.fields import ERASURE_REASONS
from models.sentences.catalog import Language
from ui.theme.sizes import Space
from ui.widgets.buttons import DangerButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.text import Text

_WIDTH = 560


class EraseDialog(QDialog):
    """Names the household; nothing is erased before the box is ticked, and Enter erases nothing."""

    def __init__(
        self, language: Language, who: str, records: int, entries: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase personal data"))
        self._reason = Dropdown()
        for option in ERASURE_REASONS:
            self._reason.addItem(option.text(language), option.code)
        self._sure = CheckBox(self.tr("I have looked at the request, and it is this household"))
        self._sure.toggled.connect(self._on_sure)
        self._erase = DangerButton(self.tr("Erase for good"))
        self._erase.clicked.connect(self.accept)
        self._erase.setEnabled(False)
        leave = SecondaryButton(self.tr("Leave it"), hint="Esc")
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (leave, self._erase):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(self.tr("Erase personal data"), "title"))
        column.addWidget(Text(who, "strong"))
        for text in self._told(records, entries):
            column.addWidget(Text(text))
        row = FieldRow(self.tr("Why"), self._reason)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(row)
        column.addWidget(self._sure)
        # What is left over stands here, not between the paragraphs.
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """Return the code of the reason."""
        return str(self._reason.currentData())

    def accept(self) -> None:
        """Close only once the box is ticked."""
        if self._sure.isChecked():
            super().accept()

    def _told(self, records: int, entries: int) -> tuple[str, ...]:
        goes = self.tr(
            "What goes: name, telephone, address, codes, notes and answers, in %1 record(s) with "
            "%2 entries, here and at every station once it exchanges."
        )
        goes = goes.replace("%1", format_integer(records)).replace("%2", format_integer(entries))
        stays = self.tr(
            "What stays: that a household of this hamlet was counted, and with which outcome, so "
            "that reports already signed remain right; and who erased it, when and why."
        )
        later = self.tr(
            "It cannot be undone. Older backups keep the data until they are replaced, and so do "
            "papers and files that were given out, and beside the store the copies of a damaged "
            "one (damaged-…) and what was set aside (before-…), until these are removed."
        )
        return goes, stays, later

    @Slot(bool)
    def _on_sure(self, is_sure: bool) -> None:
        self._erase.setEnabled(is_sure)
