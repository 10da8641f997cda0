"""The widgets of the gallery, each kind on a page of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme.icons import _DRAWINGS
from ui.theme.sizes import TYPE_SCALE, Space
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.banner import Banner
from ui.widgets.buttons import (
    Button,
    DangerButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from ui.widgets.check_box import CheckBox, RadioChoice
from ui.widgets.date_field import DateField
from ui.widgets.dropdown import Dropdown
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.icon_label import IconLabel
from ui.widgets.keycaps import KeyLegend, KeyMeaning
from ui.widgets.number_field import NumberField
from ui.widgets.password_field import PasswordField
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.surfaces import Card, Divider
from ui.widgets.text import Text

SLIP = (
    Question(
        "Việc công khai thủ tục hành chính",
        ("Rất tốt", "Đáp ứng yêu cầu", "Chưa đáp ứng yêu cầu"),
    ),
    Question(
        "Các yêu cầu thành phần hồ sơ",
        (
            "Đúng thành phần TTHC đã được công khai, dễ thực hiện",
            "Đúng thành phần nhưng khó thực hiện",
            "Phải nộp thêm giấy tờ ngoài quy định",
        ),
    ),
    Question(
        "Thời gian giải quyết hồ sơ",
        (
            "Trước ngày hẹn trả kết quả",
            "Đúng ngày hẹn trả kết quả",
            "Sau ngày hẹn trả kết quả",
        ),
    ),
    Question(
        "Số lần phải liên hệ để hoàn thiện hồ sơ",
        (
            "Không phải liên hệ lần nào",
            "Một lần duy nhất để hoàn thiện hồ sơ",
            "Nhiều hơn một lần",
        ),
    ),
    Question(
        "Phí, lệ phí",
        ("Đúng với quy định của pháp luật", "Không phải nộp", "Không đúng quy định"),
    ),
    Question(
        "Thái độ ứng xử, tinh thần trách nhiệm của cán bộ, công chức, viên chức",
        ("Thân thiện, trách nhiệm", "Bình thường", "Gây phiền hà, nhũng nhiễu", "Ý kiến khác"),
    ),
    Question("Đánh giá chung", ("Rất hài lòng", "Hài lòng", "Không hài lòng")),
)
KEYS = (
    KeyMeaning(("1", "…", "4"), "Chọn câu trả lời"),
    KeyMeaning(("0",), "Không trả lời"),
    KeyMeaning(("-",), "Quay lại câu trước"),
    KeyMeaning(("⏎",), "Lưu phiếu"),
    KeyMeaning(("*",), "Phiếu không hợp lệ"),
    KeyMeaning(("/",), "Ghi chú"),
    KeyMeaning(("+",), "Hoàn tác phiếu vừa nhập"),
)


def _column(*widgets: QWidget, spacing: int = Space.M) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return page


def _row(*widgets: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return line


def controls() -> QWidget:
    kinds: tuple[type[Button], ...] = (PrimaryButton, SecondaryButton, QuietButton, DangerButton)
    names = ("Bắt đầu nhập phiếu", "Xem trước", "Bỏ qua", "Hủy phiếu")
    plain = [kind(name) for kind, name in zip(kinds, names, strict=True)]
    hinted = [
        PrimaryButton("Lưu phiếu", icon="save", hint="⏎"),
        SecondaryButton("In báo cáo", icon="printer", hint="F2"),
        QuietButton("Hoàn tác", icon="undo", hint="+"),
        IconButton("calendar", "Mở lịch"),
    ]
    off = [kind(name) for kind, name in zip(kinds, names, strict=True)]
    for button in off:
        button.setEnabled(False)
    texts = [Text(f"{role}: Phường Uông Bí, 1.519 phiếu", role) for role in TYPE_SCALE]
    check, radio = CheckBox("Gồm cả phiếu không hợp lệ"), RadioChoice("Theo tháng")
    check.setChecked(True)
    radio.setChecked(True)
    icons = _row(*(IconLabel(name) for name in _DRAWINGS))
    card = Card("Đợt phiếu tháng 10/2026")
    card.body.addWidget(Text("Đã nhập 128 trên 150 phiếu thu về.", tone="muted"))
    card.body.addWidget(Divider())
    card.body.addWidget(KeyLegend(KEYS, 2))
    return _column(_row(*plain), _row(*hinted), _row(*off), icons, *texts, _row(check, radio), card)


def messages() -> QWidget:
    panel = ProgressPanel()
    panel.start("Đang lập báo cáo tháng 10/2026")
    panel.set_progress(7, 19, "7 trên 19 đơn vị")
    return _column(
        Banner("info", "Có bản nháp của phiếu số 129 từ lần mở trước.", "Nhập tiếp"),
        Banner("success", "Đã sao lưu lúc 16:40 vào thẻ nhớ.", is_dismissible=False),
        Banner("warning", "Số phiếu đã nhập ít hơn số phiếu thu về 3 phiếu.", "Xem lại"),
        Banner(
            "danger",
            "Không ghi được tệp vì ổ đĩa đã đầy. Xóa bớt tệp hoặc chọn thư mục khác rồi lưu lại; "
            "các phiếu đã nhập vẫn còn nguyên trong máy này.",
            "Chọn thư mục khác",
        ),
        panel,
        EmptyState(
            "inbox",
            "Chưa có đợt phiếu nào đang mở",
            "Tạo đợt cho số phiếu vừa thu về, rồi nhập từng phiếu bằng bàn phím số.",
            "Tạo đợt phiếu",
            hint="F2",
        ),
    )


def fields() -> QWidget:
    number, day, password = NumberField(), DateField(), PasswordField()
    number.set_value(34043)
    day.setText("31/02/2026")
    password.setText("matkhau")
    unit, wrong, empty = Dropdown(), NumberField(), DateField()
    unit.addItems(["Trung tâm Phục vụ hành chính công phường Uông Bí", "Phường Yên Tử"])
    wrong.set_value(120)
    off = Dropdown()
    off.addItem("Trực tiếp tại quầy")
    off.setEnabled(False)
    rows = [
        FieldRow("Đơn vị", unit, is_required=True),
        FieldRow("Số phiếu phát ra", number, "Đếm trước khi phát."),
        FieldRow("Số phiếu thu về", wrong),
        FieldRow("Ngày thu phiếu", day),
        FieldRow("Kỳ báo cáo từ ngày", empty, "Gõ tám chữ số, dấu gạch tự có."),
        FieldRow("Mật khẩu", password),
        FieldRow("Hình thức", off),
    ]
    rows[2].set_error("Số phiếu thu về không được lớn hơn số phiếu phát ra (100).")
    rows[3].set_error("Không có ngày này. Kiểm tra lại ngày và tháng.")
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.L)
    for index, row in enumerate(rows):
        grid.addWidget(row, index // 2, index % 2)
    grid.addWidget(_table(), 4, 0, 1, 2)
    return page


def _table() -> QTableWidget:
    table = QTableWidget(3, 3)
    table.setHorizontalHeaderLabels(["Số phiếu", "Đánh giá chung", "Nhập lúc"])
    table.verticalHeader().hide()
    table.setAlternatingRowColors(True)
    for row in range(3):
        for column, text in enumerate((f"{126 + row}", "Rất hài lòng", f"16:4{row}")):
            table.setItem(row, column, QTableWidgetItem(text))
    table.selectRow(1)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def answers() -> AnswerList:
    slip = AnswerList()
    slip.set_questions(SLIP)
    slip.set_answers([0, 0, "blank", 2, 1, 0, None])
    slip.set_warning(3, "Phải liên hệ nhiều lần nhưng thành phần hồ sơ dễ thực hiện.")
    slip.set_warning(5, "Đánh giá chung thấp hơn các câu còn lại. Xem lại phiếu giấy.")
    slip.set_current(5)
    return slip


def answers_alone() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(answers())
    return page
