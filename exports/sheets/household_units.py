"""Understands how a list names wards and communes, of today and of before 1 July 2025.

Some names and codes mean an old and a today's unit (Vàng Danh, 06811): then the rest of the list
decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from models.text import search_key
from models.units.unit import Unit, UnitKind, UnitRegister

Map = Literal["old", "today"]

_KIND: Final = re.compile(r"^(phuong|p|xa|x|thi tran|tt)(?:\. ?| )(?=\S)")
_KINDS: Final[Mapping[str, UnitKind]] = {
    "phuong": "ward", "p": "ward", "xa": "commune", "x": "commune",
}  # fmt: skip
_PREFIXES: Final[Mapping[str, str]] = {"ward": "phuong ", "commune": "xa "}
_FORMER: Final = re.compile(r"\b(?:cu|truoc day)\)?$|\((?:cu|truoc day)\b.*\)$")
_ASIDE: Final = re.compile(r"[(\[].*?[)\]]")
_CUT: Final = re.compile(r"\s*[,;]\s*|\s+[-–]\s*|\s*[-–]\s+")
_CODE: Final = re.compile(r"\d{4,5}")


@dataclass(frozen=True, slots=True)
class Named:
    """The units that a text names: on the map of before, on today's; None where it names none."""

    old: Unit | None = None
    today: Unit | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Say whether the map decides what is meant."""
        return self.old is not None and self.today is not None

    def on(self, the_map: Map) -> Unit | None:
        """Return the unit on a map, where it names none there the one on the other."""
        if the_map == "old":
            return self.old or self.today
        return self.today or self.old


class UnitNames:
    """Finds units by code or name, with their kind in front or without, abbreviated or not."""

    def __init__(self, register: UnitRegister, today: date) -> None:
        self._old = [unit for unit in register.units if not unit.is_valid_on(today)]
        self._today = [unit for unit in register.units if unit.is_valid_on(today)]
        self._known: dict[str, Named] = {}

    def find(self, text: str) -> Named:
        """Return what a cell names, such as `P. Trưng Vương, TP Uông Bí` or `06814`."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def find_marked(self, text: str) -> Named:
        """Return what a text names that must say its kind, as `phường` or `P.` in front."""
        return self.find(text) if _KIND.match(search_key(text)) else Named()

    def mentioned(self, text: str) -> Named:
        """Return the units whose full names stand anywhere in a longer text, such as a title."""
        key = f" {search_key(text)} "
        return Named(_mentioned(self._old, key), _mentioned(self._today, key))

    def _find(self, text: str) -> Named:
        plain = text.strip()
        if _CODE.fullmatch(plain):
            # A spreadsheet that took the code for a number dropped its zero.
            code = plain.zfill(5)
            return Named(*(_only([u for u in units if u.code == code]) for units in self._maps()))
        key = search_key(plain)
        is_former = bool(_FORMER.search(key))
        for piece in (key, *_CUT.split(_ASIDE.sub("", key))):
            found = self._by_name(_FORMER.sub("", piece).strip())
            if found.old or found.today:
                return Named(found.old) if is_former and found.old else found
        return Named()

    def _maps(self) -> tuple[list[Unit], list[Unit]]:
        return self._old, self._today

    def _by_name(self, key: str) -> Named:
        said = _KIND.match(key)
        name = key[said.end() :] if said else key
        found = [
            [u for u in units if name in (search_key(u.name), search_key(u.full_name))]
            for units in self._maps()
        ]
        kind = _KINDS.get(said[1]) if said else None
        if any(unit.kind == kind for units in found for unit in units):
            # `Xã Hiệp Hòa` is the old commune: today's Hiệp Hòa is a ward.
            found = [[unit for unit in units if unit.kind == kind] for units in found]
        return Named(*map(_only, found))


@dataclass(frozen=True, slots=True)
class Decision:
    """The map that a list is on, the names that it decided, and what spoke for it."""

    map: Map
    ambiguous: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def decide(names: UnitNames, texts: Iterable[str]) -> Decision:
    """Return the map of a list by all its unit cells: the one that more of them are alone on."""
    counts = Counter(texts)
    only: dict[Map, list[str]] = {"old": [], "today": []}
    ambiguous = []
    for text in counts:
        named = names.find(text)
        if named.is_ambiguous:
            ambiguous.append(text)
        elif named.old or named.today:
            only["old" if named.old else "today"].append(text)
    weight = {side: sum(counts[text] for text in found) for side, found in only.items()}
    the_map: Map = "old" if weight["old"] > weight["today"] else "today"
    return Decision(the_map, tuple(ambiguous), tuple(only[the_map]))


def _only(units: list[Unit]) -> Unit | None:
    return units[0] if len(units) == 1 else None


def _mentioned(units: Iterable[Unit], key: str) -> Unit | None:
    found = [u for u in units if f" {_PREFIXES.get(u.kind, '')}{search_key(u.name)}" in key]
    return _only(found)
