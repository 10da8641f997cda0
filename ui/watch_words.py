"""Copies of this station and wrong clocks, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from models.clock import local_time
from models.figures import format_integer
from models.stations.clocks import ClockDoubt
from models.stations.copies import CopyTrace
from ui.theme.colours import Tone

_MINUTE: Final = 60 * 1000
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_YEAR: Final = 365 * _DAY
# From twice a unit on it is told in that unit.
_TWICE: Final = 2


def copy_line(trace: CopyTrace) -> tuple[Tone, str]:
    """Return what is known of a copy of this station, and what to do."""
    if trace.is_cloned:
        said = QCoreApplication.translate(
            "watch",
            "Another machine writes with a copy of this station's data: its last record is of %1,"
            " and %2 of its records are here. Nothing is lost, but please work at one of the two"
            " only, and have the other one set up anew.",
        )
        said = said.replace("%1", _moment(trace.last_ms))
        return "warning", said.replace("%2", format_integer(trace.came))
    if trace.missing:
        said = QCoreApplication.translate(
            "watch",
            "This machine was restored from a copy of %1. %2 records that were written here after"
            " that are missing, and others hold them: exchange with the hub, or take in a bundle"
            " of another station, to get them back.",
        )
        said = said.replace("%2", format_integer(trace.missing))
        return "danger", said.replace("%1", _moment(trace.copied_ms))
    said = QCoreApplication.translate(
        "watch",
        "This machine was restored from a copy of %1. The %2 records that others hold and that"
        " were written here after that came back.",
    )
    said = said.replace("%2", format_integer(trace.came))
    return "success", said.replace("%1", _moment(trace.copied_ms))


def clock_line(doubt: ClockDoubt, units: Mapping[str, str] | None = None) -> str:
    """Return whose clock seems wrong and by how much; `units` are names by code."""
    said = _clock(doubt).replace("%1", span(abs(doubt.ahead_ms)))
    # What people named comes last: it may hold the signs that are looked for.
    name = (units or {}).get(doubt.name, doubt.name) if doubt.kind == "records" else doubt.name
    return said.replace("%2", name)


def span(ms: int) -> str:
    """Return a time that has passed, roughly."""
    # The words are found only where their number is a plain name.
    if ms >= _TWICE * _YEAR:
        years = ms // _YEAR
        return QCoreApplication.translate("watch", "%n year(s)", "", years)
    if ms >= _TWICE * _DAY:
        days = ms // _DAY
        return QCoreApplication.translate("watch", "%n day(s)", "", days)
    if ms >= _TWICE * _HOUR:
        hours = ms // _HOUR
        return QCoreApplication.translate("watch", "%n hour(s)", "", hours)
    minutes = ms // _MINUTE
    return QCoreApplication.translate("watch", "%n minute(s)", "", minutes)


def _clock(doubt: ClockDoubt) -> str:
    is_ahead = doubt.ahead_ms > 0
    if doubt.kind == "own_records":
        return QCoreApplication.translate(
            "watch",
            "The last record here bears a time %1 later than this machine's clock shows. Please"
            " check its date and time.",
        )
    if doubt.kind == "records":
        return QCoreApplication.translate(
            "watch",
            "The newest records of %2 bear a time %1 later than this machine's clock shows. A"
            " clock there is wrong, or was; please tell them.",
        )
    if doubt.kind == "station" and is_ahead:
        return QCoreApplication.translate(
            "watch",
            "The clock of %2 is %1 ahead of this machine's. Please tell them to check date and"
            " time.",
        )
    if doubt.kind == "station":
        return QCoreApplication.translate(
            "watch",
            "The clock of %2 is at least %1 behind this machine's. Please tell them to check date"
            " and time.",
        )
    return _own_clock(doubt)


def _own_clock(doubt: ClockDoubt) -> str:
    if not doubt.name:
        return QCoreApplication.translate(
            "watch",
            "This machine's clock is at least %1 behind those of the other stations. Please check"
            " its date and time.",
        )
    if doubt.ahead_ms > 0:
        return QCoreApplication.translate(
            "watch",
            "This machine's clock is %1 ahead of that of the hub %2. Please check its date and"
            " time.",
        )
    return QCoreApplication.translate(
        "watch",
        "This machine's clock is %1 behind that of the hub %2. Please check its date and time.",
    )


def _moment(ms: int | None) -> str:
    if ms is None:
        return QCoreApplication.translate("watch", "an earlier day")
    return local_time(ms).strftime("%d/%m/%Y %H:%M")
