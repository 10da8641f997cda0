"""A field for a whole number: 34043 while it is typed, 34.043 when it is read."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from models.figures import format_integer

_NOT_DIGITS: Final = re.compile(r"[^0-9]")


class NumberField(QLineEdit):
    """A number of zero or more, None when empty; Up and Down step by one."""

    value_changed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        minimum: int = 0,
        maximum: int = 999_999_999,
    ) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._maximum = maximum
        self._last: int | None = None
        # Dots and spaces may be pasted with a number; they are dropped at once.
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9. ]*"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> int | None:
        """Return the number, None when the field is empty."""
        digits = _NOT_DIGITS.sub("", self.text())
        return int(digits) if digits else None

    def set_value(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if value is None else self._written(value))

    def problem(self) -> str | None:
        """Return what is wrong with the number in a sentence, None when nothing is."""
        value = self.value()
        if value is None or self._minimum <= value <= self._maximum:
            return None
        sentence = self.tr("Enter a number from {first} to {last}.")
        first, last = format_integer(self._minimum), format_integer(self._maximum)
        return sentence.format(first=first, last=last)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the bare digits, all selected, so that typing replaces them."""
        super().focusInEvent(event)
        value = self.value()
        self.setText("" if value is None else str(value))
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the dots."""
        super().focusOutEvent(event)
        value = self.value()
        self.setText("" if value is None else format_integer(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up and Down."""
        steps: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(event.key())
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        value = self.value()
        stepped = self._minimum if value is None else value + step
        self.set_value(min(max(stepped, self._minimum), self._maximum))

    def _written(self, value: int) -> str:
        return str(value) if self.hasFocus() else format_integer(value)

    @Slot()
    def _on_text_changed(self) -> None:
        value = self.value()
        if value != self._last:
            self._last = value
            self.value_changed.emit(value)
