"""An invented register with the totals that the report of Uông Bí states (see the data's note).

The same households every time, on every machine: names, streets, house numbers, telephones,
codes and coordinates are in the likeness of the place, and nobody's.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, pi, sin
from pathlib import Path
from typing import Any, Final

from models.households.demo_people import Chance, Person, Town, person, relative
from models.households.records import ListRow
from models.units.unit import Unit, old_district

_DATA: Final = Path(__file__).with_name("uong_bi_register.json")
_DISTRICT: Final = "196"
_CITY: Final = "thành phố Uông Bí, tỉnh Quảng Ninh"
_SEED: Final = 2024
_PREFIXES: Final = ("032", "033", "035", "036", "038", "056", "070", "079", "083", "086", "090",
                    "091", "096", "097", "098")  # fmt: skip
# How often: a relative's household behind the same door, a telephone, coordinates.
_RELATIVE: Final = 0.055
_PHONE: Final = 0.6
_PLACE: Final = 0.7
_METRES_PER_DEGREE: Final = 111_320.0


@dataclass(frozen=True, slots=True)
class _House:
    """Where a household lives, as its list would write it."""

    number: str
    street: str
    address: str
    place: tuple[float, float]


def demo_rows() -> list[ListRow]:
    """Return the 34.043 households of the ten old wards and communes, 14.300 with a code.

    In the order of units and hamlets; `unit` is today's unit, the address names the old one.
    """
    return made_rows(_data()["households"], _data()["with_code"], _SEED)


def made_rows(households: int, with_code: int, seed: int) -> list[ListRow]:
    """Return as many households as are asked for in the likeness of the place, by `seed`."""
    chance = Chance(random.Random(seed).random)
    units = old_district(_DISTRICT)
    counts = _dealt(households, [_data()["units"][unit.code]["households"] for unit in units])
    fields: list[dict[str, Any]] = []
    for unit, count in zip(units, counts, strict=True):
        fields += _unit_fields(unit, count, chance)
    _give_codes(fields, with_code, chance)
    return [
        ListRow(index + 2, values["unit"], values["hamlet"], values)
        for index, values in enumerate(fields)
    ]


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))
    return data


@cache
def _town() -> Town:
    return Town.of(_data()["names"])


def _dealt(total: int, weights: Sequence[float]) -> list[int]:
    """Return `total` in whole parts in the ratio of `weights`; the parts add up exactly."""
    ends = [round(end * total / sum(weights)) for end in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _unit_fields(unit: Unit, count: int, chance: Chance) -> Iterator[dict[str, Any]]:
    data = _data()["units"][unit.code]
    counts = _dealt(count, [0.6 + chance.share() for _ in data["hamlets"]])
    serial = 0
    for place, (hamlet, households) in enumerate(zip(data["hamlets"], counts, strict=True)):
        head: Person | None = None
        house: _House | None = None
        houses = _houses(unit, data, place, chance)
        for _ in range(households):
            serial += 1
            if head and house and chance.share() < _RELATIVE:
                head = relative(head, _town(), chance)
            else:
                head, house = person(_town(), chance), next(houses)
            yield _fields(unit, hamlet, data, serial, head, house, chance)


def _fields(
    unit: Unit, hamlet: str, data: Mapping[str, Any], serial: int, head: Person, house: _House,
    chance: Chance,
) -> dict[str, Any]:  # fmt: skip
    return {
        "list_code": f"HB-{unit.code}-{serial:06d}",
        "name": head.name,
        "phone": _phone(chance) if chance.share() < _PHONE else None,
        "address": house.address,
        "house_number": house.number,
        "street": house.street,
        "hamlet": hamlet,
        "unit": _today(unit, hamlet, data),
        "old_unit": unit.code,
        "code": None,
        "place": _place(house, chance) if chance.share() < _PLACE else None,
    }


def _today(unit: Unit, hamlet: str, data: Mapping[str, Any]) -> str:
    """Return today's unit; the unit that was split goes hamlet by hamlet."""
    if len(unit.successors) == 1:
        return unit.successors[0]
    return "06820" if hamlet in data["to_vang_danh"] else "06811"


def _houses(unit: Unit, data: Mapping[str, Any], hamlet: int, chance: Chance) -> Iterator[_House]:
    """Yield one house after the other: the hamlet's streets in turn, numbers going up."""
    streets = data["streets"]
    chosen = [streets[(hamlet + step) % len(streets)] for step in range(min(3, len(streets)))]
    ends = [_Street(name, hamlet, data, chance) for name in chosen]
    kind = {"ward": "phường", "commune": "xã"}[unit.kind]
    tail = f"{data['hamlets'][hamlet]}, {kind} {unit.name}, {_CITY}"
    while True:
        street = chance.of(ends)
        number, name, spot = street.next_house(chance)
        group = f"tổ {1 + int(chance.share() * 12)}, " if chance.share() < 0.45 else ""
        if chance.share() >= data["numbered"]:
            number, name = "", name if chance.share() < 0.4 else ""
        said = ", ".join(part for part in (number and f"Số nhà {number}", _spoken(name)) if part)
        yield _House(number, name, f"{said}{', ' if said else ''}{group}{tail}", spot)


def _spoken(street: str) -> str:
    """Return a street as an address writes it: `Ngõ 5 Trần Phú` gives `ngõ 5, đường Trần Phú`."""
    if not street.startswith("Ngõ "):
        return f"đường {street}" if street else ""
    _, alley, name = street.split(" ", 2)
    return f"ngõ {alley}, đường {name}"


class _Street:
    """A street within a hamlet: a line on the map along which the numbers go up."""

    def __init__(self, name: str, hamlet: int, data: Mapping[str, Any], chance: Chance) -> None:
        self._name = name
        # A street goes on through several hamlets, so their numbers overlap now and then.
        self._number = int(chance.share() * 60)
        self._alley = 0
        ring = 2 * pi * hamlet / len(data["hamlets"])
        far = 0.004 + 0.009 * (hamlet % 3)
        self._from = (data["at"][0] + far * sin(ring), data["at"][1] + far * cos(ring))
        heading = 2 * pi * chance.share()
        self._north, self._east = (
            sin(heading) / _METRES_PER_DEGREE,
            cos(heading) / _METRES_PER_DEGREE,
        )
        self._wider = 1 / cos(self._from[0] * pi / 180)
        self._steps = 0

    def next_house(self, chance: Chance) -> tuple[str, str, tuple[float, float]]:
        """Return the next house's number, its street or alley, and where it stands."""
        self._number += (0, 1, 1, 2, 2, 2, 3)[int(chance.share() * 7)]
        self._steps += 1
        number, name = str(max(self._number, 1)), self._name
        turn = chance.share()
        if turn < 0.07:
            number += chance.of("ABC")
        elif turn < 0.14:
            number += f"/{1 + int(chance.share() * 20)}"
        elif turn < 0.26:
            self._alley = self._alley if chance.share() < 0.6 else self._number
            name = f"Ngõ {max(self._alley, 1)} {name}"
            number = str(1 + int(chance.share() * 40))
        return number, name, self._spot()

    def _spot(self) -> tuple[float, float]:
        along, side = self._steps * 7.0, (self._steps % 2 - 0.5) * 24.0
        north = along * self._north + side * self._east
        east = along * self._east - side * self._north
        return self._from[0] + north, self._from[1] + east * self._wider


def _place(house: _House, chance: Chance) -> dict[str, Any]:
    lat, lon = (degrees + (chance.share() - 0.5) * 6e-5 for degrees in house.place)
    return {"lat": round(lat, 6), "lon": round(lon, 6), "source": "list", "accuracy": None}


def _phone(chance: Chance) -> str:
    return f"{chance.of(_PREFIXES)}{int(chance.share() * 10_000_000):07d}"


def _give_codes(fields: list[dict[str, Any]], count: int, chance: Chance) -> None:
    """Give exactly `count` households a code, some hamlets many and some few."""
    eager: dict[tuple[str, str], float] = {}
    ranks: list[tuple[float, int]] = []
    for index, values in enumerate(fields):
        hamlet = (values["old_unit"], values["hamlet"])
        share = eager.setdefault(hamlet, 0.25 + 0.75 * chance.share())
        ranks.append((chance.share() / share, index))
    serials: dict[str, int] = {}
    for index in sorted(index for _, index in sorted(ranks)[:count]):
        unit = fields[index]["old_unit"]
        serials[unit] = serials.get(unit, 0) + 1 + int(chance.share() * 9)
        fields[index]["code"] = f"{_data()['units'][unit]['postcode']}{serials[unit]:05d}"
