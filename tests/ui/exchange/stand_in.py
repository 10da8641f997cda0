"""A line to a hub that does what a test wants, and passes the rest on to a real one."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

from exports.exchange.hub_link import HubLink
from models.errors import KnownError
from tests.waiting import PATIENCE_S

URL = "https://hub.example.vn"


class StandIn:
    """`error` is raised by whoever asks, `gate` holds them up; `now_s` is the window's seconds."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.real: HubLink | None = None
        self.id: UUID = uuid4()
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.asked = 0
        self.urls: list[str] = []

    def line_to(self, url: str) -> StandIn:
        """Return the line to any address but one that cannot be."""
        HubLink(url)
        self.urls.append(url)
        return self

    def cut(self) -> None:
        """Have nobody reach the hub from now on."""
        self.error = KnownError("hub.unreachable", host="hub.example.vn")

    def station(self) -> UUID:
        """Say which station the hub is."""
        self._answer()
        return self.id

    def post(self, sealed: bytes) -> bytes:
        """Have the real hub answer."""
        self._answer()
        assert self.real is not None
        return self.real.post(sealed)

    def _answer(self) -> None:
        self.asked += 1
        self.gate.wait(PATIENCE_S)
        if self.error is not None:
            raise self.error
