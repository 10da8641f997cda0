from __future__ import annotations

from ui.newest import Newest


def test_an_older_answer_that_comes_last_is_not_shown() -> None:
    shown: list[str] = []
    readings = Newest(shown.append)
    first, second = readings.answer(), readings.answer()
    second("new")
    first("old")
    assert shown == ["new"]


def test_answers_that_come_in_order_are_all_shown_however_many_are_asked_for() -> None:
    shown: list[int] = []
    readings = Newest(shown.append)
    under_way = readings.answer()
    for number in range(5):
        following = readings.answer()
        under_way(number)
        under_way = following
    assert shown == [0, 1, 2, 3, 4]
