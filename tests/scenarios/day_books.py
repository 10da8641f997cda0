"""What the register, the papers and the report must say after a day, by what was typed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from models.figures import format_percent, percent
from models.households.records import HamletKey, Household
from tests.scenarios.messy_list import QUANG_TRUNG, UONG_BI, Home, Lists

# The hamlet that the officer walks.
HAMLET = HamletKey(UONG_BI, QUANG_TRUNG, "Khu 3")
OUTCOMES = ("dung", "sai_thong_tin", "trung_ma", "khong_tim_thay", "nha_trong", "de_nghi_cap_ma",
            "tu_choi")  # fmt: skip
SPOKEN = ("đúng", "sai thông tin", "trùng mã", "không tìm thấy", "nhà trống hoặc đã phá dỡ",
          "đề nghị cấp mã", "người dân từ chối")  # fmt: skip


@dataclass
class Found:
    """What the officer found at a household: all that the register must say of it afterwards."""

    outcome: str
    values: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    visit: int = 0


def as_home(household: Household) -> Home:
    return Home(
        household.unit, household.old_unit or "", household.hamlet, household.name,
        household.house_number, household.street, household.phone or "", household.code or "",
        household.has_plate, household.address, household.list_code or "",
    )  # fmt: skip


def expected(home: Home, found: Found | None) -> dict[str, Any]:
    """Return what a household of the list must say after the day."""
    values = {
        "name": home.name, "house_number": home.house_number, "street": home.street,
        "phone": home.phone or None, "code": home.code or None, "has_plate": home.has_plate,
        "plate_on": None, "place": None, "outcome": "", "note": "", "visit": 0,
    }  # fmt: skip
    if found is not None:
        values |= {**found.values, "outcome": found.outcome, "note": found.note,
                   "visit": found.visit}  # fmt: skip
    return values


def said(household: Household) -> dict[str, Any]:
    place = household.place
    return {
        "name": household.name, "house_number": household.house_number,
        "street": household.street, "phone": household.phone, "code": household.code,
        "has_plate": household.has_plate, "plate_on": household.plate_on,
        "place": None if place is None else (round(place.lat, 7), round(place.lon, 7)),
        "outcome": household.outcome, "note": household.note,
        "visit": len(household.visit.answers) if household.visit else 0,
    }  # fmt: skip


def share(part: int, whole: int) -> str:
    return f"{part} hộ ({format_percent(percent(part, whole))})"


Figures = dict[HamletKey, dict[str, Any]]


def figures_of(lists: Lists, wanted: dict[Any, dict[str, Any]], *, new_households: int) -> Figures:
    """Return the figures of every hamlet by what the lists and the officer said."""
    figures: Figures = defaultdict(
        lambda: {"households": 0, "with_code": 0, "checked": 0, "plate": 0, "outcomes": Counter()}
    )
    for home in lists.homes:
        counts = figures[HamletKey(home.unit, home.old_unit, home.hamlet)]
        counts["households"] += 1
        counts["with_code"] += bool(home.code)
        counts["plate"] += home.has_plate
    mine = figures[HAMLET]
    mine["households"] += new_households
    mine["plate"] = sum(one["has_plate"] for one in wanted.values())
    mine["outcomes"] = Counter(one["outcome"] for one in wanted.values() if one["outcome"])
    mine["checked"] = mine["outcomes"].total()
    return dict(figures)


def plain(progress: Any) -> dict[str, Any]:
    return {
        "households": progress.households, "with_code": progress.with_code,
        "checked": progress.checked, "plate": progress.plate,
        "outcomes": Counter(progress.outcomes),
    }  # fmt: skip


def compare_minutes(text: str, wanted: dict[Any, dict[str, Any]]) -> None:
    """Check that the minutes count and name what was found."""
    whole = len(wanted)
    outcomes = Counter(one["outcome"] for one in wanted.values() if one["outcome"])
    coded = sum(one["code"] is not None for one in wanted.values())
    plates = sum(one["has_plate"] for one in wanted.values())
    assert (
        f"Tổng số {whole} hộ; có mã địa chỉ số {share(coded, whole)}; đã rà soát tại chỗ "
        f"{share(outcomes.total(), whole)}; đã gắn biển {share(plates, whole)}."
    ) in text
    told = "; ".join(
        f"{words} {share(outcomes[code], outcomes.total())}"
        for code, words in zip(OUTCOMES, SPOKEN, strict=True)
    )
    assert f"Kết quả rà soát {outcomes.total()} hộ: {told}." in text
    for one in wanted.values():
        code = f"{one['code'][:5]} {one['code'][5:]} " if one["code"] else ""
        outcome = dict(zip(OUTCOMES, SPOKEN, strict=True)).get(one["outcome"], "chưa rà soát")
        row = f"{one['name']} {one['house_number']} {one['street']} {code}{outcome.capitalize()}"
        assert row in text


def compare_report(data: dict[str, Any], figures: Figures) -> None:
    """Check the report's figures, by the units that the lists named."""
    by_unit: dict[str, Figures] = defaultdict(dict)
    for hamlet, counts in figures.items():
        by_unit[hamlet.old_unit or hamlet.unit][hamlet] = counts
    assert {unit["code"] for unit in data["units"]} == set(by_unit)
    for unit in data["units"]:
        hamlets = by_unit[unit["code"]]
        assert {one["name"] for one in unit["hamlets"]} == {one.hamlet for one in hamlets}
        for one in unit["hamlets"]:
            (counts,) = [hamlets[key] for key in hamlets if key.hamlet == one["name"]]
            compare_counts(one, [counts])
        compare_counts(unit, list(hamlets.values()))
    compare_counts(data["total"], list(figures.values()))
    checked = figures[HAMLET]["checked"]
    assert data["total"]["checked_in_period"] == checked


def compare_counts(said_of: dict[str, Any], parts: list[dict[str, Any]]) -> None:
    for name in ("households", "with_code", "checked", "plate"):
        assert said_of[name] == sum(part[name] for part in parts), name
    outcomes = sum((part["outcomes"] for part in parts), Counter())
    unchecked = said_of["households"] - outcomes.total()
    assert said_of["outcomes"] == {
        "chua_ra_soat": unchecked, **{code: outcomes[code] for code in OUTCOMES},
    }  # fmt: skip
