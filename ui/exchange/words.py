"""What is said of an exchange, in whole sentences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from models.clock import local_time
from models.figures import format_integer
from models.stations.ledger import Delivery
from models.store.aggregates import AGGREGATES
from ui.exchange.tasks import Taken, Written
from ui.theme.colours import Tone

_MOMENT: Final = "%d/%m/%Y %H:%M"


def moment(ms: int | None) -> str:
    """Return a time as day and minute, a dash for never."""
    return "–" if ms is None else local_time(ms).strftime(_MOMENT)


def counts(delivery: Delivery) -> str:
    """Return what is recorded here for a station, and what it said to have."""
    said = QCoreApplication.translate("exchange", "%1 recorded · %2 received")
    said = said.replace("%1", format_integer(delivery.recorded))
    return said.replace("%2", format_integer(delivery.received))


def waiting(delivery: Delivery) -> tuple[Tone, str]:
    """Return whether a station has everything, and the tone of it."""
    if delivery.heard_ms is None:
        return "info", QCoreApplication.translate("exchange", "Nothing was heard of it yet")
    if delivery.waiting:
        said = QCoreApplication.translate("exchange", "%1 waiting")
        return "warning", said.replace("%1", format_integer(delivery.waiting))
    return "success", QCoreApplication.translate("exchange", "It has everything")


def times(delivery: Delivery) -> str:
    """Return when a station was heard last and when it was written to last."""
    said = QCoreApplication.translate("exchange", "Last received from: %1 · last written for: %2")
    return said.replace("%1", moment(delivery.heard_ms)).replace("%2", moment(delivery.told_ms))


def written(done: Written) -> str:
    """Return that a bundle is on the disk."""
    events = done.events
    records = QCoreApplication.translate("exchange", "%n record(s)", "", events)
    records = records.replace(str(events), format_integer(events))
    said = QCoreApplication.translate(
        "exchange", "The bundle is written and was read back: %1 for %2. File: %3"
    )
    # What people named comes last: it may hold the signs that are looked for.
    said = said.replace("%1", records).replace("%2", ", ".join(done.names))
    return said.replace("%3", str(done.path))


def taken(done: Taken) -> tuple[Tone, str]:
    """Return what became of a bundle, in one sentence, and its tone."""
    parts = []
    for figure, said in (
        (done.held, QCoreApplication.translate("exchange", "%1 wait for a missing part")),
        (done.quarantined, QCoreApplication.translate("exchange", "%1 set apart")),
        (done.conflicts + done.slips, QCoreApplication.translate("exchange", "to be decided: %1")),
        (done.erased, QCoreApplication.translate("exchange", "%1 erased on request")),
    ):
        if figure:
            parts.append(said.replace("%1", format_integer(figure)))
    head = QCoreApplication.translate("exchange", "Taken in from %3: %1 new, %2 known")
    head = head.replace("%1", format_integer(done.new)).replace("%2", format_integer(done.known))
    said = ", ".join([head.replace("%3", done.name), *parts]) + "."
    return ("warning" if parts else "success"), said


def may_read(units: frozenset[str] | None, own: str) -> str:
    """Return what a station may read; `own` is its unit's code."""
    if units is None:
        return QCoreApplication.translate("exchange", "May read all units")
    if units == {AGGREGATES}:
        return QCoreApplication.translate("exchange", "May read figures only")
    if units == {own}:
        return QCoreApplication.translate("exchange", "May read its own unit")
    number = len(units)
    return QCoreApplication.translate("exchange", "May read %n unit(s)", "", number)
