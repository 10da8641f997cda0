from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.settings.queries import parse
from models.settings.record import Settings
from models.units.unit import UnitRegister, shipped_units
from ui.settings.values import (
    SPLIT,
    changed,
    lines,
    merged,
    reason_code,
    settings_values,
    share_text,
    share_value,
    split_units,
)

REGISTER = UnitRegister(shipped_units())


def test_every_value_comes_back_as_the_setting_it_was() -> None:
    settings = replace(Settings(), target=Decimal("90.5"), year_start=(12, 21), place="Uông Bí")
    values = settings_values(settings, REGISTER)
    for key, value in values.items():
        if not key.startswith(SPLIT):
            assert parse(key, value) == getattr(settings, key)


def test_split_units_wait_or_are_settled() -> None:
    assert {unit.code for unit in split_units(REGISTER)} == {"06820", "07180"}
    waiting = settings_values(Settings(), REGISTER)
    assert waiting["split:06820"] == ""
    settled = UnitRegister(shipped_units(), {"06820": "06811"})
    assert settings_values(Settings(), settled)["split:06820"] == "06811"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("90", "90"), ("90,5", "90.5"), ("90.50", "90.5"), (" 90 % ", "90"), ("100", "100"),
     ("0", "0"), ("abc", "abc"), ("", ""), ("NaN", "NaN")],
)  # fmt: skip
def test_a_share_is_typed_with_a_comma(typed: str, value: str) -> None:
    assert share_value(typed) == value


@given(st.decimals(min_value="0.01", max_value=100, places=2))
def test_a_share_is_read_as_it_is_written(share: Decimal) -> None:
    value = share_value(str(share))
    assert Decimal(value) == share
    assert share_value(share_text(value)) == value


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=4),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=4),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=4),
)
def test_what_was_typed_stays_and_the_rest_moves(
    typed: dict[str, int], stored: dict[str, int], fresh: dict[str, int]
) -> None:
    shown = merged(typed, stored, fresh)
    for key in "abcd":
        assert shown[key] == (typed[key] if typed[key] != stored[key] else fresh[key])
    assert changed(shown, fresh).keys() <= changed(typed, stored).keys()


@pytest.mark.parametrize(
    ("words", "code"),
    [("Đã ký tên người khác", "da_ky_ten_nguoi_khac"), ("  ", "ly_do"), ("Khác", "khac_2"),
     ("(?)", "ly_do")],
)  # fmt: skip
def test_a_new_reason_gets_a_code_of_its_own(words: str, code: str) -> None:
    assert reason_code(words, {"khac"}) == code


def test_lines_are_tidy() -> None:
    assert lines(" Như  trên \n\n  UBND tỉnh\n") == ["Như trên", "UBND tỉnh"]
