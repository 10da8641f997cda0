"""`report compare`, `report trend` and `pack`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from desktop.audit import note_done
from desktop.cli.invocation import Invocation, parse_day
from exports.comparison_report import comparison_data
from exports.comparisons import Asked, Way, read_comparison, read_trend_report
from exports.monthly_pack import SUFFIXES, pack_name, read_pack
from exports.pack_files import write_pack
from exports.writers.files import write
from models.audit.happenings import exported, pack_made
from models.errors import UserError
from models.periods import Period, last_complete_month, period
from models.permissions import Permission
from models.settings.queries import read_settings

Outcome = tuple[int, dict[str, Any]]


def compare(run: Invocation) -> Outcome:
    """Compare a period or units with others; the file is written where one is named."""
    options = run.options
    second = _asked(run)
    first = Asked(
        second.start if options.with_from is None else parse_day(options.with_from, "--with-from"),
        second.end if options.with_to is None else parse_day(options.with_to, "--with-to"),
        second.unit_codes if options.with_unit is None else tuple(options.with_unit),
    )
    session = run.open(Permission.REPORT)
    try:
        report = session.store.read(
            partial(read_comparison, first=first, second=second, way=_way(run))
        )
        result: dict[str, Any] = {}
        if options.out is not None:
            target = Path(options.out)
            digest = write(report.document, target)
            note_done(session, exported("comparison", target.suffix, None, is_personal=False))
            result = {"file": str(target.absolute()), "sha256": digest}
    finally:
        session.store.close()
    return 0, result | comparison_data(report.comparison)


def trend(run: Invocation) -> Outcome:
    """Write the satisfied share by month and by unit in the format of the file's suffix."""
    session = run.open(Permission.REPORT)
    try:
        report = session.store.read(
            partial(read_trend_report, asked=_asked(run), way=_way(run))
        )
        target = Path(run.options.out)
        digest = write(report.document, target)
        note_done(session, exported("trend", target.suffix, None, is_personal=False))
    finally:
        session.store.close()
    return 0, {"file": str(target.absolute()), "sha256": digest, **report.document.figures}


def pack(run: Invocation) -> Outcome:
    """Write the pack of a month as PDF and as Word file: both, or neither."""
    session = run.open(Permission.REPORT)
    try:
        today = session.store.clock.today()
        year_start = session.store.read(read_settings).year_start
        month = (
            last_complete_month(today, year_start)
            if run.options.month is None
            else _month(run.options.month, year_start)
        )
        if month.end >= today:
            raise UserError("seeing.month_not_over")
        document = session.store.read(
            partial(read_pack, month=month, today=today, hide_small=run.options.hide_small)
        )
        folder = Path(run.options.out)
        targets = [folder / pack_name(month, session.unit, suffix) for suffix in SUFFIXES]
        told = [pack_made(month.start, suffix) for suffix in SUFFIXES]
        digests = write_pack(
            document, targets, lambda: note_done(session, *told), lambda _done, _of: None
        )
    finally:
        session.store.close()
    files = [
        {"file": str(target.absolute()), "sha256": digest}
        for target, digest in zip(targets, digests, strict=True)
    ]
    span = {"from": month.start.isoformat(), "to": month.end.isoformat()}
    return 0, {"month": span, "check_code": document.check_code, "files": files}


def _asked(run: Invocation) -> Asked:
    options = run.options
    return Asked(
        parse_day(options.start, "--from"), parse_day(options.end, "--to"), tuple(options.unit)
    )


def _way(run: Invocation) -> Way:
    options = run.options
    return Way(options.unit_map, options.questionnaire, options.hide_small)


def _month(text: str, year_start: tuple[int, int]) -> Period:
    year, _, number = text.partition("-")
    try:
        if not 1900 <= int(year) <= 2999:
            raise ValueError(year)
        return period("month", int(year), int(number), year_start)
    except ValueError as error:
        raise UserError("seeing.bad_month", text=text[:40]) from error
