"""The table of households: its keys, columns as wide as they were left, and how cells look."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Final
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from exports.household_values import grouped_code
from models.households.records import Household
from ui.register.household_model import (
    ADDRESS,
    CHECKED,
    CODE,
    HAMLET,
    HEAD,
    OUTCOME,
    PLATE,
    HouseholdModel,
)
from ui.register.outcome_marks import mark_of, mark_pixmap
from ui.theme.icons import draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.column_widths import REST_MS, keep_widths, kept_widths
from ui.widgets.painting import draw_text
from ui.widgets.row_table import show_rows

_Index = QModelIndex | QPersistentModelIndex
# Pixels at scale 1, in the order of the columns; the address takes what is left.
_WIDTHS: Final = (104, 172, 0, 136, 148, 58, 112)
_LEAST: Final = 48
# A house is found by its address; where a narrow window leaves it less, these are spared one after
# the other, then those become narrower.
_LEAST_ADDRESS: Final = 156
_SPARED: Final = (CHECKED, PLATE)
_NARROWED: Final = {HEAD: 124, HAMLET: 88, OUTCOME: 116}
_NAME: Final = "households"


class HouseholdTable(QTableView):
    """Enter or a double click opens; letters are left to the page, whose keys they are."""

    household_opened = Signal(object)
    current_changed = Signal(object)
    left_at_top = Signal()

    def __init__(self, model: HouseholdModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._before: tuple[UUID | None, int] = (None, 0)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(model, self))
        self.setAccessibleName(self.tr("Households"))
        show_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._on_rested)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.activated.connect(self.open_current)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.filled.connect(self._on_filled)

    def current(self) -> Household | None:
        """Return the household that the keys are on."""
        return self._model.household(self.currentIndex().row())

    def show_household(self, household: UUID) -> bool:
        """Move to a household; False where it is not among those fetched."""
        row = self._model.row_of(household)
        if row is not None:
            self._go_to(row)
        return row is not None

    def show_hamlet(self, *, is_shown: bool) -> None:
        """Show or spare the hamlet: all of one hamlet say the same."""
        self._is_hamlet_spared = not is_shown
        self._fit()

    def go_to_top(self) -> None:
        """Forget the row: other households are coming."""
        self.setCurrentIndex(QModelIndex())

    @Slot()
    def open_current(self) -> None:
        """Open the household that the keys are on."""
        household = self.current()
        if household is not None:
            self.household_opened.emit(household.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the address readable."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page, and go back to what stands above from the first row."""
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if event.key() == Qt.Key.Key_Up and is_plain and self.currentIndex().row() <= 0:
            self.left_at_top.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.text().isprintable() and event.text()):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and is_plain:
            last = self._model.rowCount() - 1
            self._go_to(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _set_up_headers(self) -> None:
        scale = current_theme().scale
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        line = QFontMetrics(current_theme().font("body")).height()
        rows.setDefaultSectionSize(line + Space.M)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_LEAST)
        header.setSectionResizeMode(ADDRESS, QHeaderView.ResizeMode.Stretch)
        kept = kept_widths(_NAME)
        # As a person left them; on show they may be narrower.
        self._widths = {
            column: kept.get(column, round(width * scale))
            for column, width in enumerate(_WIDTHS)
            if column != ADDRESS
        }
        self._widths[CODE] = max(self._widths[CODE], _code_width(scale))
        self._is_fitting = self._is_hamlet_spared = False
        self._fit()

    def _fit(self) -> None:
        """Leave the address its room: spare the rarer columns, then narrow the others."""
        scale, room = current_theme().scale, self.viewport().width()
        shown = [
            column for column in self._widths
            if column != HAMLET or not self._is_hamlet_spared
        ]  # fmt: skip
        least = round(_LEAST_ADDRESS * scale)
        short = sum(self._widths[column] for column in shown) + least - room
        for column in _SPARED:
            if short > 0:
                shown.remove(column)
                short -= self._widths[column]
        spare = {
            column: max(self._widths[column] - round(_NARROWED[column] * scale), 0)
            for column in shown
            if column in _NARROWED
        }
        share = min(max(short, 0) / (sum(spare.values()) or 1), 1)
        self._is_fitting = True
        for column, width in self._widths.items():
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                # Rounded up, so that together they give all that is needed.
                self.setColumnWidth(column, width - ceil(spare.get(column, 0) * share))
        self._is_fitting = False

    def _go_to(self, row: int) -> None:
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self._model.index(row, CODE)
        flags = rows | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        household = self.current()
        self._before = (household.id if household else None, max(self.currentIndex().row(), 0))

    @Slot()
    def _on_filled(self) -> None:
        before, row = self._before
        if not self._model.rowCount():
            self.current_changed.emit(None)
        elif before is None or not self.show_household(before):
            self._go_to(min(row, self._model.rowCount() - 1))

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.current_changed.emit(self.current())

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, width: int) -> None:
        if self._is_fitting or column not in self._widths or not width:
            return
        # Half a code is read as another one.
        least = _code_width(current_theme().scale) if column == CODE else 0
        if width < least:
            self.setColumnWidth(CODE, least)
        self._widths[column] = max(width, least)
        self._resting.start()

    @Slot()
    def _on_rested(self) -> None:
        keep_widths(_NAME, self._widths)


class _CellDelegate(QStyledItemDelegate):
    """Paints cells by itself, asking the model without a detour: a screenful within a frame."""

    def __init__(self, model: HouseholdModel, table: QTableView) -> None:
        super().__init__(table)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        household = self._model.household(index.row())
        if household is None:
            return
        theme, column, area = current_theme(), index.column(), option.rect
        colours = theme.colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.accent_soft)
        words = area.adjusted(Space.S, 0, -Space.XS, 0)
        ink, font = colours.text, theme.font("strong" if column == HEAD else "body")
        side = _mark_side(theme.scale)
        middle = area.center().y() - side // 2
        if column == OUTCOME:
            ratio = painter.device().devicePixelRatioF()
            mark = mark_pixmap(mark_of(household.outcome), side, ratio)
            painter.drawPixmap(words.left(), middle, mark)
            words.setLeft(words.left() + side + Space.S)
            ink = colours.text if household.outcome else colours.text_muted
        elif column == HEAD and household.conflicts:
            left = words.right() - side
            draw_icon(painter, "warning", QRectF(left, middle, side, side), colours.warning)
            words.setRight(left - Space.XS)
        elif column == PLATE:
            if household.has_plate:
                spot = QRectF(words.left(), middle, side, side)
                draw_icon(painter, "check", spot, colours.success)
            return
        text = self._model.text(household, column)
        if text:
            draw_text(painter, words, text, font, ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, QFontMetrics(current_theme().font("body")).height() + Space.M)


@cache
def _code_width(_scale: float) -> int:
    """Return how wide a cell is that shows ten digits whole."""
    metrics = QFontMetrics(current_theme().font("body"))
    widest = max(metrics.horizontalAdvance(grouped_code(digit * 10)) for digit in "0123456789")
    return widest + Space.S + Space.XS + 1


@cache
def _mark_side(_scale: float) -> int:
    return round(QFontMetrics(current_theme().font("body")).height() * 0.68)
