"""Turns the cells of one column of a household list into stored values, telling what is wrong.

Half a million cells pass here: what is common is told apart first, and what repeats is read once.
The results are those of `models.households.values.stored`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol

from exports.sheets.household_names import header_key
from exports.sheets.read import Cell
from exports.sheets.slip_cells import CellError, is_error, read_date, shorten, text_of
from models.errors import UserError
from models.households.codes import restore_code, restore_place_id
from models.households.coordinates import read_place
from models.households.naming import hamlet_name
from models.households.phones import read_phone
from models.households.readings import Reading
from models.households.records import Place
from models.households.values import stored

_LONGEST: Final = 500
_NONE: Final = frozenset(
    ["khong", "khong co", "chua", "chua co", "chua cap", "chua duoc cap", "chua co ma", "khong ro",
     "n a", "null", "none", "nil", "0", "x"]
)  # fmt: skip
_YES: Final = frozenset(
    ["x", "co", "da gan", "roi", "da gan bien", "1", "true", "yes", "v", "da lap", "da lap bien",
     "da co", "da", "xong", "hoan thanh", "da hoan thanh", "da cap", "gan roi", "da gan roi",
     "dung"]
)  # fmt: skip
_NO: Final = frozenset(
    ["", "chua", "chua gan", "khong", "0", "false", "no", "chua co", "chua gan bien", "khong gan",
     "chua lap", "k", "khong co", "chua lap bien", "chua hoan thanh", "chua xong", "chua cap"]
)  # fmt: skip
_TICKS: Final = frozenset("✓✔☑☒✗xX")
# Days as a spreadsheet counts them where the cell lost its format: 1990 to 2080.
_DAY_ZERO: Final = dt.date(1899, 12, 30)
_DAYS: Final = (32_874, 65_745)


class Report(Protocol):
    """Takes what is wrong with the cell at a position of the column; a note rejects nothing."""

    def __call__(
        self, position: int, code: str, /, *, note: bool = False, **params: Any
    ) -> None:
        """Add the problem or note."""


def texts(cells: Sequence[Cell], field: str, report: Report) -> list[str]:
    """Return the cells as stored text, "" for blank ones and those that are wrong."""
    if _are_plain(cells):
        return [str(cell or "") for cell in cells]
    return [
        cell
        if type(cell) is str
        and cell.isprintable()
        and "  " not in cell
        and cell[0] != "#"
        and len(cell) <= _LONGEST
        else _text(position, cell, field, report)
        for position, cell in enumerate(cells)
    ]


def _are_plain(cells: Sequence[Cell]) -> bool:
    """Say whether all cells are text that is stored as it stands, looking at them all at once."""
    if not set(map(type, cells)) <= {str, type(None)}:
        return False
    filled = [str(cell) for cell in cells if cell]
    joined = "|".join(filled)
    plain = joined.isprintable() and "  " not in joined and "#" not in joined
    return plain and max(map(len, filled), default=0) <= _LONGEST


def _text(position: int, cell: Cell, field: str, report: Report) -> str:
    if cell is None:
        return ""
    if is_error(cell):
        report(position, "sheets.error_cell", value=shorten(cell))
        return ""
    try:
        return str(stored(field, text_of(cell)) or "")
    except UserError as error:
        report(position, error.code, **error.params)
        return ""


def names(cells: Sequence[Cell], report: Report) -> list[str]:
    """Return names as stored text; one without a letter, or that is no text, is told in a note."""
    found = texts(cells, "name", report)
    for position, (cell, name) in enumerate(zip(cells, found, strict=True)):
        if name and (type(cell) is not str or not any(map(str.isalpha, name))):
            report(position, "households.name_no_letters", note=True)
    return found


def house_numbers(cells: Sequence[Cell], report: Report) -> list[str]:
    """Return house numbers; one that a spreadsheet made a date (`12/3`) is told and put back."""
    numbers: list[Cell] = list(cells)
    for position, cell in enumerate(cells):
        day = cell
        if isinstance(cell, str) and cell.count("/") == 2 and cell[-4:].isdecimal():
            day = _written_day(cell)
        if isinstance(day, dt.date):
            numbers[position] = number = f"{day.day}/{day.month}"
            report(position, "households.house_date", note=True, value=number)
    return texts(numbers, "house_number", report)


def _written_day(cell: str) -> Cell:
    """Return the day that a text file has as text, the text itself where it is none."""
    try:
        return read_date(cell, today=dt.date.max)
    except CellError:
        return cell


def hamlets(cells: Sequence[Cell], kind: str, report: Report) -> list[str]:
    """Return hamlets in their one form; `kind` stands before a bare number."""
    known: dict[Cell, str] = {None: ""}
    out: list[str] = []
    for position, cell in enumerate(cells):
        found = known.get(cell)
        if found is None:
            text = _text(position, cell, "hamlet", report)
            if kind and text.isdecimal():
                text = f"{kind} {text}"
            found = hamlet_name(text)
            if not is_error(cell):
                known[cell] = found
        out.append(found)
    return out


def phones(cells: Sequence[Cell], report: Report) -> list[str | None]:
    """Return telephone numbers; one that cannot be read is dropped and told in a note."""
    return [
        cell
        if type(cell) is str
        and len(cell) == 10
        and cell[0] == "0"
        and cell[1] in "35789"
        and cell.isascii()
        and cell.isdigit()
        else _reading(position, cell, read_phone, report, note=True)
        for position, cell in enumerate(cells)
    ]


def codes(cells: Sequence[Cell], report: Report) -> list[str | None]:
    """Return digital address codes; a zero that a spreadsheet dropped is put back and told."""
    return [
        cell
        if type(cell) is str and len(cell) == 10 and cell.isascii() and cell.isdigit()
        else _reading(position, cell, restore_code, report, told="households.code_restored")
        for position, cell in enumerate(cells)
    ]


def place_ids(cells: Sequence[Cell], report: Report) -> list[str | None]:
    """Return place identifiers of twelve digits."""
    return [
        cell
        if type(cell) is str and len(cell) == 12 and cell.isascii() and cell.isdigit()
        else _reading(position, cell, restore_place_id, report)
        for position, cell in enumerate(cells)
    ]


def _reading(
    position: int, cell: Cell, read: Callable[[object], Reading], report: Report,
    *, note: bool = False, told: str = "",
) -> str | None:  # fmt: skip
    if cell is None or (isinstance(cell, str) and header_key(cell) in _NONE):
        return None
    if is_error(cell):
        report(position, "sheets.error_cell", value=shorten(cell), note=note)
        return None
    found = read(cell)
    if found.problem:
        report(position, found.problem, note=note, value=shorten(text_of(cell)))
    elif found.is_restored and told:
        report(position, told, note=True, value=found.value)
    return found.value


_Stored = dict[str, Any] | None


def pairs(lats: Sequence[Cell], lons: Sequence[Cell], report: Report) -> list[_Stored]:
    """Return places from two columns of degrees; the usual numbers take a short way."""
    out: list[_Stored] = []
    for position, (lat, lon) in enumerate(zip(lats, lons, strict=True)):
        if lat is None and lon is None:
            out.append(None)
        elif type(lat) is float and type(lon) is float and 8 <= lat <= 24 and 102 <= lon <= 118:
            out.append(
                {"lat": round(lat, 7), "lon": round(lon, 7), "source": "list", "accuracy": None}
            )
        elif not lat and not lon:
            # Zeros for both are how programs write that nothing is known.
            out.append(None)
        else:
            out.append(_place(position, f"{_degrees(lat)}; {_degrees(lon)}", report))
    return out


def places(cells: Sequence[Cell], report: Report) -> list[_Stored]:
    """Return places from one column: two numbers, a map's link or a plus code."""
    return [
        None
        if cell is None or (isinstance(cell, str) and header_key(cell) in _NONE)
        else _place(position, text_of(cell), report)
        for position, cell in enumerate(cells)
    ]


def _degrees(cell: Cell) -> str:
    text = text_of(cell).strip()
    # A comma is Vietnam's decimal point; alone in a column it cannot part two numbers.
    return text.replace(",", ".") if text.count(",") == 1 else text


def _place(position: int, text: str, report: Report) -> _Stored:
    if is_error(text):
        report(position, "sheets.error_cell", value=shorten(text))
        return None
    try:
        found = read_place(text)
    except UserError as error:
        report(position, "households.place_of_row", value=shorten(text))
        del error
        return None
    for warning in found.warnings:
        report(position, warning.code, note=True, **warning.params)
    place = found.place
    value: Mapping[str, Any] = stored("place", Place(place.lat, place.lon, "list", place.accuracy))
    return dict(value)


def days(cells: Sequence[Cell], today: dt.date, report: Report) -> list[str | None]:
    """Return days as stored text; one that cannot be read is dropped and told in a note."""
    known: dict[Cell, str | None] = {None: None}
    out: list[str | None] = []
    for position, cell in enumerate(cells):
        if cell in known:
            out.append(known[cell])
            continue
        day: str | None = None
        try:
            day = _day(cell, today)
        except CellError as error:
            report(position, error.code, note=True, **error.params)
        else:
            known[cell] = day
        out.append(day)
    return out


def _day(cell: Cell, today: dt.date) -> str | None:
    if isinstance(cell, str) and header_key(cell) in _NONE:
        return None
    if isinstance(cell, int) and _DAYS[0] <= cell <= _DAYS[1]:
        cell = _DAY_ZERO + dt.timedelta(days=cell)
    return read_date(cell, today=today).isoformat()


def plates(
    cells: Sequence[Cell], today: dt.date, report: Report
) -> tuple[list[bool], list[str | None]]:
    """Return whether plates are attached, and the days that stand in the same column.

    A blank cell means no; words that say neither yes nor no are told in a note and mean no.
    """
    known: dict[Cell, tuple[bool, str | None]] = {None: (False, None)}
    out: list[tuple[bool, str | None]] = []
    for position, cell in enumerate(cells):
        found = known.get(cell)
        if found is None:
            read = _plate(cell, today)
            if read is None:
                report(position, "households.plate_unclear", note=True, value=shorten(cell))
            else:
                known[cell] = read
            found = read or (False, None)
        out.append(found)
    return [attached for attached, _ in out], [day for _, day in out]


def _plate(cell: Cell, today: dt.date) -> tuple[bool, str | None] | None:
    text = text_of(cell).strip()
    if text in _TICKS:
        return True, None
    said = header_key(text)
    if said in _YES or said in _NO:
        return said in _YES, None
    try:
        return True, read_date(cell, today=today).isoformat()
    except CellError:
        return None
