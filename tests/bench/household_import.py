"""Taking in a commune's list of 34.043 households, against the spreadsheet library's own read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from desktop.paths import DataPaths
from exports.household_import import (
    ListChoices,
    apply_household_import,
    open_household_file,
    plan_household_file,
)
from models.clock import Clock
from models.households.demo import demo_rows
from models.households.records import ListRow
from models.units.unit import shipped_units
from tests.bench.result import Findings, Line, median, noise
from tests.bench.stores import Stores, open_store

ROUNDS = 3
_GROUP = "Taking in 34.043 households"
_HEADERS = (
    "STT", "Mã hộ", "Họ và tên chủ hộ", "Năm sinh", "Số điện thoại", "Số nhà", "Đường, ngõ",
    "Thôn, khu", "Phường, xã cũ", "Địa chỉ", "Mã địa chỉ số", "Vĩ độ", "Kinh độ", "Số khẩu",
    "Ghi chú",
)  # fmt: skip


def write_list(path: Path, rows: Sequence[ListRow]) -> None:
    """Write the demo register as a commune's list of fifteen columns."""
    import xlsxwriter

    old = {unit.code: unit.full_name for unit in shipped_units() if unit.valid_to is not None}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write_row(0, 0, _HEADERS)
        for place, row in enumerate(rows, 1):
            said = row.fields
            point = said.get("place") or {}
            sheet.write_row(place, 0, (
                place, said["list_code"], said["name"], 1950 + place % 50, said.get("phone"),
                said.get("house_number"), said.get("street"), row.hamlet,
                old[said["old_unit"]], said["address"], said.get("code"), point.get("lat"),
                point.get("lon"), 1 + place % 6, "đã nhận biển" if place % 5 == 0 else None,
            ))  # fmt: skip


def measure(stores: Stores) -> Findings:
    """Read, plan and record the list in an empty store, and again in the full one."""
    path = stores.folder / "households.xlsx"
    rows = demo_rows()
    write_list(path, rows)
    parts: dict[str, list[float]] = {
        name: [] for name in ("library", "library2", "read", "plan", "record", "whole", "again")
    }
    for place in range(ROUNDS):
        parts["library"].append(_library(path))
        _take_in(stores.copy(stores.fresh, f"list-{place}"), path, rows, parts)
        parts["library2"].append(_library(path))
    mid = {name: median(values) for name, values in parts.items()}
    limit = "calamine's own read"
    return Findings(
        (
            Line(_GROUP, f"{len(rows):,} rows of 15 cells, all of it", mid["whole"], mid["library"],
                 limit, "ms", "at most", 6),
            Line(_GROUP, "  reading rows and columns", mid["read"], mid["library"], limit),
            Line(_GROUP, "  setting them against the register", mid["plan"], mid["library"], limit),
            Line(_GROUP, "  journal, tables, index, commit", mid["record"], mid["library"], limit),
            Line(_GROUP, "the same list again: nothing changes", mid["again"], mid["library"],
                 limit),
            noise(_GROUP, limit, mid["library2"], mid["library"], "ms"),
        )
    )  # fmt: skip


def _library(path: Path) -> float:
    from python_calamine import CalamineWorkbook

    start = time.perf_counter()
    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return (time.perf_counter() - start) * 1000


def _take_in(
    paths: DataPaths, path: Path, rows: Sequence[ListRow], parts: dict[str, list[float]]
) -> None:
    session = open_store(paths)
    store, today = session.store, Clock().today()
    # The one unit that was split: where its hamlets belong a person must say.
    places = {
        (row.fields["old_unit"], row.hamlet): row.unit
        for row in rows
        if row.fields["old_unit"] == "06820"
    }
    choices = ListChoices(places=places)
    begun = time.perf_counter()
    file = store.read(lambda c: open_household_file(c, path))
    opened = time.perf_counter()
    plan = store.read(
        lambda c: plan_household_file(c, file, unit=session.unit, today=today, choices=choices)
    )
    planned = time.perf_counter()
    assert plan.added == len(rows), (plan.added, plan.rejected, plan.problems[:3], plan.unsettled)
    store.write(
        lambda tx: apply_household_import(tx, plan, unit=session.unit), actor=session.account
    )
    recorded = time.perf_counter()
    file = store.read(lambda c: open_household_file(c, path))
    again = store.read(
        lambda c: plan_household_file(c, file, unit=session.unit, today=today, choices=choices)
    )
    assert again.unchanged == len(rows)
    ended = time.perf_counter()
    for name, took in (
        ("read", opened - begun), ("plan", planned - opened), ("record", recorded - planned),
        ("whole", recorded - begun), ("again", ended - recorded),
    ):  # fmt: skip
        parts[name].append(took * 1000)
    session.store.close()
