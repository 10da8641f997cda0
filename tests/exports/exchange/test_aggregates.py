from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from sqlalchemy import func, select

from exports.exchange.aggregates import state_aggregates
from models.households.commands import check_household
from models.households.figures import RegisterFigures
from models.households.figures_query import read_register
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.records import ListRow
from models.households.tables import households
from models.ids import derived_id, uuid7
from models.journal.event import NewEvent
from models.journal.tables import events
from models.periods import Period, range_period
from models.questionnaires.builtin import builtin_path
from models.questionnaires.commands import publish
from models.questionnaires.xlsform import read_xlsform
from models.stations.queries import enrolled
from models.store.aggregates import AGGREGATES
from models.store.doctor import examine
from models.surveys.commands import open_batch, record_slip, void_slip
from models.surveys.records import BatchHeader, SlipContent
from models.surveys.summary import SatisfactionSummary
from models.surveys.summary_query import newest_day, read_summary
from models.surveys.tables import responses, stated_tallies
from models.units.commands import define_unit
from models.units.projection import UNIT_DEFINED
from models.units.queries import read_units
from models.units.unit import Unit
from tests.exports.exchange.pair import DAY, Station

MARCH = range_period(date(2026, 3, 1), date(2026, 3, 31))


def tells(here: Station, *others: Station) -> None:
    """Bring the others what they may have of one station's, as an exchange does."""
    state_aggregates(here.session.store, actor=here.session.account)
    sealed = here.writes(*others).sealed
    for other in others:
        other.takes(sealed)


def figures(station: Station, period: Period = MARCH) -> SatisfactionSummary:
    return station.session.store.read(partial(read_summary, period=period))


def register(station: Station, period: Period | None = None) -> RegisterFigures:
    today = station.session.store.clock.today()
    whole = range_period(today - timedelta(days=30), today)
    return station.session.store.read(
        partial(read_register, period=period or whole, today=today)
    )


def same_figures(here: Station, there: Station) -> bool:
    one, other = figures(here), figures(there)
    return (one.units, one.total, one.versions) == (other.units, other.total, other.versions)


def takes_a_list_in(station: Station, names: int = 4) -> None:
    rows = [
        ListRow(row, "06811", f"Khu {1 + row % 2}", {
            "list_code": f"H{row}", "name": f"Nguyễn Bí Mật {row}", "unit": "06811",
            "code": f"02123456{row:02}" if row % 2 else None, "phone": f"09120000{row:02}",
        })
        for row in range(1, names + 1)
    ]  # fmt: skip
    store = station.session.store
    plan = store.read(lambda connection: plan_list(connection, rows))
    store.write(
        lambda tx: import_list(tx, plan, unit="06811", title="Danh sách", columns={}, header=[]),
        actor=station.session.account,
    )


def checks_one(station: Station, day: date) -> None:
    store = station.session.store
    unchecked = select(households.c.id).where(households.c.outcome == "").limit(1)
    household = store.read(lambda c: c.execute(unchecked).scalar_one())
    store.write(
        lambda tx: check_household(tx, household, outcome="dung", on=day, note="gặp ông Bí Mật"),
        actor=station.session.account,
    )


def count_of(station: Station, table: object) -> int:
    return station.session.store.read(
        lambda c: c.execute(select(func.count()).select_from(table)).scalar_one()
    )


def test_who_may_read_figures_only_reports_the_same_and_holds_no_slip(
    here: Station, other: Station
) -> None:
    here.enrols(other, [AGGREGATES])
    other.enrols(here)
    here.records(3)
    here.records(2, unit="06820")
    tells(here, other)
    assert figures(here).total.valid == 5
    # Of its own unit it is told as of any other, as long as it has no slips of it.
    assert same_figures(here, other)
    assert other.session.store.read(newest_day) == DAY
    assert count_of(other, responses) == 0
    store = other.session.store
    theirs = select(events.c.unit).where(events.c.actor == here.session.account).distinct()
    assert set(store.read(lambda c: c.execute(theirs).scalars().all())) == {AGGREGATES}
    assert [check for check in examine(store) if not check.ok] == []


def test_what_changed_is_told_anew_and_nothing_else(here: Station, other: Station) -> None:
    here.enrols(other, [AGGREGATES])
    other.enrols(here)
    slips = here.records(3)
    tells(here, other)
    before = count_of(here, events)
    state_aggregates(here.session.store, actor=here.session.account)
    assert count_of(here, events) == before
    here.session.store.write(
        lambda tx: void_slip(tx, slips[0], reason="nhầm"), actor=here.session.account
    )
    tells(here, other)
    assert count_of(here, events) == before + 2  # the slip's and its day's
    assert figures(other).total.valid == 2
    for slip in slips[1:]:
        here.session.store.write(
            partial(void_slip, slip=slip, reason="nhầm"), actor=here.session.account
        )
    tells(here, other)
    assert figures(other).total.valid == 0
    assert count_of(other, stated_tallies) == 0


def test_nothing_is_stated_where_nobody_needs_it(here: Station, there: Station) -> None:
    here.enrols(there)
    here.records(1)
    before = count_of(here, events)
    state_aggregates(here.session.store, actor=here.session.account)
    assert count_of(here, events) == before


def test_of_several_that_state_a_day_the_fullest_counts(
    here: Station, there: Station, other: Station
) -> None:
    for station in (here, there):
        station.enrols(other, [AGGREGATES])
        other.enrols(station)
    here.records(2)
    there.records(3)
    tells(there, other)
    tells(here, other)
    assert figures(other).total.valid == 3
    here.enrols(there)
    there.enrols(here)
    there.takes(here.writes(there).sealed)
    tells(there, other)
    assert figures(other).total.valid == 5


def test_who_holds_a_unit_s_slips_counts_them_itself(
    here: Station, there: Station, other: Station
) -> None:
    here.enrols(other, [AGGREGATES])
    here.enrols(there)
    for station in (other, there):
        station.enrols(here)
    other.enrols(there)
    there.enrols(other, ["06811"])
    here.records(2)
    tells(here, other)
    there.takes(here.writes(there).sealed)
    assert figures(other).total.valid == 2
    there.records(1)
    tells(there, other)
    # The station has all slips of this ward now, so nothing is counted twice.
    assert figures(other).total.valid == 3
    assert same_figures(there, other)


def test_the_register_is_told_by_hamlet_and_nobody_is_named(here: Station, other: Station) -> None:
    here.enrols(other, [AGGREGATES])
    other.enrols(here)
    takes_a_list_in(here)
    today = here.session.store.clock.today()
    tells(here, other)
    checks_one(here, today)
    checks_one(here, today)
    tells(here, other)
    assert register(other).units == register(here).units
    assert register(other).total == register(here).total
    assert (register(other).total.households, register(other).total.checked) == (4, 2)
    assert register(other).checked_in_period == 2
    earlier = range_period(today - timedelta(days=9), today - timedelta(days=1))
    # Nothing had been said by then, so nothing is made up.
    assert register(other, earlier).units == ()
    assert count_of(other, households) == 0
    store = other.session.store
    said = store.read(lambda c: c.execute(select(events.c.payload)).scalars().all())
    assert not [text for text in said if text and ("Bí Mật" in text or "0912" in text)]
    assert [check for check in examine(store) if not check.ok] == []


def test_what_the_figures_are_of_is_told_too(here: Station, other: Station) -> None:
    here.enrols(other, [AGGREGATES])
    other.enrols(here)
    centre = Unit("X-1", "Trung tâm Phục vụ hành chính công", "centre")
    form = replace(read_xlsform(builtin_path("qn-18-2021")), version="2027")
    store, actor = here.session.store, here.session.account
    store.write(lambda tx: define_unit(tx, centre), actor=actor)
    store.write(lambda tx: publish(tx, form, unit="06811"), actor=actor)
    header = BatchHeader("X-1", DAY, form.code, "2027")
    batch = store.write(partial(open_batch, header=header), actor=actor)
    content = SlipContent({"danh_gia_chung": "hai_long"})
    store.write(lambda tx: record_slip(tx, batch, uuid7(1), content), actor=actor)
    tells(here, other)
    [unit] = figures(other).units
    assert (unit.name, unit.valid) == (centre.name, 1)
    assert same_figures(here, other)


def test_who_restates_a_unit_overrules_nobody(here: Station, there: Station) -> None:
    here.enrols(there, None)
    there.enrols(here)
    store = there.session.store
    renamed = Unit("X-1", "Tên mới", "centre")
    store.write(lambda tx: define_unit(tx, renamed), actor=there.session.account)
    content = {"code": "X-1", "name": "Tên cũ", "kind": "centre", "valid_from": None,
               "valid_to": None}  # fmt: skip
    stale = NewEvent(UNIT_DEFINED, AGGREGATES, derived_id("unit", ["X-1"]), content)
    here.session.store.write(lambda tx: tx.append(stale), actor=here.session.account)
    there.takes(here.writes(there).sealed)
    names = [store.read(read_units).find("X-1", DAY)]
    store.replace_projections()
    names.append(store.read(read_units).find("X-1", DAY))
    assert names == [renamed, renamed]


def test_the_reading_is_kept_and_can_be_widened(here: Station, other: Station) -> None:
    here.enrols(other, [AGGREGATES])
    other.enrols(here)
    here.records(1)
    tells(here, other)
    here.enrols(other, ["06811"])
    [station] = here.session.store.read(enrolled).values()
    assert station.units == {"06811"}
    here.records(1)
    tells(here, other)
    assert figures(other).total.valid == 2
    assert count_of(other, responses) == 2
