"""What a walk sheet's QR says of a household without a code."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.marks import household_mark, read_mark


@given(st.uuids())
def test_a_mark_names_its_household(household):
    mark = household_mark(household)
    assert read_mark(mark) == household
    assert read_mark(f"  {mark.upper()}\t\n") == household


@pytest.mark.parametrize(
    "text",
    ["", "motcua:", "0203012345", "motcua:0190f0e2", f"{UUID(int=1)}", f"motcua:{UUID(int=1)}0",
     f"http://motcua:{UUID(int=1)}", "motcua:z190f0e2-7b1c-7d9a-9c3e-0123456789ab"],
)  # fmt: skip
def test_nothing_else_is_one(text):
    assert read_mark(text) is None
