"""Takes a list of households from a file: read by its layout, and set against the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from exports.sheets.household_lists import HouseholdList, ListFile, open_list, read_list
from exports.sheets.household_records import ListContext, Unsettled
from exports.sheets.legacy import Preview
from models.clock import hlc_time
from models.errors import Problem, UserError
from models.households.commands import place_hamlet
from models.households.list_commands import import_list
from models.households.list_plan import LikelyPair, ListPlan, part_of, plan_list
from models.households.list_queries import placed_hamlets, remembered_layout
from models.journal.log import StreamState, latest_hlc, stream_states
from models.units.queries import read_units
from models.units.unit import UnitRegister

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.store.store import Transaction

HamletPlaces = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What a person says of a list that it does not say itself.

    `unit` and `hamlet` hold for rows that name none. `places` says to which of today's units a
    hamlet of a split unit belongs, `{(old unit, hamlet): unit}`. `decided` maps a likely row's key
    to the household that it is, or None for one of its own.
    """

    unit: str | None = None
    hamlet: str = ""
    places: HamletPlaces = field(default_factory=dict)
    decided: Mapping[UUID, UUID | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HouseholdImport:
    """What taking a list in would do: nothing of it is stored yet.

    `events` is how many the journal held when this was planned.
    """

    file: ListFile
    read: HouseholdList
    plan: ListPlan
    choices: ListChoices
    problems: tuple[Problem, ...]
    events: int

    @property
    def added(self) -> int:
        """Return how many households are new."""
        return self.plan.count("add")

    @property
    def updated(self) -> int:
        """Return of how many households the list says something new."""
        return self.plan.count("update")

    @property
    def unchanged(self) -> int:
        """Return how many rows say what is known already."""
        return self.plan.count("unchanged")

    @property
    def rejected(self) -> int:
        """Return how many rows cannot be taken in."""
        return self.read.rejected + len(self.plan.repeated)

    @property
    def erased(self) -> int:
        """Return how many rows are left out because their household's data was erased by law."""
        return len(self.plan.erased)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """Return what is worth a look and rejects nothing."""
        erased = {id(row) for row in self.plan.erased}
        left_out = [
            Problem("households.row_erased", row=row.row, sheet=sheet.name)
            for sheet in (self.read.sheets if erased else ())
            for row in sheet.rows
            if id(row) in erased
        ]
        return (*left_out, *self.read.notes)

    @property
    def likely(self) -> tuple[LikelyPair, ...]:
        """Return the new rows that may be known households; undecided they stay apart."""
        return self.plan.likely

    @property
    def unsettled(self) -> tuple[Unsettled, ...]:
        """Return the hamlets of split units that a person must place first."""
        return self.read.unsettled

    @property
    def previews(self) -> tuple[tuple[str, Preview], ...]:
        """Return by sheet how text of before Unicode was converted, where there was any."""
        return tuple(
            (source.sheet.name, source.preview)
            for source in self.file.sources
            if source.preview.encoding != "unicode"
        )


def open_household_file(connection: Connection, path: Path) -> ListFile:
    """Return a file's lists with their layouts, as remembered, else as guessed.

    Raises UserError and KnownError as `open_list` does.
    """
    return with_remembered(connection, open_list(path))


def with_remembered(connection: Connection, file: ListFile) -> ListFile:
    """Return a file whose columns are read as a person corrected them before."""
    for fingerprint in {source.layout.fingerprint for source in file.sources}:
        remembered = remembered_layout(connection, fingerprint)
        if remembered is not None:
            file = file.with_columns(fingerprint, remembered[0])
    return file


def plan_household_file(
    connection: Connection, file: ListFile, *, unit: str, today: date,
    choices: ListChoices | None = None,
) -> HouseholdImport:  # fmt: skip
    """Return what taking an opened file in would do; `unit` is the store's own.

    UserError for a choice that names no such unit, or no split one.
    """
    choices = choices or ListChoices()
    streams = stream_states(connection)
    # A clock that was set back must not bring back the units of that time.
    today = max(today, _last_day(streams))
    register = read_units(connection)
    own = _own_unit(register, choices.unit or unit, today, is_chosen=choices.unit is not None)
    check_places(register, choices.places, today)
    context = ListContext(
        register, today, own, {**placed_hamlets(connection), **choices.places}, choices.hamlet
    )
    read = read_list(file, context)
    plan = plan_list(connection, read.rows, choices.decided)
    again = [
        Problem("households.row_again", row=row, params={"other": first})
        for row, first in plan.repeated
    ]
    problems = (*read.problems, *again)
    return HouseholdImport(file, read, plan, choices, problems, _events(streams))


def apply_household_import(
    tx: Transaction, plan: HouseholdImport, *, unit: str,
    progressed: Callable[[int, int], None] | None = None,
) -> None:  # fmt: skip
    """Record what a plan says, all of it; the same list twice changes nothing.

    `progressed` is told how many of how many rows are recorded; what it raises undoes all of them.
    UserError `households.unsettled` while a hamlet waits for a person,
    `households.changed_meanwhile` where the register is no longer what the plan was made for.
    """
    if plan.unsettled:
        raise UserError("households.unsettled", hamlets=unsettled_names(plan.unsettled))
    if _events(stream_states(tx.connection)) != plan.events:
        again = plan_list(tx.connection, plan.read.rows, plan.choices.decided)
        if (again.rows, again.likely) != (plan.plan.rows, plan.plan.likely):
            raise UserError("households.changed_meanwhile")
    known = placed_hamlets(tx.connection)
    for key, code in plan.choices.places.items():
        if known.get(key) != code:
            place_hamlet(tx, *key, code)
    title, total, done = Path(plan.file.name).stem, plan.added + plan.updated, 0
    for sheet in plan.read.sheets:
        # Each sheet is a list of its own, which goes back in its own layout.
        part = part_of(plan.plan, sheet.rows)
        if not part.rows:
            continue
        import_list(
            tx, part, unit=unit,
            title=title if len(plan.read.sheets) == 1 else f"{title} · {sheet.name}",
            columns=sheet.layout.columns, header=sheet.header,
            progressed=_counting(progressed, done, total),
        )  # fmt: skip
        done += part.count("add") + part.count("update")


def _counting(
    progressed: Callable[[int, int], None] | None, before: int, total: int
) -> Callable[[int, int], None] | None:
    if progressed is None:
        return None
    return lambda done, _of: progressed(before + done, total)


def alike_rows(
    plan: HouseholdImport, ask: Callable[[], object] | None = None
) -> tuple[Problem, ...]:
    """Return the rows of a list that may be one household, the likeliest first, as notes.

    They reject nothing: after the list was taken in, the register shows each pair for a decision.
    A list of 34.043 rows takes seconds, so `ask` is asked now and then: what it raises ends it.
    """
    from models.households.matching import Candidate, duplicates

    rows = [(sheet.name, row) for sheet in plan.read.sheets for row in sheet.rows]
    candidates = [
        Candidate(
            place, row.unit, row.hamlet, row.fields.get("name") or "", row.address_line,
            row.fields.get("code"), row.fields.get("list_code"),
        )
        for place, (_, row) in enumerate(rows)
    ]  # fmt: skip
    notes: list[Problem] = []
    for found in duplicates(candidates, ask):
        first, second = sorted((cast(int, found.first), cast(int, found.second)))
        (sheet, earlier), (later_sheet, later) = rows[first], rows[second]
        notes.append(
            Problem(
                "households.rows_may_be_one", row=later.row, sheet=later_sheet,
                params={"other": earlier.row, "sheet": sheet,
                        "name": earlier.fields.get("name") or ""},
            )
        )  # fmt: skip
    return tuple(notes)


def join_likely(plan: HouseholdImport) -> ListChoices:
    """Return the choices with every likely row joined to its best household that is still free."""
    pairs = sorted(
        ((score, pair.row.key, one) for pair in plan.likely for one, score in pair.candidates),
        key=lambda item: -item[0],
    )
    joined: dict[UUID, UUID | None] = {}
    taken: set[UUID] = set()
    for _score, key, household in pairs:
        if key not in joined and household not in taken:
            joined[key] = household
            taken.add(household)
    return replace(plan.choices, decided={**plan.choices.decided, **joined})


def check_places(register: UnitRegister, places: HamletPlaces, today: date) -> None:
    """Raise UserError unless every place is a split unit and one of those that it went to."""
    for (old, hamlet), code in places.items():
        successors = next(
            (unit.successors for unit in register.units
             if unit.code == old and not unit.is_valid_on(today) and len(unit.successors) > 1), (),
        )  # fmt: skip
        if code not in successors or not hamlet:
            raise UserError(
                "households.bad_hamlet_place", old=old[:20], hamlet=hamlet[:80], unit=code[:20]
            )


def unsettled_names(unsettled: tuple[Unsettled, ...]) -> str:
    """Return the hamlets that wait, as `06820/Khu 1` each."""
    return ", ".join(f"{one.old_unit}/{one.hamlet}" for one in unsettled)


def _own_unit(register: UnitRegister, code: str, today: date, *, is_chosen: bool) -> str | None:
    """Return the unit of rows that name none; a centre is not where anybody lives."""
    unit = register.find(code, today)
    if unit is None or unit.kind == "centre":
        if is_chosen:
            raise UserError("households.unit_unknown", value=code[:40])
        return None
    return unit.code


def _last_day(streams: Sequence[StreamState]) -> date:
    """Return the day of the last event: today is not before it, whatever the clock says."""
    return hlc_time(latest_hlc(streams)).date()


def _events(streams: Sequence[StreamState]) -> int:
    return sum(state.events for state in streams)
