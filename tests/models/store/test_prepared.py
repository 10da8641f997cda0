"""Statements of the busiest path: few rows and many are stored alike."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import Boolean, Column, Integer, MetaData, Table, Text, insert, select

from models.store.engine import open_engine
from models.store.prepared import Prepared
from models.store.types import Id

_THINGS = Table(
    "things", MetaData(), Column("n", Integer), Column("id", Id), Column("is_so", Boolean),
    Column("said", Text), Column("absent", Id),
)  # fmt: skip


@pytest.mark.parametrize("count", [1, 3, 8, 50])
def test_any_number_of_rows_is_stored_as_it_was_given(tmp_path, count):
    rows = [
        {
            "n": n, "id": UUID(int=n) if n % 3 else None, "is_so": bool(n % 2),
            "said": None if n % 5 else f"đã {n}", "absent": None, "unknown": "of no column",
        }
        for n in range(count)
    ]  # fmt: skip
    engine = open_engine(tmp_path / "store.db", bytes(32))
    with engine.begin() as connection:
        _THINGS.create(connection)
        Prepared(insert(_THINGS)).many(connection, rows)
    with engine.begin() as connection:
        found = connection.execute(select(_THINGS).order_by(_THINGS.c.n)).mappings().all()
    engine.dispose()
    wanted = [{name: row[name] for name in (column.name for column in _THINGS.c)} for row in rows]
    assert [dict(row) for row in found] == wanted
