"""`households import`, `households search` and `households check`."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from desktop.audit import note_done, note_sign_in
from desktop.cli.invocation import Invocation, parse_day
from models.audit.happenings import households_viewed
from models.audit.views import MANY_HOUSEHOLDS
from models.errors import UserError
from models.figures import format_integer
from models.households.commands import check_household
from models.households.lookup import find_household
from models.households.queries import read_household, search_households
from models.households.records import Household
from models.permissions import Permission
from models.units.queries import read_units

Outcome = tuple[int, dict[str, Any]]
_MOST_FOUND: Final = 10_000
# More digits are no number of households; Python refuses to read thousands of them.
_LONGEST: Final = 18


def import_file(run: Invocation) -> Outcome:
    """Take a list in: all of it, or nothing when a row is rejected or a hamlet waits."""
    from desktop.cli.list_import import take_in

    return take_in(run)


def search(run: Invocation) -> Outcome:
    """Find households as the search box does."""
    options = run.options
    limit = _limit(options.limit)
    session = run.open(Permission.READ_HOUSEHOLDS)
    try:
        found = session.store.read(
            partial(search_households, typed=" ".join(options.text), limit=limit)
        )
        note_sign_in(session, run.command)
        if len(found) > MANY_HOUSEHOLDS:
            note_done(session, households_viewed(len(found)))
        register = session.store.read(read_units)
        today = session.store.clock.today()
    finally:
        session.store.close()
    names = {unit.code: unit.full_name for unit in register.valid_on(today)}
    return 0, {"households": [household_data(one, names.get(one.unit, "")) for one in found]}


def check(run: Invocation) -> Outcome:
    """Record what was found on the spot."""
    from desktop.cli.household_values import read_values

    options = run.options
    values, warnings = read_values(options.field)
    day = parse_day(options.on, "--on") if options.on else None
    session = run.open(Permission.CHECK_HOUSEHOLDS)
    try:
        household = session.store.read(partial(find_household, named=options.id)).id
        event = session.store.write(
            partial(check_household, household=household, outcome=options.outcome, values=values,
                    note=options.note, on=day),
            actor=session.account,
        )  # fmt: skip
        after = session.store.read(partial(read_household, household=household))
    finally:
        session.store.close()
    for warning in warnings:
        run.tell(warning.code, **warning.params)
    if after.conflicts:
        run.tell("commands.check_conflict")
    return 0, {"event_id": str(event), "household": str(household), "conflict": after.conflicts > 0}


def household_data(household: Household, unit_name: str) -> dict[str, Any]:
    """Return a household as plain JSON values."""
    place = household.place
    return {
        "id": str(household.id),
        "name": household.name,
        "address": household.address,
        "house_number": household.house_number,
        "street": household.street,
        "hamlet": household.hamlet,
        "unit": household.unit,
        "unit_name": unit_name,
        "old_unit": household.old_unit,
        "list_code": household.list_code,
        "code": household.code,
        "place_id": household.place_id,
        "phone": household.phone,
        "outcome": household.outcome,
        "checked_on": household.checked_on.isoformat() if household.checked_on else None,
        "has_plate": household.has_plate,
        "plate_on": household.plate_on.isoformat() if household.plate_on else None,
        "place": None if place is None else {
            "lat": place.lat, "lon": place.lon, "source": place.source,
            "accuracy": place.accuracy,
        },
        "conflict": household.conflicts > 0,
    }  # fmt: skip


def _limit(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or not text.strip("0"):
        raise UserError("commands.bad_number", option="--limit", text=text[:40])
    if len(text) > _LONGEST or int(text) > _MOST_FOUND:
        most = format_integer(_MOST_FOUND)
        raise UserError("commands.limit_too_high", text=text[:40], most=most)
    return int(text)
