"""Households, lists and progress as frozen records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from models.households.naming import row_words
from models.ids import derived_id


class HamletKey(NamedTuple):
    """A hamlet: its unit of today, the old unit that the list named ("" for none), its name.

    Units that became one often had a `Khu 1` each.
    """

    unit: str
    old_unit: str
    hamlet: str


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the earth, WGS-84 degrees; `accuracy` in metres, None where it is not known."""

    lat: float
    lon: float
    source: str = "typed"
    accuracy: float | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """The answers of a visit questionnaire, by question."""

    questionnaire: str
    version: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Household:
    """A household as it stands now: what the list says, corrected by what was found on the spot.

    `unit` is today's unit, `old_unit` the one that the list named, if it was an older one.
    `outcome` is "" until somebody checked it. `conflicts` is the number of fields that wait for a
    person. `list_row` counts as the spreadsheet shows it. Of one whose data was erased by law only
    that is left which figures count.
    """

    id: UUID
    unit: str
    hamlet: str
    name: str = ""
    old_unit: str | None = None
    list_code: str | None = None
    phone: str | None = None
    address: str = ""
    house_number: str = ""
    street: str = ""
    code: str | None = None
    place_id: str | None = None
    place: Place | None = None
    has_plate: bool = False
    plate_on: date | None = None
    outcome: str = ""
    checked_on: date | None = None
    checked_by: UUID | None = None
    note: str = ""
    visit: Visit | None = None
    list: UUID | None = None
    list_row: int | None = None
    merged_into: UUID | None = None
    conflicts: int = 0
    is_erased: bool = False

    @property
    def hamlet_key(self) -> HamletKey:
        """Return the hamlet that the household belongs to."""
        return HamletKey(self.unit, self.old_unit or "", self.hamlet)


# The same fields, not frozen: a frozen record sets each of its fields by a call.
_Open: Final[Any] = make_dataclass("_Open", [one.name for one in fields(Household)], slots=True)


def filled_household(*values: Any) -> Household:
    """Return a household of the values of all its fields in their order, six times as fast."""
    made = _Open(*values)
    made.__class__ = Household
    found: Household = made
    return found


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list, read and cleaned; None or "" where the list says nothing.

    `fields` holds `LIST_FIELDS` as the journal stores them (`models.households.values`): only
    those that the list has a column for, so that an absent column never empties anything.
    `extra` are the cells of columns that mean nothing here, by column number from 0, as text.
    """

    row: int
    unit: str
    hamlet: str
    fields: Mapping[str, Any]
    extra: Mapping[int, str] = field(default_factory=dict)

    @property
    def address_line(self) -> str:
        """Return the number and the street, or the whole address where the list has neither."""
        parts = (self.fields.get("house_number"), self.fields.get("street"))
        return " ".join(part for part in parts if part) or self.fields.get("address") or ""

    @property
    def key(self) -> UUID:
        """Return the id that this row gives a household when it is the first to name it.

        Of (unit, the list's own code), else of the normalised (unit, hamlet, address, head): the
        same list on two machines makes one household.
        """
        return derived_id("household", row_words(self.unit, self.hamlet, self.fields))


@dataclass(frozen=True, slots=True)
class HouseholdList:
    """A list that was taken in: where its columns stood, so that it can be written out again.

    `columns` maps fields to column numbers from 0; `header` holds the header rows as text;
    `rows` counts its rows.
    """

    id: UUID
    title: str
    imported_at: datetime
    rows: int
    columns: Mapping[str, int]
    header: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a household's history; `values` maps fields to what was said of them.

    Of an erasure `note` is its reason's code; of what `is_erased` nothing is left to show.
    """

    event_id: UUID
    kind: str
    actor: UUID
    at: datetime
    values: Mapping[str, Any]
    note: str = ""
    list: UUID | None = None
    is_erased: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a conflict: a value, who said it, when, and from which list if from one."""

    value: Any
    event_id: UUID
    actor: UUID
    at: datetime
    list: UUID | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which people, or a person and a newer list, differ.

    `before` is the value that all of them had seen, None where there was none.
    """

    household: UUID
    field: str
    sides: tuple[Said, ...]
    before: Any = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a hamlet, a unit or all of them are.

    The three counts that must not be mixed up: `with_code` in the list with a code, `checked` on
    the spot, `plate` attached. `outcomes` counts checked households by outcome.
    """

    households: int = 0
    with_code: int = 0
    checked: int = 0
    plate: int = 0
    conflicts: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HamletProgress:
    """How far a hamlet is; `officer` is who was asked to check it, "" for nobody."""

    hamlet: HamletKey
    officer: str
    progress: Progress
