"""What a household is after all that was said of it, whoever said it and in whatever order."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.events import CHECKED, LISTED, SETTLED
from models.households.state import Saying, resolve

_ACTOR = UUID(int=7)


class Story:
    """Makes sayings with ids and clocks that run on."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.sayings: list[Saying] = []

    def say(self, type_: str, set_: dict[str, Any], *parents: Saying, **content: Any) -> Saying:
        number = next(self._numbers)
        made = Saying(
            UUID(int=number), type_, number, _ACTOR, tuple(p.event_id for p in parents),
            {"set": set_, **content},
        )  # fmt: skip
        self.sayings.append(made)
        return made

    def listed(self, *parents: Saying, **fields: Any) -> Saying:
        return self.say(LISTED, fields, *parents, list="l", row=1)

    def checked(
        self, *parents: Saying, seen: dict[str, Any] | None = None, **fields: Any
    ) -> Saying:
        return self.say(CHECKED, fields, *parents, seen=seen or {}, on="2026-11-01", note="")

    def settled(self, *parents: Saying, **fields: Any) -> Saying:
        return self.say(SETTLED, fields, *parents, note="")

    @property
    def state(self):
        return resolve(self.sayings)


@pytest.fixture
def story() -> Story:
    return Story()


def sides(story: Story, field: str) -> list[Any]:
    return [side.value for side in story.state.conflicts[field]]


def test_a_list_alone_stands(story):
    story.listed(name="An", code="0212345678")
    assert story.state.values == {"name": "An", "code": "0212345678"}
    assert story.state.has_listed_code
    assert not story.state.conflicts


def test_a_person_goes_before_the_list_that_was_seen(story):
    first = story.listed(name="An")
    story.checked(first, name="Ân")
    assert story.state.values["name"] == "Ân"
    assert story.state.listed == {"name": "An"}
    assert not story.state.conflicts


def test_a_newer_list_changes_what_nobody_checked(story):
    first = story.listed(name="An", address="1")
    story.listed(first, name="Bình")
    assert story.state.values == {"name": "Bình", "address": "1"}
    assert not story.state.conflicts


def test_a_newer_list_does_not_overwrite_what_a_person_said(story):
    first = story.listed(name="An")
    check = story.checked(first, name="Ân")
    story.listed(check, name="Anh")
    assert story.state.values["name"] == "Ân"
    assert sides(story, "name") == ["Ân", "Anh"]


def test_a_newer_list_that_agrees_is_no_difference(story):
    first = story.listed(name="An")
    check = story.checked(first, name="Ân")
    story.listed(check, name="Ân")
    assert not story.state.conflicts
    assert story.state.listed == {}


def test_a_newer_list_does_not_overwrite_what_a_person_called_right(story):
    first = story.listed(name="An", address="1")
    check = story.checked(first, seen={"name": "An"}, outcome="dung")
    story.listed(check, name="Anh", address="2")
    assert story.state.values["name"] == "An"
    assert story.state.values["address"] == "2"
    assert sides(story, "name") == ["An", "Anh"]
    assert set(story.state.conflicts) == {"name"}


def test_who_called_it_right_with_the_newer_list_in_sight_has_decided(story):
    first = story.listed(name="An")
    check = story.checked(first, seen={"name": "An"}, outcome="dung")
    second = story.listed(check, name="Anh")
    story.checked(second, seen={"name": "An"}, outcome="dung")
    assert story.state.values["name"] == "An"
    assert story.state.listed == {"name": "Anh"}
    assert not story.state.conflicts


def test_two_people_called_different_lists_right(story):
    first = story.listed(name="An")
    story.checked(first, seen={"name": "An"}, outcome="dung")
    second = story.listed(first, name="Anh")
    story.checked(second, seen={"name": "Anh"}, outcome="dung")
    assert sides(story, "name") == ["An", "Anh"]


def test_a_check_after_the_newer_list_has_seen_it(story):
    first = story.listed(name="An")
    second = story.listed(first, name="Anh")
    story.checked(second, seen={"name": "Anh"}, outcome="dung")
    assert not story.state.conflicts
    assert story.state.values["name"] == "Anh"


def test_two_people_who_did_not_see_each_other_wait_for_a_third(story):
    first = story.listed(name="An")
    story.checked(first, name="Ân", outcome="sai_thong_tin")
    story.checked(first, name="Anh", outcome="sai_thong_tin")
    assert sides(story, "name") == ["Ân", "Anh"]
    assert "outcome" not in story.state.conflicts


def test_what_a_list_says_is_known_though_one_of_two_people_says_it_too(story):
    first = story.listed(name="An")
    story.checked(first, name="Ân", outcome="sai_thong_tin")
    story.checked(first, name="An", outcome="sai_thong_tin")
    assert sides(story, "name") == ["Ân", "An"]
    assert story.state.listed == {"name": "An"}


def test_disjoint_fields_merge_by_themselves(story):
    first = story.listed(name="An", phone=None)
    story.checked(first, name="Ân", outcome="sai_thong_tin")
    story.checked(first, phone="0912345678", outcome="sai_thong_tin")
    assert story.state.values["name"] == "Ân"
    assert story.state.values["phone"] == "0912345678"
    assert not story.state.conflicts


def test_one_confirmed_and_the_other_corrected_is_no_difference_of_that_field(story):
    first = story.listed(name="An", phone=None)
    story.checked(first, seen={"name": "An"}, phone="0912345678", outcome="sai_thong_tin")
    story.checked(first, name="Ân", outcome="sai_thong_tin")
    assert story.state.values["name"] == "Ân"
    assert not story.state.conflicts


def test_a_settlement_that_saw_both_is_the_last_word(story):
    first = story.listed(name="An")
    one = story.checked(first, name="Ân")
    other = story.checked(first, name="Anh")
    last = story.settled(one, other, name="Anh")
    assert story.state.values["name"] == "Anh"
    assert not story.state.conflicts
    story.listed(last, name="An")
    assert sides(story, "name") == ["Anh", "An"]


def test_a_settlement_that_saw_only_one_settles_nothing(story):
    first = story.listed(name="An")
    one = story.checked(first, name="Ân")
    story.checked(first, name="Anh")
    story.settled(one, name="Ann")
    assert len(sides(story, "name")) == 2


def test_two_lists_that_did_not_see_each_other_wait_for_a_person(story):
    story.listed(name="An")
    story.listed(name="Anh")
    assert sides(story, "name") == ["An", "Anh"]


def test_the_same_list_on_two_machines_agrees(story):
    story.listed(name="An", code="0212345678")
    story.listed(name="An", code="0212345678")
    assert not story.state.conflicts


def test_a_code_that_only_a_person_gave_is_not_in_the_list(story):
    first = story.listed(name="An")
    story.checked(first, code="0212345678")
    assert story.state.values["code"] == "0212345678"
    assert not story.state.has_listed_code


_VALUES = st.sampled_from(["a", "b", "c", None])
_FIELDS = st.dictionaries(st.sampled_from(["name", "phone", "code"]), _VALUES, min_size=1)


@st.composite
def stories(draw: st.DrawFn) -> list[Saying]:
    story = Story()
    story.listed(**draw(_FIELDS))
    for _ in range(draw(st.integers(0, 6))):
        parents = draw(st.lists(st.sampled_from(story.sayings), max_size=3, unique_by=id))
        kind = draw(st.sampled_from([LISTED, CHECKED, SETTLED]))
        seen = draw(_FIELDS) if kind == CHECKED else {}
        story.say(kind, draw(_FIELDS), *parents, seen=seen)
    return story.sayings


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_decides_nothing(sayings, random):
    shuffled = list(sayings)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(sayings)


@given(stories())
def test_nothing_that_stands_unanswered_is_lost(sayings):
    """Every value that no later saying has seen is what stands, or a side of a difference."""
    state = resolve(sayings)
    seen: dict[UUID, set[UUID]] = {}
    for saying in sayings:
        seen[saying.event_id] = set(saying.parents).union(
            *(seen.get(parent, set()) for parent in saying.parents)
        )
    for saying in sayings:
        answered = any(saying.event_id in seen[other.event_id] for other in sayings)
        if answered or saying.is_list:
            continue
        for field, value in saying.content["set"].items():
            told = [side.value for side in state.conflicts.get(field, ())] or [state.values[field]]
            assert value in told


@given(stories())
def test_a_settlement_that_saw_all_leaves_nothing_open(sayings):
    open_fields = resolve(sayings).conflicts
    story = Story()
    story._numbers = count(len(sayings) + 1)
    story.sayings = list(sayings)
    story.settled(*sayings, **dict.fromkeys(open_fields, "z"))
    assert not set(story.state.conflicts) & set(open_fields)
    assert all(story.state.values[field] == "z" for field in open_fields)
