"""Says in which of today's units and in which hamlet each row of a household list belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.sheets import household_cells as read
from exports.sheets.household_records import Unsettled
from exports.sheets.household_sections import Section, in_address, said_above
from exports.sheets.household_units import Named, decide
from exports.sheets.slip_cells import shorten
from models.errors import Problem
from models.households.naming import hamlet_name
from models.units.unit import Unit

if TYPE_CHECKING:
    from exports.sheets.household_rows import RowReading

_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """The hamlets that a person must place, and the positions of the rows that wait for it."""

    unsettled: tuple[Unsettled, ...]
    waiting: set[int]


def unit_texts(job: RowReading, sections: Sequence[Section]) -> list[str]:
    """Return for each row what it says of its unit: its cell, its section, the title, its address.

    "" where the list says nothing.
    """
    above = said_above(job.sheet, job.layout, job.names)
    cells = job.column("unit") or job.column("unit_code")
    field = "unit" if job.column("unit") else "unit_code"
    texts = read.texts(cells, "unit", job.report(field)) if cells else [""] * job.count
    texts = [
        text or section.unit or above.unit for text, section in zip(texts, sections, strict=True)
    ]
    addresses = job.values.get("address")
    if addresses and not cells and job.column("old_unit") is None and not all(texts):
        texts = [
            text or in_address(address, job.names).unit
            for text, address in zip(texts, addresses, strict=True)
        ]
    return texts


def place_rows(job: RowReading, sections: Sequence[Section]) -> Placed:
    """Fill `hamlet`, `unit` and, where the list names one, `old_unit` into the values of `job`."""
    hamlets = job.values["hamlet"] = _hamlets(job, sections)
    texts = unit_texts(job, sections)
    old_cells = job.column("old_unit")
    old_texts = (
        read.texts(old_cells, "old_unit", job.report("old_unit"))
        if old_cells
        else [""] * job.count
    )
    resolver = _Resolver(job, texts)
    units: list[str] = []
    olds: list[str | None] = []
    waiting: Counter[tuple[str, str]] = Counter()
    waits: set[int] = set()
    for position, (text, old_text) in enumerate(zip(texts, old_texts, strict=True)):
        unit, old = resolver.units(position, text, old_text)
        if unit is None and old is not None:
            key = (old.code, hamlets[position])
            code = job.context.hamlets.get(key)
            if code is None and position not in job.bad:
                waiting[key] += 1
                waits.add(position)
            units.append(code or "")
        else:
            units.append(unit or "")
        olds.append(old.code if old else None)
    job.values["unit"] = units
    if any(texts) or any(old_texts):
        job.values["old_unit"] = olds
    resolver.tell()
    return Placed(_unsettled(job, waiting), waits)


def _hamlets(job: RowReading, sections: Sequence[Section]) -> list[str]:
    names: list[str] = job.values.get("hamlet") or [""] * job.count
    names = [name or section.hamlet for name, section in zip(names, sections, strict=True)]
    if not all(names):
        above = said_above(job.sheet, job.layout, job.names).hamlet
        addresses = job.values.get("address") or [""] * job.count
        default = hamlet_name(job.context.hamlet)
        names = [
            name or above or (in_address(address, job.names).hamlet if address else "") or default
            for name, address in zip(names, addresses, strict=True)
        ]
    report = job.report("hamlet")
    for position, name in enumerate(names):
        if not name and position not in job.bad:
            report(position, "households.row_no_hamlet")
    return names


class _Resolver:
    """Turns what rows say of their unit into units, each distinct text once."""

    def __init__(self, job: RowReading, texts: Sequence[str]) -> None:
        self._job = job
        self._decision = decide(job.names, texts)
        self._map = job.context.map or self._decision.map
        self._known: dict[tuple[str, str], tuple[str | None, Unit | None, str | None]] = {}
        self._report = job.report("unit" if "unit" in job.layout.columns else "unit_code")
        self._report_old = job.report("old_unit")

    def units(self, position: int, text: str, old_text: str) -> tuple[str | None, Unit | None]:
        """Return today's unit and the old one that was named; the first None for a split one."""
        key = (text, old_text)
        if key not in self._known:
            self._known[key] = self._find(text, old_text)
        unit, old, problem = self._known[key]
        if problem:
            report = self._report if text or not old_text else self._report_old
            report(position, problem, value=shorten(text or old_text))
        return unit, old

    def tell(self) -> None:
        """Add the note on how names with two meanings were read."""
        decision = self._decision
        if not decision.ambiguous:
            return
        code = f"households.units_on_{self._map}_map"
        names = ", ".join(map(shorten, decision.ambiguous[:_SHOWN]))
        params = {"names": names}
        self._job.note(Problem(code, sheet=self._job.sheet.name, params=params))

    def _find(self, text: str, old_text: str) -> tuple[str | None, Unit | None, str | None]:
        names, context = self._job.names, self._job.context
        named = names.find(text) if text else Named()
        old = names.find(old_text).old if old_text else None
        if old_text:
            # With a column for the old unit, the other one names today's.
            unit = named.today or named.old
        else:
            unit = named.on(self._map)
        if text and unit is None:
            return "", None, "households.unit_unknown"
        if unit is None and old is None:
            problem = "households.unit_unknown" if old_text else "households.no_unit"
            own = context.own_unit
            return (own, None, None) if own and not old_text else ("", None, problem)
        if unit is not None and unit.is_valid_on(context.today):
            return unit.code, old, None
        former = unit or old
        assert former is not None
        if len(former.successors) > 1:
            return None, former, None
        today = context.units.today(former)
        if today is None:
            return "", former, "households.unit_unknown"
        return today.code, former, None


def _unsettled(job: RowReading, waiting: Counter[tuple[str, str]]) -> tuple[Unsettled, ...]:
    successors = {
        unit.code: unit.successors
        for unit in job.context.units.units
        if not unit.is_valid_on(job.context.today)
    }
    return tuple(
        Unsettled(old, hamlet, successors[old], rows) for (old, hamlet), rows in waiting.items()
    )
