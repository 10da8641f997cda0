from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.register.map_plane import (
    METRES_PER_DEGREE,
    Spot,
    fitting,
    nearest,
    neighbour,
    plane_of,
    scale_length,
)

LAT, LON = 21.03, 106.77
PLACES = st.lists(
    st.tuples(st.floats(LAT - 0.004, LAT + 0.004), st.floats(LON - 0.004, LON + 0.004)),
    min_size=1, max_size=40,
)  # fmt: skip


def test_a_thousandth_of_a_degree_is_a_hundred_and_eleven_metres_north() -> None:
    plane = plane_of([(LAT, LON), (LAT + 0.001, LON), (LAT - 0.001, LON)])
    assert isclose(plane.spots[1].north, METRES_PER_DEGREE / 1000)
    east = plane_of([(LAT, LON), (LAT, LON + 0.001), (LAT, LON - 0.001)])
    assert isclose(east.spots[1].east, 103.9, rel_tol=0.001)


@given(PLACES)
def test_everything_near_fits_into_the_picture(places: list[tuple[float, float]]) -> None:
    plane = plane_of(places)
    view = fitting(plane, 640, 420)
    assert all(view.holds(plane.spots[at], 20) for at in plane.near)


@given(PLACES, st.floats(0.2, 5), st.floats(0, 640), st.floats(0, 420))
def test_what_is_under_the_pointer_stays_there_while_zooming(
    places: list[tuple[float, float]], factor: float, x: float, y: float
) -> None:
    view = fitting(plane_of(places), 640, 420)
    closer = view.zoomed(factor, x, y)
    there = closer.point(view.spot(x, y))
    assert there == pytest.approx((x, y), abs=1e-4)


def test_moving_moves_the_picture_and_not_the_other_way_round() -> None:
    view = fitting(plane_of([(LAT, LON)]), 640, 420)
    x, y = view.point(Spot(0, 0))
    assert view.moved(10, -4).point(Spot(0, 0)) == pytest.approx((x + 10, y - 4))


def test_one_wrong_coordinate_does_not_hide_the_hamlet() -> None:
    places = [(LAT + step * 1e-4, LON) for step in range(30)] + [(LON, LAT)]
    plane = plane_of(places)
    assert plane.far == 1
    view = fitting(plane, 640, 420)
    assert all(view.holds(plane.spots[at]) for at in range(30))


def test_the_nearest_within_reach_is_found() -> None:
    plane = plane_of([(LAT, LON), (LAT, LON + 0.001)])
    view = fitting(plane, 640, 420)
    x, y = view.point(plane.spots[1])
    assert nearest(plane, view, x + 3, y - 3, 10) == 1
    assert nearest(plane, view, x, y + 40, 10) is None
    assert nearest(plane_of([]), view, 1, 1, 10) is None


def test_arrows_go_to_the_neighbour_in_their_direction() -> None:
    plane = plane_of([(LAT, LON), (LAT, LON + 0.001), (LAT + 0.001, LON), (LAT, LON + 0.002)])
    assert neighbour(plane, 0, 1, 0) == 1
    assert neighbour(plane, 1, 1, 0) == 3
    assert neighbour(plane, 0, 0, 1) == 2
    assert neighbour(plane, 2, 0, -1) == 0
    assert neighbour(plane, 3, 1, 0) is None


@given(PLACES)
def test_every_household_is_reached_by_arrows(places: list[tuple[float, float]]) -> None:
    # Two at the very same point are one spot on the map.
    plane = plane_of(sorted(set(places)))
    spots = {spot: at for at, spot in enumerate(plane.spots)}
    seen, left = {0}, [0]
    while left:
        at = left.pop()
        for east, north in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            other = neighbour(plane, at, east, north)
            if other is not None and other not in seen:
                seen.add(other)
                left.append(other)
    assert seen == set(spots.values())


@pytest.mark.parametrize(
    ("metres_per_pixel", "length"), [(1, 100), (0.4, 50), (0.01, 1), (2.1, 200), (50, 5000)]
)
def test_the_scale_is_a_round_length(metres_per_pixel: float, length: float) -> None:
    assert scale_length(metres_per_pixel, 130) == pytest.approx(length)
