"""Writes plain tables as an .xlsx: real dates and numbers, text as text, a frozen header."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.errors import UserError

_MAX_TEXT: Final = 32_767
_MAX_ROWS: Final = 1_048_575
_WIDEST: Final = 60
_MEASURED_ROWS: Final = 200
# Fixed, so that the same slips give the same bytes.
_CREATED: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's name, its header and its rows; cells are text, numbers, dates or None."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str | int | float | dt.date | None]]


def workbook_bytes(tables: Sequence[Table], file: str) -> bytes:
    """Return the workbook; UserError `sheets.too_long` for text that no cell can hold.

    It is built in memory: temporary files would leave personal data on the disk.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": _CREATED})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1}),
        "text": book.add_format({"num_format": "@", "valign": "top"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
    }
    for table in tables:
        if len(table.rows) > _MAX_ROWS:
            raise UserError("sheets.too_many_rows", file=file, rows=_MAX_ROWS)
        _write_table(book.add_worksheet(table.name), table, formats, file)
    book.close()
    return content.getvalue()


def _write_table(sheet: Any, table: Table, formats: dict[str, Any], file: str) -> None:
    for place, header in enumerate(table.header):
        sheet.write_string(0, place, header, formats["head"])
        sheet.set_column(place, place, _width(table, place))
    for number, row in enumerate(table.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(number, place, value, formats["date"])
            elif isinstance(value, str):
                if len(value) > _MAX_TEXT:
                    raise UserError(
                        "sheets.too_long", file=file, row=number + 1, column=table.header[place]
                    )
                sheet.write_string(number, place, value, formats["text"])
            elif value is not None:
                sheet.write_number(number, place, value)
    sheet.freeze_panes(1, 0)
    if table.header:
        sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)


def _width(table: Table, place: int) -> int:
    longest = max((len(str(row[place] or "")) for row in table.rows[:_MEASURED_ROWS]), default=0)
    return min(max(longest, len(table.header[place]), 8) + 2, _WIDEST)
