from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.colours import CONTRAST, DARK, LIGHT, Colours, contrast
from ui.theme.face import FAMILY, WEIGHTS, load_face
from ui.theme.icons import _DRAWINGS, IconName, icon_path, icon_pixmap
from ui.theme.sizes import TYPE_SCALE, points
from ui.theme.theme import apply_theme, current_theme

# The offscreen platform says so for windows with a smallest size and for popups.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BACKS = ("desk", "surface", "surface_alt")
TONES = ("info", "success", "warning", "danger")
RAILS = ("rail", "rail_hover", "rail_current")
TEXT_PAIRS = [
    *((front, back) for front in ("text", "text_muted") for back in BACKS),
    *((front, "accent_soft") for front in ("text", "text_muted", "accent")),
    ("accent", "surface"),
    ("accent", "desk"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    *((tone, back) for tone in TONES for back in ("surface", "desk", f"{tone}_soft")),
    *(("text", f"{tone}_soft") for tone in TONES),
    *((front, back) for front in ("on_rail", "on_rail_muted") for back in RAILS),
    ("text", "key_cap"),
    ("text_muted", "key_cap"),
]
EDGE_PAIRS = [
    ("focus", "surface"),
    ("focus", "desk"),
    ("border_strong", "surface"),
    ("border_strong", "desk"),
    ("on_rail", "rail_current"),
]


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_holds_aa_contrast(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("front", "back"), EDGE_PAIRS)
def test_edges_and_focus_hold_3_to_1(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 3


@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_words_of_strong_contrast_hold_7_to_1(front: str, back: str) -> None:
    assert contrast(getattr(CONTRAST, front), getattr(CONTRAST, back)) >= 7


def test_contrast_is_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.478, abs=0.001)


def test_all_weights_of_the_face_load_with_vietnamese(qapp: QApplication) -> None:
    assert load_face() == WEIGHTS
    apply_theme(qapp, "light")
    for role in TYPE_SCALE:
        info = QFontInfo(current_theme().font(role))
        assert info.family() == FAMILY
        assert info.weight() == TYPE_SCALE[role].weight


@pytest.mark.parametrize("name", _DRAWINGS)
def test_icons_stay_on_their_grid_and_are_cached(qapp: QApplication, name: IconName) -> None:
    bounds = icon_path(name).boundingRect()
    assert bounds.left() >= 1
    assert bounds.top() >= 1
    assert bounds.right() <= 23
    assert bounds.bottom() <= 23
    first = icon_pixmap(name, LIGHT.text, 20)
    assert first.cacheKey() == icon_pixmap(name, LIGHT.text, 20).cacheKey()
    assert first.cacheKey() != icon_pixmap(name, DARK.text, 20).cacheKey()


def test_switching_repaints_open_windows(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    window.show()
    assert window.grab().toImage().pixelColor(2, 2) == LIGHT.desk
    apply_theme(qapp, "dark")
    assert window.grab().toImage().pixelColor(2, 2) == DARK.desk
    assert window.palette().color(QPalette.ColorRole.Window) == DARK.desk


def test_scale_enlarges_type_and_what_holds_it(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 1.0)
    label, field = QLabel("Đánh giá chung"), QLineEdit()
    label.setProperty("role", "title")
    for widget in (label, field):
        qtbot.addWidget(widget)
        widget.show()
    before = label.sizeHint().width(), field.sizeHint().height()
    apply_theme(qapp, "light", 2.0)
    qapp.processEvents()
    assert label.sizeHint().width() > 1.8 * before[0]
    assert field.sizeHint().height() > 1.5 * before[1]


def test_scale_is_kept_in_bounds(qapp: QApplication) -> None:
    assert apply_theme(qapp, "light", 9).scale == 2.5
    assert apply_theme(qapp, "light", 0.1).scale == 0.75


def test_body_is_14_pixels() -> None:
    assert points("body", 1) == 10.5
    assert points("body", 2) == 21


def test_system_resolves_to_one_of_both(qapp: QApplication) -> None:
    assert apply_theme(qapp, "system").scheme in ("light", "dark", "contrast")
