"""Writes slips for SPSS: a syntax file with all labels, and the data as CSV beside it.

A .sav needs a C library that is not worth carrying; SPSS and PSPP read this pair by running the
syntax. Options are numbered 1..n in the form's order; a question with several answers becomes one
0/1 variable for each option.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from exports.sheets.apostrophe import neutralise
from exports.sheets.slip_cells import Answer
from exports.sheets.slip_columns import FIELDS, sheet_questions
from models.questionnaires.form import Form, Node
from models.store.files import write_atomically
from models.text import search_key, tidy

_FIELDS: Final = ("unit", "date", "number", "channel", "status", "reason", "note", "dossier")
_VARIABLES: Final = (
    "don_vi", "ngay", "so_phieu", "kenh", "hop_le", "ly_do", "ghi_chu", "ma_ho_so",
)  # fmt: skip
_RESERVED: Final = frozenset(
    {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
)
_NAME_LENGTH: Final = 60
_LABEL_BYTES: Final = 250
_VALUE_BYTES: Final = 118
_TEXT_BYTES: Final = 32_000


@dataclass(slots=True)
class _Variable:
    name: str
    label: str
    values: Mapping[str, str] = field(default_factory=dict)
    column: list[str] = field(default_factory=list)
    kind: str = "text"

    def format(self) -> str:
        if self.kind == "text":
            width = max((len(value.encode()) for value in self.column), default=0)
            return f"A{min(max(width, 1), _TEXT_BYTES)}"
        return {"date": "SDATE10", "code": "F4.0", "integer": "F20.0"}.get(self.kind, "F20.6")


def data_path(path: Path) -> Path:
    """Return where the data of a syntax file lies: `phieu.sps` has `phieu_spss.csv`."""
    return path.with_name(f"{path.stem}_spss.csv")


def write(
    path: Path, rows: Sequence[tuple[Sequence[object], Mapping[str, Answer]]], form: Form
) -> int:
    """Write data, then syntax; return the number of rows. KnownError `sheets.disk` if it fails.

    Each row is the fields in the export's order and the answers.
    """
    variables = _variables(rows, form)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([variable.name for variable in variables])
    writer.writerows(zip(*(variable.column for variable in variables), strict=True))
    write_atomically(data_path(path), text.getvalue().encode("utf-8-sig"), refused="sheets.disk")
    syntax = _syntax(variables, data_path(path).name)
    write_atomically(path, syntax.encode("utf-8-sig"), refused="sheets.disk")
    return len(rows)


def _variables(
    rows: Sequence[tuple[Sequence[object], Mapping[str, Answer]]], form: Form
) -> list[_Variable]:
    taken: set[str] = set()
    variables = []
    for place, (name, variable) in enumerate(zip(_FIELDS, _VARIABLES, strict=True)):
        made = _Variable(_unique(variable, taken), FIELDS[name][0])
        if name == "status":
            made.kind, made.values = "code", {"1": "Hợp lệ", "0": "Không hợp lệ"}
            made.column = ["1" if fields[place] == "Hợp lệ" else "0" for fields, _ in rows]
        elif name == "date":
            made.kind = "date"
            made.column = [_day(fields[place]) for fields, _ in rows]
        else:
            made.column = [_text(fields[place]) for fields, _ in rows]
        variables.append(made)
    for node in sheet_questions(form):
        variables += _question(node, form, [answers.get(node.name) for _, answers in rows], taken)
    return variables


def _question(
    node: Node, form: Form, answers: Sequence[Answer | None], taken: set[str]
) -> list[_Variable]:
    label = form.text(node.labels) or node.name
    codes = {choice.name: str(place) for place, choice in enumerate(form.choices(node), 1)}
    if node.kind == "select_multiple":
        return [
            _Variable(
                _unique(f"{node.name}_{place}", taken),
                f"{label}: {form.text(choice.labels) or choice.name}",
                {"1": "Có", "0": "Không"},
                ["" if a is None else str(int(choice.name in a)) for a in answers],
                "code",
            )
            for place, choice in enumerate(form.choices(node), 1)
        ]
    made = _Variable(_unique(node.name, taken), label)
    if node.kind == "select_one":
        made.kind = "code"
        made.values = {
            codes[choice.name]: form.text(choice.labels) or choice.name
            for choice in form.choices(node)
        }
        made.column = ["" if a is None else codes.get(str(a), "") for a in answers]
    elif node.kind in ("integer", "decimal"):
        made.kind = node.kind
        made.column = ["" if a is None else str(a) for a in answers]
    elif node.kind == "date":
        made.kind = "date"
        made.column = ["" if a is None else str(a).replace("-", "/") for a in answers]
    else:
        made.column = [_text(a) for a in answers]
    return [made]


def _day(value: object) -> str:
    return value.strftime("%Y/%m/%d") if isinstance(value, dt.date) else ""


def _text(value: object) -> str:
    # A line break would start a new case.
    return "" if value is None else neutralise(tidy(str(value)))


def _unique(name: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9_]+", "_", search_key(name)).strip("_")[:_NAME_LENGTH]
    if not plain or not plain[0].isalpha() or plain in _RESERVED:
        plain = f"v_{plain}"
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}_{number}", number + 1
    taken.add(made)
    return made


def _syntax(variables: Sequence[_Variable], data: str) -> str:
    lines = [
        "* Chạy toàn bộ tệp này trong SPSS, với thư mục làm việc là thư mục chứa tệp dữ liệu.",
        "SET DECIMAL=DOT.",
        f"GET DATA /TYPE=TXT /FILE={_quoted(data, 1000)}",
        "  /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE /DELIMITERS=\",\"",
        "  /QUALIFIER='\"' /FIRSTCASE=2 /VARIABLES=",
        *(f"  {variable.name} {variable.format()}" for variable in variables),
        "  .",
        "VARIABLE LABELS",
        *(f"  {variable.name} {_quoted(variable.label, _LABEL_BYTES)}" for variable in variables),
        "  .",
        *_value_labels(variables),
        "EXECUTE.",
    ]
    return "\r\n".join(lines) + "\r\n"


def _value_labels(variables: Sequence[_Variable]) -> list[str]:
    lines = ["VALUE LABELS"]
    for variable in variables:
        if variable.values:
            lines.append(f"  /{variable.name}")
            lines += [
                f"    {code} {_quoted(label, _VALUE_BYTES)}"
                for code, label in variable.values.items()
            ]
    return [*lines, "  ."]


def _quoted(text: str, limit: int) -> str:
    cut = tidy(text).encode()[:limit].decode(errors="ignore")
    return "'" + cut.replace("'", "''") + "'"
