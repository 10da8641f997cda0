"""Importing a file of slips, examining a store, and evaluating a slip."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from exports.sheets.slips_out import write_slips
from exports.slip_import import plan_import
from models.clock import Clock
from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import evaluate
from models.store.doctor import examine
from models.store.engine import connect
from models.surveys.commands import import_slips
from models.surveys.queries import export_slips
from tests.bench.result import Findings, Line, median
from tests.bench.stores import FORM, Stores, complete_slips, form_of, open_store

ROUNDS = 3
_EVALUATIONS = 3000
_GROUP = "Throughput"


def measure(stores: Stores) -> Findings:
    """Import the demo slips into an empty store, examine the demo store, evaluate full slips."""
    sheet = stores.folder / "slips.csv"
    rows = _export(stores, sheet)
    imported, raw, examined, integrity = [], [], [], []
    for place in range(ROUNDS):
        imported.append(_import(stores, sheet, place))
        raw.append(_timed(partial(_raw_import, stores.folder / f"rows-{place}.db", sheet)))
        seconds, own = _examined(stores)
        examined.append(seconds * 1000)
        integrity.append(own * 1000)
    quick, bare = rows / median(imported), rows / median(raw)
    return Findings(
        (
            Line(_GROUP, f"import of {rows:,} slips, checked", quick, bare,
                 "rows of text, one commit", "rows/s"),
            Line(_GROUP, "doctor over the demo store", median(examined), median(integrity),
                 "SQLite's own two checks", "ms"),
            Line(_GROUP, "evaluation of a full slip", _evaluation(stores), unit="µs"),
        )
    )  # fmt: skip


def _export(stores: Stores, sheet: Path) -> int:
    from desktop.cli.survey_commands import _rows

    session = open_store(stores.demo)

    def export(connection: Connection) -> int:
        slips = export_slips(connection, questionnaire=FORM)
        return write_slips(sheet, _rows(slips, form), form)

    form = form_of(session)
    rows = session.store.read(export)
    session.store.close()
    return rows


def _import(stores: Stores, sheet: Path, place: int) -> float:
    session = open_store(stores.copy(stores.demo_empty, f"import-{place}"))
    start = time.perf_counter()
    plan = session.store.read(
        partial(plan_import, path=sheet, questionnaire=FORM, today=Clock().today())
    )
    assert not plan.problems
    session.store.write(
        partial(import_slips, slips=plan.slips, questionnaire=plan.form.code,
                version=plan.form.version),
        actor=session.account,
    )  # fmt: skip
    took = time.perf_counter() - start
    session.store.close()
    return took


def _raw_import(file: Path, sheet: Path) -> None:
    raw = connect(file, bytes(32))
    with sheet.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        names = next(rows)
        raw.execute(f"CREATE TABLE slips ({', '.join(f'c{i} TEXT' for i in range(len(names)))})")
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(f"INSERT INTO slips VALUES ({', '.join('?' * len(names))})", rows)
        raw.execute("COMMIT")
    raw.close()


def _examined(stores: Stores) -> tuple[float, float]:
    session = open_store(stores.demo)
    own = _timed(lambda: session.store.read(_integrity))
    took = _timed(lambda: examine(session.store))
    session.store.close()
    return took, own


def _integrity(connection: Connection) -> None:
    for pragma in ("cipher_integrity_check", "integrity_check"):
        connection.exec_driver_sql(f"PRAGMA {pragma}").all()


def _evaluation(stores: Stores) -> float:
    session = open_store(stores.demo_empty)
    form = form_of(session)
    session.store.close()
    compiled, today = compile_form(form), Clock().today()
    paths = {node.key: node.path for node in form.questions()}
    times: list[float] = []
    for content in complete_slips(form, _EVALUATIONS):
        answers: dict[str, Any] = {paths[key]: answer for key, answer in content.answers.items()}
        times.append(_timed(partial(evaluate, compiled, answers, today=today)) * 1e6)
    return median(times)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
