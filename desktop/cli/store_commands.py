"""`init`, `join`, `demo`, `reset-password` and `doctor`."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from desktop.cli.invocation import Invocation
from desktop.demo import create_demo
from desktop.repair_offer import can_repair, offers
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import create_store, reset_password
from models.clock import local_time
from models.errors import KnownError, UserError
from models.figures import format_integer
from models.permissions import Permission
from models.sentences.catalog import say
from models.store.damage import is_damaged
from models.store.doctor import Check, examine

Outcome = tuple[int, dict[str, Any]]


def init(run: Invocation) -> Outcome:
    """Create a store, in a file or in the database that is named, and say its recovery key."""
    wanted: dict[str, Any] = {
        "unit_code": run.options.unit, "unit_name": run.options.unit_name,
        "admin": run.options.admin, "password": run.password("commands.new_password"),
    }  # fmt: skip
    url = run.database()
    if url:
        from desktop.shared import create_shared

        made = create_shared(run.paths, url, **wanted)
    else:
        made = create_store(run.paths, **wanted)
    run.tell("commands.init_done", folder=run.paths.folder, unit=made.unit.full_name)
    run.tell("commands.recovery_key", key=made.recovery_key)
    return 0, {
        "data_dir": str(run.paths.folder),
        "unit": made.unit.code,
        "recovery_key": made.recovery_key,
    }


def join(run: Invocation) -> Outcome:
    """Have this machine work on a store that is in a database."""
    url = run.database()
    if not url:
        raise UserError("commands.no_database")
    from desktop.shared import join_shared

    made = join_shared(
        run.paths, url, admin=run.options.admin, unit_code=run.options.unit,
        password=run.password("commands.new_password"), code=os.environ.get("MOTCUA_CODE"),
    )  # fmt: skip
    run.tell("commands.join_done", folder=run.paths.folder, unit=made.unit.full_name)
    if made.recovery_key:
        run.tell("commands.recovery_key", key=made.recovery_key)
    return 0, {
        "data_dir": str(run.paths.folder),
        "unit": made.unit.code,
        "account": str(made.account),
        "recovery_key": made.recovery_key or None,
    }


def demo(run: Invocation) -> Outcome:
    """Create the demo store."""
    made = create_demo(run.paths)
    run.tell(
        "commands.demo_done", responses=format_integer(made.responses),
        households=format_integer(made.households), account=ACCOUNT, password=PASSWORD,
    )  # fmt: skip
    return 0, {
        "data_dir": str(run.paths.folder),
        "responses": made.responses,
        "households": made.households,
        "account": ACCOUNT,
        "password": PASSWORD,
    }


def reset(run: Invocation) -> Outcome:
    """Set a new password with the recovery key, which is asked for or in MOTCUA_RECOVERY_KEY."""
    key, password = run.recovery_key(), run.password("commands.new_password")
    reset_password(run.paths, key, run.options.admin, password)
    run.tell("commands.reset_done", name=run.options.admin)
    return 0, {"account": run.options.admin}


def doctor(run: Invocation) -> Outcome:
    """Examine the store, rebuilding the projections first where that was asked for."""
    try:
        session = run.open(Permission.EXAMINE, is_examining=True)
    except KnownError as error:
        checks = [Check("open", False, error.code, error.params), *_offer(run)]
        return 3, {"checks": [_told(run, check) for check in checks]}
    found: list[Check] = []
    try:
        if is_damaged(run.paths.store):
            # It was found before, by whatever; where it is damaged the examinations say.
            told = Check("open", False, "store.damaged", {"path": str(run.paths.store)})
            found = [told, *_offer(run)]
        if run.options.rebuild:
            session.store.replace_projections()
            run.tell("doctor.rebuilt")
        checks = found + examine(session.store, progress=partial(_tell_examined, run))
    finally:
        session.store.close()
    return (0 if all(check.ok for check in checks) else 3), {
        "checks": [_told(run, check) for check in checks]
    }


def _offer(run: Invocation) -> list[Check]:
    """Return what can be restored where the store is damaged, nothing where it is not."""
    if not can_repair(run.paths):
        return []
    found = offers(run.paths)
    if not found:
        return [Check("repair", False, "repair.none")]
    held = found[0].manifest
    params = {
        "day": f"{local_time(held.made_ms):%H:%M %d/%m/%Y}", "file": str(found[0].file),
        "events": format_integer(held.events),
    }  # fmt: skip
    return [Check("repair", True, "repair.offer", params)]


def _tell_examined(run: Invocation, name: str) -> None:
    run.tell("commands.examining", name=say(f"doctor.name_{name}", run.language))


def _told(run: Invocation, check: Check) -> dict[str, Any]:
    return {
        "name": check.name,
        "ok": check.ok,
        "detail": say(check.code, run.language, **check.params),
    }
