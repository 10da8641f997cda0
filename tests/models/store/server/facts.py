"""What a few days at a counter leave: slips, corrections, a list, checks and settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from desktop.wiring import projections
from models.accounts.tables import accounts
from models.households.commands import assign_hamlet, check_household, keep_apart, merge
from models.households.demo import made_rows
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.records import HamletKey
from models.ids import uuid7
from models.journal.event import Event
from models.journal.log import read_all
from models.settings.commands import change_settings
from models.store.doctor import _rows
from models.store.store import Store
from models.surveys.commands import close_batch, correct_slip, open_batch, record_slip, void_slip
from models.surveys.records import BatchHeader, SlipContent

UNIT = "06811"
TABLES: tuple[Table, ...] = tuple(table for part in projections() for table in part.tables)
ANSWERS = ("rat_hai_long", "hai_long", "binh_thuong")


def key_slips(store: Store, account: UUID, number: int, *, day: int = 5) -> UUID:
    """Key a batch of slips; return the batch."""

    def write(command: Any, *arguments: Any, **options: Any) -> Any:
        return store.write(lambda tx: command(tx, *arguments, **options), actor=account)

    header = BatchHeader(UNIT, date(2026, 1, day), "qn-18-2021", "2021")
    batch: UUID = write(open_batch, header)
    slips = []
    for at in range(number):
        slips.append(uuid7(store.clock.now_ms()))
        note = "ướt" if at % 4 == 0 else ""
        content = SlipContent({"danh_gia_chung": ANSWERS[at % 3]}, note=note)
        write(record_slip, batch, slips[-1], content)
    if number > 2:
        content = SlipContent({"danh_gia_chung": "khong_hai_long"})
        write(correct_slip, slips[0], content)
        write(void_slip, slips[1], reason="rách")
        write(close_batch, batch, returned=number, reason="thiếu một phiếu")
    return batch


def check_register(store: Store, account: UUID, number: int) -> list[UUID]:
    """Take a list in and check some of it; return its households."""

    def write(command: Any, *arguments: Any, **options: Any) -> Any:
        return store.write(lambda tx: command(tx, *arguments, **options), actor=account)

    rows = made_rows(number, number // 2, 3)
    plan = store.read(lambda connection: plan_list(connection, rows))
    write(import_list, plan, unit=UNIT, title="Danh sách", columns={}, header=[])
    found: list[UUID] = [row.household for row in plan.rows]
    on = date(2026, 1, 6)
    write(check_household, found[0], outcome="dung", on=on)
    write(check_household, found[1], outcome="sai_thong_tin", on=on,
          values={"phone": "0912345678", "has_plate": True})  # fmt: skip
    first = rows[0]
    hamlet = HamletKey(first.unit, first.fields.get("old_unit") or "", first.hamlet)
    write(assign_hamlet, hamlet, "Trần Thị Sáu")
    write(keep_apart, found[2], [found[3]])
    write(merge, found[4], found[5])
    return found


def settle(store: Store, account: UUID) -> None:
    """Change a setting twice."""
    for name in ("Lê Văn Bảy", "Phạm Thị Tám"):
        store.write(
            partial(change_settings, unit=UNIT, values={"signer_name": name}), actor=account
        )


def table_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every projection's rows, but of accounts: each store has its own."""
    return {
        table.name: store.read(lambda connection, table=table: list(_rows(connection, table)))
        for table in TABLES
        if table is not accounts
    }


def events_of(store: Store) -> list[Event]:
    """Return the whole journal of a store."""

    def every(connection: Any) -> Iterator[Event]:
        for part in read_all(connection):
            yield from part

    return store.read(lambda connection: list(every(connection)))


def count(store: Store, table: Table) -> int:
    """Return how many rows a table has."""
    return store.read(lambda connection: len(connection.execute(select(table)).all()))
