"""Settings: defaults, changes that are events, and values that cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.session import Session, open_session
from models.errors import UserError
from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.settings.record import Option, Settings
from tests.conftest import ADMIN, SECRET


def change(session: Session, **values) -> Settings:
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values=values), actor=session.account
    )
    return session.store.read(read_settings)


def test_a_new_store_has_the_defaults(session):
    assert session.store.read(read_settings) == Settings()


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("year_start", "12-21", (12, 21)), ("year_start", "1-1", (1, 1)),
        ("target", "92.5", Decimal("92.5")), ("margin", 5, Decimal(5)), ("report_day", 20, 20),
        ("month_goal", 400, 400), ("month_goal", None, None),
        ("place", "Uông Bí", "Uông Bí"), ("recipients", ["A", "B"], ("A", "B")),
        ("signer_name", "", ""), ("signing_roots", ["PEM"], ("PEM",)),
        ("channels", [{"code": "x", "vi": "X", "en": "Y"}], (Option("x", "X", "Y"),)),
    ],
)  # fmt: skip
def test_a_change_stands_after_a_new_start(session, key, value, kept):
    assert getattr(change(session, **{key: value}), key) == kept
    session.store.close()
    again = open_session(session.paths, SECRET, ADMIN)
    assert getattr(again.store.read(read_settings), key) == kept
    again.store.close()


def test_the_last_change_stands_and_others_stay(session):
    change(session, place="A", target="80")
    settings = change(session, place="B")
    assert (settings.place, settings.target) == ("B", 80)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("year_start", "2-29", "bad_year_start"), ("year_start", "13-1", "bad_year_start"),
        ("year_start", "1-31", "bad_year_start"), ("year_start", "mai", "bad_year_start"),
        ("year_start", None, "bad_year_start"), ("year_start", "1-0", "bad_year_start"),
        ("target", "0", "bad_target"), ("target", "101", "bad_target"),
        ("target", "x", "bad_target"),
        ("target", "NaN", "bad_target"), ("target", "Infinity", "bad_target"),
        ("margin", "-1", "bad_margin"), ("margin", None, "bad_margin"),
        ("report_day", 0, "bad_report_day"), ("report_day", 31, "bad_report_day"),
        ("report_day", "x", "bad_report_day"), ("report_day", 1.5, "bad_report_day"),
        ("month_goal", 0, "bad_month_goal"), ("month_goal", 1_000_000, "bad_month_goal"),
        ("month_goal", "x", "bad_month_goal"),
        ("channels", [{"code": "x"}], "bad"), ("channels", "x", "bad"), ("recipients", 3, "bad"),
        ("no_such_thing", 1, "unknown"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_and_nothing_is_changed(session, key, value, code):
    with pytest.raises(UserError) as caught:
        change(session, place="nơi khác", **{key: value})
    assert caught.value.code == f"settings.{code}"
    assert session.store.read(read_settings) == Settings()


def test_an_option_speaks_both_languages():
    option = Option("x", "Khác", "Other")
    assert (option.text("vi"), option.text("en")) == ("Khác", "Other")
