"""What the report says, word for word."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from exports import wording
from models.periods import Period
from models.surveys.summary import SatisfactionSummary
from tests.exports.documents.case import (
    YEAR_2023,
    golden_units,
    make_summary,
    unit_figures,
)

CENTRE = (
    "Năm 2023, Trung tâm Hành chính công thành phố đã nhận được 1.519 phiếu phản hồi hợp lệ, với "
    "kết quả đánh giá: việc công khai thủ tục hành chính: rất tốt 1.519 phiếu (100%), đáp ứng yêu "
    "cầu: 0 phiếu; các yêu cầu thành phần hồ sơ: đúng thành phần TTHC đã được công khai, dễ thực "
    "hiện 1.519 phiếu (100%); thời gian giải quyết hồ sơ: trước ngày hẹn trả kết quả 531 phiếu "
    "(35%), đúng ngày hẹn trả kết quả 988 phiếu (65%); số lần phải liên hệ để hoàn thiện hồ sơ: "
    "không phải liên hệ lần nào 1.434 phiếu (94,4%), một lần duy nhất để hoàn thiện hồ sơ 85 "
    "phiếu (5,6%); phí, lệ phí: đúng với quy định của pháp luật 1.519 phiếu (100%); thái độ ứng "
    "xử, tinh thần trách nhiệm của cán bộ, công chức, viên chức: thân thiện, trách nhiệm 1.513 "
    "phiếu (99,6%), để trống 6 phiếu (0,4%); đánh giá chung: rất hài lòng 1.428 phiếu (94%), hài "
    "lòng 91 phiếu (6%)."
)
COMMUNES = (
    "Năm 2023, Bộ phận tiếp nhận và trả kết quả xã, phường đã nhận được 2.987 phiếu phản hồi hợp "
    "lệ, với kết quả đánh giá: việc công khai thủ tục hành chính: rất tốt 2.950 phiếu (98,8%), "
    "đáp ứng yêu cầu 37 phiếu (1,2%); các yêu cầu thành phần hồ sơ: đúng thành phần TTHC đã được "
    "công khai, dễ thực hiện: 0 phiếu, để trống 2.987 phiếu (100%); thời gian giải quyết hồ sơ: "
    "trước ngày hẹn trả kết quả 2.933 phiếu (98,2%), đúng ngày hẹn trả kết quả 54 phiếu (1,8%); "
    "số lần phải liên hệ để hoàn thiện hồ sơ: không phải liên hệ lần nào 2.880 phiếu (96,4%), một "
    "lần duy nhất để hoàn thiện hồ sơ 107 phiếu (3,6%); phí, lệ phí: đúng với quy định của pháp "
    "luật 2.987 phiếu (100%); thái độ ứng xử, tinh thần trách nhiệm của cán bộ, công chức, viên "
    "chức: thân thiện, trách nhiệm 2.987 phiếu (100%); đánh giá chung: rất hài lòng 2.933 phiếu "
    "(98,2%), hài lòng 54 phiếu (1,8%)."
)


def test_the_narrative_of_2023_is_reproduced(summary: SatisfactionSummary) -> None:
    told = wording.narrative(summary)
    assert told[0] == CENTRE
    assert told[1] == COMMUNES


def test_what_is_said_of_all_slips(summary: SatisfactionSummary) -> None:
    assert wording.narrative(summary)[2:] == (
        "Có 3 phiếu không hợp lệ: bỏ trống toàn bộ 2 phiếu, chọn nhiều phương án cho một câu 1 "
        "phiếu.",
        "Tỷ lệ hài lòng là 100% (4.506/4.506 phiếu hợp lệ), đạt mục tiêu từ 90% trở lên; trong "
        "đó: Trung tâm Hành chính công thành phố 100%, Bộ phận tiếp nhận và trả kết quả xã, "
        "phường 100%.",
        "Với N = 86.562 hồ sơ, cần tối thiểu 398 phiếu theo n = N ÷ (1 + N·e²), e = 5%; đã có "
        "4.506 phiếu.",
    )


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Period("month", date(2026, 10, 1), date(2026, 10, 31), 2026, 10), "Tháng 10 năm 2026"),
        (Period("quarter", date(2026, 7, 1), date(2026, 9, 30), 2026, 3), "Quý III năm 2026"),
        (Period("half", date(2026, 1, 1), date(2026, 6, 30), 2026, 1), "6 tháng đầu năm 2026"),
        (Period("half", date(2026, 7, 1), date(2026, 12, 31), 2026, 2), "6 tháng cuối năm 2026"),
        (Period("nine_months", date(2026, 1, 1), date(2026, 9, 30), 2026), "9 tháng năm 2026"),
        (YEAR_2023, "Năm 2023"),
        (
            Period("range", date(2023, 1, 1), date(2023, 3, 31), 2023),
            "Từ ngày 01/01/2023 đến ngày 31/03/2023",
        ),
    ],
)
def test_periods_have_their_official_names(period: Period, name: str) -> None:
    assert wording.period_name(period) == name
    assert wording.bounds_sentence(period) == ""


def test_a_year_of_other_bounds_says_its_days() -> None:
    period = Period("year", date(2022, 12, 21), date(2023, 12, 20), 2023)
    assert wording.bounds_sentence(period) == "Số liệu tính từ ngày 21/12/2022 đến ngày 20/12/2023."


@pytest.mark.parametrize(
    ("text", "lowered"),
    [("Rất tốt", "rất tốt"), ("TTHC đúng hạn", "TTHC đúng hạn"), ("Đúng", "đúng"), ("", "")],
)
def test_only_the_first_letter_is_lowered(text: str, lowered: str) -> None:
    assert wording.lower_first(text) == lowered


def test_a_group_without_slips_is_told_without_results() -> None:
    empty = unit_figures("1", "Phường Thử", 0, {})
    assert (
        wording.group_paragraph(empty, YEAR_2023)
        == "Năm 2023, Phường Thử đã nhận được 0 phiếu phản hồi hợp lệ."
    )


def test_no_slips_at_all_have_no_share() -> None:
    told = wording.narrative(make_summary([("1", "Phường Thử", 0, {})]))
    assert "Chưa có phiếu hợp lệ để tính tỷ lệ hài lòng." in told


def test_a_share_just_below_the_target_is_not_rounded_up_to_it() -> None:
    tally = {"danh_gia_chung": {"hai_long": 8995, "khong_hai_long": 1005}}
    summary = make_summary([("1", "Phường Thử", 10000, tally)], target=Decimal("89.96"))
    assert "89,9% " not in wording.satisfied_sentence(summary)
    assert ", chưa đạt mục tiêu từ 89,96% trở lên." in wording.satisfied_sentence(summary)


def test_too_few_slips_say_how_many_are_missing(summary: SatisfactionSummary) -> None:
    few = replace(summary, needed=5000)
    assert wording.sample_sentence(few).endswith("đã có 4.506 phiếu, còn thiếu 494 phiếu.")
    assert wording.sample_sentence(replace(summary, population=None, needed=None)) == ""


def test_versions_and_unsettled_units_are_named(summary: SatisfactionSummary) -> None:
    told = wording.narrative(
        replace(summary, versions=("1", "2"), unsettled_units=("Phường Trưng Vương",))
    )
    assert any("2 phiên bản phiếu khảo sát: 1, 2" in text for text in told)
    assert any("Phường Trưng Vương" in text for text in told)


def test_everything_is_nfc_whatever_comes_in() -> None:
    code, name, valid, tally = golden_units()[0]
    decomposed = unicodedata.normalize("NFD", name)
    told = wording.narrative(make_summary([(code, decomposed, valid, tally)]))
    assert told[0] == CENTRE


def test_no_rank_and_no_portal_label(summary: SatisfactionSummary) -> None:
    told = " ".join(wording.narrative(summary))
    assert "766" not in told
    assert "xuất sắc" not in told
    assert "xếp loại" not in told.casefold()
