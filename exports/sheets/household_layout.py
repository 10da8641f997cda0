"""Finds the header of a household list and says what each column holds.

A header may stand below title rows and over several rows: a group header above sub-headers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.sheets import household_sniff as sniff
from exports.sheets.household_names import AXES, Meant, header_key, meaning
from exports.sheets.read import Cell, Sheet, column_letters
from exports.sheets.slip_cells import text_of

SEARCHED_ROWS: Final = 30
MOST_HEADER_ROWS: Final = 4
# One of these makes a table a list of households.
CORE: Final = frozenset({"name", "address", "code", "list_code", "house_number"})
_SURE: Final = 0.9
_SNIFFED: Final = 0.5
_DOUBTFUL: Final = 0.4
_ADDS: Final = 0.5
_NUMBER: Final = re.compile(r"\(?(?:[a-z]|\d{1,2})\)?(?:=.*)?", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[\d\s.,/+\-]+")
_FAMILY: Final = frozenset({"ho va ten dem", "ho dem", "ho va dem", "ho lot", "ho va chu dem"})


@dataclass(frozen=True, slots=True)
class LayoutGuess:
    """What the columns of a sheet hold; rows are indexes into the sheet's, columns count from 0.

    `columns` maps fields and helpers (`household_names.COLUMN_NAMES`) to columns; `certainty`, from
    0 to 1, is by column. `unmapped` have a header or cells but mean nothing here; `ignored` hold
    identity papers and are never read. `headers` are the texts above the columns, `fingerprint`
    identifies them, so that a corrected mapping can be remembered. `is_header_guessed` says that no
    name in the header is known: it was told by the cells below.
    """

    header_rows: tuple[int, ...]
    first_data_row: int
    columns: Mapping[str, int]
    unmapped: tuple[int, ...]
    ignored: tuple[int, ...]
    certainty: Mapping[int, float]
    headers: tuple[str, ...]
    fingerprint: str
    is_header_guessed: bool = False

    @property
    def is_list(self) -> bool:
        """Say whether a column says who or where a household is."""
        return not CORE.isdisjoint(self.columns)

    def column_name(self, column: int) -> str:
        """Return the header above a column, else its letters."""
        header = self.headers[column] if column < len(self.headers) else ""
        return header or column_letters(column + 1)

    def corrected(self, columns: Mapping[str, int]) -> LayoutGuess:
        """Return the layout with the columns that a person chose; what they leave out is unmapped.

        A column that was taken for identity papers is read only where it is chosen for a field.
        """
        width = len(self.headers)
        chosen = {
            field: place
            for field, place in columns.items()
            if field != "identity" and 0 <= place < width
        }
        used = set(chosen.values())
        known = {*self.columns.values(), *self.unmapped}
        return replace(
            self, columns=chosen, certainty=dict.fromkeys(used, 1.0),
            unmapped=tuple(place for place in range(width) if place in known - used),
            ignored=tuple(place for place in self.ignored if place not in used),
        )  # fmt: skip


def guess_layout(
    sheet: Sheet,
    *,
    columns: Mapping[str, int] | None = None,
    header_rows: Sequence[int] | None = None,
) -> LayoutGuess:
    """Return the layout of a sheet; `columns` and `header_rows`, where given, override the guess.

    Where there is no header at all, the cells alone are judged. Nothing is found in an empty sheet:
    then `columns` is empty.
    """
    top = [[text_of(cell) for cell in row] for row in sheet.rows[:SEARCHED_ROWS]]
    found = _find_header(sheet.rows, top) if header_rows is None else tuple(header_rows)
    unknown = () if found or header_rows is not None else _unknown_header(sheet.rows, top)
    found = found or unknown
    heads = _heads([top[index] for index in found if index < len(top)])
    start = max(found, default=-1) + 1
    while start < len(sheet.rows) and found and is_numbering(sheet.rows[start]):
        start += 1
    guess = _layout(sheet.rows, found, start, heads, is_guessed=bool(unknown))
    return guess if columns is None else guess.corrected(columns)


def is_numbering(row: Sequence[Cell]) -> bool:
    """Say whether a row only counts the columns: `1 2 3`, `(1) (2)`, `A B 1 2`."""
    texts = [text_of(cell) for cell in row if cell is not None]
    return len(texts) >= 3 and all(_NUMBER.fullmatch(text) for text in texts)


_Head = tuple[str, str]


def _find_header(rows: Sequence[Sequence[Cell]], top: Sequence[Sequence[str]]) -> tuple[int, ...]:
    best: tuple[int, ...] = ()
    best_score = 0.0
    possible = [_could_be_header(row) for row in rows[: len(top)]]
    for start in range(len(top)):
        if sum(map(bool, top[start])) < 2:
            continue
        for stop in range(start + 1, min(start + MOST_HEADER_ROWS, len(top)) + 1):
            if not possible[stop - 1]:
                break
            score = _score(_heads(top[start:stop]))
            # A further row must say more, so that data are not taken for sub-headers.
            if score > best_score + (_ADDS if best else 0.0):
                best, best_score = tuple(range(start, stop)), score
    return best


def _could_be_header(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell is not None]
    return bool(filled) and all(
        isinstance(cell, str) and not _DIGITS.fullmatch(cell) for cell in filled
    )


def _unknown_header(
    rows: Sequence[Sequence[Cell]], top: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """Return the first row of a table if it only names what stands below in words of its own.

    Its cells hold no digits and are nothing of what their columns hold; where the columns say
    nothing, there are digits below.
    """
    index = next((place for place, row in enumerate(top) if sum(map(bool, row)) >= 2), None)
    if index is None or not _could_be_header(rows[index]) or _has_digits(top[index]):
        return ()
    below = rows[index + 1 :]
    held = [sniff.what(sniff.sample(below, place), words=True) for place in range(len(top[index]))]
    judged = [
        sniff.fits(field, rows[index][place])
        for place, field in enumerate(held)
        if field is not None and top[index][place]
    ]
    is_header = not any(judged) if judged else any(map(_has_digits, top[index + 1 :]))
    return (index,) if is_header else ()


def _has_digits(texts: Sequence[str]) -> bool:
    return any(char.isdecimal() for text in texts for char in text)


def _score(heads: Sequence[_Head]) -> float:
    certain: dict[str, float] = {}
    for sub, group in heads:
        found = meaning(sub, group)
        if found is not None:
            certain[found.field] = max(found.certainty, certain.get(found.field, 0.0))
    if len(certain) < 2 or CORE.isdisjoint(certain) or max(certain.values()) < _SURE:
        return 0.0
    return sum(certain.values())


def _heads(rows: Sequence[Sequence[str]]) -> list[_Head]:
    """Return for each column its lowest header and the texts above it, merged cells filled."""
    if not rows:
        return []
    filled = [_spread(row, rows[level + 1 :]) for level, row in enumerate(rows)]
    heads: list[_Head] = []
    for column in range(len(rows[0])):
        texts = list(dict.fromkeys(row[column] for row in filled if row[column]))
        heads.append((texts[-1], " ".join(texts[:-1])) if texts else ("", ""))
    return heads


def _spread(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Copy a group header to the right, as far as there are sub-headers without one of their own.

    A merged cell's text stands in its first cell alone.
    """
    spread = list(row)
    for column in range(1, len(row)):
        under = any(line[column] for line in below)
        if not row[column] and under and any(line[column - 1] for line in below):
            spread[column] = spread[column - 1]
    return spread


def _layout(
    rows: Sequence[Sequence[Cell]], found: tuple[int, ...], start: int, heads: Sequence[_Head], *,
    is_guessed: bool,
) -> LayoutGuess:  # fmt: skip
    width = len(rows[0]) if rows else 0
    heads = heads or [("", "")] * width
    below = rows[start:]
    samples = [sniff.sample(below, column) for column in range(width)]
    columns, certainty = _by_header(heads, samples)
    identity = {place for place, meant in enumerate(_meanings(heads)) if meant.field == "identity"}
    _sniff(heads, samples, columns, certainty, identity,
           headless=is_guessed or not found)  # fmt: skip
    used = set(columns.values())
    unmapped = []
    for place in range(width):
        if place in used or place in identity:
            continue
        if sniff.are_identity_numbers(samples[place]):
            identity.add(place)
        elif heads[place][0] or samples[place]:
            unmapped.append(place)
    headers = tuple(_joined(head) for head in heads)
    return LayoutGuess(
        found, start, columns, tuple(unmapped), tuple(sorted(identity)), certainty, headers,
        _fingerprint(headers, columns if not found else {}), is_guessed,
    )  # fmt: skip


_NOTHING: Final = Meant("", 0.0)


def _meanings(heads: Sequence[_Head]) -> list[Meant]:
    return [meaning(sub, group) or _NOTHING for sub, group in heads]


def _by_header(
    heads: Sequence[_Head], samples: Sequence[Sequence[Cell]]
) -> tuple[dict[str, int], dict[int, float]]:
    columns: dict[str, int] = {}
    certainty: dict[int, float] = {}
    keys = [header_key(sub) for sub, _ in heads]
    parts = {keys.index(key) for key in _FAMILY if key in keys}
    for place, meant in enumerate(_meanings(heads)):
        field, sure = meant.field, meant.certainty
        if field == "name" and parts and keys[place] == "ten":
            field = "given_name"
        if field in ("", "identity", *AXES):
            continue
        if sniff.contradicts(field, samples[place]):
            sure = _DOUBTFUL
        if field not in columns or sure > certainty[columns[field]]:
            if field in columns:
                del certainty[columns[field]]
            columns[field], certainty[place] = place, sure
    return columns, certainty


def _sniff(
    heads: Sequence[_Head], samples: Sequence[Sequence[Cell]], columns: dict[str, int],
    certainty: dict[int, float], identity: set[int], *, headless: bool,
) -> None:  # fmt: skip
    """Fill in what no header said: columns without a header, and codes under any odd one."""
    used = {*columns.values(), *identity}
    given = columns.get("name", -2) + 1
    is_bare = "given_name" not in columns and 0 < given < len(heads) and not heads[given][0]
    if is_bare and sniff.are_given_names(samples[given]):
        # The header `Họ và tên` merged over two columns: family names, then given names.
        columns["given_name"], certainty[given] = given, _SNIFFED
        used.add(given)
    for place, cells in enumerate(samples):
        if place in used or not cells:
            continue
        meant = meaning(*heads[place])
        is_open = headless or meant is None or meant.field in AXES
        field = sniff.what(cells, words=headless or not heads[place][0])
        if field == "identity":
            identity.add(place)
        elif field and field not in columns and is_open:
            columns[field], certainty[place] = place, _SNIFFED
    if headless and "lat" in columns and "lon" not in columns:
        del certainty[columns.pop("lat")]


def _joined(head: _Head) -> str:
    sub, group = head
    return f"{group} {sub}".strip() if group else sub


def _fingerprint(headers: Sequence[str], sniffed: Mapping[str, int]) -> str:
    words = [header_key(text) for text in headers]
    words += [f"{place}={field}" for field, place in sorted(sniffed.items())]
    return hashlib.blake2b("\x1f".join(words).encode(), digest_size=16).hexdigest()
