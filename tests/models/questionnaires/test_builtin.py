"""The shipped slip is DOMAIN §2's table."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.questionnaires.builtin import BUILTIN, builtin_path
from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import defaults, evaluate
from models.questionnaires.form import Form
from models.questionnaires.xlsform import read_xlsform

# Question, then (code, text, points, printed in the report of 2023).
TABLE = {
    ("cong_khai", "Việc công khai thủ tục hành chính"): [
        ("rat_tot", "Rất tốt", 2, True),
        ("dap_ung", "Đáp ứng yêu cầu", 1, True),
        ("chua_dap_ung", "Chưa đáp ứng yêu cầu", 0, False),
    ],
    ("thanh_phan_ho_so", "Các yêu cầu thành phần hồ sơ"): [
        ("dung_cong_khai", "Đúng thành phần TTHC đã được công khai, dễ thực hiện", 2, True),
        ("dung_kho_thuc_hien", "Đúng thành phần nhưng khó thực hiện", 1, False),
        ("nop_them_giay_to", "Phải nộp thêm giấy tờ ngoài quy định", 0, False),
    ],
    ("thoi_gian", "Thời gian giải quyết hồ sơ"): [
        ("truoc_hen", "Trước ngày hẹn trả kết quả", 2, True),
        ("dung_hen", "Đúng ngày hẹn trả kết quả", 1, True),
        ("sau_hen", "Sau ngày hẹn trả kết quả", 0, False),
    ],
    ("so_lan_lien_he", "Số lần phải liên hệ để hoàn thiện hồ sơ"): [
        ("khong_lan_nao", "Không phải liên hệ lần nào", 2, True),
        ("mot_lan", "Một lần duy nhất để hoàn thiện hồ sơ", 1, True),
        ("nhieu_lan", "Nhiều hơn một lần", 0, False),
    ],
    ("phi_le_phi", "Phí, lệ phí"): [
        ("dung_quy_dinh", "Đúng với quy định của pháp luật", 2, True),
        ("khong_phai_nop", "Không phải nộp", None, False),
        ("khong_dung_quy_dinh", "Không đúng quy định", 0, False),
    ],
    ("thai_do", "Thái độ ứng xử, tinh thần trách nhiệm của cán bộ, công chức, viên chức"): [
        ("than_thien", "Thân thiện, trách nhiệm", 2, True),
        ("binh_thuong", "Bình thường", 1, False),
        ("gay_phien_ha", "Gây phiền hà, nhũng nhiễu", 0, False),
    ],
    ("danh_gia_chung", "Đánh giá chung"): [
        ("rat_hai_long", "Rất hài lòng", 2, True),
        ("hai_long", "Hài lòng", 1, True),
        ("khong_hai_long", "Không hài lòng", 0, False),
    ],
}


@pytest.fixture(scope="module")
def form() -> Form:
    return read_xlsform(builtin_path("qn-18-2021"))


def test_it_is_the_table(form):
    read = {
        (node.name, node.labels["vi"]): [
            (one.name, one.labels["vi"], one.points, one.always_told) for one in form.choices(node)
        ]
        for node in form.questions()
    }
    wanted = {
        question: [(c, t, None if p is None else Decimal(p), told) for c, t, p, told in options]
        for question, options in TABLE.items()
    }
    assert read == wanted
    assert list(read) == list(wanted)


def test_it_says_what_it_is(form):
    assert (form.code, form.version, form.default_language) == ("qn-18-2021", "2021.1", "vi")
    assert form.titles["vi"] == "Phiếu đánh giá mức độ hài lòng (QĐ 18/2021/QĐ-UBND)"
    assert "dựng lại" in form.note["vi"]
    assert "reconstruction" in form.note["en"]
    assert form.languages == ("vi", "en")
    labelled = [*form.questions(), *(one for some in form.choice_lists.values() for one in some)]
    assert all(set(one.labels) == {"vi", "en"} for one in labelled)
    assert all(node.required is None and node.kind == "select_one" for node in form.questions())
    assert len({node.choice_list for node in form.questions()}) == 7


def test_round_trip(form):
    again = Form.from_json(form.to_json())
    assert again == form
    assert again.to_json() == form.to_json()


@pytest.mark.parametrize(
    ("answers", "warned"),
    [
        ({}, 0),
        ({"danh_gia_chung": "rat_hai_long", "thai_do": "than_thien", "thoi_gian": "dung_hen"}, 0),
        ({"danh_gia_chung": "rat_hai_long", "thai_do": "gay_phien_ha"}, 1),
        ({"danh_gia_chung": "rat_hai_long", "thai_do": "gay_phien_ha", "thoi_gian": "sau_hen"}, 2),
        ({"danh_gia_chung": "khong_hai_long"}, 0),
        ({"danh_gia_chung": "khong_hai_long", "cong_khai": "rat_tot"}, 1),
        ({"danh_gia_chung": "khong_hai_long", "cong_khai": "dap_ung"}, 0),
        (
            {
                "danh_gia_chung": "khong_hai_long",
                "cong_khai": "rat_tot",
                "phi_le_phi": "khong_phai_nop",
            },
            1,
        ),
    ],
)
def test_soft_checks(form, answers, warned):
    given = {f"/form/{name}": value for name, value in answers.items()}
    state = evaluate(compile_form(form), given, today=date(2026, 1, 1))
    assert len(state.warnings) == warned
    assert state.is_complete
    assert state.values == given
    assert defaults(form, today=date(2026, 1, 1)) == {}


def test_only_what_is_shipped_has_a_path():
    assert all(builtin_path(code).is_file() for code in BUILTIN)
    with pytest.raises(KeyError):
        builtin_path("../../etc/passwd")


def test_a_stored_form_opens_without_the_heavy_libraries(form, tmp_path: Path):
    stored = tmp_path / "form.json"
    stored.write_text(form.to_json(), encoding="utf-8")
    script = """
import sys, json
from datetime import date
from pathlib import Path
from models.questionnaires.builtin import builtin_path
from models.questionnaires.compiled import compile_form
from models.questionnaires.engine import defaults, evaluate
from models.questionnaires.form import Form
form = compile_form(Form.from_json(Path(sys.argv[1]).read_text(encoding="utf-8")))
defaults(form, today=date(2026, 1, 1))
evaluate(form, {"/form/danh_gia_chung": "hai_long"}, today=date(2026, 1, 1))
heavy = {"pyxform", "elementpath", "openpyxl", "python_calamine", "xlrd", "PySide6"}
print(json.dumps(sorted(heavy & set(sys.modules))))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(stored)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert json.loads(done.stdout) == []
