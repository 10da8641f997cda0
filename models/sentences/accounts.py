"""What the program says about accounts and passwords."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "accounts.unknown": (
        "Không có tài khoản “{name}” trong kho này. Hãy kiểm tra lại tên tài khoản.",
        "There is no account “{name}” in this store. Please check the account's name.",
    ),
    "accounts.wrong_password": (
        "Mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ rồi nhập lại.",
        "The password is not right. Please check Caps Lock and the input method, then type it again.",
    ),
    "accounts.password_short": (
        "Mật khẩu phải có ít nhất {least} ký tự.",
        "The password needs at least {least} characters.",
    ),
    "accounts.wrong_recovery_key": (
        "Khóa khôi phục này không mở được kho dữ liệu. Hãy kiểm tra đúng tờ giấy của kho này.",
        "This recovery key does not open the store. Please check that the sheet is this store's.",
    ),
    "accounts.recovery_key_mistyped": (
        "Khóa khôi phục gõ chưa đúng. Hãy so từng nhóm 5 ký tự với tờ giấy.",
        "The recovery key was mistyped. Please compare each group of 5 letters with the sheet.",
    ),
    "accounts.name_missing": (
        "Hãy cho biết tên tài khoản bằng --account: kho này có nhiều tài khoản ({names}).",
        "Please name the account with --account: this store has several ({names}).",
    ),
    "accounts.name_empty": (
        "Hãy nhập tên tài khoản.",
        "Please type an account name.",
    ),
}
