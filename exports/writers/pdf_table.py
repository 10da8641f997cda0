"""Tables on paper: measured once, cut between rows, header repeated, drawn straight to the page.

ReportLab's own tables measure every cell as a paragraph; at thousands of rows that takes minutes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from exports.document import Column, HeaderCell, Kind, Row, Table, cell_text
from exports.layout import placed
from exports.writers import fonts

_HEAD_SIZE: Final = 12.0
_SIZE: Final = 11.0
_CAPTION: Final = 13.0
_LEADING: Final = 1.16
_PAD_X: Final = 3.5
_PAD_Y: Final = 1.05
_SHADE: Final = 0.92
_RULE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Text:
    """A measured cell: lines in one font, in a box given by first column and columns spanned."""

    lines: tuple[str, ...]
    font: str
    size: float
    align: str
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def height(self) -> float:
        return max(1, len(self.lines)) * self.size * _LEADING + 2 * _PAD_Y


@dataclass(frozen=True, slots=True)
class _Line:
    """A measured row."""

    texts: tuple[_Text, ...]
    height: float
    shaded: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is measured once and shared by all parts of a cut table."""

    caption: tuple[str, ...]
    edges: tuple[float, ...]
    header: tuple[_Line, ...]
    lines: tuple[_Line, ...]
    # Heights of all rows above each row, one more than there are rows.
    above: tuple[float, ...]
    page: float

    @property
    def caption_height(self) -> float:
        return len(self.caption) * _CAPTION * _LEADING + 8 if self.caption else 0.0

    @property
    def header_height(self) -> float:
        return sum(line.height for line in self.header)


class Grid(Flowable):  # type: ignore[misc]
    """Rows `start` to `stop` of a table, as ReportLab flows them; the first part has the caption.

    The whole table is measured once; its parts share what was measured.
    """

    def __init__(self, layout: _Layout, start: int, stop: int) -> None:
        super().__init__()
        self.layout = layout
        self.start = start
        self.stop = stop
        self.spaceBefore = self.spaceAfter = 8
        self.head = layout.header_height + (layout.caption_height if start == 0 else 0.0)
        self.height = self.head + layout.above[stop] - layout.above[start]
        self.width = layout.edges[-1]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points; it does not depend on the room given."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the part that fits in `height` and the rest, or nothing where too little fits."""
        at = self._cut(height - self.head)
        if at == self.start:
            return []
        return [Grid(self.layout, self.start, at), Grid(self.layout, at, self.stop)]

    def draw(self) -> None:
        """Draw the caption, the header and the rows from the top down."""
        self.canv.saveState()
        self.canv.setLineWidth(_RULE)
        top = self.height
        if self.start == 0:
            self._draw_caption()
            top -= self.layout.caption_height
        header = self.layout.header
        for place, line in enumerate(header):
            self._draw_line(line, top, [below.height for below in header[place:]])
            top -= line.height
        for line in self.layout.lines[self.start : self.stop]:
            self._draw_line(line, top, [line.height])
            top -= line.height
        self.canv.restoreState()

    def _cut(self, room: float) -> int:
        """Return the row to cut before: where a group opens, unless a group outgrows a page."""
        lines, above = self.layout.lines, self.layout.above
        fits = bisect_right(above, above[self.start] + room, self.start, self.stop + 1) - 1
        if fits >= self.stop:
            return self.stop
        for at in range(fits, self.start, -1):
            if lines[at].opens:
                return at
        group = next((at for at in range(fits + 1, self.stop) if lines[at].opens), self.stop)
        if above[group] - above[self.start] <= self.layout.page - self.head:
            return self.start
        return fits if fits > self.start + 1 else self.start

    def _draw_caption(self) -> None:
        self.canv.setFont(fonts.BOLD, _CAPTION)
        for number, text in enumerate(self.layout.caption, start=1):
            y = self.height - number * _CAPTION * _LEADING
            self.canv.drawCentredString(self.width / 2, y, text)

    def _draw_line(self, line: _Line, top: float, heights: Sequence[float]) -> None:
        for text in line.texts:
            tall = heights[0] if text.rows == 1 else sum(heights[: text.rows])
            left, right = self._sides(text)
            if line.shaded:
                self.canv.setFillGray(_SHADE)
                self.canv.rect(left, top - tall, right - left, tall, stroke=0, fill=1)
                self.canv.setFillGray(0)
            self.canv.rect(left, top - tall, right - left, tall, stroke=1, fill=0)
            if text.lines:
                self._draw_text(text, top, tall)

    def _sides(self, text: _Text) -> tuple[float, float]:
        return self.layout.edges[text.column], self.layout.edges[text.column + text.columns]

    def _draw_text(self, text: _Text, top: float, tall: float) -> None:
        left, right = self._sides(text)
        leading = text.size * _LEADING
        y = top - (tall - len(text.lines) * leading) / 2 - text.size * 0.93
        self.canv.setFont(text.font, text.size)
        for words in text.lines:
            if text.align == "left":
                self.canv.drawString(left + _PAD_X, y, words)
            elif text.align == "right":
                self.canv.drawRightString(right - _PAD_X, y, words)
            else:
                self.canv.drawCentredString((left + right) / 2, y, words)
            y -= leading


def grid(table: Table, width: float, page: float) -> Grid:
    """Return `table` laid out over `width` points; `page` is the height of an empty page."""
    edges = _edges(table.columns, width)
    caption = tuple(simpleSplit(table.caption, fonts.BOLD, _CAPTION, width))
    header = _header(table.header, edges)
    cut_anywhere = all(row.kind != "section" for row in table.rows)
    kinds = [column.kind for column in table.columns]
    lines = tuple(_row(row, kinds, edges, cut_anywhere) for row in table.rows)
    above = tuple(accumulate((line.height for line in lines), initial=0.0))
    return Grid(_Layout(caption, edges, header, lines, above, page), 0, len(lines))


def _edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    whole = sum(column.share for column in columns)
    edges = [0.0]
    for column in columns:
        edges.append(edges[-1] + column.share * width / whole)
    return tuple(edges)


def _header(rows: Sequence[Sequence[HeaderCell]], edges: tuple[float, ...]) -> tuple[_Line, ...]:
    lines: list[_Line] = []
    for row in placed(rows):
        texts = tuple(
            _measured(
                cell.text, edges, column, cell.columns, fonts.BOLD, _HEAD_SIZE, "center", cell.rows
            )
            for column, cell in row
        )
        height = max((text.height + 3) / text.rows for text in texts)
        lines.append(_Line(texts, height, shaded=True))
    return tuple(lines)


def _row(row: Row, kinds: Sequence[Kind], edges: tuple[float, ...], cut_anywhere: bool) -> _Line:
    font = fonts.REGULAR if row.kind == "body" else fonts.BOLD
    spans = len(row.cells) == 1
    texts = tuple(
        _measured(
            cell_text(cell, kind), edges, column, len(kinds) if spans else 1, font, _SIZE,
            "left" if kind == "text" else "right",
        )
        for column, (cell, kind) in enumerate(zip(row.cells, kinds, strict=False))
    )  # fmt: skip
    height = max(text.height for text in texts)
    opens = cut_anywhere or row.kind == "section"
    return _Line(texts, height, shaded=row.kind == "section", opens=opens)


def _measured(
    text: str,
    edges: tuple[float, ...],
    column: int,
    columns: int,
    font: str,
    size: float,
    align: str,
    rows: int = 1,
) -> _Text:
    room = edges[column + columns] - edges[column] - 2 * _PAD_X
    lines: tuple[str, ...] = (text,) if text else ()
    if "\n" in text or fonts.width(text, font, size) > room:
        lines = tuple(simpleSplit(text, font, size, room))
    return _Text(lines, font, size, align, column, columns, rows)
