"""Takes name and address from the QR of an identity card, and nothing else (DOMAIN §5).

The QR holds `number|old number|name|ddMMyyyy|sex|place of residence|issued on`, seven or more
fields. The number and the other fields are looked at to know a whole card, and let go.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from models.text import nfc, search_key, tidy

_FEWEST_FIELDS: Final = 7
_NUMBER: Final = re.compile(r"[0-9]{12}")
_OLD_NUMBER: Final = re.compile(r"[0-9]{9}|[0-9]{12}|")
_DAY: Final = re.compile(r"[0-9]{4}(?:[0-9]{4})?")
_SEXES: Final = frozenset({"nam", "nu"})
_BEGIN: Final = re.compile(r"[0-9]{12}\|[0-9]{0,12}\|")
# What scanners may send ahead of the content: the mark of the QR symbology.
_SYMBOLOGY: Final = re.compile(r"^\][Qq][0-9]")
# UTF-8 that the scanner typed as single bytes and that tidying would hide: à and í.
_HIDDEN_DAMAGE: Final = re.compile("Ã[\u00a0\u00ad]")
_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS: Final = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
# With the letters of names from the Central Highlands.
_LETTERS: Final = frozenset("abcdđefghijklmnopqrstuvwxyzñčĕĭŏŭƀ") | {
    nfc(vowel + tone) for vowel, tone in product(_VOWELS, _TONES)
}
_IN_NAMES: Final = frozenset(" .'’-")
_IN_ADDRESSES: Final = frozenset(" 0123456789.,;:'’\"/\\()-–+&#_")


@dataclass(frozen=True, slots=True)
class CardHolder:
    """The name and the place of residence on a card; never shown by repr, so never in a log."""

    name: str = field(repr=False)
    address: str = field(repr=False)


def is_card(text: str) -> bool:
    """Say whether an identity card was scanned into `text`, readable or not, alone or not.

    Such a text must not be kept: it holds the card's number.
    """
    return _BEGIN.search(text) is not None or text.count("|") >= _FEWEST_FIELDS - 1


def read_card(text: str) -> CardHolder | None:
    """Return the holder of a scanned card; None when it is no card or arrived damaged.

    What a scanner adds in front or behind (symbology mark, TAB, line ends) is ignored.
    """
    fields = [tidy(part) for part in _SYMBOLOGY.sub("", _content(text)).split("|")]
    if len(fields) < _FEWEST_FIELDS or _HIDDEN_DAMAGE.search(nfc(text)):
        return None
    number, old_number, name, born, sex, address, issued = fields[:_FEWEST_FIELDS]
    is_whole = (
        _NUMBER.fullmatch(number) is not None
        and _OLD_NUMBER.fullmatch(old_number) is not None
        and _DAY.fullmatch(born) is not None
        and search_key(sex) in _SEXES
        and _DAY.fullmatch(issued) is not None
        and name != ""
        and _is_vietnamese(name, _IN_NAMES)
        and _is_vietnamese(address, _IN_ADDRESSES)
    )
    return CardHolder(name, address) if is_whole else None


def _content(text: str) -> str:
    """Return `text` without control and invisible characters at its ends."""
    first, last = 0, len(text)
    while first < last and _is_outside(text[first]):
        first += 1
    while last > first and _is_outside(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_outside(mark: str) -> bool:
    return mark.isspace() or unicodedata.category(mark) in {"Cc", "Cf"}


def _is_vietnamese(text: str, signs: frozenset[str]) -> bool:
    return all(mark in signs or mark in _LETTERS for mark in text.casefold())
