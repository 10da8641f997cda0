"""Invented heads of households: names as frequent as they are among Vietnamese families."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, TypeVar

_Item = TypeVar("_Item")
_MEN: Final = 0.68
# How often a relative of the same sex bears the middle name too.
_SAME_MIDDLE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Chance:
    """Draws from a source of numbers in [0, 1); only this, so that draws stay the same for ever."""

    share: Callable[[], float]

    def of(self, items: Sequence[_Item]) -> _Item:
        """Return one of `items`, each as likely."""
        return items[int(self.share() * len(items))]


@dataclass(frozen=True, slots=True)
class Names:
    """Names with how often they are given."""

    words: tuple[str, ...]
    ends: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Names:
        """Make a draw of names by weight."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    def draw(self, chance: Chance) -> str:
        """Return one name, the frequent ones more often."""
        return self.words[bisect(self.ends, chance.share() * self.ends[-1])]


@dataclass(frozen=True, slots=True)
class Town:
    """The names that people of a place bear."""

    family: Names
    middle: Mapping[bool, Names]
    given: Mapping[bool, Names]

    @classmethod
    def of(cls, names: Mapping[str, Mapping[str, float]]) -> Town:
        """Make a town of tables of names with their weights."""
        return cls(
            Names.of(names["family"]),
            {True: Names.of(names["man_middle"]), False: Names.of(names["woman_middle"])},
            {True: Names.of(names["man_given"]), False: Names.of(names["woman_given"])},
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A head of household."""

    family: str
    middle: str
    given: str
    is_man: bool

    @property
    def name(self) -> str:
        """Return the whole name, family name first."""
        return f"{self.family} {self.middle} {self.given}"


def person(town: Town, chance: Chance) -> Person:
    """Return somebody of the town."""
    is_man = chance.share() < _MEN
    return Person(
        town.family.draw(chance), town.middle[is_man].draw(chance),
        town.given[is_man].draw(chance), is_man,
    )  # fmt: skip


def relative(head: Person, town: Town, chance: Chance) -> Person:
    """Return a brother, sister or child of `head`: the family name, often the middle name."""
    is_man = chance.share() < _MEN
    keeps = is_man == head.is_man and chance.share() < _SAME_MIDDLE
    middle = head.middle if keeps else town.middle[is_man].draw(chance)
    given = town.given[is_man].draw(chance)
    while given == head.given:
        given = town.given[is_man].draw(chance)
    return Person(head.family, middle, given, is_man)
