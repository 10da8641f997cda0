"""What the search index holds of a household: folded words, and the digits of its codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from models.text import search_key

_WORDS: Final = ("name", "house_number", "street", "address", "hamlet")
_DIGITS: Final = ("code", "place_id", "phone", "list_code")


def search_words(values: Mapping[str, Any]) -> str:
    """Return the words under which a household is found, without marks and case."""
    texts = [values[name] for name in _WORDS if values.get(name)]
    return search_key(" ".join(texts))


def search_digits(values: Mapping[str, Any]) -> str:
    """Return the codes and the telephone under any part of which a household is found."""
    return " ".join([values[name] for name in _DIGITS if values.get(name)]).casefold()
