"""Keeps the answers to what is asked again and again in the order in which they were asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Newest(Generic[T]):
    """Hands answers on, but none that was asked for before the last one that was handed on.

    Two reads run at a time, so that the older may answer last; it would stand until the next
    change. To stop the older would not do: where something changes all the time none would answer.
    """

    def __init__(self, done: Callable[[T], Any]) -> None:
        self._done = done
        self._asked = self._answered = 0

    def answer(self) -> Callable[[T], None]:
        """Return what takes the answer to what is asked now."""
        self._asked += 1
        return partial(self._take, self._asked)

    def _take(self, number: int, found: T) -> None:
        if number > self._answered:
            self._answered = number
            self._done(found)
