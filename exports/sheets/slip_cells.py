"""Turns one cell of a sheet of slips into what it says, or into the problem with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal

from exports.sheets.read import Cell
from exports.sheets.slip_columns import key
from models.questionnaires.form import Form, Node

EARLIEST: Final = dt.date(2000, 1, 1)
_DMY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?:[ T]\d{1,2}:.*)?")
_YMD: Final = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]\d{1,2}:.*)?")
_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_DOSSIER: Final = re.compile(r"[A-Z]\d{2}(?:\.\d{1,4}){1,5}-\d{6}-\d{3,6}", re.IGNORECASE)
_ERROR: Final = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!)")
_CUT: Final = re.compile(r"\s*[;|,\n]\s*")
_YES: Final = frozenset(["hop le", "valid", "1", "x", "co", "true", "dung", "yes", "v", "✓", "✔"])
_NO: Final = frozenset(["khong hop le", "invalid", "0", "khong", "false", "sai", "no", "k"])
_SHORT: Final = 40
_SHOWN: Final = 12


class CellError(Exception):
    """A cell that cannot be read: the code of its sentence and the parameters."""

    def __init__(self, code: str, params: Mapping[str, Any]) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def shorten(value: object) -> str:
    """Return a cell's value for a sentence, at most 40 characters on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def text_of(cell: Cell) -> str:
    """Return a cell as text, blank for None; dates as dd/MM/yyyy."""
    if cell is None:
        return ""
    return cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else str(cell)


def is_error(cell: Cell) -> bool:
    """Return whether the cell holds a spreadsheet's error such as `#REF!`."""
    return isinstance(cell, str) and cell[:1] == "#" and _ERROR.fullmatch(cell) is not None


def looks_like_dossier(code: str) -> bool:
    """Return whether a dossier code has the usual shape (`H15.50.05.13-261008-0975`)."""
    return _DOSSIER.fullmatch(code) is not None


def read_date(cell: Cell, *, today: dt.date) -> dt.date:
    """Return the day of a cell: a spreadsheet date, dd/MM/yyyy or ISO; day before month, always.

    Raises CellError for anything else, for days that do not exist, before 2000 or after `today`.
    """
    day = cell if isinstance(cell, dt.date) else _text_date(text_of(cell))
    if day > today:
        raise CellError("sheets.date_future", {"value": text_of(day)})
    if day < EARLIEST:
        raise CellError("sheets.date_old", {"value": text_of(day)})
    return day


def _text_date(text: str) -> dt.date:
    try:
        if match := _DMY.fullmatch(text.strip()):
            return dt.date(int(match[3]), int(match[2]), int(match[1]))
        if match := _YMD.fullmatch(text.strip()):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise CellError("sheets.date_impossible", {"value": shorten(text)}) from error
    raise CellError("sheets.date_unreadable", {"value": shorten(text)})


def read_status(cell: Cell) -> Literal["valid", "invalid"] | None:
    """Return what a validity cell says, None where it is blank; raises CellError otherwise."""
    said = key(text_of(cell))
    if not said:
        return None
    if said in _YES:
        return "valid"
    if said in _NO:
        return "invalid"
    raise CellError("sheets.status_unknown", {"value": shorten(cell)})


class Options:
    """The ways in which the options of one list may be named: code, label, ordinal digit."""

    def __init__(self, options: Mapping[str, tuple[str, ...]]) -> None:
        self._codes = {code: code for code in options}
        self._keys: dict[str, str | None] = {}
        for code in options:
            self._keys[key(code)] = code
        for code, labels in options.items():
            for label in {key(label) for label in labels}:
                # Two options of one wording: neither is guessed.
                taken = self._keys.get(label, code)
                self._keys[label] = code if taken == code else None
        for place, code in enumerate(options, 1):
            self._keys.setdefault(str(place), code)
        self._names = [(labels or (code,))[0] for code, labels in options.items()]

    def find(self, text: str) -> str | None:
        """Return the code that `text` names, None for none or for two."""
        code = self._codes.get(text)
        if code is None:
            code = self._keys.get(key(text))
            if code is not None:
                # A list repeats a few wordings thousands of times.
                self._codes[text] = code
        return code

    def unknown(self, text: str) -> CellError:
        """Return the problem of a text that names no option, with the options there are."""
        names = [shorten(name) for name in self._names[:_SHOWN]]
        more = "; …" if len(self._names) > _SHOWN else ""
        allowed = "; ".join(f"{place} = {name}" for place, name in enumerate(names, 1)) + more
        return CellError("sheets.option_unknown", {"value": shorten(text), "allowed": allowed})


Answer = str | tuple[str, ...]
Reader = Callable[[Cell], Answer]


def answer_reader(form: Form, node: Node) -> Reader:
    """Return the function that reads this question's filled cells; it raises CellError."""
    if node.kind in ("select_one", "select_multiple"):
        options = Options(
            {choice.name: _labels(form, choice.labels) for choice in form.choices(node)}
        )
        if node.kind == "select_one":
            return lambda cell: _one(options, text_of(cell))
        return lambda cell: _several(options, text_of(cell))
    return _READERS.get(node.kind, text_of)


def _labels(form: Form, labels: Mapping[str, str]) -> tuple[str, ...]:
    first = form.text(labels)
    return (first, *(label for label in labels.values() if label != first)) if first else ()


def _one(options: Options, text: str) -> str:
    found = options.find(text)
    if found is None:
        raise options.unknown(text)
    return found


def _several(options: Options, text: str) -> tuple[str, ...]:
    found = options.find(text)
    if found is not None:
        return (found,)
    words = text.split()
    pieces = words if all(options.find(word) for word in words) else _CUT.split(text)
    chosen = dict.fromkeys(_one(options, piece) for piece in pieces if piece)
    return tuple(chosen)


def _number(cell: Cell) -> Decimal:
    text = text_of(cell).replace(" ", "")
    if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", text) and isinstance(cell, str):
        text = text.replace(".", "")
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise CellError("sheets.not_a_number", {"value": shorten(cell)}) from error
    if not number.is_finite():
        raise CellError("sheets.not_a_number", {"value": shorten(cell)})
    return number


def _integer(cell: Cell) -> str:
    number = _number(cell)
    if number != number.to_integral_value() or number.adjusted() > 30:
        raise CellError("sheets.not_whole", {"value": shorten(cell)})
    return str(int(number))


def _decimal(cell: Cell) -> str:
    return format(_number(cell), "f")


def _date(cell: Cell) -> str:
    day = cell if isinstance(cell, dt.date) else _text_date(text_of(cell))
    return day.isoformat()


def _time(cell: Cell) -> str:
    match = _TIME.fullmatch(text_of(cell).strip())
    if match is None:
        raise CellError("sheets.time_unreadable", {"value": shorten(cell)})
    hour, minute, second = int(match[1]), match[2], match[3] or "00"
    return f"{hour:02d}:{minute}" + ("" if second == "00" else f":{second}")


_READERS: Final[Mapping[str, Reader]] = {
    "integer": _integer, "decimal": _decimal, "date": _date, "time": _time,
}  # fmt: skip
