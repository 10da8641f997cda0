"""Stations and a hub, as many things at a time as somebody would still read through.

A module of its own, so that it runs beside the short runs.
"""

from __future__ import annotations

from hypothesis.stateful import run_state_machine_as_test

from tests.exchange.machine import ExchangeMachine, run_settings


def test_nothing_is_lost_and_all_agree() -> None:
    run_state_machine_as_test(ExchangeMachine, settings=run_settings(500, steps=15))
