"""How long somebody sat, how well one keys, and practice that leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.session import open_session
from models.rekeying.commands import rekey_slip
from models.rekeying.figures import read_figures
from models.surveys.queries import read_slip
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk
from tests.ui.keying.office import Office
from ui.keying.practice_page import PracticePage

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_sitting_is_noted_when_the_window_closes_or_is_handed_over(office, is_closed):
    office.batch(1)
    page = office.open_batch()
    page.entry._sitting._seconds = 3.0
    office.desk.pad("1001011E")
    office.desk.rest()
    paths = office.desk.session.paths
    if is_closed:
        office.desk.window.close()
    else:
        office.desk.desktop._end_work()
    session = open_session(paths, SECRET, ADMIN)
    found = session.store.read(lambda c: read_figures(c, office.me))
    session.store.close()
    assert (found.slips, found.seconds) == (1, 3)


def test_how_long_somebody_sat_is_noted_when_the_page_is_left(office):
    office.batch(1)
    page = office.open_batch()
    page.entry._sitting._seconds = 3.0
    office.desk.pad("1001011E")
    office.desk.rest()
    page.open()
    office.desk.rest()
    found = office.store.read(lambda c: read_figures(c, office.me))
    assert (found.slips, found.keys, found.seconds) == (1, 8, 3)


def test_the_figures_show_one_s_own_first_and_another_s_are_told_to_the_audit(office):
    batch = office.batch(1)
    [slip] = office.left(batch)
    second = office.hire("người nhập hai")
    good = office.store.read(lambda c: read_slip(c, slip)).content
    office.store.write(lambda tx: rekey_slip(tx, slip, good), actor=second)
    page = office.open()
    office.desk.key(KEY.Key_F7)
    office.desk.rest()
    figures = page._figures
    assert figures is not None
    assert figures.people.currentData() == str(office.me)
    assert figures._table.item(0, 1).text() == "0"
    figures.people.setCurrentIndex(figures.people.findData(str(office.first)))
    office.desk.rest()
    assert figures._table.item(0, 1).text() == "8"
    query = "SELECT count(*) FROM events WHERE type = 'audit.figures_viewed'"
    assert office.store.read(lambda c: c.exec_driver_sql(query).scalar_one()) == 1


def test_practice_says_what_was_wrong_and_leaves_no_trace(office):
    def everything():
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        return office.store.read(
            lambda c: [
                c.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                for name in c.exec_driver_sql(names).scalars().all()
            ]
        )

    page = office.open()
    before = everything()
    drafts = office.desk.section._context.drafts.all("second") + (
        office.desk.section._context.drafts.all("slip")
    )
    office.desk.key(KEY.Key_F9)
    office.desk.rest()
    practice = page._practice
    assert isinstance(practice, PracticePage)
    practice.begin(7, 3)
    while practice.paper is not None:
        paper = practice.paper
        if paper.reason:
            office.desk.pad("*" + str(practice.entry.reasons.index(paper.reason) + 1) + "E")
            assert "Right." in office.texts()
            continue
        wrong = practice.round.slips == 0
        for place, question in enumerate(practice.entry.questions):
            names = [option.name for option in question.options]
            answer = paper.answers.get(question.node.key)
            digit = names.index(answer) + 1 if answer in names else 0
            if wrong and place == 0:
                digit = 2 if digit != 2 else 1
            office.desk.pad(str(digit))
        office.desk.pad("E")
        assert ("Keyed wrongly" if wrong else "Right.") in office.texts()
    assert practice.round.errors == 1
    assert "The round is over" in office.texts()
    office.desk.key(KEY.Key_Escape)
    assert page.list.isVisible()
    office.desk.rest()
    assert everything() == before
    assert drafts == []
    assert office.desk.section._context.drafts.all("slip") == []
