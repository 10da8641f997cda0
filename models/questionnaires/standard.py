"""Has pyxform judge a workbook, and turns its message into a problem with sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from models.errors import Problem
from models.questionnaires.columns import Table

_ROW: Final = re.compile(r"\[row : (\d+)\]\s*")
_SHEET: Final = re.compile(r"(?:On the|for sheet:?) '(\w+)'")
_COLUMN: Final = re.compile(r"the '([^']+)' value")
_LONGEST: Final = 400
_OTHER: Final = "questionnaires.pyxform"


def standard_problems(tables: Mapping[str, Table]) -> tuple[Problem, ...]:
    """Return the first thing that pyxform finds wrong, () when it finds nothing.

    `tables` by sheet name; the columns and sheets that are this program's own are left out.
    """
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import DefinitionData

    book: dict[str, Any] = {"sheet_names": list(tables)}
    for name in ("survey", "choices", "settings"):
        if name in tables:
            book[name], book[f"{name}_header"] = _plain(tables[name])
    try:
        survey = create_survey_element_from_dict(workbook_to_json(DefinitionData(**book)))
        survey.to_xml(validate=False, pretty_print=False, warnings=[])
    except PyXFormError as error:
        return (_problem(str(error), tables),)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        # pyxform does not promise its own error for every sheet it cannot make sense of.
        return (Problem(_OTHER, params={"words": _cut(str(error))}),)
    return ()


def _plain(table: Table) -> tuple[list[dict[str, str]], list[dict[str, None]]]:
    """Return (rows, header) as pyxform wants them, under the standard's own column names."""
    kept = {header: header for header in table.own}
    for (name, language), header in table.headers.items():
        if table.kind != "settings" or (name != "note" and not language):
            written = header.partition("::")[2].strip()
            kept[header] = f"{name}::{written}" if language else name
    rows = [
        {kept[header]: cell for header, cell in row.cells.items() if header in kept}
        for row in table.sheet.rows
    ]
    return rows, [dict.fromkeys(kept.values())]


def _problem(message: str, tables: Mapping[str, Table]) -> Problem:
    row, sheet, column = (found.search(message) for found in (_ROW, _SHEET, _COLUMN))
    named: str | None = str(sheet[1]) if sheet else "survey" if row else None
    return Problem(
        _OTHER,
        row=int(row[1]) if row else None,
        column=column[1] if column else None,
        sheet=tables[named].sheet.name if named and named in tables else named,
        params={"words": _cut(_ROW.sub("", message))},
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
