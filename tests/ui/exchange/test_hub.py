"""The hub on the exchange page: chosen once, exchanged with by a key or by itself."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from exports.exchange.hub_link import HubLink
from exports.hub.administration import enrol_at_hub
from exports.hub.database import HubDatabase
from models.errors import KnownError
from models.stations.commands import enrol, revoke
from models.stations.hub import HubPlace, keep_hub, read_hub
from models.stations.own import read_own
from tests.exports.exchange.pair import Station
from tests.ui.exchange.exchanging import Exchanger
from tests.ui.exchange.stand_in import URL
from tests.waiting import wait_until

KEY = Qt.Key


@pytest.fixture
def member(exchanger: Exchanger, there: Station) -> Exchanger:
    """A station that has chosen a hub, whose card is that of another station."""
    exchanger.me().enrols(there)
    exchanger.hub.id = there.id
    place = HubPlace(URL, there.id, is_automatic=False)
    exchanger.session.store.write(
        lambda tx: keep_hub(tx.connection, place), actor=exchanger.session.account
    )
    exchanger.rounds.reload()
    exchanger.rest()
    return exchanger


@pytest.fixture
def joined(exchanger: Exchanger, database: HubDatabase, hub_url: str) -> Exchanger:
    """A station that is enrolled at a real hub, whose card it has enrolled."""
    hub = database.read(read_own)
    assert hub is not None
    card = exchanger.me().own.card
    database.administer(partial(enrol_at_hub, card=card, units=[card.unit]))
    exchanger.session.store.write(
        partial(enrol, card=hub.card, units=None), actor=exchanger.session.account
    )
    exchanger.hub.id, exchanger.hub.real = hub.card.id, HubLink(hub_url)
    exchanger.rest()
    return exchanger


def said(exchanger: Exchanger) -> str:
    return exchanger.page.hub.said.text()


def type_address(exchanger: Exchanger, text: str = URL) -> None:
    exchanger.press(KEY.Key_F5)
    address = exchanger.page.hub.address
    assert address.hasFocus()
    address.selectAll()
    QTest.keyClicks(address, text)
    exchanger.press(KEY.Key_Return)


def test_the_hub_is_chosen_and_exchanged_with_by_keyboard(joined: Exchanger) -> None:
    me = joined.me()
    me.records(3)
    joined.rest()
    assert joined.page.hub.begin_button.isVisible()
    type_address(joined)
    hub = joined.page.hub
    # It was exchanged with at once.
    assert said(joined).endswith(f"{joined.count()} sent, 0 received, 0 waiting.")
    assert (hub.name.text(), hub.place.text()) == ("Máy chủ", URL)
    assert hub.exchange_button.hasFocus()
    me.records(1)
    joined.press(KEY.Key_F5)
    assert said(joined).endswith(": 2 sent, 0 received, 0 waiting.")
    (row,) = joined.page.ledger.rows.values()
    assert row.state.text() == "It has everything"
    assert joined.session.store.read(read_hub) == HubPlace(URL, joined.hub.id)


def test_without_a_card_no_hub_can_be_chosen(beginner: Exchanger) -> None:
    assert not beginner.page.hub.begin_button.isEnabled()
    beginner.press(KEY.Key_F5)
    assert not beginner.page.hub.address.isVisible()


@pytest.mark.parametrize(
    ("address", "expected"),
    [("hub", "The hub's address is wrong"), (URL, "The card of this hub is not enrolled here")],
)
def test_a_hub_that_cannot_be_chosen_is_said_beside_its_address(
    exchanger: Exchanger, address: str, expected: str
) -> None:
    type_address(exchanger, address)
    assert (exchanger.page.hub.row.error() or "").startswith(expected)
    assert exchanger.page.hub.address.hasFocus()
    assert exchanger.session.store.read(read_hub) is None
    exchanger.press(KEY.Key_Escape)
    assert exchanger.page.hub.begin_button.hasFocus()


def test_another_hub_is_not_chosen_before_it_answered(member: Exchanger) -> None:
    member.hub.cut()
    before = member.session.store.read(read_hub)
    member.page.hub.other_button.click()
    assert member.page.hub.address.text() == URL
    member.press(KEY.Key_Return)
    assert (member.page.hub.row.error() or "").startswith("The hub at hub.example.vn cannot be")
    assert member.session.store.read(read_hub) == before
    member.press(KEY.Key_Escape)
    assert member.page.hub.exchange_button.hasFocus()


def test_a_round_under_way_is_shown_and_can_be_stopped(member: Exchanger) -> None:
    member.hub.gate.clear()
    QTest.keyClick(member.page, KEY.Key_F5)
    wait_until(lambda: member.hub.asked == 1)
    panel = member.page.hub.panel
    assert panel.isVisible()
    # One at a time.
    QTest.keyClick(member.page, KEY.Key_F5)
    member.press(KEY.Key_Escape)
    assert not panel.isVisible()
    assert said(member) == "It was stopped. What had gone and come stays."
    assert member.hub.asked == 1


def test_a_hub_that_is_not_reached_is_told_and_nothing_is_lost(member: Exchanger) -> None:
    member.hub.cut()
    member.press(KEY.Key_F5)
    assert said(member).splitlines() == [
        "The hub at hub.example.vn cannot be reached. Please check the network and try again;"
        " the data are safe on this machine.",
        "Nothing was exchanged with the hub yet.",
    ]
    assert not member.page.notice.isVisible()
    assert member.raised == []


def test_a_hub_that_was_revoked_here_is_told(member: Exchanger, there: Station) -> None:
    member.session.store.write(
        partial(revoke, station=there.id), actor=member.session.account
    )
    member.rest()
    member.press(KEY.Key_F5)
    assert said(member).startswith("The card of this hub is not enrolled here")


def automatic(exchanger: Exchanger) -> None:
    exchanger.page.hub.automatic.click()
    exchanger.rest()


def tick(exchanger: Exchanger, seconds: float = 0.0) -> None:
    exchanger.hub.now_s += seconds
    exchanger.rounds.tick()
    exchanger.rest()


def test_by_itself_it_is_tried_with_longer_and_longer_waits(member: Exchanger) -> None:
    member.hub.cut()
    tick(member)
    assert member.hub.asked == 0
    automatic(member)
    kept = member.session.store.read(read_hub)
    assert kept is not None
    assert kept.is_automatic
    tick(member)
    assert member.hub.asked == 1
    assert ", next try at " in said(member)
    tick(member, 29)
    assert member.hub.asked == 1
    tick(member, 1)
    assert member.hub.asked == 2
    tick(member, 59)
    assert member.hub.asked == 2
    tick(member, 1)
    assert member.hub.asked == 3
    automatic(member)
    tick(member, 10_000)
    assert member.hub.asked == 3
    assert ", next try at " not in said(member)


def test_a_hub_that_asks_for_patience_is_given_it(member: Exchanger) -> None:
    member.hub.error = KnownError("hub.too_often", host="hub.example.vn", seconds=600)
    automatic(member)
    tick(member)
    tick(member, 599)
    assert member.hub.asked == 1
    tick(member, 1)
    assert member.hub.asked == 2


def test_by_itself_it_waits_while_something_is_being_written(member: Exchanger) -> None:
    member.hub.cut()
    automatic(member)
    with member.holding_up():
        wait_until(lambda: member.jobs.is_writing)
        member.rounds.tick()
        QApplication.processEvents()
        assert not member.rounds.state.is_running
    tick(member)
    assert member.hub.asked == 1


def test_once_reached_it_goes_on_every_few_minutes(joined: Exchanger) -> None:
    type_address(joined)
    assert joined.hub.asked > 1
    assert joined.page.hub.next.text().startswith("By itself again at ")
    before = joined.hub.asked
    joined.me().records(1)
    tick(joined, 179)
    assert joined.hub.asked == before
    tick(joined, 1)
    assert ": 2 sent" in said(joined)
    joined.hub.cut()
    tick(joined, 180)
    assert "No exchange with the hub since " in said(joined)


def test_a_round_waits_between_requests_while_somebody_keys(joined: Exchanger) -> None:
    joined.me().records(2)
    joined.rest()
    type_address(joined)
    joined.me().records(2)
    joined.rest()
    joined.hub.gate.clear()
    QTest.keyClick(joined.page, KEY.Key_F5)
    before = joined.hub.asked
    with joined.holding_up():
        wait_until(lambda: joined.jobs.is_writing)
        joined.hub.gate.set()
        for _ in range(20):
            QApplication.processEvents()
        assert joined.rounds.state.is_running
    assert joined.hub.asked >= before
    assert ": 3 sent" in said(joined)


def test_the_window_does_not_wait_for_a_dead_line(member: Exchanger) -> None:
    member.hub.gate.clear()
    QTest.keyClick(member.page, KEY.Key_F5)
    wait_until(lambda: member.hub.asked == 1)
    member.rounds.stop()
    member.jobs.shut_down()
    member.rounds.exchange_now()
    assert member.hub.asked == 1
