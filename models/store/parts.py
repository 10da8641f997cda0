"""Cuts what a statement is asked about into parts: databases limit how much one statement takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

_Value = TypeVar("_Value")
_MOST_BOUND: Final = 500


def in_parts(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield `values` in their order, in lists of as many as one statement is asked about."""
    every = list(values)
    for start in range(0, len(every), _MOST_BOUND):
        yield every[start : start + _MOST_BOUND]
