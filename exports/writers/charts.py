"""Draws a chart once: as vectors in the PDF, as a picture of the same drawing for Word."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from exports.document import Bar, BarChart, IntervalChart, Mark
from exports.document import Chart as AnyChart
from exports.pdfium import PDFIUM
from exports.writers import fonts

_TITLE: Final = 11.0
_TITLE_LEAD: Final = 13.0
_SIZE: Final = 9.2
_LEAD: Final = 10.4
_BAR: Final = 7.5
_GAP: Final = 2.4
_BELOW: Final = 6.0
_NAME_SHARE: Final = 0.48
_VALUE_SPACE: Final = 88.0
_GREY: Final = 0.5
# From the middle of a line of text down to its baseline, as a share of the size.
_DROP: Final = 0.32
_DOTS_PER_INCH: Final = 200
_MARK_NAME_SHARE: Final = 0.3
_MARK_VALUE_SPACE: Final = 128.0
_MARK_ROW: Final = 13.0
_SCALE: Final = 20.0
_SCALE_SIZE: Final = 8.0
# Scales no longer than this have a line every 5 percent.
_FINE: Final = 40
_PALE: Final = 0.75
_WHISKER: Final = 2.5
_DOT: Final = 2.4


class Chart(Flowable):  # type: ignore[misc]
    """A bar chart `width` points wide and as high as its texts need."""

    def __init__(self, chart: BarChart, width: float) -> None:
        super().__init__()
        self.chart = chart
        self.width = width
        self.axis = width * _NAME_SHARE
        self.title = simpleSplit(chart.title, fonts.BOLD, _TITLE, width)
        self.names = [
            simpleSplit(bar.name, fonts.REGULAR, _SIZE, self.axis - 6) or [""] for bar in chart.bars
        ]
        self.heights = [max(len(lines) * _LEAD, _BAR) + _GAP for lines in self.names]
        self.height = len(self.title) * _TITLE_LEAD + 3 + sum(self.heights) + _BELOW

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, the axis and one bar after the other from the top down."""
        y = self.height - _TITLE
        self.canv.setFont(fonts.BOLD, _TITLE)
        for text in self.title:
            self.canv.drawString(0, y, text)
            y -= _TITLE_LEAD
        top = y + _TITLE - 3
        self.canv.setLineWidth(0.5)
        self.canv.line(self.axis, top, self.axis, _BELOW)
        self.canv.setFont(fonts.REGULAR, _SIZE)
        for bar, lines, tall in zip(self.chart.bars, self.names, self.heights, strict=True):
            self._draw_bar(bar, lines, top - tall / 2)
            top -= tall

    def _draw_bar(self, bar: Bar, lines: Sequence[str], middle: float) -> None:
        length = (self.width - self.axis - _VALUE_SPACE) * float(bar.value) / 100
        if length:
            self.canv.setFillGray(1 if bar.muted else _GREY)
            self.canv.rect(self.axis, middle - _BAR / 2, length, _BAR, stroke=1, fill=1)
            self.canv.setFillGray(0)
        y = middle + (len(lines) - 1) * _LEAD / 2 - _SIZE * _DROP
        for text in lines:
            self.canv.drawRightString(self.axis - 6, y, text)
            y -= _LEAD
        self.canv.drawString(self.axis + length + 4, middle - _SIZE * _DROP, bar.label)


class Intervals(Flowable):  # type: ignore[misc]
    """Dots in their intervals, `width` points wide and as high as the names need."""

    def __init__(self, chart: IntervalChart, width: float) -> None:
        super().__init__()
        self.chart = chart
        self.width = width
        self.axis = width * _MARK_NAME_SHARE
        self.title = simpleSplit(chart.title, fonts.BOLD, _TITLE, width)
        self.names = [
            simpleSplit(mark.name, fonts.REGULAR, _SIZE, self.axis - 6) or [""]
            for mark in chart.marks
        ]
        self.heights = [max(len(lines) * _LEAD, _MARK_ROW) for lines in self.names]
        self.height = len(self.title) * _TITLE_LEAD + 3 + sum(self.heights) + _SCALE + _BELOW

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, the scale, the goal, and one mark after the other from the top down."""
        y = self.height - _TITLE
        self.canv.setFont(fonts.BOLD, _TITLE)
        for text in self.title:
            self.canv.drawString(0, y, text)
            y -= _TITLE_LEAD
        top = y + _TITLE - 3
        self._draw_scale(top)
        self.canv.setFont(fonts.REGULAR, _SIZE)
        for mark, lines, tall in zip(self.chart.marks, self.names, self.heights, strict=True):
            self._draw_mark(mark, lines, top - tall / 2)
            top -= tall

    def _at(self, share: Decimal | int) -> float:
        first, last = self.chart.ends
        room = self.width - self.axis - _MARK_VALUE_SPACE
        return self.axis + room * (float(share) - first) / (last - first)

    def _draw_scale(self, top: float) -> None:
        bottom = _BELOW + _SCALE
        first, last = self.chart.ends
        self.canv.setFont(fonts.REGULAR, _SCALE_SIZE)
        self.canv.setLineWidth(0.3)
        for share in range(first, last + 1, 5 if last - first <= _FINE else 10):
            self.canv.setStrokeGray(_PALE)
            self.canv.line(self._at(share), top, self._at(share), bottom)
            self.canv.drawCentredString(self._at(share), bottom - _SCALE_SIZE, f"{share}%")
        self.canv.setStrokeGray(0)
        if self.chart.goal is not None:
            at = self._at(self.chart.goal)
            self.canv.setLineWidth(0.8)
            self.canv.setDash(3, 2)
            self.canv.line(at, top, at, bottom)
            self.canv.setDash()
            label = fonts.width(self.chart.goal_label, fonts.REGULAR, _SCALE_SIZE)
            left = min(max(at - label / 2, 0), self.width - label)
            self.canv.drawString(left, bottom - 2 * _SCALE_SIZE - 1, self.chart.goal_label)

    def _draw_mark(self, mark: Mark, lines: Sequence[str], middle: float) -> None:
        y = middle + (len(lines) - 1) * _LEAD / 2 - _SIZE * _DROP
        for text in lines:
            self.canv.drawRightString(self.axis - 6, y, text)
            y -= _LEAD
        label_at = self.width - _MARK_VALUE_SPACE + 6
        self.canv.drawString(label_at, middle - _SIZE * _DROP, mark.label)
        if mark.value is None or mark.low is None or mark.high is None:
            return
        self.canv.setLineWidth(1)
        low, high = self._at(mark.low), self._at(mark.high)
        self.canv.line(low, middle, high, middle)
        for end in (low, high):
            self.canv.line(end, middle - _WHISKER, end, middle + _WHISKER)
        self.canv.circle(self._at(mark.value), middle, _DOT, stroke=0, fill=1)


def drawing(chart: AnyChart, width: float) -> Flowable:
    """Return the drawing of a chart, `width` points wide."""
    return Intervals(chart, width) if isinstance(chart, IntervalChart) else Chart(chart, width)


def pictures(charts: Sequence[AnyChart], width: float) -> list[bytes]:
    """Return each chart as a grey PNG, `width` points wide at 200 dots an inch."""
    if not charts:
        return []
    import pypdfium2

    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=fonts.REGULAR)
    for chart in charts:
        drawn = drawing(chart, width)
        canvas.setPageSize((drawn.width, drawn.height))
        drawn.drawOn(canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    with PDFIUM, pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return [_png(page) for page in pdf]


def _png(page: Any) -> bytes:
    out = BytesIO()
    shown = page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil()
    shown.save(out, "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return out.getvalue()
