"""What the search index holds of a household: folded words, and the digits of its codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from models.text import search_key

WORD: Final = re.compile(r"[^\W_]+")
SEARCHED_WORDS: Final = ("name", "house_number", "street", "address", "hamlet")
SEARCHED_DIGITS: Final = ("code", "place_id", "phone", "list_code")


def search_words(values: Mapping[str, Any]) -> str:
    """Return the words under which a household is found, without marks and case.

    A word that stands both in a name and in an address may come twice.
    """
    # Neighbours share a place, a street's numbers are those of the next one, and many bear a name:
    # each of the three is put into words once.
    number, _, place = (values["address"] or "").partition(",")
    parts = (
        _words(values["name"] or ""),
        _words(values["house_number"] or "", number),
        _words(values["street"] or "", place, values["hamlet"] or ""),
    )
    return " ".join(filter(None, parts))


@lru_cache(maxsize=50_000)
def _words(*texts: str) -> str:
    key = search_key(" ".join(texts))
    # Most texts are letters and digits alone, and need no search for what else there is.
    words = key.split() if key.replace(" ", "").isalnum() else WORD.findall(key)
    return " ".join(dict.fromkeys(words))


def search_digits(values: Mapping[str, Any]) -> str:
    """Return the codes and the telephone under any part of which a household is found."""
    return " ".join([values[name] for name in SEARCHED_DIGITS if values[name]]).casefold()
