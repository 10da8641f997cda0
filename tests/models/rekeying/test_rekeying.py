"""A batch keyed a second time: drawn, keyed blind, decided by a third, counted nowhere twice."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from models.errors import UserError
from models.ids import uuid7
from models.journal.event import NewEvent
from models.permissions import Role
from models.rekeying.commands import close_and_draw, draw_late, rekey_extra, rekey_slip
from models.rekeying.deciding import decide
from models.rekeying.drawing import is_drawn
from models.rekeying.figures import read_figures
from models.rekeying.plan import Standing
from models.rekeying.queries import (
    count_left,
    drawn_batches,
    hidden_slips,
    plan_of,
    read_difference,
    read_drawn,
    standing_of,
    undecided,
)
from models.rekeying.records import Decided
from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.store.doctor import examine
from models.surveys.commands import correct_slip, open_batch, record_slip, void_slip
from models.surveys.events import CORRECTED
from models.surveys.queries import batch_tally, list_slips, read_batch, read_slip, slip_history
from models.surveys.records import BatchHeader, SlipContent
from models.surveys.undecided import read_undecided
from tests.conftest import UNIT
from tests.models.rekeying.conftest import DAY, FORM, GOOD, VERSION, WORSE

CHUNG = "answers/danh_gia_chung"


def refused(code, write, *given, **named):
    with pytest.raises(UserError) as caught:
        write(*given, **named)
    assert caught.value.code == code


def settle(staff, by, value="hai_long", taken="first", after=GOOD):
    """Decide the one difference that waits, on the general question."""
    [waiting] = staff.read(undecided, by)
    found = staff.read(read_difference, waiting)
    return staff.write(
        by, decide, waiting, {CHUNG: Decided(value, taken)}, before=found.slip.content,
        after=after, seen=found.seen,
    )  # fmt: skip


def whole(staff):
    assert [check for check in examine(staff.store) if not check.ok] == []


def test_all_slips_of_a_new_clerk_are_drawn_and_none_for_himself(staff):
    batch = staff.batch(GOOD, GOOD, GOOD)
    assert len(staff.drawn(batch)) == 3
    assert staff.drawn(batch, staff.first) == []
    assert [one.id for one in staff.read(drawn_batches, staff.second)] == [batch]
    assert staff.read(drawn_batches, staff.first) == []
    whole(staff)


def test_equal_slips_are_done_and_count_once(staff):
    batch = staff.batch(GOOD, WORSE)
    before = staff.read(batch_tally, batch)
    assert staff.rekey(batch, [GOOD, WORSE]) == [False, False]
    assert staff.read(drawn_batches, staff.second) == []
    assert staff.read(undecided, staff.third) == []
    assert staff.read(batch_tally, batch) == before
    assert staff.read(read_batch, batch).keyed == 2
    whole(staff)


def test_a_third_decides_and_the_summary_follows(staff):
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    assert staff.rekey(batch, [WORSE]) == [True]
    assert staff.read(undecided, staff.first) == staff.read(undecided, staff.second) == []
    [waiting] = staff.read(undecided, staff.third)
    found = staff.read(read_difference, waiting)
    assert found.differing == {CHUNG: ("hai_long", "khong_hai_long")}
    assert (found.slip.id, found.second, found.is_alone) == (slip, WORSE, False)
    settle(staff, staff.third, "khong_hai_long", "second", WORSE)
    assert staff.read(read_slip, slip).content == WORSE
    assert staff.read(batch_tally, batch)["danh_gia_chung"] == {"khong_hai_long": 1}
    assert [v.event_type for v in staff.read(slip_history, slip)] == [
        "survey.response_recorded", "survey.response_corrected",
    ]  # fmt: skip
    assert staff.read(undecided, staff.third) == []
    whole(staff)


def test_the_first_may_be_right_and_nothing_changes(staff):
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    staff.rekey(batch, [WORSE])
    settle(staff, staff.third)
    assert len(staff.read(slip_history, slip)) == 1
    plan = staff.read(lambda c: plan_of(read_settings(c)))
    assert staff.read(standing_of, plan, staff.first).run == 8


def test_where_two_work_a_reviewer_decides_and_the_event_says_so(staff):
    batch = staff.batch(GOOD)
    staff.rekey(batch, [WORSE])
    [waiting] = staff.read(undecided, staff.third)
    choice = {CHUNG: Decided("hai_long", "first")}
    refused(
        "rekeying.third_needed", staff.write, staff.second, decide, waiting, choice,
        before=GOOD, after=GOOD, seen=(),
    )  # fmt: skip


def test_alone_with_another_a_reviewer_decides(session):
    from tests.models.rekeying.conftest import Staff

    staff = Staff.__new__(Staff)
    staff.session, staff.store, staff.boss = session, session.store, session.account
    staff.first, staff.second = staff.hire("một"), session.account
    batch = staff.batch(GOOD)
    staff.rekey(batch, [WORSE])
    assert staff.read(undecided, staff.first) == []
    [waiting] = staff.read(undecided, staff.second)
    assert staff.read(read_difference, waiting).is_alone
    refused(
        "accounts.may_not_review_slips", staff.write, staff.first, decide, waiting,
        {CHUNG: Decided("hai_long", "first")}, before=GOOD, after=GOOD, seen=(),
    )  # fmt: skip
    settle(staff, staff.second)
    query = "SELECT payload FROM events WHERE type = 'second.slip_decided'"
    assert '"is_alone":true' in staff.read(lambda c: c.exec_driver_sql(query).scalar_one())


def test_nobody_keys_his_own_slip_a_second_time(staff):
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    refused("rekeying.own_slip", staff.write, staff.first, rekey_slip, slip, GOOD)


def test_who_corrected_a_slip_has_seen_it(staff):
    header = BatchHeader(UNIT, DAY, FORM, VERSION)
    batch = staff.write(staff.first, open_batch, header)
    slip = uuid7(staff.store.clock.now_ms())
    staff.write(staff.first, record_slip, batch, slip, GOOD)
    staff.write(staff.second, correct_slip, slip, WORSE)
    staff.write(staff.first, close_and_draw, batch, returned=None)
    assert staff.drawn(batch, staff.second) == []
    assert staff.drawn(batch, staff.third) == [slip]
    refused("rekeying.own_slip", staff.write, staff.second, rekey_slip, slip, GOOD)


def test_the_same_again_is_a_retry_and_somebody_else_comes_too_late(staff):
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    assert staff.rekey(batch, [WORSE]) == [True]
    assert staff.write(staff.second, rekey_slip, slip, GOOD) is True
    refused("rekeying.already_keyed", staff.write, staff.third, rekey_slip, slip, GOOD)


def test_a_paper_that_is_not_there_leads_to_a_voided_slip(staff):
    batch = staff.batch(GOOD, GOOD)
    staff.rekey(batch, [GOOD, None])
    [waiting] = staff.read(undecided, staff.third)
    found = staff.read(read_difference, waiting)
    assert (found.outcome, found.differing) == ("missing", {"paper": (True, False)})
    choice = {"paper": Decided(False, "second")}
    staff.write(staff.third, decide, waiting, choice, before=GOOD, after=GOOD, seen=found.seen)
    assert staff.read(read_batch, batch).keyed == 1
    whole(staff)


@pytest.mark.parametrize(("is_there", "keyed"), [(True, 2), (False, 1)])
def test_a_paper_too_many_is_recorded_when_a_third_says_so(staff, is_there, keyed):
    batch = staff.batch(GOOD)
    paper = uuid7(staff.store.clock.now_ms())
    assert staff.write(staff.second, rekey_extra, batch, paper, WORSE)
    assert staff.write(staff.second, rekey_extra, batch, paper, WORSE)
    assert staff.read(read_batch, batch).keyed == 1
    assert staff.read(read_drawn, batch, staff.second).extra == 1
    [waiting] = staff.read(undecided, staff.third)
    choice = {"paper": Decided(is_there, "second" if is_there else "first")}
    staff.write(staff.third, decide, waiting, choice, before=GOOD, after=WORSE, seen=())
    slips = staff.read(list_slips, batch)
    assert len(slips) == keyed
    assert [slip.content for slip in slips if slip.number == 2] == [WORSE] * (keyed - 1)
    whole(staff)


def test_a_slip_voided_meanwhile_waits_for_nobody(staff):
    batch = staff.batch(GOOD, GOOD)
    slips = staff.drawn(batch)
    staff.write(staff.second, rekey_slip, slips[0], WORSE)
    staff.write(staff.boss, void_slip, slips[0], reason="rách")
    staff.write(staff.boss, void_slip, slips[1], reason="rách")
    assert staff.read(undecided, staff.third) == []
    assert staff.read(drawn_batches, staff.second) == []
    refused("surveys.no_slip", staff.write, staff.second, rekey_slip, slips[1], GOOD)


def test_every_difference_must_be_decided_and_once(staff):
    batch = staff.batch(GOOD)
    staff.rekey(batch, [WORSE])
    [waiting] = staff.read(undecided, staff.third)
    empty = staff.write, staff.third, decide, waiting, {}
    refused("rekeying.nothing_to_decide", *empty, before=GOOD, after=GOOD, seen=())
    settle(staff, staff.third)
    choice = {CHUNG: Decided("hai_long", "first")}
    again = staff.write, staff.third, decide, waiting, choice
    refused("rekeying.nothing_to_decide", *again, before=GOOD, after=GOOD, seen=())


def test_the_share_falls_and_rises_at_once(staff):
    """With a plan that comes down after 8 fields, that is one slip."""
    values = {"rekey_target": "1000", "rekey_levels": 1, "rekey_share": "10"}
    staff.write(staff.boss, change_settings, unit=UNIT, values=values)
    plan = staff.read(lambda c: plan_of(read_settings(c)))
    assert plan.clearance < 24
    batch = staff.batch(*[GOOD] * 3)
    staff.rekey(batch, [GOOD] * 3)
    assert staff.read(standing_of, plan, staff.first).level == 1
    second = staff.batch(*[GOOD] * 40)
    slips = [slip.id for slip in staff.read(list_slips, second)]
    drawn = staff.drawn(second)
    assert sorted(drawn) == sorted(slip for slip in slips if is_drawn(second, slip, 0.1))
    assert 0 < len(drawn) < 20
    staff.write(staff.second, rekey_slip, drawn[0], WORSE)
    # Till somebody decides it counts as an error, but no more is drawn.
    assert staff.read(standing_of, plan, staff.first) == Standing()
    assert len(staff.drawn(second)) == len(drawn) - 1
    assert settle(staff, staff.third, "khong_hai_long", "second", WORSE) == 40 - len(drawn)
    assert len(staff.drawn(second)) == 39
    whole(staff)


def test_what_comes_by_file_or_from_a_kiosk_is_on_no_paper(staff):
    assert staff.drawn(staff.batch(GOOD, channel="kiosk")) == []
    values = {"rekeys": False}
    staff.write(staff.boss, change_settings, unit=UNIT, values=values)
    assert staff.drawn(staff.batch(GOOD)) == []


def test_an_invalid_slip_is_taken_whole(staff):
    torn = SlipContent({}, "rach_mo")
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    staff.rekey(batch, [torn])
    [waiting] = staff.read(undecided, staff.third)
    found = staff.read(read_difference, waiting)
    assert found.differing == {"reason": ("", "rach_mo")}
    choice = {"reason": Decided("rach_mo", "second")}
    staff.write(staff.third, decide, waiting, choice, before=GOOD, after=torn, seen=found.seen)
    assert staff.read(read_slip, slip).status == "invalid"
    whole(staff)


def test_a_difference_on_a_slip_that_was_voided_is_nobody_s_error(staff):
    batch = staff.batch(GOOD, GOOD)
    slips = staff.drawn(batch)
    staff.write(staff.second, rekey_slip, slips[0], GOOD)
    staff.write(staff.second, rekey_slip, slips[1], WORSE)
    plan = staff.read(lambda c: plan_of(read_settings(c)))
    assert staff.read(standing_of, plan, staff.first).run == 0
    assert staff.read(read_figures, staff.first).undecided == 1
    staff.write(staff.boss, void_slip, slips[1], reason="rách")
    assert staff.read(standing_of, plan, staff.first).run == 8
    assert staff.read(read_figures, staff.first).undecided == 0
    assert staff.read(read_figures, staff.second).undecided == 0


def test_what_another_made_of_a_slip_is_not_the_first_keyer_s_error(staff):
    batch = staff.write(staff.first, open_batch, BatchHeader(UNIT, DAY, FORM, VERSION))
    slip = uuid7(staff.store.clock.now_ms())
    staff.write(staff.first, record_slip, batch, slip, GOOD)
    staff.write(staff.second, correct_slip, slip, WORSE)
    staff.write(staff.first, close_and_draw, batch, returned=None)
    staff.write(staff.third, rekey_slip, slip, GOOD)
    fourth = staff.hire("cán bộ 4")
    settle(staff, fourth, "hai_long", "second", GOOD)
    assert staff.read(read_figures, staff.first).total.errors == 0
    assert staff.read(read_figures, staff.third).total.errors == 0


def test_what_is_keyed_in_the_place_of_a_drawn_slip_is_drawn(staff):
    values = {"rekey_target": "1000", "rekey_levels": 1, "rekey_share": "10"}
    staff.write(staff.boss, change_settings, unit=UNIT, values=values)
    staff.rekey(staff.batch(*[GOOD] * 3), [GOOD] * 3)
    batch = staff.batch(*[GOOD] * 40)
    drawn = staff.drawn(batch)
    reviewer = staff.hire("người rà soát", Role.REVIEWER)
    staff.write(reviewer, void_slip, drawn[0], reason="nhầm")
    new = uuid7(staff.store.clock.now_ms())
    staff.write(reviewer, record_slip, batch, new, WORSE, replaces=drawn[0])
    assert staff.write(reviewer, draw_late, batch) == 1
    assert set(staff.drawn(batch)) == {new, *drawn[1:]}
    assert staff.write(staff.second, draw_late, batch) == 0
    whole(staff)


def test_a_decision_tells_only_what_was_decided(staff):
    """What came while the difference was on the screen is neither put back nor in conflict."""
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    staff.rekey(batch, [WORSE])
    [waiting] = staff.read(undecided, staff.third)
    found = staff.read(read_difference, waiting)
    more = NewEvent(CORRECTED, UNIT, slip, {"set": {"answers/cong_khai": "rat_tot"}})
    staff.store.write(lambda tx: tx.append(more), actor=staff.boss)
    choice = {CHUNG: Decided("khong_hai_long", "second")}
    with pytest.raises(ValueError, match="not as it was decided"):
        staff.write(
            staff.third, decide, waiting, choice, before=GOOD, after=GOOD, seen=found.seen
        )
    staff.write(staff.third, decide, waiting, choice, before=GOOD, after=WORSE, seen=found.seen)
    assert staff.read(read_slip, slip).content.answers == {
        **WORSE.answers, "cong_khai": "rat_tot",
    }  # fmt: skip
    assert not staff.read(lambda c: read_undecided(c, slip)).conflicts


def test_what_may_yet_be_drawn_is_hidden_from_who_may_have_to_key_it(staff):
    values = {"rekey_target": "1000", "rekey_levels": 1, "rekey_share": "10"}
    staff.write(staff.boss, change_settings, unit=UNIT, values=values)
    staff.rekey(staff.batch(*[GOOD] * 3), [GOOD] * 3)
    batch = staff.batch(*[GOOD] * 40)
    every = {slip.id for slip in staff.read(list_slips, batch)}
    drawn = set(staff.drawn(batch))
    assert 0 < len(drawn) < 20
    assert staff.read(hidden_slips, batch, staff.second) == every
    assert staff.read(hidden_slips, batch, staff.first) == frozenset()
    assert staff.read(hidden_slips, batch, staff.boss) == drawn
    staff.rekey(batch, [GOOD] * len(drawn))
    assert staff.read(hidden_slips, batch, staff.second) == frozenset()


def test_what_waits_is_found_with_few_statements(staff):
    """The first page asks at each change: not one statement more for more batches."""
    asked: list[str] = []

    def count(query):
        def read(connection):
            def note(_connection, _cursor, statement, *_rest):
                asked.append(statement)

            event.listen(connection, "before_cursor_execute", note)
            found = query(connection, staff.second)
            event.remove(connection, "before_cursor_execute", note)
            return found

        asked.clear()
        staff.store.read(read)
        return len(asked)

    for _ in range(2):
        staff.rekey(staff.batch(GOOD, GOOD), [WORSE, GOOD])
        staff.batch(GOOD)
    queries = drawn_batches, count_left, undecided
    before = [count(query) for query in queries]
    for _ in range(4):
        staff.rekey(staff.batch(GOOD, GOOD), [WORSE, GOOD])
        staff.batch(GOOD)
    assert [count(query) for query in queries] == before
    assert max(before) <= 6


def test_an_officer_of_households_keys_nothing(staff):
    officer = staff.hire("cán bộ địa bàn", Role.OFFICER)
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    refused("accounts.may_not_key_slips", staff.write, officer, rekey_slip, slip, GOOD)
