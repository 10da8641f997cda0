"""`kiosk` and `kiosk-codes`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from desktop.audit import note_done, note_sign_in
from desktop.cli.invocation import Invocation
from desktop.display import has_display
from desktop.kiosk.request import KioskRequest
from desktop.kiosk.watcher import ENDED, NO_SCREEN, OCCUPIED, watch
from exports.kiosk_codes import code_sheet
from models.audit.happenings import exported
from models.errors import KnownError, UserError
from models.kiosk.codes import make_codes
from models.kiosk.pin import hash_pin
from models.kiosk.votes import read_kiosk_form
from models.permissions import Permission
from models.store.files import write_atomically
from models.text import tidy
from models.units.queries import read_units

Outcome = tuple[int, dict[str, Any]]


def run_kiosk(run: Invocation) -> Outcome:
    """Show the kiosk and watch over it until the PIN ends it."""
    options = run.options
    if not has_display():
        raise KnownError("commands.no_display")
    session = run.open(Permission.KEY_SLIPS)
    try:
        form = session.store.read(
            partial(read_kiosk_form, questionnaire=options.questionnaire)
        )
        pin = hash_pin(run.secret("MOTCUA_PIN", "kiosk.prompt_pin", "kiosk.pin_missing"))
        request = KioskRequest(
            str(session.paths.folder), session.key.hex(), str(session.account), form.code,
            form.version, pin.data(), run.language, tidy(options.officer),
            tidy(options.procedure), options.codes,
        )  # fmt: skip
        note_sign_in(session, run.command)
    finally:
        session.store.close()
    run.tell("kiosk.started")
    code = watch(request)
    if code == OCCUPIED:
        raise KnownError("kiosk.window_open")
    if code == NO_SCREEN:
        raise KnownError("commands.no_display")
    if code != ENDED:
        raise KnownError("kiosk.not_shown", file=session.paths.log.name)
    run.tell("kiosk.ended")
    return 0, {"ended": True}


def print_codes(run: Invocation) -> Outcome:
    """Write a sheet of one-time codes; they are kept nowhere else."""
    target = Path(run.options.out)
    if target.suffix.lower() != ".pdf":
        raise UserError("kiosk.codes_file")
    count = _count(run.options.count)
    session = run.open(Permission.REVIEW_SLIPS)
    try:
        made = session.store.write(partial(make_codes, count=count), actor=session.account)
        today = session.store.clock.today()
        unit = session.store.read(read_units).find(session.unit, today)
        sheet = code_sheet(made, unit.full_name if unit else session.unit)
        note_done(session, exported("kiosk_codes", ".pdf", count, is_personal=False))
        write_atomically(target, sheet)
    except OSError as error:
        raise KnownError("store.disk", path=str(target.parent)) from error
    finally:
        session.store.close()
    return 0, {"file": str(target.absolute()), "codes": count}


def _count(text: str) -> int:
    digits = text.replace(".", "")
    if not digits.isdecimal():
        raise UserError("commands.bad_number", option="--count", text=text[:40])
    return int(digits)
