"""Reads where a household is from what was typed or pasted: numbers, a map's link, a plus code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from models.errors import Problem, UserError
from models.households.angles import read_angles
from models.households.map_links import Candidate, candidates, find_link
from models.households.plus_codes import find_plus_code, read_plus_code
from models.households.readings import plain
from models.households.records import Place

# Vietnam with its islands, degrees: (lowest, highest).
_LATITUDES: Final = (8.0, 24.0)
_LONGITUDES: Final = (102.0, 118.0)
_LONGEST: Final = 4_000


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place, and what a person should look at before keeping it."""

    place: Place
    warnings: tuple[Problem, ...] = ()


def read_place(text: str, near: Place | None = None) -> PlaceReading:
    """Return the place that `text` names; `near` is where a short plus code is looked for.

    Warnings: `households.place_swapped` (latitude and longitude were the other way round and have
    been turned), `households.place_outside` (not in Vietnam), `households.place_middle` (a link
    without a mark: the middle of its map).
    UserError `households.place_unreadable`, `households.place_short_link`,
    `households.place_link_empty`, `households.plus_code_short`, `households.plus_code_bad` or
    `households.bad_place`.
    """
    written = plain(text) if len(text) <= _LONGEST else ""
    # Numbers are no link; a link may hold what looks like a plus code.
    if angles := read_angles(written):
        return _checked(Place(*angles))
    if link := find_link(written):
        return _from_link(link, near)
    place = _point(written, near)
    if place is None:
        raise UserError("households.place_unreadable")
    return _checked(place)


def _from_link(link: str, near: Place | None) -> PlaceReading:
    for candidate in candidates(link):
        place = _point(candidate.words, near)
        if place is not None:
            return _checked(_as_linked(place, candidate), is_middle=candidate.is_middle)
    raise UserError("households.place_link_empty")


def _as_linked(place: Place, candidate: Candidate) -> Place:
    if place.source == "plus_code":
        return place
    source = "gps" if candidate.is_measured else "map"
    return replace(place, source=source, accuracy=candidate.accuracy)


def _point(text: str, near: Place | None) -> Place | None:
    if angles := read_angles(text):
        return Place(*angles)
    code = find_plus_code(text)
    return read_plus_code(code, near) if code else None


def _checked(place: Place, *, is_middle: bool = False) -> PlaceReading:
    """Return the place turned the right way, with its warnings; UserError beyond the earth."""
    warnings: list[Problem] = []
    if _is_in_vietnam(place.lon, place.lat):
        place = replace(place, lat=place.lon, lon=place.lat)
        warnings.append(Problem("households.place_swapped", params={"value": _shown(place)}))
    if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        raise UserError("households.bad_place", value=_shown(place))
    if not _is_in_vietnam(place.lat, place.lon):
        warnings.append(Problem("households.place_outside", params={"value": _shown(place)}))
    if is_middle:
        warnings.append(Problem("households.place_middle"))
    place = replace(place, lat=round(place.lat, 7), lon=round(place.lon, 7))
    return PlaceReading(place, tuple(warnings))


def _is_in_vietnam(lat: float, lon: float) -> bool:
    return _LATITUDES[0] <= lat <= _LATITUDES[1] and _LONGITUDES[0] <= lon <= _LONGITUDES[1]


def _shown(place: Place) -> str:
    return f"{place.lat:.6f}, {place.lon:.6f}"
