"""What can be done to batches and slips; what is refused changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from models.errors import UserError
from models.ids import uuid7
from models.surveys.commands import (
    change_batch,
    close_batch,
    correct_slip,
    import_slips,
    open_batch,
    record_slip,
    undo_last,
    void_slip,
)
from models.surveys.queries import (
    export_slips,
    known_dossiers,
    known_slips,
    list_batches,
    list_slips,
    read_batch,
    read_slip,
    slip_history,
)
from models.surveys.records import BatchHeader, ImportedSlip, SlipContent
from models.surveys.summary_query import newest_day
from tests.models.surveys.conftest import DAY, FORM, VERSION, Counter

GOOD = SlipContent({"danh_gia_chung": "hai_long"})
BETTER = SlipContent({"danh_gia_chung": "rat_hai_long"}, note="sửa")
TORN = SlipContent({}, "rach_mo")


def refused(counter: Counter, code: str, command, *arguments, **options) -> None:
    before = counter.everything()
    with pytest.raises(UserError) as caught:
        counter.write(command, *arguments, **options)
    assert caught.value.code == code
    assert counter.everything() == before


def header(**changes) -> BatchHeader:
    return BatchHeader("06811", changes.pop("day", DAY), FORM, VERSION, **changes)


def imported(row: int, day: date = DAY, content: SlipContent = GOOD, **changes) -> ImportedSlip:
    key = changes.pop("key", ("test", str(row)))
    return ImportedSlip(row, key, changes.pop("unit", "06811"), day, "import", content, **changes)


def take_in(counter: Counter, *slips: ImportedSlip):
    return counter.write(import_slips, slips, questionnaire=FORM, version=VERSION)


# Batches


def test_a_batch_keeps_its_header(counter):
    batch = counter.batch(handed_out=30, returned=25, channel="post")
    kept = counter.read(read_batch, batch)
    assert kept.header == header(handed_out=30, returned=25, channel="post")
    assert (kept.state, kept.keyed, kept.voided) == ("open", 0, 0)
    assert kept.opened_by == counter.session.account


def test_a_batch_of_a_day_to_come_or_of_less_than_nothing_is_refused(counter):
    tomorrow = counter.store.clock.today() + timedelta(days=1)
    refused(counter, "surveys.date_to_come", open_batch, header(day=tomorrow))
    refused(counter, "surveys.count_negative", open_batch, header(handed_out=-1))
    refused(counter, "surveys.count_negative", open_batch, header(returned=-1))
    counter.write(open_batch, header(day=counter.store.clock.today(), returned=0))


def test_counts_change_until_the_batch_is_closed(counter):
    batch = counter.batch()
    counter.write(change_batch, batch, handed_out=9, returned=8)
    refused(counter, "surveys.count_negative", change_batch, batch, handed_out=9, returned=-8)
    assert counter.read(read_batch, batch).header.returned == 8
    counter.write(close_batch, batch, returned=0)
    refused(counter, "surveys.batch_closed", change_batch, batch, handed_out=1, returned=1)


def test_closing_asks_for_a_reason_where_the_counts_differ(counter):
    batch = counter.batch(returned=3)
    counter.slip(batch)
    counter.slip(batch, TORN)
    counter.write(void_slip, counter.slip(batch), reason="nhầm")
    refused(counter, "surveys.difference_unexplained", close_batch, batch, returned=3)
    refused(counter, "surveys.difference_unexplained", close_batch, batch, returned=3, reason=" ")
    refused(counter, "surveys.count_negative", close_batch, batch, returned=-1)
    counter.write(close_batch, batch, returned=3, reason=" một phiếu thất lạc ")
    closed = counter.read(read_batch, batch)
    assert (closed.state, closed.difference_reason) == ("closed", "một phiếu thất lạc")
    assert (closed.valid, closed.invalid, closed.voided) == (1, 1, 1)
    refused(counter, "surveys.batch_closed", close_batch, batch, returned=2)


def test_an_unknown_batch_is_refused_by_every_command(counter):
    batch = uuid7(1)
    refused(counter, "surveys.no_batch", close_batch, batch, returned=None)
    refused(counter, "surveys.no_batch", change_batch, batch, handed_out=1, returned=1)
    refused(counter, "surveys.no_batch", undo_last, batch)
    refused(counter, "surveys.no_batch", record_slip, batch, uuid7(2), GOOD)
    with pytest.raises(UserError, match=r"surveys\.no_batch"):
        counter.read(read_batch, batch)


def test_batches_are_listed_newest_first_and_by_state(counter):
    one, two = counter.batch(), counter.batch()
    counter.write(close_batch, one, returned=None)
    assert [batch.id for batch in counter.read(list_batches)] == [two, one]
    assert [batch.id for batch in counter.read(list_batches, state="open")] == [two]
    assert [batch.id for batch in counter.read(list_batches, limit=1)] == [two]


# Slips


def test_a_slip_keeps_what_was_keyed_and_the_header_of_its_batch(counter):
    batch = counter.batch("06820", date(2026, 2, 3), channel="home")
    content = SlipContent(
        {"danh_gia_chung": "hai_long", "kenh": ["web", "bang"], "gop_y": "tốt"}, "", "ghi chú",
        "H15.50.05.13-261008-0975", ("thai_do",), ("gop_y",),
    )  # fmt: skip
    kept = counter.read(read_slip, counter.slip(batch, content))
    assert kept.content == content
    assert (kept.unit, kept.collected_on, kept.channel) == ("06820", date(2026, 2, 3), "home")
    assert (kept.questionnaire, kept.version, kept.status) == (FORM, VERSION, "valid")
    assert (kept.number, kept.keyed_by) == (1, counter.session.account)


def test_recording_the_same_slip_again_changes_nothing(counter):
    batch = counter.batch()
    slip = counter.slip(batch)
    counter.slip(batch)
    before = counter.everything()
    assert counter.write(record_slip, batch, slip, GOOD) == 1
    assert counter.write(record_slip, batch, slip, BETTER) == 1
    assert counter.everything() == before


def test_a_retry_after_the_batch_was_closed_still_says_the_number(counter):
    batch = counter.batch()
    slip = counter.slip(batch)
    counter.write(close_batch, batch, returned=1)
    assert counter.write(record_slip, batch, slip, GOOD) == 1


def test_a_closed_batch_takes_no_slip_no_correction_and_no_undo(counter):
    batch = counter.batch()
    slip = counter.slip(batch)
    counter.write(close_batch, batch, returned=1)
    refused(counter, "surveys.batch_closed", record_slip, batch, uuid7(1), GOOD)
    refused(counter, "surveys.batch_closed", correct_slip, slip, BETTER)
    refused(counter, "surveys.batch_closed", undo_last, batch)


def test_a_correction_keeps_the_first_version_readable(counter):
    batch = counter.batch()
    slip = counter.slip(batch)
    assert counter.write(correct_slip, slip, BETTER)
    assert counter.read(read_slip, slip).content == BETTER
    first, second = counter.read(slip_history, slip)
    assert first.event_type == "survey.response_recorded"
    assert second.changed == {
        "answers/danh_gia_chung": ("hai_long", "rat_hai_long"), "note": ("", "sửa"),
    }  # fmt: skip
    assert second.actor == counter.session.account


def test_a_correction_that_changes_nothing_leaves_no_trace(counter):
    slip = counter.slip(counter.batch(), BETTER)
    before = counter.everything()
    assert not counter.write(correct_slip, slip, BETTER)
    assert counter.everything() == before


def test_a_correction_can_blank_an_answer_and_turn_a_slip_invalid_and_back(counter):
    slip = counter.slip(counter.batch())
    counter.write(correct_slip, slip, TORN)
    torn = counter.read(read_slip, slip)
    assert (torn.status, torn.content) == ("invalid", TORN)
    counter.write(correct_slip, slip, GOOD)
    back = counter.read(read_slip, slip)
    assert (back.status, back.content) == ("valid", GOOD)
    assert len(counter.read(slip_history, slip)) == 3


def test_undo_gives_the_number_back_and_returns_what_was_keyed(counter):
    batch = counter.batch()
    counter.slip(batch)
    last = counter.slip(batch, BETTER)
    assert counter.write(undo_last, batch).content == BETTER
    assert counter.read(read_slip, last).status == "undone"
    assert [slip.number for slip in counter.read(list_slips, batch)] == [1]
    assert len(counter.read(list_slips, batch, with_undone=True)) == 2
    assert counter.write(record_slip, batch, uuid7(1), GOOD) == 2


def test_undo_of_an_empty_batch_or_past_a_voided_slip_is_refused(counter):
    batch = counter.batch()
    refused(counter, "surveys.nothing_to_undo", undo_last, batch)
    counter.slip(batch)
    counter.write(void_slip, counter.slip(batch), reason="nhầm")
    refused(counter, "surveys.nothing_to_undo", undo_last, batch)


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_slip_is_voided_with_a_reason_and_keyed_again_under_its_number(counter, is_closed):
    batch = counter.batch()
    slip = counter.slip(batch)
    counter.slip(batch)
    if is_closed:
        counter.write(close_batch, batch, returned=2)
    refused(counter, "surveys.reason_missing", void_slip, slip, reason="  ")
    refused(counter, "surveys.not_voided", record_slip, batch, uuid7(1), GOOD, replaces=slip)
    counter.write(void_slip, slip, reason=" nhầm phiếu ")
    refused(counter, "surveys.no_slip", void_slip, slip, reason="lại")
    refused(counter, "surveys.no_slip", correct_slip, slip, BETTER)
    assert counter.write(record_slip, batch, uuid7(1), BETTER, replaces=slip) == 1
    refused(counter, "surveys.already_replaced", record_slip, batch, uuid7(2), GOOD, replaces=slip)
    again = counter.read(list_slips, batch)
    assert sorted((kept.number, kept.status) for kept in again) == [
        (1, "valid"), (1, "void"), (2, "valid"),
    ]  # fmt: skip
    history = counter.read(slip_history, slip)
    assert (history[-1].event_type, history[-1].reason) == (
        "survey.response_voided", "nhầm phiếu",
    )  # fmt: skip


def test_a_slip_is_keyed_again_only_in_its_own_batch(counter):
    slip = counter.slip(counter.batch())
    counter.write(void_slip, slip, reason="nhầm")
    refused(
        counter, "surveys.not_voided", record_slip, counter.batch(), uuid7(1), GOOD, replaces=slip
    )
    refused(
        counter, "surveys.not_voided", record_slip, counter.batch(), uuid7(1), GOOD,
        replaces=uuid7(7),
    )  # fmt: skip


def test_an_undone_or_unknown_slip_cannot_be_touched(counter):
    batch = counter.batch()
    slip = counter.slip(batch)
    counter.write(undo_last, batch)
    for gone in (slip, uuid7(1)):
        refused(counter, "surveys.no_slip", correct_slip, gone, BETTER)
        refused(counter, "surveys.no_slip", void_slip, gone, reason="x")
    refused(counter, "surveys.not_voided", record_slip, batch, uuid7(1), GOOD, replaces=slip)


def test_a_dossier_is_rated_once_until_its_slip_is_taken_back(counter):
    batch = counter.batch()
    rated = SlipContent({}, dossier="HS-1")
    first = counter.slip(batch, rated)
    other = counter.slip(batch)
    refused(counter, "surveys.dossier_rated", record_slip, batch, uuid7(1), rated)
    refused(counter, "surveys.dossier_rated", correct_slip, other, rated)
    assert not counter.write(correct_slip, first, rated)
    assert counter.read(known_dossiers, ["HS-1", "HS-2"]) == {"HS-1"}
    counter.write(void_slip, first, reason="nhầm")
    assert counter.write(correct_slip, other, rated)
    counter.write(undo_last, batch)
    counter.slip(batch, rated)


def test_slips_without_a_dossier_never_collide(counter):
    batch = counter.batch()
    for dossier in (None, None, "", ""):
        counter.slip(batch, SlipContent({}, dossier=dossier))
    assert len(counter.read(list_slips, batch)) == 4


# Taking in and giving out


def test_imported_slips_stand_in_closed_batches_by_unit_month_and_channel(counter):
    slips = [
        imported(1), imported(2, date(2026, 1, 20)), imported(3, date(2026, 2, 1)),
        imported(4, unit="06820"),
    ]  # fmt: skip
    assert take_in(counter, *slips) == (4, [])
    batches = counter.read(list_batches)
    assert sorted((b.header.unit, b.header.collected_on, b.keyed) for b in batches) == [
        ("06811", date(2026, 1, 20), 2), ("06811", date(2026, 2, 1), 1), ("06820", DAY, 1),
    ]  # fmt: skip
    assert {batch.state for batch in batches} == {"closed"}
    assert counter.read(newest_day) == date(2026, 2, 1)


def test_taking_in_the_same_slips_again_changes_nothing(counter):
    slips = [imported(1), imported(2)]
    take_in(counter, *slips)
    before = counter.everything()
    assert take_in(counter, *slips) == (0, slips)
    assert counter.everything() == before


def test_a_file_that_grew_adds_only_what_is_new(counter):
    rows = [imported(row) for row in range(1, 12)]
    for length in range(1, 12):
        assert take_in(counter, *rows[:length]) == (1, rows[: length - 1])
    assert take_in(counter, imported(12), rows[0]) == (1, [rows[0]])
    assert sum(batch.keyed for batch in counter.read(list_batches)) == 12


def test_a_row_twice_in_a_file_is_one_slip(counter):
    assert take_in(counter, imported(1), imported(1)) == (1, [])


def test_the_same_file_makes_the_same_ids_on_two_machines(counter):
    take_in(counter, imported(1))
    batch = counter.read(list_batches)[0]
    slip = counter.read(list_slips, batch.id)[0]
    assert str(batch.id) == "908433ee-407b-554d-8623-f626e4db4fd4"
    assert str(slip.id) == "ccfd3b2c-72dd-5515-a0cc-f4d2758a44ca"


def test_an_imported_slip_keeps_its_day_when_it_is_keyed_again(counter):
    take_in(counter, imported(1, date(2026, 1, 3)), imported(2, date(2026, 1, 20)))
    batch = counter.read(list_batches)[0].id
    old = imported(1).slip_id
    counter.write(void_slip, old, reason="nhầm")
    fresh = counter.slip(batch, BETTER, replaces=old)
    assert counter.read(read_slip, fresh).collected_on == date(2026, 1, 3)


def test_exported_slips_are_those_that_stand_in_order(counter):
    batch = counter.batch()
    first, second, third = (counter.slip(batch) for _ in range(3))
    torn = counter.slip(batch, TORN)
    counter.write(void_slip, second, reason="nhầm")
    other = counter.slip(counter.batch("06820", date(2026, 3, 1)))
    all_out = counter.read(lambda c: [slip.id for slip in export_slips(c)])
    assert all_out == [first, third, torn, other]
    assert counter.read(lambda c: [s.id for s in export_slips(c, units=("06820",))]) == [other]
    later = counter.read(lambda c: [s.id for s in export_slips(c, start=date(2026, 1, 6))])
    assert later == [other]
    assert counter.read(lambda c: len(list(export_slips(c, end=DAY)))) == 3
    assert counter.read(lambda c: list(export_slips(c, questionnaire="other"))) == []


def test_a_thousand_ids_are_looked_up_in_parts(counter):
    slip = counter.slip(counter.batch())
    ids = [uuid7(number) for number in range(1200)]
    assert counter.read(known_slips, [*ids, slip]) == {slip}
    assert counter.read(known_slips, []) == set()


def test_an_unknown_slip_has_no_history(counter):
    assert counter.read(slip_history, UUID(int=1)) == []
    assert counter.read(read_slip, UUID(int=1)) is None
