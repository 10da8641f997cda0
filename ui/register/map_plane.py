"""Points of a hamlet on a plane in metres, and what part of the plane is on the screen. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from statistics import median
from typing import Final, NamedTuple

METRES_PER_DEGREE: Final = 111_320.0
# A point so many times farther out than half of the others was typed or measured wrongly.
_FAR: Final = 12.0
_NEAR_M: Final = 500.0
_MARGIN: Final = 28.0
_CLOSEST: Final = 20.0
_FARTHEST: Final = 0.0005
_ROUND: Final = (1, 2, 5)


class Spot(NamedTuple):
    """A place on the plane: metres east and north of its middle."""

    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Plane:
    """Spots in the order of the places; `near` are the indexes of those not far out."""

    spots: tuple[Spot, ...]
    near: tuple[int, ...]

    @property
    def far(self) -> int:
        """How many lie so far out that fitting them in would hide all others."""
        return len(self.spots) - len(self.near)


@dataclass(frozen=True, slots=True)
class View:
    """Which part is on the screen: the spot in its middle, pixels a metre, its size in pixels."""

    middle: Spot
    scale: float
    width: float
    height: float

    def point(self, spot: Spot) -> tuple[float, float]:
        """Return where a spot is on the screen, in pixels from the upper left corner."""
        return (
            self.width / 2 + (spot.east - self.middle.east) * self.scale,
            self.height / 2 - (spot.north - self.middle.north) * self.scale,
        )

    def spot(self, x: float, y: float) -> Spot:
        """Return the spot under a point of the screen."""
        return Spot(
            self.middle.east + (x - self.width / 2) / self.scale,
            self.middle.north - (y - self.height / 2) / self.scale,
        )

    def moved(self, x: float, y: float) -> View:
        """Return the view with its content moved by so many pixels."""
        middle = Spot(self.middle.east - x / self.scale, self.middle.north + y / self.scale)
        return View(middle, self.scale, self.width, self.height)

    def zoomed(self, factor: float, x: float, y: float) -> View:
        """Return the view enlarged; what is under a point of the screen stays there."""
        scale = min(max(self.scale * factor, _FARTHEST), _CLOSEST)
        under = self.spot(x, y)
        middle = Spot(
            under.east - (x - self.width / 2) / scale, under.north + (y - self.height / 2) / scale
        )
        return View(middle, scale, self.width, self.height)

    def holds(self, spot: Spot, margin: float = 0) -> bool:
        """Say whether a spot is on the screen, `margin` pixels from its edge."""
        x, y = self.point(spot)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def plane_of(places: Sequence[tuple[float, float]]) -> Plane:
    """Return places (latitude, longitude in degrees) laid flat around the one in their middle."""
    if not places:
        return Plane((), ())
    lat = median(place[0] for place in places)
    lon = median(place[1] for place in places)
    narrower = cos(radians(lat)) * METRES_PER_DEGREE
    spots = tuple(
        Spot((place[1] - lon) * narrower, (place[0] - lat) * METRES_PER_DEGREE)
        for place in places
    )
    ways = [hypot(*spot) for spot in spots]
    limit = max(median(ways) * _FAR, _NEAR_M)
    return Plane(spots, tuple(at for at, way in enumerate(ways) if way <= limit))


def fitting(plane: Plane, width: float, height: float) -> View:
    """Return the view that shows all that is near; something sensible for a single spot."""
    near = [plane.spots[at] for at in plane.near] or [Spot(0, 0)]
    east = [spot.east for spot in near]
    north = [spot.north for spot in near]
    wide, tall = max(max(east) - min(east), 40.0), max(max(north) - min(north), 40.0)
    scale = min(
        max(width - 2 * _MARGIN, 1) / wide, max(height - 2 * _MARGIN, 1) / tall, _CLOSEST
    )
    middle = Spot((min(east) + max(east)) / 2, (min(north) + max(north)) / 2)
    return View(middle, max(scale, _FARTHEST), width, height)


def nearest(plane: Plane, view: View, x: float, y: float, reach: float) -> int | None:
    """Return the index of the spot nearest to a point of the screen, within `reach` pixels."""
    wanted = view.spot(x, y)
    best = min(
        range(len(plane.spots)), default=None,
        key=lambda at: hypot(plane.spots[at].east - wanted.east,
                             plane.spots[at].north - wanted.north),
    )  # fmt: skip
    if best is None:
        return None
    spot = plane.spots[best]
    way = hypot(spot.east - wanted.east, spot.north - wanted.north) * view.scale
    return best if way <= reach else None


def neighbour(plane: Plane, at: int, east: int, north: int) -> int | None:
    """Return the nearest spot in a direction, what lies beside it counting double; None at an end.

    Every spot can be reached: those straight ahead, and those more to one side than ahead last.
    """
    here = plane.spots[at]
    best: tuple[float, int] | None = None
    for other, spot in enumerate(plane.spots):
        right, up = spot.east - here.east, spot.north - here.north
        ahead = right * east + up * north
        aside = abs(right * north) + abs(up * east)
        if other == at or ahead <= 0:
            continue
        way = ahead + 2 * aside
        if best is None or way < best[0]:
            best = (way, other)
    return best[1] if best else None


def scale_length(metres_per_pixel: float, most: float) -> float:
    """Return the longest round length in metres (1, 2, 5 and tens) of at most `most` pixels."""
    longest = metres_per_pixel * most
    step = 1.0
    while step * 10 <= longest:
        step *= 10
    while step > longest:
        step /= 10
    return max(step * part for part in _ROUND if step * part <= longest)
