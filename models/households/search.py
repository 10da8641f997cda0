"""Searches the register by the index beside it (`models.households.search_index`).

Words are found by their beginnings, and no order by rank, which would read every hit. Codes and
telephones are found by any part of three characters and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from models.households.search_text import SEARCHED_DIGITS, SEARCHED_WORDS, WORD
from models.store.driver import driver_of
from models.text import search_key

_MOST_WORDS: Final = 12
_LEAST_PART: Final = 3
# What ends a part of an address is no part of a code.
_STOPS: Final = ",.;:"
# The index has the beginnings of words ready up to this length. A longer one it would gather from
# all words that begin so, which takes 60 ms for `nguyen` among a million households: which words
# these are is asked first, seldom more than one or two, and a whole word's households are ready.
_READY: Final = 4
_MOST_TERMS: Final = 20
# Up to so many are looked at rather than set against what the index has of all else; one more for
# so many households.
_MOST_LOOKED_AT: Final = 400
_FOR_ONE_LOOK: Final = 1500

# The name, the other words and the codes: the driver takes its time for every column.
_NAME, *_OTHER_WORDS = SEARCHED_WORDS
_LOOKED_AT: Final = (
    f"SELECT key, {_NAME}, concat_ws(',', {', '.join(_OTHER_WORDS)}),"
    f" concat_ws(' ', {', '.join(SEARCHED_DIGITS)}) FROM households"
)
_WORDS: Final = "SELECT rowid FROM household_search WHERE household_search MATCH ?"
_DIGITS: Final = "SELECT rowid FROM household_digits WHERE household_digits MATCH ?"
# A view of the index that holds nothing itself, for this connection alone.
_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.household_terms"
    " USING fts5vocab(main, household_search, instance)"
)
_NEXT_TERM: Final = "SELECT term FROM temp.household_terms WHERE term >= ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as typed: words by their beginnings, and parts that may lie inside a code."""

    words: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was typed that could be found."""
        return not self.words and not self.parts

    def is_held(self, name: str, others: str, digits: str) -> bool:
        """Say whether a household of this name, these other words and codes holds all of it."""
        folded = search_key(name)
        if not self.parts and all(_begins(folded, word) for word in self.words):
            # Most of what is typed is a name, and an address takes four times as long to fold.
            return True
        folded = f"{folded} {search_key(others)}"
        if not all(_begins(folded, word) for word in self.words):
            return False
        digits = digits.casefold()
        return all(part in digits or _holds_all(folded, part) for part in self.parts)


def _holds_all(text: str, part: str) -> bool:
    pieces = WORD.findall(part)
    return bool(pieces) and all(_begins(text, piece) for piece in pieces)


def _begins(text: str, word: str) -> bool:
    """Say whether a word of a folded text begins so."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0


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
) -> list[tuple[Any, ...]]:
    """Return at most `limit` rows of `households` that hold all that is wanted.

    In the order of the register, merged households left out, values as the driver gives them, in
    the order of `columns`. Where there are more, a number finds house numbers before parts of
    codes.
    """
    search = _search(connection, limit)
    found: set[int] = set()
    for leg in _legs(wanted):
        found.update(search.keys(leg))
        if len(found) >= limit:
            break
    return search.whole(sorted(found)[:limit], columns)


class _Finder(Protocol):
    """What looks for keys and rows in one kind of database."""

    def keys(self, leg: Leg) -> list[int]:
        """Return the first keys of one leg."""

    def whole(self, keys: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the rows of keys, in their order."""


def _search(connection: Connection, limit: int) -> _Finder:
    if connection.dialect.name == "sqlite":
        return _Search(connection, limit)
    from models.households.server_search import ServerSearch

    return ServerSearch(connection, limit)


@dataclass(frozen=True, slots=True)
class Leg:
    """One way in which a household may hold what is wanted: by these words and this part.

    `others` are parts that it holds besides, in whatever way.
    """

    words: tuple[str, ...]
    part: str | None
    others: tuple[str, ...]


def _legs(wanted: Wanted) -> list[Leg]:
    """Return the ways; the longest part is a code's or, as in `12/3`, words of an address."""
    if not wanted.parts:
        return [Leg(wanted.words, None, ())]
    longest = max(wanted.parts, key=len)
    others = tuple(part for part in wanted.parts if part != longest)
    return [
        Leg((*wanted.words, *WORD.findall(longest)), None, others),
        Leg(wanted.words, longest, others),
    ]


class _Search:
    """Takes keys from the index, looks whether their households are right, and stops in time."""

    def __init__(self, connection: Connection, limit: int) -> None:
        self._driver = driver_of(connection)
        self._limit = limit
        (last,) = self._driver.execute("SELECT max(key) FROM households").fetchone()
        self._most = min(limit + (last or 0) // _FOR_ONE_LOOK, _MOST_LOOKED_AT)

    def keys(self, leg: Leg) -> list[int]:
        """Return the first keys of one leg, rising; few are taken from the index beyond them."""
        if leg.part is None:
            return self._held(self._with_words(leg.words), Wanted((), leg.others))
        few = self._few(self._with_part(leg.part))
        if few is not None or not leg.words:
            found = self._with_part(leg.part) if few is None else few
            return self._held(found, Wanted(leg.words, leg.others))
        few = self._few(self._with_words(leg.words))
        if few is not None:
            return self._held(few, Wanted((), (leg.part, *leg.others)))
        return self._held(self._with_both(leg.part, leg.words), Wanted((), leg.others))

    def whole(self, keys: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the rows of keys, in their order."""
        query = f"SELECT {', '.join(columns)} FROM households WHERE {_among(keys)} ORDER BY key"
        found: list[tuple[Any, ...]] = self._driver.execute(query, keys).fetchall()
        return found

    def _few(self, keys: Iterator[int]) -> list[int] | None:
        """Return the keys if they are few enough to be looked at, else None."""
        found = list(islice(keys, self._most + 1))
        return found if len(found) <= self._most else None

    def _with_words(self, words: Iterable[str]) -> Iterator[int]:
        return self._rising(f"{_WORDS} ORDER BY rowid", self._match(words))

    def _with_part(self, part: str) -> Iterator[int]:
        return self._rising(f"{_DIGITS} ORDER BY rowid", _quoted(part))

    def _with_both(self, part: str, words: Iterable[str]) -> Iterator[int]:
        # Both rise, so that SQLite goes along them side by side, no further than it is asked.
        query = f"{_DIGITS} INTERSECT {_WORDS} ORDER BY rowid"
        return self._rising(query, _quoted(part), self._match(words))

    def _match(self, words: Iterable[str]) -> str:
        """Return what asks the index for words by their beginnings."""
        return " AND ".join(map(self._beginning, words))

    def _beginning(self, word: str) -> str:
        if len(word) > _READY:
            terms = self._terms(word)
            if terms is not None:
                return f"({' OR '.join(map(_quoted, terms))})"
        return f"{_quoted(word)}*"

    def _terms(self, word: str) -> list[str] | None:
        """Return the words of the index that begin so; None if there are none or many."""
        self._driver.execute(_VOCABULARY)
        found: list[str] = []
        at = word
        while len(found) < _MOST_TERMS:
            # Never on to the next row, which is a household and no other word.
            row = self._driver.execute(_NEXT_TERM, (at,)).fetchone()
            if row is None or not row[0].startswith(word):
                return found or None
            found.append(row[0])
            at = f"{row[0]}\0"
        return None

    def _rising(self, query: str, *matches: str) -> Iterator[int]:
        for (key,) in self._driver.execute(query, matches):
            yield key

    def _held(self, keys: Iterable[int], rest: Wanted) -> list[int]:
        """Return the first keys whose households stand and hold the rest."""
        found: list[int] = []
        left = iter(keys)
        while len(found) < self._limit and (part := list(islice(left, self._limit))):
            among = f"WHERE {_among(part)} AND merged_into IS NULL ORDER BY key"
            if rest.is_empty:
                rows = self._driver.execute(f"SELECT key FROM households {among}", part)
                found += [key for (key,) in rows]
            else:
                rows = self._driver.execute(f"{_LOOKED_AT} {among}", part)
                found += [key for key, *texts in rows if rest.is_held(*texts)]
        return found[: self._limit]


def _among(keys: Sequence[int]) -> str:
    return f"key IN ({', '.join('?' * len(keys))})"


def _quoted(word: str) -> str:
    escaped = word.replace('"', '""')
    return f'"{escaped}"'
