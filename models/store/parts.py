"""Cuts what a statement is asked about into parts: databases limit how much one statement takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

from sqlalchemy import ARRAY, Column, ColumnElement, Connection, any_, literal

_Value = TypeVar("_Value")
_MOST_BOUND: Final = 500


def among(
    connection: Connection, column: Column[Any], values: Iterable[Any]
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that find the rows whose `column` is one of `values`, each asked once.

    PostgreSQL is handed all of them as one value; reading 500 parameters takes it longer than the
    rows do.
    """
    if connection.dialect.name == "postgresql":
        every = list(values)
        if every:
            yield column == any_(literal(every, ARRAY(column.type)))
        return
    for part in in_parts(values):
        yield column.in_(part)


def in_parts(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield `values` in their order, in lists of as many as one statement is asked about."""
    every = list(values)
    for start in range(0, len(every), _MOST_BOUND):
        yield every[start : start + _MOST_BOUND]
