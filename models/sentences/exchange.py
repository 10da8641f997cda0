"""What the program says about exchanging data with other stations."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "exchange.no_bundle": (
        "Tệp này không phải gói dữ liệu của motcua. Hãy chọn tệp có đuôi .motcua do trạm khác xuất ra.",
        "This file is no bundle of motcua's. Please choose a .motcua file that another station wrote.",
    ),
    "exchange.not_for_us": (
        "Gói này không dành cho trạm này, hoặc tệp đã hỏng. Hãy xin trạm gửi xuất lại gói cho trạm này.",
        "This bundle is not for this station, or the file is damaged. Please ask the sender to write it for this station again.",
    ),
    "exchange.resealed": (
        "Gói này được ký cho trạm khác rồi niêm phong lại. Không nhận gì từ gói này; hãy báo cho trạm gửi.",
        "This bundle was signed for other stations and sealed again. Nothing was taken from it; please tell the sender.",
    ),
    "exchange.damaged": (
        "Nội dung gói bị hỏng nên không nhận gì. Hãy xin trạm gửi xuất lại gói.",
        "The bundle's content is damaged, so nothing was taken in. Please ask the sender to write it again.",
    ),
    "exchange.too_large": (
        "Gói quá lớn nên không nhận gì. Hãy xin trạm gửi chia thành nhiều gói.",
        "The bundle is too large, so nothing was taken in. Please ask the sender for several smaller ones.",
    ),
    "exchange.unknown_sender": (
        "Trạm gửi gói này chưa được ghi nhận ở đây. Hãy ghi nhận thẻ của trạm gửi trước.",
        "The station that sent this bundle is not enrolled here. Please enrol the sender's card first.",
    ),
    "exchange.forged": (
        "Chữ ký trên gói không phải của trạm {name}. Không nhận gì; hãy gọi điện cho trạm đó.",
        "The signature on the bundle is not that of the station {name}. Nothing was taken in; please call that station.",
    ),
    "exchange.revoked_sender": (
        "Trạm {name} đã bị thu hồi ở đây nên không nhận gì. Hãy ghi nhận lại nếu trạm này được phép gửi.",
        "The station {name} was revoked here, so nothing was taken in. Please enrol it again if it may send.",
    ),
    "exchange.nobody": (
        "Chưa ghi nhận trạm nào để gửi. Hãy ghi nhận thẻ của trạm nhận trước.",
        "No station is enrolled to write to. Please enrol the receiving station's card first.",
    ),
    "exchange.unreadable": (
        "Không đọc được tệp {file}. Hãy kiểm tra USB hoặc ổ đĩa rồi thử lại.",
        "The file {file} cannot be read. Please check the stick or the disk and try again.",
    ),
    "exchange.not_written": (
        "Không ghi được gói vào {path}. Hãy kiểm tra chỗ trống trên USB rồi thử lại.",
        "The bundle could not be written to {path}. Please check that the stick has room, then try again.",
    ),
    "exchange.taken": (
        "Đã nhận từ {name}: {new} mới, {duplicates} đã có, {held} chờ phần còn thiếu, {quarantined} cách ly.",
        "Taken in from {name}: {new} new, {duplicates} known, {held} waiting for what is missing, {quarantined} set apart.",
    ),
    "exchange.erased": (
        "Theo yêu cầu xóa đã nhận, {entries} lần ghi trước đây ở đây đã mất nội dung.",
        "As an erasure that came asks for, {entries} earlier entries lost their content here.",
    ),
    "exchange.written": (
        "Đã ghi gói có {events} sự kiện cho: {names}.",
        "A bundle with {events} events was written for: {names}.",
    ),
}
