from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from models.households.progress import WardProgress, WorkFilter
from models.households.records import HamletKey, Progress
from tests.ui.register.browsing import PLAIN, SHIFT, Browser
from ui.register.hamlet_model import HamletModel
from ui.register.loading import Overview, assign_hamlets
from ui.register.place_names import PlaceNames

KEY = Qt.Key
NAMES = PlaceNames({"1": "Phường Bảy", "2": "Phường Ba"}, {"9": "Cũ"})


def overview(*keys: HamletKey) -> Overview:
    wards = tuple(
        WardProgress(
            key.unit, Progress(2, 1, 1),
            "\x1f".join((*key[1:], "2", "1", "1", "0", "0", '{"dung":1}', "")),
        )
        for key in keys
    )
    return Overview(wards, Progress(2 * len(keys)), (), NAMES)


def titles(model: HamletModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_wards_stand_in_the_order_of_their_names_with_their_hamlets_below(qapp) -> None:
    model = HamletModel()
    model.show_overview(overview(HamletKey("1", "", "Khu 2"), HamletKey("2", "9", "Khu 1")))
    assert titles(model) == [
        "The whole register", "Phường Ba", "Khu 1 (Cũ)", "Phường Bảy", "Khu 2",
    ]  # fmt: skip
    model.set_open("2", is_open=False)
    assert titles(model) == ["The whole register", "Phường Ba", "Phường Bảy", "Khu 2"]
    place = model.place(2)
    assert place is not None
    assert place.progress.households == 2


def test_many_wards_stand_closed_at_first(qapp) -> None:
    model = HamletModel()
    model.show_overview(overview(*(HamletKey(str(unit), "", "Khu 1") for unit in range(4))))
    assert model.rowCount() == 5


def test_places_are_chosen_by_keys(browser: Browser) -> None:
    (first, second, *_) = browser.hamlets()
    panel = browser.page.panel
    browser.to_places(1)
    assert panel.wanted() == WorkFilter(unit=first.hamlet.unit)
    browser.key(KEY.Key_Down)
    browser.rest()
    assert panel.wanted() == WorkFilter(hamlets=(first.hamlet,))
    assert {one.hamlet_key for one in browser.shown()} == {first.hamlet}
    browser.key(KEY.Key_Down, SHIFT)
    browser.rest()
    assert panel.wanted() == WorkFilter(hamlets=(first.hamlet, second.hamlet))
    assert panel.single_hamlet() is None
    browser.key(KEY.Key_Down)
    browser.key(KEY.Key_Left)
    browser.rest()
    assert panel.wanted() == WorkFilter(unit=first.hamlet.unit)
    browser.key(KEY.Key_Left)
    browser.rest()
    assert panel._model.rowCount() == 2
    browser.key(KEY.Key_Right)
    assert panel._model.rowCount() == 2 + len(browser.hamlets())
    browser.key(KEY.Key_Home)
    browser.rest()
    assert panel.wanted() == WorkFilter()


def test_hamlets_are_assigned_with_a_name_that_was_given_before(browser: Browser) -> None:
    (first, second, *_) = browser.hamlets()
    command = partial(assign_hamlets, hamlets=[first.hamlet], officer="Đỗ Văn Đức")
    browser.session.store.write(command, actor=browser.session.account)
    browser.rest()
    browser.to_places(2)
    browser.key(KEY.Key_Down, SHIFT)
    browser.key(KEY.Key_A)
    form = browser.page.panel._form
    assert form.isVisible()
    assert form._field.text() == ""
    browser.write("duc")
    assert form._names.stringList() == ["Đỗ Văn Đức"]
    browser.wait(form._completer.popup().isVisible)
    browser.key(KEY.Key_Down)
    browser.key(KEY.Key_Return)
    assert form._field.text() == "Đỗ Văn Đức"
    browser.rest()
    officers = {item.hamlet: item.officer for item in browser.hamlets()}
    assert officers[first.hamlet] == officers[second.hamlet] == "Đỗ Văn Đức"
    assert not form.isVisible()
    # The offscreen platform leaves it to us to make the window active after a popup.
    browser.section.activateWindow()
    browser.wait(lambda: browser.focus() is browser.page.panel._list, "the focus is back")
    officer = browser.page.filters._officer
    officer.setCurrentIndex(officer.findData("Đỗ Văn Đức"))
    browser.to_places(0)
    assert {one.hamlet_key for one in browser.shown()} <= {first.hamlet, second.hamlet}


def test_escape_assigns_nobody(browser: Browser) -> None:
    browser.to_places(2)
    browser.key(KEY.Key_A)
    browser.write("Nguyễn")
    browser.key(KEY.Key_Escape, PLAIN)
    browser.rest()
    assert {item.officer for item in browser.hamlets()} == {""}
    assert browser.focus() is browser.page.panel._list


def test_what_was_chosen_stays_chosen_while_figures_change(browser: Browser) -> None:
    browser.to_places(3)
    wanted = browser.page.panel.wanted()
    browser.check(browser.shown()[0].id)
    assert browser.page.panel.wanted() == wanted
    place = browser.page.panel._model.place(3)
    assert place is not None
    assert place.progress.checked == 1
