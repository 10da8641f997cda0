"""The window and the kiosk take turns on one screen: each comes when the other has gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.single_window import SingleWindow

if TYPE_CHECKING:
    from desktop.app import Application
    from models.sentences.catalog import Language


class EventLoop(Protocol):
    """What runs until the window has gone."""

    def exec(self) -> int:
        """Return how it ended."""
        ...


def take_turns(
    loop: EventLoop, make: Callable[[], Application], lock: Path, language: Language
) -> int:
    """Show a window until it is left, and open the kiosk if that is why; return the exit code.

    Where no kiosk can be started another window says so. A second window on one store raises the
    first.
    """
    said = ""
    while True:
        single = SingleWindow(lock)
        if not single.take():
            return 0
        application = make()
        single.raised.connect(application.come_forward)
        application.painted.connect(single.listen)
        application.start()
        if said and application.door.sign_in is not None:
            application.door.sign_in.show_error(said)
        code = loop.exec()
        single.release()
        if application.kiosk is None:
            return code
        try:
            application.kiosk.open()
        except OSError:
            from models.sentences.catalog import say

            said = say("kiosk.not_started", language)
        else:
            return code
