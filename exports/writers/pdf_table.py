"""Tables on paper: measured once, cut between rows, header repeated, drawn straight to the page.

ReportLab's own tables measure every cell as a paragraph; at thousands of rows that takes minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
        return len(self.lines) * self.size * _LEADING + 2 * _PAD_Y


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
    page: float

    @property
    def caption_height(self) -> float:
        return len(self.caption) * _CAPTION * _LEADING + 8 if self.caption else 0.0

    @property
    def height(self) -> float:
        return self.caption_height + sum(line.height for line in self.header)


class Grid(Flowable):  # type: ignore[misc]
    """A table as ReportLab flows it; `page` is the height of a whole empty page in points."""

    def __init__(self, layout: _Layout, lines: Sequence[_Line]) -> None:
        super().__init__()
        self.layout = layout
        self.lines = lines
        self.spaceBefore = self.spaceAfter = 8
        self.height = layout.height + sum(line.height for line in lines)
        self.width = layout.edges[-1]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points; it does not depend on the room given."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the part that fits in `height` and the rest, or nothing where too little fits."""
        at = self._cut(height - self.layout.height)
        if at == 0:
            return []
        rest = replace(self.layout, caption=())
        return [Grid(self.layout, self.lines[:at]), Grid(rest, self.lines[at:])]

    def draw(self) -> None:
        """Draw the caption, the header and the rows from the top down."""
        self.canv.saveState()
        self.canv.setLineWidth(_RULE)
        self._draw_caption()
        top = self.height - self.layout.caption_height
        header = self.layout.header
        for place, line in enumerate(header):
            self._draw_line(line, top, [below.height for below in header[place:]])
            top -= line.height
        for line in self.lines:
            self._draw_line(line, top, [line.height])
            top -= line.height
        self.canv.restoreState()

    def _cut(self, room: float) -> int:
        """Return how many rows fit, cut where a group opens unless a group outgrows a page."""
        fits, used = 0, 0.0
        while fits < len(self.lines) and used + self.lines[fits].height <= room:
            used += self.lines[fits].height
            fits += 1
        if fits == len(self.lines):
            return fits
        opening = next((at for at in range(fits, 0, -1) if self.lines[at].opens), 0)
        if opening or self._first_group() <= self.layout.page - self.layout.height:
            return opening
        return fits if fits > 1 else 0

    def _first_group(self) -> float:
        height = self.lines[0].height
        for line in self.lines[1:]:
            if line.opens:
                break
            height += line.height
        return height

    def _draw_caption(self) -> None:
        self.canv.setFont(fonts.BOLD, _CAPTION)
        for number, text in enumerate(self.layout.caption, start=1):
            y = self.height - number * _CAPTION * _LEADING
            self.canv.drawCentredString(self.width / 2, y, text)

    def _draw_line(self, line: _Line, top: float, heights: Sequence[float]) -> None:
        for text in line.texts:
            tall = sum(heights[: text.rows])
            left, right = self._sides(text)
            self.canv.setFillGray(_SHADE if line.shaded else 1)
            self.canv.rect(left, top - tall, right - left, tall, stroke=1, fill=1)
            self.canv.setFillGray(0)
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
    lines = [_row(row, kinds, edges, cut_anywhere) for row in table.rows]
    return Grid(_Layout(caption, edges, header, page), lines)


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
    lines = tuple(simpleSplit(text, font, size, room)) if text else ("",)
    return _Text(lines, font, size, align, column, columns, rows)
