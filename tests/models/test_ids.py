"""Identities: time-ordered where something happens, derived where the world has a key."""

from __future__ import annotations

from uuid import RFC_4122, UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ids import blake2b, derived_id, new_stream, uuid7

WORDS = st.lists(st.text("ab1:2", max_size=4), max_size=4)


@given(st.integers(0, 2**48 - 1))
def test_uuid7_says_its_version_variant_and_time(now_ms):
    made = uuid7(now_ms)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == now_ms


@given(st.integers(0, 2**48 - 2), st.integers(1, 10**6))
def test_uuid7_orders_by_time_as_number_bytes_and_text(now_ms, later):
    after = min(now_ms + later, 2**48 - 1)
    one, two = uuid7(now_ms), uuid7(after)
    assert one < two
    assert one.bytes < two.bytes
    assert str(one) < str(two)


def test_uuid7_never_repeats_within_a_millisecond():
    assert len({uuid7(1) for _ in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("k", ["ab", "c"]), ("k", ["a", "bc"])),
        (("k", ["abc"]), ("k", ["a", "b", "c"])),
        (("k", []), ("k", [""])),
        (("k", ["1:a"]), ("k", ["1", "a"])),
        (("ka", ["b"]), ("k", ["ab"])),
        (("k", ["a", ""]), ("k", ["", "a"])),
    ],
)
def test_derived_ids_of_different_words_differ(one, other):
    assert derived_id(*one) != derived_id(*other)


@given(WORDS, WORDS)
def test_derived_ids_are_equal_only_for_equal_words(one, other):
    assert (derived_id("k", one) == derived_id("k", other)) == (one == other)


def test_a_derived_id_is_the_same_on_every_machine_and_day():
    assert str(derived_id("slip", ["06811", "Nguyễn"])) == "726b2f22-0e92-5d15-8efb-840618b91cc7"
    assert derived_id("slip", ["x"]).version == 5


def test_streams_and_digests_have_their_sizes():
    assert len(new_stream(1)) == 16
    assert len({new_stream(1) for _ in range(100)}) == 100
    assert new_stream(1) < new_stream(2)
    assert len(blake2b(b"")) == 32


@given(st.text(max_size=4), WORDS)
def test_a_derived_id_is_the_uuid5_of_its_words(kind, words):
    root = UUID("6d6f7463-7561-5e00-8000-000000000001")
    text = "".join(f"{len(word)}:{word}" for word in (kind, *words))
    made = derived_id(kind, words)
    assert made == uuid5(root, text)
    assert made.is_safe is uuid5(root, text).is_safe


def test_uuid7_is_made_of_what_was_drawn_for_it():
    assert uuid7(1, bytes(range(10))) == uuid7(1, bytes(range(10)))
    assert uuid7(1, bytes(range(10))) != uuid7(1, bytes(range(1, 11)))
