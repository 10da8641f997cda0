"""Sets a list's rows against the register: what is new, what says something new, what is the same.

A row finds its household by its own key or by a key it was joined under before, then by the
platform's code, then by name and address (`models.households.matching`). What looks alike without
being sure is for a person to decide; until then such a row is a household of its own. Of one list
one row speaks of a household: two that differ would take turns whenever the list comes again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, cast
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.naming import ERASED_PLACE
from models.households.records import ListRow
from models.households.tables import household_aliases, households
from models.ids import blake2b, derived_id
from models.json_text import canonical_bytes, parse_json
from models.memory import uncollected
from models.store.parts import in_parts

Action = Literal["add", "update", "unchanged"]

_PLAIN: Final = (
    "list_code", "name", "phone", "address", "house_number", "street", "hamlet", "unit",
    "old_unit", "code", "place_id", "has_plate", "plate_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Registered:
    """A household that a row may mean: its code as it stands, and what lists last said of it."""

    id: UUID
    code: str | None
    listed: Mapping[str, Any]
    merged_into: UUID | None
    is_erased: bool


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What a row does: `changes` is what it says that no list has said of the household before.

    `alias` is the row's own key where it is joined to a household under another id.
    """

    row: ListRow
    household: UUID
    action: Action
    changes: Mapping[str, Any]
    alias: UUID | None = None


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """A new row and the households that it may be, the likeliest first, each with 0 to 100."""

    row: ListRow
    candidates: tuple[tuple[UUID, float], ...]


@dataclass(frozen=True, slots=True)
class ListPlan:
    """All that taking a list in would do; `likely` are decided by `decide` or stay apart.

    `erased` are the rows of households whose data was erased by law: they are left out, since no
    list may bring it back.
    """

    list_id: UUID
    rows: tuple[PlannedRow, ...]
    likely: tuple[LikelyPair, ...]
    repeated: tuple[tuple[int, int], ...] = field(default=())
    erased: tuple[ListRow, ...] = field(default=())

    def count(self, action: Action) -> int:
        """Return how many rows do `action`."""
        return sum(planned.action == action for planned in self.rows)


def plan_list(
    connection: Connection, rows: Sequence[ListRow],
    decided: Mapping[UUID, UUID | None] | None = None,
) -> ListPlan:  # fmt: skip
    """Return what taking `rows` in would do; `decided` maps a likely row's key to a household.

    None there says that the row is a household of its own. `repeated` names rows that say of the
    same household what an earlier row says; they are left out.
    """
    with uncollected():
        return _planned_list(connection, rows, decided or {})


def _planned_list(
    connection: Connection, rows: Sequence[ListRow], decided: Mapping[UUID, UUID | None]
) -> ListPlan:
    unique, repeated = _without_repeats(rows)
    known = _registered(connection, unique)
    if not known.has_any:
        # Nothing is there yet that a row could mean.
        fresh = tuple([_planned(key, row, None, None) for key, row in unique.items()])
        return ListPlan(_list_id(rows), fresh, (), tuple(repeated))
    claims = _claimed(unique, known)
    open_rows = [
        (key, row)
        for key, row in unique.items()
        if key not in claims.found and key not in claims.again and key not in decided
    ]
    chosen = {key: one for key, one in decided.items() if one is not None and key in unique}
    meant = _standing(connection, _read_registered(connection, households.c.id, chosen.values()))
    for key, one in chosen.items():
        if key not in claims.found and key not in claims.again and one in meant:
            claims.claim(key, unique[key], meant[one])
    likely: list[LikelyPair] = []
    if open_rows:
        joined, likely = _by_likeness(connection, open_rows, set(claims.first))
        alike = _read_registered(connection, households.c.id, joined.values())
        for key, one in joined.items():
            claims.claim(key, unique[key], alike[one])
    erased = {key for key, one in claims.found.items() if one.is_erased}
    planned = tuple(
        _planned(key, row, claims.found.get(key), known.own.get(key))
        for key, row in unique.items()
        if key not in claims.again and key not in erased
    )
    repeated += claims.again.values()
    left_out = tuple(row for key, row in unique.items() if key in erased)
    return ListPlan(_list_id(rows), planned, tuple(likely), tuple(repeated), left_out)


def part_of(plan: ListPlan, rows: Sequence[ListRow]) -> ListPlan:
    """Return the part of a plan that is about `rows`, a list of its own: a sheet of several."""
    if len(rows) == len(plan.rows) and all(
        planned.row is row for planned, row in zip(plan.rows, rows, strict=True)
    ):
        return replace(plan, likely=(), repeated=())
    wanted = {id(row) for row in rows}
    planned = tuple(item for item in plan.rows if id(item.row) in wanted)
    return ListPlan(_list_id(rows), planned, ())


@dataclass(frozen=True, slots=True)
class _Known:
    """What the register knows of rows: `own` by key as recorded, `standing` behind all merges."""

    own: Mapping[UUID, Registered]
    standing: Mapping[UUID, Registered]
    by_code: Mapping[str, tuple[Registered, Registered]]
    has_any: bool


@dataclass(frozen=True, slots=True)
class _Claims:
    """Which household each row means; `first` is who spoke of a household, `again` who came late.

    `again` holds the numbers of the row and of the first one.
    """

    found: dict[UUID, Registered] = field(default_factory=dict)
    first: dict[UUID, ListRow] = field(default_factory=dict)
    again: dict[UUID, tuple[int, int]] = field(default_factory=dict)

    def claim(self, key: UUID, row: ListRow, *ones: Registered) -> None:
        """Give a row the first of `ones` that no other row means; the others are its own too."""
        free = next((one for one in ones if one.id not in self.first), None)
        if free is None:
            self.again[key] = (row.row, self.first[ones[-1].id].row)
            return
        self.found[key] = free
        for one in ones:
            self.first.setdefault(one.id, row)


def _claimed(unique: Mapping[UUID, ListRow], known: _Known) -> _Claims:
    """Return what rows mean by their keys, then by their codes.

    A household's own row goes before those that were joined to it. Beside it the row of one that
    was merged into it speaks of the merged record alone: a person has said which of the two stands.
    """
    claims = _Claims()
    keys = [key for key in unique if key in known.own]
    for key in sorted(keys, key=lambda key: known.standing[key].id != key):
        claims.claim(key, unique[key], known.standing[key], known.own[key])
    for key, row in unique.items():
        ones = known.by_code.get(row.fields.get("code") or "", ())
        free = [one for one in ones if one.id not in claims.first]
        if free and key not in known.own:
            claims.claim(key, row, *free)
    return claims


def _without_repeats(
    rows: Sequence[ListRow],
) -> tuple[dict[UUID, ListRow], list[tuple[int, int]]]:
    unique: dict[UUID, ListRow] = {}
    repeated: list[tuple[int, int]] = []
    for row in rows:
        key = row.key
        first = unique.setdefault(key, row)
        if first is not row:
            repeated.append((row.row, first.row))
    return unique, repeated


def _registered(connection: Connection, rows: Mapping[UUID, ListRow]) -> _Known:
    has_any = connection.execute(select(households.c.id).limit(1)).first() is not None
    if not has_any:
        return _Known({}, {}, {}, False)
    own = _read_registered(connection, households.c.id, rows)
    aliases: dict[UUID, UUID] = {}
    for part in in_parts(key for key in rows if key not in own):
        query = select(household_aliases).where(household_aliases.c.alias.in_(part))
        aliases |= {row.alias: row.household for row in connection.execute(query)}
    behind = _read_registered(connection, households.c.id, set(aliases.values()))
    own |= {alias: behind[one] for alias, one in aliases.items() if one in behind}
    codes = {
        code for key, row in rows.items() if key not in own and (code := row.fields.get("code"))
    }
    return _Known(own, _standing(connection, own), _by_code(connection, codes), True)


def _by_code(
    connection: Connection, codes: set[str]
) -> dict[str, tuple[Registered, Registered]]:
    """Return by code the household that stands and the one that has it.

    They differ where that one was merged. A code that more than one stands with says nothing.
    """
    own = _read_registered(connection, households.c.code, codes)
    standing = _standing(connection, own)
    found: dict[str, tuple[Registered, Registered]] = {}
    several: set[str] = set()
    for key, one in own.items():
        code = one.code or ""
        if code in found and found[code][0].id != standing[key].id:
            several.add(code)
        if code not in found or one.merged_into is None:
            found[code] = (standing[key], one)
    return {code: both for code, both in found.items() if code not in several}


def _standing(
    connection: Connection, found: Mapping[UUID, Registered]
) -> Mapping[UUID, Registered]:
    """Put in place of merged households those that they were merged into."""
    merged = {one.merged_into for one in found.values() if one.merged_into is not None}
    while merged:
        into = _read_registered(connection, households.c.id, merged)
        found = {
            key: into.get(one.merged_into, one) if one.merged_into is not None else one
            for key, one in found.items()
        }
        merged = {
            one.merged_into for one in into.values() if one.merged_into is not None
        }
    return found


def _read_registered(
    connection: Connection, column: Any, wanted: Iterable[Any]
) -> dict[UUID, Registered]:
    columns = [households.c[name] for name in (*_PLAIN, "id", "listed", "merged_into")]
    columns += [households.c[name] for name in ("lat", "lon", "place_source", "place_accuracy")]
    columns.append(households.c.order_key)
    found: dict[UUID, Registered] = {}
    for part in in_parts(wanted):
        for row in connection.execute(select(*columns).where(column.in_(part))).mappings():
            listed: dict[str, Any] = {name: row[name] for name in _PLAIN}
            if row["lat"] is not None:
                listed["place"] = {
                    "lat": row["lat"], "lon": row["lon"], "source": row["place_source"],
                    "accuracy": row["place_accuracy"],
                }  # fmt: skip
            if row["listed"]:
                listed |= parse_json(row["listed"])
            found[row["id"]] = Registered(
                row["id"], row["code"], listed, row["merged_into"],
                row["order_key"] == ERASED_PLACE,
            )  # fmt: skip
    return found


def _by_likeness(
    connection: Connection, rows: Sequence[tuple[UUID, ListRow]], taken: set[UUID]
) -> tuple[dict[UUID, UUID], list[LikelyPair]]:
    """Return which households rows mean for sure, and which they may mean."""
    from models.households.matching import Candidate, match

    units = {row.unit for _, row in rows}
    query = select(
        households.c.id, households.c.unit, households.c.hamlet, households.c.name,
        households.c.address, households.c.house_number, households.c.street, households.c.code,
        households.c.list_code,
    ).where(
        households.c.unit.in_(units), households.c.merged_into.is_(None),
        households.c.order_key != ERASED_PLACE,
    )  # fmt: skip
    register = [
        Candidate(
            one.id, one.unit, one.hamlet, one.name,
            _address(one.house_number, one.street, one.address), one.code, one.list_code,
        )
        for one in connection.execute(query)
        if one.id not in taken
    ]  # fmt: skip
    if not register:
        return {}, []
    listed = dict(rows)
    wanted = [
        Candidate(
            key, row.unit, row.hamlet, row.fields.get("name") or "",
            row.address_line,
            row.fields.get("code"), row.fields.get("list_code"),
        )
        for key, row in rows
    ]  # fmt: skip
    found = match(wanted, register)
    pairs: dict[UUID, list[tuple[UUID, float]]] = {}
    for pair in found.likely:
        row, household = cast(UUID, pair.row), cast(UUID, pair.household)
        pairs.setdefault(row, []).append((household, pair.score))
    likely = [LikelyPair(listed[key], tuple(ones)) for key, ones in pairs.items()]
    return cast(dict[UUID, UUID], dict(found.joined)), likely


def _address(number: str | None, street: str | None, address: str | None) -> str:
    if number or street:
        return " ".join(part for part in (number, street) if part)
    return address or ""


def _planned(
    key: UUID, row: ListRow, found: Registered | None, own: Registered | None
) -> PlannedRow:
    said = {"unit": row.unit, "hamlet": row.hamlet, **row.fields}
    if found is None:
        changes = {name: value for name, value in said.items() if value}
        return PlannedRow(row, key, "add", changes)
    # A blank cell says nothing: only a value can change what was said before, and of a household
    # that was merged only what no list had said of it by then is news for the one that stands.
    changes = {
        name: value
        for name, value in said.items()
        if value not in (None, "")
        and all(value != one.listed.get(name) for one in (found, own) if one is not None)
    }
    # A row that is joined to a household under another id is recorded, so that it stays joined.
    alias = key if key != found.id and own is None else None
    action: Action = "update" if changes or alias else "unchanged"
    return PlannedRow(row, found.id, action, changes, alias)


def _list_id(rows: Sequence[ListRow]) -> UUID:
    text = canonical_bytes([(row.unit, row.hamlet, dict(row.fields)) for row in rows])
    return derived_id("household list", [blake2b(text).hex()])
