from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.colours import DARK, LIGHT
from ui.theme.sizes import Space
from ui.theme.theme import apply_theme, current_theme
from ui.widgets.banner import Banner
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox, RadioChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.keycaps import KeyCap, KeyLegend, KeyMeaning
from ui.widgets.navigation_rail import NavigationRail
from ui.widgets.page_header import PageHeader
from ui.widgets.page_view import PageView
from ui.widgets.progress_panel import BusyOverlay, ProgressPanel
from ui.widgets.surfaces import Card
from ui.widgets.tally import QuestionTally, TallyTable
from ui.widgets.text import Text
from ui.widgets.toast import Toast

Show = Callable[..., QWidget]

# The offscreen platform says so for windows with a smallest size and for popups.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_button_is_pressed_by_space_and_enter_once(shown: Show, key: Qt.Key) -> None:
    button, clicks = PrimaryButton("Lưu phiếu", hint="⏎"), []
    shown(button)
    button.clicked.connect(lambda: clicks.append(key))
    QTest.keyClick(button, key)
    assert len(clicks) == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_button_has_room_for_text_and_key(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    apply_theme(qapp, "light", scale)
    plain, hinted = SecondaryButton("In báo cáo"), SecondaryButton("In báo cáo", hint="F2")
    for button in (plain, hinted):
        qtbot.addWidget(button)
    text = QFontMetrics(current_theme().font("strong")).horizontalAdvance("In báo cáo")
    assert plain.sizeHint().width() > text
    assert hinted.sizeHint().width() > plain.sizeHint().width()
    assert hinted.accessibleDescription() == "F2"


def test_focused_button_looks_different(shown: Show) -> None:
    button, other = Button("Xem trước"), QLineEdit()
    shown(button, other)
    other.setFocus()
    before = button.grab().toImage()
    button.setFocus()
    assert button.grab().toImage() != before


def test_buttons_change_with_the_scheme(qapp: QApplication, shown: Show) -> None:
    button = DangerButton("Hủy phiếu")
    shown(button)
    spot = 12, button.height() // 2
    assert button.grab().toImage().pixelColor(*spot) == LIGHT.danger
    apply_theme(qapp, "dark")
    assert button.grab().toImage().pixelColor(*spot) == DARK.danger


def test_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("close", "Đóng")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Đóng"


@pytest.mark.parametrize("kind", [CheckBox, RadioChoice])
def test_marks_answer_to_space_and_to_a_click_on_the_words(
    shown: Show, kind: type[CheckBox | RadioChoice]
) -> None:
    box = kind("Gồm cả phiếu không hợp lệ")
    shown(box)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    other = kind("Theo tháng")
    shown(other)
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=other.rect().center())
    assert other.isChecked()


def test_legend_is_read_out(shown: Show) -> None:
    legend = KeyLegend([KeyMeaning(("0",), "Không trả lời"), KeyMeaning(("⏎",), "Lưu")], 2)
    shown(legend)
    assert [cap.key() for cap in legend.findChildren(KeyCap)] == ["0", "⏎"]
    assert legend.accessibleDescription() == "0: Không trả lời; ⏎: Lưu"


def test_empty_state_leads_on(shown: Show, qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "Chưa có phiếu", "Tạo đợt phiếu.", "Tạo đợt", hint="F2")
    shown(empty)
    with qtbot.waitSignal(empty.action_requested):
        QTest.keyClick(empty.action, Qt.Key.Key_Space)
    bare = EmptyState("inbox", "Chưa có phiếu")
    shown(bare)
    assert not bare.action.isVisible()


def test_banner_acts_and_goes(shown: Show, qtbot: QtBot) -> None:
    banner = Banner("info", "Có bản nháp.", "Nhập tiếp")
    shown(banner)
    with qtbot.waitSignal(banner.action_requested):
        QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.show_message("danger", "Ổ đĩa đã đầy.")
    assert banner.isVisible()
    assert banner.message() == banner.accessibleName() == "Ổ đĩa đã đầy."
    assert not banner.action.isVisible()


def test_toast_takes_no_focus_and_goes_by_itself(
    shown: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.toast.SHOWN_MS", 30)
    field = QLineEdit()
    window = shown(field)
    field.setFocus()
    toast = Toast(window)
    toast.show_message("Đã lưu phiếu số 129.")
    assert toast.isVisible()
    assert field.hasFocus()
    assert window.rect().contains(toast.geometry())
    qtbot.waitUntil(toast.isHidden)
    toast.show_message("Đã lưu phiếu số 130.", action="Hoàn tác")
    with qtbot.waitSignal(toast.action_requested):
        QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_long_toast_stays_in_the_window(shown: Show) -> None:
    window = shown(QLineEdit())
    toast = Toast(window)
    toast.show_message("Không ghi được tệp vì ổ đĩa đã đầy. " * 6, "danger", "Chọn thư mục khác")
    assert window.rect().contains(toast.geometry())


def test_rail_goes_by_mouse_shortcut_and_arrows(shown: Show) -> None:
    rail, chosen = NavigationRail(), []
    rail.add_page("home", "Trang chủ", "home")
    rail.add_page("keying", "Nhập phiếu", "slip")
    rail.add_page("settings", "Thiết lập", "settings", is_at_end=True)
    window = shown(rail, QLineEdit())
    rail.set_current("home")
    rail.page_chosen.connect(chosen.append)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert chosen == ["keying"]
    assert rail.current() == "home"
    home, keying, settings = (rail._buttons[key] for key in rail.pages())
    assert home.isChecked()
    QTest.mouseClick(settings, Qt.MouseButton.LeftButton)
    assert chosen == ["keying", "settings"]
    assert home.isChecked()
    rail.set_current("settings")
    assert settings.isChecked()
    assert not home.isChecked()
    home.setFocus()
    QTest.keyClick(home, Qt.Key.Key_Down)
    assert keying.hasFocus()
    QTest.keyClick(keying, Qt.Key.Key_Space)
    assert chosen[-1] == "keying"


def test_rail_counts_and_shrinks(shown: Show) -> None:
    rail = NavigationRail()
    rail.add_page("home", "Trang chủ", "home")
    shown(rail)
    wide = rail.sizeHint().width()
    rail.set_badge("home", 3)
    assert rail._buttons["home"].accessibleDescription() == "3"
    rail.set_compact(True)
    assert rail.sizeHint().width() < wide
    assert rail._buttons["home"].accessibleName() == "Trang chủ"


def test_progress_is_cancelled_by_escape_once(shown: Show) -> None:
    panel, cancels = ProgressPanel(), []
    shown(panel)
    panel.cancelled.connect(lambda: cancels.append(1))
    panel.start("Đang lập báo cáo")
    panel.set_progress(3, 10, "3 trên 10 đơn vị")
    panel.cancel_button.setFocus()
    QTest.keyClick(panel.cancel_button, Qt.Key.Key_Escape)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert cancels == [1]


def test_overlay_covers_holds_the_focus_and_gives_it_back(shown: Show, qtbot: QtBot) -> None:
    field, other = QLineEdit(), QLineEdit()
    window = shown(field, other)
    other.setFocus()
    overlay = BusyOverlay(window)
    overlay.start("Đang mở kho dữ liệu")
    assert overlay.geometry() == window.rect()
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert overlay.isAncestorOf(window.focusWidget())
    window.resize(700, 500)
    assert overlay.geometry() == window.rect()
    with qtbot.waitSignal(overlay.cancelled):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    overlay.finish()
    assert other.hasFocus()
    overlay.start("Đang ghi", is_cancellable=False)
    QTest.keyClicks(window.focusWidget(), "5")
    overlay.finish()
    assert (field.text(), other.text()) == ("", "")


def test_overlay_comes_only_for_what_takes_a_while(shown: Show, qtbot: QtBot) -> None:
    field = QLineEdit()
    window = shown(field)
    field.setFocus()
    overlay = BusyOverlay(window)
    overlay._patience.setInterval(1)
    overlay.start_later("Đang lưu")
    overlay.finish()
    assert not overlay._patience.isActive()
    assert field.hasFocus()
    overlay.start_later("Đang lưu")
    assert overlay.isHidden()
    qtbot.waitUntil(overlay.isVisible)
    assert overlay.panel._label.text() == "Đang lưu"
    assert overlay.isAncestorOf(window.focusWidget())
    overlay.finish()
    assert field.hasFocus()


def test_page_view_fits_zooms_and_turns(shown: Show) -> None:
    view, zooms, pages = PageView(), [], []
    window = shown(view)
    view.zoom_changed.connect(zooms.append)
    view.page_changed.connect(pages.append)
    sheet = QImage(800, 1131, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    view.set_pages([sheet] * 3)
    fitted = view.zoom()
    assert 800 * fitted <= view.viewport().width()
    window.resize(900, 400)
    QApplication.processEvents()
    assert view.zoom() > fitted
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_page() == 2
    assert pages == [2]
    view.set_zoom(None)
    wide = view.zoom()
    view.zoom_in()
    assert view.zoom() == pytest.approx(1.25 * wide)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == wide
    view.show_page(1)
    assert view.current_page() == 1
    view.set_pages([])
    assert view.page_count() == view.current_page() == 0
    view.grab()


def test_charts_tell_their_numbers_to_readers(shown: Show) -> None:
    chart = BarChart([Bar("Rất hài lòng", 1428, "94%"), Bar("Hài lòng", 91, "6%")], 1519)
    tally = TallyTable()
    tally.set_tallies([QuestionTally("Thái độ", (12, 3), 1), QuestionTally("Phí", (0, 0))])
    shown(chart, tally)
    assert chart.accessibleDescription() == "Rất hài lòng: 1.428 (94%); Hài lòng: 91 (6%)"
    assert tally.accessibleDescription() == "Thái độ: 12, 3; – 1; Phí: 0, 0; – 0"
    chart.set_bars([])
    chart.grab()


def test_bars_are_as_long_as_their_share(shown: Show) -> None:
    chart = BarChart([Bar("Một nửa", 50, "50%"), Bar("Tất cả", 100, "100%")], 100)
    window = shown(chart)
    window.resize(800, 300)
    QApplication.processEvents()
    image = chart.grab().toImage()
    fill = LIGHT.series[0].rgb()
    row = chart._row_height(chart._bars[0], chart.width())
    lengths = [
        sum(image.pixel(x, y) == fill for x in range(image.width()))
        for y in (row // 2, row + Space.S + row // 2)
    ]
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=4)


def test_chart_grows_when_labels_wrap(qtbot: QtBot) -> None:
    chart = BarChart([Bar("Đúng thành phần TTHC đã được công khai, dễ thực hiện", 1, "1%")])
    qtbot.addWidget(chart)
    assert chart.heightForWidth(400) > chart.heightForWidth(1200)


def test_words_of_the_small_parts(shown: Show) -> None:
    header, card = PageHeader("Báo cáo", "Tháng 10"), Card("Đợt này")
    header.add_action(PrimaryButton("In"))
    card.body.addWidget(Text("128 phiếu", tone="muted"))
    shown(header, card)
    assert header.accessibleName() == "Báo cáo"
    header.set_subtitle("")
    visible = [label.text() for label in header.findChildren(QLabel) if label.isVisible()]
    assert visible == ["Báo cáo"]
    card.set_title("Đợt trước")
    assert card.accessibleName() == "Đợt trước"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_at_any_size(
    qapp: QApplication, shown: Show, scheme: str, scale: float
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light", scale)
    make: list[Callable[[], QWidget]] = [
        lambda: Banner("warning", "Số phiếu đã nhập ít hơn số phiếu thu về.", "Xem lại"),
        lambda: PageHeader("Phiếu số 129", "Phường Uông Bí · tháng 10/2026"),
        lambda: EmptyState("inbox", "Chưa có đợt phiếu nào", "Tạo đợt phiếu mới.", "Tạo đợt"),
    ]
    window = shown(*(each() for each in make))
    window.resize(1366, 768)
    qapp.processEvents()
    for label in window.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= min(label.sizeHint().width(), label.minimumSizeHint().width())
            assert label.height() >= label.heightForWidth(label.width())
    for button in window.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
