"""What the program says about units."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "units.incomplete": (
        "Hãy nhập cả mã và tên đơn vị.",
        "Please give both the unit's code and its name.",
    ),
    "units.unknown": (
        "Không có đơn vị mã “{code}” vào ngày {day}. Hãy kiểm tra mã, hoặc cho biết tên bằng --unit-name.",
        "There is no unit with code “{code}” on {day}. Please check the code, or name it with --unit-name.",
    ),
    "units.no_successor": (
        "{name} không nhập vào đơn vị mã “{code}”. Hãy chọn một trong các đơn vị mới của địa bàn đó.",
        "{name} did not become part of unit “{code}”. Please choose one of its successors.",
    ),
    "units.unknown_in_report": (
        "Không có đơn vị nào mang mã “{code}”. Hãy kiểm tra lại mã đơn vị.",
        "No unit has the code “{code}”. Please check the unit's code.",
    ),
}
