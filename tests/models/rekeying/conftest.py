"""A counter with three who key, a reviewer, and a batch of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from desktop.session import Session
from models.accounts.commands import create_account
from models.ids import uuid7
from models.permissions import Role
from models.rekeying.commands import close_and_draw, rekey_slip
from models.rekeying.queries import read_drawn
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import KIOSK_CHANNEL, BatchHeader, SlipContent
from tests.conftest import UNIT

FORM, VERSION = "qn-18-2021", "2021.1"
DAY = date(2026, 1, 5)
GOOD = SlipContent({"danh_gia_chung": "hai_long", "thai_do": "than_thien"})
WORSE = SlipContent({"danh_gia_chung": "khong_hai_long", "thai_do": "than_thien"})


class Staff:
    """Runs commands on an open store as one of several people."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.store = session.store
        self.boss = session.account
        self.first, self.second, self.third = (self.hire(f"cán bộ {n}") for n in range(1, 4))

    def hire(self, name: str, role: Role = Role.COUNTER) -> UUID:
        account = uuid4()
        self.write(
            self.boss,
            lambda tx: create_account(tx, account, name, role=role, unit=UNIT),
        )
        return account

    def write(self, actor: UUID, command: Callable[..., Any], *given: Any, **named: Any) -> Any:
        return self.store.write(lambda tx: command(tx, *given, **named), actor=actor)

    def read(self, query: Callable[..., Any], *given: Any, **named: Any) -> Any:
        return self.store.read(lambda connection: query(connection, *given, **named))

    def batch(self, *contents: SlipContent, by: UUID | None = None, **header: Any) -> UUID:
        """Key a batch and close it."""
        by = by or self.first
        batch = self.write(by, open_batch, BatchHeader(UNIT, DAY, FORM, VERSION, **header))
        for content in contents:
            slip = uuid7(self.store.clock.now_ms())
            is_vote = header.get("channel") == KIOSK_CHANNEL
            self.write(by, record_slip, batch, slip, content, is_vote=is_vote)
        self.write(by, close_and_draw, batch, returned=None)
        return batch

    def drawn(self, batch: UUID, by: UUID | None = None) -> list[UUID]:
        return [one.slip for one in self.read(read_drawn, batch, by or self.second).left]

    def rekey(self, batch: UUID, contents: Sequence[SlipContent | None]) -> list[bool]:
        """Key the drawn slips a second time; say of each whether it differs."""
        slips = self.drawn(batch)
        return [
            self.write(self.second, rekey_slip, slip, content)
            for slip, content in zip(slips, contents, strict=True)
        ]


@pytest.fixture
def staff(session: Session) -> Staff:
    """A store with its people."""
    return Staff(session)
