"""What the tests of household lists share: a context, short ways to a sheet and to its rows."""

import datetime as dt

from exports.sheets.household_layout import guess_layout
from exports.sheets.household_records import ListContext
from exports.sheets.household_rows import read_rows
from exports.sheets.read import Sheet
from models.units.unit import UnitRegister, shipped_units

TODAY = dt.date(2026, 11, 20)
REGISTER = UnitRegister(shipped_units())
HEADER = ["STT", "Họ và tên chủ hộ", "Địa chỉ", "Thôn/Khu", "Mã địa chỉ số", "Số điện thoại"]


def context(**given):
    return ListContext(REGISTER, TODAY, **{"own_unit": "06820", **given})


def sheet(rows, *, name="Danh sách", first=1):
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, [tuple(row) + (None,) * (width - len(row)) for row in rows], first)


def read(rows, *, name="Danh sách", columns=None, **given):
    made = sheet(rows, name=name)
    return read_rows(made, guess_layout(made, columns=columns), context(**given))


def household(number, **said):
    row = {
        "STT": number, "Họ và tên chủ hộ": f"Nguyễn Văn {chr(64 + number)}",
        "Địa chỉ": f"Số {number} Trần Phú", "Thôn/Khu": "Khu 5",
        "Mã địa chỉ số": f"02100{number:05d}", "Số điện thoại": "0912345678",
    }  # fmt: skip
    return [{**row, **said}.get(head) for head in HEADER]


def codes(problems):
    return [problem.code for problem in problems]
