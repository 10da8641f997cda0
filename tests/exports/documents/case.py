"""The 2023 figures of Uông Bí as one frozen summary, with the full option lists."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from exports.report_settings import ReportSettings
from models.figures import one_decimal, percent
from models.periods import Period
from models.surveys.summary import (
    OptionFigures,
    QuestionFigures,
    ReasonFigures,
    SatisfactionSummary,
    UnitFigures,
)

REFERENCE = Path(__file__).parents[2] / "reference" / "uong_bi_2023_satisfaction.json"
# code, text, points, always told
OPTIONS: dict[str, list[tuple[str, str, int | None, bool]]] = {
    "cong_khai": [
        ("rat_tot", "Rất tốt", 2, True),
        ("dap_ung", "Đáp ứng yêu cầu", 1, True),
        ("chua_dap_ung", "Chưa đáp ứng yêu cầu", 0, False),
    ],
    "thanh_phan_ho_so": [
        ("dung_cong_khai", "Đúng thành phần TTHC đã được công khai, dễ thực hiện", 2, True),
        ("dung_kho_thuc_hien", "Đúng thành phần nhưng khó thực hiện", 1, False),
        ("nop_them_giay_to", "Phải nộp thêm giấy tờ ngoài quy định", 0, False),
    ],
    "thoi_gian": [
        ("truoc_hen", "Trước ngày hẹn trả kết quả", 2, True),
        ("dung_hen", "Đúng ngày hẹn trả kết quả", 1, True),
        ("sau_hen", "Sau ngày hẹn trả kết quả", 0, False),
    ],
    "so_lan_lien_he": [
        ("khong_lan_nao", "Không phải liên hệ lần nào", 2, True),
        ("mot_lan", "Một lần duy nhất để hoàn thiện hồ sơ", 1, True),
        ("nhieu_lan", "Nhiều hơn một lần", 0, False),
    ],
    "phi_le_phi": [
        ("dung_quy_dinh", "Đúng với quy định của pháp luật", 2, True),
        ("khong_phai_nop", "Không phải nộp", None, False),
        ("khong_dung_quy_dinh", "Không đúng quy định", 0, False),
    ],
    "thai_do": [
        ("than_thien", "Thân thiện, trách nhiệm", 2, True),
        ("binh_thuong", "Bình thường", 1, False),
        ("gay_phien_ha", "Gây phiền hà, nhũng nhiễu", 0, False),
    ],
    "danh_gia_chung": [
        ("rat_hai_long", "Rất hài lòng", 2, True),
        ("hai_long", "Hài lòng", 1, True),
        ("khong_hai_long", "Không hài lòng", 0, False),
    ],
}
TEXTS = {
    "cong_khai": "Việc công khai thủ tục hành chính",
    "thanh_phan_ho_so": "Các yêu cầu thành phần hồ sơ",
    "thoi_gian": "Thời gian giải quyết hồ sơ",
    "so_lan_lien_he": "Số lần phải liên hệ để hoàn thiện hồ sơ",
    "phi_le_phi": "Phí, lệ phí",
    "thai_do": "Thái độ ứng xử, tinh thần trách nhiệm của cán bộ, công chức, viên chức",
    "danh_gia_chung": "Đánh giá chung",
}
YEAR_2023 = Period("year", date(2023, 1, 1), date(2023, 12, 31), 2023)

Tallies = dict[str, dict[str, int]]


def unit_figures(
    code: str, name: str, valid: int, tallies: Tallies, reasons: tuple[ReasonFigures, ...] = ()
) -> UnitFigures:
    """Return a unit's figures from counted options, `{question: {option: n}}`."""
    questions = tuple(_question(q, tallies.get(q, {}), valid) for q in OPTIONS)
    overall = tallies.get("danh_gia_chung", {})
    satisfied = overall.get("rat_hai_long", 0) + overall.get("hai_long", 0)
    return UnitFigures(
        code=code,
        name=name,
        valid=valid,
        invalid=sum(reason.n for reason in reasons),
        invalid_reasons=reasons,
        questions=questions,
        satisfied=satisfied,
        satisfied_percent=percent(satisfied, valid) if valid else None,
    )


def _question(code: str, tally: dict[str, int], valid: int) -> QuestionFigures:
    options = tuple(
        OptionFigures(
            option,
            text,
            None if points is None else Decimal(points),
            tally.get(option, 0),
            percent(tally.get(option, 0), valid),
            told,
        )
        for option, text, points, told in OPTIONS[code]
    )
    answered = sum(option.n for option in options)
    scored = [option for option in options if option.points is not None]
    points = sum((o.n * o.points for o in scored if o.points is not None), Decimal(0))
    return QuestionFigures(
        code=code,
        text=TEXTS[code],
        answered=answered,
        blank=valid - answered,
        blank_percent=percent(valid - answered, valid),
        index=one_decimal(points, sum(option.n for option in scored)),
        max_points=Decimal(2),
        options=options,
    )


def added(tallies: list[Tallies]) -> Tallies:
    """Return the sum of several tallies."""
    return {
        question: {
            option: sum(one.get(question, {}).get(option, 0) for one in tallies)
            for option, *_ in options
        }
        for question, options in OPTIONS.items()
    }


def make_summary(
    units: list[tuple[str, str, int, Tallies]],
    reasons: tuple[ReasonFigures, ...] = (),
    **changes: Any,
) -> SatisfactionSummary:
    """Return a summary of `units` (code, name, valid, tallies), each of them its own group."""
    figures = tuple(unit_figures(*unit) for unit in units)
    valid = sum(unit[2] for unit in units)
    total = unit_figures("", "Tổng cộng", valid, added([unit[3] for unit in units]), reasons)
    summary = SatisfactionSummary(
        period=YEAR_2023,
        unit_map="recorded",
        questionnaire="hai_long",
        title="Phiếu khảo sát sự hài lòng",
        note="mẫu phiếu được dựng lại theo báo cáo năm 2023; phương án in nghiêng là suy ra.",
        versions=("1",),
        units=figures,
        groups=figures,
        total=total,
        target=Decimal(90),
        population=86562,
        margin=Decimal(5),
        needed=398,
        unsettled_units=(),
    )
    return replace(summary, **changes)


def golden_units() -> list[tuple[str, str, int, Tallies]]:
    """Return the two groups of the printed report as counted."""
    groups = json.loads(REFERENCE.read_text("utf-8"))["groups"]
    return [
        (
            f"0000{number}",
            group["unit"],
            group["valid_ballots"],
            {
                question["code"]: {option["option"]: option["n"] for option in question["tally"]}
                for question in group["questions"]
            },
        )
        for number, group in enumerate(groups, start=1)
    ]


SETTINGS = ReportSettings(
    parent_body="Ủy ban nhân dân phường Uông Bí",
    issuing_body="Trung tâm Phục vụ hành chính công",
    place="Uông Bí",
    number_suffix="BC-TTPVHCC",
    signer_title="Giám đốc",
    signer_name="Người Ký Thử",
    recipients=("UBND phường (để báo cáo)", "Các bộ phận một cửa"),
)
INVALID = (
    ReasonFigures("bo_trong", "Bỏ trống toàn bộ", 2),
    ReasonFigures("nhieu_phuong_an", "Chọn nhiều phương án cho một câu", 1),
)
