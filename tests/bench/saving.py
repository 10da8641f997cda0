"""Saving a slip against one raw row, against its own bare rows, and with or without the tallies."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any
from unittest.mock import patch
from uuid import UUID

from desktop.paths import DataPaths
from desktop.session import Session
from models.ids import uuid7
from models.json_text import canonical_json
from models.store.engine import connect
from models.surveys.commands import record_slip
from models.surveys.records import SlipContent
from models.surveys.tally import Deltas
from tests.bench.recording import Written, recorded_driver, recording
from tests.bench.result import Findings, Line, median, noise, quantile
from tests.bench.stores import Stores, complete_slips, form_of, grow, new_batch, open_store

SAVES = 2500
_GROWN = 10_000
_WARM = 100
_GROUP = "Saving a slip"


class _Clerk:
    """A store of its own into which the same slips are saved."""

    def __init__(self, paths: DataPaths, batch: UUID) -> None:
        self.session: Session = open_store(paths)
        self._batch = batch

    def save(self, slip: UUID, content: SlipContent) -> None:
        self.session.store.write(
            lambda tx: record_slip(tx, self._batch, slip, content), actor=self.session.account
        )


class _Floor:
    """Writes the rows of a save into a twin file again, without the program."""

    def __init__(self, clerk: _Clerk, twin: Any) -> None:
        self._clerk, self._twin = clerk, twin
        self._kept: list[Written] = []

    def record(self, slip: UUID, content: SlipContent) -> None:
        """Save a slip for its statements' sake; not measured."""
        with recording() as self._kept:
            self._clerk.save(slip, content)

    def replay(self) -> None:
        """Write the same rows into the twin, one commit."""
        execute = self._twin.execute
        execute("BEGIN IMMEDIATE")
        for statement, row in self._kept:
            execute(statement, row)
        execute("COMMIT")

    def rows(self) -> int:
        """Return how many rows the last save wrote."""
        return len(self._kept)

    def is_whole(self) -> bool:
        """Say whether the twin holds as many rows as the store."""
        names = self._twin.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        query = "SELECT " + ", ".join(f'(SELECT count(*) FROM "{name}")' for (name,) in names)
        kept = self._clerk.session.store.read(lambda c: tuple(c.exec_driver_sql(query).one()))
        return bool(kept == tuple(self._twin.execute(query).fetchone()))


def measure(stores: Stores) -> Findings:
    """Save the same slips into files that have grown alike, in turns."""
    template = stores.copy(stores.fresh, "grown")
    session = open_store(template)
    grow(session, _GROWN)
    batch, form, key = new_batch(session), form_of(session), session.key
    session.store.close()
    ours, bare = (
        _Clerk(stores.copy(template, f"save-{name}"), batch) for name in ("ours", "bare")
    )
    with recorded_driver():
        recorded = _Clerk(stores.copy(template, "save-kept"), batch)
    floor = _Floor(recorded, connect(stores.copy(template, "save-twin").store, key))
    slips = complete_slips(form, SAVES + _WARM)
    raws = [_raw_file(stores, f"raw-{place}.db", key, slips) for place in range(2)]
    times: dict[str, list[float]] = {name: [] for name in ("ours", "bare", "raw", "floor", "raw2")}
    for place, content in enumerate(slips):
        slip = uuid7(session.store.clock.now_ms())
        row = (slip.bytes, canonical_json(content.answers))
        floor.record(slip, content)
        works: list[tuple[str, Callable[[], object]]] = [
            ("ours", partial(ours.save, slip, content)),
            ("raw", partial(_save_raw, raws[0], row)),
            ("bare", partial(bare.save, slip, content)),
            ("floor", floor.replay),
            ("raw2", partial(_save_raw, raws[1], row)),
        ]
        # Each has each of the others before it in turn: the disk remembers who came last.
        for name, work in works[place % 5 :] + works[: place % 5]:
            with _no_tallies() if name == "bare" else nullcontext():
                times[name].append(_timed(work))
    found = {name: values[_WARM:] for name, values in times.items()}
    notes = [f"{len(found['ours']):,} saves each, in turns, into files grown to {_GROWN:,} slips;"
             f" a save writes {floor.rows()} rows"]  # fmt: skip
    if not floor.is_whole():
        notes.append("THE FLOOR IS NOT WHOLE: the twin lacks rows that the save wrote")
    for clerk in (ours, bare, recorded):
        clerk.session.store.close()
    return Findings(_lines(found), tuple(notes))


def _lines(found: dict[str, list[float]]) -> tuple[Line, ...]:
    mid = {name: median(values) for name, values in found.items()}
    late = {name: quantile(values, 0.95) for name, values in found.items()}
    share = 100 * (1 - mid["floor"] / mid["ours"])
    return (
        Line(_GROUP, "save, p50", mid["ours"], mid["raw"], "one raw row", "ms", "at most", 2),
        Line(_GROUP, "save, p95", late["ours"], late["raw"], "one raw row", "ms", "at most", 2),
        Line(_GROUP, "the same rows by plain execute, p50", mid["floor"], mid["raw"],
             "one raw row"),
        Line(_GROUP, "the same rows by plain execute, p95", late["floor"], late["raw"],
             "one raw row"),
        Line(_GROUP, "save above those rows (Python and reads)", share, unit="%"),
        Line(_GROUP, "save with the tallies, p50", mid["ours"], mid["bare"], "without them", "ms",
             "at most", 1.3),
        Line(_GROUP, "save with the tallies, p95", late["ours"], late["bare"], "without them"),
        noise(_GROUP, "one raw row, p50", mid["raw2"], mid["raw"], "ms"),
        noise(_GROUP, "one raw row, p95", late["raw2"], late["raw"], "ms"),
    )  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _raw_file(stores: Stores, name: str, key: bytes, slips: list[SlipContent]) -> Any:
    raw = connect(stores.folder / name, key)
    raw.execute("CREATE TABLE slips (id BLOB PRIMARY KEY, answers TEXT NOT NULL)")
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO slips VALUES (?, ?)",
        (
            (uuid7(place).bytes, canonical_json(slips[place % len(slips)].answers))
            for place in range(_GROWN)
        ),
    )
    raw.execute("COMMIT")
    return raw


def _save_raw(raw: Any, row: tuple[bytes, str]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO slips VALUES (?, ?)", row)
    raw.execute("COMMIT")


@contextmanager
def _no_tallies() -> Iterator[None]:
    with patch.object(Deltas, "count", _nothing), patch.object(Deltas, "write", _nothing):
        yield


def _nothing(*_arguments: object) -> None:
    """Stand in for the tallies."""
