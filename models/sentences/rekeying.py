"""What the program says about keying a second time."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "rekeying.help": ("Nhập lần hai và số liệu nhập phiếu", "Second keying, and figures of keying"),
    "rekeying.help_list": (
        "Các đợt chờ tài khoản này nhập lần hai",
        "The batches that wait for this account's second keying",
    ),
    "rekeying.help_figures": (
        "Tốc độ và lỗi khi nhập: của mình, hoặc của người khác nếu là người đứng đầu",
        "How fast and how well one keys; another's for the head alone",
    ),
    "rekeying.help_by": ("Của tài khoản này", "Of this account"),
    "rekeying.not_drawn": (
        "Phiếu này không được chọn để nhập lần hai. Hãy mở lại danh sách nhập lần hai.",
        "This slip was not drawn for second keying. Please open the list of second keying again.",
    ),
    "rekeying.own_slip": (
        "Phiếu này do chính tài khoản của bạn nhập hoặc sửa. Người khác phải nhập lần hai.",
        "Your own account keyed or changed this slip. Somebody else must key it the second time.",
    ),
    "rekeying.already_keyed": (
        "Người khác đã nhập lần hai phiếu này. Hãy tiếp tục với phiếu sau.",
        "Somebody else keyed this slip the second time already. Please go on with the next.",
    ),
    "rekeying.nothing_to_decide": (
        "Chỗ khác nhau này đã được quyết định hoặc không còn. Hãy mở lại danh sách chờ quyết định.",
        "This difference is decided already or is gone. Please open the list of decisions again.",
    ),
    "rekeying.third_needed": (
        "Bạn đã nhập hoặc sửa phiếu này, nên một người thứ ba phải quyết định.",
        "You keyed or changed this slip, so a third person has to decide.",
    ),
    "rekeying.no_scans": (
        "Không thấy “{name}” nơi đã chọn. Hãy cắm lại ổ đĩa hoặc chọn lại bản quét.",
        "“{name}” is not where it was. Plug in the drive again, or choose the scans anew.",
    ),
    "rekeying.no_scanned_pages": (
        "“{name}” không có trang quét nào. Hãy chọn tệp PDF, hoặc thư mục có ảnh JPEG, PNG, TIFF.",
        "“{name}” holds no scanned page. Choose a PDF, or a folder of JPEG, PNG or TIFF pictures.",
    ),
    "rekeying.many_scans": (
        "“{name}” có quá {most} trang. Hãy chọn bản quét của riêng đợt này.",
        "“{name}” has more than {most} pages. Choose the scans of this batch alone.",
    ),
    "rekeying.unreadable_scan": (
        "Không đọc được bản quét “{name}”: tệp hỏng, đặt mật khẩu hoặc không phải PDF, JPEG, PNG, TIFF. Hãy quét lại hoặc xem phiếu giấy.",
        "The scan “{name}” cannot be read: it is damaged, has a password, or is no PDF, JPEG, PNG or TIFF. Scan it again, or look at the paper.",
    ),
    "rekeying.large_scan": (
        "Ảnh “{name}” lớn hơn {most} triệu điểm ảnh. Hãy quét lại ở 300 dpi.",
        "The picture “{name}” has more than {most} million pixels. Scan it again at 300 dpi.",
    ),
}
