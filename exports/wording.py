"""The official Vietnamese of the satisfaction report: figures in, sentences out.

The order and the words of a group's paragraph are those of the 2023 report of Uông Bí; the
figures are always the counted ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from models.figures import MARK, format_decimal, format_integer, format_percent, is_untold
from models.periods import Period
from models.surveys.summary import (
    OptionFigures,
    QuestionFigures,
    SatisfactionSummary,
    UnitFigures,
)
from models.text import nfc

REPORT: Final = "BÁO CÁO"
COUNTRY: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS: Final = "Nơi nhận:"
FILED: Final = "- Lưu: VT."
ANNEX: Final = "PHỤ LỤC"
BLANK: Final = "Để trống"
NOTE_LEAD: Final = "Ghi chú:"
CHECK_CODE: Final = "Mã kiểm tra:"
SIGN_HERE: Final = "(Ký, ghi rõ họ tên)"
SIGNED_BY: Final = "Ký bởi:"
SIGNED_FOR: Final = "Cơ quan:"
SIGNED_AT: Final = "Thời gian ký:"
OPTION_HEADING: Final = "Câu hỏi (số phiếu có trả lời) và phương án"
FIGURES_HEADINGS: Final = ("Số phiếu", "%", "Chỉ số")
VALID_LABEL: Final = "Phiếu hợp lệ"
INVALID_LABEL: Final = "Phiếu không hợp lệ"
SMALL_NOTE: Final = (
    f"Dấu {MARK} thay cho số từ 1 đến 4 và những số phải ẩn cùng để không suy ra được các số đó."
)
SATISFIED_LABEL: Final = "Phiếu hài lòng"
NO_OVERALL: Final = "Mẫu phiếu không có câu hỏi đánh giá chung nên không có tỷ lệ hài lòng."
UNIT_HEADINGS: Final = ("STT", "Đơn vị", "Phiếu hợp lệ", "Phiếu không hợp lệ", "Hài lòng (%)")
INDEX_HEADING: Final = "Chỉ số theo câu hỏi"
OPENING_LEAD: Final = "Khảo sát mức độ hài lòng của người dân:"
TOTAL: Final = "Tổng cộng"

_SPACE: Final = "\u00a0"
_ROMAN: Final = ("", "I", "II", "III", "IV")
_HALVES: Final = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm"}


def period_name(period: Period) -> str:
    """Return the period's name as it opens a sentence: `Quý III năm 2026`."""
    match period.kind:
        case "month":
            return f"Tháng {period.number} năm {period.year}"
        case "quarter":
            return f"Quý {_ROMAN[period.number]} năm {period.year}"
        case "half":
            return f"{_HALVES[period.number]} {period.year}"
        case "nine_months":
            return f"9 tháng năm {period.year}"
        case "year":
            return f"Năm {period.year}"
        case "range":
            return f"Từ ngày {_day(period.start)} đến ngày {_day(period.end)}"


def lower_first(text: str) -> str:
    """Return `text` with its first letter lowered; a word in capitals (TTHC) is left as it is."""
    if len(text) > 1 and text[0].isupper() and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]


def ballots(number: int) -> str:
    """Return a count of slips: `1.519 phiếu`."""
    return f"{format_integer(number)} phiếu"


def share(number: int, percent: Decimal) -> str:
    """Return a count with its percentage: `1.513 phiếu (99,6%)`; none has no percentage."""
    return f"{ballots(number)} ({format_percent(percent)})" if number else ballots(0)


def option_phrase(option: OptionFigures) -> str:
    """Return an option as it is told: `rất tốt 1.519 phiếu (100%)`, `đáp ứng yêu cầu: 0 phiếu`."""
    text = lower_first(option.text)
    if option.n == 0:
        return f"{text}: {ballots(0)}"
    return f"{text} {share(option.n, option.percent)}"


def question_phrase(question: QuestionFigures) -> str:
    """Return a question with the options that are told and, where there are any, the blanks."""
    told = [option_phrase(o) for o in question.options if o.n > 0 or o.always_told]
    if question.blank:
        told.append(f"để trống {share(question.blank, question.blank_percent)}")
    return f"{lower_first(question.text)}: {', '.join(told) or 'không có phiếu trả lời'}"


def group_paragraph(group: UnitFigures, period: Period) -> str:
    """Return the narrative paragraph of one group."""
    opening = (
        f"{period_name(period)}, {group.name} đã nhận được {ballots(group.valid)} phản hồi hợp lệ"
    )
    if group.valid == 0:
        return f"{opening}."
    told = "; ".join(question_phrase(question) for question in group.questions)
    return f"{opening}, với kết quả đánh giá: {told}."


def invalid_sentence(total: UnitFigures) -> str:
    """Return how many slips were not valid and why, "" where there are none."""
    if total.invalid == 0:
        return ""
    reasons = ", ".join(
        f"{lower_first(r.text)} {ballots(r.n)}" for r in total.invalid_reasons if r.n
    )
    opening = f"Có {ballots(total.invalid)} không hợp lệ"
    return f"{opening}: {reasons}." if reasons else f"{opening}."


def satisfied_sentence(summary: SatisfactionSummary) -> str:
    """Return the share of satisfied slips against the target, by group where there are several."""
    total = summary.total
    if total.lacks_overall:
        return NO_OVERALL
    if total.satisfied_percent is None:
        return "Chưa có phiếu hợp lệ để tính tỷ lệ hài lòng."
    if is_untold(total.satisfied):
        return f"Tỷ lệ hài lòng không nêu được vì có số liệu phải ẩn ({MARK})."
    target = format_percent(summary.target)
    verdict = "đạt" if reaches(total, summary.target) else "chưa đạt"
    groups = ""
    if len(summary.groups) > 1:
        groups = "; trong đó: " + ", ".join(_group_satisfied(group) for group in summary.groups)
    return (
        f"Tỷ lệ hài lòng là {format_percent(total.satisfied_percent)} "
        f"({format_integer(total.satisfied)}/{ballots(total.valid)} hợp lệ), "
        f"{verdict} mục tiêu từ {target} trở lên{groups}."
    )


def reaches(figures: UnitFigures, target: Decimal) -> bool:
    """Return whether the satisfied share, unrounded, is at least `target` percent."""
    return figures.valid > 0 and Decimal(figures.satisfied) * 100 >= target * figures.valid


def sample_sentence(summary: SatisfactionSummary) -> str:
    """Return how many slips were needed and how many there are, "" where that is not known."""
    if summary.needed is None or summary.population is None:
        return ""
    missing = summary.needed - summary.total.valid
    lack = f", còn thiếu {ballots(missing)}" if missing > 0 else ""
    return (
        f"Với N = {format_integer(summary.population)} hồ sơ, cần tối thiểu "
        f"{ballots(summary.needed)} theo n = N ÷ (1 + N·e²), "
        f"e = {format_percent(summary.margin)}; "
        f"đã có {ballots(summary.total.valid)}{lack}."
    )


def versions_sentence(versions: tuple[str, ...]) -> str:
    """Return which versions of the questionnaire were added up, "" for a single one."""
    if len(versions) < 2:
        return ""
    return (
        f"Số liệu cộng gộp từ {len(versions)} phiên bản phiếu khảo sát: {', '.join(versions)}; "
        "các phương án cùng mã được cộng với nhau."
    )


def unsettled_sentence(units: tuple[str, ...]) -> str:
    """Return which divided old units still wait for a decision, "" where none does."""
    if not units:
        return ""
    return (
        "Đơn vị cũ đã chia tách, phiếu chưa xác định được thuộc đơn vị nào hiện nay: "
        f"{', '.join(units)}."
    )


def bounds_sentence(period: Period) -> str:
    """Return the days that were counted where the period's name alone does not say them."""
    if period.kind == "range" or _is_calendar(period):
        return ""
    return f"Số liệu tính từ ngày {_day(period.start)} đến ngày {_day(period.end)}."


def narrative(summary: SatisfactionSummary) -> tuple[str, ...]:
    """Return all paragraphs of the narrative: one a group, then what is said of all slips."""
    groups = summary.groups or (summary.total,)
    told: Iterable[str] = (
        *(group_paragraph(group, summary.period) for group in groups),
        invalid_sentence(summary.total),
        satisfied_sentence(summary),
        sample_sentence(summary),
        versions_sentence(summary.versions),
        unsettled_sentence(summary.unsettled_units),
        bounds_sentence(summary.period),
    )
    return tuple(nfc(text) for text in told if text)


def subject(period: Period) -> str:
    """Return the report's subject (trích yếu)."""
    return f"Kết quả khảo sát mức độ hài lòng của người dân {lower_first(period_name(period))}"


def closing(period: Period) -> str:
    """Return the sentence that ends the body, with the mark that official papers end with."""
    return (
        "Trên đây là báo cáo kết quả khảo sát mức độ hài lòng của người dân "
        f"{lower_first(period_name(period))}./."
    )


def number_line(suffix: str) -> str:
    """Return the line of the paper's number, left blank for the document system to give."""
    return f"Số:{_SPACE * 10}/{suffix}"


def date_line(place: str) -> str:
    """Return the line of place and date, the date left blank."""
    return f"{place or '…………'}, ngày{_SPACE * 7}tháng{_SPACE * 7}năm{_SPACE * 9}"


def table_caption(period: Period, number: int = 1, of: int = 1) -> str:
    """Return the caption of the table of figures, numbered where there is more than one."""
    part = f" ({number}/{of})" if of > 1 else ""
    return f"Bảng số liệu khảo sát {lower_first(period_name(period))}{part}"


def charts_caption(summary: SatisfactionSummary) -> str:
    """Return the heading of the charts: whose slips they show, and how many."""
    whose = " của các đơn vị" if len(summary.groups) > 1 else ""
    return f"Biểu đồ: tỷ lệ trên tổng số {ballots(summary.total.valid)} hợp lệ{whose}"


def units_caption(period: Period) -> str:
    """Return the caption of the table with one row a unit."""
    return f"Kết quả khảo sát theo đơn vị, {lower_first(period_name(period))}"


def index_legend(questions: tuple[QuestionFigures, ...]) -> str:
    """Return which question each numbered index column of the annex stands for."""
    return "; ".join(f"({n}) {lower_first(q.text)}" for n, q in enumerate(questions, 1)) + "."


def index_note(questions: tuple[QuestionFigures, ...]) -> str:
    """Return what the index means, with its highest value where all questions share one."""
    highest = {q.max_points for q in questions if q.max_points is not None}
    limit = f", tối đa {format_decimal(highest.pop())}" if len(highest) == 1 else ""
    return f"Chỉ số là điểm trung bình của các phiếu có trả lời{limit}."


def _group_satisfied(group: UnitFigures) -> str:
    if group.satisfied_percent is None:
        return f"{group.name} chưa có phiếu"
    return f"{group.name} {format_percent(group.satisfied_percent)}"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _is_calendar(period: Period) -> bool:
    months = {
        "month": (period.number, period.number),
        "quarter": (period.number * 3 - 2, period.number * 3),
        "half": (period.number * 6 - 5, period.number * 6),
        "nine_months": (1, 9),
        "year": (1, 12),
    }
    first, last = months[period.kind]
    return (period.start, period.end) == (
        date(period.year, first, 1),
        _last_day(period.year, last),
    )


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
