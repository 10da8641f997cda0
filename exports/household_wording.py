"""The official Vietnamese of the digital address report: figures in, sentences out.

The sentence on codes has the order and the words of the 2023 report of Uông Bí ("đã được cấp danh
sách 14.300/34.043 hộ dân cư, đạt 42%, còn 19.743 hộ chưa có địa chỉ số"). That report says of the
same figures that they were checked; here the three counts are three sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from exports.wording import SMALL_NOTE, bounds_sentence, lower_first, period_name
from models.figures import format_integer, format_percent, percent
from models.households.fields import OUTCOMES, UNCHECKED_OPTION
from models.households.figures import RegisterFigures
from models.households.records import Progress
from models.periods import Period
from models.text import nfc

UNIT_HEADING: Final = "Đơn vị"
HAMLET_HEADING: Final = "Đơn vị, thôn, khu"
TABLE_HEADINGS: Final = ("Có mã trong danh sách", "Đã rà soát tại chỗ", "Đã gắn biển")
HOUSEHOLDS: Final = "Số hộ"
COUNT_HEADINGS: Final = ("Số hộ", "%")
OUTCOME_HEADINGS: Final = ("Kết quả rà soát", "Số hộ", "% hộ đã rà soát", "% tổng số hộ")
NUMBER: Final = "STT"
ALL_CHECKED: Final = "Đã rà soát"
ALL_HOUSEHOLDS: Final = "Tổng số hộ"
NO_HAMLET: Final = "Chưa rõ thôn, khu"
CODE_CHART: Final = "Tỷ lệ hộ có mã địa chỉ số trong danh sách"
CHECKED_CHART: Final = "Tỷ lệ hộ đã rà soát tại chỗ"
LEVELS: Final = ("Toàn bộ", "Đơn vị", "Thôn, khu")

_KINDS: Final = ("Phường ", "Xã ", "Thị trấn ", "Đặc khu ")
_LISTS_TOLD: Final = 5


def hamlets_of(figures: RegisterFigures) -> int:
    """Return how many hamlets there are; households whose hamlet is not known make none."""
    return sum(1 for unit in figures.units for hamlet in unit.hamlets if hamlet.name)


def hamlet_label(name: str) -> str:
    """Return a hamlet's name as it is printed."""
    return name or NO_HAMLET


def outcome_counts(progress: Progress) -> tuple[tuple[str, str, int], ...]:
    """Return (code, text, n) of each outcome in its order; one of a newer version comes last."""
    known = [(option.code, option.vi) for option in OUTCOMES]
    codes = {code for code, _ in known}
    newer = sorted(set(progress.outcomes) - codes - {"", UNCHECKED_OPTION.code})
    return tuple(
        (code, text, progress.outcomes.get(code, 0))
        for code, text in (*known, *((code, code) for code in newer))
    )


def households(number: int) -> str:
    """Return a count of households: `1.519 hộ`."""
    return f"{format_integer(number)} hộ"


def counted(part: int, whole: int) -> str:
    """Return a part with its share: `1.430 hộ (42%)`; of nothing there is no share."""
    return f"{households(part)} ({format_percent(percent(part, whole))})" if whole else "0 hộ"


def area(figures: RegisterFigures) -> str:
    """Return where the households live: `10 phường, xã với 99 thôn, khu`, or the one unit."""
    hamlets = f"{format_integer(hamlets_of(figures))} thôn, khu"
    if len(figures.units) == 1:
        name = figures.units[0].name
        return f"{lower_first(name) if name.startswith(_KINDS) else name} với {hamlets}"
    return f"{format_integer(len(figures.units))} phường, xã với {hamlets}"


def code_sentence(figures: RegisterFigures) -> str:
    """Return how many households the lists give a code, in the seed's order."""
    total = figures.total
    if not total.households:
        return "Chưa có danh sách hộ dân cư."
    return (
        f"Tại {area(figures)}, đã được cấp danh sách {_of(total.with_code, total)} hộ dân cư có "
        f"địa chỉ số, đạt {_share(total.with_code, total)}, còn "
        f"{households(total.households - total.with_code)} chưa có địa chỉ số."
    )


def checked_sentence(figures: RegisterFigures) -> str:
    """Return how many households were checked on the spot, and how many within the period."""
    total = figures.total
    return (
        f"Đến hết ngày {day(figures.period.end)}, đã rà soát tại chỗ {_of(total.checked, total)} "
        f"hộ, đạt {_share(total.checked, total)}; trong đó rà soát trong kỳ báo cáo "
        f"{households(figures.checked_in_period)}."
    )


def plate_sentence(figures: RegisterFigures) -> str:
    """Return how many households have their plate, and how many were attached in the period."""
    total = figures.total
    return (
        f"Đến hết ngày {day(figures.period.end)}, đã gắn biển địa chỉ số cho "
        f"{_of(total.plate, total)} hộ, đạt {_share(total.plate, total)}; trong đó gắn trong kỳ "
        f"báo cáo {households(figures.plates_in_period)}."
    )


def outcomes_sentence(total: Progress) -> str:
    """Return the outcomes of the checked households, "" where none was checked."""
    told = "; ".join(
        f"{lower_first(text)} {counted(n, total.checked)}"
        for _, text, n in outcome_counts(total)
        if n
    )
    return f"Kết quả rà soát {households(total.checked)}: {told}." if told else ""


def conflicts_sentence(total: Progress) -> str:
    """Return how many households wait for a decision, "" where none does."""
    if not total.conflicts:
        return ""
    return (
        f"Còn {households(total.conflicts)} có thông tin khác nhau giữa các lần rà soát hoặc giữa "
        "rà soát và danh sách mới, đang chờ thống nhất."
    )


def lists_sentence(lists: tuple[tuple[str, date], ...]) -> str:
    """Return which lists the figures stand on, the newest last; "" where none is known."""
    if not lists:
        return ""
    told = [f"“{title}” (nhập ngày {day(on)})" for title, on in lists[-_LISTS_TOLD:]]
    earlier = len(lists) - len(told)
    before = f"{earlier} danh sách trước đó, " if earlier else ""
    return f"Số hộ và mã địa chỉ số theo danh sách: {before}{', '.join(told)}."


def narrative(figures: RegisterFigures) -> tuple[str, ...]:
    """Return all paragraphs: the three counts apart, the outcomes, what waits, the lists."""
    has_households = figures.total.households > 0
    told: Iterable[str] = (
        code_sentence(figures),
        checked_sentence(figures) if has_households else "",
        plate_sentence(figures) if has_households else "",
        outcomes_sentence(figures.total),
        conflicts_sentence(figures.total),
        lists_sentence(figures.lists),
        bounds_sentence(figures.period),
    )
    return tuple(nfc(text) for text in told if text)


def basis(figures: RegisterFigures) -> Iterator[str]:
    """Yield the sentences on how was counted."""
    yield (
        "Có mã trong danh sách, đã rà soát tại chỗ và đã gắn biển được đếm riêng, tỷ lệ tính trên "
        "tổng số hộ. Số hộ và mã theo danh sách hiện có; rà soát và gắn biển tính đến hết ngày "
        f"{day(figures.period.end)}."
    )
    if figures.hides_small:
        yield SMALL_NOTE
    if figures.unit_map == "recorded":
        yield "Đơn vị theo tên ghi trong danh sách, kể cả đơn vị cũ trước sắp xếp."
    else:
        yield "Đơn vị theo địa giới hiện nay; hộ của đơn vị cũ tính vào đơn vị mới."


def subject(period: Period) -> str:
    """Return the report's subject (trích yếu)."""
    return f"Kết quả rà soát địa chỉ số hộ gia đình {lower_first(period_name(period))}"


def closing(period: Period) -> str:
    """Return the sentence that ends the body, with the mark that official papers end with."""
    return (
        "Trên đây là báo cáo kết quả rà soát địa chỉ số hộ gia đình "
        f"{lower_first(period_name(period))}./."
    )


def table_caption(period: Period, by_hamlet: bool) -> str:
    """Return the caption of the table by unit, or by unit and hamlet."""
    depth = "đơn vị và thôn, khu" if by_hamlet else "đơn vị"
    return f"Địa chỉ số hộ gia đình theo {depth}, {lower_first(period_name(period))}"


def outcomes_caption(period: Period) -> str:
    """Return the caption of the table of outcomes."""
    return f"Kết quả rà soát tại chỗ đến hết ngày {day(period.end)}"


def chart_title(title: str, number: int, of: int) -> str:
    """Return a chart's title, numbered where it is cut into several."""
    return f"{title} ({number}/{of})" if of > 1 else title


def day(on: date) -> str:
    """Return a day as it is printed: `05/09/2026`."""
    return f"{on:%d/%m/%Y}"


def _of(part: int, total: Progress) -> str:
    return f"{format_integer(part)}/{format_integer(total.households)}"


def _share(part: int, total: Progress) -> str:
    return format_percent(percent(part, total.households))
