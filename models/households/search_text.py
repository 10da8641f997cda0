"""What the search index holds of a household: folded words, and the digits of its codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from sys import intern
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
    return " ".join(dict.fromkeys(chain.from_iterable(map(_words, parts))))


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    key = search_key(text)
    # Most texts are letters and digits alone, and need no search for what else there is.
    words = key.split() if key.replace(" ", "").isalnum() else WORD.findall(key)
    # The same words again and again: one of each is kept, and compared by where it lies.
    return tuple(map(intern, words))


def search_digits(values: Mapping[str, Any]) -> str:
    """Return the codes and the telephone under any part of which a household is found."""
    return " ".join([values[name] for name in SEARCHED_DIGITS if values[name]]).casefold()
