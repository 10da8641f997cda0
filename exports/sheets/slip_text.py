"""Converts a sheet's old Vietnamese text to Unicode, column by column, and finds its header.

Columns are judged apart, since one file often mixes a Unicode header with old text below; a column
with too little text of its own follows the rest of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from exports.sheets import legacy
from exports.sheets.legacy import Encoding, Preview
from exports.sheets.read import Cell, Row, Sheet
from exports.sheets.slip_cells import text_of
from exports.sheets.slip_columns import SEARCHED_ROWS, Columns

_SAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class Converted:
    """The sheet's rows in Unicode, its header where there is one, and what conversion did."""

    rows: list[Row]
    columns: Columns | None
    preview: Preview


def name_of(encoding: Encoding) -> str:
    """Return the name that people know an encoding by."""
    return legacy.NAMES[encoding]


def convert_sheet(
    sheet: Sheet, find: Callable[[Sequence[Sequence[str]]], Columns | None]
) -> Converted:
    """Return the sheet converted; texts that are Unicode already stay as they are."""
    rows = sheet.rows
    width = len(rows[0])
    whole = legacy.recognise(set().union(*(_marked(rows, place) for place in range(width))))
    columns = _find(rows[:SEARCHED_ROWS], whole, find)
    below = rows[columns.row + 1 :] if columns else rows
    verdicts = [_verdict(_marked(below, place), whole) for place in range(width)]
    samples: dict[str, str] = {}
    if not any(verdict in ("tcvn3", "vni") for verdict in verdicts):
        return Converted(rows, columns, _plain_preview(sheet, whole, rows))
    converted = [_convert_row(row, verdicts, samples) for row in below]
    found: Encoding = "tcvn3" if "tcvn3" in verdicts else "vni"
    top = rows[: columns.row + 1] if columns else []
    return Converted([*top, *converted], columns, Preview(found, tuple(samples.items())))


def _plain_preview(sheet: Sheet, whole: Encoding, rows: list[Row]) -> Preview:
    if sheet.decomposed:
        return Preview("nfd", sheet.decomposed)
    if whole in ("tcvn3", "vni"):
        return legacy.preview(_texts(cell for row in rows for cell in row), whole)
    return Preview("unicode")


def _texts(cells: Iterable[object]) -> Iterable[str]:
    return (cell for cell in cells if isinstance(cell, str))


def _marked(rows: list[Row], place: int) -> set[str]:
    """The distinct texts of a column that hold more than ASCII."""
    return {cell for row in rows if type(cell := row[place]) is str and not cell.isascii()}


def _verdict(marked: set[str], whole: Encoding) -> Encoding:
    own = legacy.recognise(marked)
    if own in ("tcvn3", "vni") or whole not in ("tcvn3", "vni"):
        return own
    # Nothing in it speaks for Unicode alone, so it follows the file.
    return whole if all(char <= "\xff" for text in marked for char in text) else own


def _convert_row(row: Row, verdicts: list[Encoding], samples: dict[str, str]) -> Row:
    changed: list[Cell] = []
    for cell, verdict in zip(row, verdicts, strict=True):
        if isinstance(cell, str) and not cell.isascii() and verdict in ("tcvn3", "vni"):
            after = legacy.convert(cell, verdict)
            if after != cell and len(samples) < _SAMPLES:
                samples[cell] = after
            changed.append(after)
        else:
            changed.append(cell)
    return tuple(changed)


def _find(
    rows: list[Row],
    whole: Encoding,
    find: Callable[[Sequence[Sequence[str]]], Columns | None],
) -> Columns | None:
    """The header as it stands or, where that finds more, in the encoding it was typed in."""
    plain = [[text_of(cell) for cell in row] for row in rows]
    best = find(plain)
    candidates: list[Encoding] = ["tcvn3", "vni"]
    for encoding in candidates:
        if encoding not in {whole, *(legacy.recognise(row) for row in plain)}:
            continue
        found = find([[legacy.convert(text, encoding) for text in row] for row in plain])
        if found is not None and (best is None or _size(found) > _size(best)):
            best = found
    return best


def _size(columns: Columns) -> int:
    return len(columns.fields) + len(columns.questions)
