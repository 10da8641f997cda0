"""Takes a list of households in for `households import`, and says what became of its rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from desktop.cli.invocation import Invocation
from desktop.session import Session
from exports.household_import import (
    HouseholdImport,
    ListChoices,
    alike_rows,
    apply_household_import,
    join_likely,
    open_household_file,
    plan_household_file,
)
from models.errors import Problem, ProblemsError, UserError
from models.households.naming import hamlet_name
from models.permissions import Permission
from models.sentences.catalog import say

Outcome = tuple[int, dict[str, Any]]


def take_in(run: Invocation) -> Outcome:
    """Store a list, or nothing of it; with `--dry-run` say what would be stored."""
    options = run.options
    choices = ListChoices(options.unit, options.hamlet, _places(options.place))
    session = run.open(Permission.IMPORT_HOUSEHOLDS)
    try:
        plan = _plan(run, session, choices)
        # Once a list is stored, the register itself shows what may be one household.
        notes = (*plan.notes, *(alike_rows(plan) if options.dry_run else ()))
        _tell_notes(run, plan, notes)
        is_refused = bool(plan.problems) and not options.accept_valid
        if plan.unsettled or is_refused or options.dry_run:
            _tell_why(run, plan, is_refused=is_refused)
            is_wrong = bool(plan.unsettled or plan.problems)
            code = 2 if is_wrong else 0
            return code, _result(run, plan, notes, is_stored=options.dry_run)
        session.store.write(
            partial(apply_household_import, plan=plan, unit=session.unit), actor=session.account
        )
    except ProblemsError:
        raise
    except UserError as error:
        # The file as a whole cannot be read: said as its one problem, so that scripts find it.
        run.tell(error.code, **error.params)
        return 2, {
            "added": 0, "updated": 0, "unchanged": 0, "rejected": 0,
            "problems": [{"row": None, "column": None, "message": say(error, run.language)}],
        }  # fmt: skip
    finally:
        session.store.close()
    run.tell("commands.list_taken", **_counts(plan))
    return 0, _result(run, plan, notes, is_stored=True)


def _plan(run: Invocation, session: Session, choices: ListChoices) -> HouseholdImport:
    today = session.store.clock.today()
    path = Path(run.options.file)
    file = session.store.read(partial(open_household_file, path=path))
    plan_file = partial(plan_household_file, file=file, unit=session.unit, today=today)
    plan: HouseholdImport = session.store.read(partial(plan_file, choices=choices))
    if run.options.join_likely and plan.likely:
        plan = session.store.read(partial(plan_file, choices=join_likely(plan)))
    return plan


def _places(texts: list[str]) -> dict[tuple[str, str], str]:
    places: dict[tuple[str, str], str] = {}
    for text in texts:
        left, _, unit = text.rpartition("=")
        old, _, hamlet = left.partition("/")
        if not (old.strip() and hamlet.strip() and unit.strip()):
            raise UserError("commands.bad_place", text=text[:80])
        places[old.strip(), hamlet_name(hamlet)] = unit.strip()
    return places


def _tell_notes(run: Invocation, plan: HouseholdImport, notes: tuple[Problem, ...]) -> None:
    for note in run.problems(notes):
        run.tell("commands.note", row=note["row"] or "–", message=note["message"])
    if plan.likely:
        run.tell("commands.likely", rows=len(plan.likely))


def _tell_why(run: Invocation, plan: HouseholdImport, *, is_refused: bool) -> None:
    for one in plan.unsettled:
        run.tell(
            "commands.hamlet_waits", hamlet=one.hamlet, rows=one.rows, old=one.old_unit,
            units=", ".join(one.successors),
        )  # fmt: skip
    if run.options.dry_run:
        run.tell("commands.list_checked", **_counts(plan))
    elif is_refused:
        good = plan.added + plan.updated + plan.unchanged
        run.tell("commands.rows_rejected", rejected=plan.rejected, good=good)


def _counts(plan: HouseholdImport) -> dict[str, int]:
    return {"added": plan.added, "updated": plan.updated, "unchanged": plan.unchanged}


def _result(
    run: Invocation, plan: HouseholdImport, notes: tuple[Problem, ...], *, is_stored: bool
) -> dict[str, Any]:
    counts = _counts(plan) if is_stored else {"added": 0, "updated": 0, "unchanged": 0}
    return {
        **counts,
        "rejected": plan.rejected,
        "erased": plan.erased,
        "problems": run.problems(plan.problems),
        "notes": run.problems(notes),
        "unsettled": [
            {"old_unit": one.old_unit, "hamlet": one.hamlet, "rows": one.rows,
             "units": list(one.successors)}
            for one in plan.unsettled
        ],
        "likely": [
            {"row": pair.row.row, "households": [str(one) for one, _ in pair.candidates]}
            for pair in plan.likely
        ],
    }  # fmt: skip
