"""What the headers of an XLSForm's sheets mean, and which standard ones are not supported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from models.errors import Problem
from models.questionnaires.workbook import Row, Sheet

ALIASES: Final = {
    "survey": {
        "command": "type", "tag": "name", "caption": "label", "relevance": "relevant",
        "readonly": "read_only", "requiredmsg": "required_message",
        "constraining_message": "constraint_message", "calculate": "calculation",
        "count": "repeat_count", "jr:count": "repeat_count",
    },
    "choices": {"value": "name", "caption": "label"},
    "settings": {
        "set_form_title": "form_title", "title": "form_title", "set_form_id": "form_id",
        "id_string": "form_id",
    },
    "checks": {},
}  # fmt: skip
KNOWN: Final = {
    "survey": frozenset({
        "type", "name", "label", "hint", "relevant", "required", "required_message", "read_only",
        "constraint", "constraint_message", "calculation", "default", "choice_filter",
        "repeat_count", "appearance", "disabled",
    }),
    "choices": frozenset({"list_name", "name", "label", "points", "always_told"}),
    "settings": frozenset({
        "form_title", "form_id", "version", "default_language", "name", "note",
    }),
    "checks": frozenset({"condition", "message"}),
}  # fmt: skip
TRANSLATED: Final = frozenset(
    {"label", "hint", "required_message", "constraint_message", "form_title", "note", "message"}
)
# Standard columns of choices that would be taken for a column of the author's own.
_MEDIA: Final = frozenset(
    {"image", "big-image", "audio", "video", "media", "guidance_hint", "geometry"}
)
_NAMED_LANGUAGE: Final = re.compile(r".*\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*\)")
_BARE_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def language_code(name: str) -> str | None:
    """Return the code of a language: `Vietnamese (vi)` and `vi` give `vi`; None without a code."""
    found = _NAMED_LANGUAGE.fullmatch(name.strip())
    if found:
        return found[1].lower()
    return name.strip().lower() if _BARE_LANGUAGE.fullmatch(name.strip()) else None


@dataclass(slots=True)
class Report:
    """Gathers the problems of a workbook, in the order in which they are found."""

    problems: list[Problem] = field(default_factory=list)

    def add(
        self, code: str, sheet: str, row: int | None, column: str | None, **params: Any
    ) -> None:
        """Keep one problem; its sentence's code stands without `questionnaires.`."""
        if not code.startswith("questionnaires."):
            code = f"questionnaires.{code}"
        self.problems.append(Problem(code, row, column, sheet, params))


@dataclass(slots=True)
class Table:
    """A sheet whose columns are understood: `(name, language)` to the header as written.

    `own` holds the columns that are the author's (choices only).
    """

    sheet: Sheet
    kind: str
    headers: dict[tuple[str, str], str]
    own: tuple[str, ...] = ()

    @property
    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything."""
        return (row for row in self.sheet.rows if row.cells)

    def header(self, name: str) -> str:
        """Return a column's header as written, or its standard name where the sheet lacks it."""
        return next((text for (known, _), text in self.headers.items() if known == name), name)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of an untranslated column, "" for blank."""
        header = self.headers.get((name, ""))
        return row.cells.get(header, "") if header else ""

    def labels(self, row: Row, name: str, default_language: str) -> dict[str, str]:
        """Return a translated column's cells by language; the bare column counts as the default."""
        found: dict[str, str] = {}
        for (known, language), header in self.headers.items():
            if known == name and header in row.cells:
                found[language or default_language] = row.cells[header]
        return found

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages in the headers, in order."""
        return tuple(dict.fromkeys(code for _, code in self.headers if code))


def understand(sheet: Sheet, kind: str, report: Report) -> Table:
    """Return the sheet with its columns understood; every other filled column is reported."""
    table = Table(sheet, kind, {})
    own: list[str] = []
    for header in sheet.headers:
        base, _, language = (part.strip() for part in header.partition("::"))
        name = base.lower().replace(" ", "_")
        name = ALIASES[kind].get(name, name)
        if name in KNOWN[kind] and (not language or name in TRANSLATED):
            _place(table, name, language, header, report)
        elif kind == "choices" and not language and name not in _MEDIA:
            own.append(header)
            _check_own(sheet, header, report)
        else:
            _refuse(sheet, header, report)
    table.own = tuple(own)
    return table


def _place(table: Table, name: str, language: str, header: str, report: Report) -> None:
    code = language_code(language) if language else ""
    sheet = table.sheet.name
    if code is None:
        report.add("language_code", sheet, 1, header, language=language)
    elif (name, code) in table.headers:
        report.add("column_same", sheet, 1, header, other=table.headers[name, code])
    else:
        table.headers[name, code] = header


def _check_own(sheet: Sheet, header: str, report: Report) -> None:
    if not re.fullmatch(r"[^\W\d][\w.-]*", header) and _first_row(sheet, header):
        report.add("column_name", sheet.name, 1, header)


def _refuse(sheet: Sheet, header: str, report: Report) -> None:
    """Report a filled column that would be ignored; `_notes` and empty ones are the author's."""
    row = _first_row(sheet, header)
    if row is not None and not header.startswith("_"):
        report.add("column_unsupported", sheet.name, row, header)


def _first_row(sheet: Sheet, header: str) -> int | None:
    return next((row.number for row in sheet.rows if header in row.cells), None)
