"""What the program says about settings."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "settings.unknown": (
        "Không có thiết lập “{key}”.",
        "There is no setting “{key}”.",
    ),
    "settings.bad": (
        "Giá trị này không dùng được. Hãy kiểm tra rồi nhập lại.",
        "This value cannot be used. Please check it and type it again.",
    ),
    "settings.bad_year_start": (
        "Ngày đầu năm báo cáo phải có dạng tháng-ngày, ngày từ 1 đến 28, ví dụ 12-21.",
        "The year's first day must be month-day with a day from 1 to 28, for example 12-21.",
    ),
    "settings.bad_target": (
        "Chỉ tiêu hài lòng phải là một số lớn hơn 0 và không quá 100.",
        "The target share must be a number above 0 and not above 100.",
    ),
    "settings.bad_margin": (
        "Sai số cho phép phải là một số lớn hơn 0 và không quá 100.",
        "The margin of error must be a number above 0 and not above 100.",
    ),
    "settings.bad_month_goal": (
        "Chỉ tiêu số phiếu mỗi tháng phải từ 1 đến 999.999; để trống nếu không đặt chỉ tiêu.",
        "The number of slips for a month must be from 1 to 999.999; leave it empty for no goal.",
    ),
    "settings.bad_report_day": (
        "Ngày gửi báo cáo trong tháng phải từ 1 đến 28.",
        "The day of the month for the report must be from 1 to 28.",
    ),
    "settings.bad_rekey_target": (
        "Số ô sai cho phép trên 10.000 ô phải từ 0,5 đến 1.000.",
        "The wrong fields allowed in 10,000 must be from 0.5 to 1,000.",
    ),
    "settings.bad_rekey_share": (
        "Tỷ lệ nhập lại ở mỗi bậc phải từ 1 đến 90 %.",
        "The share to key again at each level must be from 1 to 90 %.",
    ),
    "settings.bad_rekey_levels": (
        "Số bậc giảm phải từ 0 đến 5. Số 0 là luôn nhập lại toàn bộ.",
        "The number of levels must be from 0 to 5. With 0 all is keyed again always.",
    ),
}
