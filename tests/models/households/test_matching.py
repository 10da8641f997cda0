"""What is joined without asking, what is shown to a person, and what stays alone."""

from __future__ import annotations

import pytest

from models.households.matching import Candidate, Pair, duplicates, match

STREET = "đường Trần Phú, Khu 1, phường Quang Trung, thành phố Uông Bí"


def entry(key, name, address="", hamlet="Khu 1", **more):
    return Candidate(key, more.pop("unit", "06811"), hamlet, name, address, **more)


# People whose names make a dictionary of given names: in other hamlets, so nobody's rivals.
TOWN = [
    entry(f"t{place}", f"Lê {middle} {given}", f"Số nhà {place + 500}, đường Lê Lợi", f"Khu {khu}")
    for place, (given, middle, khu) in enumerate(
        (given, middle, khu)
        for given in ("Hùng", "Hưng", "Thảo", "Thoa", "Nam", "Năm")
        for middle, khu in (("Bá", 7), ("Đình", 8), ("Trọng", 9))
    )
]


def matched(rows, register):
    return match(rows, [*register, *TOWN])


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
        ("NGUYEN VAN HUNG", "SN 12 Tran Phu KP1 P. Quang Trung"),
        ("Nguyễn Văn Hùngg", "12 Trần Phú"),
        ("Ngyuễn Văn Hùng", "số 12, đ. Trần Phú, phường Uông Bí"),
        ("Hùng Nguyễn Văn", f"Số nhà 12, {STREET}"),
        ("Nguyễn Văn Hùng", STREET),
    ],
)
def test_a_name_with_its_address_is_joined(name, address):
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
                entry(2, "Trần Thị Lan", f"Số nhà 14, {STREET}")]  # fmt: skip
    found = matched([entry("a", name, address)], register)
    assert found.joined == {"a": 1}
    assert (found.likely, found.alone) == ((), ())


def test_a_code_joins_whatever_the_name_says():
    register = [entry(1, "Nguyễn Văn Nam", code="0220100001"), entry(2, "Phạm Thị Hoa")]
    found = matched([entry("a", "Phạm Thị Hoa", code="0220100001")], register)
    assert found.joined == {"a": 1}


def test_a_code_that_stands_twice_says_nothing():
    register = [entry(1, "Nguyễn Văn Nam", code="0220100001"),
                entry(2, "Phạm Thị Hoa", "số 5 Trần Phú", code="0220100001")]  # fmt: skip
    found = matched([entry("a", "Phạm Thị Hoa", "5 Trần Phú", code="0220100001"),
                     entry("b", "Đỗ Văn Kha", code="0220100001")], register)  # fmt: skip
    assert found.joined == {"a": 2}
    assert found.alone == ("b",)


def test_a_code_that_two_rows_have_joins_neither():
    rows = [entry("a", "Đỗ Văn Kha", code="0220100001"),
            entry("b", "Phạm Thị Hoa", code="0220100001")]  # fmt: skip
    found = matched(rows, [entry(1, "Nguyễn Văn Nam", code="0220100001")])
    assert found.alone == ("a", "b")


def test_a_lists_own_code_joins_within_the_unit_unless_the_name_is_another():
    register = [entry(1, "Nguyễn Văn Nam", list_code="hb-1"),
                entry(2, "Đỗ Thị Bưởi", list_code="2")]  # fmt: skip
    rows = [entry("a", "Nguyễn Thị Nam", list_code="HB-1"),
            entry("b", "Trần Quốc Toản", list_code="2"),
            entry("c", "Nguyễn Văn Nam", unit="06820", list_code="HB-1")]  # fmt: skip
    found = matched(rows, register)
    assert found.joined == {"a": 1}
    assert found.alone == ("b", "c")


def test_the_digital_code_goes_before_the_lists_own():
    register = [entry(1, "Nguyễn Văn Nam", code="0220100001"),
                entry(2, "Nguyễn Văn Nam", list_code="7")]  # fmt: skip
    row = entry("a", "Nguyễn Văn Nam", code="0220100001", list_code="7")
    assert matched([row], register).joined == {"a": 1}
    register = [entry(1, "Nguyễn Văn Nam", code="0220100001", list_code="7")]
    rows = [entry("a", "Phạm Thị Hoa", code="0220100001"),
            entry("b", "Nguyễn Văn Nam", list_code="7")]  # fmt: skip
    assert matched(rows, register).joined == {"a": 1}


def test_another_house_number_is_never_joined():
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}")]
    found = matched([entry("a", "Nguyễn Văn Hùng", f"Số nhà 13, {STREET}")], register)
    assert not found.joined
    assert [pair.household for pair in found.likely] == [1]


def test_a_namesake_streets_away_is_not_even_shown():
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}")]
    row = entry("a", "Nguyễn Văn Hùng", "Số nhà 340, đường Bãi Sậy")
    assert matched([row], register).alone == ("a",)


@pytest.mark.parametrize("brother", ["Nguyễn Văn Hưng", "Nguyễn Văn Nam"])
def test_a_brother_at_the_same_address_is_another_household(brother):
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}")]
    assert not matched([entry("a", brother, f"Số nhà 12, {STREET}")], register).joined


def test_brothers_without_marks_are_shown_both_with_them_joined():
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
                entry(2, "Nguyễn Văn Hưng", f"Số nhà 12, {STREET}")]  # fmt: skip
    bare = matched([entry("a", "Nguyen Van Hung", "12 Tran Phu")], register)
    assert not bare.joined
    assert {pair.household for pair in bare.likely} == {1, 2}
    marked = matched([entry("a", "Nguyễn Văn Hưng", "12 Trần Phú")], register)
    assert marked.joined == {"a": 2}


def test_what_is_left_of_two_is_joined_once_the_other_is():
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
                entry(2, "Nguyễn Văn Hưng", f"Số nhà 12, {STREET}")]  # fmt: skip
    rows = [entry("a", "Nguyen Van Hung", "SN 12"),
            entry("b", "Nguyễn Văn Hưng", f"Số nhà 12, {STREET}")]  # fmt: skip
    assert not matched(rows[:1], register).joined
    assert matched(rows, register).joined == {"a": 1, "b": 2}


def test_two_rows_for_one_household_are_left_to_a_person():
    register = [entry(1, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}")]
    rows = [entry(key, "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}") for key in "ab"]
    found = matched(rows, register)
    assert not found.joined
    assert {pair.row for pair in found.likely} == {"a", "b"}


def test_a_name_alone_is_shown_unless_nobody_else_in_the_unit_bears_it():
    register = [entry(1, "Nguyễn Văn Nam"), entry(2, "Nguyễn Văn Nam", hamlet="Khu 2"),
                entry(3, "Khúc Thừa Dụ")]  # fmt: skip
    found = matched([entry("a", "Nguyễn Văn Nam"), entry("b", "Khúc Thừa Dụ")], register)
    assert found.joined == {"b": 3}
    assert found.likely == (Pair("a", 1, found.likely[0].score),)


def test_a_year_of_birth_speaks_for_and_against():
    register = [entry(1, "Nguyễn Văn Nam", birth_year=1960),
                entry(2, "Nguyễn Văn Nam", birth_year=1980)]  # fmt: skip
    found = matched([entry("a", "Nguyễn Văn Nam", birth_year=1980)], register)
    assert found.joined == {"a": 2}
    other = matched([entry("a", "Khúc Thừa Dụ", f"Số 1, {STREET}", birth_year=1950)],
                    [entry(1, "Khúc Thừa Dụ", f"Số 1, {STREET}", birth_year=1990)])  # fmt: skip
    assert not other.joined


def test_a_wrong_hamlet_is_found_within_the_unit_only():
    register = [entry(1, "Nguyễn Văn Nam", "Số nhà 12, đường Trần Phú"),
                entry(2, "Đỗ Thị Lan", "Số nhà 12, đường Lê Lợi", unit="06820")]  # fmt: skip
    rows = [entry("a", "Nguyễn Văn Nam", "12 Trần Phú", "Khu 3"),
            entry("b", "Đỗ Thị Lan", "12 Lê Lợi", "Khu 3")]  # fmt: skip
    found = matched(rows, register)
    assert found.joined == {"a": 1}
    assert found.alone == ("b",)


def test_across_hamlets_the_street_must_agree():
    register = [entry(1, "Nguyễn Văn Nam", "Số nhà 12, đường Bãi Sậy")]
    assert not matched([entry("a", "Nguyễn Văn Nam", "12 Tô Hiệu", "Khu 3")], register).joined


def test_hamlets_are_one_however_they_are_written():
    register = [entry(1, "Nguyễn Văn Nam", "Số nhà 12, đường Trần Phú", "Khu 5")]
    row = entry("a", "Nguyễn Văn Nam", "12 Trần Phú", "KP 05")
    assert matched([row], register).joined == {"a": 1}


def test_the_most_certain_row_is_shown_first_and_at_most_three_of_each():
    register = [entry(place, "Nguyễn Văn Nam", f"tổ {place}") for place in range(5)]
    register.append(entry(9, "Trần Thị Thoa", f"Số nhà 31, {STREET}"))
    rows = [entry("a", "Nguyễn Văn Nam"), entry("b", "Trần Thị Thảo", f"Số nhà 31, {STREET}")]
    found = matched(rows, register)
    assert [pair.row for pair in found.likely] == ["b", "a", "a", "a"]
    scores = [pair.score for pair in found.likely]
    assert scores == sorted(scores, reverse=True)


def test_nothing_matches_nothing():
    only = [entry("a", "", "")]
    assert match([], only).alone == ()
    assert match(only, []).alone == ("a",)
    assert match(only, [entry(1, "", "")]).alone == ("a",)
    assert duplicates([]) == duplicates(only) == []


def test_a_key_stands_for_one_entry():
    twice = [entry("a", "Nguyễn Văn Nam"), entry("a", "Trần Thị Lan")]
    for call in (lambda: match(twice, []), lambda: match([], twice), lambda: duplicates(twice)):
        with pytest.raises(ValueError, match="one key"):
            call()


def test_duplicates_are_found_once_and_the_surest_first():
    rows = [entry("a", "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
            entry("b", "Trần Thị Lan", f"Số nhà 14, {STREET}"),
            entry("c", "nguyen van hung", "SN 12 Tran Phu, K1"),
            entry("d", "Tràn Thị Lann", f"Số nhà 14, {STREET}", "Khu 2")]  # fmt: skip
    found = duplicates([*rows, *TOWN])
    assert [(pair.first, pair.second, pair.is_sure) for pair in found] == [
        ("a", "c", True), ("b", "d", False),
    ]  # fmt: skip


def test_namesakes_and_brothers_are_no_duplicates():
    rows = [entry("a", "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
            entry("b", "Nguyễn Văn Nam", f"Số nhà 12, {STREET}"),
            entry("c", "Nguyễn Văn Hùng", f"Số nhà 80, {STREET}")]  # fmt: skip
    assert duplicates([*rows, *TOWN]) == []


def test_a_duplicate_with_two_partners_is_not_sure():
    rows = [entry("a", "Nguyễn Văn Hùng", f"Số nhà 12, {STREET}"),
            entry("b", "Nguyễn Văn Hưng", f"Số nhà 12, {STREET}"),
            entry("c", "Nguyen Van Hung", f"Số nhà 12, {STREET}")]  # fmt: skip
    found = duplicates([*rows, *TOWN])
    assert {(pair.first, pair.second) for pair in found} >= {("a", "c"), ("b", "c")}
    assert not any(pair.is_sure for pair in found)


def test_rows_that_share_a_code_are_shown_as_duplicates():
    rows = [entry("a", "Nguyễn Văn Hùng", code="0220100001"), entry("b", "Đỗ Thị Lan"),
            entry("c", "Phạm Thị Hoa", unit="06820", code="0220100001")]  # fmt: skip
    (pair,) = duplicates(rows)
    assert (pair.first, pair.second, pair.is_sure) == ("a", "c", False)


def test_rows_that_share_a_code_and_a_name_are_one_pair():
    rows = [entry(key, "Khúc Thừa Dụ", f"Số nhà 7, {STREET}", code="0220100001") for key in "ab"]
    (pair,) = duplicates(rows)
    assert (pair.first, pair.second, pair.is_sure) == ("a", "b", True)


def test_the_search_for_duplicates_can_be_ended_midway():
    asked: list[int] = []
    assert duplicates(TOWN, lambda: asked.append(1)) == duplicates(TOWN)
    left = len(asked) - 1

    def ask() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        duplicates(TOWN, ask)
