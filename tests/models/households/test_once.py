from __future__ import annotations

from functools import partial
from uuid import UUID

import pytest

from desktop.session import Session
from models.accounts.commands import create_account
from models.households.commands import add_household, check_household
from models.households.events import CHECKED
from models.households.history import heads_of_household, household_history
from models.households.once import add_once, check_once
from models.households.progress import WorkFilter
from models.households.queries import count_walk, neighbour, read_household, walk_page
from tests.conftest import UNIT

PLACE = {"lat": 21.03, "lon": 106.77, "source": "typed", "accuracy": None}


@pytest.fixture
def household(session: Session) -> UUID:
    return add(session, "Hộ A")


def add(session: Session, name: str, hamlet: str = "Khu 1") -> UUID:
    command = partial(add_household, unit=UNIT, hamlet=hamlet, values={"name": name}, outcome="")
    return session.store.write(command, actor=session.account)


def check(session: Session, household: UUID, seen: tuple[UUID, ...], **changes: object) -> UUID:
    said = {"outcome": "dung", "values": {"phone": "0912345678"}, "note": " n ",
            "on": session.store.clock.today(), **changes}  # fmt: skip
    command = partial(check_once, household=household, seen=seen, **said)
    return session.store.write(command, actor=session.account)


def heads(session: Session, household: UUID) -> tuple[UUID, ...]:
    return session.store.read(partial(heads_of_household, household=household))


def checks(session: Session, household: UUID) -> int:
    steps = session.store.read(partial(household_history, household=household))
    # The first one made the household.
    return sum(step.kind == CHECKED for step in steps) - 1


@pytest.mark.parametrize(
    "values",
    [{}, {"phone": "0912345678"}, {"name": "Hộ A"}, {"place": PLACE}, {"plate_on": "2026-01-02"},
     {"hamlet": "khu 02"}, {"name": "Hộ  A ", "code": "0221300001"}],
)  # fmt: skip
def test_the_same_check_upon_the_same_heads_is_recorded_once(
    session: Session, household: UUID, values: dict[str, object]
) -> None:
    seen = heads(session, household)
    first = check(session, household, seen, values=values)
    assert check(session, household, seen, values=values) == first
    assert checks(session, household) == 1


@pytest.mark.parametrize(
    "changes",
    [{"outcome": "tu_choi"}, {"note": "khác"}, {"values": {"phone": "0912345679"}},
     {"values": {}}, {"values": {"phone": "0912345678", "name": "Hộ B"}}],
)  # fmt: skip
def test_other_words_are_another_check(
    session: Session, household: UUID, changes: dict[str, object]
) -> None:
    seen = heads(session, household)
    first = check(session, household, seen)
    assert check(session, household, seen, **changes) != first
    assert checks(session, household) == 2


def test_the_same_words_again_later_are_another_check(session: Session, household: UUID) -> None:
    first = check(session, household, heads(session, household))
    assert check(session, household, heads(session, household)) != first


def test_the_same_words_of_another_person_are_another_check(
    session: Session, household: UUID
) -> None:
    seen = heads(session, household)
    command = partial(
        check_household, household=household, outcome="dung", values={"phone": "0912345678"},
        note="n", seen=seen,
    )  # fmt: skip
    other = UUID(int=7)
    session.store.write(
        partial(create_account, account=other, name="Lê Văn B", role="officer", unit=UNIT),
        actor=session.account,
    )
    theirs = session.store.write(command, actor=other)
    assert check(session, household, seen) != theirs


def test_a_new_household_is_added_once(session: Session) -> None:
    values = {"name": "Hộ mới", "old_unit": None, "house_number": "12"}
    today = session.store.clock.today()

    def again(**changes: object) -> UUID:
        said = {"unit": UNIT, "hamlet": "khu 01", "values": values, "outcome": "dung",
                "note": "", "on": today, **changes}  # fmt: skip
        return session.store.write(partial(add_once, **said), actor=session.account)

    first = again()
    assert again() == first
    assert session.store.read(partial(read_household, household=first)).hamlet == "Khu 1"
    others = {
        again(values={"name": "Hộ khác"}), again(outcome="tu_choi"), again(note="x"),
        again(values={**values, "phone": "0912345678"}), again(hamlet="Khu 2"),
    }  # fmt: skip
    assert len(others) == 5
    assert first not in others
    check(session, first, heads(session, first), values={"phone": "0912345678"})
    assert again() == first


def test_the_neighbours_of_a_household_are_those_of_its_work_list(session: Session) -> None:
    for hamlet in ("Khu 1", "Khu 2"):
        for name in ("Lan", "An", "Bình"):
            add(session, name, hamlet)
    for wanted in (WorkFilter(), WorkFilter(outcome=""), WorkFilter(unit=UNIT)):
        page = session.store.read(partial(walk_page, wanted=wanted)).households
        ids = [one.id for one in page]
        assert len(ids) == 6
        after = [session.store.read(partial(neighbour, household=one, wanted=wanted))
                 for one in ids]  # fmt: skip
        before = [
            session.store.read(partial(neighbour, household=one, wanted=wanted, is_before=True))
            for one in ids
        ]
        assert after == [*ids[1:], None]
        assert before == [None, *ids[:-1]]
    middle = ids[2]
    command = partial(check_household, household=middle, outcome="dung")
    session.store.write(command, actor=session.account)
    unchecked = WorkFilter(outcome="")
    assert session.store.read(partial(count_walk, wanted=unchecked)) == 5
    # Checked, it is in the list no more; its place is.
    assert session.store.read(partial(neighbour, household=middle, wanted=unchecked)) == ids[3]
    assert (
        session.store.read(
            partial(neighbour, household=middle, wanted=unchecked, is_before=True)
        )
        == ids[1]
    )
    assert session.store.read(partial(neighbour, household=UUID(int=1), wanted=unchecked)) is None
