"""Reads what `households check --field name=value` says of a household's fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from desktop.cli.invocation import parse_day
from models.errors import Problem, UserError
from models.households.codes import read_code, read_place_id
from models.households.coordinates import read_place
from models.households.fields import CHECK_FIELDS
from models.households.phones import read_phone
from models.text import search_key

# The outcome is an option of its own, and a visit's answers belong to its questionnaire.
FIELDS: Final = tuple(name for name in CHECK_FIELDS if name not in ("outcome", "visit"))
_PARTS: Final = ("lat", "lon")
_YES: Final = frozenset({"co", "yes", "true", "1", "x"})
_NO: Final = frozenset({"khong", "no", "false", "0", ""})


def read_values(pairs: Sequence[str]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return `{field: value}` of `name=value` texts, and what a person should look at.

    `lat=` and `lon=` together are a place too; an empty value takes a field away. UserError for a
    text without `=`, a field that is unknown or given twice, a value that cannot be read.
    """
    said = _split(pairs)
    notes: list[Problem] = []
    values: dict[str, Any] = {}
    for name, text in _joined(said).items():
        if name == "place" and text:
            reading = read_place(text)
            values[name] = reading.place
            notes += reading.warnings
        else:
            read = _READERS.get(name)
            values[name] = read(text) if read else text
    return values, tuple(notes)


def _split(pairs: Sequence[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        name = name.strip()
        if not sign:
            raise UserError("commands.bad_field", text=pair[:40])
        if name not in (*FIELDS, *_PARTS):
            names = ", ".join((*FIELDS, *_PARTS))
            raise UserError("commands.unknown_field", name=name[:40], names=names)
        if name in said:
            raise UserError("commands.field_twice", name=name)
        said[name] = text.strip()
    return said


def _joined(said: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with latitude and longitude made one place."""
    fields = {name: text for name, text in said.items() if name not in _PARTS}
    given = [said[name] for name in _PARTS if name in said]
    if not given:
        return fields
    if len(given) == 1 or "place" in fields:
        raise UserError("commands.place_in_parts")
    fields["place"] = "; ".join(given) if all(given) else ""
    return fields


def _code(text: str) -> str | None:
    return _digits(text, read_code(text), "households.bad_code")


def _place_id(text: str) -> str | None:
    return _digits(text, read_place_id(text), "households.bad_place_id")


def _digits(text: str, found: str | None, problem: str) -> str | None:
    if text and found is None:
        raise UserError(problem, value=text[:40])
    return found


def _phone(text: str) -> str | None:
    reading = read_phone(text)
    if reading.problem is not None:
        raise UserError(reading.problem, value=text[:40])
    return reading.value


def _has_plate(text: str) -> bool:
    key = search_key(text)
    if key not in _YES | _NO:
        raise UserError("commands.yes_or_no", option="has_plate", text=text[:40])
    return key in _YES


def _plate_on(text: str) -> Any:
    return parse_day(text, "plate_on") if text else None


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "code": _code,
    "place_id": _place_id,
    "phone": _phone,
    "has_plate": _has_plate,
    "plate_on": _plate_on,
    "place": lambda _text: None,
}
