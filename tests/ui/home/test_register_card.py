from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.paths import DataPaths
from models.households.commands import assign_hamlet, check_household
from models.households.history import heads_of_household
from models.households.progress import (
    RegisterTotals,
    WorkFilter,
    hamlet_progress,
    register_totals,
    total,
)
from models.households.queries import walk_page
from tests.scenarios.desk import Desk, at_desk
from ui.home.register_card import RegisterCard
from ui.register.section import RegisterSection


@pytest.fixture
def counter(register_paths: DataPaths, themed: QApplication) -> Iterator[Desk]:
    """A window on a small register, at the first page."""
    with at_desk(register_paths) as opened:
        opened.sign_in()
        yield opened


def write(desk: Desk, command: Callable[..., Any], *arguments: Any, **options: Any) -> None:
    work = partial(command, **options)
    desk.session.store.write(lambda tx: work(tx, *arguments), actor=desk.session.account)
    desk.rest()


def assign_first(desk: Desk) -> int:
    """Ask this person to check the first hamlet, and return how many households it has."""
    first = desk.session.store.read(hamlet_progress)[0]
    write(desk, assign_hamlet, first.hamlet, desk.session.account_name)
    return first.progress.households


def quarrel(desk: Desk) -> None:
    """Have two people say different names of the first household."""
    found = desk.session.store.read(partial(walk_page, wanted=WorkFilter(), limit=1)).households[0]
    seen = desk.session.store.read(partial(heads_of_household, household=found.id))
    for name in ("Một", "Hai"):
        write(desk, check_household, found.id, outcome="sai_thong_tin", values={"name": name},
              seen=seen)  # fmt: skip


def card(desk: Desk) -> RegisterCard:
    return desk.window._page("home")._households  # type: ignore[attr-defined,no-any-return]


def buttons(desk: Desk) -> list[str]:
    return [one.text() for one in card(desk).findChildren(QPushButton) if one.isVisible()]


def section(desk: Desk) -> RegisterSection:
    return desk.window._register()


def test_an_empty_register_asks_for_the_list_by_the_same_key(desk: Desk) -> None:
    assert "Take in the list" in card(desk)._said.text()
    assert buttons(desk) == ["Take in a list"]
    desk.key(Qt.Key.Key_H)
    desk.rest()
    assert section(desk).currentWidget() is section(desk).lists
    assert section(desk).isVisible()


def test_the_register_s_counts_stand_there_and_one_key_leads_to_it(counter: Desk) -> None:
    assert card(counter)._said.text().splitlines()[0] == "260 households"
    assert buttons(counter) == ["Open the register"]
    counter.key(Qt.Key.Key_H)
    counter.rest()
    assert section(counter).register.isVisible()


def test_what_changes_is_shown_at_once(counter: Desk) -> None:
    quarrel(counter)
    assert card(counter)._said.text().splitlines()[2] == "1 checked on the spot"
    assert buttons(counter) == ["Open the register"]
    assert counter.button("Households to be decided: 1").isVisible()


def test_what_waits_for_a_decision_is_led_to(counter: Desk) -> None:
    quarrel(counter)
    counter.tab_to(lambda widget: widget is counter.button("Households to be decided: 1"))
    counter.key(Qt.Key.Key_Return)
    counter.rest()
    assert section(counter).currentWidget() is section(counter).check


def test_the_hamlets_of_whoever_sits_there_are_led_to(counter: Desk) -> None:
    theirs = assign_first(counter)
    said = f"Your hamlets: 0 of {theirs} checked"
    counter.tab_to(lambda widget: widget is counter.button(said))
    counter.key(Qt.Key.Key_Return)
    counter.rest()
    page = section(counter).register
    assert page.wanted() == WorkFilter(officer=counter.session.account_name)
    assert page.foot.found().startswith(f"{theirs} household(s) in this list")
    assert page.filters._officer.currentText() == counter.session.account_name


@pytest.mark.parametrize("times", [1, 2])
def test_the_number_of_hamlets_in_progress_leads_to_them(counter: Desk, times: int) -> None:
    quarrel(counter)
    begun = [
        one.hamlet for one in counter.session.store.read(hamlet_progress)
        if 0 < one.progress.checked < one.progress.households
    ]  # fmt: skip
    assert len(begun) == 1
    for _ in range(times):
        counter.window.show_page("home")
        counter.window._page("home")._figures.hamlets.click()  # type: ignore[attr-defined]
        counter.rest()
        assert section(counter).register.isVisible()
        assert section(counter).register.wanted() == WorkFilter(hamlets=tuple(begun))
        # What was chosen and left out meanwhile is forgotten.
        section(counter).register.panel.choose_all()
        section(counter).register.filters._waiting.setChecked(True)


def test_where_no_hamlet_is_in_progress_the_whole_register_is_shown(counter: Desk) -> None:
    counter.window._page("home")._figures.hamlets.click()  # type: ignore[attr-defined]
    counter.rest()
    assert section(counter).register.wanted() == WorkFilter()


def test_a_list_in_hand_is_not_lost_on_the_way(counter: Desk) -> None:
    quarrel(counter)
    counter.window.show_page("register")
    section(counter).start_import()
    counter.window.show_page("home")
    counter.rest()
    counter.button("Households to be decided: 1").click()
    assert section(counter).currentWidget() is section(counter).lists


def test_the_totals_are_those_of_the_hamlets(counter: Desk) -> None:
    quarrel(counter)
    theirs = assign_first(counter)
    parts = counter.session.store.read(hamlet_progress)
    whole = total([part.progress for part in parts])
    totals = counter.session.store.read(
        partial(register_totals, officer=counter.session.account_name)
    )
    own = [part.progress for part in parts if part.officer]
    assert totals == RegisterTotals(
        whole.households, whole.with_code, whole.checked, whole.conflicts, 1, theirs,
        own[0].checked,
    )  # fmt: skip
    nobody = counter.session.store.read(partial(register_totals, officer="ai đó"))
    assert (nobody.households, nobody.own_hamlets, nobody.own_households) == (260, 0, 0)
