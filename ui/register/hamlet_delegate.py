"""How a ward or a hamlet looks in the overview: name, figures, who goes there, and a bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.figures import format_integer
from models.households.records import Progress
from ui.register.hamlet_model import PlaceRow
from ui.register.outcome_marks import MARKS, Mark, mark_colour, mark_of
from ui.theme.colours import Colours
from ui.theme.icons import IconName, draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.painting import RIGHT, draw_text

_Index = QModelIndex | QPersistentModelIndex
_BAR: Final = 5
_INDENT: Final = Space.L


class HamletDelegate(QStyledItemDelegate):
    """Two lines and a bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        theme = current_theme()
        colours = theme.colours
        row: PlaceRow = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.accent_soft)
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), colours.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colours.surface_alt)
        room = area.adjusted(Space.M, Space.XS + 1, -Space.M, -Space.XS - 1)
        if row.hamlet is not None:
            room.setLeft(room.left() + _INDENT)
        body = QFontMetrics(theme.font("body")).height()
        line = QRectF(room.left(), room.top(), room.width(), body)
        part = row.progress
        figures = f"{format_integer(part.checked)}/{format_integer(part.households)}"
        strong = theme.font("strong" if row.hamlet is None else "body")
        draw_text(painter, line, figures, theme.font("body"), colours.text_muted, RIGHT)
        wide = QFontMetrics(theme.font("body")).horizontalAdvance(figures) + Space.S
        name = line.adjusted(0, 0, -wide, 0)
        if row.unit and row.hamlet is None:
            side = body * 0.6
            spot = QRectF(name.left(), name.center().y() - side / 2, side, side)
            icon: IconName = "chevron-down" if row.is_open else "chevron-right"
            draw_icon(painter, icon, spot, colours.text_muted)
            name.setLeft(spot.right() + Space.XS)
        draw_text(painter, name, row.title, strong, colours.text)
        self._paint_second(painter, room, line, row)
        bar = QRectF(room.left(), room.bottom() - _BAR, room.width(), _BAR)
        _draw_bar(painter, bar, row.progress, colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of two lines and a bar."""
        theme = current_theme()
        lines = QFontMetrics(theme.font("body")).height()
        lines += QFontMetrics(theme.font("caption")).height()
        return QSize(0, lines + _BAR + Space.XS + 2 * (Space.XS + 1))

    def _paint_second(self, painter: QPainter, room: QRectF, line: QRectF, row: PlaceRow) -> None:
        theme = current_theme()
        font, ink = theme.font("caption"), theme.colours.text_muted
        second = QRectF(room.left(), line.bottom(), room.width(), QFontMetrics(font).height())
        said = QCoreApplication.translate("register", "%1 codes · %2 plates")
        said = said.replace("%1", format_integer(row.progress.with_code))
        said = said.replace("%2", format_integer(row.progress.plate))
        draw_text(painter, second, said, font, ink)
        used = QFontMetrics(font).horizontalAdvance(said) + Space.M
        if row.progress.conflicts:
            side = second.height() * 0.8
            spot = QRectF(second.left() + used - Space.S, second.top(), side, side)
            draw_icon(painter, "warning", spot, theme.colours.warning)
            used += round(side)
        if row.officer:
            who = second.adjusted(used, 0, 0, 0)
            draw_text(painter, who, row.officer, font, theme.colours.accent, RIGHT)


def _draw_bar(painter: QPainter, bar: QRectF, progress: Progress, colours: Colours) -> None:
    """Draw the outcomes as shares of all households, the unchecked as the empty rest."""
    counts: dict[Mark, int] = dict.fromkeys(MARKS, 0)
    for outcome, n in progress.outcomes.items():
        counts[mark_of(outcome)] += n
    path = QPainterPath()
    path.addRoundedRect(bar, _BAR / 2, _BAR / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colours.border)
    if not progress.checked or not progress.households:
        return
    painter.setClipPath(path)
    left = bar.left()
    for mark in MARKS[1:]:
        width = bar.width() * counts[mark] / progress.households
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), mark_colour(mark, colours))
        left += width
    painter.setClipping(False)
