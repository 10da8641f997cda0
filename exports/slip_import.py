"""Takes slips keyed elsewhere from a file: read, and checked against the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from exports.sheets.slip_records import Defaults, Known, SlipRow, SlipSheet, UnitMatch
from exports.sheets.slips import read_slips
from models.errors import Problem
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.engine import evaluate
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.settings.queries import read_settings
from models.surveys.content import slip_content
from models.surveys.queries import known_dossiers, known_slips
from models.surveys.records import ImportedSlip, SlipContent, dossier_code
from models.units.queries import read_units
from models.units.unit import UnitRegister

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class SlipPlan:
    """What an import would store: nothing of it is stored yet."""

    form: Form
    slips: tuple[ImportedSlip, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    rejected: int
    sheet: SlipSheet


def plan_import(
    connection: Connection, path: Path, *, questionnaire: str, today: date,
    defaults: Defaults | None = None,
) -> SlipPlan:  # fmt: skip
    """Return which rows of a file can be stored, and every problem with row and column.

    Rows that are in the store already, and dossiers that were rated, are problems too. UserError
    for a file that is no table, or an unknown questionnaire.
    """
    form = read_form(connection, questionnaire)
    settings = read_settings(connection)
    register = read_units(connection)
    sheet = read_slips(
        path, form, units=_Units(register), today=today,
        known=Known(
            {item.code: item.vi for item in settings.channels},
            {item.code: item.vi for item in settings.reasons},
        ),
        defaults=defaults,
    )  # fmt: skip
    compiled = compile_form(form)
    slips = [_imported(row, sheet.digest, compiled, today) for row in sheet.rows]
    known = known_slips(connection, [slip.slip_id for slip in slips])
    rated = known_dossiers(
        connection, [slip.content.dossier for slip in slips if slip.content.dossier]
    )
    problems = list(sheet.problems)
    kept: list[ImportedSlip] = []
    for slip in slips:
        if slip.slip_id in known:
            problems.append(Problem("surveys.row_known", row=slip.row))
        elif slip.content.dossier in rated:
            params: Mapping[str, object] = {"dossier": slip.content.dossier}
            problems.append(Problem("surveys.row_dossier_rated", row=slip.row, params=params))
        else:
            kept.append(slip)
    problems.sort(key=lambda problem: (problem.row or 0, problem.column or ""))
    rejected = sheet.rejected + len(slips) - len(kept)
    return SlipPlan(form, tuple(kept), tuple(problems), sheet.notes, rejected, sheet)


class _Units:
    """Finds units by code or name as of a day."""

    def __init__(self, register: UnitRegister) -> None:
        self._register = register

    def __call__(self, text: str, on: date, /) -> UnitMatch:
        unit = self._register.match(text, on)
        return UnitMatch(unit.code if unit else None)


def _imported(row: SlipRow, digest: str, compiled: CompiledForm, today: date) -> ImportedSlip:
    return ImportedSlip(
        row=row.row,
        key=_key(row, digest),
        unit=row.unit,
        collected_on=row.collected_on,
        channel=row.channel,
        content=_content(row, compiled, today),
        id=row.id,
    )


def _key(row: SlipRow, digest: str) -> tuple[str, ...]:
    """Return what makes a row the same row in a later file: its number, else its place."""
    if row.number is not None:
        return ("number", row.unit, row.collected_on.isoformat()[:7], row.channel, row.number)
    return ("row", digest, str(row.row))


def _content(row: SlipRow, compiled: CompiledForm, today: date) -> SlipContent:
    if row.status == "invalid":
        return SlipContent({}, row.reason or "khac", row.note, dossier_code(row.dossier))
    form = compiled.form
    nodes = {node.name: node for node in form.questions()}
    state = evaluate(
        compiled, {nodes[name].path: answer for name, answer in row.answers.items()}, today=today
    )
    answers = {nodes[name].key: _plain(answer) for name, answer in row.answers.items()}
    return slip_content(form, state, answers, note=row.note, dossier=row.dossier)


def _plain(answer: str | Sequence[str]) -> str | list[str]:
    return answer if isinstance(answer, str) else list(answer)
