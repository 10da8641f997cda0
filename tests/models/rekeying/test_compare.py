"""What two keyers of one paper differ in, and what is only written in another way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.questionnaires.builtin import builtin_path
from models.questionnaires.xlsform import read_xlsform
from models.rekeying.compare import compared_fields, differing, errors_of, is_same
from models.surveys.records import SlipContent

FORM = read_xlsform(builtin_path("qn-18-2021"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"), ("quý", "qúy"), ("thuỷ", "thủy"), ("Hoà Bình", "Hòa  Bình "),
        ("Ủy ban", unicodedata.normalize("NFD", "Uỷ ban")), ("hoà-bình", "hòa-bình"),
        (None, ""), (None, []), (["a", "b"], ["b", "a"]), ("H15\u00a0-1", "H15 -1"),
    ],
)  # fmt: skip
def test_writing_it_in_another_way_is_no_difference(one, other):
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hoá"), ("hòa", "hoa"), ("ma", "mà"), ("hoá bình", "hoà bính"), ("đa", "da"),
        ("tân", "tan"), ("a", None), (["a"], ["a", "b"]), ("hoá-bình", "hoà-bính"), ("1", "2"),
        ("A", "a"),
    ],
)  # fmt: skip
def test_another_letter_or_tone_is_a_difference(one, other):
    assert not is_same(one, other)


@given(st.text(max_size=30))
def test_any_text_is_the_same_as_itself_in_any_form(text):
    for form in ("NFC", "NFD"):
        assert is_same(text, unicodedata.normalize(form, text))


def test_only_what_differs_is_told():
    one = SlipContent({"danh_gia_chung": "hai_long", "thai_do": "than_thien"}, note="Hoà nhã")
    other = SlipContent({"danh_gia_chung": "rat_hai_long", "thai_do": "than_thien"}, note="Hòa nhã")
    assert differing(FORM, one, other) == {
        "answers/danh_gia_chung": ("hai_long", "rat_hai_long")
    }
    assert len(compared_fields(FORM, one, other)) == 9


def test_of_a_slip_that_one_calls_invalid_the_answers_are_not_compared():
    one, other = SlipContent({"thai_do": "than_thien"}), SlipContent({}, "rach_mo")
    assert compared_fields(FORM, one, other) == ("reason",)
    assert differing(FORM, one, other) == {"reason": ("", "rach_mo")}


def test_a_wrong_value_is_one_that_was_decided_otherwise():
    decided = {"note": "hoà", "answers/a": "1"}
    assert errors_of(decided, {"note": "hòa", "answers/a": "2"}) == ("answers/a",)
    assert errors_of(decided, {"note": "hòa", "answers/a": "1"}) == ()
