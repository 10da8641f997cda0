"""One-time codes: they prove themselves, count once, and tell nobody's vote."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.errors import UserError
from models.journal.tables import events
from models.kiosk import codes
from models.kiosk.votes import end_kiosk, record_vote
from tests.models.kiosk.test_votes import vote
from tests.models.surveys.conftest import Counter


def refusal(counter: Counter, code: str) -> str:
    with pytest.raises(UserError) as refused:
        counter.read(codes.check_code, code)
    return refused.value.code


def use(counter: Counter, made: list[str]) -> None:
    for code in made:
        mark = counter.read(codes.check_code, code)
        counter.write(record_vote, vote(counter, mark=mark))


def test_a_code_is_good_once(counter: Counter):
    (code,) = counter.write(codes.make_codes, 1)
    assert len(code) == codes.DIGITS
    use(counter, [codes.grouped(code)])
    assert refusal(counter, code) == "kiosk.code_used"


def test_a_code_that_was_never_made_is_refused(counter: Counter):
    assert refusal(counter, "1234567890123456") == "kiosk.code_wrong"
    (code,) = counter.write(codes.make_codes, 1)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    for typed in (wrong, code[:-1], code + "0", "", "mã"):
        assert refusal(counter, typed) == "kiosk.code_wrong"


def test_two_votes_of_one_code_at_once_are_one(counter: Counter):
    (code,) = counter.write(codes.make_codes, 1)
    mark = counter.read(codes.check_code, code)
    counter.write(record_vote, vote(counter, mark=mark))
    before = counter.everything()
    with pytest.raises(UserError) as refused:
        counter.write(record_vote, vote(counter, mark=mark))
    assert refused.value.code == "kiosk.code_used"
    assert counter.everything() == before


def test_the_journal_tells_used_codes_together_later_and_sorted(counter: Counter):
    made = counter.write(codes.make_codes, codes.LEAST_TOGETHER)
    use(counter, made)
    written = select(events.c.type, events.c.payload).order_by(events.c.hlc)
    votes = counter.read(lambda c: c.execute(written).all())
    assert codes.CODES_USED not in {row.type for row in votes}
    counter.write(end_kiosk)
    told = counter.read(lambda c: c.execute(written).all())[len(votes):]  # fmt: skip
    assert [row.type for row in told] == ["survey.batch_closed", codes.CODES_USED]
    (history,) = (row.payload for row in told if row.type == codes.CODES_USED)
    marks = [counter.read(lambda c, code=code: mark_of(c, code)) for code in made]
    assert history == '{"used":[' + ",".join(f'"{mark}"' for mark in sorted(marks)) + "]}"
    assert all(code[:10] not in history for code in made)
    for code in made:
        assert refusal(counter, code) == "kiosk.code_used"


def mark_of(connection: object, code: str) -> str:
    secret = codes._read_secret(connection)  # type: ignore[arg-type]
    return codes._digest(secret, "used", code[: codes.SERIAL_DIGITS])[:16].hex()


def test_too_few_used_codes_wait_for_others(counter: Counter):
    made = counter.write(codes.make_codes, codes.LEAST_TOGETHER - 1)
    use(counter, made)
    counter.write(end_kiosk)
    types = counter.read(lambda c: c.execute(select(events.c.type)).scalars().all())
    assert codes.CODES_USED not in types
    assert {refusal(counter, code) for code in made} == {"kiosk.code_used"}


def test_no_slip_says_by_which_code_it_came(counter: Counter):
    (code,) = counter.write(codes.make_codes, 1)
    mark = counter.read(codes.check_code, code)
    one = vote(counter, mark=mark)
    counter.write(record_vote, one)
    said = counter.read(
        lambda c: c.execute(select(events.c.payload).where(events.c.entity == one.id)).scalar_one()
    )
    assert mark not in said
    assert code not in said


def test_the_codes_of_another_store_are_not_good_here(counter: Counter, monkeypatch):
    (code,) = counter.write(codes.make_codes, 1)
    counter.write(lambda tx: codes._keep(tx.connection, codes._SECRET, "00" * 32))
    assert refusal(counter, code) == "kiosk.code_wrong"


@pytest.mark.parametrize("count", [0, codes.MOST_CODES + 1])
def test_a_number_of_codes_that_no_sheet_holds_is_refused(counter: Counter, count):
    with pytest.raises(UserError) as refused:
        counter.write(codes.make_codes, count)
    assert refused.value.code == "kiosk.codes_count"


def test_codes_differ(counter: Counter):
    made = counter.write(codes.make_codes, 500)
    assert len(set(made)) == 500
    assert made != sorted(made)
