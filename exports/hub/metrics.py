"""Counts of what a hub process did, in the text format that Prometheus reads; none by station."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Final

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_HELP: Final = {
    "motcua_hub_requests_total": "Requests to /sync by HTTP status.",
    "motcua_hub_events_total": "Events by what became of them.",
    "motcua_hub_seconds_total": "Seconds spent on requests to /sync.",
}


class Metrics:
    """Adds up; safe to use from several threads."""

    def __init__(self) -> None:
        self._sums: Counter[tuple[str, str]] = Counter()
        self._seconds = 0.0
        self._lock = threading.Lock()

    def add_request(self, status: int, seconds: float) -> None:
        """Count one request to /sync."""
        with self._lock:
            self._sums["motcua_hub_requests_total", f'status="{status}"'] += 1
            self._seconds += seconds

    def add_events(self, **numbers: int) -> None:
        """Count events, `{what became of them: how many}`."""
        with self._lock:
            for outcome, number in numbers.items():
                self._sums["motcua_hub_events_total", f'outcome="{outcome}"'] += number

    def text(self) -> str:
        """Return all sums."""
        with self._lock:
            sums, seconds = sorted(self._sums.items()), self._seconds
        lines = []
        for name, help_ in _HELP.items():
            lines += [f"# HELP {name} {help_}", f"# TYPE {name} counter"]
            lines += [f"{name}{{{label}}} {number}" for (of, label), number in sums if of == name]
        return "\n".join([*lines, f"motcua_hub_seconds_total {seconds:.3f}", ""])
