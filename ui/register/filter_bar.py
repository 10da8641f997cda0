"""What a work list is narrowed to within its hamlets: street, outcome, officer, open questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.households.fields import OUTCOMES, UNCHECKED, UNCHECKED_OPTION
from models.households.progress import WorkFilter
from models.sentences.catalog import Language
from ui.theme.sizes import Space
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown

_LETTERS = 4


class FilterBar(QWidget):
    """Says `filter_changed` when a person changed something, never when it is filled."""

    filter_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._street, self._outcome, self._officer = Dropdown(), Dropdown(), Dropdown()
        self._waiting = CheckBox(self.tr("Waits for a decision"))
        for box, name in (
            (self._street, self.tr("Street")),
            (self._outcome, self.tr("Check")),
            (self._officer, self.tr("Officer")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._outcome.addItem(self.tr("Any check"), None)
        self._outcome.addItem(UNCHECKED_OPTION.text(language), UNCHECKED)
        for option in OUTCOMES:
            self._outcome.addItem(option.text(language), option.code)
        self.show_streets(())
        self.show_officers(())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        for widget in (self._street, self._outcome, self._officer):
            line.addWidget(widget, 1)
            widget.currentIndexChanged.connect(self._on_changed)
        line.addWidget(self._waiting)
        self._waiting.toggled.connect(self._on_changed)

    def narrowed(self, wanted: WorkFilter) -> WorkFilter:
        """Return a work list as it is narrowed here."""
        return replace(
            wanted, street=self._street.currentData(), outcome=self._outcome.currentData(),
            officer=self._officer.currentData(), has_conflicts=self._waiting.isChecked(),
        )  # fmt: skip

    def is_narrowing(self) -> bool:
        """Say whether anything is left out."""
        return self.narrowed(WorkFilter()) != WorkFilter()

    def clear(self) -> None:
        """Leave nothing out any more."""
        self._narrow_to(None)

    def show_only(self, officer: str) -> None:
        """Leave out all but the hamlets of an officer, who need not be on offer yet."""
        if self._officer.findData(officer) < 0:
            self._officer.addItem(officer, officer)
            self._officer.setEnabled(True)
        self._narrow_to(officer)

    def show_streets(self, streets: Sequence[str]) -> None:
        """Offer the streets of one hamlet; without them there is nothing to choose."""
        self._fill(self._street, self.tr("All streets"), streets)
        self._street.setEnabled(bool(streets))

    def show_officers(self, officers: Sequence[str]) -> None:
        """Offer those who were asked to check hamlets."""
        self._fill(self._officer, self.tr("All officers"), officers)
        self._officer.setEnabled(bool(officers))

    def _narrow_to(self, officer: str | None) -> None:
        with QSignalBlocker(self):
            for box in (self._street, self._outcome):
                box.setCurrentIndex(0)
            self._officer.setCurrentIndex(self._officer.findData(officer) if officer else 0)
            self._waiting.setChecked(False)
        self.filter_changed.emit()

    @staticmethod
    def _fill(box: Dropdown, everything: str, texts: Sequence[str]) -> None:
        if [box.itemData(place) for place in range(1, box.count())] == list(texts) and box.count():
            return
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(everything, None)
            for text in texts:
                box.addItem(text, text)
            box.setCurrentIndex(max(box.findData(chosen), 0) if chosen else 0)

    @Slot()
    def _on_changed(self) -> None:
        self.filter_changed.emit()
