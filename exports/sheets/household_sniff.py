"""Tells what a column holds by its cells, where no header says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final

from exports.sheets.read import Cell
from models.text import search_key

SAMPLE: Final = 200
_FEWEST: Final = 3
_MOST: Final = 0.8
_SPACING: Final = re.compile(r"[\s.\-']+")
_CODE: Final = re.compile(r"\d{10}")
_PHONE: Final = re.compile(r"(?:0|\+?84)?[35789]\d{8}|(?:0|\+?84)2\d{9}")
_CITIZEN: Final = re.compile(r"0\d{2}[0-3]\d{8}")
_HAMLET: Final = re.compile(
    r"(?:khu(?: pho| dan cu)?|thon|to(?: dan pho)?|tdp|kp|xom|ban|ap)[. ]+\S.*"
    r"|[kt][. ]?\d{1,2}[a-z]?"
)
_WARD: Final = re.compile(r"(?:phuong|p\.|xa|x\.) ?\S.*")
_PLACE: Final = re.compile(r"\s*\(?-?\d{1,3}[.,]\d{3,}\s*[,; ]\s*-?\d{1,3}[.,]\d{3,}\)?\s*")
_HOUSE: Final = re.compile(r"(?:so (?:nha )?)?\d{1,4}[a-z]?(?:[/\-]\d{1,4}[a-z]?)*")
# Nine in ten Vietnamese bear one of these.
_NAMES: Final = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh luong trinh doan"
    " mai dao ha cao ta lam lai luu nghiem to tong truong van chu vuong bach diep dam giang khuc la"
    " lu mac ngac nong phung quach tang thai thach than tieu tu ung vi"
)
_FAMILIES: Final = frozenset(_NAMES.split())
_LATITUDES: Final = (8.0, 24.0)
_LONGITUDES: Final = (102.0, 118.0)


def sample(rows: Sequence[Sequence[Cell]], column: int) -> list[Cell]:
    """Return up to `SAMPLE` filled cells of a column, from all over its length."""
    step = max(1, len(rows) // (2 * SAMPLE))
    cells = (row[column] for row in islice(rows, 0, None, step))
    return list(islice((cell for cell in cells if cell is not None), SAMPLE))


def what(cells: Sequence[Cell], *, words: bool) -> str | None:
    """Return the field or helper that the cells of a column hold, None where nothing is sure.

    `words` also looks for names, hamlets, wards and addresses, which many columns resemble.
    """
    if len(cells) < _FEWEST:
        return None
    for field, fit in (*_EXACT, *(_WORDY if words else ())):
        if _share(cells, fit) >= _MOST:
            return field
    return None


def fits(field: str, cell: Cell) -> bool:
    """Say whether a cell is one of those that `what` calls by a field."""
    return any(fit(cell) for name, fit in (*_EXACT, *_WORDY) if name == field)


def contradicts(field: str, cells: Sequence[Cell]) -> bool:
    """Say whether the cells under a header speak against what it says."""
    tests = [fit for name, fit in (*_EXACT, *_WORDY) if name == field]
    if field not in ("code", "phone", "lat", "lon") or len(cells) < _FEWEST:
        return False
    return _share(cells, tests[0]) < 0.2 and what(cells, words=True) is not None


def are_identity_numbers(cells: Sequence[Cell]) -> bool:
    """Say whether most of the cells are numbers of identity cards, which are never kept."""
    return bool(cells) and _share(cells, _is_citizen) >= 0.5


def are_given_names(cells: Sequence[Cell]) -> bool:
    """Say whether the cells are single words of letters: the last part of names cut in two."""
    return len(cells) >= _FEWEST and _share(cells, _is_word) >= 0.9


def _share(cells: Sequence[Cell], fit: Callable[[Cell], bool]) -> float:
    return sum(map(fit, cells)) / len(cells)


def _digits(cell: Cell) -> str:
    if isinstance(cell, str):
        return _SPACING.sub("", cell)
    return str(cell) if isinstance(cell, int) else ""


def _is_citizen(cell: Cell) -> bool:
    text = _digits(cell)
    # A spreadsheet that took the number for one dropped its zero.
    return bool(_CITIZEN.fullmatch(text.zfill(12) if len(text) == 11 else text))


def _is_phone(cell: Cell) -> bool:
    return bool(_PHONE.fullmatch(_digits(cell)))


def _is_code(cell: Cell) -> bool:
    return bool(_CODE.fullmatch(_digits(cell))) and not _is_phone(cell)


def _number(cell: Cell) -> float | None:
    if isinstance(cell, (int, float)):
        return float(cell)
    try:
        return float(cell.replace(",", ".")) if isinstance(cell, str) else None
    except ValueError:
        return None


def _within(bounds: tuple[float, float]) -> Callable[[Cell], bool]:
    def fit(cell: Cell) -> bool:
        number = _number(cell)
        # Whole numbers are ages or counts.
        return number is not None and bounds[0] < number < bounds[1] and number % 1 != 0

    return fit


def _matching(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: isinstance(cell, str) and bool(pattern.fullmatch(search_key(cell)))


def _is_name(cell: Cell) -> bool:
    if not isinstance(cell, str) or any(char.isdecimal() or char in ",;/" for char in cell):
        return False
    words = search_key(cell).split()
    return 2 <= len(words) <= 6 and words[0] in _FAMILIES


def _is_address(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) >= 12 and len(cell.split()) >= 4


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.isalpha() and len(cell) <= 10


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, dt.date)


_Test = tuple[str, Callable[[Cell], bool]]
_EXACT: Final[Iterable[_Test]] = (
    ("identity", _is_citizen),
    ("phone", _is_phone),
    ("code", _is_code),
    ("lat", _within(_LATITUDES)),
    ("lon", _within(_LONGITUDES)),
    ("place", _matching(_PLACE)),
)
_WORDY: Final[Iterable[_Test]] = (
    ("hamlet", _matching(_HAMLET)),
    ("unit", _matching(_WARD)),
    ("name", _is_name),
    ("plate_on", _is_day),
    ("address", _is_address),
    ("house_number", _matching(_HOUSE)),
)
