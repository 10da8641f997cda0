"""Reads the settings in force."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from models.settings.kiosk import parse_kiosk
from models.settings.record import MOST_SLIPS, Option, Settings
from models.settings.tables import settings


def read_settings(connection: Connection) -> Settings:
    """Return the defaults with every change that was recorded."""
    rows = connection.execute(select(settings)).all()
    values = {row.key: parse(row.key, json.loads(row.value)["value"]) for row in rows}
    return Settings(**values)


def parse(key: str, value: Any) -> Any:
    """Return the value of a `Settings` field from JSON data; ValueError if it cannot be one."""
    if key == "year_start":
        month, day = (int(part) for part in str(value).split("-"))
        # 29 February to the end of a month that is not in every year would move from year to year.
        if day > 28:
            raise ValueError(value)
        return (date(2023, month, day).month, day)
    if key in {"target", "margin"}:
        share = Decimal(str(value))
        if not 0 < share <= 100:
            raise ValueError(value)
        return share
    if key == "report_day":
        day = int(str(value))
        if not 1 <= day <= 28:
            raise ValueError(value)
        return day
    if key == "month_goal":
        return None if value is None else _goal(value)
    if key == "rekeys":
        return {"True": True, "False": False}[str(value)]
    if key == "rekey_target":
        wrong = Decimal(str(value))
        if not Decimal("0.5") <= wrong <= 1000:
            raise ValueError(value)
        return wrong
    if key == "rekey_share":
        share = Decimal(str(value))
        if not 1 <= share <= 90:
            raise ValueError(value)
        return share
    if key == "rekey_levels":
        levels = int(str(value))
        if not 0 <= levels <= 5:
            raise ValueError(value)
        return levels
    if key in {"recipients", "signing_roots"}:
        return tuple(str(item) for item in value)
    if key in {"channels", "invalid_reasons"}:
        return tuple(Option(item["code"], item["vi"], item["en"]) for item in value)
    if key.startswith("kiosk_"):
        return parse_kiosk(key, value)
    return str(value)


def _goal(value: Any) -> int:
    goal = int(str(value))
    if not 1 <= goal <= MOST_SLIPS:
        raise ValueError(value)
    return goal
