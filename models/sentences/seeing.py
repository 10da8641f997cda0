"""What the program says about comparisons, charts over time and the monthly pack."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "seeing.help_compare": (
        "So sánh hai kỳ hoặc hai đơn vị, chỉ rõ chênh lệch nào vượt dao động ngẫu nhiên",
        "Compares two periods or two units, and says what is more than chance",
    ),
    "seeing.help_trend": (
        "Tỷ lệ hài lòng theo tháng và theo đơn vị, kèm khoảng tin cậy",
        "Satisfied share by month and by unit, with intervals",
    ),
    "seeing.help_pack": (
        "Bộ báo cáo tháng: một tệp PDF và một tệp Word",
        "The monthly pack: one PDF and one Word file",
    ),
    "seeing.help_before_from": (
        "Ngày đầu của kỳ đem so; bỏ trống thì như --from",
        "First day of the period to compare with; as --from unless given",
    ),
    "seeing.help_before_to": (
        "Ngày cuối của kỳ đem so; bỏ trống thì như --to",
        "Last day of the period to compare with; as --to unless given",
    ),
    "seeing.help_before_unit": (
        "Mã đơn vị đem so; bỏ trống thì như --unit",
        "Unit codes to compare with; as --unit unless given",
    ),
    "seeing.help_month": (
        "Tháng báo cáo, dạng 2026-10; bỏ trống thì là tháng vừa kết thúc",
        "The reporting month as 2026-10; the last one that ended unless given",
    ),
    "seeing.help_folder": (
        "Thư mục nhận hai tệp",
        "The folder for the two files",
    ),
    "seeing.bad_month": (
        "Không hiểu tháng “{text}”. Hãy ghi năm và tháng báo cáo, ví dụ 2026-10.",
        "The month “{text}” is not understood. Write the reporting year and month, for example 2026-10.",
    ),
    "seeing.month_not_over": (
        "Tháng này chưa kết thúc nên chưa lập được bộ báo cáo. Hãy chọn một tháng đã qua.",
        "This month is not over, so its pack cannot be made yet. Choose a month that has ended.",
    ),
}
