"""How much speaks for two entries being one household: points out of 100.

A name counts for half, the house and its street for most of the rest; the tổ and the year of
birth count where both lists know them. What is not said counts a little, for it speaks neither
way; what is said otherwise counts against.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from models.households.pairing import Lists, Pairs, Spelled, keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models.households.pairing import Places

    Points = NDArray[np.float32]

_NAME: Final = 0.52
# Marks that are there and differ tell Hùng from Hưng; lost marks tell nothing.
_MARKS: Final = 1.2
_SWAPPED: Final = 3.0
_HOUSE, _HOUSE_NEAR, _HOUSE_UNSAID, _HOUSE_SLIP, _HOUSE_OTHER = 24.0, 12.0, 8.0, -4.0, -16.0
_STREET, _STREET_NEAR, _STREET_UNSAID, _STREET_OTHER = 18.0, 10.0, 9.0, -6.0
_GROUP, _GROUP_OTHER = 3.0, -4.0
_YEAR, _YEAR_NEAR, _YEAR_OTHER = 10.0, 2.0, -14.0
# A name that nobody else in the unit bears says more than Nguyễn Văn Hùng.
_RARE: Final = 7.0
_EXACT: Final = 98.0
_SURE_NAME: Final = 80.0
_BORNE: Final = 3
_OTHER_GIVEN: Final = -10.0
_FAR: Final = -9.0
_STREET_ALIKE: Final = 80
_STREET_SOMEHOW: Final = 60


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs with their points; `may_join` where something but the name speaks for it."""

    row: Places
    household: Places
    points: Points
    may_join: NDArray[np.bool_]

    def where(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> Weighed:
        """Return the pairs that are `kept`, by a mask or by their places in a new order."""
        return Weighed(
            self.row[kept], self.household[kept], self.points[kept], self.may_join[kept]
        )  # fmt: skip

    def and_also(self, more: Weighed) -> Weighed:
        """Return these pairs and `more`."""
        import numpy as np

        return Weighed(
            np.concatenate((self.row, more.row)),
            np.concatenate((self.household, more.household)),
            np.concatenate((self.points, more.points)),
            np.concatenate((self.may_join, more.may_join)),
        )

    def but_for(self, others: Weighed) -> Weighed:
        """Return the pairs that are not among `others`."""
        import numpy as np

        size = np.int64(1 + max(self.household.max(initial=0), others.household.max(initial=0)))
        mine, theirs = (side.row * size + side.household for side in (self, others))
        return self.where(~np.isin(mine, theirs))

    def at_least(self, points: float) -> Weighed:
        """Return the pairs, each with `points` or more."""
        import numpy as np

        return replace(self, points=np.maximum(self.points, np.float32(points)))


def weigh(lists: Lists, pairs: Pairs) -> Weighed:
    """Return the pairs with their points."""
    import numpy as np

    lists.ask()
    names, houses, years = _names(lists, pairs), _houses(lists, pairs), _years(lists, pairs)
    streets, groups = _streets(lists, pairs), _groups(lists, pairs)
    exact = names > _EXACT
    rare = exact & _rare(lists, pairs)
    points = names * _NAME + houses + streets + groups + years + np.where(rare, _RARE, 0)
    one_given = _one_given(lists, pairs)
    points += np.where(one_given, 0, _OTHER_GIVEN) + (0 if pairs.is_near else _FAR)
    # Besides the name: the house, the year, or within the hamlet of an exact name the street, the
    # group, or that nobody else bears it.
    strong, nothing_against = (houses == _HOUSE) | (years == _YEAR), (streets > 0) & (groups >= 0)
    if pairs.is_near:
        weak = rare | (exact & ((streets == _STREET) | (groups == _GROUP)))
        may_join = (houses == _HOUSE) | ((strong | weak) & nothing_against)
    else:
        may_join = strong & (streets > 0)
    may_join &= (houses >= 0) & (years >= 0) & (names >= _SURE_NAME) & one_given
    return Weighed(pairs.row, pairs.household, np.clip(points, 0, 100), may_join)


def _rare(lists: Lists, pairs: Pairs) -> NDArray[np.bool_]:
    """Say of each pair whether its two names are borne once in either list's unit."""
    import numpy as np

    def alone(side: Spelled) -> NDArray[np.bool_]:
        names = keys(lists, side.numbers, ("unit", "ordered"))
        _, place, count = np.unique(names, return_inverse=True, return_counts=True)
        return np.equal(count[place], 1)

    return alone(lists.rows)[pairs.row] & alone(lists.register)[pairs.household]


def _one_given(lists: Lists, pairs: Pairs) -> NDArray[np.bool_]:
    """Say of each pair whether the given names are one: the same, or one with a slip in it.

    Brothers at one address differ in nothing else. Two names that people do bear are two: the
    register is the dictionary.
    """
    import numpy as np
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    both = lists.rows.has_marks[pairs.row] & lists.register.has_marks[pairs.household]
    # The same words in another order: Hùng Nguyễn Văn, whose last word is no given name.
    same = np.equal(*_sides(lists, pairs, "ordered")) & np.not_equal(*_sides(lists, pairs, "given"))
    borne = np.zeros(len(both), np.bool_)
    for part, meant in (("given", ~both), ("given_marked", both)):
        mine, theirs = _sides(lists, pairs, part)
        same |= meant & (mine == theirs)
        counts = lists.borne(part)
        borne |= meant & (counts[mine] >= _BORNE) & (counts[theirs] >= _BORNE)
    mine, theirs = _sides(lists, pairs, "given")
    texts = lists.words["given"].texts
    open_ = np.flatnonzero(~same & ~borne & (mine >= 0) & (theirs >= 0))
    slips = cpdist(
        [texts[place] for place in mine[open_]], [texts[place] for place in theirs[open_]],
        scorer=OSA.distance, dtype=np.uint8,
    )  # fmt: skip
    same[open_] = slips <= 1
    return same


def _names(lists: Lists, pairs: Pairs) -> Points:
    import numpy as np
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cpdist

    rows, households = pairs.row.tolist(), pairs.household.tolist()

    def alike(part: str) -> Points:
        mine, theirs = getattr(lists.rows, part), getattr(lists.register, part)
        return cpdist(
            [mine[place] for place in rows], [theirs[place] for place in households],
            scorer=ratio, dtype=np.float32,
        )  # fmt: skip

    folded = alike("folded")
    both = lists.rows.has_marks[pairs.row] & lists.register.has_marks[pairs.household]
    against = np.where(both, np.maximum(folded - alike("marked"), 0) * _MARKS, 0)
    names: Points = np.maximum(folded, alike("ordered") - _SWAPPED) - against
    # Nothing is as like nothing as can be.
    return np.where(np.minimum(*_sides(lists, pairs, "given")) < 0, 0, names)


def _sides(lists: Lists, pairs: Pairs, part: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    mine, theirs = lists.rows.numbers[part], lists.register.numbers[part]
    return mine[pairs.row], theirs[pairs.household]


def _houses(lists: Lists, pairs: Pairs) -> Points:
    import numpy as np

    mine, theirs = _sides(lists, pairs, "house")
    lead, other = _sides(lists, pairs, "lead")
    points = np.where(lead == other, _HOUSE_NEAR, _HOUSE_OTHER)
    differ = np.flatnonzero((points < 0) & (mine >= 0) & (theirs >= 0))
    texts = lists.words["house"].texts
    points[differ] = np.where(
        _one_edit([texts[place] for place in mine[differ]], [texts[p] for p in theirs[differ]]),
        _HOUSE_SLIP, _HOUSE_OTHER,
    )  # fmt: skip
    points = np.where(mine == theirs, _HOUSE, points)
    return np.where((mine < 0) | (theirs < 0), _HOUSE_UNSAID, points).astype(np.float32)


def _one_edit(mine: list[str], theirs: list[str]) -> NDArray[np.bool_]:
    import numpy as np
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    # One digit of one is no slip but another house: 5 is not 7.
    long = [min(len(one), len(other)) > 1 for one, other in zip(mine, theirs, strict=True)]
    slips = cpdist(mine, theirs, scorer=OSA.distance, dtype=np.uint8) <= 1
    return np.logical_and(slips, np.array(long, np.bool_))


def _streets(lists: Lists, pairs: Pairs) -> Points:
    import numpy as np
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    mine, theirs = _sides(lists, pairs, "street")
    texts = lists.words["street"].texts
    said = (mine >= 0) & (theirs >= 0)
    firsts, first = np.unique(mine[said], return_inverse=True)
    seconds, second = np.unique(theirs[said], return_inverse=True)
    alike = cdist(
        [texts[place] for place in firsts], [texts[place] for place in seconds], scorer=ratio,
        score_cutoff=_STREET_SOMEHOW, dtype=np.uint8,
    )[first, second]  # fmt: skip
    points = np.full(len(mine), _STREET_UNSAID, np.float32)
    points[said] = np.select(
        [alike >= _STREET_ALIKE, alike >= _STREET_SOMEHOW], [_STREET, _STREET_NEAR], _STREET_OTHER
    )
    return points


def _groups(lists: Lists, pairs: Pairs) -> Points:
    import numpy as np

    mine, theirs = _sides(lists, pairs, "group")
    points = np.where(mine == theirs, _GROUP, _GROUP_OTHER)
    return np.where((mine < 0) | (theirs < 0), 0, points).astype(np.float32)


def _years(lists: Lists, pairs: Pairs) -> Points:
    import numpy as np

    mine, theirs = lists.rows.years[pairs.row], lists.register.years[pairs.household]
    apart = np.abs(mine - theirs)
    points = np.select([apart == 0, apart == 1], [_YEAR, _YEAR_NEAR], _YEAR_OTHER)
    return np.where((mine < 0) | (theirs < 0), 0, points).astype(np.float32)
