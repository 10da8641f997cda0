"""What is joined without asking, and what is shown to a person and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.households.weighing import Weighed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def sure_pairs(weighed: Weighed, least: float, ahead: float) -> Weighed:
    """Return the pairs that may be joined: enough points, and on neither side a rival near.

    The best of its row and of its household, each by `ahead` points before the next: so every row
    and every household is in one pair at most.
    """
    kept = weighed.may_join & (weighed.points >= least)
    kept &= _lead(weighed.row, weighed.points) >= ahead
    kept &= _lead(weighed.household, weighed.points) >= ahead
    return weighed.where(kept)


def unrivalled(weighed: Weighed, ahead: float) -> NDArray[np.bool_]:
    """Say of pairs within one list whether either of the two has no other partner near."""
    import numpy as np

    keys = np.concatenate((weighed.row, weighed.household))
    mine, theirs = np.split(_lead(keys, np.concatenate((weighed.points, weighed.points))), 2)
    return np.minimum(mine, theirs) >= ahead


def left_by(weighed: Weighed, joined: Weighed) -> Weighed:
    """Return the pairs of which neither side is joined."""
    import numpy as np

    free = ~np.isin(weighed.row, joined.row) & ~np.isin(weighed.household, joined.household)
    return weighed.where(free)


def shown(weighed: Weighed, least: float, most: int) -> Weighed:
    """Return the pairs to show: at most `most` of a row, the most certain row first."""
    import numpy as np

    found = weighed.where(weighed.points >= least)
    order = np.lexsort((found.household, -found.points, found.row))
    starts = _starts(found.row[order])
    run = np.cumsum(starts) - 1
    rank = np.arange(len(order)) - np.flatnonzero(starts)[run] if len(order) else order
    best = found.points[order][starts][run] if len(order) else found.points
    kept = rank < most
    again = np.lexsort((rank[kept], found.row[order][kept], -best[kept]))
    return found.where(order[kept][again])


def _lead(keys: NDArray[np.int32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for each pair how far its points are ahead of the best other with its key."""
    import numpy as np

    order = np.lexsort((-points, keys))
    starts = np.flatnonzero(_starts(keys[order]))
    best = np.zeros(int(keys.max(initial=-1)) + 1, np.float32)
    second = np.zeros_like(best)
    best[keys[order[starts]]] = points[order[starts]]
    nexts = starts[np.diff(starts, append=len(order)) > 1] + 1
    second[keys[order[nexts]]] = points[order[nexts]]
    is_best = points == best[keys]
    return np.where(is_best, points - second[keys], points - best[keys])


def _starts(keys: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Say of each key of an ordered run whether it is the first of its kind."""
    import numpy as np

    return np.not_equal(np.diff(keys, prepend=-1), 0)
