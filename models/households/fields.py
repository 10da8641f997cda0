"""The fields of a household, the outcomes of a check, and the sources of a place (DOMAIN §3).

Field names are the contract of the command line's `--field name=value` and of the journal.
"""

from __future__ import annotations

from typing import Final

from models.settings.record import Option

# What a list from the platform or the commune may say of a household.
LIST_FIELDS: Final = (
    "list_code", "name", "phone", "address", "house_number", "street", "hamlet", "unit",
    "old_unit", "code", "place_id", "place", "has_plate", "plate_on",
)  # fmt: skip
# What an officer may say on the spot: all of it but where the list came from, and the outcome.
CHECK_FIELDS: Final = (
    "name", "phone", "address", "house_number", "street", "hamlet", "code", "place_id", "place",
    "has_plate", "plate_on", "outcome", "visit",
)  # fmt: skip
FIELDS: Final = (*LIST_FIELDS, "outcome", "visit", "merged_into")

FIELD_NAMES: Final = (
    Option("list_code", "Mã hộ", "Household code"),
    Option("name", "Chủ hộ", "Head of household"),
    Option("phone", "Điện thoại", "Telephone"),
    Option("address", "Địa chỉ", "Address"),
    Option("house_number", "Số nhà", "House number"),
    Option("street", "Đường, ngõ", "Street"),
    Option("hamlet", "Thôn, khu", "Hamlet"),
    Option("unit", "Phường, xã", "Ward or commune"),
    Option("old_unit", "Phường, xã cũ", "Former ward or commune"),
    Option("code", "Mã địa chỉ số", "Digital address code"),
    Option("place_id", "Mã định danh địa điểm", "Place identifier"),
    Option("place", "Tọa độ", "Coordinates"),
    Option("has_plate", "Gắn biển", "Plate attached"),
    Option("plate_on", "Ngày gắn biển", "Plate attached on"),
    Option("outcome", "Kết quả rà soát", "Outcome of the check"),
    Option("visit", "Phiếu hỏi", "Visit questionnaire"),
    Option("merged_into", "Gộp vào hộ", "Merged into"),
)

UNCHECKED: Final = ""
# In the order of the digits that choose them; "" is a household nobody has checked yet.
OUTCOMES: Final = (
    Option("dung", "Đúng", "Right"),
    Option("sai_thong_tin", "Sai thông tin", "Wrong information"),
    Option("trung_ma", "Trùng mã", "Duplicate code"),
    Option("khong_tim_thay", "Không tìm thấy", "Not found"),
    Option("nha_trong", "Nhà trống hoặc đã phá dỡ", "Empty or demolished"),
    Option("de_nghi_cap_ma", "Đề nghị cấp mã", "Asks for a code"),
    Option("tu_choi", "Người dân từ chối", "Refused by the residents"),
)
OUTCOME_CODES: Final = tuple(option.code for option in OUTCOMES)
# How the outcomes are keyed in figures: the unchecked households under a name of their own.
UNCHECKED_OPTION: Final = Option("chua_ra_soat", "Chưa rà soát", "Not checked yet")

PLACE_SOURCES: Final = (
    Option("gps", "Thiết bị định vị", "Positioning device"),
    Option("map", "Chọn trên bản đồ", "Picked on a map"),
    Option("plus_code", "Mã cộng (plus code)", "Plus code"),
    Option("typed", "Nhập tay", "Typed"),
    Option("list", "Theo danh sách", "From the list"),
)

# Why a household's data is erased (Decree 13/2023/NĐ-CP, article 16): who asked is told by what
# they are, not by name.
ERASURE_REASONS: Final = (
    Option("nguoi_dan_yeu_cau", "Chủ thể dữ liệu yêu cầu xóa", "The person asked for it"),
    Option("rut_dong_y", "Chủ thể dữ liệu rút lại sự đồng ý", "The person withdrew the consent"),
    Option("het_muc_dich", "Không còn cần cho mục đích thu thập", "It is no longer needed"),
    Option("sai_muc_dich", "Thu thập, xử lý không đúng mục đích", "It was recorded without ground"),
    Option("co_quan_yeu_cau", "Cơ quan có thẩm quyền yêu cầu", "An authority asked for it"),
)
ERASURE_CODES: Final = tuple(option.code for option in ERASURE_REASONS)


def option(options: tuple[Option, ...], code: str) -> Option | None:
    """Return the option of a code, None for an unknown one."""
    return next((item for item in options if item.code == code), None)
