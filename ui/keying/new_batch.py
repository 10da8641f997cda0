"""The head of a batch: what a bundle of slips has in common, carried over from the one before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from models.periods import month_of
from models.surveys.records import KIOSK_CHANNEL, BatchHeader
from ui.keying.loading import BatchList
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.date_field import DateField
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.surfaces import Card


class NewBatchForm(Card):
    """Unit, day, channel, questionnaire, and how many slips went out and came back."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New batch"), parent)
        self._list: BatchList | None = None
        self._unit, self._channel, self._questionnaire = Dropdown(), Dropdown(), Dropdown()
        self._day = DateField()
        self._day.date_changed.connect(self._on_day_changed)
        self._handed_out, self._returned = NumberField(), NumberField()
        self._day_row = FieldRow(self.tr("Day of collection"), self._day, is_required=True)
        self._unit_row = FieldRow(self.tr("Unit"), self._unit, is_required=True)
        self._banner = Banner("danger", is_dismissible=False)
        self._banner.setVisible(False)
        self._lay_out()

    def show_choices(self, choices: BatchList, unit: str, today: date, language: str) -> None:
        """Fill the fields from the newest batch, or from the store's own unit."""
        self._list = choices
        last = choices.batches[0].header if choices.batches else None
        self._fill_channels(language, last.channel if last else "paper")
        self._questionnaire.clear()
        for item in choices.questionnaires:
            named = f"{item.name(language)} ({item.version})"
            self._questionnaire.addItem(named, (item.code, item.version))
        if last is not None:
            place = self._questionnaire.findData((last.questionnaire, last.version))
            self._questionnaire.setCurrentIndex(max(place, 0))
        self._day.set_date(today)
        self._show_period(today)
        self._fill_units(today, last.unit if last else unit)
        self._handed_out.set_value(None)
        self._returned.set_value(None)
        self._banner.setVisible(False)
        self._day_row.set_error(None)

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, said: str) -> None:
        """Show why the batch could not be opened."""
        self._banner.show_message("danger", said)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(self._day_row, 0, 0)
        grid.addWidget(self._unit_row, 0, 1, 1, 2)
        grid.addWidget(FieldRow(self.tr("Channel"), self._channel), 1, 0)
        grid.addWidget(FieldRow(self.tr("Questionnaire"), self._questionnaire), 1, 1, 1, 2)
        grid.addWidget(
            FieldRow(self.tr("Slips handed out"), self._handed_out, self.tr("if it is known")), 2, 0
        )
        grid.addWidget(
            FieldRow(self.tr("Slips that came back"), self._returned,
                     self.tr("counted before keying; compared when the batch is closed")),
            2, 1, 1, 2,
        )  # fmt: skip
        for column in range(3):
            grid.setColumnStretch(column, 1)
        submit = PrimaryButton(self.tr("Start keying"), hint="⏎")
        submit.clicked.connect(self._on_submit)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(submit)
        self.body.addWidget(self._banner)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        for field in (self._day, self._handed_out, self._returned):
            field.returnPressed.connect(self._on_submit)

    def _fill_channels(self, language: str, chosen: str) -> None:
        self._channel.clear()
        if self._list is None:
            return
        for item in self._list.settings.channels:
            if item.code == KIOSK_CHANNEL:
                continue  # Its batches open by themselves, and nobody keys into them.
            self._channel.addItem(item.text(language), item.code)
        self._channel.setCurrentIndex(max(self._channel.findData(chosen), 0))

    def _fill_units(self, day: date, chosen: str) -> None:
        self._unit.clear()
        if self._list is None:
            return
        for unit in self._list.register.valid_on(day):
            self._unit.addItem(unit.full_name, unit.code)
        self._unit.setCurrentIndex(max(self._unit.findData(chosen), 0))

    @Slot(object)
    def _on_day_changed(self, day: date | None) -> None:
        self._day_row.set_error(None)
        self._show_period(day)
        if day is not None:
            # Units are dated: another day may know other units.
            self._fill_units(day, self._unit.currentData() or "")

    def _show_period(self, day: date | None) -> None:
        """Say in which reporting month slips of that day are counted."""
        if day is None or self._list is None:
            self._day_row.set_hint("")
            return
        month = month_of(day, self._list.settings.year_start)
        said = self.tr("counted in month %1/%2").replace("%1", str(month.number))
        self._day_row.set_hint(said.replace("%2", str(month.year)))

    @Slot()
    def _on_submit(self) -> None:
        day = self._day.date()
        if day is None:
            self._day_row.set_error(self._day.problem() or self.tr("Please type the day."))
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._unit.currentData() is None or self._questionnaire.currentData() is None:
            self.show_error(self.tr("Please choose a unit and a questionnaire."))
            return
        code, version = self._questionnaire.currentData()
        self.submitted.emit(
            BatchHeader(
                unit=self._unit.currentData(),
                collected_on=day,
                questionnaire=code,
                version=version,
                channel=self._channel.currentData(),
                handed_out=self._handed_out.value(),
                returned=self._returned.value(),
            )
        )
