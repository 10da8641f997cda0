"""What one household counts as in its hamlet, and how the counts are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from models.households.records import HamletKey
from models.households.tables import hamlet_tallies
from models.json_text import canonical_json, parse_json

_COUNTS: Final = ("households", "with_code", "checked", "plate", "conflicts")
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
        self._counts: dict[HamletKey, dict[str, int]] = {}
        self._outcomes: dict[HamletKey, dict[str, int]] = {}

    def count(self, row: Mapping[str, Any], by: int) -> None:
        """Count a row of `households`, or with `by` -1 take it out; merged ones count nowhere."""
        if row["merged_into"] is not None:
            return
        key = HamletKey(row["unit"], row["old_unit"], row["hamlet"])
        counts = self._counts.setdefault(key, dict.fromkeys(_COUNTS, 0))
        counts["households"] += by
        if row["has_listed_code"]:
            counts["with_code"] += by
        if row["has_plate"]:
            counts["plate"] += by
        if row["conflicts"]:
            counts["conflicts"] += by
        outcome = row["outcome"]
        if outcome:
            counts["checked"] += by
            outcomes = self._outcomes.setdefault(key, {})
            outcomes[outcome] = outcomes.get(outcome, 0) + by

    def write(self, connection: Connection) -> None:
        """Add what was gathered to the tallies; a hamlet without households has no row."""
        for key, delta in sorted(self._counts.items()):
            outcomes = self._outcomes.get(key, {})
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
