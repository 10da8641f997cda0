"""`report satisfaction` and `report households`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.audit import note_done
from desktop.cli.invocation import Invocation, parse_day
from exports.figures_json import figures
from exports.household_figures_json import figures_data
from exports.reports import read_households_report, read_satisfaction
from exports.writers.files import write
from models.audit.happenings import exported
from models.errors import UserError
from models.permissions import Permission

Outcome = tuple[int, dict[str, Any]]


def satisfaction(run: Invocation) -> Outcome:
    """Write the summary of a period in the format of the file's suffix."""
    options = run.options
    start, end = parse_day(options.start, "--from"), parse_day(options.end, "--to")
    population = _population(options.population)
    session = run.open(Permission.REPORT)
    try:
        report = session.store.read(
            lambda connection: read_satisfaction(
                connection, start, end, unit_codes=tuple(options.unit),
                unit_map=options.unit_map, questionnaire=options.questionnaire,
                population=population, hide_small=options.hide_small,
            )
        )  # fmt: skip
        target = Path(options.out)
        digest = write(report.document, target)
        note_done(session, exported("satisfaction", target.suffix, None, is_personal=False))
    finally:
        session.store.close()
    result: dict[str, Any] = {"file": str(target.absolute()), "sha256": digest}
    if target.suffix.lower() == ".json":
        result |= figures(report.summary)
    return 0, result


def households(run: Invocation) -> Outcome:
    """Write the report on households and digital addresses in the format of the file's suffix."""
    options = run.options
    start, end = parse_day(options.start, "--from"), parse_day(options.end, "--to")
    session = run.open(Permission.REPORT)
    try:
        report = session.store.read(
            lambda connection: read_households_report(
                connection, start, end, today=session.store.clock.today(),
                unit_codes=tuple(options.unit), unit_map=options.unit_map,
                hide_small=options.hide_small,
            )
        )  # fmt: skip
        target = Path(options.out)
        digest = write(report.document, target)
        note_done(session, exported("households", target.suffix, None, is_personal=False))
    finally:
        session.store.close()
    result: dict[str, Any] = {"file": str(target.absolute()), "sha256": digest}
    if target.suffix.lower() == ".json":
        result |= figures_data(report.figures)
    return 0, result


def _population(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.replace(".", "")
    if not digits.isdecimal() or int(digits) == 0:
        raise UserError("commands.bad_number", option="--population", text=text[:40])
    return int(digits)
