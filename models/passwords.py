"""What a password must be (DOMAIN §6): long and of every class, or backed by a second factor."""

from __future__ import annotations

from typing import Final

from models.errors import UserError
from models.text import nfc

LEAST: Final = 14
LEAST_WITH_SECOND_FACTOR: Final = 8
_CLASSES: Final = 4


def check_password(password: str, *, has_second_factor: bool = False) -> None:
    """Raise UserError for a password that may not be set.

    14 characters with small and capital letters, digits and other signs; or 8 of any kind where a
    second factor is asked for too. Letters of any script count.
    """
    text = nfc(password)
    if has_second_factor:
        if len(text) < LEAST_WITH_SECOND_FACTOR:
            raise UserError("accounts.password_short", least=LEAST_WITH_SECOND_FACTOR)
        return
    if len(text) < LEAST:
        raise UserError("accounts.password_short", least=LEAST)
    if len(classes(text)) < _CLASSES:
        raise UserError("accounts.password_simple")


def classes(text: str) -> set[str]:
    """Return which of "small", "capital", "digit" and "sign" a text has."""
    return {
        "small" if letter.islower()
        else "capital" if letter.isupper()
        else "digit" if letter.isdecimal()
        else "sign"
        for letter in text
    }  # fmt: skip
