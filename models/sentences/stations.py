"""What the program says about stations and who may read what."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "stations.bad_card": (
        "Tệp này không phải thẻ trạm, hoặc thẻ đã bị sửa. Hãy xin lại thẻ từ trạm kia.",
        "This file is no station card, or the card was changed. Please ask the other station for its card again.",
    ),
    "stations.name_empty": (
        "Tên trạm còn trống. Hãy đặt tên để trạm khác nhận ra, ví dụ: Quầy 2 phường Uông Bí.",
        "The station has no name. Please give it one that others recognise, for example: Counter 2, Uông Bí ward.",
    ),
    "stations.no_own": (
        "Trạm này chưa có thẻ. Hãy tạo thẻ ở trang Trao đổi trước (lệnh: motcua station card).",
        "This station has no card yet. Please make it on the page Exchange first (command: motcua station card).",
    ),
    "stations.itself": (
        "Đây là thẻ của chính trạm này. Hãy chọn thẻ của trạm kia.",
        "This is the card of this very station. Please choose the other station's card.",
    ),
    "stations.unknown_unit": (
        "Không có đơn vị nào mang mã {code}. Hãy kiểm tra lại mã đơn vị được phép đọc.",
        "There is no unit with the code {code}. Please check the code of the unit that may be read.",
    ),
    "stations.other_keys": (
        "Trạm {name} đã được ghi nhận với khóa khác. Hãy thu hồi ghi nhận cũ trước, sau khi hai bên đã đối chiếu mã qua điện thoại.",
        "The station {name} is enrolled with other keys. Please revoke it first, once both sides have compared the fingerprint by telephone.",
    ),
    "stations.not_enrolled": (
        "Trạm này chưa được ghi nhận hoặc đã bị thu hồi. Hãy ghi nhận thẻ của trạm trước.",
        "This station is not enrolled, or was revoked. Please enrol its card first.",
    ),
    "stations.not_saved": (
        "Không ghi được thẻ trạm vào {path}. Hãy kiểm tra chỗ trống trên USB rồi thử lại.",
        "The station's card could not be written to {path}. Please check that the stick has room, then try again.",
    ),
    "stations.unreadable": (
        "Không đọc được tệp {file}. Hãy kiểm tra ổ đĩa rồi thử lại.",
        "The file {file} cannot be read. Please check the disk and try again.",
    ),
}
