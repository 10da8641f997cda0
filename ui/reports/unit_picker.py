"""Chooses units: all of them, or those that are ticked in a list that can be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from ui.reports.choice import UnitOption, matches
from ui.theme.sizes import Space
from ui.widgets.check_box import CheckBox
from ui.widgets.text import Text
from ui.widgets.tick_list import TickList

_CODE = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 190


class UnitPicker(QWidget):
    """Remembers what was ticked, also while a period does not know the unit."""

    units_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[UnitOption, ...] = ()
        self._ticked: set[str] = set()
        self._all = CheckBox(self.tr("All units"))
        self._all.setChecked(True)
        self._all.toggled.connect(self._on_all_toggled)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a unit"))
        self._search.setAccessibleName(self.tr("Find a unit"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search_changed)
        self._list = TickList()
        self._list.setAccessibleName(self.tr("Units"))
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._list.itemChanged.connect(self._on_item_changed)
        self._count = Text("", "caption", tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self._all, self._search, self._list, self._count):
            column.addWidget(widget)
        self._show()

    def is_complete(self) -> bool:
        """Say whether a report can be made of what is chosen."""
        return self._all.isChecked() or bool(self.codes())

    def codes(self) -> tuple[str, ...]:
        """Return the ticked codes that the period knows, () for all units."""
        if self._all.isChecked():
            return ()
        return tuple(option.code for option in self._options if option.code in self._ticked)

    def show_options(self, options: Sequence[UnitOption]) -> None:
        """Offer other units, without a signal."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for option in self._options:
            item = QListWidgetItem(option.name)
            item.setData(_CODE, option.code)
            item.setToolTip(f"{option.name} ({option.code})")
            is_ticked = option.code in self._ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        blocker.unblock()
        self._show()

    def _show(self) -> None:
        is_subset = not self._all.isChecked()
        for widget in (self._search, self._list, self._count):
            widget.setVisible(is_subset)
        number = len(self.codes())
        chosen = self.tr("%n unit(s) ticked", "", number)
        self._count.setText(chosen if number else self.tr("Tick at least one unit."))
        self._count.set_tone("muted" if number else "warning")
        for row, option in enumerate(self._options):
            self._list.setRowHidden(row, not matches(option, self._search.text()))

    @Slot()
    def _on_all_toggled(self) -> None:
        self._show()
        self.units_changed.emit()

    @Slot()
    def _on_search_changed(self) -> None:
        self._show()

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        code = str(item.data(_CODE))
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked.add(code)
        else:
            self._ticked.discard(code)
        self._show()
        self.units_changed.emit()
