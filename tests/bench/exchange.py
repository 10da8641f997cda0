"""Exchange by bundle: a first one of a commune's register, one with nothing new, and its bytes."""

from __future__ import annotations

import random
import shutil
import time
from functools import partial
from pathlib import Path
from typing import Final

import zstandard

from desktop.paths import DataPaths
from desktop.session import Session
from exports.exchange.files import read_bundle, write_bundle
from exports.exchange.round import make_bundle, note_made, open_content, take_bundle
from models.journal.log import read_all
from models.journal.reconcile import state_streams
from models.stations.commands import enrol
from models.stations.ledger import hear
from models.stations.own import make_own, read_own
from models.store.engine import connect
from tests.bench.result import Findings, Line, against_limit, median
from tests.bench.stores import Stores, open_store

ROUNDS: Final = 3
MILLION: Final = 1_000_000
# A counter's store after some years: a stream for each day on which it was opened.
STREAMS: Final = 1_000
_WORKING_DAY_MS: Final = 365 * 24 * 3600 * 1000 // 250
_GROUP: Final = "Exchange by bundle"
_HASH_BYTES: Final = 32
_FIELDS: Final = 15


def measure(stores: Stores) -> Findings:
    """Measure both exchanges; the reference of the first is copying the file and verifying it."""
    whole, copied = [], []
    sizes = (0, 0, 0)
    for place in range(ROUNDS):
        one = open_store(stores.copy(stores.demo, f"exchange-from-{place}"))
        other = open_store(stores.copy(stores.fresh, f"exchange-to-{place}"))
        _introduce(one, other)
        copied.append(_copied(one, stores.folder / f"copy-{place}.db"))
        took, size, events = _exchanged(one, other, stores.folder / f"first-{place}.motcua")
        whole.append(took)
        sizes = (size, events, _bare(one))
        one.store.close()
        other.store.close()
    size, events, floor = sizes
    took, length = _nothing_new(stores)
    return Findings(
        (
            Line(_GROUP, f"a first exchange of {events:,} events", median(whole), median(copied),
                 "copying the store and verifying it", "ms", "at most", 10),
            Line(_GROUP, "bytes of its bundle per event", size / events, floor / events,
                 "zstd of the bare payloads, and a hash each", "B"),
            against_limit(_GROUP, f"nothing new at {MILLION:,} events, both ways", took, 500, "ms"),
            Line(_GROUP, f"  bytes of one such bundle, {STREAMS:,} streams", length, unit="B"),
        )
    )  # fmt: skip


def _introduce(one: Session, other: Session) -> None:
    cards = [
        session.store.write(partial(make_own, name=name), actor=session.account).card
        for session, name in ((one, "Một"), (other, "Hai"))
    ]
    for session, card in zip((one, other), reversed(cards), strict=True):
        session.store.write(partial(enrol, card=card, units=None), actor=session.account)


def _exchanged(one: Session, other: Session, path: Path) -> tuple[float, int, int]:
    begun = time.perf_counter()
    made = one.store.read(partial(make_bundle, recipients=None, now_ms=one.store.clock.now_ms()))
    write_bundle(path, made.sealed)
    one.store.write(partial(note_made, made=made), actor=one.account)
    content = other.store.read(partial(open_content, sealed=read_bundle(path)))
    taken = other.store.write(partial(take_bundle, content=content), actor=other.account)
    took = (time.perf_counter() - begun) * 1000
    assert taken.new == made.events, (taken, made.events)
    return took, len(made.sealed), made.events


def _copied(session: Session, target: Path) -> float:
    raw = connect(session.paths.store, session.key)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    begun = time.perf_counter()
    shutil.copyfile(session.paths.store, target)
    raw = connect(target, session.key)
    assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    raw.close()
    return (time.perf_counter() - begun) * 1000


def _bare(session: Session) -> int:
    """Return the bytes below which no bundle with a hash for each event can be."""
    payloads: list[bytes] = []
    for part in session.store.read(lambda c: list(read_all(c))):
        payloads += [(event.payload or "").encode() for event in part]
    packed = zstandard.ZstdCompressor(level=3).compress(b"\n".join(payloads))
    return len(packed) + _HASH_BYTES * len(payloads)


def _nothing_new(stores: Stores) -> tuple[float, int]:
    """Return how long a round takes when both hold the same, and the bytes of one bundle."""
    one = open_store(stores.copy(stores.fresh, "million-one"))
    _fill(one)
    one.store.close()
    paths = DataPaths(stores.folder / "million-one")
    one = open_store(paths)
    other = open_store(stores.copy(paths, "million-other"))
    _introduce(one, other)
    # Each has heard what the other holds: these events are told of here, they are none to send.
    for station, heard in ((one, other), (other, one)):
        own = heard.store.read(read_own)
        assert own is not None
        stated = heard.store.read(state_streams)
        station.store.write(
            lambda tx, id_=own.card.id, said=stated: hear(
                tx.connection, id_, said, made_ms=1, now_ms=1
            ),
            actor=station.account,
        )
    _round(one, other, stores.folder)
    times = []
    length = 0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        length = _round(one, other, stores.folder)
        times.append((time.perf_counter() - begun) * 1000)
    one.store.close()
    other.store.close()
    return median(times), length


def _round(one: Session, other: Session, folder: Path) -> int:
    length = 0
    for giver, taker in ((one, other), (other, one)):
        path = folder / "round.motcua"
        made = giver.store.read(
            partial(make_bundle, recipients=None, now_ms=giver.store.clock.now_ms())
        )
        write_bundle(path, made.sealed)
        giver.store.write(partial(note_made, made=made), actor=giver.account)
        content = taker.store.read(partial(open_content, sealed=read_bundle(path)))
        taker.store.write(partial(take_bundle, content=content), actor=taker.account)
        length = len(made.sealed)
    return length


def _fill(session: Session) -> None:
    """Write a million events of other stations straight into the journal's tables."""
    pick = random.Random(MILLION)
    raw = connect(session.paths.store, session.key, synchronous="OFF")
    marks = ", ".join("?" * _FIELDS)
    each = MILLION // STREAMS
    now_ms = session.store.clock.now_ms()
    for number in range(STREAMS):
        # A working day each, the last one yesterday.
        minted_ms = now_ms - (STREAMS - number) * _WORKING_DAY_MS
        stream = minted_ms.to_bytes(6, "big") + pick.randbytes(10)
        last, digest, rows = bytes(32), 0, []
        for seq in range(1, each + 1):
            event = pick.randbytes(16)
            before, last = last, pick.randbytes(32)
            digest ^= int.from_bytes(last, "big")
            rows.append((
                session.unit, event, stream, seq, seq, "of another time", 1, event, event, b"",
                pick.randbytes(16), "{}", bytes(32), before, last,
            ))  # fmt: skip
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(
            "INSERT INTO events (unit, event_id, stream, seq, hlc, type, type_version, actor,"
            f" entity, parents, salt, payload, payload_hash, prev, hash) VALUES ({marks})", rows,
        )  # fmt: skip
        raw.execute(
            "INSERT INTO streams VALUES (?, 0, ?, ?, ?, ?)",
            (stream, each, digest.to_bytes(32, "big"), last, each),
        )
        raw.execute("INSERT INTO stream_units VALUES (?, ?)", (stream, session.unit))
        raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
