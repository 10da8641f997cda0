"""The fields of a household: what stands beside what is typed, and below it what is to be said."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.register.check_entry import TYPED_FIELDS
from ui.register.check_words import field_name
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.check_box import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.painting import LEFT
from ui.widgets.text import Text

_LONGEST: Final = 500
PLATE: Final = "plate_on"


class StandingText(QWidget):
    """What stands in a field, on one line; struck out once something else is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_struck = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the text on show."""
        return self._text

    def show_text(self, text: str, *, is_struck: bool) -> None:
        """Show what stands, and whether it is to be replaced."""
        if (text, is_struck) != (self._text, self._is_struck):
            self._text, self._is_struck = text, is_struck
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line; the width is whatever there is."""
        return QSize(100, QFontMetrics(current_theme().font("body")).height() + Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        theme = current_theme()
        font = theme.font("body")
        short = QFontMetrics(font).elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width()
        )
        struck = type(font)(font)
        struck.setStrikeOut(self._is_struck and bool(self._text))
        painter.setFont(struck)
        painter.setPen(theme.colours.text_muted if self._is_struck else theme.colours.text)
        painter.drawText(self.rect(), int(LEFT), short)


class CorrectionGrid(QWidget):
    """One line a field: its name, what stands, what was found."""

    edited = Signal(str, str)
    finished = Signal()
    plate_toggled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, Text] = {}
        self._standing: dict[str, StandingText] = {}
        self._messages: dict[str, Text] = {}
        self.plate = CheckBox(self.tr("Attached"))
        self.plate.setAccessibleName(field_name("has_plate", language))
        self.plate.clicked.connect(self._on_plate_clicked)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for column, text in ((1, self.tr("In the register")), (2, self.tr("Found on the spot"))):
            grid.addWidget(Text(text, "caption", is_wrapped=False), 0, column)
        for place, field in enumerate(TYPED_FIELDS):
            self._add(field, language, 1 + 2 * place)

    def show_field(self, field: str, standing: str, text: str, *, is_changed: bool) -> None:
        """Show what stands in a field and what is typed."""
        self._standing[field].show_text(standing, is_struck=is_changed)
        line = self.fields[field]
        if line.text() != text:
            line.setText(text)
            if not line.hasFocus():
                # A long address is read from its beginning.
                line.setCursorPosition(0)

    def show_plate(self, *, is_attached: bool) -> None:
        """Show whether the plate is attached."""
        self.plate.setChecked(is_attached)

    def show_message(self, field: str, text: str, tone: Tone | None = None) -> None:
        """Show what is wrong with a field or worth a look, "" for nothing."""
        message, line = self._messages[field], self.fields[field]
        message.setText(text)
        message.set_tone(tone or "muted")
        message.setVisible(bool(text))
        line.setAccessibleDescription(text or self._standing[field].text())
        is_invalid = tone == "danger"
        if bool(line.property("invalid")) != is_invalid:
            line.setProperty("invalid", is_invalid)
            line.style().unpolish(line)
            line.style().polish(line)

    def message(self, field: str) -> str:
        """Return what is said below a field."""
        return self._messages[field].text()

    def _add(self, field: str, language: str, row: int) -> None:
        line = DateField() if field == PLATE else QLineEdit()
        line.setMaxLength(min(line.maxLength(), _LONGEST))
        name = field_name("has_plate" if field == PLATE else field, language)
        label = Text(name, "strong", is_wrapped=False)
        label.setBuddy(line)
        line.setAccessibleName(field_name(field, language))
        line.textEdited.connect(partial(self._on_edited, field))
        line.editingFinished.connect(self.finished)
        if isinstance(line, DateField):
            # A day is also chosen from the calendar and stepped by arrows.
            line.date_changed.connect(self._on_day_changed)
        standing, message = StandingText(), Text("", "caption")
        message.setVisible(False)
        self.fields[field], self._labels[field] = line, label
        self._standing[field], self._messages[field] = standing, message
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(standing, row, 1)
        if field == PLATE:
            self._grid.addLayout(self._plate_line(line), row, 2)
        else:
            self._grid.addWidget(line, row, 2)
        self._grid.addWidget(message, row + 1, 1, 1, 2)

    def _plate_line(self, day: QLineEdit) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.plate)
        line.addWidget(day, 1)
        return line

    def _on_edited(self, field: str, _typed: str) -> None:
        # What stands there now: a day has got its slashes meanwhile.
        self.edited.emit(field, self.fields[field].text())

    @Slot()
    def _on_plate_clicked(self) -> None:
        self.plate_toggled.emit()

    @Slot(object)
    def _on_day_changed(self, _day: object) -> None:
        line = self.fields[PLATE]
        if line.hasFocus():
            self.edited.emit(PLATE, line.text())
