"""Keeps the search index of the register (`models.households.tables`) in step with its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, text

from models.households.search_text import (
    SEARCHED_DIGITS,
    SEARCHED_WORDS,
    search_digits,
    search_words,
)
from models.store.prepared import Prepared

_INSERT_WORDS: Final = Prepared(
    text("INSERT INTO household_search (rowid, words) VALUES (:key, :found)")
)
_INSERT_DIGITS: Final = Prepared(
    text("INSERT INTO household_digits (rowid, digits) VALUES (:key, :found)")
)


def index_new(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put new rows of `households`, each with its key, into the index."""
    _insert(connection, rows)


def index_again(
    connection: Connection, before: Mapping[str, Any], now: Mapping[str, Any]
) -> None:
    """Change what the index holds of a row of `households`; both with the same key."""
    searched = (*SEARCHED_WORDS, *SEARCHED_DIGITS)
    if any(before[name] != now[name] for name in searched):
        if connection.dialect.name == "sqlite":
            for name in ("household_search", "household_digits"):
                forget = text(f"DELETE FROM {name} WHERE rowid = :key")
                connection.execute(forget, {"key": now["key"]})
        _insert(connection, [now])


def _insert(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    if connection.dialect.name != "sqlite":
        from models.households.server_search import index_rows

        index_rows(connection, rows)
        return
    _INSERT_WORDS.many(
        connection, [{"key": row["key"], "found": search_words(row)} for row in rows]
    )
    _INSERT_DIGITS.many(
        connection, [{"key": row["key"], "found": search_digits(row)} for row in rows]
    )
