"""Counts wrong PINs and codes: each after the fifth makes the next wait longer, up to a limit."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from models.accounts.lockout import NONE, Failures, Moment, after_failure, remaining_ms
from models.clock import Clock
from models.errors import KnownError
from models.ids import derived_id
from models.kiosk.pin import PinHash, is_right
from models.sentences.catalog import say
from ui.context import PageContext
from ui.jobs import Progress

_KIND: Final = "kiosk_pin"
# Children at play must not keep the staff out for the day; at this pace a year tries 35.000 of at
# least a million PINs.
_PIN_WAIT_MS: Final = 15 * 60_000


class Tries:
    """Wrong tries in a row, in memory.

    Nobody waits longer than `longest_ms`. Those of before are forgotten once none was counted for
    `forgotten_ms`, None for never.
    """

    def __init__(
        self, clock: Clock, up_ms: Callable[[], int], *, longest_ms: int,
        forgotten_ms: int | None = None,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._up_ms = up_ms
        self._longest_ms = longest_ms
        self._forgotten_ms = forgotten_ms
        self.failures: Failures = NONE

    @property
    def wait_s(self) -> int:
        """Return for how many seconds nothing is tried, 0 for none."""
        return math.ceil(remaining_ms(self.failures, self._now(), self._longest_ms) / 1000)

    def count(self) -> None:
        """Take note of one more."""
        now, last = self._now(), self.failures.last
        rest_ms = now.up_ms - last.up_ms if last is not None else 0
        if self._forgotten_ms is not None and rest_ms >= self._forgotten_ms:
            self.failures = NONE
        self.failures = after_failure(self.failures, now)

    def forgive(self) -> None:
        """Start anew: one was right."""
        self.failures = NONE

    def _now(self) -> Moment:
        return Moment(self._clock.now_ms(), self._up_ms())


class PinGate(QObject):
    """`opened` says that the PIN was right, `refused` why it was not taken.

    A try counts before it is looked at, and is kept with the drafts: who kills the program to try
    again finds it counted.
    """

    opened = Signal()
    refused = Signal(str)

    def __init__(
        self, context: PageContext, clock: Clock, pin: PinHash, up_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._pin = pin
        self._tries = Tries(clock, up_ms, longest_ms=_PIN_WAIT_MS)
        self._draft: UUID = derived_id("draft", [_KIND, context.account.hex])
        kept = dict(context.drafts.all(_KIND)).get(self._draft)
        # Those of an earlier evening's PIN say nothing of this one.
        if kept is not None and kept["salt"] == pin.salt.hex():
            self._tries.failures = Failures(kept["count"], Moment(*kept["last"]))

    def check(self, typed: str) -> None:
        """Look whether a PIN is the right one."""
        if self._tries.wait_s:
            self._refuse()
            return
        self._tries.count()
        self._keep()

        def work(_progress: Progress) -> bool:
            return is_right(self._pin, typed)

        self._context.jobs.run(work, done=self._on_checked, failed=self._context.show_error)

    def _on_checked(self, was_right: bool) -> None:
        if not was_right:
            self._refuse()
            return
        self._tries.forgive()
        with suppress(KnownError):
            self._context.drafts.drop(self._draft)
        self.opened.emit()

    def _refuse(self) -> None:
        code = "kiosk.pin_wait" if self._tries.wait_s else "kiosk.pin_wrong"
        self.refused.emit(say(code, self._context.language, seconds=self._tries.wait_s))

    def _keep(self) -> None:
        last = self._tries.failures.last
        assert last is not None
        data = {
            "salt": self._pin.salt.hex(), "count": self._tries.failures.count,
            "last": [last.wall_ms, last.up_ms],
        }  # fmt: skip
        # A full disk lets nobody in or out: it is counted in memory then.
        with suppress(KnownError):
            self._context.drafts.put(_KIND, self._draft, data)
