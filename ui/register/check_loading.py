"""What the check pages read from the store, each in one consistent view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from models.accounts.queries import account_names
from models.errors import UserError
from models.households.history import (
    heads_of_household,
    household_conflicts,
    household_history,
    listed_values,
)
from models.households.list_queries import read_lists
from models.households.progress import WorkFilter, hamlet_progress
from models.households.queries import (
    count_walk,
    merged_with,
    neighbour,
    next_unchecked,
    read_household,
    read_households,
    search_households,
    walk_page,
)
from models.households.records import Conflict, HamletKey, Household, Place, Step
from models.questionnaires.builtin import VISIT
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.queries import read_form
from models.units.queries import read_units
from ui.register.check_words import Names, short_line

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MOST_FOUND: Final = 50
_MOST_SAME: Final = 20
# Of these one has coordinates, or hardly anybody in the hamlet has.
_MOST_ASKED: Final = 10


@dataclass(frozen=True, slots=True)
class OpenHousehold:
    """All that the page needs of a household; `left` counts what is unchecked in the work list.

    `near` is a place in its hamlet.
    """

    household: Household
    seen: tuple[UUID, ...]
    listed: Mapping[str, Any]
    names: Names
    near: Place | None
    hamlets: frozenset[str]
    before: UUID | None
    after: UUID | None
    left: int


@dataclass(frozen=True, slots=True)
class HouseholdStory:
    """A household's history."""

    steps: tuple[Step, ...]
    names: Names


@dataclass(frozen=True, slots=True)
class OpenConflicts:
    """A household's fields that wait for a person; `seen` are the heads that said them."""

    household: Household
    conflicts: tuple[Conflict, ...]
    names: Names
    seen: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """A household to merge; `undoable` are the merges to take back: who is gone, who to show."""

    household: Household
    undoable: tuple[tuple[UUID, Household], ...]
    names: Names


@dataclass(frozen=True, slots=True)
class AlikeHouseholds:
    """Two households that may be one; `score` out of 100."""

    one: Household
    other: Household
    score: float


@dataclass(frozen=True, slots=True)
class AlikeList:
    """The pairs of a hamlet, the likeliest first."""

    pairs: tuple[AlikeHouseholds, ...]
    names: Names


def read_open(
    connection: Connection, household: UUID, wanted: WorkFilter, language: str
) -> OpenHousehold:
    """Return a household as it stands, and where it is in its work list."""
    found = read_household(connection, household)
    if found.is_erased:
        raise UserError("households.is_erased")
    key = found.hamlet_key
    places = hamlet_progress(connection, WorkFilter(unit=found.unit))
    return OpenHousehold(
        household=found,
        seen=heads_of_household(connection, household),
        listed=listed_values(connection, household),
        names=read_names(connection, language),
        near=found.place or _place_in(connection, key),
        hamlets=frozenset(place.hamlet.hamlet for place in places),
        before=neighbour(connection, household, wanted, is_before=True),
        after=neighbour(connection, household, wanted),
        left=count_walk(connection, replace(wanted, outcome="")),
    )


def read_new(
    connection: Connection, household: Household, wanted: WorkFilter, language: str
) -> OpenHousehold:
    """Return a household that is to be added, as if it stood with nothing but its hamlet."""
    places = hamlet_progress(connection, WorkFilter(unit=household.unit))
    return OpenHousehold(
        household, (), {}, read_names(connection, language),
        _place_in(connection, household.hamlet_key),
        frozenset(place.hamlet.hamlet for place in places), None, None,
        count_walk(connection, replace(wanted, outcome="")),
    )  # fmt: skip


def read_next(
    connection: Connection, household: UUID | None, wanted: WorkFilter, language: str
) -> OpenHousehold | None:
    """Return the next unchecked household of a work list, None when there is none left."""
    found = next_unchecked(connection, household, wanted)
    return read_open(connection, found.id, wanted, language) if found else None


def read_names(connection: Connection, language: str) -> Names:
    """Return what units, accounts and lists are called."""
    return Names(
        language, read_units(connection), account_names(connection),
        {item.id: item.title for item in read_lists(connection)},
    )  # fmt: skip


def read_with_code(connection: Connection, code: str) -> list[Household]:
    """Return the households that have a code."""
    found = search_households(connection, code, limit=_MOST_SAME)
    return [household for household in found if household.code == code]


def read_found(connection: Connection, typed: str, but: UUID) -> list[Household]:
    """Return households that hold what was typed, without one of them."""
    found = search_households(connection, typed, limit=_MOST_FOUND)
    return [item for item in found if item.id != but and item.merged_into is None]


def read_story(connection: Connection, household: UUID, language: str) -> HouseholdStory:
    """Return what happened to a household and who did it."""
    steps = tuple(household_history(connection, household))
    names = read_names(connection, language)
    others = {UUID(text) for step in steps if (text := step.values.get("merged_into"))}
    called = {item.id: short_line(item) for item in read_households(connection, list(others))}
    return HouseholdStory(steps, replace(names, households=called))


def read_conflicts(connection: Connection, household: UUID, language: str) -> OpenConflicts:
    """Return what waits for a decision at a household."""
    return OpenConflicts(
        read_household(connection, household), tuple(household_conflicts(connection, household)),
        read_names(connection, language), heads_of_household(connection, household),
    )  # fmt: skip


def read_waiting(
    connection: Connection, wanted: WorkFilter, after: UUID | None, language: str
) -> tuple[OpenConflicts | None, int]:
    """Return the next household that waits for a decision, and how many do."""
    waiting = replace(wanted, has_conflicts=True)
    found = neighbour(connection, after, waiting) if after else None
    if found is None:
        first = walk_page(connection, waiting, limit=1).households
        found = first[0].id if first else None
    count = count_walk(connection, waiting)
    return (read_conflicts(connection, found, language) if found else None), count


def read_alike(connection: Connection, hamlet: HamletKey, language: str) -> AlikeList:
    """Return the households of a hamlet that may be one, the likeliest first."""
    from models.households.likeness import alike_households

    pairs = alike_households(connection, hamlet)
    ids = list({one for pair in pairs for one in (pair.one, pair.other)})
    found = {item.id: item for item in read_households(connection, ids)}
    return AlikeList(
        tuple(
            AlikeHouseholds(found[pair.one], found[pair.other], pair.score) for pair in pairs
        ),
        read_names(connection, language),
    )  # fmt: skip


def read_merge(connection: Connection, household: UUID, language: str) -> MergeChoice:
    """Return a household with the merges that can be taken back from it."""
    found = read_household(connection, household)
    undoable = [(gone.id, gone) for gone in merged_with(connection, household)]
    if found.merged_into is not None:
        undoable = [(household, read_household(connection, found.merged_into))]
    return MergeChoice(found, tuple(undoable), read_names(connection, language))


def read_visit_form(connection: Connection) -> CompiledForm | None:
    """Return the visit questionnaire, None where it was not published here."""
    try:
        return compile_form(read_form(connection, VISIT))
    except UserError:
        return None


def _place_in(connection: Connection, hamlet: HamletKey) -> Place | None:
    """Return where somebody of a hamlet lives."""
    page = walk_page(connection, WorkFilter(hamlet.unit, (hamlet,)), limit=_MOST_ASKED)
    return next((item.place for item in page.households if item.place), None)
