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
    """Return the words under which a household is found, each once, without marks and case."""
    parts: list[str] = []
    for name in SEARCHED_WORDS:
        # An address is a number and a street before a place that a register says all over.
        parts += (values[name] or "").split(",", 2)
    return " ".join(dict.fromkeys(" ".join([_words(part) for part in parts]).split()))


@lru_cache(maxsize=50_000)
def _words(text: str) -> str:
    return " ".join(WORD.findall(search_key(text)))


def search_digits(values: Mapping[str, Any]) -> str:
    """Return the codes and the telephone under any part of which a household is found."""
    return " ".join([values[name] for name in SEARCHED_DIGITS if values[name]]).casefold()
