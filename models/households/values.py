"""How a household's fields stand in the journal: plain JSON values, checked once on the way in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from models.errors import UserError
from models.households.fields import OUTCOME_CODES, PLACE_SOURCES, option
from models.households.records import Place, Visit
from models.text import tidy

_CODE: Final = re.compile(r"\d{10}")
_PLACE_ID: Final = re.compile(r"\d{12}")
_MOST_TEXT: Final = 500
_TEXTS: Final = frozenset({"name", "address", "house_number", "street", "hamlet"})
_OPTIONAL_TEXTS: Final = frozenset({"list_code", "phone", "unit", "old_unit"})


def stored(field: str, value: Any) -> Any:
    """Return a field's value as the journal holds it; UserError `households.bad_…` for a bad one.

    `place` takes a `Place`, `visit` a `Visit`, `plate_on` a date, each or its stored form.
    """
    if field in _TEXTS:
        return _text(field, value)
    if field in _OPTIONAL_TEXTS:
        return _text(field, value) or None
    if field == "code":
        return _digits(value, _CODE, "households.bad_code")
    if field == "place_id":
        return _digits(value, _PLACE_ID, "households.bad_place_id")
    if field == "has_plate":
        return bool(value)
    if field == "plate_on":
        return _day(value)
    if field == "outcome":
        if value in ("", *OUTCOME_CODES):
            return value
        raise UserError("households.bad_outcome", value=str(value)[:40])
    if field == "place":
        return _place(value)
    if field == "visit":
        return _visit(value)
    raise UserError("households.no_field", field=field[:40])


def place_of(value: Mapping[str, Any] | None) -> Place | None:
    """Return the place that the journal holds."""
    if value is None:
        return None
    return Place(value["lat"], value["lon"], value["source"], value["accuracy"])


def visit_of(value: Mapping[str, Any] | None) -> Visit | None:
    """Return the visit that the journal holds."""
    if value is None:
        return None
    return Visit(value["questionnaire"], value["version"], value["answers"])


def day_of(value: str | None) -> date | None:
    """Return the day that the journal holds."""
    return date.fromisoformat(value) if value else None


def _text(field: str, value: Any) -> str:
    text = tidy(str(value)) if value is not None else ""
    if len(text) > _MOST_TEXT:
        raise UserError("households.too_long", field=field, most=_MOST_TEXT)
    return text


def _digits(value: Any, pattern: re.Pattern[str], code: str) -> str | None:
    text = "".join(str(value).split()) if value is not None else ""
    if not text:
        return None
    if not pattern.fullmatch(text) or not text.isascii():
        raise UserError(code, value=text[:40])
    return text


def _day(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise UserError("households.bad_day", value=str(value)[:40]) from error


def _place(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    place = value if isinstance(value, Place) else place_of(value)
    assert place is not None
    lat, lon = float(place.lat), float(place.lon)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UserError("households.bad_place", value=f"{lat}, {lon}")
    if option(PLACE_SOURCES, place.source) is None:
        raise UserError("households.bad_place_source", value=place.source[:40])
    accuracy = None if place.accuracy is None else float(place.accuracy)
    # Seven decimals are a centimetre: more is noise, and equal places must compare equal.
    return {"lat": round(lat, 7), "lon": round(lon, 7), "source": place.source,
            "accuracy": accuracy}  # fmt: skip


def _visit(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    visit = value if isinstance(value, Visit) else visit_of(value)
    assert visit is not None
    return {"questionnaire": visit.questionnaire, "version": visit.version,
            "answers": dict(visit.answers)}  # fmt: skip
