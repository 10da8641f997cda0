"""Chooses what another station may read: its unit, several units, all, or figures only."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from models.store.aggregates import AGGREGATES
from models.text import search_key
from ui.theme.sizes import Space
from ui.widgets.check_box import RadioChoice
from ui.widgets.text import Text
from ui.widgets.tick_list import TickList

_CODE = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 150


class ReadingChoice(QWidget):
    """Its own unit at first; where that is not known here, units have to be ticked."""

    choice_changed = Signal()

    def __init__(
        self, own: str, name: str, codes: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._own = own
        is_known = own in codes
        self.only_own = RadioChoice(self.tr("Its own unit: %1").replace("%1", name))
        self.several = RadioChoice(self.tr("Several units"))
        self.all_units = RadioChoice(self.tr("All units"))
        self.figures = RadioChoice(self.tr("Figures of all units only: no slips, no households"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a unit"))
        self._search.setAccessibleName(self.tr("Find a unit"))
        self._search.setClearButtonEnabled(True)
        self._list = TickList()
        self._list.setAccessibleName(self.tr("Units that it may read"))
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._note = Text(self.tr("Tick at least one unit."), "caption", tone="warning")
        self._fill(codes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        group = QButtonGroup(self)
        for choice in (self.only_own, self.several, self.all_units, self.figures):
            group.addButton(choice)
        for widget in (
            self.only_own, self.several, self._search, self._list, self._note, self.all_units,
            self.figures,
        ):  # fmt: skip
            column.addWidget(widget)
        self.only_own.setEnabled(is_known)
        (self.only_own if is_known else self.several).setChecked(True)
        group.buttonToggled.connect(self._on_changed)
        self._list.itemChanged.connect(self._on_changed)
        self._search.textChanged.connect(self._on_searched)
        self._show()

    def units(self) -> tuple[str, ...] | None:
        """Return the codes of the units that it may read, None for all."""
        if self.all_units.isChecked():
            return None
        if self.figures.isChecked():
            return (AGGREGATES,)
        return (self._own,) if self.only_own.isChecked() else self._ticked()

    def is_complete(self) -> bool:
        """Say whether something is chosen."""
        return self.units() != ()

    def _ticked(self) -> tuple[str, ...]:
        on = Qt.CheckState.Checked
        return tuple(str(one.data(_CODE)) for one in self._items() if one.checkState() == on)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _fill(self, codes: Mapping[str, str]) -> None:
        for code, name in codes.items():
            item = QListWidgetItem(name)
            item.setData(_CODE, code)
            item.setToolTip(f"{name} ({code})")
            is_own = code == self._own
            item.setCheckState(Qt.CheckState.Checked if is_own else Qt.CheckState.Unchecked)
            self._list.addItem(item)
            if is_own:
                self._list.setCurrentItem(item)

    def _show(self) -> None:
        is_list = self.several.isChecked()
        self._search.setVisible(is_list)
        self._list.setVisible(is_list)
        self._list.scrollToItem(self._list.currentItem())
        self._note.setVisible(not self.is_complete())

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        self.choice_changed.emit()

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        words = search_key(typed).split()
        for row, item in enumerate(self._items()):
            text = f"{search_key(item.text())} {item.data(_CODE)}"
            self._list.setRowHidden(row, not all(word in text for word in words))
