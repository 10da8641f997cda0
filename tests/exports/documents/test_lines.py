"""Headings are broken into even lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.utils import simpleSplit

from exports.writers import fonts
from exports.writers.lines import even_lines

WIDTH = 390.0


def test_no_line_ends_in_a_single_word() -> None:
    subject = "Kết quả khảo sát mức độ hài lòng của người dân tháng 12 năm 2023"
    fonts.register()
    assert simpleSplit(subject, fonts.BOLD, 14, WIDTH)[-1] == "2023"
    lines = even_lines(subject, fonts.BOLD, 14, WIDTH)
    assert len(lines) == 2
    first, second = (fonts.width(line, fonts.BOLD, 14) for line in lines)
    assert abs(first - second) < 90


@pytest.mark.parametrize("text", ["", "Phiếu", "Kết quả khảo sát"])
def test_what_fits_one_line_stays_one(text: str) -> None:
    assert " ".join(even_lines(text, fonts.BOLD, 14, WIDTH)) == text


@given(st.lists(st.sampled_from(["một", "cửa", "khảo", "sát", "2023", "nghiêng"]), max_size=40))
def test_no_word_is_lost_and_no_line_added_or_too_wide(words: list[str]) -> None:
    text = " ".join(words)
    lines = even_lines(text, fonts.BOLD, 14, WIDTH)
    assert " ".join(lines).split() == words
    assert len(lines) == len(simpleSplit(text, fonts.BOLD, 14, WIDTH))
    assert all(fonts.width(line, fonts.BOLD, 14) <= WIDTH for line in lines)
