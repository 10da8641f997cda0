"""Searches the register by the index beside it (`models.households.tables`).

Words are found by their beginnings, and no order by rank, which would read every hit. Codes and
telephones are found by any part of three characters and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
# What ends a part of an address is no part of a code.
_STOPS: Final = ",.;:"
# The index has the beginnings of words ready up to this length; longer ones it gathers from all
# words that begin so, which takes 75 ms for `nguyen` among a million households.
_READY: Final = 4
# So many are looked at before it is cheaper to have the index gather, which takes the longer the
# more households there are: one more for so many of them.
_MOST_LOOKED_AT: Final = 400
_FOR_ONE_LOOK: Final = 1500

_NAMES: Final = ("key", *SEARCHED_WORDS, *SEARCHED_DIGITS)
_LOOKED_AT: Final = f"SELECT {', '.join(f'households.{name}' for name in _NAMES)} FROM"


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

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Say whether a row of `households` holds all of it."""
        words = search_words(row).split(" ")
        if not all(_begins(words, word) for word in self.words):
            return False
        if not self.parts:
            return True
        digits = search_digits(row)
        return all(part in digits or _holds_all(words, part) for part in self.parts)


def _holds_all(words: Sequence[str], part: str) -> bool:
    pieces = WORD.findall(part)
    return bool(pieces) and all(_begins(words, piece) for piece in pieces)


def _begins(words: Sequence[str], word: str) -> bool:
    return any(one.startswith(word) for one in words)


def read_wanted(typed: str) -> Wanted:
    """Return what is looked for; words in any order, with marks or without."""
    words: list[str] = []
    parts: list[str] = []
    for written in search_key(typed).split(" ")[:_MOST_WORDS]:
        chunk = written.strip(_STOPS)
        is_code = len(chunk) >= _LEAST_PART and any(sign.isdigit() for sign in chunk)
        if is_code:
            parts.append(chunk)
        else:
            words += WORD.findall(chunk)
    return Wanted(tuple(words), tuple(parts))


def search_rows(
    connection: Connection, wanted: Wanted, limit: int, columns: Sequence[str]
) -> list[dict[str, Any]]:
    """Return at most `limit` rows of `households` that hold all that is wanted.

    In the order of the register, merged households left out, values as the driver gives them.
    Where there are more, a number finds house numbers before parts of codes.
    """
    search = _Search(connection, wanted, limit)
    found: set[int] = set()
    for leg in _legs(wanted):
        found.update(search.keys(leg))
        if len(found) >= limit:
            break
    return search.whole(sorted(found)[:limit], columns)


@dataclass(frozen=True, slots=True)
class _Leg:
    """One way in which a household may hold what is wanted: by these words and this part."""

    words: tuple[str, ...]
    part: str | None = None


def _legs(wanted: Wanted) -> list[_Leg]:
    """Return the ways; the longest part is a code's or, as in `12/3`, words of an address."""
    if not wanted.parts:
        return [_Leg(wanted.words)]
    longest = max(wanted.parts, key=len)
    return [_Leg((*wanted.words, *WORD.findall(longest))), _Leg(wanted.words, longest)]


class _Search:
    """Takes rows from the index one by one, looks whether they are right, and stops in time."""

    def __init__(self, connection: Connection, wanted: Wanted, limit: int) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        self._driver = driver
        self._wanted = wanted
        self._limit = limit
        (last,) = driver.execute("SELECT max(key) FROM households").fetchone()
        self._most = min(limit + (last or 0) // _FOR_ONE_LOOK, _MOST_LOOKED_AT)
        # What the index has ready it says for certain.
        self._is_sure = not wanted.parts and all(len(word) <= _READY for word in wanted.words)

    def keys(self, leg: _Leg) -> list[int]:
        """Return the keys of one way, found quickly if there are many or few of them."""
        for query, params in self._quickly(leg):
            found, is_complete = self._right(query, params, most=self._most)
            if is_complete or len(found) == self._limit:
                return found
        # Many look like it and few are: now it pays to gather those that are.
        return self._right(*self._exactly(leg), most=None)[0]

    def whole(self, keys: Sequence[int], columns: Sequence[str]) -> list[dict[str, Any]]:
        """Return the rows of keys, in their order."""
        marks = ", ".join("?" * len(keys))
        query = f"SELECT {', '.join(columns)} FROM households WHERE key IN ({marks}) ORDER BY key"
        found = self._driver.execute(query, tuple(keys)).fetchall()
        return [dict(zip(columns, values, strict=True)) for values in found]

    def _quickly(self, leg: _Leg) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield queries whose rows come at once: words cut to what the index has ready."""
        if leg.part is not None:
            yield self._by("household_digits", _quoted(leg.part))
        if leg.words:
            yield self._by("household_search", _all_of(word[:_READY] for word in leg.words))

    def _exactly(self, leg: _Leg) -> tuple[str, tuple[str, ...]]:
        if leg.part is None:
            return self._by("household_search", _all_of(leg.words))
        if not leg.words:
            return self._by("household_digits", _quoted(leg.part))
        both = (
            "SELECT rowid FROM household_digits WHERE household_digits MATCH ?"
            " INTERSECT SELECT rowid FROM household_search WHERE household_search MATCH ?"
        )
        words = _all_of(word[:_READY] for word in leg.words)
        return (
            f"{_LOOKED_AT} households WHERE key IN ({both}) AND merged_into IS NULL ORDER BY key",
            (_quoted(leg.part), words),
        )

    def _by(self, index: str, match: str) -> tuple[str, tuple[str, ...]]:
        # A cross join keeps its order: the index first.
        return (
            f"{_LOOKED_AT} {index} CROSS JOIN households ON households.key = {index}.rowid"
            f" WHERE {index} MATCH ? AND households.merged_into IS NULL",
            (match,),
        )

    def _right(
        self, query: str, params: tuple[str, ...], most: int | None
    ) -> tuple[list[int], bool]:
        found: list[int] = []
        cursor = self._driver.execute(query, params)
        try:
            for place, values in enumerate(cursor):
                if place == most:
                    return found, False
                row = dict(zip(_NAMES, values, strict=True))
                if self._is_sure or self._wanted.holds(row):
                    found.append(row["key"])
                    if len(found) == self._limit:
                        return found, False
        finally:
            cursor.close()
        return found, True


def _all_of(words: Iterable[str]) -> str:
    return " ".join(f"{_quoted(word)}*" for word in words)


def _quoted(word: str) -> str:
    escaped = word.replace('"', '""')
    return f'"{escaped}"'
