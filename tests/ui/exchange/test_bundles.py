"""Bundles written for other stations and taken in from them, and the ledger beside."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.journal.reconcile import state_streams
from models.stations.commands import revoke
from models.stations.ledger import hear
from models.surveys.commands import correct_slip
from models.surveys.records import SlipContent
from tests.exports.exchange.pair import Station
from tests.ui.exchange.exchanging import Exchanger
from ui.exchange.ledger_view import DeliveryRow

KEY = Qt.Key


@pytest.fixture
def trader(exchanger: Exchanger, there: Station) -> Exchanger:
    """The other station is enrolled here, and this one there."""
    here = exchanger.me()
    here.enrols(there)
    there.enrols(here)
    exchanger.rest()
    return exchanger


def row(exchanger: Exchanger, station: Station) -> DeliveryRow:
    return exchanger.page.ledger.rows[station.id]


def test_what_is_written_can_be_taken_in_there(trader: Exchanger, there: Station) -> None:
    trader.me().records(3)
    trader.rest()
    trader.page.take_focus()
    assert trader.page.write_button.hasFocus()
    trader.press(KEY.Key_Return)
    path = trader.written()
    today = trader.session.store.clock.today()
    assert path.name == f"motcua-{today:%Y-%m-%d}-{trader.me().id.hex[-6:]}.motcua"
    taken = there.takes(path.read_bytes())
    # That it was written is told after it was.
    assert taken.new == trader.count() - 1
    assert trader.said().startswith("The bundle is written and was read back:")
    assert f"{taken.new} record(s) for Quầy 2" in trader.said()
    assert str(path) in trader.said()


def test_the_ledger_tells_what_is_recorded_received_and_waits(
    trader: Exchanger, there: Station
) -> None:
    shown = row(trader, there)
    assert shown.counts.text() == f"{trader.count()} recorded · 0 received"
    assert shown.state.text() == "Nothing was heard of it yet"
    assert shown.times.text() == "Last received from: – · last written for: –"
    trader.press(KEY.Key_F2)
    there.takes(trader.written().read_bytes())
    trader.give_bundle(there.writes(trader.me()).sealed)
    trader.press(KEY.Key_F3)
    # That bundles went and came waits for the next one, and is no work that waits.
    assert shown.state.text() == "It has everything"
    work = trader.count() - 2
    assert shown.counts.text() == f"{work} recorded · {work} received"
    assert "–" not in shown.times.text()
    trader.me().records(1)
    trader.rest()
    # A batch and a slip.
    assert shown.state.text() == "2 waiting"


def test_what_comes_is_told_in_one_sentence(trader: Exchanger, there: Station) -> None:
    there.records(2)
    made = there.writes(trader.me())
    before = trader.count()
    trader.give_bundle(made.sealed)
    trader.press(KEY.Key_F3)
    assert trader.said() == f"Taken in from Quầy 2: {made.events} new, 0 known."
    # With the entry of the audit; a bundle that changes nothing leaves none.
    assert trader.count() == before + made.events + 1
    trader.press(KEY.Key_F3)
    assert trader.said() == f"Taken in from Quầy 2: 0 new, {made.events} known."
    assert trader.count() == before + made.events + 1


def test_a_part_that_is_missing_is_told_until_it_comes(
    trader: Exchanger, there: Station
) -> None:
    there.records(1)
    first = there.writes(trader.me())
    stated = there.session.store.read(state_streams)
    # As if the first bundle had been received, which it was not.
    there.session.store.write(
        lambda tx: hear(tx.connection, trader.me().id, stated, made_ms=1, now_ms=1),
        actor=there.session.account,
    )  # fmt: skip
    there.records(1)
    trader.give_bundle(there.writes(trader.me()).sealed)
    trader.press(KEY.Key_F3)
    assert trader.said() == "Taken in from Quầy 2: 0 new, 0 known, 2 wait for a missing part."
    assert trader.page.waiting.held.isVisible()
    assert trader.page.waiting.held.text().startswith("2 received records wait")
    assert not trader.page.waiting.set_apart.isVisible()
    trader.give_bundle(first.sealed)
    trader.press(KEY.Key_F3)
    assert not trader.page.waiting.isVisible()


def test_what_is_refused_is_said_and_changes_nothing(
    trader: Exchanger, there: Station, other: Station
) -> None:
    before = trader.count()
    other.enrols(there)
    for sealed, said in (
        (other.writes(there).sealed, "not for this station"),
        (b"x" * 100, "no bundle of motcua's"),
    ):
        trader.give_bundle(sealed)
        trader.press(KEY.Key_F3)
        assert said in trader.said()
    trader.source = Path("nowhere") / "gone.motcua"
    trader.press(KEY.Key_F3)
    assert "gone.motcua cannot be read" in trader.said()
    assert trader.count() == before


def test_a_stick_that_is_gone_is_said(trader: Exchanger, there: Station) -> None:
    trader.stick.rmdir()
    trader.press(KEY.Key_F2)
    assert "could not be written" in trader.said()
    assert row(trader, there).times.text().endswith("last written for: –")


def test_files_are_asked_for_where_the_one_before_was(
    trader: Exchanger, there: Station
) -> None:
    trader.press(KEY.Key_F2)
    trader.give_bundle(there.writes(trader.me()).sealed)
    trader.press(KEY.Key_F3)
    for path in trader.stick.iterdir():
        path.unlink()
    trader.stick.rmdir()
    trader.press(KEY.Key_F3)
    assert trader.begun[0] != trader.stick
    assert trader.begun[1] == trader.stick
    # The stick is gone.
    assert trader.begun[2] == trader.begun[0]


def test_no_file_chosen_does_nothing(trader: Exchanger) -> None:
    trader.is_saving = False
    trader.press(KEY.Key_F2, KEY.Key_F3)
    assert trader.said() == ""
    assert list(trader.stick.iterdir()) == []


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_F3])
def test_what_is_stopped_in_time_leaves_nothing(
    trader: Exchanger, there: Station, key: Qt.Key
) -> None:
    there.records(2)
    trader.give_bundle(there.writes(trader.me()).sealed)
    before = trader.count()
    with trader.holding_up():
        QTest.keyClick(QApplication.focusWidget() or trader.page, key)
        QTest.keyClick(QApplication.focusWidget() or trader.page, KEY.Key_Escape)
    assert trader.said() == "It was stopped: nothing was written, nothing was taken in."
    assert trader.count() == before
    assert [path.name for path in trader.stick.iterdir()] == ["incoming.motcua"]
    trader.press(KEY.Key_F3)
    assert trader.count() > before


def test_several_stations_are_chosen_from(
    trader: Exchanger, there: Station, other: Station
) -> None:
    def entries() -> list[str]:
        trader.press(KEY.Key_F2)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return [action.text() for action in menu.actions()]

    trader.me().enrols(other)
    trader.rest()
    assert entries() == ["For all stations", "For Quầy 2", "For Quầy 3"]
    QTest.keyClick(QApplication.activePopupWidget(), KEY.Key_Return)
    trader.come_back()
    assert "for Quầy 2, Quầy 3" in trader.said()
    # What one may read, another may not: no bundle is for both.
    trader.me().enrols(other, units=["06820"])
    trader.rest()
    assert entries() == ["For Quầy 2", "For Quầy 3"]
    for key in (KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(QApplication.activePopupWidget(), key)
    trader.come_back()
    assert "0 record(s) for Quầy 3" in trader.said()
    assert trader.suggested[1].endswith(f"-{other.id.hex[-6:]}.motcua")


def test_a_station_that_was_revoked_meanwhile_is_not_written_for(
    trader: Exchanger, there: Station
) -> None:
    with trader.holding_up():
        QTest.keyClick(QApplication.focusWidget() or trader.page, KEY.Key_F2)
        trader.session.store.write(
            partial(revoke, station=there.id), actor=trader.session.account
        )
    assert "not enrolled, or was revoked" in trader.said()
    assert list(trader.stick.iterdir()) == []


def test_the_page_is_gone_through_by_tab_alone(trader: Exchanger, there: Station) -> None:
    page = trader.page
    for widget in (
        page.take_button, page.write_button, row(trader, there).revoke,
        page.ledger.enrol_button, page.own.fingerprint, page.own.save_button,
    ):  # fmt: skip
        trader.tab_to(widget)
        assert widget.accessibleName() or getattr(widget, "text", str)()


def test_a_slip_that_two_corrected_is_counted_and_leads_to_its_decision(
    trader: Exchanger, there: Station
) -> None:
    me = trader.me()
    (slip,) = me.records(1)
    there.takes(me.writes(there).sealed)
    for station, answer in ((me, "rat_hai_long"), (there, "khong_hai_long")):
        station.session.store.write(
            partial(correct_slip, slip=slip, content=SlipContent({"danh_gia_chung": answer})),
            actor=station.session.account,
        )
    asked: list[str] = []
    trader.page.slip_decisions_requested.connect(lambda: asked.append("slips"))
    trader.page.decisions_requested.connect(lambda: asked.append("households"))
    trader.give_bundle(there.writes(me).sealed)
    trader.press(KEY.Key_F3)
    assert trader.said().endswith("to be decided: 1.")
    assert trader.page.waiting.slips.text().startswith("1 slips were corrected differently")
    assert not trader.page.waiting.conflicts.isVisible()
    trader.press(KEY.Key_Space)
    trader.page.waiting.decide_slips_button.click()
    assert asked == ["slips", "slips"]
