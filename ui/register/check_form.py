"""A check on the screen: the outcomes with their digits, and the fields beside them."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from models.errors import CodedError, Problem
from models.households.fields import OUTCOMES
from models.sentences.catalog import Language, say
from ui.register.check_entry import TYPED_FIELDS, CheckEntry, Reading
from ui.register.check_fields import PLATE, CorrectionGrid
from ui.register.check_loading import OpenHousehold
from ui.register.check_words import place_line, value_text
from ui.theme.sizes import Space
from ui.widgets.choice_option import ChoiceOption
from ui.widgets.date_field import DateField
from ui.widgets.field_row import FieldRow
from ui.widgets.keycaps import KeyLegend, KeyMeaning
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# The outcomes stand on one line each, but on the narrowest screens the fields need the room.
_LEFT_WIDTH: Final = 340
_NARROW_LEFT_WIDTH: Final = 290
_NARROW: Final = 900
_LONGEST_NOTE: Final = 2000


class CheckForm(QWidget):
    """Shows a `CheckEntry`; changes nothing itself."""

    outcome_chosen = Signal(int)
    field_edited = Signal(str, str)
    note_edited = Signal(str)
    day_edited = Signal(object)
    plate_toggled = Signal()
    field_finished = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._options = [
            ChoiceOption(option.text(language), str(number))
            for number, option in enumerate(OUTCOMES, 1)
        ]
        for number, option in enumerate(self._options, 1):
            option.clicked.connect(partial(self._on_option_clicked, number))
        self._holder = ("", "")
        self._said = Text("")
        self._said.setVisible(False)
        self.day = DateField()
        self.day.date_changed.connect(self._on_day_changed)
        self.day.editingFinished.connect(self.field_finished)
        self._day_row = FieldRow(self.tr("Checked on"), self.day)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.textEdited.connect(self.note_edited)
        self._note_row = FieldRow(self.tr("Note"), self.note)
        self.grid = CorrectionGrid(language)
        self.grid.edited.connect(self.field_edited)
        self.grid.finished.connect(self.field_finished)
        self.grid.plate_toggled.connect(self.plate_toggled)
        self._lay_out()

    def fields(self) -> list[QLineEdit]:
        """Return every field that takes words, in the order of Tab."""
        return [*self.grid.fields.values(), self.day, self.note]

    def show_entry(
        self, entry: CheckEntry, opened: OpenHousehold, reading: Reading, *, is_strict: bool
    ) -> None:
        """Show the check as it stands; `is_strict` says of every field what is wrong with it.

        Otherwise a field that is being typed in is left in peace.
        """
        shown = entry.shown_outcome
        for option, button in zip(OUTCOMES, self._options, strict=True):
            button.setChecked(option.code == shown)
        self._say_outcome(entry, reading, is_strict=is_strict)
        if not self.day.hasFocus():
            self.day.set_date(entry.day)
        self._day_row.set_error(self._sentence(reading.problems.get("on")))
        if self.note.text() != entry.note:
            self.note.setText(entry.note)
        self._note_row.set_hint(self._earlier_note(opened))
        for field in TYPED_FIELDS:
            self._show_field(field, entry, opened, reading, is_strict=is_strict)
        self.grid.show_plate(is_attached=entry.shown_plate)

    def say_who_has(self, code: str, text: str) -> None:
        """Say below the code who has it, as long as it is the one that stands there."""
        self._holder = (code, text)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.grid.fields[TYPED_FIELDS[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_problem(self, reading: Reading) -> bool:
        """Put the cursor where something is wrong; False where no field is to blame."""
        for field in TYPED_FIELDS:
            if field in reading.problems:
                self.grid.fields[field].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if "on" in reading.problems:
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fields their room on a narrow screen."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        self._found.setFixedWidth(_NARROW_LEFT_WIDTH if is_narrow else _LEFT_WIDTH)

    def _lay_out(self) -> None:
        self._found = found = Card(self.tr("What was found"), padding=Space.M)
        found.body.setSpacing(0)
        for option in self._options:
            found.body.addWidget(option)
        found.body.addWidget(self._said)
        found.body.addSpacing(Space.S)
        found.body.addWidget(self._day_row)
        found.body.addStretch(1)
        found.body.addWidget(self._key_legend())
        fields = Card(padding=Space.M)
        fields.body.addWidget(self.grid)
        fields.body.addWidget(self._note_row)
        fields.body.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(found)
        row.addWidget(fields, 1)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        holder.setLayout(row)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("surface", "plain")
        area.viewport().setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _key_legend(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(
            Text(self.tr("A plate or a walk sheet can be scanned at any time."), "caption",
                 tone="muted")
        )  # fmt: skip
        column.addWidget(
            KeyLegend(
                (
                    KeyMeaning(("Tab",), self.tr("to the fields")),
                    KeyMeaning(("/",), self.tr("note")),
                    KeyMeaning(("*",), self.tr("plate attached")),
                    KeyMeaning(("−",), self.tr("as it stood")),
                    KeyMeaning(("Ctrl", "⏎"), self.tr("save and stay")),
                ), columns=2,
            )
        )  # fmt: skip
        return holder

    def stops(self) -> list[QWidget]:
        """Return what Tab visits: first what is typed most, the outcomes have their digits."""
        typed: list[QWidget] = []
        for field, line in self.grid.fields.items():
            if field == PLATE:
                typed.append(self.grid.plate)
            typed.append(line)
        return [*typed, self.note, self.day, *self._options]

    def _say_outcome(self, entry: CheckEntry, reading: Reading, *, is_strict: bool) -> None:
        problem = reading.problems.get("outcome") if is_strict else None
        warnings = reading.warnings.get("outcome", ())
        text = self._sentence(problem) or " ".join(say(one, self._language) for one in warnings)
        self._said.setText(text)
        self._said.set_tone("danger" if problem else "warning")
        self._said.setVisible(bool(text))

    def _show_field(
        self, field: str, entry: CheckEntry, opened: OpenHousehold, reading: Reading, *,
        is_strict: bool,
    ) -> None:  # fmt: skip
        self.grid.show_field(
            field, self._standing(field, entry, opened), entry.text_of(field),
            is_changed=entry.is_changed(field),
        )  # fmt: skip
        is_typing = self.grid.fields[field].hasFocus() or not entry.is_changed(field)
        problem = None if is_typing and not is_strict else reading.problems.get(field)
        if problem is not None:
            self.grid.show_message(field, self._sentence(problem), "danger")
        elif field in reading.warnings:
            said = " ".join(say(one, self._language) for one in reading.warnings[field])
            self.grid.show_message(field, said, "warning")
        elif field == "code" and reading.values.get(field) == self._holder[0]:
            self.grid.show_message(field, self._holder[1], "warning")
        else:
            self.grid.show_message(field, self._remark(field, entry, opened))

    def _standing(self, field: str, entry: CheckEntry, opened: OpenHousehold) -> str:
        household = opened.household
        if field == "place":
            return place_line(household.place, self._language) if household.place else ""
        if field == PLATE:
            return value_text("has_plate", household.has_plate, opened.names) + (
                "  ·  " + entry.standing_text(PLATE) if household.plate_on else ""
            )
        value = getattr(household, field)
        return value_text(field, value, opened.names) if value else ""

    def _remark(self, field: str, entry: CheckEntry, opened: OpenHousehold) -> str:
        if field == "hamlet" and entry.text_of(field) not in ("", *opened.hamlets):
            return self.tr("No hamlet of this ward has that name yet.")
        name = "has_plate" if field == PLATE and PLATE not in opened.listed else field
        if name in opened.listed:
            listed: Any = opened.listed[name]
            said = self.tr("The list says: %1")
            return said.replace("%1", value_text(name, listed, opened.names))
        return ""

    def _earlier_note(self, opened: OpenHousehold) -> str:
        note = opened.household.note
        return self.tr("Noted before: %1").replace("%1", note) if note else ""

    def _sentence(self, problem: CodedError | Problem | None) -> str:
        return say(problem, self._language) if problem is not None else ""

    def _on_option_clicked(self, number: int, _is_checked: bool = False) -> None:
        self.outcome_chosen.emit(number)

    @Slot(object)
    def _on_day_changed(self, day: object) -> None:
        if self.day.hasFocus() or self.day.isActiveWindow():
            self.day_edited.emit(day)
