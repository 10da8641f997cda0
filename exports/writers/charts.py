"""Draws a bar chart once, for the PDF as vectors and for Word as a picture of the same drawing."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from exports.document import Bar, BarChart
from exports.writers import fonts

_TITLE: Final = 11.0
_SIZE: Final = 9.2
_LEAD: Final = 10.4
_BAR: Final = 7.5
_GAP: Final = 2.4
_BELOW: Final = 6.0
_NAME_SHARE: Final = 0.48
_VALUE_SPACE: Final = 88.0
_DOTS_PER_INCH: Final = 200


def drawing(chart: BarChart, width: float) -> Any:
    """Return a ReportLab drawing of `chart`, `width` points wide and as high as it needs."""
    from reportlab.graphics.shapes import Drawing, Line

    fonts.register()
    names = [_wrapped(bar.name, width * _NAME_SHARE - 6) for bar in chart.bars]
    heights = [max(len(lines) * _LEAD, _BAR) + _GAP for lines in names]
    title = _wrapped(chart.title, width, fonts.BOLD, _TITLE)
    head = len(title) * (_TITLE + 2) + 3
    height = head + sum(heights) + _BELOW
    canvas = Drawing(width, height)
    for line, text in enumerate(title):
        _text(canvas, 0, height - _TITLE - line * (_TITLE + 2), text, fonts.BOLD, _TITLE)
    top = height - head
    axis = width * _NAME_SHARE
    canvas.add(Line(axis, top, axis, _BELOW, strokeWidth=0.6))
    for bar, lines, tall in zip(chart.bars, names, heights, strict=True):
        _bar(canvas, bar, lines, (axis, top - tall, width - axis - _VALUE_SPACE, tall))
        top -= tall
    return canvas


def pictures(charts: list[BarChart], width: float) -> list[bytes]:
    """Return each chart as a PNG of `width` points at 200 dots an inch, grey scale."""
    import pypdfium2
    from reportlab.graphics import renderPDF

    shown = []
    for chart in charts:
        with pypdfium2.PdfDocument(renderPDF.drawToString(drawing(chart, width))) as pdf:
            bitmap = pdf[0].render(scale=_DOTS_PER_INCH / 72, grayscale=True)
            out = BytesIO()
            bitmap.to_pil().save(out, "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
            shown.append(out.getvalue())
    return shown


def _bar(canvas: Any, bar: Bar, lines: list[str], box: tuple[float, float, float, float]) -> None:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import black, white

    axis, bottom, room, tall = box
    middle = bottom + tall / 2
    length = room * float(bar.value) / 100
    fill = white if bar.muted else _grey()
    canvas.add(
        Rect(axis, middle - _BAR / 2, length, _BAR, fillColor=fill, strokeColor=black,
             strokeWidth=0.5)
    )  # fmt: skip
    first = middle + (len(lines) - 1) * _LEAD / 2 - _SIZE * 0.32
    for line, text in enumerate(lines):
        _text(canvas, axis - 6, first - line * _LEAD, text, fonts.REGULAR, _SIZE, "end")
    _text(canvas, axis + length + 4, middle - _SIZE * 0.32, bar.label, fonts.REGULAR, _SIZE)


def _grey() -> Any:
    from reportlab.lib.colors import CMYKColor

    return CMYKColor(0, 0, 0, 0.55)


def _text(
    canvas: Any, x: float, y: float, text: str, font: str, size: float, anchor: str = "start"
) -> None:
    from reportlab.graphics.shapes import String

    canvas.add(String(x, y, text, fontName=font, fontSize=size, textAnchor=anchor))


def _wrapped(text: str, width: float, font: str = fonts.REGULAR, size: float = _SIZE) -> list[str]:
    from reportlab.lib.utils import simpleSplit

    return list(simpleSplit(text, font, size, width)) or [""]
