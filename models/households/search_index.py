"""Searches the register by the index beside it (`models.households.tables`).

Words are found by their beginnings, and no order by rank, which would read every hit. Codes and
telephones are found by any part of three characters and more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, text

from models.text import search_key

_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 12
_INDEXED: Final = (("household_search", "words"), ("household_digits", "digits"))
_LEAST_PART: Final = 3


def index_new(connection: Connection, after: int) -> None:
    """Put the households with a key above `after` into the index."""
    if connection.dialect.name != "sqlite":
        return
    for name, column in _INDEXED:
        connection.execute(
            text(
                f"INSERT INTO {name} (rowid, {column})"
                f" SELECT key, {column} FROM households WHERE key > :after"
            ),
            {"after": after},
        )


def index_again(
    connection: Connection, key: int, before: Mapping[str, str], now: Mapping[str, str]
) -> None:
    """Change what the index holds of a household, `words` and `digits` of before and now."""
    if connection.dialect.name != "sqlite":
        return
    for name, column in _INDEXED:
        if before[column] != now[column]:
            connection.execute(
                text(
                    f"INSERT INTO {name} ({name}, rowid, {column})"
                    " VALUES ('delete', :key, :text)"
                ),
                {"key": key, "text": before[column]},
            )
            connection.execute(
                text(f"INSERT INTO {name} (rowid, {column}) VALUES (:key, :text)"),
                {"key": key, "text": now[column]},
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
            words += _WORD.findall(chunk)
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
        words = " ".join(_prefix(word) for word in _WORD.findall(part))
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
