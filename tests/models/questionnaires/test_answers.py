"""Reading what was typed or imported."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from models.errors import UserError
from models.questionnaires.answers import check_value
from models.questionnaires.form import Choice, Node
from models.sentences.catalog import say

CHOICES = (
    Choice("rat_tot", {"vi": "Rất tốt", "en": "Very good"}),
    Choice("dap_ung", {"vi": "Đáp ứng yêu cầu", "en": "Meets, fully"}),
    Choice("ban", {"vi": "Bàn"}),
    Choice("bạn", {"vi": "Bạn"}),
)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("integer", " 12 ", 12),
        ("integer", "-3", -3),
        ("integer", "1.234", 1234),
        ("integer", "1 234 567", 1234567),
        ("integer", "5,0", 5),
        ("integer", "5.0", 5),
        ("integer", "", None),
        ("decimal", "1,5", Decimal("1.5")),
        ("decimal", "1.5", Decimal("1.5")),
        ("decimal", "1.234,5", Decimal("1234.5")),
        ("decimal", "1.234.567", Decimal(1234567)),
        ("decimal", "0.125", Decimal("0.125")),
        ("decimal", "0,125", Decimal("0.125")),
        ("date", "08/10/2026", date(2026, 10, 8)),
        ("date", "8-10-2026", date(2026, 10, 8)),
        ("date", "2026-10-08", date(2026, 10, 8)),
        ("date", "2026-10-08 00:00:00", date(2026, 10, 8)),
        ("time", "8:30", time(8, 30)),
        ("time", "08h30", time(8, 30)),
        ("time", "23:59:59", time(23, 59, 59)),
        ("text", "  Uo\u0302ng Bi\u0301 \n", "Uông Bí"),
        ("note", "x", "x"),
        ("select_one", "rat_tot", "rat_tot"),
        ("select_one", "RẤT TỐT", "rat_tot"),
        ("select_one", "very good", "rat_tot"),
        ("select_one", "Bạn", "bạn"),
        ("select_multiple", "rat_tot dap_ung", ("rat_tot", "dap_ung")),
        ("select_multiple", "Rất tốt; Đáp ứng yêu cầu;", ("rat_tot", "dap_ung")),
        ("select_multiple", "Rất tốt, Đáp ứng yêu cầu, rat_tot", ("rat_tot", "dap_ung")),
        ("select_multiple", "Meets, fully", ("dap_ung",)),
    ],
)
def test_read(kind, text, wanted):
    assert check_value(Node(kind, "q", "/form/q"), text, CHOICES) == wanted


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("integer", "1,5", "value_integer"),
        ("integer", "abc", "value_integer"),
        ("integer", "9" * 19, "value_integer"),
        ("integer", "١٢", "value_integer"),
        ("decimal", "1.234", "value_ambiguous"),
        ("decimal", "1e5", "value_decimal"),
        ("date", "31/02/2026", "value_no_such_day"),
        ("date", "2026/10", "value_date"),
        ("date", "2026-13-01", "value_no_such_day"),
        ("time", "25:00", "value_time"),
        ("select_one", "tot", "value_choice"),
        ("select_one", "ban ban", "value_choice"),
        ("select_multiple", "rat_tot; xấu", "value_choice"),
        ("text", "x" * 10_001, "value_long"),
    ],
)
def test_refused(kind, text, code):
    with pytest.raises(UserError) as caught:
        check_value(Node(kind, "q", "/form/q"), text, CHOICES)
    assert caught.value.code == f"questionnaires.{code}"
    assert say(caught.value, "vi") != say(caught.value, "en")
