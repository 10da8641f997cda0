"""A million slips of eleven units and one year, written straight into the projections' tables."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from desktop.session import Session
from models.json_text import canonical_json
from models.questionnaires.form import Form
from models.settings.queries import read_settings
from models.store.engine import connect
from models.surveys.demo import CENTRE
from models.surveys.tables import responses, tallies
from models.surveys.tally import Deltas
from models.units.unit import old_district
from tests.bench.stores import form_of, grow

SLIPS = 1_000_000
YEAR = 2023
_SEED = 1_000_000
_PATTERNS = 600
_INVALID_SHARE = 0.03
_CHUNK = 50_000
Pattern = dict[str, str]


def fill(session: Session) -> None:
    """Write the slips and their tallies; the same in every run."""
    pick = random.Random(_SEED)
    form = form_of(session)
    reasons = [item.code for item in session.store.read(read_settings).invalid_reasons]
    patterns = [_pattern(form, reasons, pick) for _ in range(_PATTERNS)]
    # Most slips say the same few things, as real ones do.
    weights = [1 / (place + 1) for place in range(_PATTERNS)]
    chosen = pick.choices(range(_PATTERNS), weights, k=SLIPS)
    heads = _heads(form)
    raw = connect(session.paths.store, session.key, synchronous="OFF")
    model = _model(session, raw)
    names = list(model)
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO responses ({', '.join(names)}) VALUES ({marks})"
    kinds: Counter[tuple[int, int]] = Counter()
    rows = _rows(model, heads, patterns, chosen, kinds)
    for _ in range(0, SLIPS, _CHUNK):
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(statement, islice(rows, _CHUNK))
        raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    session.store.write(
        lambda tx: _tally(tx.connection, model, heads, patterns, kinds), actor=session.account
    )


def _model(session: Session, raw: Any) -> dict[str, Any]:
    """Save a slip, take its row as the model of all others, and take it out again."""
    grow(session, 1)
    found = raw.execute("SELECT * FROM responses")
    names = [column[0] for column in found.description]
    model = dict(zip(names, found.fetchone(), strict=True))
    for table in (responses, tallies):
        raw.execute(f"DELETE FROM {table.name}")
    return model


def _pattern(form: Form, reasons: list[str], pick: random.Random) -> Pattern:
    if pick.random() < _INVALID_SHARE:
        return {"status": "invalid", "reason": pick.choice(reasons), "answers": "{}"}
    answers: dict[str, str] = {}
    for node in form.questions():
        options = [choice.name for choice in form.choices(node)]
        likely = [0.9 if place == 0 else 0.1 / len(options) for place in range(len(options))]
        if pick.random() > 0.01:
            answers[node.key] = pick.choices(options, likely)[0]
    return {"status": "valid", "reason": "", "answers": canonical_json(answers)}


def _heads(form: Form) -> list[dict[str, str]]:
    """Return what slips of one day and unit have in common: 365 days of eleven units."""
    units = [CENTRE.code, *(unit.code for unit in old_district("196"))]
    days = [date(YEAR, 1, 1) + timedelta(days=place) for place in range(365)]
    return [
        {
            "unit": unit, "collected_on": day.isoformat(), "questionnaire": form.code,
            "version": form.version,
        }
        for day in days
        for unit in units
    ]  # fmt: skip


def _rows(
    model: dict[str, Any], heads: list[dict[str, str]], patterns: list[Pattern],
    chosen: list[int], kinds: Counter[tuple[int, int]],
) -> Iterator[tuple[Any, ...]]:  # fmt: skip
    names = list(model)
    first_ms = 1_672_531_200_000
    varying = [names.index(name) for name in ("id", "number", "recorded_hlc")]
    made: dict[tuple[int, int], list[Any]] = {}
    for place in range(SLIPS):
        head = place * len(heads) // SLIPS
        kind = (head, chosen[place])
        kinds[kind] += 1
        row = made.get(kind)
        if row is None:
            values = {**model, **heads[head], **patterns[chosen[place]]}
            values["batch"] = (head + 1).to_bytes(16, "big")
            row = made[kind] = [values[name] for name in names]
        moment = first_ms + place * 30_000
        row[varying[0]] = (moment << 80 | 7 << 76 | place).to_bytes(16, "big")
        row[varying[1]] = place % 1000 + 1
        row[varying[2]] = moment << 16
        yield tuple(row)


def _tally(
    connection: Connection, model: dict[str, Any], heads: list[dict[str, str]],
    patterns: list[Pattern], kinds: Counter[tuple[int, int]],
) -> None:  # fmt: skip
    deltas = Deltas()
    for (head, pattern), n in kinds.items():
        deltas.count({**model, **heads[head], **patterns[pattern]}, n)
    deltas.write(connection)
