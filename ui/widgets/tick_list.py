"""A list whose rows are ticked, in the look of the theme's check boxes."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.icons import draw_icon
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import draw_text, fill_box

_Index = QModelIndex | QPersistentModelIndex
# The release after the second click of two is not passed on, so its press counts.
_CLICKS = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_TICK = Qt.ItemDataRole.CheckStateRole


class TickList(QListWidget):
    """A click anywhere on a row ticks it, as Space does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _TickDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row: mark, words, and the row that the keys are on."""
        theme = current_theme()
        colours = theme.colours
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colours.surface_alt)
        side = QFontMetrics(theme.font("body")).height()
        mark = QRectF(area.left() + Space.S, area.center().y() - side / 2, side, side)
        if _is_ticked(index):
            fill_box(painter, mark, colours.accent, radius=Radius.CHIP)
            draw_icon(painter, "check", mark.adjusted(2, 2, -2, -2), colours.on_accent)
        else:
            fill_box(painter, mark, colours.surface, colours.border_strong, radius=Radius.CHIP)
        words = area.adjusted(mark.right() - area.left() + Space.S, 0, -Space.S, 0)
        draw_text(painter, words, str(index.data()), theme.font("body"), colours.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row that a finger or a hasty mouse can hit."""
        height = QFontMetrics(current_theme().font("body")).height()
        return QSize(0, height + Space.M)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tick with a click on the row, not only on its mark; two quick clicks are two."""
        if event.type() not in _CLICKS:
            return super().editorEvent(event, model, option, index)
        turned = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
        return model.setData(index, turned, _TICK)


def _is_ticked(index: _Index) -> bool:
    # The model keeps what it was given, a number or a state.
    return Qt.CheckState(index.data(_TICK)) == Qt.CheckState.Checked
