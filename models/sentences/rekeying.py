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
}
