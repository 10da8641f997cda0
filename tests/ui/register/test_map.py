from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.households.records import Household
from tests.ui.register.browsing import PLAIN, SHIFT, Browser
from ui.register.map_panel import MapPanel
from ui.register.map_view import MapView
from ui.register.outcome_marks import MARKS, Mark, mark_colour, mark_of
from ui.theme.theme import current_theme

KEY = Qt.Key


def open_map(browser: Browser) -> MapView:
    browser.to_places(2)
    browser.key(KEY.Key_M)
    browser.rest()
    view = browser.page.results.map.view
    assert view.isVisible()
    assert browser.focus() is view
    return view


def place_of(view: MapView, household: Household) -> QPointF:
    at = next(at for at, one in enumerate(view._households) if one.id == household.id)
    assert view._view is not None
    return QPointF(*view._view.point(view._plane.spots[at]))


def nearest_mark(shown: QColor) -> Mark:
    """Return whose colour it is; edges are blended with what lies below."""

    def way(mark: Mark) -> int:
        colour = mark_colour(mark, current_theme().colours)
        return sum(abs(one - other) for one, other in zip(
            colour.getRgb(), shown.getRgb(), strict=True))  # fmt: skip

    return min(MARKS, key=way)


def test_the_map_shows_who_has_coordinates_and_counts_who_has_none(browser: Browser) -> None:
    view = open_map(browser)
    walk = browser.walk(browser.page.wanted())
    placed = [one for one in walk if one.place is not None]
    assert [one.id for one in view._households] == [one.id for one in placed]
    assert view.counts()["unchecked"] == len(placed)
    missing = browser.page.results.map._left_out.text()
    assert missing.startswith(f"{len(walk) - len(placed)} without")
    assert f"Not checked: {len(placed)}" in view.accessibleDescription()


def test_each_mark_is_painted_where_the_household_is(browser: Browser) -> None:
    view = open_map(browser)
    chosen = [view._households[at] for at in (0, 60, 120, 180)]
    for household, outcome in zip(
        chosen, ("dung", "sai_thong_tin", "khong_tim_thay", "tu_choi"), strict=True
    ):
        browser.check(household.id, outcome)
    assert view.counts() | {"unchecked": 0} == {
        "unchecked": 0, "right": 1, "wrong": 1, "missing": 2,
    }  # fmt: skip
    for _ in range(6):
        browser.key(KEY.Key_Plus)
    for household in chosen:
        assert view.show_household(household.id)
        browser.rest()
        point = place_of(view, household).toPoint() + QPoint(0, 2)
        shown = view.grab().toImage().pixelColor(point)
        assert nearest_mark(shown) == mark_of(browser.stored(household.id).outcome)


def test_marks_differ_in_colour() -> None:
    colours = current_theme().colours
    assert len({mark_colour(mark, colours).name() for mark in MARKS}) == len(MARKS)


def test_enter_opens_and_arrows_go_on(browser: Browser) -> None:
    view = open_map(browser)
    opened: list[object] = []
    browser.alone().household_chosen.connect(lambda one, _wanted: opened.append(one))
    first = view.current()
    for key in (KEY.Key_Right, KEY.Key_Up, KEY.Key_Left):
        browser.key(key)
    household = view.current()
    assert household is not None
    assert household != first
    assert household.name in browser.page.results.map._who.text()
    assert view.accessibleDescription().startswith(household.name)
    browser.key(KEY.Key_Return)
    assert opened == [household.id]


def test_a_click_opens_and_a_drag_does_not(browser: Browser) -> None:
    view = open_map(browser)
    opened: list[object] = []
    view.household_opened.connect(opened.append)
    household = view._households[40]
    point = place_of(view, household)
    there = [one.id for one in view._households
             if (place_of(view, one) - point).manhattanLength() < 1]  # fmt: skip
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, PLAIN, point.toPoint())
    assert len(opened) == 1
    assert opened[0] in there or (
        place_of(view, browser.stored(opened[0])) - point  # type: ignore[arg-type]
    ).manhattanLength() < 6
    before = place_of(view, household)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, PLAIN, point.toPoint())
    QTest.mouseMove(view, point.toPoint() + QPoint(40, 25))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, PLAIN, point.toPoint() + QPoint(40, 25))
    assert len(opened) == 1
    moved = place_of(view, household) - before
    assert (round(moved.x()), round(moved.y())) == (40, 25)


def test_keys_zoom_move_and_fit(browser: Browser) -> None:
    view = open_map(browser)
    fitted = view._view
    assert fitted is not None
    browser.key(KEY.Key_Plus)
    assert view._view.scale > fitted.scale
    zoomed = view._view
    browser.key(KEY.Key_Right, SHIFT)
    assert view._view.middle.east > zoomed.middle.east
    browser.key(KEY.Key_0)
    assert view._view == fitted
    browser.key(KEY.Key_Minus)
    assert view._view.scale < fitted.scale


def test_escape_and_m_go_back_to_the_list(browser: Browser) -> None:
    open_map(browser)
    browser.key(KEY.Key_Escape)
    browser.rest()
    assert browser.focus() is browser.page.table
    browser.key(KEY.Key_M)
    browser.rest()
    browser.key(KEY.Key_M)
    browser.rest()
    assert browser.page.table.isVisible()


def test_the_household_of_the_list_is_the_marked_one(browser: Browser) -> None:
    browser.to_places(2)
    household = next(one for one in browser.shown()[20:] if one.place is not None)
    browser.page.table.show_household(household.id)
    browser.key(KEY.Key_M)
    browser.rest()
    marked = browser.page.results.map.view.current()
    assert marked is not None
    assert marked.id == household.id


def test_the_legend_takes_a_line_more_where_one_is_too_short(qtbot: QtBot, themed: object) -> None:
    panel = MapPanel("en")
    qtbot.addWidget(panel)
    legend = panel._legend
    assert legend.heightForWidth(900) == legend.sizeHint().height()
    assert legend.heightForWidth(300) == 2 * legend.sizeHint().height()
