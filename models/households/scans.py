"""Tells what a scanner typed into the one box for scans: a plate, an identity card, or words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.households.cards import CardHolder, is_card, read_card
from models.households.codes import read_code, read_place_id
from models.households.phones import is_mobile
from models.households.readings import joined_digits, plain

ScanKind = Literal["code", "place_id", "card", "plain"]


@dataclass(frozen=True, slots=True)
class Scan:
    """What was scanned.

    `value` is the code's or identifier's digits, or the plain words; "" for a card, of which only
    `holder` is left, None if the card could not be read (`households.card_damaged` says so).
    `may_be_phone` marks a bare code that is a mobile number just as well.
    """

    kind: ScanKind
    value: str = ""
    holder: CardHolder | None = None
    may_be_phone: bool = False


def classify(text: str) -> Scan:
    """Return what `text` is; a text that holds both a code and an identifier counts as a code.

    Ten bare digits are a code even if they may be a telephone number: who finds no household by
    the code may look for the number.
    """
    if is_card(text):
        return Scan("card", holder=read_card(text))
    if code := read_code(text):
        is_bare = joined_digits(plain(text)) == code
        return Scan("code", code, may_be_phone=is_bare and is_mobile(code))
    if place_id := read_place_id(text):
        return Scan("place_id", place_id)
    return Scan("plain", plain(text))
