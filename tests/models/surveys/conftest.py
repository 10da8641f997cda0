"""A counter to key slips at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.session import Session
from models.ids import uuid7
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent

FORM, VERSION = "qn-18-2021", "2021"
DAY = date(2026, 1, 5)


class Counter:
    """Runs commands on an open store and looks at what they leave."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.store = session.store

    def write(self, command: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a command and return its result."""
        return self.store.write(
            lambda tx: command(tx, *arguments, **options), actor=self.session.account
        )

    def read(self, query: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a query and return its result."""
        return self.store.read(lambda connection: query(connection, *arguments, **options))

    def batch(self, unit: str = "06811", day: date = DAY, **header: Any) -> UUID:
        """Open a batch."""
        return self.write(open_batch, BatchHeader(unit, day, FORM, VERSION, **header))

    def slip(self, batch: UUID, content: SlipContent | None = None, **options: Any) -> UUID:
        """Record a slip under a fresh id."""
        slip = uuid7(self.store.clock.now_ms())
        content = content or SlipContent({"danh_gia_chung": "hai_long"})
        self.write(record_slip, batch, slip, content, **options)
        return slip

    def everything(self) -> list[Any]:
        """Return every row of every table."""
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        return self.store.read(
            lambda c: [
                c.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                for name in c.exec_driver_sql(names).scalars().all()
            ]
        )


@pytest.fixture
def counter(session: Session) -> Counter:
    """A fresh store to key slips into."""
    return Counter(session)
