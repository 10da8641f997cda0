"""What one household counts as in its hamlet, and how the counts are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from models.households.records import HamletKey
from models.households.tables import hamlet_tallies
from models.json_text import canonical_json, parse_json

_COUNTS: Final = ("households", "with_code", "checked", "plate", "conflicts")
_kind: Final = itemgetter(
    "unit", "old_unit", "hamlet", "has_listed_code", "has_plate", "conflicts", "outcome"
)
_KEY: Final = (
    (hamlet_tallies.c.unit == bindparam("of_unit"))
    & (hamlet_tallies.c.old_unit == bindparam("of_old_unit"))
    & (hamlet_tallies.c.hamlet == bindparam("of_hamlet"))
)
_GET: Final = select(hamlet_tallies).where(_KEY)
_DROP: Final = delete(hamlet_tallies).where(_KEY)


class Deltas:
    """What a few households add to the tallies, gathered so that each row is written once."""

    def __init__(self) -> None:
        self._kinds: Counter[tuple[Any, ...]] = Counter()

    def count(self, row: Mapping[str, Any], by: int) -> None:
        """Count a row of `households`, or with `by` -1 take it out; merged ones count nowhere."""
        if row["merged_into"] is None:
            # A list's households are of few kinds: each kind is looked at once, when it is written.
            self._kinds[_kind(row)] += by

    def write(self, connection: Connection) -> None:
        """Add what was gathered to the tallies; a hamlet without households has no row."""
        every: dict[HamletKey, tuple[Counter[str], Counter[str]]] = {}
        for (unit, old_unit, hamlet, coded, plate, conflicts, outcome), n in self._kinds.items():
            hamlet_key = HamletKey(unit, old_unit, hamlet)
            delta, outcomes = every.setdefault(hamlet_key, (Counter(), Counter()))
            said = (True, coded, outcome, plate, conflicts)
            delta.update({name: n for name, is_so in zip(_COUNTS, said, strict=True) if is_so})
            if outcome:
                outcomes[outcome] += n
        for key, (delta, outcomes) in sorted(every.items()):
            if not any(delta.values()) and not any(outcomes.values()):
                continue
            place = {f"of_{name}": value for name, value in key._asdict().items()}
            found = connection.execute(_GET, place).mappings().first()
            counts = {name: (found[name] if found else 0) + delta[name] for name in _COUNTS}
            kept = parse_json(found["outcomes"]) if found else {}
            for outcome, n in outcomes.items():
                kept[outcome] = kept.get(outcome, 0) + n
            connection.execute(_DROP, place)
            if counts["households"]:
                standing = {outcome: n for outcome, n in kept.items() if n}
                connection.execute(
                    insert(hamlet_tallies),
                    {**key._asdict(), **counts, "outcomes": canonical_json(standing)},
                )
