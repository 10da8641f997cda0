"""A million households: the demo register thirty times over, in units, codes and phones of its own.

Written straight into the projection's table, its index and its tallies.
"""

from __future__ import annotations

import random
from typing import Any

from desktop.session import Session
from models.households.search_text import search_digits, search_words
from models.store.engine import connect

COPIES = 30
_SEED = 34_043
_CHUNK = 20_000
_WORDS = "INSERT INTO household_search (rowid, words) VALUES (?, ?)"
_DIGITS = "INSERT INTO household_digits (rowid, digits) VALUES (?, ?)"
Row = dict[str, Any]


def fill(session: Session) -> int:
    """Add the copies and return how many households there are; the same in every run."""
    pick = random.Random(_SEED)
    raw = connect(session.paths.store, session.key, synchronous="OFF")
    found = raw.execute("SELECT * FROM households ORDER BY key")
    names = [column[0] for column in found.description]
    models: list[Row] = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO households ({', '.join(names)}) VALUES ({marks})"
    key = models[-1]["key"]
    for copy in range(1, COPIES):
        for start in range(0, len(models), _CHUNK):
            rows = [_copied(model, copy, pick) for model in models[start : start + _CHUNK]]
            for row in rows:
                key += 1
                row["key"] = key
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(statement, [tuple(row.values()) for row in rows])
            raw.executemany(_WORDS, [(row["key"], search_words(row)) for row in rows])
            raw.executemany(_DIGITS, [(row["key"], search_digits(row)) for row in rows])
            raw.execute("COMMIT")
        _tally(raw, copy)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return int(key)


def _copied(model: Row, copy: int, pick: random.Random) -> Row:
    old_unit = _unit(model["old_unit"], copy)
    return {
        **model,
        "id": pick.randbytes(16),
        "home": _unit(model["home"], copy),
        "unit": _unit(model["unit"], copy),
        "old_unit": old_unit,
        "list_code": f"HB-{old_unit}-{pick.randrange(10**6):06d}",
        "code": model["code"] and f"{model['code'][:5]}{pick.randrange(10**5):05d}",
        "phone": model["phone"] and f"{model['phone'][:3]}{pick.randrange(10**7):07d}",
    }


def _unit(code: str, copy: int) -> str:
    return f"{copy + 40}{code[2:]}" if code else ""


def _tally(raw: Any, copy: int) -> None:
    found = raw.execute("SELECT * FROM hamlet_tallies WHERE unit < '40'")
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    for row in rows:
        row["unit"], row["old_unit"] = _unit(row["unit"], copy), _unit(row["old_unit"], copy)
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO hamlet_tallies ({', '.join(names)}) VALUES ({marks})"
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(statement, [tuple(row.values()) for row in rows])
    raw.execute("COMMIT")
