"""Searches the register by the index beside it (`models.households.tables`).

Words are found by their beginnings, and no order by rank, which would read every hit. Codes and
telephones are found by any part of three characters and more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, text

from models.households.search_text import (
    SEARCHED_DIGITS,
    SEARCHED_WORDS,
    WORD,
    search_digits,
    search_words,
)
from models.store.prepared import Prepared
from models.text import search_key

_MOST_WORDS: Final = 12
_INSERT_WORDS: Final = Prepared(
    text("INSERT INTO household_search (rowid, words) VALUES (:key, :found)")
)
_INSERT_DIGITS: Final = Prepared(
    text("INSERT INTO household_digits (rowid, digits) VALUES (:key, :found)")
)
_LEAST_PART: Final = 3


def index_new(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put new rows of `households`, each with its key, into the index."""
    if connection.dialect.name == "sqlite":
        _insert(connection, rows)


def index_again(
    connection: Connection, before: Mapping[str, Any], now: Mapping[str, Any]
) -> None:
    """Change what the index holds of a row of `households`; both with the same key."""
    if connection.dialect.name != "sqlite":
        return
    searched = (*SEARCHED_WORDS, *SEARCHED_DIGITS)
    if any(before[name] != now[name] for name in searched):
        for name in ("household_search", "household_digits"):
            connection.execute(text(f"DELETE FROM {name} WHERE rowid = :key"), {"key": now["key"]})
        _insert(connection, [now])


def _insert(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    _INSERT_WORDS.many(
        connection, [{"key": row["key"], "found": search_words(row)} for row in rows]
    )
    _INSERT_DIGITS.many(
        connection, [{"key": row["key"], "found": search_digits(row)} for row in rows]
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as typed: words by their beginnings, and parts that may lie inside a code."""

    words: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was typed that could be found."""
        return not self.words and not self.parts


def read_wanted(typed: str) -> Wanted:
    """Return what is looked for; words in any order, with marks or without."""
    words: list[str] = []
    parts: list[str] = []
    for chunk in search_key(typed).split(" ")[:_MOST_WORDS]:
        is_code = len(chunk) >= _LEAST_PART and any(sign.isdigit() for sign in chunk)
        if is_code:
            parts.append(chunk)
        else:
            words += WORD.findall(chunk)
    return Wanted(tuple(words), tuple(parts))


def search_keys(connection: Connection, wanted: Wanted, limit: int) -> Sequence[int]:
    """Return the keys of at most `limit` households that hold all that is wanted.

    In the order of the register; merged households are left out.
    """
    conditions: list[str] = []
    params: dict[str, Any] = {"limit": limit}
    if wanted.words:
        conditions.append("household_search MATCH :words")
        params["words"] = " ".join(_prefix(word) for word in wanted.words)
    for place, part in enumerate(wanted.parts):
        source = "household_search.rowid" if wanted.words else "households.key"
        params[f"part{place}"] = f'"{_quoted(part)}"'
        found = f"SELECT rowid FROM household_digits WHERE household_digits MATCH :part{place}"
        words = " ".join(_prefix(word) for word in WORD.findall(part))
        if words:
            params[f"words{place}"] = words
            found += (
                " UNION SELECT rowid FROM household_search"
                f" WHERE household_search MATCH :words{place}"
            )
        conditions.append(f"{source} IN ({found})")
    origin = (
        "household_search JOIN households ON households.key = household_search.rowid"
        if wanted.words
        else "households"
    )
    query = (
        f"SELECT households.key FROM {origin}"
        f" WHERE {' AND '.join(conditions)} AND households.merged_into IS NULL LIMIT :limit"
    )
    return connection.execute(text(query), params).scalars().all()


def _prefix(word: str) -> str:
    return f'"{_quoted(word)}"*'


def _quoted(word: str) -> str:
    return word.replace('"', '""')
