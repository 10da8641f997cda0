"""A slip that two corrected: what waits, what does not, and how it is decided for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from models.errors import UserError
from models.ids import uuid7
from models.surveys.commands import close_batch, correct_slip, record_slip, settle_slip, void_slip
from models.surveys.queries import read_slip, slip_history
from models.surveys.records import SlipContent
from models.surveys.undecided import SlipConflict, read_undecided, undecided_slips
from tests.exchange.beginning import COMMUNE
from tests.exchange.test_arrivals import agree, fresh
from tests.exchange.world import World

START = SlipContent({"q": "1", "r": "1"})


class Two:
    """Two stations that hold the same slip."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.one, self.other = world.stations["a"], world.stations["b"]
        self.batch, self.slip = world.batches[COMMUNE], uuid7(1)
        self.one.write(lambda tx: record_slip(tx, self.batch, self.slip, START))
        self.meet()

    def meet(self) -> None:
        """Each gets what the other has."""
        for _ in range(2):
            for giver, taker in ((self.one, self.other), (self.other, self.one)):
                news = fresh(giver, taker)
                taker.write(lambda tx, news=news: tx.take_in(news))
        assert agree(self.one, self.other)
        assert self.waiting(self.one) == self.waiting(self.other)

    def say(self, station, slip: UUID | None = None, **answers: str | None) -> None:
        """Correct answers; None blanks one."""
        self.world.steps += 1
        content = self.content(station)
        said = {**content.answers, **answers}
        kept = {key: value for key, value in said.items() if value is not None}
        station.write(
            lambda tx: correct_slip(tx, self.slip, replace(content, answers=kept))
        )

    def content(self, station) -> SlipContent:
        return station.read(read_slip, self.slip).content

    def waiting(self, station) -> list[SlipConflict]:
        found = list(station.read(read_undecided, self.slip).conflicts)
        assert station.read(undecided_slips) == ([self.slip] if found else [])
        return found

    def fields(self) -> dict[str, list[object]]:
        return {
            one.field: [side.value for side in one.sides] for one in self.waiting(self.one)
        }

    def decide(self, station, **answers: str | None) -> None:
        """Decide answers as a person does who sees all that is there."""
        found = station.read(read_undecided, self.slip)
        said = {**found.slip.content.answers, **answers}
        after = replace(
            found.slip.content, answers={key: value for key, value in said.items() if value}
        )
        station.write(
            lambda tx: settle_slip(
                tx, self.slip, found.slip.content, after,
                decided={f"answers/{key}" for key in answers}, seen=found.seen,
            )
        )  # fmt: skip


@pytest.fixture
def two() -> Iterator[Two]:
    world = World()
    yield Two(world)
    world.end()


def test_different_questions_merge_by_themselves(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, r="3")
    two.meet()
    assert two.fields() == {}
    for station in (two.one, two.other):
        assert two.content(station).answers == {"q": "2", "r": "3"}


def test_the_same_value_twice_is_no_conflict(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="2", r="3")
    two.meet()
    assert two.fields() == {}


def test_one_question_two_values_wait_with_who_when_and_what_was_there(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3", r="2")
    two.meet()
    (conflict,) = two.waiting(two.one)
    assert (conflict.field, conflict.before) == ("answers/q", "1")
    assert [side.value for side in conflict.sides] == ["2", "3"]
    assert [side.version.answers["r"] for side in conflict.sides] == ["1", "2"]
    assert conflict.sides[0].at < conflict.sides[1].at
    # Till then the later stands.
    assert two.content(two.one).answers == {"q": "3", "r": "2"}


@pytest.mark.parametrize("value", ["2", "3", "4", None])
def test_a_decision_is_the_same_at_both(two: Two, value: str | None) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.meet()
    two.decide(two.one, q=value)
    two.meet()
    assert two.fields() == {}
    for station in (two.one, two.other):
        assert two.content(station).answers.get("q") == value
    history = two.one.read(slip_history, two.slip)
    assert history[-1].event_type == "survey.response_settled"
    assert history[-1].changed["answers/q"] == ("3", value)


def test_two_decisions_that_differ_wait_again(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.meet()
    two.decide(two.one, q="2")
    two.decide(two.other, q="3")
    two.meet()
    assert two.fields() == {"answers/q": ["2", "3"]}
    two.decide(two.other, q="2")
    two.meet()
    assert two.fields() == {}


def test_what_came_after_a_person_looked_is_not_overruled(two: Two) -> None:
    third = two.world.stations["hub"]
    third.write(lambda tx: tx.take_in(fresh(two.one, third)))
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.say(third, q="4")
    two.meet()
    found = two.one.read(read_undecided, two.slip)
    two.one.write(lambda tx: tx.take_in(fresh(third, two.one)))
    after = replace(found.slip.content, answers={"q": "2", "r": "1"})
    two.one.write(
        lambda tx: settle_slip(
            tx, two.slip, found.slip.content, after, decided={"answers/q"}, seen=found.seen
        )
    )
    two.meet()
    assert sorted(map(str, two.fields()["answers/q"])) == ["2", "4"]


def test_a_correction_replaces_only_what_was_on_the_screen(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.meet()
    # The one who corrects saw 3, and nothing of 2.
    two.say(two.one, q="4")
    two.meet()
    assert two.fields() == {"answers/q": ["2", "4"]}
    two.say(two.other, r="3")
    two.meet()
    assert two.fields() == {"answers/q": ["2", "4"]}
    # To say the same as the other is to agree with them.
    two.say(two.other, q="2")
    two.meet()
    assert two.fields() == {}


def test_several_fields_are_decided_one_by_one(two: Two) -> None:
    two.say(two.one, q="2", r="2")
    two.say(two.other, q="3", r="3")
    two.meet()
    assert set(two.fields()) == {"answers/q", "answers/r"}
    two.decide(two.one, q="2")
    two.meet()
    assert two.fields() == {"answers/r": ["2", "3"]}
    two.decide(two.other, r="2")
    two.meet()
    assert two.fields() == {}
    assert two.content(two.one).answers == {"q": "2", "r": "2"}


def test_whether_it_is_valid_is_said_of_the_whole_slip(two: Two) -> None:
    two.world.steps += 1
    two.one.write(
        lambda tx: correct_slip(tx, two.slip, SlipContent({}, reason="rach_mo"))
    )
    two.say(two.other, q="2")
    two.meet()
    assert two.fields()["reason"] == ["rach_mo", ""]
    reason = next(one for one in two.waiting(two.one) if one.field == "reason")
    assert [side.version.answers for side in reason.sides] == [{}, {"q": "2", "r": "1"}]


def test_what_was_voided_waits_for_nobody(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.meet()
    two.one.write(lambda tx: void_slip(tx, two.slip, reason="x"))
    two.meet()
    assert two.fields() == {}
    with pytest.raises(UserError) as refused:
        two.decide(two.one, q="2")
    assert refused.value.code == "surveys.no_slip"


def test_a_closed_batch_is_settled_too_and_nothing_is_settled_twice(two: Two) -> None:
    two.say(two.one, q="2")
    two.say(two.other, q="3")
    two.meet()
    two.one.write(lambda tx: close_batch(tx, two.batch, returned=None))
    two.decide(two.one, q="2")
    for field in ({"q": "2"}, {"r": "1"}, {}):
        with pytest.raises(UserError) as refused:
            two.decide(two.one, **field)
        assert refused.value.code == "surveys.nothing_to_settle"
