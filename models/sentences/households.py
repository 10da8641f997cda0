"""What the program says about households, lists and checks."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "households.bad_code": (
        "“{value}” không phải mã địa chỉ số. Mã gồm đúng 10 chữ số, kể cả số 0 đứng đầu.",
        "“{value}” is no digital address code. A code has exactly 10 digits, leading zeros included.",
    ),
    "households.bad_place_id": (
        "“{value}” không phải mã định danh địa điểm. Mã gồm đúng 12 chữ số.",
        "“{value}” is no place identifier. It has exactly 12 digits.",
    ),
    "households.bad_outcome": (
        "Không có kết quả rà soát “{value}”. Hãy chọn một kết quả trong danh sách.",
        "There is no outcome “{value}”. Please choose one from the list.",
    ),
    "households.bad_day": (
        "“{value}” không phải ngày. Hãy nhập theo dạng ngày/tháng/năm.",
        "“{value}” is no date. Please type day/month/year.",
    ),
    "households.bad_place": (
        "Tọa độ “{value}” nằm ngoài trái đất. Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180.",
        "The coordinates “{value}” lie outside the earth. Latitude runs from -90 to 90, longitude from -180 to 180.",
    ),
    "households.bad_place_source": (
        "Không có nguồn tọa độ “{value}”.",
        "There is no source of coordinates “{value}”.",
    ),
    "households.too_long": (
        "Nội dung dài quá {most} ký tự. Hãy rút gọn.",
        "The text is longer than {most} characters. Please shorten it.",
    ),
    "households.no_field": (
        "Hộ không có trường “{field}”.",
        "A household has no field “{field}”.",
    ),
}
