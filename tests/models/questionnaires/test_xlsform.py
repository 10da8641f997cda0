"""A workbook with every feature, read and evaluated."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import defaults, evaluate
from models.questionnaires.form import Form
from models.questionnaires.xlsform import read_xlsform

VI, EN = "Vietnamese (vi)", "English (en)"
SURVEY = [
    [
        "type",
        "name",
        f"label::{VI}",
        f"label::{EN}",
        f"hint::{VI}",
        "relevant",
        "required",
        f"required_message::{VI}",
        "constraint",
        f"constraint_message::{VI}",
        "calculation",
        "default",
        "choice_filter",
        "repeat_count",
        "read_only",
        "appearance",
        "disabled",
        "trigger",
        "_notes",
    ],
    ["note", None, "Xin chào ${ten}", "Hello ${ten}"],
    ["text", "ten", "Họ tên", "Name", "Như trong giấy tờ", None, "yes", "Cần họ tên"],
    [
        "select_one tinh",
        "tinh",
        "Tỉnh",
        "Province",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "qn",
        None,
        None,
        None,
        "minimal",
    ],
    [
        "select_one xa",
        "xa",
        "Xã",
        "Commune",
        None,
        "${tinh} != ''",
        None,
        None,
        None,
        None,
        None,
        None,
        "tinh = ${tinh} and cap != 'cu'",
    ],
    [
        "select_multiple dv",
        "dv",
        "Dịch vụ",
        "Services",
        None,
        None,
        "true()",
        None,
        "count-selected(.) <= 2",
        "Chọn tối đa hai",
    ],
    ["begin group", "chi_tiet", "Chi tiết", "Details", None, "selected(${dv}, 'khac')"],
    ["text", "khac", "Dịch vụ khác", "Other service", None, None, "string-length(${ten}) > 3"],
    ["end_group"],
    [],
    ["integer", "so_nguoi", "Số người", "People", None, None, None, None, ". > 0 and . < 6", "1–5"],
    [
        "begin_repeat",
        "nguoi",
        "Người",
        "Person",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "${so_nguoi}",
    ],
    ["decimal", "chieu_cao", "Chiều cao", "Height", None, None, None, None, None, None, None, 1.5],
    ["date", "sinh", "Ngày sinh", "Born", None, None, None, None, ". <= today()"],
    [
        "calculate",
        "tuoi",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "int((today() - ${sinh}) div 365.25)",
    ],
    ["end repeat"],
    ["time", "gio", "Giờ", "Time", None, None, None, None, None, None, None, "08:30"],
    [
        "date",
        "ngay",
        "Ngày",
        "Day",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "today()",
        None,
        None,
        "true",
    ],
    ["hidden", "nguon", None, None, None, None, None, None, None, None, None, "giay"],
    [
        "text",
        "cu",
        "Câu bỏ",
        "Old",
        None,
        "nonsense((",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "yes",
    ],
    [
        "calculate",
        "tong",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "sum(${tuoi}) + count(${nguoi})",
    ],
    [
        "calculate",
        "noi",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        "jr:choice-name(${tinh}, '${tinh}')",
    ],
]
CHOICES = [
    ["list_name", "name", f"label::{VI}", f"label::{EN}", "points", "always_told", "tinh", "cap"],
    ["tinh", "qn", "Quảng Ninh", "Quang Ninh"],
    ["tinh", "hp", "Hải Phòng", "Hai Phong"],
    [None, None, "— các xã —"],
    ["xa", "ub", "Uông Bí", "Uong Bi", None, None, "qn", "moi"],
    ["xa", "qy", "Quảng Yên", "Quang Yen", None, None, "qn", "cu"],
    ["xa", "hb", "Hồng Bàng", "Hong Bang", None, None, "hp", "moi"],
    ["dv", 1, "Đất đai", "Land", 2, "yes"],
    ["dv", "hotich", "Hộ tịch", "Civil status", "1,5", "no"],
    ["dv", "khac", "Khác", "Other", 0],
    ["unused", "x", "X", "X"],
]
SETTINGS = [
    ["form_title", f"form_title::{EN}", "form_id", "version", "default_language", "note"],
    ["Phiếu lớn", "Big form", "lon", 3, VI, "Chỉ để thử"],
]
CHECKS = [
    ["condition", f"message::{VI}", f"message::{EN}"],
    ["${so_nguoi} = '' or ${so_nguoi} <= 3", "Đông người quá", "A large family"],
]
TODAY = date(2026, 10, 8)


@pytest.fixture
def form(write_book) -> Form:
    return read_xlsform(
        write_book(SURVEY, choices=CHOICES, settings=SETTINGS, checks=CHECKS, ghi_chu=[["gì đó"]])
    )


def test_what_is_read(form):
    assert (form.code, form.version, form.languages) == ("lon", "3", ("vi", "en"))
    assert form.titles == {"vi": "Phiếu lớn", "en": "Big form"}
    assert form.note == {"vi": "Chỉ để thử"}
    kinds = {node.name: node.kind for node in form.nodes()}
    assert kinds == {
        "generated_note_name_2": "note",
        "ten": "text",
        "tinh": "select_one",
        "xa": "select_one",
        "dv": "select_multiple",
        "chi_tiet": "group",
        "khac": "text",
        "so_nguoi": "integer",
        "nguoi": "repeat",
        "chieu_cao": "decimal",
        "sinh": "date",
        "tuoi": "calculate",
        "gio": "time",
        "ngay": "date",
        "nguon": "hidden",
        "tong": "calculate",
        "noi": "calculate",
    }
    by_name = {node.name: node for node in form.nodes()}
    assert by_name["tuoi"].path == "/form/nguoi/tuoi"
    assert by_name["ten"].hints == {"vi": "Như trong giấy tờ"}
    assert by_name["ten"].required == ["true"]
    assert by_name["ten"].required_messages == {"vi": "Cần họ tên"}
    assert by_name["tinh"].appearance == "minimal"
    land, civil, other = form.choice_lists["dv"]
    assert (land.name, land.points, land.always_told) == ("1", Decimal(2), True)
    assert (civil.points, civil.always_told) == (Decimal("1.5"), False)
    assert other.points == 0
    assert form.choice_lists["xa"][1].columns == {"tinh": "qn", "cap": "cu"}
    assert "unused" not in form.choice_lists


def test_round_trip_and_evaluation(form):
    again = Form.from_json(form.to_json())
    assert again == form
    compiled = compile_form(again)
    start = defaults(compiled, today=TODAY)
    assert start == {
        "/form/tinh": "qn",
        "/form/gio": time(8, 30),
        "/form/ngay": TODAY,
        "/form/nguon": "giay",
    }
    assert defaults(compiled, today=TODAY, within="/form/nguoi") == {
        "/form/nguoi/chieu_cao": Decimal("1.5")
    }
    answers = start | {
        "/form/ten": "Lan Anh",
        "/form/xa": "ub",
        "/form/dv": ("khac", "1"),
        "/form/so_nguoi": 4,
        "/form/nguoi": [{"/form/nguoi/sinh": date(1990, 1, 1)}, {"/form/nguoi/sinh": TODAY}],
    }
    state = evaluate(compiled, answers, today=TODAY)
    assert [one.name for one in state.nodes["/form/xa"].choices] == ["ub"]
    assert state.values["/form/nguoi[1]/tuoi"] == 36
    assert state.missing == ("/form/chi_tiet/khac",)
    assert not state.invalid
    assert state.warnings == ({"vi": "Đông người quá", "en": "A large family"},)
    assert state.values["/form/noi"] == "Quảng Ninh"
    assert state.nodes["/form/ngay"].read_only
    assert state.filled(form.nodes().__next__().labels["en"]) == "Hello Lan Anh"


def test_bare_columns_and_no_languages(write_book):
    survey = [["type", "name", "label"], ["select_one co_khong", "q", "Hỏi"]]
    form = read_xlsform(write_book(survey))
    assert (form.default_language, form.languages) == ("", ("",))
    assert form.text(form.children[0].labels) == "Hỏi"


def test_headers_may_be_written_with_capitals_and_old_names(write_book):
    survey = [
        ["Type", "Name", "Caption::Vietnamese (vi)", "Relevance", "Read Only"],
        ["select1 co_khong", "q", "Hỏi", "1 = 1", "yes"],
    ]
    choices = [["List Name", "Value", "Label::Vietnamese (vi)"], ["co_khong", "co", "Có"]]
    node = read_xlsform(write_book(survey, choices=choices)).children[0]
    assert (node.kind, node.labels, node.read_only) == ("select_one", {"vi": "Hỏi"}, ["true"])


def test_bare_columns_belong_to_the_default_language(write_book):
    survey = [["type", "name", "label", "label::English (en)"], ["text", "q", "Hỏi", "Ask"]]
    settings = [["form_id", "version", "default_language"], ["x", "1", "en"]]
    form = read_xlsform(write_book(survey, settings=settings))
    assert form.default_language == "en"
    assert form.titles == {"en": "x"}
