"""The PIN that ends the kiosk."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.kiosk.pin import PinHash, hash_pin, is_right


def test_a_pin_is_known_again_and_no_other():
    kept = PinHash.of(hash_pin("284631").data())
    assert is_right(kept, "284631")
    assert not is_right(kept, "284630")
    assert not is_right(kept, "")


def test_the_same_pin_is_hashed_otherwise_each_time_and_shown_by_none():
    first, second = hash_pin("284631"), hash_pin("284631")
    assert first.digest != second.digest
    assert "284631" not in str(first.data())
    assert "digest" not in repr(first)


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("12345", "kiosk.pin_digits"), ("", "kiosk.pin_digits"), ("12a456", "kiosk.pin_digits"),
        ("1234567890123", "kiosk.pin_digits"), ("٢٨٤٦٣١", "kiosk.pin_digits"),
        ("777777", "kiosk.pin_simple"), ("123456", "kiosk.pin_simple"),
        ("987654", "kiosk.pin_simple"),
    ],
)  # fmt: skip
def test_a_pin_that_is_guessed_at_once_is_refused(pin, code):
    with pytest.raises(UserError) as refused:
        hash_pin(pin)
    assert refused.value.code == code
