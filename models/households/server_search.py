"""The search of the register on PostgreSQL, where there is no FTS5: same words, same answers.

Words are lexemes made here and compared as they are, so that no dictionary of the server changes
them; parts of codes are found by their runs of three characters and looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, text

from models.households.search_text import WORD, search_digits, search_words

if TYPE_CHECKING:
    from models.households.search import Leg

_GRAM: Final = 3
# A lexeme holds 2.046 bytes at most, and a letter takes up to four.
_LONGEST_WORD: Final = 500
# After a first list the server would choose its ways as if there were nothing, until it looks by
# itself: a search takes ten times as long. Once it knows what a quarter is like, it may take its
# time.
_MANY: Final = 1000
_SHARE: Final = 4
_LOOK_ANEW: Final = text("ANALYZE household_words, households")
# All rows at once, and what can be made of them made there: an array of each would take three times
# as long to hand over.
_PUT: Final = text(
    "INSERT INTO household_words (key, words, digits, grams)"
    " SELECT key, array_to_tsvector(string_to_array(words, ' ')), digits,"
    f" ARRAY(SELECT DISTINCT substr(digits, at, {_GRAM})"
    f" FROM generate_series(1, length(digits) - {_GRAM - 1}) AS at)"
    " FROM unnest(CAST(:keys AS bigint[]), CAST(:words AS text[]), CAST(:digits AS text[]))"
    " AS made (key, words, digits)"
    " ON CONFLICT (key) DO UPDATE"
    " SET words = excluded.words, digits = excluded.digits, grams = excluded.grams"
)


def index_rows(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows of `households`, each with its key, into the index, in place of what is there."""
    if rows:
        made = {
            "keys": [row["key"] for row in rows],
            "words": [_lexemes(row) for row in rows],
            "digits": [search_digits(row) for row in rows],
        }
        connection.execute(_PUT, made)
    if len(rows) >= _MANY and len(rows) * _SHARE >= rows[-1]["key"]:
        connection.execute(_LOOK_ANEW)


def _lexemes(row: Mapping[str, Any]) -> str:
    words = search_words(row)
    if len(words) <= _LONGEST_WORD:
        return words
    return " ".join(word[:_LONGEST_WORD] for word in words.split())


class ServerSearch:
    """Finds keys and rows by the server's indexes."""

    def __init__(self, connection: Connection, limit: int) -> None:
        self._connection = connection
        self._limit = limit

    def keys(self, leg: Leg) -> list[int]:
        """Return the first keys of one leg, rising."""
        conditions = ["households.merged_into IS NULL"]
        values: dict[str, Any] = {"most": self._limit}
        if leg.words:
            conditions.append("found.words @@ CAST(:words AS tsquery)")
            values["words"] = _query(leg.words)
        if leg.part is not None:
            conditions.append(_holds("part"))
            values |= {"part": _like(leg.part), "part_grams": _grams(leg.part)}
        for place, part in enumerate(leg.others):
            holds = _holds(f"other{place}")
            values |= {f"other{place}": _like(part), f"other{place}_grams": _grams(part)}
            # Of an address, as in `12/3`, the pieces are words.
            if pieces := WORD.findall(part):
                holds = f"({holds} OR found.words @@ CAST(:pieces{place} AS tsquery))"
                values[f"pieces{place}"] = _query(pieces)
            conditions.append(holds)
        statement = (
            "SELECT households.key FROM household_words AS found JOIN households USING (key)"
            f" WHERE {' AND '.join(conditions)} ORDER BY households.key LIMIT :most"
        )
        return list(self._connection.execute(text(statement), values).scalars())

    def whole(self, keys: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the rows of keys, in their order."""
        wanted = ", ".join(f'"{name}"' for name in columns)
        statement = f"SELECT {wanted} FROM households WHERE key = ANY(:keys) ORDER BY key"
        rows = self._connection.execute(text(statement), {"keys": list(keys)})
        return [tuple(row) for row in rows]


def _holds(name: str) -> str:
    # The first is found by the index, the second says whether the runs stand together.
    return f"(found.grams @> CAST(:{name}_grams AS text[]) AND found.digits LIKE :{name})"


def _query(words: Sequence[str]) -> str:
    """Return a tsquery of words by their beginnings; letters and digits need no escaping."""
    return " & ".join(f"'{word[:_LONGEST_WORD]}':*" for word in words)


def _like(part: str) -> str:
    escaped = part.casefold().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _grams(digits: str) -> list[str]:
    folded = digits.casefold()
    return sorted({folded[at : at + _GRAM] for at in range(len(folded) - _GRAM + 1)})
