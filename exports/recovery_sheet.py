"""The sheet on which a recovery key is printed, to be locked away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exports.document import Document, KeyBlock, Paragraph

_SEPARATORS: Final = re.compile(r"[\s-]+")
_GROUP: Final = 4
_STEPS: Final = (
    "In một bản duy nhất, cho vào phong bì dán kín, ghi ngày và chữ ký của người niêm phong.",
    "Cất trong két sắt hoặc tủ có khóa của đơn vị; giao nhận phải có biên bản.",
    "Không chụp ảnh, không gửi qua thư điện tử, tin nhắn, không lưu vào máy tính.",
    "Khi không ai còn nhớ mật khẩu quản trị: ở màn hình đăng nhập, dùng khóa khôi phục, gõ lần "
    "lượt các nhóm ký tự ở trên rồi đặt mật khẩu mới.",
    "Nếu nghi khóa đã lộ, tạo khóa khôi phục mới trong chương trình, in lại tờ này và hủy tờ cũ.",
)


def recovery_document(key: str, unit_name: str, account: str) -> Document:
    """Return the one-page sheet for `key`, whose groups are parted by blanks or hyphens.

    A key without such marks is parted in groups of four.
    """
    return Document(
        kind="KHÓA KHÔI PHỤC DỮ LIỆU",
        subject=unit_name,
        blocks=(
            Paragraph(account, lead="Tài khoản quản trị:"),
            Paragraph(
                "ai giữ tờ giấy này đều mở được toàn bộ dữ liệu của đơn vị. Không còn mật khẩu và "
                "cũng không còn khóa này thì không ai mở lại được dữ liệu.",
                lead="Quan trọng:",
            ),
            KeyBlock(tuple(_groups(key))),
            *(Paragraph(text, lead=f"{n}.") for n, text in enumerate(_STEPS, start=1)),
        ),
    )


def _groups(key: str) -> Iterator[str]:
    parts = [part for part in _SEPARATORS.split(key.strip()) if part]
    if len(parts) > 1:
        yield from parts
        return
    whole = "".join(parts)
    for at in range(0, len(whole), _GROUP):
        yield whole[at : at + _GROUP]
