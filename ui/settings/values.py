"""Settings as the plain data that is typed, compared and recorded; pure.

A share is a string with a decimal point ("90.5"), the year's first day is "month-day". How a split
unit was settled stands under `split:` and the old unit's code, "" while nobody has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from models.settings.kiosk import KioskSettings
from models.settings.record import Settings
from models.text import search_key, tidy
from models.units.unit import Unit, UnitRegister

Values = dict[str, Any]
SPLIT: Final = "split:"
MOST_REASONS: Final = 9


def settings_values(settings: Settings, register: UnitRegister) -> Values:
    """Return everything that the page edits."""
    month, day = settings.year_start
    values: Values = {
        "parent_body": settings.parent_body,
        "issuing_body": settings.issuing_body,
        "place": settings.place,
        "number_suffix": settings.number_suffix,
        "signer_title": settings.signer_title,
        "signer_name": settings.signer_name,
        "recipients": list(settings.recipients),
        "year_start": f"{month}-{day}",
        "target": _plain(settings.target),
        "margin": _plain(settings.margin),
        "report_day": settings.report_day,
        "month_goal": settings.month_goal,
        "rekeys": settings.rekeys,
        "rekey_target": _plain(settings.rekey_target),
        "rekey_share": _plain(settings.rekey_share),
        "rekey_levels": settings.rekey_levels,
        "invalid_reasons": [
            {"code": item.code, "vi": item.vi, "en": item.en} for item in settings.invalid_reasons
        ],
    }
    for item in fields(KioskSettings):
        value = getattr(settings, item.name)
        values[item.name] = value.strftime("%H:%M") if isinstance(value, time) else value
    for unit in split_units(register):
        settled = register.today(unit)
        values[SPLIT + unit.code] = settled.code if settled is not None else ""
    return values


def split_units(register: UnitRegister) -> tuple[Unit, ...]:
    """Return the old units that went to more than one of today's."""
    return tuple(unit for unit in register.units if len(unit.successors) > 1)


def changed(values: Mapping[str, Any], stored: Mapping[str, Any]) -> Values:
    """Return those values that differ from what is stored."""
    return {key: value for key, value in values.items() if value != stored.get(key)}


def merged(typed: Mapping[str, Any], stored: Mapping[str, Any], fresh: Mapping[str, Any]) -> Values:
    """Return what to show when the store changed: what a person has typed stays, the rest moves."""
    return {**fresh, **{key: typed[key] for key in changed(typed, stored) if key in fresh}}


def share_value(text: str) -> str:
    """Return a share that was typed, "90,5" or "90.5"; what is no number is returned as it is."""
    try:
        return _plain(Decimal(text.strip().rstrip("%").strip().replace(",", ".")))
    except InvalidOperation:
        return text.strip()


def share_text(value: str) -> str:
    """Return a share as it is read: "90,5"."""
    return value.replace(".", ",")


def reason_code(text: str, taken: Collection[str]) -> str:
    """Return a code for a new reason, made from its words and not used before."""
    letters = (sign if sign.isalnum() and sign.isascii() else "_" for sign in search_key(text))
    stem = "_".join(part for part in "".join(letters).split("_") if part)[:40] or "ly_do"
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}_{number}"
    return code


def lines(text: str) -> list[str]:
    """Return the lines of a text, tidy, without empty ones."""
    return [line for line in map(tidy, text.split("\n")) if line]


def _plain(share: Decimal) -> str:
    return f"{share.normalize():f}" if share.is_finite() else str(share)
