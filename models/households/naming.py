"""How hamlets, houses and households are named, compared and ordered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from models.text import search_key, sort_key, tidy

_KINDS: Final = (
    ("Khu phố", ("kp", "khu pho")),
    ("Tổ dân phố", ("tdp", "to dan pho")),
    ("Khu", ("k", "khu")),
    ("Thôn", ("t", "thon")),
    ("Tổ", ("to",)),
    ("Xóm", ("x", "xom")),
    ("Ấp", ("ap",)),
    ("Bản", ("ban",)),
)
_NUMBERED: Final = re.compile(r"^(?P<kind>[^\W\d_]+(?: [^\W\d_]+)*)[. ]*0*(?P<rest>\d+[a-z]?)$")
_BARE: Final = re.compile(r"^0*(\d+[a-z]?)$")
_DIGITS: Final = re.compile(r"\d+")
_BEYOND: Final = "~"
# Where a household stands in its hamlet whose data was erased: behind all others. No `order_key` is
# without a tabulator.
ERASED_PLACE: Final = "~~"
# The letters of `models.text.sort_key` in one byte each, above the digits: the key stands in the
# table and in its index, and a household must not cost more there than its name.
_COMPACT: Final = {0xE000 + place: 0x41 + place for place in range(33)}


@lru_cache(maxsize=20_000)
def hamlet_name(text: str) -> str:
    """Return a hamlet's name in one form: `KHU 05`, `khu 5`, `K.5` give `Khu 5`.

    A bare number stays one; any other name is kept as it is written, tidied.
    """
    plain = tidy(text)
    key = search_key(plain)
    if bare := _BARE.match(key):
        return bare.group(1).upper()
    numbered = _NUMBERED.match(key)
    if numbered:
        for name, short in _KINDS:
            if numbered.group("kind").strip() in short:
                return f"{name} {numbered.group('rest').upper()}"
    return plain


def row_words(unit: str, hamlet: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the words that a listed household's id is derived from, see `ListRow.key`."""
    code = fields.get("list_code")
    if code:
        return ("code", unit, "".join(str(code).casefold().split()))
    parts = [fields.get(name) or "" for name in ("address", "house_number", "street", "name")]
    return ("row", unit, search_key(hamlet), *(search_key(str(part)) for part in parts))


@lru_cache(maxsize=20_000)
def natural_key(text: str) -> str:
    """Return a key that orders texts with numbers as people do: `Ngõ 2` before `Ngõ 10`."""
    padded = _DIGITS.sub(lambda found: f"{int(found.group()):06d}", text[:200])
    return sort_key(padded).translate(_COMPACT)


def order_key(street: str, house_number: str, address: str, name: str) -> str:
    """Return the key by which a hamlet is walked: street, number, then address and name.

    Households without a street come last. Compared as plain strings.
    """
    number = natural_key(house_number) if house_number else _BEYOND
    rest = "" if house_number else natural_key(address)
    return "\t".join((natural_key(street) if street else _BEYOND, number, rest, _name_key(name)))


@lru_cache(maxsize=20_000)
def _name_key(name: str) -> str:
    return sort_key(name).translate(_COMPACT)
