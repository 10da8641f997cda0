"""The card that says where backups lie, makes one, and tries one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.automatic_backups import AutomaticBackups
from desktop.safekeeping import SessionSafekeeping
from desktop.session import Session
from models.clock import Clock
from models.journal.tables import events
from models.store.drills import DRILLED, last_drill
from ui.context import PageContext
from ui.settings.backups_card import BackupsCard


class Desk:
    """The card over a real store; backups are made by a real process."""

    def __init__(self, qtbot: QtBot, context: PageContext, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.backups = AutomaticBackups(session, Clock())
        self.folder: Path | None = None
        self.card = BackupsCard(
            context, SessionSafekeeping(session, self.backups), ask_folder=self._choose
        )
        qtbot.addWidget(self.card)
        self.card.resize(900, 400)
        self.card.show()
        self.wait(self.card.places)

    def wait(self, holds: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=30_000)

    def back_up(self) -> None:
        self.card.now_button.click()
        assert not self.card.now_button.isEnabled()
        child = self.backups._child
        assert child is not None
        assert child.wait(60) == 0
        self.backups.tick()

    def _choose(self, _parent: QWidget) -> Path | None:
        return self.folder


@pytest.fixture
def desk(qtbot: QtBot, context: PageContext, session: Session) -> Desk:
    return Desk(qtbot, context, session)


def test_a_backup_is_made_told_and_tried(desk: Desk, session: Session):
    card = desk.card
    assert card.places() == [f"{session.paths.backups}: no backup yet"]
    assert not card.try_button.isEnabled()
    assert card.drilled.text() == "A restore was never tried."
    desk.back_up()
    desk.wait(lambda: card.places()[0].startswith("Proven backup of "))
    desk.wait(card.try_button.isEnabled)
    card.try_button.click()
    desk.wait(lambda: "can be restored" in card.banner.message())
    desk.wait(lambda: "tried last on" in card.drilled.text())
    assert session.store.read(last_drill) is not None
    query = events.select().where(events.c.type == DRILLED)
    assert len(session.store.read(lambda c: c.execute(query).all())) == 1
    assert not (session.paths.folder / ".trying").exists()


def test_a_second_place_is_chosen_used_and_given_up(desk: Desk, session: Session, tmp_path: Path):
    card = desk.card
    desk.folder = session.paths.folder
    card.second_button.click()
    desk.wait(lambda: "another disk" in card.banner.message())
    desk.folder = tmp_path / "stick"
    desk.folder.mkdir()
    card.second_button.click()
    desk.wait(lambda: len(card.places()) == 2)
    assert card.without_button.isVisible()
    desk.back_up()
    desk.wait(lambda: all(said.startswith("Proven") for said in card.places()))
    assert len(list(desk.folder.iterdir())) == 1
    card.without_button.click()
    desk.wait(lambda: len(card.places()) == 1)
    assert not card.without_button.isVisible()
    desk.folder = None
    card.second_button.click()
    assert len(card.places()) == 1


def test_a_backup_that_is_damaged_by_now_is_found_out(desk: Desk, session: Session):
    desk.back_up()
    desk.wait(desk.card.try_button.isEnabled)
    [file] = session.paths.backups.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    desk.card.try_button.click()
    desk.wait(lambda: "is damaged" in desk.card.banner.message())
    assert session.store.read(last_drill) is None
