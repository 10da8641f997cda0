"""Writes a document's records as CSV that spreadsheets open rightly and safely.

UTF-8 with a byte order mark, commas, CRLF, decimal point. A text that a spreadsheet would read as
a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from io import StringIO
from typing import Final

from exports.document import Cell, Document

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def render(document: Document) -> bytes:
    """Return the records of `document` after one line of headings; empty without records."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if document.records is not None:
        writer.writerow([neutral(text) for text in document.records.headings])
        writer.writerows([neutral(cell) for cell in row] for row in document.records.rows)
    return BOM_UTF8 + out.getvalue().encode()


def neutral(cell: Cell) -> str:
    """Return a cell as CSV text; numbers stay numbers, also negative ones."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return str(cell)
