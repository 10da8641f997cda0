"""Draws a bar chart once: as vectors in the PDF, as a picture of the same drawing for Word."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from exports.document import Bar, BarChart
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


def pictures(charts: Sequence[BarChart], width: float) -> list[bytes]:
    """Return each chart as a grey PNG, `width` points wide at 200 dots an inch."""
    if not charts:
        return []
    import pypdfium2

    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=fonts.REGULAR)
    for chart in charts:
        drawn = Chart(chart, width)
        canvas.setPageSize((drawn.width, drawn.height))
        drawn.drawOn(canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return [_png(page) for page in pdf]


def _png(page: Any) -> bytes:
    out = BytesIO()
    shown = page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil()
    shown.save(out, "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return out.getvalue()
