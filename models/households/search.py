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
# The index has the beginnings of words ready up to this length; longer ones it gathers from all
# words that begin so, which takes 75 ms for `nguyen` among a million households.
_READY: Final = 4
# So many are looked at before it is cheaper to have the index gather, which takes the longer the
# more households there are: one more for so many of them.
_MOST_LOOKED_AT: Final = 400
_FOR_ONE_LOOK: Final = 1500

# The name, the other words and the codes: the driver takes its time for every column.
_NAME, *_OTHER_WORDS = SEARCHED_WORDS
_LOOKED_AT: Final = (
    f"SELECT key, {_NAME}, concat_ws(',', {', '.join(_OTHER_WORDS)}),"
    f" concat_ws(' ', {', '.join(SEARCHED_DIGITS)}) FROM households"
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

    @property
    def ready(self) -> tuple[str, ...]:
        """The words cut to what the index has ready."""
        return tuple(word[:_READY] for word in self.words)

    @property
    def long(self) -> tuple[str, ...]:
        """The words that are cut there."""
        return tuple(word for word in self.words if len(word) > _READY)


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


@dataclass(frozen=True, slots=True)
class _Way:
    """Keys that the index gives, rising; what it has not looked for; how many it pays to look at.

    `most` None looks at all of them.
    """

    keys: Iterable[int]
    rest: Wanted
    most: int | None = None


class _Search:
    """Takes keys from the index, looks whether their households are right, and stops in time."""

    def __init__(self, connection: Connection, limit: int) -> None:
        self._driver = driver_of(connection)
        self._limit = limit
        (last,) = self._driver.execute("SELECT max(key) FROM households").fetchone()
        self._most = min(limit + (last or 0) // _FOR_ONE_LOOK, _MOST_LOOKED_AT)

    def keys(self, leg: Leg) -> list[int]:
        """Return the keys of one leg, found quickly if there are many or few of them."""
        found: list[int] = []
        for way in self._by_words(leg) if leg.part is None else self._by_part(leg, leg.part):
            found, is_all = self._right(way)
            if is_all or len(found) == self._limit:
                break
        return found

    def whole(self, keys: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the rows of keys, in their order."""
        query = f"SELECT {', '.join(columns)} FROM households WHERE {_among(keys)} ORDER BY key"
        found: list[tuple[Any, ...]] = self._driver.execute(query, keys).fetchall()
        return found

    def _by_words(self, leg: Leg) -> Iterator[_Way]:
        if leg.long:
            yield _Way(self._with_words(leg.ready), Wanted(leg.long, leg.others), self._most)
        # Many look like it and few are: now it pays to gather those that are.
        yield _Way(self._with_words(leg.words), Wanted((), leg.others))

    def _by_part(self, leg: Leg, part: str) -> Iterator[_Way]:
        keys = self._few(self._with_part(part))
        if keys is not None or not leg.words:
            found = self._with_part(part) if keys is None else keys
            yield _Way(found, Wanted(leg.words, leg.others))
            return
        keys = self._few(self._with_words(leg.ready))
        if keys is not None:
            yield _Way(keys, Wanted(leg.long, (part, *leg.others)))
            return
        if leg.long:
            both = _common(self._with_part(part), self._with_words(leg.ready))
            yield _Way(both, Wanted(leg.long, leg.others), self._most)
        both = _common(self._with_part(part), self._with_words(leg.words))
        yield _Way(both, Wanted((), leg.others))

    def _few(self, keys: Iterator[int]) -> list[int] | None:
        """Return the keys if they are few enough to be looked at, else None."""
        found = list(islice(keys, self._most + 1))
        return found if len(found) <= self._most else None

    def _with_words(self, words: Iterable[str]) -> Iterator[int]:
        return self._rising("household_search", " ".join(f"{_quoted(word)}*" for word in words))

    def _with_part(self, part: str) -> Iterator[int]:
        return self._rising("household_digits", _quoted(part))

    def _rising(self, index: str, match: str) -> Iterator[int]:
        query = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid"
        for (key,) in self._driver.execute(query, (match,)):
            yield key

    def _right(self, way: _Way) -> tuple[list[int], bool]:
        """Return the right ones among the keys of a way, and whether they are all there are."""
        found: list[int] = []
        looked_at, keys = 0, iter(way.keys)
        while part := list(islice(keys, self._limit)):
            found += self._held(part, way.rest)
            looked_at += len(part)
            if len(found) >= self._limit:
                return found[: self._limit], False
            if way.most is not None and looked_at >= way.most:
                return found, False
        return found, True

    def _held(self, keys: Sequence[int], rest: Wanted) -> list[int]:
        query = f"{_LOOKED_AT} WHERE {_among(keys)} AND merged_into IS NULL ORDER BY key"
        rows = self._driver.execute(query, keys)
        if rest.is_empty:
            return [row[0] for row in rows]
        return [key for key, *texts in rows if rest.is_held(*texts)]


def _among(keys: Sequence[int]) -> str:
    return f"key IN ({', '.join('?' * len(keys))})"


def _common(one: Iterator[int], other: Iterator[int]) -> Iterator[int]:
    """Yield what two rising rows of numbers both hold, reading no further than it is asked."""
    left, right = next(one, None), next(other, None)
    while left is not None and right is not None:
        if left == right:
            yield left
            left, right = next(one, None), next(other, None)
        elif left < right:
            left = next(one, None)
        else:
            right = next(other, None)


def _quoted(word: str) -> str:
    escaped = word.replace('"', '""')
    return f'"{escaped}"'
