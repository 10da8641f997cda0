"""A unit is a code within its dates: codes were re-used in 2025 (06811 was Thanh Sơn, is Uông Bí).

Source: NQ 1679/NQ-UBTVQH15 as data in `units_quang_ninh.json`, plus the units that an
administrator defines, such as a centre that stands beside the wards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final, Literal

from models.text import search_key, sort_key

# The name of a "named" unit is whole as it stands; a list's wards and communes get their kind.
UnitKind = Literal["centre", "ward", "commune", "named"]
_KINDS: Final[Mapping[str, UnitKind]] = {"Phường": "ward", "Xã": "commune"}
_DATA: Final = Path(__file__).with_name("units_quang_ninh.json")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; None for a date means open on that side.

    `successors` are the codes of today's units that it went to: one, or two where it was split.
    """

    code: str
    name: str
    kind: UnitKind
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Return the name with its kind, as documents print it: `Phường Uông Bí`."""
        prefix = {"ward": "Phường ", "commune": "Xã "}.get(self.kind, "")
        return prefix + self.name

    def is_valid_on(self, day: date) -> bool:
        """Say whether the unit existed on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class UnitRegister:
    """All units known here; pure, made anew when a unit is defined."""

    def __init__(self, units: Iterable[Unit], splits: Mapping[str, str] | None = None) -> None:
        self.units = tuple(units)
        self._splits = dict(splits or {})

    def find(self, code: str, day: date) -> Unit | None:
        """Return the unit that `code` meant on `day`."""
        return next((u for u in self.units if u.code == code and u.is_valid_on(day)), None)

    def match(self, text: str, day: date) -> Unit | None:
        """Return the unit that a cell means on `day`: a code or a name, any case or marks.

        None when nothing or more than one fits.
        """
        by_code = self.find(text.strip(), day)
        if by_code:
            return by_code
        wanted = search_key(text)
        found = {
            unit
            for unit in self.valid_on(day)
            if wanted in (search_key(unit.name), search_key(unit.full_name))
        }
        return found.pop() if len(found) == 1 else None

    def valid_on(self, day: date) -> tuple[Unit, ...]:
        """Return the units that existed on `day`: centres first, then by name."""
        found = [unit for unit in self.units if unit.is_valid_on(day)]
        return tuple(sorted(found, key=order_key))

    def today(self, unit: Unit) -> Unit | None:
        """Return today's unit for an old one; None for a split that nobody has settled."""
        if not unit.successors:
            return unit
        code = unit.successors[0]
        if len(unit.successors) > 1:
            code = self._splits.get(unit.code, "")
        return next((u for u in self.units if u.code == code and u.valid_to is None), None)

    def eras(self, start: date, end: date) -> list[tuple[date, date]]:
        """Cut a period where codes changed their meaning; each part has one meaning per code."""
        cuts = {unit.valid_from for unit in self.units if unit.valid_from}
        firsts = [start, *sorted(cut for cut in cuts if start < cut <= end)]
        lasts = [first - timedelta(days=1) for first in firsts[1:]] + [end]
        return list(zip(firsts, lasts, strict=True))


def order_key(unit: Unit) -> tuple[bool, str]:
    """Return the key that orders units in lists and reports: centres first, then by name."""
    return (unit.kind != "centre", sort_key(unit.name))


@cache
def shipped_units() -> tuple[Unit, ...]:
    """Return the old and new units that ship with the program."""
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    old = [
        Unit(
            item["ma"], item["ten"], _KINDS[item["loai"]], None, date.fromisoformat(item["den"]),
            tuple(item["ve"]),
        )
        for item in data["cu"]
    ]  # fmt: skip
    new = [
        Unit(item["ma"], item["ten"], _KINDS[item["loai"]], date.fromisoformat(item["tu"]))
        for item in data["moi"]
    ]
    return (*old, *new)


def old_district(code: str) -> tuple[Unit, ...]:
    """Return the old units of a former district (code such as 196), in the data's order."""
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    codes = [item["ma"] for item in data["cu"] if item["ma_huyen"] == code]
    return tuple(
        unit for unit in shipped_units() if unit.code in codes and unit.valid_to is not None
    )
