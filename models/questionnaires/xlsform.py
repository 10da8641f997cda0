"""Reads a questionnaire from an XLSForm workbook, or says everything that is wrong with it.

Four sheets count: `survey`, `choices`, `settings` and, this program's own, `checks` (soft checks:
`condition` that should hold and `message`). This program's own columns: `points` and `always_told`
of choices, `note` of settings. What the standard has and this program has not is refused by name.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from models.errors import ProblemsError
from models.questionnaires.choices_sheet import read_choices
from models.questionnaires.columns import Report, Table, language_code, understand
from models.questionnaires.expressions import parse_expression
from models.questionnaires.form import Choice, Expression, Form, Labels
from models.questionnaires.names import ExpressionError, Names
from models.questionnaires.rules import RuleReader, report_cycles
from models.questionnaires.standard import standard_problems
from models.questionnaires.survey_sheet import Draft, read_structure
from models.questionnaires.workbook import Row, Sheet, read_sheets

_SHEETS: Final = ("survey", "choices", "settings", "checks")
_REQUIRED_SHEETS: Final = ("survey", "settings")
_REQUIRED_COLUMNS: Final = {
    "survey": ("type", "name"), "choices": ("list_name", "name"),
    "settings": ("form_id", "version"), "checks": ("condition", "message"),
}  # fmt: skip
_UNSUPPORTED_SHEETS: Final = ("external_choices", "entities", "osm", "cascades")
_ALIKE: Final = 0.75


def read_xlsform(path: Path) -> Form:
    """Return the questionnaire in an .xlsx file.

    Raises ProblemsError with every problem found (sheet, row and column as the spreadsheet shows
    them), KnownError when the file cannot be read.
    """
    sheets, found = read_sheets(path)
    report = Report(found)
    _check_sheets(sheets, report)
    tables: dict[str, Table] = {
        kind: understand(sheets[kind], kind, report)
        for kind in _SHEETS
        if kind in sheets and sheets[kind].headers
    }
    _check_columns(tables, report)
    form = _form(tables, report) if "survey" in tables else None
    _add_standard(tables, report)
    if report.problems or form is None:
        raise ProblemsError("questionnaires.refused", tuple(report.problems), file=path.name)
    return form


def _check_sheets(sheets: Mapping[str, Sheet], report: Report) -> None:
    for kind in _REQUIRED_SHEETS:
        if kind not in sheets:
            near = difflib.get_close_matches(kind, list(sheets), 1, _ALIKE)
            code = "sheet_misspelt" if near else "sheet_missing"
            report.add(code, kind, None, None, found=sheets[near[0]].name if near else "")
        elif not sheets[kind].headers or not any(row.cells for row in sheets[kind].rows):
            report.add("sheet_empty", sheets[kind].name, None, None)
    for kind in ("choices", "checks"):
        near = difflib.get_close_matches(kind, [name for name in sheets if name not in _SHEETS], 1)
        if kind not in sheets and near and not near[0].startswith("_"):
            report.add("sheet_misspelt", kind, None, None, found=sheets[near[0]].name)
    for kind in _UNSUPPORTED_SHEETS:
        if kind in sheets and any(row.cells for row in sheets[kind].rows):
            report.add("sheet_unsupported", sheets[kind].name, None, None)


def _check_columns(tables: Mapping[str, Table], report: Report) -> None:
    for kind, table in tables.items():
        have = {name for name, _ in table.headers}
        for name in _REQUIRED_COLUMNS[kind]:
            if name not in have:
                report.add("column_missing", table.sheet.name, 1, name)


def _add_standard(tables: Mapping[str, Table], report: Report) -> None:
    """Add what pyxform finds, unless the same row was already spoken of."""
    if "survey" not in tables:
        return
    told = {(problem.sheet, problem.row) for problem in report.problems}
    for problem in standard_problems(tables):
        is_news = problem.row is not None and (problem.sheet, problem.row) not in told
        if is_news or not told:
            report.problems.append(problem)


def _form(tables: Mapping[str, Table], report: Report) -> Form:
    survey, settings = tables["survey"], tables.get("settings")
    row = next(settings.rows, None) if settings else None
    languages = tuple(dict.fromkeys(code for one in tables.values() for code in one.languages()))
    default = _default_language(tables, row, languages, report)
    choices = read_choices(tables["choices"], default, report) if "choices" in tables else {}
    drafts = read_structure(survey, choices, report)
    kinds = {draft.path: draft.kind for top in drafts for draft in top.walk()}
    names = Names(kinds, settings.text(row, "name") if settings and row else "data")
    reader = RuleReader(survey, names, choices, default, report)
    nodes = [reader.node(draft) for draft in drafts]
    report_cycles(nodes, drafts, survey, report)
    checks = _soft_checks(tables["checks"], names, default, report) if "checks" in tables else ()
    return Form(
        code=_setting(settings, row, "form_id", report),
        version=_setting(settings, row, "version", report),
        titles=_titles(settings, row, default),
        default_language=default,
        languages=languages or (default,),
        children=tuple(nodes),
        choice_lists=_used(choices, drafts),
        note=settings.labels(row, "note", default) if settings and row else {},
        soft_checks=checks,
    )


def _used(
    choices: Mapping[str, tuple[Choice, ...]], drafts: list[Draft]
) -> dict[str, tuple[Choice, ...]]:
    used = {draft.choice_list for top in drafts for draft in top.walk()}
    return {listed: options for listed, options in choices.items() if listed in used}


def _setting(settings: Table | None, row: Row | None, name: str, report: Report) -> str:
    if settings is None or row is None:
        return ""
    value = settings.text(row, name)
    if not value and (name, "") in settings.headers:
        report.add("setting_missing", settings.sheet.name, row.number, settings.header(name))
    return value


def _titles(settings: Table | None, row: Row | None, default: str) -> dict[str, str]:
    """Return the form's titles; without one, its code is its title."""
    if settings is None or row is None:
        return {}
    code = settings.text(row, "form_id")
    return settings.labels(row, "form_title", default) or {default: code}


def _default_language(
    tables: Mapping[str, Table], row: Row | None, languages: tuple[str, ...], report: Report
) -> str:
    """Return the code of the settings' language; else of the bare columns (""), else the first."""
    settings = tables.get("settings")
    written = settings.text(row, "default_language") if settings and row else ""
    if written and settings and row:
        code = language_code(written)
        if code is None or (languages and code not in languages):
            report.add(
                "language_unknown", settings.sheet.name, row.number,
                settings.header("default_language"), language=written,
            )  # fmt: skip
        return code or ""
    bare = any(
        ("label", "") in table.headers for kind, table in tables.items() if kind != "settings"
    )
    return "" if bare or not languages else languages[0]


def _soft_checks(
    table: Table, names: Names, default: str, report: Report
) -> tuple[tuple[Expression, Labels], ...]:
    checks: list[tuple[Expression, Labels]] = []
    sheet = table.sheet.name
    for row in table.rows:
        condition, messages = table.text(row, "condition"), table.labels(row, "message", default)
        if not condition:
            report.add("check_empty", sheet, row.number, table.header("condition"))
        if not messages:
            report.add("check_silent", sheet, row.number, table.header("message"))
        try:
            checks.append((parse_expression(condition, names), messages) if condition else ([], {}))
        except ExpressionError as error:
            report.add(
                error.code, sheet, row.number, table.header("condition"), **error.params
            )
    return tuple(checks)


