"""Reads the choices sheet: the lists of options, their points and the columns filters use."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from models.questionnaires.columns import Report, Table
from models.questionnaires.form import Choice
from models.questionnaires.workbook import Row

YES: Final = frozenset({"yes", "true", "true()", "1", "có"})
NO: Final = frozenset({"", "no", "false", "false()", "0", "không"})
_POINTS: Final = re.compile(r"-?\d{1,6}(?:[.,]\d{1,6})?", re.ASCII)


def read_choices(
    table: Table, default_language: str, report: Report
) -> dict[str, tuple[Choice, ...]]:
    """Return the options of each list, in the sheet's order; what is wrong goes to `report`."""
    lists: dict[str, dict[str, Choice]] = {}
    for row in table.rows:
        listed = table.text(row, "list_name")
        if not listed:
            # Rows without a list are notes between the lists, as the standard has it.
            continue
        choice = _choice(table, row, default_language, report)
        options = lists.setdefault(listed, {})
        if choice.name in options:
            column = table.header("name")
            report.add(
                "choice_twice", table.sheet.name, row.number, column, name=choice.name, list=listed
            )
        elif choice.name:
            options[choice.name] = choice
    return {listed: tuple(options.values()) for listed, options in lists.items()}


def _choice(table: Table, row: Row, default_language: str, report: Report) -> Choice:
    name = table.text(row, "name")
    labels = table.labels(row, "label", default_language)
    sheet = table.sheet.name
    if not name:
        report.add("choice_nameless", sheet, row.number, table.header("name"))
    elif len(name.split()) > 1:
        report.add("choice_blank", sheet, row.number, table.header("name"), name=name)
    if not labels:
        report.add("label_missing", sheet, row.number, table.header("label"), name=name or "?")
    return Choice(
        name=name,
        labels=labels,
        points=_points(table, row, report),
        always_told=_always_told(table, row, report),
        columns={header: row.cells[header] for header in table.own if header in row.cells},
    )


def _points(table: Table, row: Row, report: Report) -> Decimal | None:
    written = table.text(row, "points")
    if not written:
        return None
    if not _POINTS.fullmatch(written):
        report.add(
            "points_wrong", table.sheet.name, row.number, table.header("points"), value=written
        )
        return None
    return Decimal(written.replace(",", "."))


def _always_told(table: Table, row: Row, report: Report) -> bool:
    written = table.text(row, "always_told").lower()
    if written not in YES | NO:
        report.add(
            "yes_no_wrong", table.sheet.name, row.number, table.header("always_told"),
            value=written,
        )  # fmt: skip
    return written in YES
