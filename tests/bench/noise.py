"""A second list as another hand keyed it: the register's households with slips of every kind.

The rates of `light`, `medium` and `heavy` are invented: real lists will differ. Drawn by seed, the
same list every time.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.households.demo import made_rows
from models.households.matching import Candidate
from models.households.records import ListRow
from models.text import search_key

_ABSENT_SEED: Final = 77
_RELATED: Final = 0.3
_KEYS: Final = {"a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "g": "fh", "h": "gj",
                "i": "uo", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
                "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "x": "zc",
                "y": "tu"}  # fmt: skip
_ABBREVIATIONS: Final = (
    ("thành phố ", ("TP. ", "Tp ", "TP ", "tp.")), ("phường ", ("P. ", "P.", "p ", "F.")),
    ("Số nhà ", ("SN ", "số ", "", "Sn.")), ("đường ", ("Đ. ", "đ.", "", "")),
    ("ngõ ", ("Ng. ", "Ng ", "ngo ")), ("Khu ", ("K. ", "KP ", "Kp.", "khu phố ")),
    ("tổ ", ("Tổ ", "tổ 0", "to ")), ("Thôn ", ("T. ", "thon ", "")), ("xã ", ("X. ", "x.")),
)  # fmt: skip
_OTHER_TONES: Final = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè",
                       "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}  # fmt: skip
_TODAY: Final = {"06811": "phường Uông Bí", "06820": "phường Vàng Danh", "06832": "phường Yên Tử"}


@dataclass(frozen=True, slots=True)
class Noise:
    """How often each slip is made, in a row or in a part of it."""

    no_marks: float
    decomposed: float
    other_tones: float
    name_typo: float
    address_typo: float
    digit_typo: float
    swapped: float
    abbreviated: float
    other_unit: float
    no_city: float
    no_group: float
    no_number: float
    no_street: float
    no_address: float
    no_year: float
    wrong_year: float
    wrong_hamlet: float


LEVELS: Final = {
    "light": Noise(0.10, 0.10, 0.3, 0.05, 0.05, 0.004, 0.01, 0.15, 0.05, 0.08, 0.05, 0.02, 0.01,
                   0.01, 0.05, 0.01, 0.01),
    "medium": Noise(0.25, 0.20, 0.5, 0.14, 0.12, 0.010, 0.03, 0.35, 0.20, 0.20, 0.20, 0.05, 0.04,
                    0.02, 0.15, 0.02, 0.025),
    "heavy": Noise(0.50, 0.30, 0.5, 0.35, 0.30, 0.030, 0.08, 0.60, 0.40, 0.40, 0.40, 0.12, 0.10,
                   0.06, 0.40, 0.04, 0.04),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """A register, a noisy list, and which row is which household; other rows are in no register.

    Keys are places in the two lists. `years` says whether the lists know years of birth.
    """

    register: list[Candidate]
    rows: list[Candidate]
    truth: dict[int, int]


def trial(register: Sequence[ListRow], rows: int, level: str, *, years: bool, seed: int) -> Trial:
    """Return a list of `rows` rows, nine in ten of them out of `register`, at a level of noise."""
    draw, noise = random.Random(seed), LEVELS[level]
    present = sorted(draw.sample(range(len(register)), rows - rows // 10))
    absent = _absent(register, rows // 10, draw)
    listed: list[tuple[ListRow, str, int | None]] = [
        (register[index], register[index].fields["name"], index) for index in present
    ]
    listed += [(row, name, None) for row, name in absent]
    draw.shuffle(listed)
    born = [1935 + int(60 * draw.random()) for _ in register]
    hamlets: dict[str, list[str]] = {}
    for row in register:
        if row.hamlet not in hamlets.setdefault(row.unit, []):
            hamlets[row.unit].append(row.hamlet)
    noisy = [
        _noisy(place, row, name, 1935 + int(60 * draw.random()) if index is None else born[index],
               hamlets[row.unit], noise, draw, years=years)
        for place, (row, name, index) in enumerate(listed)
    ]  # fmt: skip
    known = [
        Candidate(index, row.unit, row.hamlet, row.fields["name"], row.fields["address"], None,
                  None, born[index] if years else None)
        for index, row in enumerate(register)
    ]  # fmt: skip
    truth = {place: index for place, (_, _, index) in enumerate(listed) if index is not None}
    return Trial(known, noisy, truth)


def _absent(
    register: Sequence[ListRow], count: int, draw: random.Random
) -> list[tuple[ListRow, str]]:
    """Return households that no register holds; some live with a relative that it does hold."""
    hamlets = {(row.unit, row.hamlet) for row in register}
    others = made_rows(4 * count, 0, _ABSENT_SEED)
    strangers = draw.sample([row for row in others if (row.unit, row.hamlet) in hamlets], count)
    found = [(row, str(row.fields["name"])) for row in strangers]
    for place in range(count):
        if draw.random() < _RELATED:
            row = register[draw.randrange(len(register))]
            given = strangers[draw.randrange(count)].fields["name"].split(" ")[-1]
            name = " ".join([*row.fields["name"].split(" ")[:-1], given])
            if name != row.fields["name"]:
                found[place] = (row, name)
    return found


def _noisy(
    place: int, row: ListRow, name: str, born: int, hamlets: list[str], noise: Noise,
    draw: random.Random, *, years: bool,
) -> Candidate:  # fmt: skip
    hamlet = row.hamlet
    address = _address(row, noise, draw)
    if draw.random() < noise.wrong_hamlet:
        wrong = draw.choice([other for other in hamlets if other != row.hamlet])
        if draw.random() < 0.5:
            address = address.replace(hamlet, wrong)
        hamlet = wrong
    if draw.random() < noise.name_typo:
        name = typo(name, draw)
    if draw.random() < noise.swapped:
        words = name.split(" ")
        name = " ".join([words[-1], *words[:-1]])
    if draw.random() < noise.address_typo:
        address = typo(address, draw)
    if draw.random() < noise.no_marks:
        name, address = (search_key(text).title() for text in (name, address))
    elif draw.random() < noise.other_tones:
        for usual, other in _OTHER_TONES.items():
            name, address = name.replace(usual, other), address.replace(usual, other)
    if draw.random() < noise.decomposed:
        name, address = (unicodedata.normalize("NFD", text) for text in (name, address))
    if draw.random() < 0.2:
        name = name.upper()
    year: int | None = born
    if not years or draw.random() < noise.no_year:
        year = None
    elif draw.random() < noise.wrong_year:
        year = born + draw.choice((-10, -2, -1, 1, 2, 10))
    return Candidate(place, row.unit, hamlet, name, address, None, None, year)


def _address(row: ListRow, noise: Noise, draw: random.Random) -> str:
    if draw.random() < noise.no_address:
        return ""
    parts = str(row.fields["address"]).split(", ")
    if draw.random() < noise.digit_typo:
        parts[0] = _other_digit(parts[0], draw)
    if draw.random() < noise.no_number:
        parts = [part for part in parts if not part.startswith("Số nhà")]
    if draw.random() < noise.no_street:
        parts = [part for part in parts if not part.startswith(("đường", "ngõ"))]
    if draw.random() < noise.no_group:
        parts = [part for part in parts if not part.startswith("tổ")]
    if draw.random() < noise.other_unit:
        parts[-3:-2] = [_TODAY[row.unit]]
    if draw.random() < noise.no_city:
        parts = parts[:-2]
    address = ", ".join(parts)
    if draw.random() < noise.abbreviated:
        address = _abbreviated(address, draw)
        if draw.random() < 0.3:
            address = address.replace(",", "" if draw.random() < 0.5 else " -")
    return address


def _abbreviated(address: str, draw: random.Random) -> str:
    for word, shorter in _ABBREVIATIONS:
        if draw.random() < 0.7:
            address = address.replace(word, draw.choice(shorter))
    # "Số nhà 3, ngõ 12" is "3/12" to some and "12/3" to others.
    if draw.random() < 0.5:
        address = re.sub(r"(\d+[A-C]?), ngõ (\d+),?", r"\2/\1", address)
    return address


def _other_digit(text: str, draw: random.Random) -> str:
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    if not places:
        return text
    place = draw.choice(places)
    return text[:place] + draw.choice("123456789") + text[place + 1 :]


def typo(text: str, draw: random.Random) -> str:
    """Return `text` with one letter left out, doubled, exchanged with the next, or mistaken."""
    places = [place for place, sign in enumerate(text) if sign.isalpha()]
    if not places:
        return text
    place = draw.choice(places)
    before, sign, after = text[:place], text[place], text[place + 1 :]
    way = draw.randrange(4)
    if way == 0:
        return before + after
    if way == 1:
        return before + sign + text[place:]
    if way == 2 and after[:1].isalpha():
        return before + after[0] + sign + after[1:]
    return before + draw.choice(_KEYS.get(search_key(sign), "aeo")) + after
