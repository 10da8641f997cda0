"""Vietnamese text has one form inside, is found without its marks, and orders as the alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import name_sort_key, nfc, search_key, sort_key, tidy

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"


def syllables() -> st.SearchStrategy[str]:
    toned = st.builds(lambda v, t: nfc(v + t), st.sampled_from(VOWELS), st.sampled_from(TONES))
    ends = st.text("bcdđghklmnpqrstvx", max_size=2)
    return st.builds(lambda start, vowel, end: start + vowel + end, ends, toned, ends)


PHRASES = st.lists(syllables(), min_size=1, max_size=4).map(" ".join)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_decomposed_text_becomes_composed():
    assert nfc(nfd("Nguyễn Thị Ặ")) == "Nguyễn Thị Ặ"
    assert len(nfc(nfd("ặ"))) == 1


def test_tidy_cuts_outer_blanks_and_joins_inner_ones():
    assert tidy(" \tNguyễn\u00a0 Văn\n Ả ") == "Nguyễn Văn Ả"
    assert tidy(" \n") == ""


def test_tidy_leaves_out_what_nobody_can_see():
    assert tidy("\ufeffNguy\u00adễn\u200b \u200bVăn\x07 \u202eẢ\u202c\uffff") == "Nguyễn Văn Ả"
    assert tidy("\u200b") == ""
    assert tidy("e\u200b\u0301") == "é"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("nguyen", "Nguyễn"), ("nguyen van a", "Nguyễn Văn Ả"), ("dang", "Đặng"),
        ("hòa", "hoà"), ("thủy", "thuỷ"), ("quý", "qúy"), ("HOA BINH", "Hòa  Bình"),
        ("đông triều", "DONG TRIEU"), ("uong bi", nfd("Uông Bí")), ("truong", "Trường"),
    ],
)  # fmt: skip
def test_search_ignores_case_marks_and_where_a_tone_stands(typed, written):
    assert search_key(typed) == search_key(written)


@pytest.mark.parametrize(("one", "other"), [("nam", "năng"), ("a b", "ab"), ("06811", "6811")])
def test_search_keeps_letters_blanks_and_digits_apart(one, other):
    assert search_key(one) != search_key(other)


@given(PHRASES)
def test_search_key_is_plain_and_its_own_key(text):
    key = search_key(text)
    assert key.isascii()
    assert key == key.casefold() == search_key(key)
    assert key == search_key(nfd(text)) == search_key(text.upper())


def test_the_alphabet_orders_as_it_is_taught():
    shuffled = sorted(LETTERS, reverse=True)
    assert "".join(sorted(shuffled, key=sort_key)) == LETTERS


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["an", "ăn", "ân", "ba"],
        ["da", "dạ", "dy", "đa", "đá", "e"],
        ["hoa", "hòa", "hoá", "học"],
        ["an", "an bình", "án", "anh"],
        ["Bãi Cháy", "Bí Giàng", "Cẩm Phả", "Đông Triều", "Hạ Long", "Uông Bí", "Ưng"],
        ["Khu 2", "Khu 2A", "Khu 3", "Khu a"],
        ["thôn", "thơm", "thờn", "thuê", "thưa"],
    ],
)
def test_words_order_syllable_by_syllable_letters_before_tones(ordered):
    mixed = ordered[::-1]
    assert sorted(mixed, key=sort_key) == ordered


def test_signs_and_foreign_letters_never_share_a_letter_s_place():
    keys = [sort_key(sign) for sign in [*LETTERS, *"fjwz", *"[]\\^_`{|}~@"]]
    assert len(set(keys)) == len(keys)


@given(PHRASES, PHRASES)
def test_order_is_the_same_for_decomposed_text_and_parts_what_differs(one, two):
    assert sort_key(one) == sort_key(nfd(one)) == sort_key(one.upper())
    if sort_key(one) == sort_key(two):
        # Only where a tone stands can be all that differs.
        assert search_key(one) == search_key(two)


@given(PHRASES, PHRASES)
def test_a_beginning_comes_before_what_goes_on(one, two):
    assert sort_key(one) < sort_key(f"{one} {two}")


def test_people_order_by_given_name_then_family_name():
    ordered = [
        "Đặng Văn An", "Lê An", "Nguyễn Văn An", "Bùi Án", "Nguyễn Văn Ánh", "Ân", "Trần Thị Bình",
        "Phạm Thủy", "Vũ Thị Thuỷ", "Hà Thúy",
    ]  # fmt: skip
    mixed = ordered[::-1]
    assert sorted(mixed, key=name_sort_key) == ordered


@pytest.mark.parametrize("odd", ["", " ", "\u0301", "đ\u0301", "ﬁ", "İ", "漢字", "🙂"])
def test_odd_text_has_keys_too(odd):
    for key in (search_key, sort_key, name_sort_key, tidy, nfc):
        assert isinstance(key(odd), str)
