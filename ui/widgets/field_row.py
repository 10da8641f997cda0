"""A field with its label, its hint, and its error beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text


class FieldRow(QWidget):
    """Label above, field, and below it the hint or, in its place, what is wrong."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        is_required: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._hint_text = hint
        self._error: str | None = None
        self._label = Text(label, "strong", is_wrapped=False)
        self._label.setBuddy(field)
        self._required = Text(self.tr("required"), "caption", is_wrapped=False)
        self._icon = IconLabel("danger", 16, tone="danger")
        self._message = Text("", "caption")
        field.setAccessibleName(label)
        self._lay_out()
        # Not before it has its place: without a parent it would open as a window of its own.
        self._label.setVisible(bool(label))
        self._required.setVisible(is_required)
        self._show()

    def error(self) -> str | None:
        """Return the error on show."""
        return self._error

    def set_error(self, text: str | None) -> None:
        """Show what is wrong and how to put it right, or None when it is right."""
        self._error = text or None
        self._show()

    def set_hint(self, hint: str) -> None:
        """Show another hint; an error keeps its place."""
        self._hint_text = hint
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._label)
        head.addWidget(self._required)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.XS)
        foot.addWidget(self._icon)
        foot.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(foot)
        column.addStretch(1)

    def _show(self) -> None:
        message = self._error or self._hint_text
        self._message.setText(message)
        self._message.set_tone("danger" if self._error else "muted")
        self._message.setVisible(bool(message))
        self._icon.setVisible(self._error is not None)
        self.field.setAccessibleDescription(message)
        is_invalid = self._error is not None
        if bool(self.field.property("invalid")) != is_invalid:
            self.field.setProperty("invalid", is_invalid)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
