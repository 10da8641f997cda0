"""Says who is to check the chosen hamlets; names that were given before are offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.text import search_key
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow


class OfficerForm(QWidget):
    """Enter saves, Escape leaves it; an empty name asks nobody."""

    submitted = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officers: tuple[str, ...] = ()
        self._names = QStringListModel(self)
        self._field = QLineEdit()
        self._field.setMaxLength(200)
        self._completer = QCompleter(self._names, self)
        # Which names fit is decided here: Qt does not know that `duc` means `Đức`.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._field.setCompleter(self._completer)
        self._field.textEdited.connect(self._on_edited)
        self._field.returnPressed.connect(self._on_submitted)
        self._row = FieldRow(self.tr("Officer"), self._field)
        # Without their keys on them: there is no room beside the list.
        save = PrimaryButton(self.tr("Assign"))
        leave = SecondaryButton(self.tr("Leave it"))
        save.clicked.connect(self._on_submitted)
        leave.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(leave)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._row)
        column.addLayout(buttons)
        self.setFocusProxy(self._field)

    def start(self, hamlets: int, officer: str, officers: Sequence[str]) -> None:
        """Ask for the officer of so many hamlets; `officer` is who they have now."""
        self._officers = tuple(officers)
        self._row.set_hint(self.tr("for %n hamlet(s); empty for nobody", "", hamlets))
        self._field.setText(officer)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_edited(self, typed: str) -> None:
        wanted = search_key(typed).split()
        fitting = [name for name in self._officers
                   if wanted and all(word in search_key(name) for word in wanted)]  # fmt: skip
        self._names.setStringList(fitting)

    @Slot()
    def _on_submitted(self) -> None:
        self.submitted.emit(self._field.text())
