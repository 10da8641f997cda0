"""The golden figures of Uông Bí, and a small register of forty households."""

from __future__ import annotations

from datetime import date
from functools import cache
from uuid import UUID

from exports.household_values import Names
from exports.report_settings import ReportSettings
from models.households.fields import OUTCOME_CODES
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures
from models.households.records import Household, Place, Progress
from models.ids import derived_id
from models.periods import Period

HOUSEHOLDS, WITH_CODE, HAMLETS = 34_043, 14_300, 99
UNIT_NAMES = (
    "Phường Bắc Sơn", "Phường Nam Khê", "Phường Phương Đông", "Phường Phương Nam",
    "Phường Quang Trung", "Phường Thanh Sơn", "Phường Trưng Vương", "Phường Vàng Danh",
    "Phường Yên Thanh", "Xã Thượng Yên Công",
)  # fmt: skip
YEAR_2023 = Period("year", date(2023, 1, 1), date(2023, 12, 31), 2023)
OFFICER = derived_id("account", ["officer"])
UNIT, OLD_UNIT, HAMLET = "06820", "06814", "Khu 5"
NAMES = Names({UNIT: "Phường Vàng Danh", OLD_UNIT: "Phường Bắc Sơn"}, {OFFICER: "Đỗ Thị Ưu"})
SETTINGS = ReportSettings(
    parent_body="Ủy ban nhân dân thành phố Quảng Ninh",
    issuing_body="Ủy ban nhân dân phường Vàng Danh",
    place="Vàng Danh",
    number_suffix="BC-UBND",
    signer_title="TM. Ủy ban nhân dân\nChủ tịch",
    signer_name="Người Ký Thử",
    recipients=("UBND thành phố (để báo cáo)",),
)


def shares(whole: int, parts: int) -> list[int]:
    """Return `whole` cut into `parts` that differ and add up."""
    weights = [7 + place % 5 for place in range(parts)]
    cut = [whole * weight // sum(weights) for weight in weights]
    cut[-1] += whole - sum(cut)
    return cut


def added(parts: list[Progress]) -> Progress:
    """Return the sum of several."""
    return Progress(
        sum(part.households for part in parts),
        sum(part.with_code for part in parts),
        sum(part.checked for part in parts),
        sum(part.plate for part in parts),
        sum(part.conflicts for part in parts),
        {code: sum(part.outcomes.get(code, 0) for part in parts) for code in OUTCOME_CODES},
    )


@cache
def golden_figures() -> RegisterFigures:
    """Return 34.043 households, 14.300 with a code, 10 units, 99 hamlets."""
    sizes = [10] * 9 + [9]
    counts = zip(
        shares(HOUSEHOLDS, HAMLETS), shares(WITH_CODE, HAMLETS), shares(5_021, HAMLETS),
        shares(613, HAMLETS), strict=True,
    )  # fmt: skip
    everything = [
        Progress(households, with_code, checked, plate, place % 3, _outcomes(checked))
        for place, (households, with_code, checked, plate) in enumerate(counts)
    ]
    units, at = [], 0
    for place, (name, size) in enumerate(zip(UNIT_NAMES, sizes, strict=True)):
        hamlets = tuple(
            HamletFigures(f"Khu {number}", "Đỗ Thị Ưu" if number == 1 else "", progress)
            for number, progress in enumerate(everything[at : at + size], start=1)
        )
        whole = added([hamlet.progress for hamlet in hamlets])
        units.append(UnitFigures(f"068{place:02}", name, hamlets, whole))
        at += size
    return RegisterFigures(
        YEAR_2023, "recorded", tuple(units), added(everything), 1_204, 77,
        lists=(("Danh sách hộ 2023", date(2023, 3, 5)),),
    )  # fmt: skip


def _outcomes(checked: int) -> dict[str, int]:
    rest = checked
    outcomes = {}
    for code in OUTCOME_CODES[1:]:
        outcomes[code] = checked // 20
        rest -= checked // 20
    return {OUTCOME_CODES[0]: rest, **outcomes}


def household_id(number: int) -> UUID:
    """Return the id of one of the forty."""
    return derived_id("household", ["test", str(number)])


def make_household(number: int) -> Household:
    """Return the household of a number; every outcome, with and without code, plate and place."""
    outcome = ("", *OUTCOME_CODES)[number % 8]
    has_code = number % 5 < 2
    latitude = round(21.0345 + number / 10_000, 7)
    return Household(
        id=household_id(number),
        unit=UNIT,
        hamlet=HAMLET,
        name=f"Nguyễn Thị Ỷ {number}",
        old_unit=OLD_UNIT if number % 2 else None,
        list_code=f"H{number:04}",
        phone=f"09123{number:05}" if number % 3 else None,
        address=f"Số {number} ngõ {number % 4} đường Trần Phú, khu 5, phường Bắc Sơn",
        house_number=str(number) if number % 7 else "",
        street=f"Ngõ {number % 4}" if number % 4 else "Đường Trần Phú",
        code=f"0203{number:06}" if has_code else None,
        place_id=None,
        place=Place(latitude, 106.7712, "gps", 4.5) if number % 6 == 0 else None,
        has_plate=has_code and number % 2 == 0,
        plate_on=date(2026, 10, 1 + number % 28) if has_code and number % 2 == 0 else None,
        outcome=outcome,
        checked_on=date(2026, 11, 1 + number % 20) if outcome else None,
        checked_by=OFFICER if outcome else None,
        note="Chủ hộ vắng nhà; hàng xóm xác nhận" if outcome == "khong_tim_thay" else "",
        list=derived_id("list", ["test"]),
        list_row=number + 2,
    )


def forty() -> tuple[Household, ...]:
    """Return the small register, in no particular order."""
    return tuple(make_household(number * 7 % 40) for number in range(40))
