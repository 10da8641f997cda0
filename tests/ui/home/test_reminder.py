"""The pack is asked for from the fifteenth, until it was made for the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from desktop.session import Session
from models.audit.commands import note
from models.audit.happenings import exported, pack_made
from models.periods import due_day, last_complete_month, month_of
from models.settings.commands import change_settings
from models.surveys.records import SlipContent
from tests.models.surveys.conftest import Counter, counter
from ui.home.loading import Overview, read_overview

__all__ = ["counter"]


@pytest.fixture
def overview(session: Session) -> Callable[[date], Overview]:
    return lambda day: session.store.read(partial(read_overview, today=day, officer="lan"))


def keyed(counter: Counter, day: date) -> None:
    """Key a slip of a day of that time."""
    counter.slip(counter.batch(day=day), SlipContent({"danh_gia_chung": "hai_long"}))


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2023, 11, 14), False), (date(2023, 11, 15), True), (date(2023, 11, 20), True),
        (date(2023, 11, 30), True), (date(2023, 12, 1), False), (date(2024, 1, 15), True),
    ],
)  # fmt: skip
def test_it_is_asked_for_from_the_fifteenth(
    counter: Counter, overview: Callable[[date], Overview], today: date, wanted: bool
) -> None:
    keyed(counter, last_complete_month(today).start)
    found = overview(today).pack
    assert found.is_wanted is wanted
    assert (found.due.day, found.month) == (20, last_complete_month(today))


def test_the_day_follows_the_settings(
    session: Session, counter: Counter, overview: Callable[[date], Overview]
) -> None:
    keyed(counter, date(2023, 11, 20))
    values = {"report_day": 10, "year_start": "12-21"}
    session.store.write(
        partial(change_settings, unit=session.unit, values=values), actor=session.account
    )
    # The month from 21/10 to 20/11 is due on 10/12.
    assert not overview(date(2023, 12, 4)).pack.is_wanted
    found = overview(date(2023, 12, 5)).pack
    assert found.is_wanted
    assert (found.month.start, found.due) == (date(2023, 10, 21), date(2023, 12, 10))


def test_it_is_asked_for_until_the_pack_of_that_month_was_made(
    session: Session, counter: Counter, overview: Callable[[date], Overview]
) -> None:
    # The audit goes by the clock of the machine.
    today = session.store.clock.today()
    month = last_complete_month(today)
    keyed(counter, month.end)
    near = due_day(month, 20)

    def told(*happenings: object) -> None:
        session.store.write(
            lambda tx: note(tx, *happenings, machine="m"), actor=session.account  # type: ignore[arg-type]
        )

    told(exported("satisfaction", ".pdf", None, is_personal=False))
    told(pack_made(last_complete_month(month.start).start, ".pdf"))
    assert overview(near).pack.is_wanted
    told(pack_made(month.start, ".pdf"), pack_made(month.start, ".docx"))
    assert not overview(near).pack.is_wanted


def test_who_began_this_month_owes_nothing_for_the_month_before(
    session: Session, counter: Counter, overview: Callable[[date], Overview]
) -> None:
    today = session.store.clock.today()
    before = last_complete_month(today)
    assert not overview(due_day(before, 20)).pack.is_wanted
    # The month in which the work began is reported, were there no slip in it.
    assert overview(due_day(month_of(today), 20)).pack.is_wanted
    keyed(counter, before.end)
    assert overview(due_day(before, 20)).pack.is_wanted


def test_the_slips_of_today_are_those_filled_in_today(
    counter: Counter, overview: Callable[[date], Overview]
) -> None:
    for day, times in ((date(2026, 1, 5), 2), (date(2026, 1, 6), 1)):
        batch = counter.batch(day=day)
        for _ in range(times):
            counter.slip(batch, SlipContent({"danh_gia_chung": "hai_long"}))
        counter.slip(batch, SlipContent({}, reason="khac"))
    found = overview(date(2026, 1, 5))
    assert (found.today, found.summary.total.valid) == (2, 3)
    assert overview(date(2026, 1, 6)).today == 1
    assert overview(date(2026, 1, 7)).today == 0
    assert found.month == month_of(date(2026, 1, 1))
