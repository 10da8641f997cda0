"""`households erase` and `households export`: what is done with personal data, on purpose."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from desktop.audit import note_done
from desktop.cli.invocation import Invocation
from exports.household_list import list_csv, list_pdf, list_xlsx
from exports.household_values import Names
from models.accounts.queries import account_names
from models.audit.happenings import exported
from models.errors import UserError
from models.households.erasing import erase_household
from models.households.lookup import find_household
from models.households.progress import WorkFilter
from models.households.queries import walk_all
from models.households.records import Household
from models.permissions import Permission
from models.store.files import write_atomically
from models.units.queries import read_units

Outcome = tuple[int, dict[str, Any]]
_TITLE: Final = "DANH SÁCH HỘ GIA ĐÌNH"
_SUFFIXES: Final = (".csv", ".xlsx", ".pdf")


def erase(run: Invocation) -> Outcome:
    """Erase the personal data of a household, here and by exchange everywhere."""
    options = run.options
    session = run.open(Permission.ERASE_HOUSEHOLDS)
    try:
        household = session.store.read(partial(find_household, named=options.id)).id
        done = session.store.write(
            partial(erase_household, household=household, reason=options.reason),
            actor=session.account,
        )
    finally:
        session.store.close()
    run.tell("commands.household_erased", entries=done.sayings, records=len(done.households))
    return 0, {
        "household": str(household), "households": [str(one) for one in done.households],
        "entries": done.sayings, "lists": done.lists,
    }  # fmt: skip


def export_file(run: Invocation) -> Outcome:
    """Write the register to a file; names, telephones and notes only with `--personal`."""
    options = run.options
    target = Path(options.out)
    suffix = target.suffix.lower()
    if suffix not in _SUFFIXES:
        allowed = ", ".join(_SUFFIXES)
        raise UserError("documents.unknown_suffix", suffix=suffix or "?", known=allowed)
    if not target.parent.is_dir():
        raise UserError("documents.no_folder", folder=target.parent)
    session = run.open(Permission.EXPORT_HOUSEHOLDS)
    try:
        rows, names = session.store.read(partial(_read, unit=options.unit))
        today = session.store.clock.today()
        if suffix == ".csv":
            content = list_csv(rows, names, is_personal=options.personal)
        elif suffix == ".xlsx":
            content = list_xlsx(rows, names, _TITLE, is_personal=options.personal)
        else:
            content = list_pdf(rows, names, _TITLE, today, is_personal=options.personal)
        write_atomically(target, content, refused="documents.disk")
        kind = "list_personal" if options.personal else "list"
        done = exported(kind, suffix, len(rows), is_personal=options.personal)
        note_done(session, done)
    finally:
        session.store.close()
    return 0, {
        "file": str(target.absolute()), "sha256": sha256(content).hexdigest(), "rows": len(rows),
        "personal": options.personal,
    }  # fmt: skip


def _read(connection: Connection, unit: str | None) -> tuple[list[Household], Names]:
    units = {one.code: one.full_name for one in read_units(connection).units}
    if unit is not None and unit not in units:
        raise UserError("households.unit_unknown", value=unit[:40])
    rows = list(walk_all(connection, WorkFilter(unit=unit)))
    if not rows:
        raise UserError("households.nothing_to_print")
    return rows, Names(units, account_names(connection))
