"""Finds the point that a map's link marks, without opening it: Google, Apple, OpenStreetMap, geo:.

Where a link holds several points the marked one counts, then the one asked for, and the middle of
the map only if there is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from models.errors import UserError

_LINK: Final = re.compile(
    r"(?:\bgeo:|https?://|\b(?:www\.|maps\.)?(?:google|apple|openstreetmap|goo|osm)\.[a-z]"
    r"|\bplus\.codes/)\S+",
    re.IGNORECASE,
)
_AFTER: Final = ".,;>)]\"'"
# They only say where to ask, and there is nobody to ask without a network.
_SHORT_HOSTS: Final = ("goo.gl", "g.co", "maps.apple", "bit.ly", "tinyurl.com")
_NUMBER: Final = r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?"
_PIN: Final = re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})")
_VIEW: Final = re.compile(rf"@({_NUMBER}),({_NUMBER})(?![0-9.])")
_HASH: Final = re.compile(rf"(?:^|&)map=[0-9.]+/({_NUMBER})/({_NUMBER})")
_GEO: Final = re.compile(rf"geo:({_NUMBER}),({_NUMBER})(?![0-9.])", re.IGNORECASE)
_NULL_ISLAND: Final = re.compile(r"geo:0(?:\.0+)?,0(?:\.0+)?(?![0-9.])", re.IGNORECASE)
_UNCERTAINTY: Final = re.compile(r";u=([0-9]+(?:\.[0-9]+)?)", re.IGNORECASE)
_NAMED: Final = (("mlat", "mlon"), ("lat", "lon"), ("lat", "lng"), ("latitude", "longitude"))
_ASKED: Final = ("q", "query", "ll", "coordinate", "daddr", "destination")
_MIDDLES: Final = ("center", "sll")
_PATH: Final = re.compile(r"^/(?:maps/(?:place|search)/)?([^/]+)")
# `loc:21.03,106.77(A label)`.
_UNLABELLED: Final = re.compile(r"(?:loc:)?([^(]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a link that may name its point, as somebody would type them.

    `is_middle` says that they are the middle of a map, which somebody may have moved;
    `is_measured` that a device found them; `accuracy` is in metres.
    """

    words: str
    is_middle: bool = False
    is_measured: bool = False
    accuracy: float | None = None


def find_link(text: str) -> str | None:
    """Return the first map link in `text`, None without one."""
    found = _LINK.search(text)
    return found.group().rstrip(_AFTER) if found else None


def candidates(link: str) -> Iterator[Candidate]:
    """Yield what may name a link's point, the surest first.

    UserError `households.place_short_link` for a link that must be opened to know,
    `households.place_link_empty` for a route and for what is no link.
    """
    if link[:4].lower() == "geo:":
        yield from _geo(link)
        return
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
    except ValueError as error:
        raise UserError("households.place_link_empty") from error
    path, host = unquote(parts.path), (parts.hostname or "").lower()
    is_short = any(f".{host}".endswith(f".{short}") for short in _SHORT_HOSTS)
    if is_short or path.startswith("/go/"):
        raise UserError("households.place_short_link")
    # A route has two ends; its map shows the middle of neither.
    if "/dir/" in path:
        raise UserError("households.place_link_empty")
    pins = set(_PIN.findall(path))
    if len(pins) == 1:
        yield Candidate(", ".join(pins.pop()))
    query = parse_qs(parts.query)
    yield from _asked(query)
    # In a path a blank is written `+`, and so is, by some, the sign of a plus code.
    if named := _PATH.match(parts.path):
        yield Candidate(unquote(named[1].replace("+", " ")))
        yield Candidate(unquote(named[1]))
    middle = _VIEW.search(path) or _HASH.search(unquote(parts.fragment))
    if middle:
        yield Candidate(f"{middle[1]}, {middle[2]}", is_middle=True)
    for name in _MIDDLES:
        yield from (Candidate(value, is_middle=True) for value in query.get(name, ()))


def _asked(query: dict[str, list[str]]) -> Iterator[Candidate]:
    for latitude, longitude in _NAMED:
        if latitude in query and longitude in query:
            yield Candidate(f"{query[latitude][0]}, {query[longitude][0]}")
    for name in _ASKED:
        for value in query.get(name, ()):
            yield Candidate(_unlabelled(value))


def _geo(link: str) -> Iterator[Candidate]:
    """Yield the points of a geo: link; Android writes 0,0 where only the query counts."""
    own, _, query = link.partition("?")
    yield from _asked(parse_qs(query))
    found = _GEO.match(own)
    if found and not _NULL_ISLAND.match(own):
        uncertainty = _UNCERTAINTY.search(own)
        accuracy = float(uncertainty[1]) if uncertainty else None
        yield Candidate(
            f"{found[1]}, {found[2]}", is_measured=uncertainty is not None, accuracy=accuracy
        )


def _unlabelled(value: str) -> str:
    found = _UNLABELLED.match(value)
    return found[1] if found else value
