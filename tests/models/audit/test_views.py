"""When looking at households is told to the audit."""

from __future__ import annotations

from uuid import UUID

from models.audit.views import MANY_HOUSEHOLDS, Views

HOUR_MS = 3600 * 1000


def opened(views: Views, start: int, count: int, at_ms: int, step_ms: int = 0) -> list[int | None]:
    return [
        views.opened(UUID(int=start + number), at_ms + number * step_ms)
        for number in range(count)
    ]


def test_more_than_the_limit_within_an_hour_is_told_once():
    views = Views()
    assert set(opened(views, 0, MANY_HOUSEHOLDS, 0)) == {None}
    assert opened(views, 1000, 3, 1) == [MANY_HOUSEHOLDS + 1, None, None]


def test_the_same_household_counts_once():
    views = Views()
    for _ in range(3):
        assert set(opened(views, 0, MANY_HOUSEHOLDS, 0)) == {None}


def test_what_was_seen_over_an_hour_ago_counts_no_more():
    views = Views()
    assert set(opened(views, 0, MANY_HOUSEHOLDS, 0)) == {None}
    assert set(opened(views, 5000, MANY_HOUSEHOLDS, HOUR_MS)) == {None}
    # A day's work at a counter, one household every twenty seconds, is never told.
    assert set(opened(Views(), 0, 1000, 0, 20_000)) == {None}


def test_who_goes_on_is_told_again_after_an_hour():
    views = Views()
    told = [one for one in opened(views, 0, 2000, 0, 4000) if one is not None]
    assert len(told) == 2
    assert min(told) > MANY_HOUSEHOLDS
