"""`surveys import` and `surveys export`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.audit import note_done
from desktop.cli.invocation import Invocation, parse_day
from exports.sheets.slips_out import SlipOut, write_slips
from exports.slip_import import SlipPlan, plan_import
from models.audit.happenings import exported
from models.errors import ProblemsError, UserError
from models.permissions import Permission
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.sentences.catalog import say
from models.surveys.commands import import_slips
from models.surveys.queries import export_slips
from models.surveys.records import Slip

Outcome = tuple[int, dict[str, Any]]


def import_file(run: Invocation) -> Outcome:
    """Store the slips of a file: all of them, or none when a row is rejected."""
    options = run.options
    session = run.open(Permission.IMPORT_SLIPS)
    try:
        plan = session.store.read(
            partial(plan_import, path=Path(options.file), questionnaire=options.questionnaire,
                    today=session.store.clock.today())
        )  # fmt: skip
        _tell_notes(run, plan)
        is_refused = bool(plan.problems) and not options.accept_valid
        if options.dry_run or is_refused:
            code = 2 if plan.problems else 0
            if is_refused and not options.dry_run:
                run.tell("commands.rows_rejected", rejected=plan.rejected, good=len(plan.slips))
            accepted = len(plan.slips) if options.dry_run else 0
            return code, _result(run, plan, accepted)
        accepted, _known = session.store.write(
            partial(import_slips, slips=plan.slips, questionnaire=plan.form.code,
                    version=plan.form.version),
            actor=session.account,
        )  # fmt: skip
    except ProblemsError:
        raise
    except UserError as error:
        # The file as a whole cannot be read: said as its one problem, so that scripts find it.
        run.tell(error.code, **error.params)
        return 2, {
            "accepted": 0, "rejected": 0,
            "problems": [{"row": None, "column": None, "message": say(error, run.language)}],
        }  # fmt: skip
    finally:
        session.store.close()
    run.tell("commands.imported", accepted=accepted)
    return 0, _result(run, plan, accepted)


def export_file(run: Invocation) -> Outcome:
    """Write the slips that stand to a file."""
    options = run.options
    start = parse_day(options.start, "--from") if options.start else None
    end = parse_day(options.end, "--to") if options.end else None
    session = run.open(Permission.EXPORT_SLIPS)
    try:

        def export(connection: Connection) -> int:
            form = read_form(connection, options.questionnaire)
            slips = export_slips(
                connection, start=start, end=end, units=tuple(options.unit),
                questionnaire=options.questionnaire,
            )  # fmt: skip
            return write_slips(Path(options.out), _rows(slips, form), form)

        rows = session.store.read(export)
        note_done(session, exported("slips", Path(options.out).suffix, rows, is_personal=False))
    finally:
        session.store.close()
    return 0, {"file": str(Path(options.out).absolute()), "rows": rows}


def _rows(slips: Iterator[Slip], form: Form) -> Iterator[SlipOut]:
    names = {node.key: node.name for node in form.questions()}
    for slip in slips:
        content = slip.content
        yield SlipOut(
            unit=slip.unit,
            collected_on=slip.collected_on,
            number=str(slip.number) if slip.number is not None else None,
            channel=slip.channel,
            status=slip.status,
            reason=content.reason or None,
            note=content.note,
            dossier=content.dossier,
            answers={
                names.get(key, key): answer if isinstance(answer, str) else tuple(answer)
                for key, answer in content.answers.items()
            },
            id=slip.id,
        )


def _tell_notes(run: Invocation, plan: SlipPlan) -> None:
    for note in run.problems(plan.notes):
        run.tell("commands.note", row=note["row"] or "–", message=note["message"])


def _result(run: Invocation, plan: SlipPlan, accepted: int) -> dict[str, Any]:
    return {
        "accepted": accepted,
        "rejected": plan.rejected,
        "problems": run.problems(plan.problems),
        "notes": run.problems(plan.notes),
    }
