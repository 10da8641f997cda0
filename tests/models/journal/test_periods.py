"""A sum stands for the statement that it was made of and for no other, or for nothing at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.ids import uuid7
from models.journal.periods import PERIOD_MS, Told, period_at, period_of, tell, understand
from models.journal.reconcile import Held

NOW_MS = 1_793_509_200_000


def streams(*periods_ago: int, events: int = 5) -> dict[bytes, Held]:
    """One stream of each period, the same whenever it is asked for."""
    return {
        uuid7(NOW_MS - ago * PERIOD_MS, bytes([ago] * 10)).bytes: Held(events, bytes([events] * 32))
        for ago in periods_ago
    }


def test_what_both_hold_is_told_by_sums():
    mine = streams(0, 1, 2)
    told = tell(mine, [mine])
    assert (told.listed, set(told.sums)) == ({}, {period_of(stream) for stream in mine})
    understood = understand(told, [{}, mine])
    assert (understood.stated, understood.unknown) == (mine, frozenset())


def test_a_period_in_which_anything_differs_is_told_in_full():
    mine = streams(0, 1, 2)
    for theirs in (
        streams(0, 2), streams(0, 2) | streams(1, events=6),
        mine | {uuid7(NOW_MS - PERIOD_MS, bytes(10)).bytes: Held(1, bytes(32))},
    ):  # fmt: skip
        told = tell(mine, [theirs])
        assert told.listed == streams(1)
        assert set(told.sums) == {period_of(stream) for stream in streams(0, 2)}


def test_what_one_of_several_readers_does_not_hold_is_told_in_full():
    mine = streams(0, 1)
    assert tell(mine, [mine, streams(0)]).listed == streams(1)
    assert tell(mine, [mine, {}]).listed == mine


def test_what_is_recent_is_told_in_full():
    mine = streams(0, 1, 2)
    told = tell(mine, [mine], listed_from=period_at(NOW_MS - PERIOD_MS))
    assert told.listed == streams(0, 1)
    assert len(told.sums) == 1


def test_of_what_comes_to_no_known_sum_nothing_is_known():
    mine = streams(0, 1)
    told = tell(mine, [mine])
    understood = understand(told, [streams(0), streams(1, events=6)])
    assert understood.stated == streams(0)
    assert understood.unknown == {period_of(stream) for stream in streams(1)}


def test_a_sum_binds_how_many_events_there_are():
    (stream, held), *_ = streams(0).items()
    told = tell({stream: held}, [{stream: held}])
    assert understand(told, [{stream: Held(held.events + 1, held.digest)}]).unknown
    assert understand(told, [{stream: Held(held.events, bytes(32))}]).unknown
    other = uuid7(NOW_MS, bytes([9] * 10)).bytes
    assert understand(told, [{other: held}]).unknown


def test_a_forged_sum_is_of_nothing():
    period = period_at(NOW_MS)
    understood = understand(Told(streams(1), {period: bytes(32)}), [streams(0, 1)])
    assert (understood.stated, understood.unknown) == (streams(1), frozenset({period}))


STATEMENTS = st.dictionaries(
    st.builds(
        lambda ago, number: uuid7(NOW_MS - ago * PERIOD_MS, bytes([number] * 10)).bytes,
        st.integers(0, 2), st.integers(0, 2),
    ),
    st.builds(lambda events: Held(events, bytes([events] * 32)), st.integers(1, 2)),
    max_size=5,
)  # fmt: skip


@given(
    mine=STATEMENTS, theirs=st.lists(STATEMENTS, max_size=2),
    candidates=st.lists(STATEMENTS, max_size=3), asks_itself=st.booleans(),
)  # fmt: skip
def test_nothing_is_understood_but_what_is_held(mine, theirs, candidates, asks_itself):
    if asks_itself:
        theirs = [mine]
    told = tell(mine, theirs)
    understood = understand(told, candidates)
    assert understood.stated == {
        stream: held for stream, held in mine.items() if period_of(stream) not in understood.unknown
    }
    assert understood.unknown <= set(told.sums)
    assert understand(told, [*candidates, *theirs]).stated == mine
