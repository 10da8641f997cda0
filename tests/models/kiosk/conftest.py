"""A counter with a clerk who may key slips and no more."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from models.accounts.commands import create_account
from models.permissions import Role
from tests.conftest import UNIT
from tests.models.surveys.conftest import Counter, counter

__all__ = ["counter"]


@pytest.fixture
def clerk(counter: Counter) -> UUID:
    """An account of the counter's staff."""
    account = uuid4()
    counter.write(create_account, account, "một cửa", role=Role.COUNTER, unit=UNIT)
    return account
