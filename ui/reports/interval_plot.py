"""Shares with their intervals, drawn by pyqtgraph, which is loaded for the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.reports.chart_loading import chart_loading
from ui.theme.sizes import Space
from ui.theme.theme import current_theme

_ROW: Final = 26
_COLUMNS_TALL: Final = 220
_AXIS_ROOM: Final = 56
_STEP: Final = 10
_DOT: Final = 8
_CAP: Final = 0.25
_EDGE: Final = 0.1
_LONGEST_NAME: Final = 200
_MOST_NAMES: Final = 12


@dataclass(frozen=True, slots=True)
class PlotMark:
    """A share with its interval in percent; `value` None where there is none, or it is hidden.

    `said` is all of it in words.
    """

    name: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    said: str


class IntervalPlot(QWidget):
    """Months from left to right, or names one below the other; nothing in it can be dragged.

    The first is drawn once all that it takes is loaded; who waits sees what stood there before.
    """

    def __init__(self, parent: QWidget | None = None, *, is_over_time: bool) -> None:
        super().__init__(parent)
        self._is_over_time = is_over_time
        self._marks: tuple[PlotMark, ...] = ()
        self._goal = Decimal(0)
        self._plot: Any = None
        self._is_waiting = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_marks(self, marks: Sequence[PlotMark], goal: Decimal) -> None:
        """Draw other marks; `goal` is a line across, in percent."""
        self._marks, self._goal = tuple(marks), goal
        self.setAccessibleDescription("; ".join(f"{one.name}: {one.said}" for one in marks))
        loading = chart_loading()
        if loading.is_loaded:
            self._draw()
        elif not self._is_waiting:
            self._is_waiting = True
            loading.loaded.connect(self._on_loaded)
            loading.start()

    @Slot()
    def _on_loaded(self) -> None:
        # Of several that waited each is drawn in a turn of its own.
        QTimer.singleShot(0, self, self._draw)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plot is not None:
            self._draw()

    def _draw(self) -> None:
        chart_loading().finish()
        import pyqtgraph

        if self._plot is not None:
            self._column.removeWidget(self._plot)
            self._plot.deleteLater()
        theme = current_theme()
        colours = theme.colours
        self._plot = plot = pyqtgraph.PlotWidget(background=colours.surface)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFrameShape(plot.Shape.NoFrame)
        self._column.addWidget(plot)
        self._place_axes(plot)
        first, last = self._scale()
        goal = pyqtgraph.InfiniteLine(
            float(self._goal), 0 if self._is_over_time else 90,
            pyqtgraph.mkPen(colours.warning, width=1.5, style=Qt.PenStyle.DashLine),
        )  # fmt: skip
        plot.addItem(goal)
        self._add_marks(plot, pyqtgraph)
        many = max(len(self._marks), 1)
        # Room at both ends, so that a dot and its label at 100 % are whole.
        edge = (last - first) * _EDGE
        along, across = (-0.5, many - 0.5), (first - edge, last + edge)
        x, y = (along, across) if self._is_over_time else (across, along)
        plot.setXRange(*x, padding=0)
        plot.setYRange(*y, padding=0)
        rows = _AXIS_ROOM + _ROW * many
        self.setFixedHeight(round((_COLUMNS_TALL if self._is_over_time else rows) * theme.scale))

    def _add_marks(self, plot: Any, pyqtgraph: Any) -> None:
        colours = current_theme().colours
        told = [
            (place, float(one.value), float(one.low), float(one.high))
            for place, one in enumerate(self._marks)
            if one.value is not None and one.low is not None and one.high is not None
        ]
        if not told:
            return
        places, values, lows, highs = zip(*told, strict=True)
        pen = pyqtgraph.mkPen(colours.text_muted, width=1.5)
        below = [value - low for value, low in zip(values, lows, strict=True)]
        above = [high - value for value, high in zip(values, highs, strict=True)]
        dots = {"size": _DOT, "brush": pyqtgraph.mkBrush(colours.accent), "pen": None}
        if self._is_over_time:
            bars = pyqtgraph.ErrorBarItem(
                x=_array(places), y=_array(values), top=_array(above), bottom=_array(below),
                beam=_CAP, pen=pen,
            )  # fmt: skip
            points = pyqtgraph.ScatterPlotItem(x=places, y=values, **dots)
        else:
            bars = pyqtgraph.ErrorBarItem(
                x=_array(values), y=_array(places), left=_array(below), right=_array(above),
                beam=_CAP, pen=pen,
            )  # fmt: skip
            points = pyqtgraph.ScatterPlotItem(x=values, y=places, **dots)
            plot.invertY(True)
        plot.addItem(bars)
        plot.addItem(points)

    def _place_axes(self, plot: Any) -> None:
        theme = current_theme()
        colours = theme.colours
        named = plot.getAxis("bottom" if self._is_over_time else "left")
        shares = plot.getAxis("left" if self._is_over_time else "bottom")
        metrics = QFontMetrics(theme.font("caption"))
        elide = Qt.TextElideMode.ElideRight
        longest = round(_LONGEST_NAME * theme.scale)
        names = [metrics.elidedText(one.name, elide, longest) for one in self._marks]
        # Of very many months some are named, the last among them.
        step = -(-len(names) // _MOST_NAMES) if self._is_over_time else 1
        told = [tick for tick in enumerate(names) if (len(names) - 1 - tick[0]) % step == 0]
        named.setTicks([told])
        if not self._is_over_time:
            widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
            named.setWidth(widest + Space.L)
        first, last = self._scale()
        distance = _STEP if last - first > 4 * _STEP else _STEP // 2
        shares.setTicks([[(share, f"{share}%") for share in range(first, last + 1, distance)]])
        shares.setGrid(40)
        for axis in (named, shares):
            axis.setStyle(
                tickFont=theme.font("caption"), tickLength=0, hideOverlappingLabels=False
            )
            axis.setPen(colours.border)
            axis.setTextPen(colours.text_muted)

    def _scale(self) -> tuple[int, int]:
        lows = [one.low for one in self._marks if one.low is not None]
        first = int(min((*lows, self._goal))) // _STEP * _STEP
        highs = [one.high for one in self._marks if one.high is not None]
        last = -(-int(max((*highs, self._goal))) // _STEP) * _STEP
        return first, max(last, first + _STEP)


def _array(values: Sequence[float]) -> Any:
    import numpy

    return numpy.array(values, dtype=float)
