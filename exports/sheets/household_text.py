"""Converts a household list's text of before Unicode, column by column, by a sample of its rows.

Headers are judged one by one: a list often has a Unicode header above old text, or the other way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from exports.sheets import legacy
from exports.sheets.household_layout import SEARCHED_ROWS
from exports.sheets.household_names import meaning
from exports.sheets.legacy import Encoding, Preview
from exports.sheets.read import Cell, Row, Sheet

_SAMPLED: Final = 600
_SAMPLES: Final = 5
# A column of more different texts is judged by them, whatever its header is.
_FEW: Final = 20
_OLD: Final[tuple[Encoding, ...]] = ("tcvn3", "vni")


@dataclass(frozen=True, slots=True)
class Readable:
    """A sheet in NFC Unicode and what conversion did to it."""

    sheet: Sheet
    preview: Preview


def to_unicode(sheet: Sheet) -> Readable:
    """Return the sheet converted; text that is Unicode already stays as it is."""
    rows = sheet.rows
    if not rows:
        return Readable(sheet, Preview("unicode"))
    verdicts = _verdicts(rows)
    samples: dict[str, str] = {}
    top = [_convert_head(row, verdicts, samples) for row in rows[:SEARCHED_ROWS]]
    old = {place: verdict for place, verdict in enumerate(verdicts) if verdict in _OLD}
    below = rows[SEARCHED_ROWS:]
    if old:
        below = _convert(below, old, samples)
    elif not samples:
        encoding: Encoding = "nfd" if sheet.decomposed else "unicode"
        return Readable(sheet, Preview(encoding, sheet.decomposed))
    found: Encoding = next(iter(old.values())) if old else _of_heads(samples)
    return Readable(replace(sheet, rows=top + below), Preview(found, tuple(samples.items())))


def _verdicts(rows: list[Row]) -> list[Encoding]:
    step = max(1, len(rows) // _SAMPLED)
    sampled = [*rows[:SEARCHED_ROWS], *rows[SEARCHED_ROWS::step]]
    marked = [
        {cell for cell in column if isinstance(cell, str) and not cell.isascii()}
        for column in zip(*sampled, strict=True)
    ]
    whole = legacy.recognise(set().union(*marked))
    return [_verdict(_unnamed(texts), whole) for texts in marked]


def _unnamed(texts: set[str]) -> set[str]:
    """Return a column's texts without known headers: one in Unicode says nothing of the rest."""
    return {text for text in texts if meaning(text) is None} if len(texts) <= _FEW else texts


def _verdict(marked: set[str], whole: Encoding) -> Encoding:
    own = legacy.recognise(marked)
    if own in _OLD or whole not in _OLD:
        return own
    # A column with too little text of its own follows the rest.
    return whole if all(char <= "\xff" for text in marked for char in text) else own


def _convert_head(row: Row, verdicts: list[Encoding], samples: dict[str, str]) -> Row:
    return tuple(
        _head(cell, verdict, samples) if isinstance(cell, str) and not cell.isascii() else cell
        for cell, verdict in zip(row, verdicts, strict=True)
    )


def _head(cell: str, verdict: Encoding, samples: dict[str, str]) -> str:
    """Return a text of the first rows: known headers as they stand, or once they are converted."""
    if meaning(cell) is not None:
        return cell
    after = next(
        (text for old in _OLD if (text := legacy.convert(cell, old)) != cell and meaning(text)),
        legacy.convert(cell, verdict) if verdict in _OLD else cell,
    )
    return _noted(cell, after, samples)


def _convert(rows: list[Row], old: dict[int, Encoding], samples: dict[str, str]) -> list[Row]:
    columns: list[tuple[Cell, ...]] = list(zip(*rows, strict=True))
    for place, encoding in old.items():
        if not columns:
            break
        known: dict[Cell, Cell] = {}
        for cell in set(columns[place]):
            plain = not isinstance(cell, str) or cell.isascii()
            known[cell] = cell if plain else legacy.convert(str(cell), encoding)
        for cell in columns[place][:_SAMPLED]:
            if isinstance(cell, str):
                _noted(cell, str(known[cell]), samples)
        columns[place] = tuple(map(known.__getitem__, columns[place]))
    return list(zip(*columns, strict=True))


def _noted(before: str, after: str, samples: dict[str, str]) -> str:
    if after != before and len(samples) < _SAMPLES:
        samples[before] = after
    return after


def _of_heads(samples: dict[str, str]) -> Encoding:
    before, after = next(iter(samples.items()))
    return "tcvn3" if legacy.convert(before, "tcvn3") == after else "vni"
