"""What holds of every page of the window holds of the kiosk's and of its staff's too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from models.questionnaires.queries import Published
from tests.pages.looking import misfits
from tests.pages.naming import nameless
from tests.pages.tabbing import astray
from tests.scenarios.desk import Desk
from tests.scenarios.fixtures import desk
from tests.ui.kiosk.standing import Citizen
from tests.waiting import settle
from ui.kiosk.start_form import KioskForm

__all__ = ["desk"]


def wrong_of(page: QWidget) -> list[str]:
    QAccessible.setActive(True)
    settle()
    found = [*misfits(page), *nameless(page), *astray(page)]
    QAccessible.setActive(False)
    return found


@pytest.mark.parametrize("name", ["start_page", "question", "thanks", "pin", "code", "closed"])
def test_the_kiosks_pages_are_whole_named_and_gone_through_by_tab(citizen: Citizen, name):
    booth = citizen.booth
    if name == "question":
        citizen.touch(booth.start_page.begin)
    else:
        booth._show(getattr(booth, name))
    assert wrong_of(citizen.window) == []


def test_the_staffs_pages_are_too(desk: Desk, qtbot):
    desk.window.show_page("keying")
    desk.rest()
    section = desk.window._keying()
    section.open_votes()
    desk.rest()
    assert wrong_of(desk.window) == []
    form = KioskForm([Published("qn", "1", "Phiếu")], "Lan", "en")
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    assert wrong_of(form) == []
