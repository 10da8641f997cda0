"""Patterns: what matches, and what is kept from running away."""

from __future__ import annotations

import time

import pytest

from models.questionnaires.patterns import PatternError, check_pattern, matches


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", "a.b@c.vn", True),
        (r"0(3|5|7|8|9)[0-9]{8}", "0912345678", True),
        (r"([0-9]{3},)*[0-9]{3}", "123,456", True),
        (r"\d{5}-?\d{5}", "0681100001", True),
        (r"[]x\]]+", "]x]", True),
        (r"(?P<year>\d{4})-(?:0|1)\d", "2026-10", True),
        ("abc", "abcd", False),
        ("a*", "a" * 1000, True),
        ("a*", "a" * 1001, False),
    ],
)
def test_whole_text_matches(pattern, text, wanted):
    check_pattern(pattern)
    assert matches(text, pattern) is wanted


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("(a+)+b", "regex_risky"),
        ("(a|a)*b", "regex_risky"),
        ("(a|aa)+$", "regex_risky"),
        ("((a?){20}){20}b", "regex_risky"),
        ("(x*)*", "regex_risky"),
        ("a*" * 24 + "b", "regex_risky"),
        ("(a{1,30})*", "regex_risky"),
        ("a?" * 40 + "a" * 40, "regex_risky"),
        ("(", "regex_wrong"),
        (r"\p{L}+", "regex_wrong"),
        ("[[a]", "regex_wrong"),
        ("a" * 501, "regex_long"),
    ],
)
def test_refused(pattern, code):
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern)
    assert caught.value.code == f"questionnaires.{code}"
    assert matches("a", pattern) is False


@pytest.mark.parametrize(
    "pattern", ["a*a*a*b", "a*a*a*a*a*b", "(a*b?){3}c", ".*.*x", "(a|b|ab){9}c"]
)
def test_what_is_let_through_ends_soon(pattern):
    check_pattern(pattern)
    began = time.process_time()
    for length in (10, 20, 40, 80, 200, 1000):
        matches("a" * length, pattern)
        matches("ab" * (length // 2), pattern)
    # Without the limits the slowest of these would take hours.
    assert time.process_time() - began < 20
