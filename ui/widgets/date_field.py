"""A field for a day, typed with digits only, with a calendar for those who prefer to point."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QWidget

from ui.theme.icons import IconName, icon
from ui.theme.theme import current_theme
from ui.widgets.date_text import completed, parsed, with_slashes, written

_LONGEST: Final = 10


class DateField(QLineEdit):
    """dd/mm/yyyy; Up and Down go by a day, F4 or Alt+Down opens the calendar."""

    date_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: datetime.date | None = None
        self._typed = ""
        self._calendar: QCalendarWidget | None = None
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self._open = QAction(self.tr("Open the calendar"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._draw_icon()
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def date(self) -> datetime.date | None:
        """Return the day, None while it is empty, unfinished or impossible."""
        return parsed(completed(self.text()))

    def set_date(self, day: datetime.date | None) -> None:
        """Show a day, or nothing."""
        self.setText(written(day))

    def problem(self) -> str | None:
        """Return what is wrong with the day in a sentence, None when nothing is."""
        if not self.text() or self.date() is not None:
            return None
        if len(self.text()) < _LONGEST:
            return self.tr("Enter the day as dd/mm/yyyy.")
        return self.tr("There is no such day. Check day and month.")

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        calendar = self._calendar or self._make_calendar()
        day = self.date()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dress(calendar)
        calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar, step by a day, or type."""
        key = event.key()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (has_alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            self._step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces the day."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.MouseFocusReason, reasons.PopupFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write out a two-digit year."""
        if self.date() is not None:
            self.setText(completed(self.text()))
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the calendar sign in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_open"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._open.setIcon(icon("calendar", current_theme().colours.text_muted, 20))

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        headers = QCalendarWidget.VerticalHeaderFormat
        calendar.setVerticalHeaderFormat(headers.NoVerticalHeader)
        calendar.clicked.connect(self._on_day_chosen)
        calendar.activated.connect(self._on_day_chosen)
        self._calendar = calendar
        return calendar

    def _dress(self, calendar: QCalendarWidget) -> None:
        colours = current_theme().colours
        plain = QTextCharFormat()
        plain.setForeground(colours.text)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        arrows: dict[str, IconName] = {"prevmonth": "arrow-left", "nextmonth": "arrow-right"}
        for name, arrow in arrows.items():
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(button, QToolButton):
                button.setIcon(icon(arrow, colours.text, 16))
        cell = 2 * calendar.fontMetrics().height()
        calendar.setFixedSize(9 * cell, 8 * cell)

    def _step(self, days: int) -> None:
        day = self.date()
        if day is not None and datetime.date.min < day < datetime.date.max:
            self.set_date(day + datetime.timedelta(days=days))

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        was_deleted = len(text) < len(self._typed)
        at_end = self.cursorPosition() == len(text)
        tidy = text if was_deleted else with_slashes(text)
        if tidy == text:
            return
        place = self.cursorPosition()
        self.setText(tidy)
        self.setCursorPosition(len(tidy) if at_end else min(place, len(tidy)))

    @Slot()
    def _on_text_changed(self) -> None:
        self._typed = self.text()
        day = self.date()
        if day != self._last:
            self._last = day
            self.date_changed.emit(day)

    @Slot(QDate)
    def _on_day_chosen(self, chosen: QDate) -> None:
        self.set_date(datetime.date(chosen.year(), chosen.month(), chosen.day()))
        if self._calendar is not None:
            self._calendar.hide()
        self.setFocus()
