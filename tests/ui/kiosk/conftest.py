"""A kiosk on a fresh store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.session import Session
from tests.scenarios.fixtures import no_bugs, themed
from tests.ui.kiosk.standing import Citizen, standing

__all__ = ["no_bugs", "themed"]


@pytest.fixture
def citizen(
    session: Session, themed: QApplication, no_bugs: list[BaseException]
) -> Iterator[Citizen]:
    """Somebody before the start page."""
    with standing(session) as stood:
        yield stood
