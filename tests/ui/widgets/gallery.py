"""Pictures of every widget in both schemes: `python -m tests.ui.widgets.gallery OUTDIR`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.ui.widgets.gallery_parts import KEYS, answers, answers_alone, controls, fields, messages
from ui.theme.sizes import Space
from ui.theme.theme import apply_theme
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.keycaps import KeyLegend
from ui.widgets.navigation_rail import NavigationRail
from ui.widgets.page_header import PageHeader
from ui.widgets.page_view import PageView
from ui.widgets.progress_panel import BusyOverlay
from ui.widgets.surfaces import Card
from ui.widgets.tally import QuestionTally, TallyTable
from ui.widgets.toast import Toast


def _rail() -> NavigationRail:
    rail = NavigationRail()
    rail.add_page("home", "Trang chủ", "home")
    rail.add_page("keying", "Nhập phiếu", "slip")
    rail.add_page("reports", "Báo cáo", "report")
    rail.add_page("settings", "Thiết lập", "settings", is_at_end=True)
    rail.add_page("lock", "Khóa màn hình", "lock", is_at_end=True)
    rail.set_current("keying")
    rail.set_badge("home", 3)
    return rail


def _shell(header: PageHeader, body: QWidget, *, is_compact: bool = False) -> QWidget:
    window = QWidget()
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    rail = _rail()
    rail.set_compact(is_compact)
    line.addWidget(rail)
    column = QVBoxLayout()
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.setSpacing(Space.L)
    column.addWidget(header)
    column.addWidget(body, 1)
    line.addLayout(column, 1)
    return window


def keying(is_compact: bool = False) -> QWidget:
    header = PageHeader("Phiếu số 129", "Phường Uông Bí · tháng 10/2026 · trực tiếp tại quầy")
    header.add_action(SecondaryButton("Phiếu không hợp lệ", hint="*"))
    header.add_action(PrimaryButton("Lưu phiếu", hint="⏎"))
    tally = TallyTable()
    tally.set_tallies(
        [
            QuestionTally("Công khai thủ tục", (120, 6, 1), 1),
            QuestionTally("Thành phần hồ sơ", (98, 24, 4), 2),
            QuestionTally("Thời gian", (64, 60, 4)),
            QuestionTally("Số lần liên hệ", (110, 16, 2)),
            QuestionTally("Phí, lệ phí", (101, 25, 1), 1),
            QuestionTally("Thái độ", (125, 3, 0)),
            QuestionTally("Đánh giá chung", (0, 0, 0)),
        ]
    )
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    keys, running = Card("Phím"), Card("Đợt này: 128 phiếu")
    keys.body.addWidget(KeyLegend(KEYS))
    running.body.addWidget(tally)
    column.addWidget(running)
    column.addWidget(keys)
    column.addStretch(1)
    body = QWidget()
    line = QHBoxLayout(body)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.L)
    line.addWidget(answers(), 1)
    if not is_compact:
        side.setFixedWidth(300)
        line.addWidget(side)
    return _shell(header, body, is_compact=is_compact)


def report() -> QWidget:
    header = PageHeader("Tổng hợp năm 2023", "29 đơn vị · 1.519 phiếu hợp lệ")
    header.add_action(SecondaryButton("Lưu tệp", icon="save", hint="F3"))
    header.add_action(PrimaryButton("In", icon="printer", hint="F2"))
    card = Card("Đánh giá chung")
    bars = (
        Bar("Rất hài lòng", 1428, "94%"),
        Bar("Hài lòng", 91, "6%"),
        Bar("Không hài lòng", 0, "0%"),
    )
    card.body.addWidget(BarChart(bars, 1519))
    second = Card("Các yêu cầu thành phần hồ sơ")
    second.body.addWidget(
        BarChart(
            (
                Bar("Đúng thành phần TTHC đã được công khai, dễ thực hiện", 1513, "99,6%"),
                Bar("Đúng thành phần nhưng khó thực hiện", 0, "0%"),
                Bar("Không trả lời", 6, "0,4%", is_muted=True),
            ),
            1519,
        )
    )
    charts = QWidget()
    column = QVBoxLayout(charts)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in (card, second):
        column.addWidget(widget)
    column.addStretch(1)
    view = PageView()
    view.set_pages([_sheet(), _sheet()])
    body = QWidget()
    line = QHBoxLayout(body)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(charts, 1)
    line.addWidget(view, 1)
    return _shell(header, body)


def _sheet() -> QImage:
    sheet = QImage(900, 1273, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    for line in range(28):
        painter.fillRect(QRectF(110, 120 + 36 * line, 680 - 90 * (line % 4 == 3), 10), Qt.gray)
    painter.end()
    return sheet


def busy() -> QWidget:
    window = keying()
    overlay = BusyOverlay(window)
    window.overlay = overlay  # type: ignore[attr-defined]
    overlay.start("Đang mở kho dữ liệu")
    return window


def toast() -> QWidget:
    empty = EmptyState("slip", "Mọi phiếu đã được nhập", "Đợt tháng 10/2026 đã đóng lúc 16:45.")
    window = _shell(PageHeader("Nhập phiếu"), empty)
    shown = Toast(window)
    window.shown = shown  # type: ignore[attr-defined]
    window.resize(1366, 768)
    window.show()
    shown.show_message("Đã lưu phiếu số 129.", "success", "Hoàn tác")
    return window


PAGES: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "controls": (controls, 1000, 900),
    "messages": (messages, 900, 860),
    "fields": (fields, 900, 680),
    "answers": (answers_alone, 780, 560),
    "keying": (keying, 1366, 768),
    "report": (report, 1366, 768),
    "busy": (busy, 1366, 768),
    "toast": (toast, 1366, 768),
}


def _picture(app: QApplication, make: Callable[[], QWidget], size: tuple[int, int]) -> QWidget:
    page = make()
    page.resize(*size)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    page.show()
    for _ in range(3):
        app.processEvents()
    return page


def main(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    for scheme in ("light", "dark"):
        apply_theme(app, scheme)
        for name, (make, width, height) in PAGES.items():
            page = _picture(app, make, (width, height))
            page.grab().save(str(folder / f"{name}-{scheme}.png"))
            page.close()
    apply_theme(app, "light", 2.0)
    for name, make in (("keying", lambda: keying(is_compact=True)), ("fields", fields)):
        page = _picture(app, make, (1366, 768))
        page.grab().save(str(folder / f"{name}-200.png"))
        page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
