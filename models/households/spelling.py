"""Names and addresses as lists write them, taken apart so that they can be compared.

Case, marks, the place of a tone, blanks and the usual abbreviations (Tp, P., Kp, Ng., Đ., SN …)
do not matter; what names a ward, a city or a province is dropped, by its old and its new name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from models.text import nfc, search_key, sort_key

_NUMBER: Final = r"\d+[a-zđ]?(?![^\W\d_])"
_TOKEN: Final = re.compile(rf"{_NUMBER}(?:[/-]{_NUMBER})*|\d+|[^\W\d_]+\.?")
_SEPARATORS: Final = (";", ":", "(", ")", "\n", "\t", "–", " -")
_DIGITS: Final = re.compile(r"\D")
_COMPONENT: Final = re.compile(r"[/-]")

_HOUSE, _ALLEY, _STREET, _GROUP, _PLACE, _WORDS = "house", "alley", "street", "group", "place", ""
# What a word says of the words after it. With marks only the right ones: Phương is no phường.
_KINDS: Final = {
    word: kind
    for kind, words in (
        (_HOUSE, "số so nhà nha sn sn. s.n"),
        (_ALLEY, "ngõ ngo ng ng. ngách ngach hẻm hem kiệt kiet"),
        (_STREET, "đường duong đ đ. d. phố pho"),
        (_GROUP, "tổ to tdp tdp."),
        (_PLACE, "khu k k. kp kp. thôn thon xóm xom ấp ap bản ban t t. phường phuong p p. f f."
                 " xã xa x x. thị thi thành thanh tp tp. tx tx. tt tt. huyện huyen h h. quận quan"
                 " q q. tỉnh tinh"),
    )
    for word in words.split()
}  # fmt: skip
# Said in two words, of which the first alone may begin a name: thành phố, thị xã, tổ dân phố.
_SECOND: Final = {
    "thành": {"phố"}, "thanh": {"pho"}, "thị": {"xã", "trấn"}, "thi": {"xa", "tran"},
    "khu": {"phố", "pho"}, "tổ": {"dân"}, "to": {"dan"}, "dân": {"phố"}, "dan": {"pho"},
}  # fmt: skip
_TWO_WORDS: Final = frozenset({"thành", "thanh", "thị", "thi"})
# Words that mean this only before a number: `Ng. 5` is an alley, `Ng. Du` a man.
_BEFORE_NUMBER: Final = frozenset(
    {"số", "so", "sn", "sn.", "ngõ", "ngo", "ng", "ng.", "ngách", "ngach", "hẻm", "hem", "kiệt",
     "kiet", "to", "ap", "ban", "t", "t.", "k", "x", "h", "q", "h.", "q."}
)  # fmt: skip
_SHORT: Final = {"ng": "nguyễn", "ng.": "nguyễn", "tr.": "trần", "v.": "văn", "th.": "thị",
                 "t.": "thị", "đ.": "đình", "x.": "xuân", "h.": "hữu"}  # fmt: skip
_TITLES: Final = frozenset({"ông", "ong", "ông.", "bà", "ba", "hộ", "ho", "chủ", "chu"})
_SUFFIXES: Final = frozenset("abcd")


class Name(NamedTuple):
    """A name's words without marks, with them (tones in one place), and without order."""

    folded: str
    marked: str
    ordered: str
    has_marks: bool


class Address(NamedTuple):
    """What is left of an address to compare: "" for what it does not say.

    `house` holds the numbers of house and alley in one order, so that `3 ngõ 12` is `12/3`;
    `lead` the house's own number without its letter; `group` the number of the tổ.
    """

    house: str
    lead: str
    street: str
    group: str


class Speller:
    """Takes addresses apart; knows the places whose names say nothing within a hamlet."""

    def __init__(self, hamlets: Iterable[str] = ()) -> None:
        bare = {_without_kind(hamlet) for hamlet in set(hamlets)}
        self._places = unit_names() | {name for name in bare if name and not name.isdigit()}
        self._longest = max(len(name.split()) for name in self._places)
        self._names: dict[str, Name] = {}
        self._heads: dict[str, tuple[tuple[str, str], ...]] = {}
        self._rests: dict[str, tuple[tuple[str, str], ...]] = {"": ()}

    def name(self, text: str) -> Name:
        """Return a person's name to compare: titles dropped, Ng. and V. written out."""
        found = self._names.get(text)
        if found is None:
            found = self._names[text] = _name(text)
        return found

    def address(self, text: str) -> Address:
        """Return the parts of an address, whatever of it is there."""
        house = alleys = street = words = group = ""
        head, _, rest = text.partition(",")
        for kind, value in (*self._head(head), *self._said(rest)):
            if kind == _HOUSE:
                house = house or value
            elif kind == _ALLEY:
                alleys += value + "/"
            elif kind == _STREET:
                street = street or value
            elif kind == _GROUP:
                group = group or value.lstrip("0")
            else:
                words = words or value
        if not house:
            return Address("", "", street or words, group)
        return Address(*_house(alleys + house, house), street or words, group)

    def _said(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return what the rest of an address says; kept, for neighbours share it."""
        found = self._rests.get(text)
        if found is None:
            head, _, rest = text.partition(",")
            found = self._rests[text] = self._head(head) + (self._said(rest) if rest else ())
        return found

    def _head(self, text: str) -> tuple[tuple[str, str], ...]:
        found = self._heads.get(text)
        if found is None:
            plain = nfc(text).casefold()
            for separator in _SEPARATORS:
                plain = plain.replace(separator, ",")
            pieces = (piece for part in plain.split(",") for piece in self._segment(part))
            found = self._heads[text] = tuple(pieces)
        return found

    def _segment(self, segment: str) -> Iterator[tuple[str, str]]:
        kind, said, after_number = _WORDS, list[str](), False
        tokens = _TOKEN.findall(segment)
        place = 0
        while place < len(tokens):
            token = tokens[place]
            following = tokens[place + 1] if place + 1 < len(tokens) else ""
            place += 1
            if token[0].isdigit():
                if following in _SUFFIXES and token.isdigit():
                    token, place = token + following, place + 1
                if kind == _PLACE or (kind == _STREET and not said) or self._is_place(said, token):
                    # `Khe Sú 1` keeps its number, and so does `đường 30/4`.
                    said.append(token)
                    if len(said) == 1:
                        yield from self._piece(kind, said, after_number)
                        kind, said, after_number = _WORDS, [], False
                    continue
                yield from self._piece(kind, said, after_number)
                yield (kind if kind in (_ALLEY, _GROUP) else _HOUSE), token
                kind, said, after_number = _WORDS, [], True
                continue
            starts = _kind(token, following) if not (kind == _STREET and not said) else None
            if starts is None:
                said.append(token)
                continue
            while following in _SECOND.get(token, ()):
                token, place = following, place + 1
                following = tokens[place] if place < len(tokens) else ""
            yield from self._piece(kind, said, after_number)
            # A street after its house is still the house's own.
            kind, said, after_number = starts, [], after_number and starts == _STREET
        yield from self._piece(kind, said, after_number)

    def _is_place(self, said: list[str], number: str) -> bool:
        return bool(said) and " ".join([*map(fold, said), number]) in self._places

    def _piece(self, kind: str, said: list[str], after_number: bool) -> Iterator[tuple[str, str]]:
        if kind in (_WORDS, _STREET) and said:
            words = [fold(_SHORT.get(token, token)) for token in said]
            words = self._without_places(words, keeps=kind == _STREET or after_number)
            if words:
                yield kind, " ".join(words)

    def _without_places(self, words: list[str], keeps: bool) -> list[str]:
        """Return `words` without the places they end in; `keeps` one name, which is a street's."""
        found = True
        while found and words:
            found = False
            for length in range(min(self._longest, len(words)), 0, -1):
                if " ".join(words[-length:]) in self._places:
                    if length == len(words) and keeps:
                        return words
                    words, found = words[:-length], True
                    break
        return words


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word without case, marks and full stop."""
    return search_key(word).strip(".")


@lru_cache(maxsize=50_000)
def _marked(word: str) -> str:
    return sort_key(word.strip("."))


def _name(text: str) -> Name:
    tokens = [token for token in _TOKEN.findall(nfc(text).casefold()) if not token[0].isdigit()]
    while len(tokens) > 2 and tokens[0] in _TITLES:
        del tokens[0]
    last = len(tokens) - 1
    tokens = [_SHORT.get(word, word) if place < last else word for place, word in enumerate(tokens)]
    words = [fold(token) for token in tokens]
    marked = " ".join(_marked(token) for token in tokens)
    return Name(" ".join(words), marked, " ".join(sorted(words)), words != tokens)


@cache
def unit_names() -> frozenset[str]:
    """Return the folded names of all old and new units, of their cities and of the province."""
    from models.units.unit import shipped_units

    cities = ("uong bi", "quang yen", "ha long", "quang ninh", "viet nam")
    return frozenset({*(search_key(unit.name) for unit in shipped_units()), *cities})


@lru_cache(maxsize=20_000)
def hamlet_key(text: str) -> str:
    """Return the key under which a hamlet is one: `Khu 05`, `KP5` and `5` are the same."""
    from models.households.naming import hamlet_name

    return _without_kind(hamlet_name(text)) or search_key(text)


def _without_kind(hamlet: str) -> str:
    tokens = _TOKEN.findall(nfc(hamlet).casefold())
    place = 0
    while place < len(tokens) - 1 and _KINDS.get(tokens[place]) in (_PLACE, _GROUP):
        place += 1
        while place < len(tokens) - 1 and tokens[place] in _SECOND.get(tokens[place - 1], ()):
            place += 1
    return " ".join(fold(token) for token in tokens[place:])


def _kind(token: str, following: str) -> str | None:
    """Return what `token` announces, None where it is a word of a name."""
    kind = _KINDS.get(token)
    if kind is None or not following:
        return None
    if token in ("nhà", "nha", "số", "so") and following in ("nhà", "nha"):
        return _HOUSE
    if token in _TWO_WORDS or (token in _SECOND and following in _SECOND[token]):
        return kind if following in _SECOND[token] else None
    if token in _BEFORE_NUMBER and not following[0].isdigit():
        return None
    return kind


@lru_cache(maxsize=50_000)
def _house(numbers: str, own: str) -> tuple[str, str]:
    """Return the numbers in one order, and the digits of the house's own."""
    parts = [part.lstrip("0") for part in _COMPONENT.split(numbers)]
    return "/".join(sorted(parts)), _DIGITS.sub("", _COMPONENT.split(own)[0]).lstrip("0")
