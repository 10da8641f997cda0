from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from models.stations.card import StationCard
from models.stations.clocks import ClockDoubt
from models.stations.commands import enrol
from models.stations.copies import CopyTrace
from models.stations.hub import HubPlace, keep_hub
from models.stations.ledger import Delivery, Ledger
from models.stations.own import make_own
from models.stations.queries import EnrolledStation
from models.stations.watch import Watch
from tests.exports.exchange.conftest import there
from tests.exports.exchange.pair import Station
from tests.scenarios.desk import Desk
from ui.home.exchange_line import ExchangeLine

__all__ = ["there"]


def line(desk: Desk) -> ExchangeLine:
    return desk.window._page("home")._exchange  # type: ignore[attr-defined,no-any-return]


def enrol_at(desk: Desk, card: StationCard) -> None:
    store, account = desk.session.store, desk.session.account
    store.write(partial(make_own, name="Quầy 1"), actor=account)
    store.write(partial(enrol, card=card, units=None), actor=account)
    desk.rest()


def test_nothing_is_said_of_the_exchange_before_a_station_is_enrolled(desk: Desk) -> None:
    assert not line(desk).isVisible()


def test_the_ledger_stands_on_the_first_page_and_leads_to_its_own(
    desk: Desk, there: Station
) -> None:
    enrol_at(desk, there.own.card)
    shown = line(desk)
    assert shown.isVisible()
    assert shown.said.text().startswith("Quầy 2: ")
    assert " recorded · 0 received · " in shown.said.text()
    assert shown.rest.text() == "nothing exchanged yet"
    desk.tab_to(lambda widget: widget is shown.button)
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.window._rail.current() == "exchange"
    assert desk.window.page is desk.window._page("exchange")


def test_what_waits_is_shown_even_without_a_station(desk: Desk) -> None:
    shown = line(desk)
    shown.show_ledger(Ledger((), 3, 0), 2)
    assert shown.isVisible()
    assert shown.rest.text() == "3 wait for a missing part  ·  to be decided: 2"
    shown.show_ledger(Ledger((), 0, 1200), 0)
    assert shown.rest.text() == "1.200 set apart"
    shown.show_ledger(Ledger((), 0, 0), 2)
    assert not shown.isVisible()


def test_of_several_stations_those_that_wait_most_are_named(desk: Desk, there: Station) -> None:
    def delivery(name: str, received: int, told_ms: int | None) -> Delivery:
        card = there.own.card
        station = EnrolledStation(
            card.id, name, card.unit, card.sign_key, card.box_key, None, is_active=True
        )
        return Delivery(station, 2000, received, None, told_ms)

    day_ms = 1_700_000_000_000
    deliveries = (
        delivery("Một", 2000, None), delivery("Hai %1", 0, day_ms), delivery("Ba", 1500, day_ms - 1)
    )  # fmt: skip
    line(desk).show_ledger(Ledger(deliveries, 0, 0), 0)
    assert line(desk).said.text().splitlines() == [
        "Hai %1: 2.000 recorded · 0 received · 2.000 waiting",
        "Ba: 2.000 recorded · 1.500 received · 500 waiting",
    ]
    assert line(desk).rest.text() == "last exchange 15/11/2023 05:13"


def test_one_key_exchanges_with_the_hub_and_what_fails_is_told_here(
    desk: Desk, there: Station
) -> None:
    enrol_at(desk, there.own.card)
    shown = line(desk)
    assert not shown.hub_button.isVisible()
    desk.key(Qt.Key.Key_F5)
    desk.rest()
    assert not shown.hub.isVisible()
    # Nobody listens there.
    place = HubPlace("http://127.0.0.1:9", there.id)
    store, rounds = desk.session.store, desk.desktop.rounds
    assert rounds is not None
    store.write(lambda tx: keep_hub(tx.connection, place), actor=desk.session.account)
    rounds.reload()
    desk.rest()
    assert shown.hub_button.isVisible()
    desk.key(Qt.Key.Key_F5)
    desk.rest()
    assert shown.hub.text().startswith("Nothing was exchanged with the hub yet, next try at ")
    assert shown.icon._tone == "warning"
    # Silent but for that.
    assert desk.window._toast is None


def test_a_restored_machine_and_its_wrong_clock_are_told_here(desk: Desk) -> None:
    shown = line(desk)
    trace = CopyTrace(1_700_000_000_000, None, 0, 1200, is_cloned=False)
    doubts = (ClockDoubt("own_records", "", -7_200_000), ClockDoubt("station", "Hai", 7_200_000))
    shown.show_ledger(Ledger((), 0, 0), 0, Watch(trace, doubts))
    assert shown.isVisible()
    told = shown.watch.text().splitlines()
    assert [words.split(".")[0] for words in told] == [
        "The last record here bears a time 2 hour(s) later than this machine's clock shows",
        "This machine was restored from a copy of 15/11/2023 05:13",
    ]
    assert "1.200 records" in told[1]
    came = CopyTrace(None, 5, 3, 0, is_cloned=False, is_noted=True)
    shown.show_ledger(Ledger((), 0, 0), 0, Watch(came))
    assert not shown.isVisible()
