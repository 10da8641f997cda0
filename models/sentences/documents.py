"""What the program says about documents."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "documents.unknown_suffix": (
        "Không ghi được loại tệp “{suffix}”. Hãy đặt tên tệp với một trong các đuôi: {known}.",
        "Files of type “{suffix}” cannot be written. Give the file one of these endings: {known}.",
    ),
    "documents.too_few": (
        "Kỳ này có chưa đến 5 phiếu hoặc hộ nên ẩn số nhỏ thì không còn gì để báo cáo. Hãy chọn kỳ dài hơn hoặc không ẩn số nhỏ.",
        "There are fewer than 5 slips or households, so that with small numbers hidden nothing is left to report. Please choose a longer period, or do not hide them.",
    ),
    "documents.shared_small": (
        "Hai bên so sánh có phiếu tính chung nên không ẩn số nhỏ được: lấy bên này trừ bên kia sẽ ra số đã ẩn. Hãy chọn hai kỳ hoặc hai đơn vị không trùng nhau, hoặc không ẩn số nhỏ.",
        "Both sides count some of the same slips, so that small numbers cannot be hidden: the difference would give them back. Please choose periods or units that do not overlap, or do not hide them.",
    ),
    "documents.empty_pack": (
        "Tháng này chưa có phiếu nào và chưa có danh sách hộ nên không có gì để lập bộ báo cáo. Hãy nhập phiếu hoặc danh sách hộ trước.",
        "This month has no slips and no household is known, so there is nothing to make a pack of. Key the slips or take in a list first.",
    ),
    "documents.no_folder": (
        "Không có thư mục “{folder}”. Hãy chọn một thư mục đã có.",
        "There is no folder “{folder}”. Choose a folder that exists.",
    ),
    "documents.disk": (
        "Không ghi được tệp “{path}”. Hãy đóng tệp nếu đang mở ở chương trình khác, kiểm tra dung "
        "lượng và quyền ghi của ổ đĩa rồi thử lại.",
        "The file “{path}” could not be written. Close it if another program has it open, check "
        "the disk's free space and your right to write there, then try again.",
    ),
    "documents.printer": (
        "Máy in không nhận trang in. Hãy kiểm tra máy in đã bật, đã nối và có giấy rồi thử lại.",
        "The printer does not take the pages. Check that it is on, connected and has paper, then "
        "try again.",
    ),
}
