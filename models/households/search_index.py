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
_INDEXES: Final = ("household_search", "household_digits")


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
            index_gone(connection, now["key"])
        _insert(connection, [now])


def index_gone(connection: Connection, key: int) -> None:
    """Take a row of `households` out of the index."""
    is_file = connection.dialect.name == "sqlite"
    column = "rowid" if is_file else "key"
    for name in _INDEXES if is_file else ("household_words",):
        connection.execute(text(f"DELETE FROM {name} WHERE {column} = :key"), {"key": key})


def forget_words(connection: Connection) -> None:
    """Have nothing left in the index of rows that were taken out: it only notes that they are.

    It is written anew for that, which takes a second for a commune and a minute for a province.
    """
    if connection.dialect.name == "sqlite":
        for name in _INDEXES:
            connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('optimize')"))


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
