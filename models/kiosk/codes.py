"""One-time codes: one dossier gives one anonymous vote, and nothing says which.

A code is 16 digits: 10 drawn by chance and 6 that only this store's secret makes of them, so that
it proves itself and no list of codes is kept. A used one is remembered by a keyed hash. How that is
kept apart from the vote is told in `docs/decisions/0016-kiosk.md`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.journal.histories import read_entity
from models.json_text import canonical_json, parse_json
from models.permissions import Permission, permitted
from models.store.schema import own_unit, store_state
from models.store.store import Transaction

# `vote.codes_used` 1: used [hex], sorted; of at least `LEAST_TOGETHER` votes
CODES_USED: Final = "vote.codes_used"
LEAST_TOGETHER: Final = 5
MOST_CODES: Final = 5000
SERIAL_DIGITS: Final = 10
CHECK_DIGITS: Final = 6
DIGITS: Final = SERIAL_DIGITS + CHECK_DIGITS
_GROUP: Final = 4
_SECRET_BYTES: Final = 32
_MARK_BYTES: Final = 16
_SECRET: Final = "kiosk_codes"
_WAITING: Final = "kiosk_codes_used"


@permitted(Permission.REVIEW_SLIPS)
def make_codes(tx: Transaction, count: int) -> list[str]:
    """Return new codes; nothing is kept of them. UserError for none, or too many at once.

    Who may review votes prints the codes, not who hands them out and sits beside the kiosk.
    """
    if not 1 <= count <= MOST_CODES:
        raise UserError("kiosk.codes_count", most=MOST_CODES)
    secret = _read_secret(tx.connection)
    if secret is None:
        secret = secrets.token_bytes(_SECRET_BYTES)
        _keep(tx.connection, _SECRET, secret.hex())
    drawn: set[str] = set()
    while len(drawn) < count:
        drawn.add(f"{secrets.randbelow(10**SERIAL_DIGITS):0{SERIAL_DIGITS}d}")
    made = [serial + _check(secret, serial) for serial in drawn]
    secrets.SystemRandom().shuffle(made)
    return made


def grouped(code: str) -> str:
    """Return a code as it is printed, in groups of four."""
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def check_code(connection: Connection, typed: str) -> str:
    """Return the mark that is kept of a code once it was used, in hex.

    UserError for one that this store did not make, and for one that was used.
    """
    code = "".join(letter for letter in typed if letter.isdecimal() and letter.isascii())
    serial, check = code[:SERIAL_DIGITS], code[SERIAL_DIGITS:]
    secret = _read_secret(connection)
    if secret is None or len(code) != DIGITS:
        raise UserError("kiosk.code_wrong")
    if not hmac.compare_digest(check, _check(secret, serial)):
        raise UserError("kiosk.code_wrong")
    mark = _digest(secret, "used", serial)[:_MARK_BYTES].hex()
    refuse_used(connection, mark)
    return mark


def refuse_used(connection: Connection, mark: str) -> None:
    """Raise UserError where the code of a mark was used."""
    if mark in _waiting(connection) or mark in _told(connection):
        raise UserError("kiosk.code_used")


@permitted(Permission.KEY_SLIPS)
def use_code(tx: Transaction, mark: str) -> None:
    """Remember that a code was used, together with its vote; UserError if it was before.

    It waits among the others of its day, in the order of their marks and not of time.
    """
    refuse_used(tx.connection, mark)
    _keep_waiting(tx.connection, [*_waiting(tx.connection), mark])


@permitted(Permission.KEY_SLIPS)
def tell_used(tx: Transaction) -> None:
    """Record the marks that wait, all at once and sorted; too few of them go on waiting."""
    waiting = _waiting(tx.connection)
    if len(waiting) >= LEAST_TOGETHER:
        unit = own_unit(tx.connection) or ""
        tx.append(NewEvent(CODES_USED, unit, _entity(unit), {"used": waiting}))
        _keep_waiting(tx.connection, [])


def _told(connection: Connection) -> set[str]:
    unit = own_unit(connection) or ""
    events = read_entity(connection, _entity(unit), unit)
    return {mark for event in events for mark in event.content.get("used", ())}


def _entity(unit: str) -> UUID:
    return derived_id("kiosk codes", [unit])


def _waiting(connection: Connection) -> list[str]:
    kept = _read(connection, _WAITING)
    marks: list[str] = parse_json(kept) if kept else []
    return marks


def _keep_waiting(connection: Connection, marks: list[str]) -> None:
    _keep(connection, _WAITING, canonical_json(sorted(marks)))


def _read_secret(connection: Connection) -> bytes | None:
    kept = _read(connection, _SECRET)
    return bytes.fromhex(kept) if kept else None


def _read(connection: Connection, key: str) -> str | None:
    query = select(store_state.c.value).where(store_state.c.key == key)
    kept: str | None = connection.execute(query).scalar()
    return kept


def _keep(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(store_state).where(store_state.c.key == key))
    connection.execute(insert(store_state), {"key": key, "value": value})


def _check(secret: bytes, serial: str) -> str:
    number = int.from_bytes(_digest(secret, "check", serial)[:8], "big")
    return f"{number % 10**CHECK_DIGITS:0{CHECK_DIGITS}d}"


def _digest(secret: bytes, purpose: str, serial: str) -> bytes:
    return hmac.digest(secret, f"{purpose}:{serial}".encode(), hashlib.sha256)
