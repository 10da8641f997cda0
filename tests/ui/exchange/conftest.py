from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.session import Session
from tests.exchange.hub.conftest import database, hub_url
from tests.exports.exchange.conftest import here, other, there
from tests.exports.exchange.pair import Station
from tests.scenarios.fixtures import no_bugs, themed
from tests.ui.exchange.exchanging import Exchanger

__all__ = ["database", "here", "hub_url", "no_bugs", "other", "themed", "there"]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for the stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def beginner(
    session: Session, stick: Path, themed: QApplication, no_bugs: object
) -> Iterator[Exchanger]:
    """Somebody at the exchange page of a station without a card."""
    seated = Exchanger(session, stick)
    yield seated
    seated.stop()
    assert seated.raised == []


@pytest.fixture
def exchanger(
    here: Station, stick: Path, themed: QApplication, no_bugs: object
) -> Iterator[Exchanger]:
    """Somebody at the exchange page of a station with a card, where nobody is enrolled."""
    seated = Exchanger(here.session, stick)
    yield seated
    seated.stop()
    assert seated.raised == []
