"""Somebody at the page that takes lists in, with an empty register or one of two households."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.session import Session
from tests.ui.register.taking_in import AN, BINH, Seat


@pytest.fixture
def seat(
    session: Session, tmp_path: Path, qtbot: QtBot, themed: QApplication, no_bugs: object
) -> Iterator[Seat]:
    seated = Seat(session, tmp_path, qtbot)
    yield seated
    seated.jobs.shut_down()
    seated.drafts.close()
    assert seated.raised == []


@pytest.fixture
def known(seat: Seat) -> Seat:
    """The register holds An and Bình already."""
    seat.open(AN, BINH)
    seat.take_in()
    assert seat.households == 2
    return seat
