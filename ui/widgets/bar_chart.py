"""Horizontal bars for one question of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.figures import format_integer
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.painting import LEFT, RIGHT, draw_text, fill_box, wrapped_height

_LABEL_SHARE = 0.42


class Bar(NamedTuple):
    """One bar: label, number, and its share as it is printed; `is_muted` for the blanks."""

    label: str
    n: int
    percent: str
    is_muted: bool = False


class BarChart(QWidget):
    """Label, bar, number and percentage per row; all bars share one scale."""

    def __init__(
        self, bars: Sequence[Bar] = (), whole: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._whole = 1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_bars(bars, whole)

    def set_bars(self, bars: Sequence[Bar], whole: int | None = None) -> None:
        """Show other bars; a bar of `whole` fills the width, without it the longest does."""
        self._bars = tuple(bars)
        self._whole = max(whole or max((bar.n for bar in bars), default=0), 1)
        spoken = (f"{bar.label}: {format_integer(bar.n)} ({bar.percent})" for bar in bars)
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return True: labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        rows = sum(self._row_height(bar, width) for bar in self._bars)
        return rows + Space.S * max(len(self._bars) - 1, 0)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = round(520 * current_theme().scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size at which bars can still be compared."""
        width = round(280 * current_theme().scale)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all rows."""
        painter = QPainter(self)
        top = 0.0
        for bar in self._bars:
            height = self._row_height(bar, self.width())
            self._paint_row(painter, QRectF(0, top, self.width(), height), bar)
            top += height + Space.S

    def _paint_row(self, painter: QPainter, area: QRectF, bar: Bar) -> None:
        theme = current_theme()
        colours = theme.colours
        painter.setFont(theme.font("body"))
        painter.setPen(colours.text)
        label = QRectF(area.left(), area.top(), self._label_width(self.width()), area.height())
        painter.drawText(label, int(LEFT | Qt.TextFlag.TextWordWrap), bar.label)
        n_width, percent_width = self._number_widths()
        percent = QRectF(area.right() - percent_width, area.top(), percent_width, area.height())
        draw_text(painter, percent, bar.percent, theme.font("body"), colours.text_muted, RIGHT)
        number = percent.translated(-(n_width + Space.M), 0)
        number.setWidth(n_width)
        draw_text(painter, number, format_integer(bar.n), theme.font("strong"), colours.text, RIGHT)
        track = QRectF(label.right() + Space.M, 0, 0, self._thickness())
        track.setRight(number.left() - Space.M)
        track.moveTop(area.center().y() - self._thickness() / 2)
        fill_box(painter, track, colours.surface_alt, radius=4)
        if bar.n:
            track.setWidth(max(track.width() * min(bar.n / self._whole, 1), 3))
            fill = colours.blank if bar.is_muted else colours.series[0]
            fill_box(painter, track, fill, radius=min(4, track.width() / 2))

    def _number_widths(self) -> tuple[int, int]:
        strong = QFontMetrics(current_theme().font("strong"))
        body = QFontMetrics(current_theme().font("body"))
        numbers = (strong.horizontalAdvance(format_integer(bar.n)) for bar in self._bars)
        percents = (body.horizontalAdvance(bar.percent) for bar in self._bars)
        return max(numbers, default=0) + 1, max(percents, default=0) + 1

    def _row_height(self, bar: Bar, width: int) -> int:
        text = wrapped_height(bar.label, "body", self._label_width(width))
        return max(text, self._thickness()) + Space.XS

    def _label_width(self, width: int) -> int:
        return round(width * _LABEL_SHARE)

    def _thickness(self) -> int:
        return QFontMetrics(current_theme().font("body")).height()
