"""Finds the header of a sheet of slips and says what each column holds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.errors import Problem
from models.questionnaires.form import Form, Node
from models.text import search_key

SEARCHED_ROWS: Final = 20
# The first name of each is the one that is written.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "unit": ("Mã đơn vị", "unit", "đơn vị", "tên đơn vị", "unit code", "mã dv"),
    "date": ("Ngày thu phiếu", "date", "ngày", "ngày thu", "ngày phiếu", "collected on"),
    "number": ("Số phiếu", "number", "slip number", "số thứ tự phiếu", "mã phiếu"),
    "channel": ("Kênh", "channel", "kênh thu", "hình thức", "hình thức thu"),
    "status": ("Hợp lệ", "status", "tình trạng", "trạng thái", "phiếu hợp lệ", "valid"),
    "invalid": ("Không hợp lệ", "phiếu không hợp lệ", "invalid"),
    "reason": ("Lý do", "reason", "lý do không hợp lệ"),
    "note": ("Ghi chú", "note", "notes", "ý kiến khác"),
    "id": ("Định danh phiếu", "id", "uuid", "slip id"),
    "dossier": ("Mã hồ sơ", "dossier", "số hồ sơ", "mã số hồ sơ"),
}
LEGEND: Final = "Giải thích"
_ALIKE: Final = 0.8
_NUMBERING: Final = re.compile(r"^(?:cau(?: hoi)?\s*)?\d{1,2}\s*[.):\-]\s*")
_ENDS: Final = " .:;?*"


@dataclass(frozen=True, slots=True)
class Columns:
    """What was found: places count from 0; `row` is the header's index in the sheet's rows."""

    row: int
    fields: Mapping[str, int]
    questions: Mapping[str, int]
    headers: tuple[str, ...]
    unknown: tuple[int, ...]
    problems: tuple[Problem, ...]

    def header(self, field: str) -> str:
        """Return the text above a field's column, its written name where it has no column."""
        place = self.fields.get(field)
        return FIELDS[field][0] if place is None else self.headers[place]


def key(text: str) -> str:
    """Return the form in which headers, options and codes are compared."""
    return search_key(text.replace("_", " ")).strip(_ENDS)


def sheet_questions(form: Form) -> tuple[Node, ...]:
    """Return the questions that fit one row a slip: all but those inside repeats."""
    inside = {
        node.path for repeat in form.nodes() if repeat.kind == "repeat" for node in repeat.walk()
    }
    return tuple(node for node in form.questions() if node.path not in inside)


def find_columns(rows: Sequence[Sequence[str]], form: Form) -> Columns | None:
    """Return the columns of the best header within the first rows, None where there is none.

    `rows` are the texts of the first rows. The first row with the most columns recognised wins; it
    needs two at least.
    """
    names = _names(form)
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        found = len({_recognise(header, names) for header in row} - {None})
        if found >= 2 and (best is None or found > best[1]):
            best = (index, found)
    return None if best is None else _columns(best[0], rows[best[0]], form, names)


_Names = tuple[Mapping[str, str], Mapping[str, str]]


def _names(form: Form) -> _Names:
    """The exact codes of questions, and the keys of everything: `field:unit`, `question:code`."""
    questions = sheet_questions(form)
    exact = {node.name: f"question:{node.name}" for node in questions}
    keys: dict[str, str] = {}
    for field, aliases in FIELDS.items():
        for alias in aliases:
            keys.setdefault(key(alias), f"field:{field}")
        keys.setdefault(key(field), f"field:{field}")
    # Headers as commune clerks type them where diacritics are lost to an underscore.
    keys |= {"don vi": "field:unit", "ngay": "field:date", "ma ho so": "field:dossier"}
    for node in questions:
        keys.setdefault(key(node.name), f"question:{node.name}")
    for node in questions:
        for label in node.labels.values():
            keys.setdefault(_label_key(label), f"question:{node.name}")
    return exact, keys


def _label_key(label: str) -> str:
    return _NUMBERING.sub("", key(label)).strip(_ENDS)


def _recognise(header: str, names: _Names) -> str | None:
    exact, keys = names
    if not header.strip():
        return None
    return exact.get(header.strip()) or keys.get(key(header)) or keys.get(_label_key(header))


def _columns(index: int, row: Sequence[str], form: Form, names: _Names) -> Columns:
    found: dict[str, int] = {}
    unknown: list[int] = []
    problems: list[Problem] = []
    for place, header in enumerate(row):
        name = _recognise(header, names)
        if name is None:
            if header.strip():
                unknown.append(place)
        elif name in found:
            problems.append(Problem("sheets.column_twice", column=header))
        else:
            found[name] = place
    questions = {name[9:]: place for name, place in found.items() if name.startswith("question:")}
    problems += _misspelt((row[place] for place in unknown), form, questions)
    fields = {name[6:]: place for name, place in found.items() if name.startswith("field:")}
    return Columns(index, fields, questions, tuple(row), tuple(unknown), tuple(problems))


def _misspelt(headers: Iterable[str], form: Form, found: Mapping[str, int]) -> list[Problem]:
    missing = [node for node in sheet_questions(form) if node.name not in found]
    problems = []
    for header in headers:
        meant = _nearest(_label_key(header), missing)
        if meant is not None:
            problems.append(
                Problem("sheets.column_misspelt", column=header, params={"meant": meant})
            )
    return problems


def _nearest(header: str, questions: Iterable[Node]) -> str | None:
    best, best_score = None, _ALIKE
    for node in questions:
        for name in (key(node.name), *map(_label_key, node.labels.values())):
            begins = len(header) >= 12 and name.startswith(header)
            score = 1.0 if begins else difflib.SequenceMatcher(None, header, name).ratio()
            if score >= best_score:
                best, best_score = node.name, score
    return best
