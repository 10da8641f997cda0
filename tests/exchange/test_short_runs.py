"""Stations and a hub, a few things at a time: nothing is lost, all agree, nobody is overruled."""

from __future__ import annotations

from hypothesis.stateful import run_state_machine_as_test

from tests.exchange.machine import ExchangeMachine, run_settings


def test_nothing_is_lost_and_all_agree() -> None:
    run_state_machine_as_test(ExchangeMachine, settings=run_settings(1000, steps=6))
