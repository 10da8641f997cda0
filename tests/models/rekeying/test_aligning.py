"""A paper left out or keyed twice shifts all behind it; said once, each is beside its own again."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.clock import Clock
from models.errors import UserError
from models.ids import uuid7
from models.rekeying.aligning import SHIFTS, align
from models.rekeying.commands import close_and_draw, rekey_extra, rekey_slip
from models.rekeying.deciding import decide
from models.rekeying.figures import read_figures
from models.rekeying.queries import read_difference, read_drawn, undecided
from models.rekeying.records import Decided
from models.settings.commands import change_settings
from models.store.doctor import examine
from models.surveys.commands import open_batch, record_slip, void_slip
from models.surveys.queries import list_slips, read_batch
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.models.rekeying.conftest import DAY, FORM, GOOD, VERSION, WORSE
from tests.models.rekeying.test_exchange import elsewhere, give, give_in_parts, other, rows  # noqa: F401 - fixtures

CHUNG = "answers/danh_gia_chung"
PAPERS = [
    SlipContent({"danh_gia_chung": overall, "thai_do": manner})
    for overall in ("rat_hai_long", "hai_long", "khong_hai_long")
    for manner in ("than_thien", "binh_thuong", "gay_phien_ha")
]


def keyed(kind, papers, place):
    """What both key of a bundle where one of them errs once, at a place."""
    who, what = kind.split("_")
    wrong = papers[: place + 1] + papers[place:] if what == "twice" else (
        papers[:place] + papers[place + 1 :]
    )  # fmt: skip
    return (wrong, papers) if who == "first" else (papers, wrong)


def key_again(staff, batch, second):
    """Key what is drawn paper by paper; what has no paper is missing, what is left over extra."""
    drawn = staff.drawn(batch)
    for place, slip in enumerate(drawn):
        content = second[place] if place < len(second) else None
        staff.write(staff.second, rekey_slip, slip, content)
    for content in second[len(drawn) :]:
        paper = uuid7(staff.store.clock.now_ms())
        staff.write(staff.second, rekey_extra, batch, paper, content)


def waiting(staff):
    return [staff.read(read_difference, one) for one in staff.read(undecided, staff.third)]


def whole(store):
    assert [check for check in examine(store) if not check.ok] == []


def told(answers):
    return tuple(sorted(answers.items()))


@pytest.mark.parametrize("kind", SHIFTS)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_left_is_the_paper_that_it_happened_at(staff, kind, seed):
    chance = random.Random(seed)
    papers = [chance.choice(PAPERS) for _ in range(8)]
    first, second = keyed(kind, papers, chance.randrange(1, 5))
    batch = staff.batch(*first)
    key_again(staff, batch, second)
    found = [one for one in waiting(staff) if one.outcome == "keyed"]
    assert len(found) > 1
    to_key = staff.write(staff.third, align, found[0].id, kind)
    left = waiting(staff)
    if kind == "second_skipped":
        assert (to_key, left) == (1, [])
        [open_slip] = staff.read(read_drawn, batch, staff.second).left
        assert open_slip.number == found[0].number
        staff.write(staff.second, rekey_slip, open_slip.slip, papers[open_slip.number - 1])
        assert waiting(staff) == []
    elif kind == "second_twice":
        assert (to_key, left) == (0, [])
    else:
        [one] = left
        assert (to_key, one.outcome) == (0, "extra" if kind == "first_skipped" else "missing")
        is_there = kind == "first_skipped"
        choice = {"paper": Decided(is_there, "second")}
        staff.write(staff.third, decide, one.id, choice, before=GOOD, after=GOOD, seen=one.seen)
    slips = [slip for slip in staff.read(list_slips, batch) if slip.status != "void"]
    assert Counter(told(slip.content.answers) for slip in slips) == Counter(
        told(paper.answers) for paper in papers
    )
    errors = [staff.read(read_figures, who).total.errors for who in (staff.first, staff.second)]
    assert errors == ([1, 0] if kind.startswith("first") else [0, 0])
    whole(staff.store)


def test_what_was_decided_before_somebody_noticed_waits_again_or_agrees(staff):
    batch = staff.batch(*PAPERS[:5])
    key_again(staff, batch, PAPERS[1:5])
    one, second = waiting(staff)[:2]
    choice = {field: Decided(mine, "first") for field, (mine, _) in one.differing.items()}
    staff.write(
        staff.third, decide, one.id, choice, before=one.slip.content, after=one.slip.content,
        seen=one.seen,
    )  # fmt: skip
    assert staff.read(read_figures, staff.second).total.errors == 1
    staff.write(staff.third, align, second.id, "second_skipped")
    assert waiting(staff) == []
    assert [one.number for one in staff.read(read_drawn, batch, staff.second).left] == [2]
    whole(staff.store)


def test_behind_a_gap_is_keyed_again_where_the_second_lost_his_place(staff):
    batch = staff.batch(*PAPERS[:6])
    gone = next(one.id for one in staff.read(list_slips, batch) if one.number == 4)
    staff.write(staff.boss, void_slip, gone, reason="rách")
    key_again(staff, batch, [PAPERS[1], PAPERS[2], PAPERS[3], PAPERS[5], PAPERS[6]])
    assert staff.write(staff.third, align, waiting(staff)[0].id, "second_skipped") == 3
    assert waiting(staff) == []
    assert [one.number for one in staff.read(read_drawn, batch, staff.second).left] == [1, 5, 6]
    whole(staff.store)


def test_the_paper_that_the_first_left_out_is_not_lost_before_a_gap(staff):
    first = [*PAPERS[:2], *PAPERS[3:9]]
    batch = staff.batch(*first)
    gone = next(one.id for one in staff.read(list_slips, batch) if one.number == 5)
    staff.write(staff.boss, void_slip, gone, reason="rách")
    # Of the papers 1 to 4 and 6 to 8, as their numbers count them.
    key_again(staff, batch, [*PAPERS[:4], *PAPERS[5:8]])
    begin = next(one for one in waiting(staff) if one.number == 3)
    assert staff.write(staff.third, align, begin.id, "first_skipped") == 2
    [extra] = waiting(staff)
    assert (extra.outcome, extra.second) == ("extra", PAPERS[2])
    assert [one.number for one in staff.read(read_drawn, batch, staff.second).left] == [4, 8]
    for number, paper in ((4, PAPERS[4]), (8, PAPERS[8])):
        slip = next(one.id for one in staff.read(list_slips, batch) if one.number == number)
        staff.write(staff.second, rekey_slip, slip, paper)
    [extra] = waiting(staff)
    choice = {"paper": Decided(True, "second")}
    staff.write(staff.third, decide, extra.id, choice, before=GOOD, after=GOOD, seen=extra.seen)
    slips = [slip for slip in staff.read(list_slips, batch) if slip.status != "void"]
    wanted = [*PAPERS[:5], *PAPERS[6:9]]
    assert Counter(told(slip.content.answers) for slip in slips) == Counter(
        told(paper.answers) for paper in wanted
    )
    whole(staff.store)


def test_what_the_first_keyed_twice_moves_what_stands_behind_a_gap(staff):
    batch = staff.batch(*PAPERS[:3], PAPERS[2], *PAPERS[3:8])
    gone = next(one.id for one in staff.read(list_slips, batch) if one.number == 6)
    staff.write(staff.boss, void_slip, gone, reason="rách")
    key_again(staff, batch, [*PAPERS[:5], *PAPERS[6:8], None])
    begin = next(one for one in waiting(staff) if one.number == 4)
    assert staff.write(staff.third, align, begin.id, "first_twice") == 1
    [missing] = waiting(staff)
    assert (missing.outcome, missing.number) == ("missing", 4)
    assert [one.number for one in staff.read(read_drawn, batch, staff.second).left] == [7]
    whole(staff.store)


def test_what_stands_last_before_a_gap_is_no_paper_too_many(staff):
    batch = staff.batch(*PAPERS[:3], PAPERS[2], *PAPERS[3:8])
    gone = next(one.id for one in staff.read(list_slips, batch) if one.number == 6)
    staff.write(staff.boss, void_slip, gone, reason="rách")
    # Behind the voided slip he found his place again.
    key_again(staff, batch, [*PAPERS[:5], *PAPERS[5:8]])
    begin = next(one for one in waiting(staff) if one.number == 4)
    staff.write(staff.third, align, begin.id, "first_twice")
    assert [(one.outcome, one.number) for one in waiting(staff)] == [("missing", 4)]
    whole(staff.store)


def test_what_agrees_behind_a_gap_stays_where_the_first_erred(staff):
    batch = staff.batch(*PAPERS[:2], *PAPERS[3:9])
    gone = next(one.id for one in staff.read(list_slips, batch) if one.number == 5)
    staff.write(staff.boss, void_slip, gone, reason="rách")
    # He saw where the voided paper lies, and went on behind it.
    key_again(staff, batch, [*PAPERS[:4], *PAPERS[6:9]])
    begin = next(one for one in waiting(staff) if one.number == 3)
    assert staff.write(staff.third, align, begin.id, "first_skipped") == 1
    assert [(one.outcome, one.second) for one in waiting(staff)] == [("extra", PAPERS[2])]
    assert [one.number for one in staff.read(read_drawn, batch, staff.second).left] == [4]
    whole(staff.store)


def test_who_keyed_a_paper_further_on_does_not_say_that_it_moves(staff):
    batch = staff.write(staff.first, open_batch, BatchHeader(UNIT, DAY, FORM, VERSION))
    for by, content in zip([staff.first] * 3 + [staff.third], PAPERS[:4], strict=True):
        staff.write(by, record_slip, batch, uuid7(staff.store.clock.now_ms()), content)
    staff.write(staff.first, close_and_draw, batch, returned=None)
    key_again(staff, batch, PAPERS[1:5])
    begin = waiting(staff)[0]
    with pytest.raises(UserError) as caught:
        staff.write(staff.third, align, begin.id, "second_skipped")
    assert caught.value.code == "rekeying.third_needed"
    staff.write(staff.boss, align, begin.id, "second_skipped")
    assert [one.outcome for one in waiting(staff)] == ["extra"]


def test_said_the_wrong_way_round_it_can_be_said_back(staff):
    batch = staff.batch(*PAPERS[:4])
    key_again(staff, batch, [*PAPERS[1:4], None])
    before = [(one.number, one.differing) for one in waiting(staff)]
    staff.write(staff.third, align, waiting(staff)[0].id, "first_twice")
    assert [one.outcome for one in waiting(staff)] == ["missing"]
    staff.write(staff.third, align, waiting(staff)[0].id, "second_twice")
    now = [(one.number, one.differing) for one in waiting(staff)]
    assert now == before[:-1]
    assert len(staff.drawn(batch)) == 1


def test_only_who_may_decide_may_say_so_and_only_of_what_waits(staff):
    batch = staff.batch(GOOD, GOOD)
    staff.rekey(batch, [WORSE, GOOD])
    [one] = waiting(staff)
    for who in (staff.first, staff.second):
        with pytest.raises(UserError) as caught:
            staff.write(who, align, one.id, "second_twice")
        assert caught.value.code == "rekeying.third_needed"
    staff.write(staff.third, align, one.id, "second_twice")
    with pytest.raises(UserError) as caught:
        staff.write(staff.third, align, one.id, "second_twice")
    assert caught.value.code == "rekeying.nothing_to_decide"
    assert staff.read(read_batch, batch).keyed == 2


def test_a_paper_that_has_no_place_any_more_is_left_over(staff):
    batch = staff.batch(*PAPERS[:3])
    key_again(staff, batch, PAPERS[1:4])
    staff.write(staff.third, align, waiting(staff)[0].id, "second_skipped")
    [extra] = waiting(staff)
    assert (extra.outcome, extra.number, extra.second) == ("extra", 4, PAPERS[3])
    assert extra.second_by == staff.second


@pytest.mark.parametrize("seed", range(3))
def test_another_station_ends_where_this_one_is(staff, other, seed):  # noqa: F811
    batch = staff.batch(*PAPERS[:6])
    key_again(staff, batch, [*PAPERS[:2], *PAPERS[3:7]])
    staff.write(staff.third, align, waiting(staff)[0].id, "second_skipped")
    [open_slip, *_] = staff.read(read_drawn, batch, staff.second).left
    staff.write(staff.second, rekey_slip, open_slip.slip, WORSE)
    last = next(one for one in waiting(staff) if one.slip is not None)
    staff.write(staff.third, align, last.id, "first_twice")
    give_in_parts(staff.store, other, staff.boss, seed)
    assert rows(other) == rows(staff.store)
    whole(other)


def test_of_a_share_only_what_is_drawn_is_moved(staff):
    values = {"rekey_target": "1000", "rekey_levels": 1, "rekey_share": "50"}
    staff.write(staff.boss, change_settings, unit=UNIT, values=values)
    key_again(staff, staff.batch(*[GOOD] * 3), [GOOD] * 3)
    batch = staff.batch(*PAPERS, *PAPERS)
    drawn = staff.read(read_drawn, batch, staff.second).left
    assert 2 < len(drawn) < len(PAPERS) * 2
    papers = [*PAPERS, *PAPERS, PAPERS[0]]
    for one in drawn:
        staff.write(staff.second, rekey_slip, one.slip, papers[one.number])
    begin = waiting(staff)[0]
    to_key = staff.write(staff.third, align, begin.id, "second_skipped")
    assert waiting(staff) == []
    assert to_key == len(staff.drawn(batch)) > 1
    whole(staff.store)


def test_a_clock_that_is_years_behind_moves_nothing_back(staff, tmp_path):
    paths = DataPaths(tmp_path / "behind")
    ten_years_ms = 3652 * 24 * 3600 * 1000
    behind = Clock(lambda: time.time_ns() // 1_000_000 - ten_years_ms)
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET, clock=behind)
    there = open_session(paths, SECRET, ADMIN, clock=behind)
    batch = staff.batch(*PAPERS[:4])
    key_again(staff, batch, PAPERS[1:4])
    give(staff.store, there.store, staff.boss)
    begin = waiting(staff)[0]
    there.store.write(
        lambda tx: align(tx, begin.id, "second_skipped"), actor=there.account
    )
    give(there.store, staff.store, staff.boss)
    assert [(one.outcome, one.number) for one in waiting(staff)] == []
    assert rows(staff.store) == rows(there.store)
    for store in (staff.store, there.store):
        whole(store)
    there.store.close()
