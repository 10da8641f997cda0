"""What the exchange page reads, in one consistent view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.households.progress import register_totals
from models.stations.card import StationCard
from models.stations.ledger import Ledger, read_ledger
from models.stations.own import read_own
from models.stations.queries import EnrolledStation, enrolled
from models.stations.watch import Watch, read_watch
from models.surveys.undecided import undecided_slips
from models.units.queries import read_units
from models.units.unit import Unit, order_key

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """This station's card, the ledger, and what waits for a person.

    `card` is None until the station has a name; `conflicts` counts households and `slips` slips
    that wait for a person. `units` are today's
    names by code; `codes` are all names that a code ever had, today's units first: records of
    before bear the codes of their day.
    """

    card: StationCard | None
    ledger: Ledger
    revoked: tuple[EnrolledStation, ...]
    conflicts: int
    slips: int
    units: Mapping[str, str]
    codes: Mapping[str, str]
    watch: Watch


def read_exchange(connection: Connection, now_ms: int) -> ExchangeState:
    """Return how the exchange stands."""
    own = read_own(connection)
    known = enrolled(connection).values()
    units = sorted(read_units(connection).units, key=_by_age)
    return ExchangeState(
        card=None if own is None else own.card,
        ledger=read_ledger(connection),
        revoked=tuple(station for station in known if not station.is_active),
        conflicts=read_conflicts(connection),
        slips=len(undecided_slips(connection)),
        units={unit.code: unit.full_name for unit in units if unit.valid_to is None},
        codes=_all_names(units),
        watch=read_watch(connection, now_ms),
    )


def read_conflicts(connection: Connection) -> int:
    """Return how many households wait for a person to settle what was said differently."""
    return register_totals(connection, officer="").conflicts


def _all_names(units: Iterable[Unit]) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for unit in units:
        names.setdefault(unit.code, []).append(unit.full_name)
    return {code: " / ".join(dict.fromkeys(found)) for code, found in names.items()}


def _by_age(unit: Unit) -> tuple[bool, tuple[bool, str]]:
    return unit.valid_to is not None, order_key(unit)
