"""Statements of the busiest path, compiled once and handed to the driver without ceremony.

SQLAlchemy takes about 45 µs to run a compiled statement and 10 µs of it are the driver's; a saved
slip is a handful of them. The SQL, the parameter order, the type conversions and the transaction
are still its own; a driver's error is told by `engine.is_database_error`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Dialect, LargeBinary
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from models.store.driver import driver_of
from models.store.types import Id

Converter = Callable[[Any], Any]
Binder = Callable[[Mapping[str, Any]], Sequence[Any]]
Columns = Callable[[Sequence[Mapping[str, Any]]], list[Sequence[Any]]]
# From so many rows on it is quicker to convert them column by column.
_MANY: Final = 8


class Prepared:
    """One statement for many runs; values come back as the driver gives them.

    `names` are the columns that an insert fills, where it leaves some out.
    """

    def __init__(self, statement: Executable, names: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._names = names
        self._compiled: dict[str, tuple[str, Binder, Columns]] = {}

    def many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement for each row, `{parameter: value}`, inside the open transaction."""
        if not rows:
            return
        if connection.dialect.name != "sqlite":
            # Other drivers name their parameters; there is no counter waiting on that side.
            connection.execute(self._statement, list(rows))
            return
        text, bind, columns = self._prepared(connection)
        if len(rows) < _MANY:
            for row in rows:
                driver_of(connection).execute(text, bind(row))
        else:
            driver_of(connection).executemany(text, zip(*columns(rows), strict=True))

    def first(self, connection: Connection, row: Mapping[str, Any]) -> Sequence[Any] | None:
        """Return the first row that the statement finds, None if it finds none."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, dict(row)).first()
        text, bind, _ = self._prepared(connection)
        found: Sequence[Any] | None = driver_of(connection).execute(text, bind(row)).fetchone()
        return found

    def every(self, connection: Connection, row: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """Return all rows that the statement finds."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, dict(row)).all()
        text, bind, _ = self._prepared(connection)
        found: Sequence[Sequence[Any]] = driver_of(connection).execute(text, bind(row)).fetchall()
        return found

    def _prepared(self, connection: Connection) -> tuple[str, Binder, Columns]:
        dialect = connection.dialect
        found = self._compiled.get(dialect.name)
        if found is None:
            compiled = self._statement.compile(  # type: ignore[attr-defined]
                dialect=dialect, column_keys=self._names
            )
            assert isinstance(compiled, SQLCompiler)
            names = compiled.positiontup or []
            kinds = [compiled.binds[name].type for name in names]
            found = self._compiled[dialect.name] = (
                str(compiled),
                _binder(names, [_converter(kind, dialect) for kind in kinds]),
                _columns(names, [_bulk_converter(kind, dialect) for kind in kinds]),
            )
        return found


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> Converter | None:
    if isinstance(kind, Id):
        return _as_bytes
    if isinstance(kind, LargeBinary):
        return None  # SQLAlchemy would wrap the bytes, which the driver takes as they are.
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _bulk_converter(kind: TypeEngine[Any], dialect: Dialect) -> Converter | None:
    # The driver takes a bytearray as it is, and looks for an adapter of each bytes: that is a third
    # of what an event costs.
    if isinstance(kind, Id):
        return _as_blob
    return bytearray if isinstance(kind, LargeBinary) else _converter(kind, dialect)


def _as_blob(value: UUID) -> bytearray:
    return bytearray(value.int.to_bytes(16, "big"))


def _as_bytes(value: UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _binder(names: Sequence[str], converters: Sequence[Converter | None]) -> Binder:
    """Return what makes a row's values, in the order in which the statement takes them."""
    places = [(at, convert) for at, convert in enumerate(converters) if convert is not None]
    if len(names) < 2:
        return lambda row: [
            row[name] if convert is None else convert(row[name])
            for name, convert in zip(names, converters, strict=True)
        ]
    take = itemgetter(*names)

    def bind(row: Mapping[str, Any]) -> Sequence[Any]:
        values = list(take(row))
        for at, convert in places:
            values[at] = convert(values[at])
        return values

    return bind


def _columns(names: Sequence[str], converters: Sequence[Converter | None]) -> Columns:
    """Return what makes the values of many rows: a list for each place of the statement."""
    places = [
        (itemgetter(name), convert) for name, convert in zip(names, converters, strict=True)
    ]

    def columns(rows: Sequence[Mapping[str, Any]]) -> list[Sequence[Any]]:
        return [_column(list(map(take, rows)), convert) for take, convert in places]

    return columns


def _column(values: list[Any], convert: Converter | None) -> list[Any]:
    if convert is None:
        return values
    return [None if one is None else convert(one) for one in values]
