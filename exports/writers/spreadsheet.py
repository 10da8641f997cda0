"""Writes a document's sheets as XLSX: real numbers, filters, a header that stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any, Final

import xlsxwriter

from exports.document import Cell, Document, Kind, Sheet
from exports.wording import CHECK_CODE

# The file says nothing of the day it was made: equal figures give equal bytes.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_LINE: Final = 16.5
# Excel allows 255 characters above a page, signs and doubled ampersands included.
_MOST_HEADER: Final = 120
# 42A is Vietnamese: a dot for thousands and a decimal comma also where the system is not.
_FORMATS: Final[dict[Kind, str]] = {
    "text": "@", "integer": "[$-42A]#,##0", "percent": "[$-42A]0.0%", "decimal": "[$-42A]0.0",
}  # fmt: skip
_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
    "strings_to_urls": False,
}  # fmt: skip


def render(document: Document) -> bytes:
    """Return the sheets of `document` as the bytes of a workbook; percentages are fractions."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "title": document.subject,
                "author": document.letterhead.issuing_body if document.letterhead else "",
                "created": _CREATED,
            }
        )
        formats = _Formats(book)
        for sheet in document.sheets:
            _fill(book.add_worksheet(sheet.name), sheet, formats, document)
    return out.getvalue()


class _Formats:
    """The workbook's few cell formats."""

    def __init__(self, book: Any) -> None:
        face = {"font_name": "Times New Roman", "font_size": 12}
        self.heading = book.add_format(
            {**face, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
             "bg_color": "#EBEBEB", "border": 1}
        )  # fmt: skip
        self.kinds = {
            kind: book.add_format(
                {**face, "num_format": code, "valign": "top", "text_wrap": kind == "text"}
            )
            for kind, code in _FORMATS.items()
        }


def _fill(page: Any, sheet: Sheet, formats: _Formats, document: Document) -> None:
    for column, (kind, width) in enumerate(zip(sheet.kinds, sheet.widths, strict=True)):
        page.set_column(column, column, width, formats.kinds[kind])
    page.write_row(0, 0, sheet.headings, formats.heading)
    page.set_row(0, _LINE * _lines(sheet.headings, sheet.widths))
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _LINE * _lines(row, sheet.widths))
        for column, (cell, kind) in enumerate(zip(row, sheet.kinds, strict=True)):
            _put(page, number, column, cell, kind, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headings) - 1)
    _set_up_printing(page, document)


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return how many lines the fullest cell needs: no program measures that when it opens."""
    longest = (
        ceil(len(cell) * 0.8 / width)
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    )
    return max(1, *longest, 1)


def _put(page: Any, row: int, column: int, cell: Cell, kind: Kind, formats: _Formats) -> None:
    look = formats.kinds[kind]
    if cell is None or cell == "":
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        page.write_string(row, column, cell, look)
    else:
        page.write_number(row, column, cell / 100 if kind == "percent" else cell, look)


def _set_up_printing(page: Any, document: Document) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    page.set_header(f"&C{header_text(document.subject)}")
    page.set_footer(f"&L&P/&N&R{CHECK_CODE} {document.check_code}" if document.check_code else "")


def header_text(text: str) -> str:
    """Return a text as the top of printed pages takes it, cut to what the format allows."""
    return text[:_MOST_HEADER].replace("&", "&&")
