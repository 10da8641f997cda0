"""A register to work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest

from desktop.session import Session
from models.households.list_commands import import_list
from models.households.list_plan import ListPlan, plan_list
from models.households.queries import read_household
from models.households.records import Household, ListRow

UNIT = "06811"


def row(number: int, name: str = "", *, hamlet: str = "Khu 1", unit: str = UNIT, **fields: Any):
    """Return a row of a list."""
    said = {"name": name or f"Nguyễn Văn {number}", "address": f"Số {number} Trần Hưng Đạo"}
    return ListRow(number, unit, hamlet, {**said, **fields})


class Register:
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

    def take(self, rows: Sequence[ListRow], **options: Any) -> ListPlan:
        """Take a list in and return what was planned."""
        plan: ListPlan = self.read(plan_list, rows, **options)
        self.write(import_list, plan, unit=UNIT, title="Danh sách", columns={"name": 1},
                   header=[["Họ tên"]])  # fmt: skip
        return plan

    def one(self, name: str = "Nguyễn Văn An", **fields: Any) -> UUID:
        """Take a list of one household in and return its id."""
        return self.take([row(1, name, **fields)]).rows[0].household

    def get(self, household: UUID) -> Household:
        """Return a household as it stands."""
        found: Household = self.read(read_household, household)
        return found

    def events(self) -> int:
        """Return how many events there are."""
        return self.store.read(
            lambda c: int(c.exec_driver_sql("SELECT count(*) FROM events").scalar_one())
        )


@pytest.fixture
def register(session: Session) -> Register:
    """A fresh store to take lists into."""
    return Register(session)
