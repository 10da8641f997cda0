"""The second factor, by the vectors of RFC 6238 and as people use it."""

from __future__ import annotations

import pytest

from models.accounts.second_factor import (
    DIGITS,
    SECRET_BYTES,
    STEP_S,
    matching_step,
    new_secret,
    provisioning_uri,
    spelled,
)

SECRET = b"12345678901234567890"
# RFC 6238, Appendix B: seconds and the last six of the eight digits (SHA-1).
VECTORS = [
    (59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"),
    (2000000000, "279037"), (20000000000, "353130"),
]  # fmt: skip


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_the_codes_are_those_of_the_standard(seconds, code):
    assert matching_step(SECRET, code, seconds * 1000, after=-1) == seconds // STEP_S


def test_a_telephone_may_be_half_a_minute_off_and_no_more():
    seconds, code = VECTORS[2]
    for off, expected in ((-60, None), (-30, True), (0, True), (30, True), (60, None)):
        found = matching_step(SECRET, code, (seconds + off) * 1000, after=-1)
        assert (found is not None) is bool(expected), off


def test_no_code_is_taken_twice():
    seconds, code = VECTORS[2]
    step = matching_step(SECRET, code, seconds * 1000, after=-1)
    assert matching_step(SECRET, code, seconds * 1000, after=step) is None


@pytest.mark.parametrize("typed", ["050 471", " 050471 ", "050-471", "０５０４７１", "٠٥٠٤٧١"])
def test_it_is_read_however_it_is_typed(typed):
    assert matching_step(SECRET, typed, 1111111111_000, after=-1) is not None


@pytest.mark.parametrize("typed", ["", "050472", "50471", "0504711", "mã", "²²²²²²"])
def test_nothing_else_is_a_code(typed):
    assert matching_step(SECRET, typed, 1111111111_000, after=-1) is None


def test_a_secret_is_random_and_can_be_scanned_or_typed():
    made = {new_secret() for _ in range(50)}
    assert len(made) == 50
    assert {len(secret) for secret in made} == {SECRET_BYTES}
    uri = provisioning_uri(SECRET, "Nguyễn Văn A")
    assert uri.startswith("otpauth://totp/motcua:Nguy")
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in uri
    assert f"digits={DIGITS}" in uri
    assert spelled(SECRET).replace(" ", "") in uri
