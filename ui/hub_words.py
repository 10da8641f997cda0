"""How the exchange with the hub stands, in whole sentences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from models.clock import local_time
from models.figures import format_integer
from models.stations.hub import HubRound
from ui.hub_rounds import HubState
from ui.theme.colours import Tone

_MOMENT: Final = "%d/%m/%Y %H:%M"
_HOUR: Final = "%H:%M"


def standing(state: HubState) -> tuple[Tone, str]:
    """Return what the last round did or what stood in its way, and the tone of it."""
    if state.trouble:
        return "warning", f"{state.trouble}\n{since(state)}"
    if state.was_stopped:
        said = QCoreApplication.translate("hub", "It was stopped. What had gone and come stays.")
        return "info", said
    last = state.known.last
    if last is None:
        return "info", QCoreApplication.translate("hub", "Nothing was exchanged with it yet.")
    is_behind = last.pending or last.held or last.quarantined
    return ("warning" if is_behind else "success"), did(last)


def since(state: HubState) -> str:
    """Return since when nothing was exchanged, and when it is tried again."""
    last = state.known.last
    if last is None:
        said = QCoreApplication.translate("hub", "Nothing was exchanged with the hub yet")
    else:
        said = QCoreApplication.translate("hub", "No exchange with the hub since %1")
        said = said.replace("%1", local_time(last.done_ms).strftime(_MOMENT))
    if state.next_ms is not None:
        again = QCoreApplication.translate("hub", "next try at %1")
        said += ", " + again.replace("%1", local_time(state.next_ms).strftime(_HOUR))
    return said + "."


def did(last: HubRound) -> str:
    """Return what a round did."""
    said = QCoreApplication.translate(
        "hub", "Last exchange %4: %1 sent, %2 received, %3 waiting"
    )
    for place, figure in enumerate((last.sent, last.received, last.pending), start=1):
        said = said.replace(f"%{place}", format_integer(figure))
    parts = [said.replace("%4", local_time(last.done_ms).strftime(_MOMENT))]
    for figure, more in (
        (last.held, QCoreApplication.translate("hub", "%1 wait for a missing part")),
        (last.quarantined, QCoreApplication.translate("hub", "%1 set apart")),
    ):
        if figure:
            parts.append(more.replace("%1", format_integer(figure)))
    return ", ".join(parts) + "."


def next_time(state: HubState) -> str:
    """Return when the next exchange comes by itself, "" where none does or one is under way."""
    if state.next_ms is None or state.is_running or state.trouble:
        return ""
    said = QCoreApplication.translate("hub", "By itself again at %1")
    return said.replace("%1", local_time(state.next_ms).strftime(_HOUR))
