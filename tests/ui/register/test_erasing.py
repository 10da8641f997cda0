"""Erasing a household's personal data at the register: asked once more, by the keyboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

import desktop
from models.households.erasing import erase_household
from models.households.fields import ERASURE_CODES
from models.households.progress import WorkFilter
from models.households.queries import count_walk
from ui.register.check_draft import KIND
from ui.register.erase_dialog import EraseDialog

TRANSLATIONS = Path(desktop.__file__).parent / "translations"


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have each question answered by the keyboard, and keep the reasons."""
    asked: list[str] = []

    def answer(dialog: EraseDialog) -> int:
        asked.append(dialog.reason())
        dialog.show()
        # Enter in the reasons erases nothing, whatever was ticked.
        QTest.keyClick(dialog._reason, Qt.Key.Key_Return)
        assert dialog.result() != QDialog.DialogCode.Accepted
        assert not dialog._erase.isEnabled()
        QTest.keyClick(dialog._sure, Qt.Key.Key_Space)
        QTest.keyClick(dialog._erase, Qt.Key.Key_Space)
        return dialog.result()

    monkeypatch.setattr(EraseDialog, "exec", answer)
    return asked


def first(browser) -> UUID:
    """Put the table's hand on its first household and return it."""
    browser.to_table()
    found = browser.page.table.current()
    assert found is not None
    return found.id


def test_a_household_is_erased_after_one_more_question(browser, answered):
    whole = browser.session.store.read(partial(count_walk, wanted=WorkFilter()))
    household = first(browser)
    name = browser.stored(household).name
    browser.drafts.put(KIND, household, {"household": str(household)})
    other = browser.shown()[1].id
    browser.drafts.put(KIND, other, {"household": str(other)})
    browser.key(Qt.Key.Key_Delete)
    browser.wait(lambda: answered and browser.stored(household).is_erased)
    assert answered == [ERASURE_CODES[0]]
    browser.rest()
    assert [one for one, _ in browser.drafts.all(KIND)] == [other]
    browser.drafts.drop(other)
    assert "erased" in browser.page.banner.message()
    assert name not in browser.names()
    assert household not in {one.id for one in browser.shown()}
    assert browser.session.store.read(partial(count_walk, wanted=WorkFilter())) == whole


def test_one_that_was_erased_says_so_and_is_not_opened(browser):
    household = first(browser)
    browser.session.store.write(
        partial(erase_household, household=household, reason=ERASURE_CODES[1]),
        actor=browser.session.account,
    )
    browser.rest()
    opened: list[UUID] = []
    browser.section.household_opened.connect(opened.append)
    browser.page.erasing.tell(household)
    browser.rest()
    assert "The person withdrew the consent" in browser.page.banner.message()
    assert opened == []


def test_who_may_not_erase_is_not_offered_it(browser):
    assert browser.page.foot._erase.isVisible()
    browser.page.foot.offer_erasing(is_offered=False)
    assert not browser.page.foot._erase.isVisible()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_it_is_asked_with_all_that_still_holds_the_data(themed, language):
    told = EraseDialog("en", "", 1, 1)._told(1, 1)[-1]
    words = ElementTree.parse(TRANSLATIONS / f"{language}.ts").iter("message")
    said = next(one.findtext("translation") for one in words if one.findtext("source") == told)
    for name in ("damaged-…", "before-…"):
        assert name in str(said)
