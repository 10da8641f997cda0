"""Sees what a save writes at the driver itself, whichever way the program takes to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

from sqlcipher3 import dbapi2

Written = tuple[str, Any]
_WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")
_kept: list[Written] | None = None


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """Keeps each row that is written, with its statement."""

    def execute(self, statement: str, values: Any = ()) -> Any:
        if _kept is not None and statement.lstrip().upper().startswith(_WRITING):
            _kept.append((statement, values))
        return super().execute(statement, values)

    def executemany(self, statement: str, rows: Any) -> Any:
        rows = list(rows)
        if _kept is not None:
            _kept.extend((statement, row) for row in rows)
        return super().executemany(statement, rows)


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    """Hands out cursors that keep what they write."""

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


@contextmanager
def recorded_driver() -> Iterator[None]:
    """Let the connections that are opened meanwhile be seen."""
    with patch.object(dbapi2, "connect", partial(dbapi2.connect, factory=_Connection)):
        yield


@contextmanager
def recording() -> Iterator[list[Written]]:
    """Collect what is written meanwhile through such connections."""
    global _kept
    _kept = made = []
    try:
        yield made
    finally:
        _kept = None
