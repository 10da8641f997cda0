from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.scenarios.desk import Desk
from ui.home.loading import days_until


@pytest.mark.parametrize(
    ("today", "day", "left"),
    [
        (date(2026, 11, 5), 20, 15),
        (date(2026, 11, 20), 20, 0),
        (date(2026, 11, 21), 20, 29),
        (date(2026, 12, 28), 20, 23),
        (date(2026, 2, 28), 28, 0),
        (date(2026, 1, 31), 28, 28),
    ],
)
def test_the_days_until_the_report_is_due(today: date, day: int, left: int) -> None:
    assert days_until(today, day) == left


def rows(desk: Desk) -> list[QPushButton]:
    page = desk.window._page("home")
    return [page._rows.itemAt(index).widget() for index in range(page._rows.count())]  # type: ignore[attr-defined]


def test_an_empty_store_says_what_to_do_and_enter_does_it(desk: Desk) -> None:
    page = desk.window._page("home")
    assert page._empty.isVisible()  # type: ignore[attr-defined]
    assert desk.button("New batch").hasFocus()
    desk.key(Qt.Key.Key_Return)
    desk.wait(desk.batches._form.isVisible)


def test_an_open_batch_is_one_key_away(keying: Desk, no_bugs: object) -> None:
    keying.pad("1111111E")
    keying.saved()
    keying.window.show_page("home")
    keying.rest()
    (row,) = rows(keying)
    assert "1 slip(s) keyed" in row.text()
    page = keying.window._page("home")
    figures = page._figures  # type: ignore[attr-defined]
    assert (figures.valid.number(), figures.share.number()) == ("1", "100%")
    # One of one: all that is known is that it is no small share.
    assert figures.share.note() == "satisfied, interval 20,7–100%; the target is 90%"
    keying.tab_to(lambda widget: widget is row)
    keying.key(Qt.Key.Key_Return)
    keying.wait_for_entry()


def test_reading_again_leaves_the_focus_where_it_is(keying: Desk) -> None:
    keying.window.show_page("home")
    keying.rest()
    (row,) = rows(keying)
    keying.tab_to(lambda widget: widget is row)
    keying.window._page("home").refresh()  # type: ignore[attr-defined]
    keying.rest()
    assert keying.focus() is row
