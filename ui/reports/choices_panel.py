"""The choices of a report, one below the other."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.periods import Period
from models.sentences.catalog import Language
from ui.papers.period_choice import period_around
from ui.papers.period_picker import PeriodPicker
from ui.reports.choice import ReportChoice, default_period, unit_options
from ui.reports.tasks import Choices
from ui.reports.unit_picker import UnitPicker
from ui.theme.sizes import Space
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.surfaces import Card, Divider

_WIDTH = 300


class ChoicesPanel(QScrollArea):
    """Says `choice_changed` when a person changed something, never when it is filled."""

    choice_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._choices: Choices | None = None
        self._period = PeriodPicker(language)
        self._units = UnitPicker()
        self._map, self._questionnaire = Dropdown(), Dropdown()
        self._map.addItem(self.tr("As recorded on the slips"), "recorded")
        self._map.addItem(self.tr("Today's units"), "today")
        self._population = NumberField(minimum=1)
        self._questionnaire_row = FieldRow(self.tr("Questionnaire"), self._questionnaire)
        self._population_row = FieldRow(
            self.tr("Dossiers in the period"), self._population,
            self.tr("If it is known: shows how many slips are needed."),
        )  # fmt: skip
        self._small = CheckBox(self.tr("Hide numbers under 5"))
        self._small.setToolTip(
            self.tr("Counts from 1 to 4 and what would give them away, in all of the report.")
        )
        self._lay_out()
        # What is not known yet cannot be chosen from.
        self.setEnabled(False)
        self._period.period_changed.connect(self._on_period_changed)
        self._units.units_changed.connect(self.choice_changed)
        self._map.currentIndexChanged.connect(self._on_period_changed)
        self._questionnaire.currentIndexChanged.connect(self.choice_changed)
        self._population.value_changed.connect(self._on_population_changed)
        self._small.toggled.connect(self._on_small)

    @property
    def hides_small(self) -> bool:
        """Say whether counts from 1 to 4 are hidden."""
        return self._small.isChecked()

    def choice(self) -> ReportChoice | None:
        """Return what is chosen, None while it is not complete."""
        period = self._period.period()
        is_wrong = self._population.problem() is not None
        if period is None or is_wrong or not self._units.is_complete() or self._choices is None:
            return None
        return ReportChoice(
            period=period,
            unit_codes=self._units.codes(),
            unit_map=self._map.currentData(),
            questionnaire=self._questionnaire.currentData() or "",
            population=self._population.value(),
            hides_small=self.hides_small,
        )

    def show_choices(self, choices: Choices, today: date) -> None:
        """Offer what the store knows; what was chosen before stays chosen."""
        settings = choices.settings
        before, self._choices = self._choices, choices
        self.setEnabled(True)
        shown = self._period.period()
        if before is None:
            shown = default_period(today, settings.report_day, settings.year_start)
            self._period.show_period(shown, today, settings.year_start)
        elif shown is not None and settings.year_start != before.settings.year_start:
            if shown.kind != "range":
                shown = period_around(shown.kind, shown.end, settings.year_start)
            self._period.show_period(shown, today, settings.year_start)
        self._fill_questionnaires(choices)
        self._offer_units()

    def show_period(self, period: Period, today: date) -> None:
        """Choose a period for the person who asked for it."""
        if self._choices is not None:
            self._period.show_period(period, today, self._choices.settings.year_start)
            self._on_period_changed()

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._period.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self._period)
        card.body.addWidget(Divider())
        card.body.addWidget(self._units)
        card.body.addWidget(FieldRow(self.tr("Names of units"), self._map))
        card.body.addWidget(Divider())
        card.body.addWidget(self._questionnaire_row)
        card.body.addWidget(self._population_row)
        card.body.addWidget(self._small)
        card.body.addStretch(1)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.addWidget(card)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("What the report is about"))

    def _fill_questionnaires(self, choices: Choices) -> None:
        blocker = QSignalBlocker(self._questionnaire)
        chosen = self._questionnaire.currentData()
        self._questionnaire.clear()
        for item in choices.questionnaires:
            name = item.name(self._language)
            self._questionnaire.addItem(name, item.code)
            place = self._questionnaire.count() - 1
            self._questionnaire.setItemData(place, name, Qt.ItemDataRole.ToolTipRole)
        self._questionnaire.setCurrentIndex(max(self._questionnaire.findData(chosen), 0))
        self._questionnaire_row.setVisible(len(choices.questionnaires) > 1)
        blocker.unblock()

    def _offer_units(self) -> None:
        period = self._period.period()
        if self._choices is not None and period is not None:
            map_ = self._map.currentData()
            self._units.show_options(unit_options(self._choices.register, period, map_))

    @Slot()
    def _on_period_changed(self) -> None:
        self._offer_units()
        self.choice_changed.emit()

    @Slot(bool)
    def _on_small(self, _is_hidden: bool) -> None:
        self.choice_changed.emit()

    @Slot()
    def _on_population_changed(self) -> None:
        self._population_row.set_error(self._population.problem())
        self.choice_changed.emit()
