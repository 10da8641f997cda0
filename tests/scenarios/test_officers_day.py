"""An officer's day at the window: a messy list taken in, a hamlet checked, papers, figures."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.cli.main import run
from desktop.paths import DataPaths
from models.households.progress import WorkFilter, hamlet_progress
from models.households.records import Household
from models.store.doctor import examine
from tests.conftest import SECRET
from tests.scenarios.day_books import (
    HAMLET,
    OUTCOMES,
    Found,
    as_home,
    compare_minutes,
    compare_report,
    expected,
    figures_of,
    plain,
    said,
)
from tests.scenarios.desk import at_desk
from tests.scenarios.messy_list import (
    ODD_HEADER,
    SETTLED,
    UONG_BI,
    Home,
    Lists,
    Maker,
)
from tests.scenarios.officer import Officer

KEY = Qt.Key
CHECKED = 60
# What coordinates are typed as, and the degrees that they are.
PLACES = (
    ("21.0345, 106.7731", (21.0345, 106.7731)),
    ("https://www.google.com/maps/@21.0351234,106.7712345,17z", (21.0351234, 106.7712345)),
    ("21°02'06\"N 106°46'12\"E", (21.035, 106.77)),
    ("7PH82QPC+22", (21.0350625, 106.7700625)),
)


class Day:
    """Checks households as a plan from a seed says, and keeps what was typed."""

    def __init__(self, officer: Officer, today: date) -> None:
        self.officer = officer
        self.today = today
        self.found: dict[Any, Found] = {}
        self.codes = 0
        self.places = cycle(PLACES)

    def check(self, number: int, act: str) -> None:
        """Check the household on the screen, and go on to the next with Enter."""
        officer, household = self.officer, self.officer.standing()
        assert household.id not in self.found, "a checked household came again"
        digit = 1 + number % len(OUTCOMES)
        found = self.found[household.id] = Found(OUTCOMES[digit - 1])
        officer.press(str(digit))
        getattr(self, f"_{act}")(household, found, number)
        officer.press("E")
        officer.rest()
        assert officer.standing().id != household.id, officer.view.banner.message()
        assert found.values.get("name", household.name) in officer.view.head.saved.text()

    def _nothing(self, _household: Household, _found: Found, _number: int) -> None:
        """Find it as the list says."""

    def _name(self, household: Household, found: Found, number: int) -> None:
        self.officer.to_field("name")
        self.officer.select_all()
        self.officer.desk.compose("Đặng Thị Ngoc", "Đặng Thị Ngọc Ánh")
        self.officer.write(f" {number}")
        found.values["name"] = f"Đặng Thị Ngọc Ánh {number}"
        assert self.officer.view.form.grid._standing["name"].text() == household.name
        self.officer.press("X")

    def _house(self, _household: Household, found: Found, number: int) -> None:
        self.officer.to_field("phone")
        self.officer.select_all()
        self.officer.write(f"+84 98 {3_000_000 + number}")
        self.officer.to_field("house_number")
        self.officer.select_all()
        self.officer.write(f"{number}B")
        found.values |= {"phone": f"098{3_000_000 + number}", "house_number": f"{number}B"}
        self.officer.press("X")

    def _scan(self, _household: Household, found: Found, _number: int) -> None:
        self.codes += 1
        code = f"02299{self.codes:05d}"
        self.officer.scan(f"https://diachiso.gov.vn/#/map/{code}")
        assert "which no household has" in self.officer.view.banner.message()
        self.officer.key(KEY.Key_F3)
        found.values["code"] = code

    def _place(self, _household: Household, found: Found, _number: int) -> None:
        text, degrees = next(self.places)
        self.officer.to_field("place")
        self.officer.select_all()
        self.officer.write(text)
        found.values["place"] = degrees
        self.officer.press("X")

    def _plate(self, household: Household, found: Found, _number: int) -> None:
        self.officer.press("*")
        found.values["has_plate"] = not household.has_plate
        found.values["plate_on"] = None if household.has_plate else self.today

    def _note(self, _household: Household, found: Found, number: int) -> None:
        found.note = f"Cổng sau, hỏi bà Đỗ ở số {number}"
        self.officer.press("/")
        self.officer.write(found.note)
        self.officer.press("X")

    def _visit(self, _household: Household, found: Found, _number: int) -> None:
        self.officer.key(KEY.Key_F4)
        self.officer.rest()
        self.officer.press("111231E")
        found.visit = 6

    def add(self, name: str) -> None:
        """Add a household that no list names, asking for a code, and go on with the walk."""
        officer = self.officer
        before = {one.id for one in officer.households(WorkFilter(hamlets=(HAMLET,)))}
        officer.key(KEY.Key_F9)
        officer.rest()
        officer.write(name)
        officer.to_field("house_number")
        officer.write("99")
        officer.to_field("street")
        officer.write("Ngõ Mới")
        officer.press("X6E")
        officer.rest()
        after = officer.households(WorkFilter(hamlets=(HAMLET,)))
        (new,) = [one for one in after if one.id not in before]
        values = {"name": name, "house_number": "99", "street": "Ngõ Mới"}
        self.found[new.id] = Found("de_nghi_cap_ma", values)
        # The new one stays on the screen; Enter goes on.
        officer.press("E")
        officer.rest()


# Half of the households are as the list says; the acts come round over the others.
ACTS = ("nothing", "name", "nothing", "house", "nothing", "scan", "nothing", "place", "plate",
        "nothing", "note", "plate")  # fmt: skip


def take_in_first(officer: Officer, lists: Lists) -> None:
    officer.to_register()
    officer.press("E")
    officer.open_list(lists.first)
    officer.take_in()
    assert len(officer.households()) == lists.first_rows


def settle_list(officer: Officer, lists: Lists, folder: Path) -> None:
    """Correct a column, place the hamlets, decide the pairs, send back the problems, accept."""
    page, steps = officer.lists, officer.lists.steps
    officer.press("I")
    officer.rest()
    officer.open_list(lists.book)
    # The hamlets of the split ward come first.
    assert not page._take_in.isEnabled()
    officer.press("".join("1" if unit == UONG_BI else "2" for unit in SETTLED.values()))
    officer.rest()
    # One column has a name that nobody could guess; the arrows pass over others on their way.
    box = next(one for one in steps.columns._boxes.values() if one.accessibleName() == ODD_HEADER)
    officer.tab_to(lambda widget: widget is box, 200)
    assert box.currentData() is None
    # One too far and back: the telephone, passed over, stays with the column that has it.
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up):
        officer.key(key)
        officer.rest()
        officer.tab_to(lambda widget: widget is box, 200)
    assert box.currentData() == "name"
    decide_pairs(officer, lists)
    send_back(officer, lists, folder / "Trả lại.xlsx")
    plan = page._preview.plan if page._preview else None
    assert plan is not None
    figures = (plan.added, plan.updated, plan.unchanged, plan.rejected)
    assert figures == (lists.added, lists.updated, lists.unchanged, len(lists.problems))
    shown = [count._figure.text() for count in (
        steps.overview.added, steps.overview.updated, steps.overview.unchanged,
        steps.overview.rejected,
    )]  # fmt: skip
    assert [int(text.replace(".", "")) for text in shown] == list(figures)
    assert {sheet: preview.encoding for sheet, preview in plan.previews} == {
        "Bắc Sơn": "nfd", "TV": "tcvn3",
    }  # fmt: skip
    officer.take_in()


def decide_pairs(officer: Officer, lists: Lists) -> None:
    """Join or keep apart each likely pair with one key."""
    pairs = officer.lists.steps.pairs
    officer.tab_to(lambda widget: widget is pairs, 200)
    wanted = {one.name: one for one in lists.likely}
    assert pairs.waiting() == len(wanted)
    while pairs.waiting():
        here = pairs._cells["name"][1].text()
        assert pairs._cells["name"][2].text() == wanted[here].known
        officer.press("1" if wanted[here].is_same else "2")
        officer.desk.settle()
    officer.rest()


def send_back(officer: Officer, lists: Lists, path: Path) -> None:
    """Save the problems as a spreadsheet, look into it, and leave the rows out."""
    problems = officer.lists.steps.problems
    officer.tab_to(lambda widget: widget is problems.save_button, 200)
    officer.answer = path
    officer.press(" ")
    officer.rest()
    sheet = openpyxl.load_workbook(path).active
    header, *rows = sheet.iter_rows(values_only=True)
    name = header.index("Chủ hộ")
    assert [(row[0], row[1], row[name] or "") for row in rows] == list(lists.problems)
    assert all(row[4] for row in rows)
    assert "Số CCCD" not in header
    assert not officer.lists._take_in.isEnabled()
    officer.tab_to(lambda widget: widget is problems.leave_out, 200)
    officer.press(" ")


def check_hamlet(officer: Officer, day: Day) -> None:
    """Check sixty households, each with every outcome in turn, and add a new one on the way."""
    officer.press("N")
    officer.rest()
    acts = cycle(ACTS)
    for number in range(CHECKED):
        act = "visit" if number == 20 else next(acts)
        if number == 30:
            day.add("Lý Thị Mới")
        day.check(number, act)
    officer.press("X")
    officer.rest()
    assert officer.page.isVisible()


def read_text(path: Path) -> str:
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(path)]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_a_day_from_a_messy_list_to_the_minutes(
    paths: DataPaths, themed: QApplication, no_bugs: object, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = tmp_path / "papers"
    folder.mkdir()
    lists = Maker().make(folder)
    with at_desk(paths) as desk:
        desk.sign_in()
        officer = Officer(desk)
        today = desk.session.store.clock.today()
        take_in_first(officer, lists)
        settle_list(officer, lists, folder)
        assert Counter(map(as_home, officer.households())) == Counter(lists.homes)

        officer.to_hamlet(HAMLET)
        walked = officer.households(WorkFilter(hamlets=(HAMLET,)))
        homes = {one.id: as_home(one) for one in walked}
        officer.save_paper(0, folder / "walk.pdf")
        text = read_text(folder / "walk.pdf")
        assert all(f"{home.name}" in text for home in homes.values())
        assert f"{len(homes)} hộ · In ngày {today:%d/%m/%Y}" in text

        day = Day(officer, today)
        check_hamlet(officer, day)
        assert len(day.found) == CHECKED + 1
        after = officer.households(WorkFilter(hamlets=(HAMLET,)))
        new = Home(*HAMLET, name="", house_number="", street="")
        wanted = {one.id: expected(homes.get(one.id, new), day.found.get(one.id)) for one in after}
        for one in after:
            assert said(one) == wanted[one.id]
        officer.save_paper(2, folder / "minutes.pdf")
        compare_minutes(read_text(folder / "minutes.pdf"), wanted)

        progress = {item.hamlet: item.progress for item in desk.session.store.read(hamlet_progress)}
        figures = figures_of(lists, wanted, new_households=len(after) - len(homes))
        assert {key: plain(one) for key, one in progress.items()} == figures
        row = officer.page.panel._model.row_of((HAMLET.unit, HAMLET))
        spoken = officer.page.panel._model.index(row or 0).data(Qt.ItemDataRole.ToolTipRole)
        mine = figures[HAMLET]
        assert spoken == (
            f"Khu 3 (Quang Trung): {mine['checked']} of {mine['households']} checked, "
            f"{mine['with_code']} with a code, {mine['plate']} with a plate"
        )
        assert [one.code for one in examine(desk.session.store) if not one.ok] == []
    monkeypatch.setenv("MOTCUA_PASSWORD", SECRET)
    out = folder / "figures.json"
    first = f"{today.year}-01-01"
    assert run(["--data-dir", str(paths.folder), "report", "households", "--from", first,
                "--to", today.isoformat(), "--out", str(out)]) == 0  # fmt: skip
    compare_report(json.loads(out.read_text(encoding="utf-8")), figures)
