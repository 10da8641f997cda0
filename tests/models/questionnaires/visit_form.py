"""Makes the visit questionnaire: `python -m tests.models.questionnaires.visit_form FILE.xlsx`.

The same words give the same bytes. A version that was released is never made anew: a changed
question is a new version.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter import Workbook

VI, EN = "label::Vietnamese (vi)", "label::English (en)"
# DOMAIN §3: what the plan of Quảng Yên wants to know of each household.
QUESTIONS = [
    ("cap_quang", "Hộ có đường Internet cáp quang", "The household has fibre internet"),
    ("dien_thoai_thong_minh", "Hộ có người dùng điện thoại thông minh",
     "Somebody in the household uses a smartphone"),
    ("vneid_muc_2", "Hộ có người đã cài VNeID, định danh điện tử mức độ 2",
     "Somebody in the household has VNeID, electronic identity of level 2"),
    ("nop_ho_so_truc_tuyen",
     "Hộ có ít nhất một người biết nộp hồ sơ trên Cổng Dịch vụ công quốc gia",
     "At least one person in the household can file on the national public service portal"),
    ("tai_khoan_thanh_toan", "Hộ có người có tài khoản thanh toán không dùng tiền mặt",
     "Somebody in the household has an account for cashless payment"),
    ("chu_ky_so", "Hộ có người dùng chữ ký số cá nhân",
     "Somebody in the household uses a personal digital signature"),
]  # fmt: skip
# In the order of the digits that choose them.
ANSWERS = [
    ("co", "Có", "Yes"),
    ("khong", "Không", "No"),
    ("khong_ro", "Không rõ", "Not known"),
]
TITLES = ("Phiếu hỏi số hóa hộ gia đình 2024", "Digital household questionnaire 2024")
NOTES = (
    "Nội dung hỏi theo kế hoạch chuyển đổi số của Quảng Yên; lời câu hỏi do phần mềm soạn, cần "
    "đối chiếu với phiếu đang dùng nếu có.",
    "What is asked follows the digital plan of Quảng Yên; the wording is this program's own and "
    "must be compared with the form in use, if there is one.",
)
SHEETS: Mapping[str, Sequence[Sequence[str]]] = {
    "survey": [
        ("type", "name", VI, EN),
        *(("select_one co_khong", *question) for question in QUESTIONS),
    ],
    "choices": [("list_name", "name", VI, EN), *(("co_khong", *answer) for answer in ANSWERS)],
    "settings": [
        ("form_title", "form_title::English (en)", "form_id", "version", "default_language",
         "note", "note::English (en)"),
        (*TITLES, "ho-so-hoa-2024", "2024.1", "Vietnamese (vi)", *NOTES),
    ],
}  # fmt: skip
WIDTHS = {
    "survey": (24, 26, 72, 72),
    "choices": (14, 14, 24, 24),
    "settings": (40, 40, 18, 10, 20, 70, 70),
}


def make(path: Path) -> None:
    """Write the workbook, a header of its own colour above each sheet that stays in sight."""
    with Workbook(path) as book:
        book.set_properties(
            {"title": "ho-so-hoa-2024", "author": "motcua",
             "created": datetime(2026, 11, 22, tzinfo=UTC).replace(tzinfo=None)}
        )  # fmt: skip
        header = book.add_format({"bold": True, "bg_color": "#DDE7F0", "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, width in enumerate(WIDTHS[name]):
                sheet.set_column(column, column, width)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text, wrapped if number else header)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
