from __future__ import annotations

import threading

import pytest

from exports.exchange.stoppable import RoundStopped, Stoppable


def test_what_is_asked_is_answered_or_fails_as_it_did() -> None:
    stopping = Stoppable()
    assert stopping.run(lambda: 7) == 7

    def fail() -> None:
        raise OSError("no line")

    with pytest.raises(OSError, match="no line"):
        stopping.run(fail)
    assert stopping.run(lambda: None) is None


def test_who_waits_for_a_dead_line_goes_on_at_once() -> None:
    stopping, dead, asked = Stoppable(), threading.Event(), threading.Event()

    def ask() -> None:
        asked.set()
        dead.wait(60)

    raised: list[BaseException] = []

    def wait() -> None:
        try:
            stopping.run(ask)
        except RoundStopped as error:
            raised.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert asked.wait(20)
    stopping.stop()
    waiting.join(20)
    assert not waiting.is_alive()
    assert len(raised) == 1
    # What comes after all goes nowhere.
    dead.set()


def test_once_stopped_nothing_is_asked_any_more() -> None:
    stopping = Stoppable()
    stopping.stop()
    for ask in (stopping.check, lambda: stopping.pause(60), lambda: stopping.run(lambda: 7)):
        with pytest.raises(RoundStopped):
            ask()
