"""Which pairs of rows and households are worth weighing: those of one hamlet that look alike.

Most pairs of a hamlet have nothing in common; they are dropped before anything is weighed. Rows
that find nobody in their hamlet are looked up across the unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.households.spelling import Speller, hamlet_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models.households.matching import Candidate

    Places = NDArray[np.int32]

# How alike two names are, of 100: to be weighed whatever the address says, to be weighed where
# one address names no house, and to be weighed where the house is the same.
_ALIKE: Final = 87
_NEARLY: Final = 75
_SOMEHOW: Final = 58
# A key that more households share than this finds nobody in particular.
_MOST_SHARED: Final = 40
_PARTS: Final = (
    "unit", "hamlet", "house", "lead", "street", "group", "given", "given_marked", "ordered",
)  # fmt: skip


# Asked now and then in long work; what it raises ends the work.
Ask = Callable[[], object]
_ASKED_EVERY: Final = 500


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of places in the two lists; `is_near` where they are of one hamlet."""

    row: Places
    household: Places
    is_near: bool

    def once(self) -> Pairs:
        """Return each pair of one list with itself once, and none of a row with itself."""
        kept = self.row < self.household
        return Pairs(self.row[kept], self.household[kept], self.is_near)


class Words:
    """Numbers for texts: the same text has the same number, "" has -1."""

    def __init__(self) -> None:
        self._places = {"": 0}

    @property
    def texts(self) -> list[str]:
        """Return the texts by their number."""
        return list(self._places)[1:]

    def __len__(self) -> int:
        return len(self._places) - 1

    def numbers(self, texts: Iterable[str]) -> Places:
        """Return the numbers of texts."""
        import numpy as np

        places = self._places
        found = [places.setdefault(text, len(places)) for text in texts]
        return np.array(found, np.int32) - np.int32(1)


class Spelled:
    """One list, part by part: names as texts, all else as numbers, -1 where nothing is said."""

    def __init__(
        self, items: Sequence[Candidate], speller: Speller, words: dict[str, Words],
        ask: Ask | None,
    ) -> None:  # fmt: skip
        import numpy as np

        names = [speller.name(item.name) for item in _asking(items, ask)]
        addresses = [speller.address(item.address) for item in _asking(items, ask)]
        self.folded = [name.folded for name in names]
        self.marked = [name.marked for name in names]
        self.ordered = [name.ordered for name in names]
        texts: dict[str, Iterable[str]] = {
            "unit": (item.unit for item in items),
            "hamlet": (f"{item.unit}\t{hamlet_key(item.hamlet)}" for item in items),
            "house": (address.house for address in addresses),
            "lead": (address.lead for address in addresses),
            "street": (address.street for address in addresses),
            "group": (address.group for address in addresses),
            "given": (name.folded.rpartition(" ")[2] for name in names),
            "given_marked": (name.marked.rpartition(" ")[2] for name in names),
            "ordered": self.ordered,
        }
        self.numbers: dict[str, Places] = {
            part: words[part].numbers(texts[part]) for part in _PARTS
        }
        self.has_marks = np.array([name.has_marks for name in names], np.bool_)
        self.years: Places = np.array([item.birth_year or -1 for item in items], np.int32)

    def places_but(self, left_out: Places | tuple[()] = ()) -> Places:
        """Return the places of all entries but those that are `left_out`."""
        import numpy as np

        return np.setdiff1d(np.arange(len(self.folded), dtype=np.int32), left_out)


class Lists:
    """Two lists taken apart with the same words; the second may be the first again.

    `ask` is asked now and then, here and while pairs are looked for.
    """

    def __init__(
        self, rows: Sequence[Candidate], register: Sequence[Candidate], ask: Ask | None = None
    ) -> None:
        self._ask = ask
        speller = Speller(item.hamlet for items in (rows, register) for item in items)
        self.words = {part: Words() for part in _PARTS}
        self.rows = Spelled(rows, speller, self.words, ask)
        self.register = (
            self.rows if register is rows else Spelled(register, speller, self.words, ask)
        )

    def ask(self) -> None:
        """Let the work be ended here, where anybody may want that."""
        if self._ask is not None:
            self._ask()

    def borne(self, part: str) -> Places:
        """Return how many of the register have each text of a part, by the text's number.

        And 0 at the end, where -1 finds it.
        """
        import numpy as np

        numbers = self.register.numbers[part]
        found = np.bincount(numbers[numbers >= 0], minlength=len(self.words[part]) + 1)
        return found.astype(np.int32)


def _asking(items: Sequence[Candidate], ask: Ask | None) -> Iterator[Candidate]:
    for place, item in enumerate(items):
        if ask is not None and place % _ASKED_EVERY == 0:
            ask()
        yield item


def pairs_between(lists: Lists) -> Pairs:
    """Return the pairs worth weighing within the hamlets."""
    import numpy as np

    households = _by_hamlet(lists.register)
    none = np.zeros(0, np.int32)
    found = [(none, none)]
    for hamlet, rows in _by_hamlet(lists.rows).items():
        lists.ask()
        if hamlet in households:
            found.append(_alike(lists, rows, households[hamlet]))
    first, second = (np.concatenate(column) for column in zip(*found, strict=True))
    return Pairs(first, second, is_near=True)


def pairs_across(lists: Lists, rows: Places, register: Places) -> Pairs:
    """Return pairs of one unit but not of one hamlet: of one name, or one house.

    For the places that are given. A house is one with its street, or with the given name.
    """
    import numpy as np

    lists.ask()
    mine = {part: lists.rows.numbers[part][rows] for part in _PARTS}
    theirs = {part: lists.register.numbers[part][register] for part in _PARTS}
    size = len(register)
    found = np.unique(
        np.concatenate(
            [
                first * size + second
                for parts in (("ordered",), ("house", "street"), ("house", "given"))
                for first, second in (
                    _equal(*(keys(lists, side, ("unit", *parts)) for side in (mine, theirs))),
                )
            ]
        )
    )
    first, second = found // max(size, 1), found % max(size, 1)
    far = mine["hamlet"][first] != theirs["hamlet"][second]
    return Pairs(rows[first[far]], register[second[far]], is_near=False)


def pairs_of(places: Sequence[tuple[int, int]]) -> Pairs:
    """Return the pairs that are given."""
    import numpy as np

    columns = np.array(places, np.int32).reshape(-1, 2)
    return Pairs(columns[:, 0], columns[:, 1], is_near=True)


def _by_hamlet(side: Spelled) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, hamlet in enumerate(side.numbers["hamlet"].tolist()):
        found[hamlet].append(place)
    return found


def _alike(lists: Lists, rows: Sequence[int], register: Sequence[int]) -> tuple[Places, Places]:
    import numpy as np
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    mine, theirs = np.array(rows, np.int32), np.array(register, np.int32)
    names = cdist(
        [lists.rows.folded[place] for place in rows],
        [lists.register.folded[place] for place in register],
        scorer=ratio, score_cutoff=_SOMEHOW, dtype=np.uint8,
    )  # fmt: skip
    lead, leads = lists.rows.numbers["lead"][mine], lists.register.numbers["lead"][theirs]
    house, houses = lists.rows.numbers["house"][mine], lists.register.numbers["house"][theirs]
    same = (lead[:, None] == leads) | (house[:, None] == houses)
    unsaid = (house < 0)[:, None] | (houses < 0)
    kept = (names >= _ALIKE) | ((names >= _NEARLY) & unsaid) | ((names >= _SOMEHOW) & same)
    kept &= names > 0
    first, second = np.nonzero(kept)
    return mine[first], theirs[second]


def keys(lists: Lists, side: Mapping[str, Places], parts: Iterable[str]) -> NDArray[np.int64]:
    """Return one number for all `parts` of each entry, -1 where one of them is not said."""
    import numpy as np

    number = np.zeros(len(side["unit"]), np.int64)
    said = number == 0
    for part in parts:
        said &= side[part] >= 0
        number = number * (len(lists.words[part]) + 1) + side[part]
    return np.where(said, number, -1)


def _equal(
    mine: NDArray[np.int64], theirs: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of places that have one key, where few enough share it."""
    import numpy as np

    order = np.argsort(theirs, kind="stable")
    start = np.searchsorted(theirs, mine, "left", order)
    count = np.searchsorted(theirs, mine, "right", order) - start
    count[(mine < 0) | (count > _MOST_SHARED)] = 0
    first = np.repeat(np.arange(len(mine)), count)
    step = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
    return first, order[np.repeat(start, count) + step]
