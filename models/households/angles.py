"""Reads two typed angles as (latitude, longitude): decimals, or degrees, minutes and seconds.

Hemispheres and labels are known in English and Vietnamese. A single N is north in both: who means
south writes `Nam` or S.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from models.text import search_key

Axis = Literal["lat", "lon"]

# Words as their search keys: small letters without marks.
_HEMISPHERES: Final[dict[str, tuple[Axis, int]]] = {
    "n": ("lat", 1), "north": ("lat", 1), "b": ("lat", 1), "bac": ("lat", 1),
    "s": ("lat", -1), "south": ("lat", -1), "nam": ("lat", -1),
    "e": ("lon", 1), "east": ("lon", 1), "d": ("lon", 1), "dong": ("lon", 1),
    "w": ("lon", -1), "west": ("lon", -1), "t": ("lon", -1), "tay": ("lon", -1),
}  # fmt: skip
_LABELS: Final[dict[str, tuple[Axis, int]]] = {
    "vi do": ("lat", 1), "vi": ("lat", 1), "lat": ("lat", 1), "latitude": ("lat", 1),
    "kinh do": ("lon", 1), "kinh": ("lon", 1), "lon": ("lon", 1), "lng": ("lon", 1),
    "long": ("lon", 1), "longitude": ("lon", 1),
}  # fmt: skip
_AXES: Final = {**_LABELS, **_HEMISPHERES}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _angle(place: int) -> str:
    """Return the pattern of one angle, its groups numbered with its place.

    With a hemisphere in front none follows: the E of `N21.03 E106.77` is the next angle's.
    """
    return rf"""
    (?:(?:(?P<before{place}>{_any_of(_HEMISPHERES)})|(?P<label{place}>{_any_of(_LABELS)}))
        (?:\s*[:=]\s*|\s+|(?=[0-9])))?
    (?P<sign{place}>[+-]?)(?P<degrees{place}>[0-9]{{1,3}}(?:[.,][0-9]+)?)
    (?:\s*°(?:\s*(?P<minutes{place}>[0-9]{{1,2}}(?:[.,][0-9]+)?)\s*'
        (?:\s*(?P<seconds{place}>[0-9]{{1,2}}(?:[.,][0-9]+)?)\s*"?)?)?)?
    (?(before{place})|(?:\s*(?:(?:{_any_of(_LABELS)})\s+)?(?P<after{place}>{_any_of(_HEMISPHERES)}))?)
    """


_PAIR: Final = re.compile(
    rf"{_angle(1)}(?:\s*[,;/|]\s*|\s+|(?<=[a-z°'\"])){_angle(2)}", re.VERBOSE
)
# What nearly every list and map writes, told without the rest.
_DECIMALS: Final = re.compile(
    r"([+-]?[0-9]{1,3}\.[0-9]+)(?: *[,;] *| +)([+-]?[0-9]{1,3}\.[0-9]+)"
)
_TITLE: Final = re.compile(r"^(?:toa do|gps|vi tri)(?: gps)?\s*[:=]?\s*")
_SIGNS: Final = (
    (re.compile(r"(?<=[0-9])\s*do\b"), "°"),
    (re.compile(r"(?<=[0-9])\s*phut\b"), "'"),
    (re.compile(r"(?<=[0-9])\s*giay\b"), '"'),
    (re.compile("[º˚]"), "°"),
    (re.compile("[′’‘`´]"), "'"),
    (re.compile("''|[″”“]"), '"'),
    (re.compile("[−–]"), "-"),
)
# Three numbers between bare commas: which comma is the decimal one cannot be known.
_AMBIGUOUS: Final = re.compile(r"[+-]?[0-9]+,[0-9]+,[+-]?[0-9]+")
_BRACKETS: Final = "()[]{} .;,"


def read_angles(text: str) -> tuple[float, float] | None:
    """Return (latitude, longitude) in degrees as written, in either order if they are labelled.

    None for anything else, and for two whole numbers: those name no house. Whether they are on
    the earth is not looked at.
    """
    if decimals := _DECIMALS.fullmatch(text):
        return float(decimals[1]), float(decimals[2])
    key = search_key(text)
    for pattern, sign in _SIGNS:
        key = pattern.sub(sign, key)
    key = _TITLE.sub("", key.strip(_BRACKETS)).strip(_BRACKETS)
    found = None if _AMBIGUOUS.fullmatch(key) else _PAIR.fullmatch(key)
    if found is None or not any(_is_fine(found, place) for place in (1, 2)):
        return None
    first, second = _degrees(found, 1), _degrees(found, 2)
    axes = _axis(found, 1), _axis(found, 2)
    if first is None or second is None or (axes[0] and axes[0] == axes[1]):
        return None
    is_turned = axes[0] == "lon" or axes[1] == "lat"
    return (second, first) if is_turned else (first, second)


def _is_fine(found: re.Match[str], place: int) -> bool:
    """Say whether an angle is finer than whole degrees."""
    return bool(found[f"minutes{place}"] or set(".,") & set(found[f"degrees{place}"]))


def _word(found: re.Match[str], place: int) -> str:
    """Return the word that says the axis, the hemisphere before the label."""
    return found[f"before{place}"] or found[f"after{place}"] or found[f"label{place}"] or ""


def _axis(found: re.Match[str], place: int) -> Axis | None:
    word = _word(found, place)
    return _AXES[word][0] if word else None


def _degrees(found: re.Match[str], place: int) -> float | None:
    """Return the angle; None where its parts do not fit: 60 minutes, half degrees with minutes."""
    written = [found[f"{name}{place}"] for name in ("degrees", "minutes", "seconds")]
    degrees, minutes, seconds = (float((part or "0").replace(",", ".")) for part in written)
    has_broken_part = (written[1] and not degrees.is_integer()) or (
        written[2] and not minutes.is_integer()
    )
    if minutes >= 60 or seconds >= 60 or has_broken_part:
        return None
    word = _word(found, place)
    sign = (_AXES[word][1] if word else 1) * (-1 if found[f"sign{place}"] == "-" else 1)
    return sign * (degrees + minutes / 60 + seconds / 3600)
