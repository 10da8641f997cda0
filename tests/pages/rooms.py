"""The parts of the walk that need somebody else's work, or a window of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.households.queries import search_households
from models.kiosk.pin import hash_pin
from models.questionnaires.compiled import compile_form
from models.questionnaires.queries import list_slip_forms
from models.settings.queries import read_settings
from models.surveys.queries import list_batches
from tests.pages.kept import PIN, Others, list_of_households
from tests.waiting import settle, wait_until
from ui.reports.chart_loading import chart_loading

if TYPE_CHECKING:
    from tests.pages.walk import Walk

Page = tuple[str, QWidget]
KEY = Qt.Key


def reports(walk: Walk) -> Iterator[Page]:
    """Yield what is seen of a month, and the handbook about it."""
    walk.show("reports")
    yield walk.at("summary")
    view = walk.window._page("reports").view
    for tab, name in enumerate(("charts", "over-time", "comparison"), start=1):
        view._tabs.setCurrentIndex(tab)
        if name == "over-time" and walk.scrolls:
            # What draws is loaded when it is first wanted, between other things. Not where all
            # windows are taken away behind the walk: plots may not outlive their window.
            wait_until(lambda: chart_loading().is_loaded, "the charts")
        yield walk.at(name)
    view._tabs.setCurrentIndex(0)
    walk.rest()
    walk.window.help.open()
    yield from walk.dialog("help", walk.window.help.shown)


def second_keying(walk: Walk) -> Iterator[Page]:
    """Yield a paper keyed again, a difference, the figures and the practice."""
    others = others_of(walk)
    others.leave_second_keying()
    walk.show("keying")
    section = walk.window._keying()
    section.open_second()
    yield walk.at("second-keying")
    walk.key(KEY.Key_Return)
    pages = section.second()
    wait_until(pages.entry.hasFocus, "the second keying")
    for key in (KEY.Key_1, KEY.Key_2):
        walk.key(key, Qt.KeyboardModifier.KeypadModifier)
    yield walk.at("second-entry")
    pages.open()
    walk.rest()
    walk.key(KEY.Key_Return)
    yield walk.at("draft-back")
    pages.open_decisions()
    yield walk.at("difference")
    walk.key(KEY.Key_F4)
    yield walk.at("scans")
    deciding = pages._decisions
    scans = others.scan(walk.folder / "scans", walk.language)
    deciding.scans._ask = lambda _parent, _is_folder: scans
    deciding.scans.choose_folder.click()
    yield walk.at("scan-beside")
    walk.key(KEY.Key_F4)
    walk.key(KEY.Key_F7)
    yield walk.at("shifted")
    walk.key(KEY.Key_Escape)
    for _ in range(pages._decisions.decisions.answers.count()):
        walk.key(KEY.Key_1)
    walk.key(KEY.Key_Return)
    walk.rest()
    pages.open_figures()
    walk.rest()
    box = pages._figures.people
    box.setCurrentIndex(box.findText("Lê Văn An"))
    yield walk.at("figures")
    pages.open_practice()
    yield walk.at("practice")
    others.leave_votes()
    section.open_votes()
    yield walk.at("kiosk-votes")
    section._on_left()


def kiosk(walk: Walk) -> Iterator[Page]:
    """Yield what citizens see of the kiosk, and what asks the staff to start it."""
    from ui.kiosk.booth import BoothSetting, KioskBooth
    from ui.kiosk.start_form import KioskForm

    context = walk.window._context
    assert context is not None
    forms = context.store.read(list_slip_forms)
    form = KioskForm(forms, "Trần Thị Bình", walk.language, walk.window)
    yield from walk.dialog("kiosk-start", form)
    setting = BoothSetting(
        compile_form(others_of(walk).form), context.store.read(read_settings), hash_pin(PIN),
        "Phường Nam Khê", walk.language, "Trần Thị Bình", "Chứng thực bản sao",
        is_sample=not walk.scrolls,
    )  # fmt: skip
    booth = KioskBooth(context, context.store.clock, setting, lambda: 1_000_000)
    booth.resize(walk.window.size())
    booth.show()
    booth.activateWindow()
    wait_until(booth.isActiveWindow)
    booth.start()
    yield walk.at("kiosk", booth)
    booth.start_page.begin.click()
    yield walk.at("kiosk-question", booth)
    for name, change in (("large", booth.head.large), ("strong", booth.head.strong)):
        change.click()
        yield walk.at(f"kiosk-question-{name}", booth)
        change.click()
    for name in ("thanks", "code", "pin", "closed"):
        booth._show(getattr(booth, name))
        yield walk.at(f"kiosk-{name}", booth)
    booth.go_to_start()
    walk.rest()
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(booth)
    booth.close()
    booth.deleteLater()
    walk.window.activateWindow()
    settle()


def register(walk: Walk) -> Iterator[Page]:
    """Yield what two said of a household, likely the same ones, and a list that is taken in."""
    context = walk.window._context
    assert context is not None
    walk.show("register")
    section = walk.window._register()
    section._on_closed()
    section.register.panel._choose([2])
    walk.rest()
    section.register.panel.start_assigning()
    yield walk.at("assigning")
    walk.key(KEY.Key_Escape)
    household = context.store.read(partial(search_households, typed="nguyen van 12"))[0]
    others_of(walk).quarrel(household)
    section.open_decisions()
    yield walk.at("register-decisions")
    section.check._on_merge_requested(household.id)
    walk.rest()
    section.check.merge.take_focus()
    walk.write("nguyen thi them")
    yield walk.at("merge")
    section._on_duplicates_requested(household.hamlet_key)
    yield walk.at("duplicates")
    section._on_closed()
    section.start_import(list_of_households(walk.folder / "Danh sách khu 1.xlsx"))
    yield walk.at("list-columns")
    section._on_closed()


def others_of(walk: Walk) -> Others:
    """Return the others of the walk's office."""
    session = walk.application.session
    assert session is not None
    batch = session.store.read(list_batches)[0]
    return Others(session, batch.header)
