"""Questionnaires to key: every kind of question, with rules between them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from models.questionnaires.builtin import builtin_path
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.form import Form
from models.questionnaires.xlsform import read_xlsform

SURVEY = [
    ["type", "name", "label", "relevant", "required", "constraint", "constraint_message"],
    ["select_one co_khong", "den_quay", "Có đến quầy không?", "", "yes", "", ""],
    ["integer", "so_lan", "Đến mấy lần?", "${den_quay} = 'co'", "yes", ". < 100",
     "Không quá 99 lần."],
    ["decimal", "gio_cho", "Chờ mấy giờ?", "${so_lan} > 0", "", "", ""],
    ["select_multiple kenh", "kenh", "Biết tin qua đâu?", "", "", "", ""],
    ["date", "ngay", "Ngày nào?", "", "", "", ""],
    ["text", "gop_y", "Góp ý", "", "", "", ""],
    ["select_one co_khong", "hai_long", "Hài lòng không?", "", "", "", ""],
]  # fmt: skip
CHOICES = [
    ["list_name", "name", "label"],
    ["co_khong", "co", "Có"],
    ["co_khong", "khong", "Không"],
    ["kenh", "loa", "Loa phường"],
    ["kenh", "mang", "Mạng"],
    ["kenh", "nguoi_quen", "Người quen"],
]
SETTINGS = [["form_title", "form_id", "version"], ["Phiếu nhiều loại", "nhieu-loai", "1"]]


@cache
def mixed_form() -> Form:
    """Return a form with every kind of question that is keyed."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in (("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phieu.xlsx"
        book.save(path)
        return read_xlsform(path)


@cache
def mixed() -> CompiledForm:
    return compile_form(mixed_form())


@cache
def slip() -> CompiledForm:
    return compile_form(read_xlsform(builtin_path("qn-18-2021")))
