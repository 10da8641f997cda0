"""Taking a list in at the window: nothing is stored before the main action."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from exports.household_import import alike_rows as find
from exports.household_import import plan_household_file
from models.clock import Clock
from models.households.list_commands import import_list
from models.households.list_plan import LikelyPair
from models.households.list_queries import placed_hamlets, read_lists, remembered_layout
from models.households.progress import hamlet_progress, total
from models.households.queries import search_households
from models.households.records import Household, ListRow
from models.journal.log import stream_states
from models.store.drafts import DraftBox
from tests.exports.sheets import makers
from ui.bus import Bus
from ui.context import PageContext
from ui.register.list_import_page import ListImportPage
from ui.register.list_import_pairs import PairsCard
from ui.widgets.dropdown import Dropdown

HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
BAC_SON, SPLIT = "Phường Bắc Sơn", "Phường Trưng Vương"
AN = ["Nguyễn Văn An", "0912345678", "12", "Trần Phú", "Khu 1", BAC_SON, "0221300001"]
BINH = ["Trần Thị Thanh Bình", "0987654321", "14", "Trần Phú", "Khu 1", BAC_SON, None]
CHI = ["Lê Thị Chi", None, "3", "Lê Lợi", "Khu 2", SPLIT, None]
DUNG = ["Phạm Văn Dũng", None, "5", "Lê Lợi", "Khu 3", SPLIT, None]
BAD = ["Hoàng Thị Em", None, "7", "Lê Lợi", "Khu 1", BAC_SON, "12345"]
# Bình again, as another list writes her.
LIKE_BINH = ["Trần Bình", None, "14", "Trần Phú", "Khu 1", BAC_SON, None]
ONE, TWO = UUID(int=1), UUID(int=2)
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Seat:
    """Somebody at the page, with the keyboard."""

    def __init__(self, session: Session, folder: Path, qtbot: QtBot) -> None:
        self.session, self.folder, self.qtbot = session, folder, qtbot
        self.jobs, self.raised = ThreadJobs(), list[Exception]()
        self.drafts = DraftBox(session.paths.drafts, session.key)
        self.answer: Path | None = None
        self.context = PageContext(
            session.store, self.drafts, self.jobs, Bus(), session.account, session.account_name,
            session.unit, "en", self.raised.append,
        )  # fmt: skip
        self.page = ListImportPage(
            self.context, Clock(), ask_file=self.ask, ask_target=self.ask
        )
        qtbot.addWidget(self.page)
        self.page.resize(1206, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def ask(self, _parent: QWidget, _suggestion: str) -> Path | None:
        return self.answer

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.jobs.pending == 0, timeout=20_000)
        self.qtbot.waitUntil(lambda: not self.page._work.is_busy, timeout=20_000)

    def open(self, *rows: list[Any], header: list[str] = HEADER, name: str = "hộ.xlsx") -> None:
        self.page.start(makers.xlsx(self.folder / name, [header, *rows]))
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def take_in(self) -> None:
        """Press the main action's keys."""
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    @property
    def figures(self) -> tuple[int, int, int, int]:
        assert self.page._preview is not None
        plan = self.page._preview.plan
        return plan.added, plan.updated, plan.unchanged, plan.rejected

    @property
    def is_ready(self) -> bool:
        return self.page._take_in.isEnabled()

    @property
    def events(self) -> int:
        return sum(state.events for state in self.session.store.read(stream_states))

    @property
    def households(self) -> int:
        progress = self.session.store.read(hamlet_progress)
        return total([item.progress for item in progress]).households

    def found(self, typed: str) -> list[Household]:
        return self.session.store.read(lambda connection: search_households(connection, typed))

    def column(self, name: str) -> Dropdown:
        boxes = self.page.steps.columns._boxes.values()
        return next(box for box in boxes if box.accessibleName() == name)

    def choose_column(self, name: str, field: str | None) -> None:
        box = self.column(name)
        box.setCurrentIndex(box.findData(field))
        self.settle()

    @property
    def steps(self) -> Any:
        return self.page.steps


@pytest.fixture
def seat(
    session: Session, tmp_path: Path, qtbot: QtBot, themed: QApplication, no_bugs: object
) -> Iterator[Seat]:
    seated = Seat(session, tmp_path, qtbot)
    yield seated
    seated.jobs.shut_down()
    seated.drafts.close()
    assert seated.raised == []


@pytest.fixture
def known(seat: Seat) -> Seat:
    """The register holds An and Bình already."""
    seat.open(AN, BINH)
    seat.take_in()
    assert seat.households == 2
    return seat


def test_a_clear_list_needs_one_key(seat: Seat):
    before = seat.events
    seat.open(AN, BINH)
    assert (seat.figures, seat.events) == ((2, 0, 0, 0), before)
    assert seat.is_ready
    seat.take_in()
    assert seat.households == 2
    with seat.qtbot.waitSignal(seat.page.closed):
        seat.press(Qt.Key.Key_Return)


def test_the_page_asks_which_file_and_escape_leaves(seat: Seat):
    seat.page.start()
    seat.answer = makers.xlsx(seat.folder / "x.xlsx", [HEADER, AN])
    seat.press(Qt.Key.Key_Return)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)
    with seat.qtbot.waitSignal(seat.page.closed):
        seat.press(Qt.Key.Key_Escape)
    assert seat.households == 0


def test_a_dropped_file_is_opened(seat: Seat):
    path = makers.csv(seat.folder / "x.csv", [HEADER, AN])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN
    )
    seat.page.dropEvent(event)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)


def test_the_same_list_again_has_nothing_to_take_in(known: Seat):
    known.open(AN, BINH)
    assert known.figures == (0, 0, 2, 0)
    assert not known.is_ready


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: makers.xlsx(folder / "x.xlsx", []),
        lambda folder: makers.bomb(folder / "x.xlsx", size=1 << 27),
        lambda folder: folder / "khong-co.xlsx",
    ],
    ids=["empty", "bomb", "missing"],
)
def test_a_file_that_cannot_be_read_is_told(seat: Seat, make: Callable[[Path], Path]):
    seat.page.start(make(seat.folder))
    seat.settle()
    assert seat.page.banner.isVisibleTo(seat.page) or seat.steps.problems.isVisibleTo(seat.page)
    assert not seat.is_ready
    seat.take_in()
    assert seat.households == 0


def test_hamlets_of_a_split_ward_are_settled_by_digits_and_asked_once(seat: Seat):
    seat.open(AN, CHI, DUNG)
    assert not seat.is_ready
    seat.press(Qt.Key.Key_1)
    seat.press(Qt.Key.Key_2)
    seat.settle()
    assert seat.figures == (3, 0, 0, 0)
    seat.take_in()
    assert seat.session.store.read(placed_hamlets) == {
        ("06820", "Khu 2"): "06811", ("06820", "Khu 3"): "06820",
    }  # fmt: skip
    assert [one.unit for one in seat.found("chi")] == ["06811"]
    seat.open(CHI, [*DUNG[:1], "0911111111", *DUNG[2:]])
    assert not seat.steps.hamlets.isVisibleTo(seat.page)
    assert seat.figures == (0, 1, 1, 0)


def test_a_hamlet_can_be_chosen_anew(seat: Seat):
    seat.open(CHI)
    seat.press(Qt.Key.Key_1)
    seat.settle()
    seat.steps.hamlets.take_focus()
    seat.press(Qt.Key.Key_2)
    seat.settle()
    seat.take_in()
    assert [one.unit for one in seat.found("chi")] == ["06820"]


def test_rejected_rows_stop_all_until_they_are_left_out_on_purpose(seat: Seat):
    seat.open(AN, BAD)
    assert seat.figures == (1, 0, 0, 1)
    assert not seat.is_ready
    seat.take_in()
    assert seat.households == 0
    seat.steps.problems.leave_out.setFocus()
    seat.press(Qt.Key.Key_Space)
    assert seat.is_ready
    seat.take_in()
    assert [one.name for one in seat.found("")] == []
    assert seat.households == 1


def test_problems_are_saved_as_a_spreadsheet(seat: Seat):
    seat.open(AN, BAD)
    seat.answer = seat.folder / "lỗi.xlsx"
    seat.steps.problems.save_button.click()
    seat.settle()
    sheet = openpyxl.load_workbook(seat.answer).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Hoàng Thị Em" in cells
    assert seat.figures == (1, 0, 0, 1)


def test_a_corrected_column_is_taken_and_remembered(seat: Seat):
    header = ["Tên gọi khác", *HEADER[1:]]
    seat.open(AN, BINH, header=header)
    seat.choose_column("Tên gọi khác", "name")
    assert seat.column("Tên gọi khác").currentData() == "name"
    seat.take_in()
    assert [one.name for one in seat.found("0912345678")] == ["Nguyễn Văn An"]
    fingerprint = next(iter(seat.steps.columns._columns))
    remembered = seat.session.store.read(lambda c: remembered_layout(c, fingerprint))
    assert remembered is not None
    assert (remembered[0]["name"], remembered[1]) == (0, 1)
    seat.open(["Vũ Thị Gái", None, "9", "Lê Lợi", "Khu 1", BAC_SON, None], header=header)
    assert seat.column("Tên gọi khác").currentData() == "name"


def test_two_columns_never_hold_the_same_field(seat: Seat):
    seat.open(AN)
    seat.choose_column("Số nhà", "name")
    assert seat.column("Họ và tên chủ hộ").currentData() is None
    seat.choose_column("Họ và tên chủ hộ", "name")
    assert seat.column("Số nhà").currentData() is None
    seat.choose_column("Họ và tên chủ hộ", "street")
    columns = next(iter(seat.steps.columns._columns.values()))
    assert len(set(columns.values())) == len(columns)
    assert columns["street"] == 0


def test_rows_without_a_hamlet_get_the_one_that_is_typed(seat: Seat):
    seat.open(["Nguyễn Văn An", "12", "Trần Phú"], header=["Họ và tên chủ hộ", "Số nhà", "Đường"])
    assert seat.figures == (0, 0, 0, 1)
    assert "where the rows belong" in seat.steps.overview._said.text()
    QTest.keyClicks(seat.steps.defaults.hamlet, "khu 5")
    QTest.keyClick(seat.steps.defaults.hamlet, Qt.Key.Key_Return)
    seat.settle()
    assert seat.figures == (1, 0, 0, 0)
    seat.take_in()
    assert [(one.hamlet, one.unit) for one in seat.found("an")] == [("Khu 5", "06811")]


def likely(seat: Seat) -> None:
    seat.open(LIKE_BINH, name="khác.xlsx")
    assert seat.steps.pairs.waiting() == 1
    assert seat.figures == (1, 0, 0, 0)


def test_a_likely_pair_is_joined_with_one_key(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_1)
    known.settle()
    assert known.figures[0] == 0
    known.take_in()
    assert known.households == 2


def test_a_likely_pair_is_kept_apart_with_another(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert known.figures == (1, 0, 0, 0)
    known.take_in()
    assert known.households == 3
    known.open(LIKE_BINH, name="khác.xlsx")
    assert known.figures == (0, 0, 1, 0)
    assert known.steps.pairs.waiting() == 0


def test_what_is_decided_counts_though_others_wait(known: Seat):
    known.open(["Phạm Thị Thanh Hải", *LIKE_BINH[1:2], "20", *LIKE_BINH[3:]], name="ba.xlsx")
    known.take_in()
    known.open(LIKE_BINH, ["Phạm Hải", None, "20", *LIKE_BINH[3:]], name="b.xlsx")
    assert known.steps.pairs.waiting() == 2
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_1)
    assert known.steps.pairs.waiting() == 1
    known.take_in()
    # One joined, one left apart.
    assert known.households == 4


# Bình again within one list, with a letter lost.
TWICE_BINH = ["Trần Thị Than Bình", *BINH[1:]]


def alike(seat: Seat) -> list[tuple[int | None, Any]]:
    """Wait for what is looked for beside the window, and return the pairs of rows."""
    seat.qtbot.waitUntil(lambda: not seat.page._alike.is_looking, timeout=20_000)
    notes = [note for note in seat.steps.notes.notes() if "other" in note.params]
    return [(note.row, note.params["other"]) for note in notes]


def test_rows_that_may_be_one_household_are_named_once_the_preview_stands(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH)
    assert "are being looked for" in seat.steps.overview._said.text()
    assert seat.is_ready
    assert alike(seat) == [(4, 3)]
    assert "looked for" not in seat.steps.overview._said.text()
    assert seat.steps.notes.isVisibleTo(seat.page)
    assert seat.steps.overview.notes.accessibleName() == "worth a look: 1"
    assert seat.figures == (3, 0, 0, 0)


def test_rows_that_may_be_one_household_are_saved_as_notes(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH, BAD)
    assert alike(seat) == [(4, 3)]
    seat.answer = seat.folder / "lỗi.xlsx"
    seat.steps.notes.save_button.click()
    seat.settle()
    book = openpyxl.load_workbook(seat.answer)
    assert book.sheetnames == ["Problems", "Notes"]
    rows = [[cell.value for cell in row] for row in book["Notes"].iter_rows()]
    assert rows[1][1] == 4
    assert TWICE_BINH[0] in rows[1]


def test_the_notes_are_of_the_columns_chosen_last(seat: Seat):
    seat.open(AN, BINH, TWICE_BINH)
    seat.choose_column("Họ và tên chủ hộ", None)
    assert alike(seat) == []
    seat.choose_column("Họ và tên chủ hộ", "name")
    assert alike(seat) == [(4, 3)]


class Watched:
    """Looking for rows that may be one household, counted and held until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.released = 0, threading.Event()

        def slow(plan: Any) -> Any:
            self.begun += 1
            assert self.released.wait(10)
            return find(plan)

        monkeypatch.setattr("exports.household_import.alike_rows", slow)


def test_one_list_at_a_time_is_looked_through_and_what_was_left_says_nothing(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    watched = Watched(monkeypatch)
    seat.page.start(makers.xlsx(seat.folder / "a.xlsx", [HEADER, BINH, TWICE_BINH]))
    seat.qtbot.waitUntil(lambda: watched.begun == 1)
    seat.press(Qt.Key.Key_Escape)
    assert not seat.page._alike.is_looking
    seat.page.start(makers.xlsx(seat.folder / "b.xlsx", [HEADER, AN]))
    seat.qtbot.waitUntil(lambda: seat.page._preview is not None, timeout=20_000)
    seat.qtbot.waitUntil(lambda: not seat.page._alike._rest.isActive())
    assert (watched.begun, seat.page._alike.is_looking) == (1, True)
    watched.released.set()
    assert alike(seat) == []
    assert watched.begun == 2


def test_rows_are_not_looked_through_again_for_a_pair_that_is_decided(
    known: Seat, monkeypatch: pytest.MonkeyPatch
):
    watched = Watched(monkeypatch)
    watched.released.set()
    likely(known)
    assert alike(known) == []
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert alike(known) == []
    assert watched.begun == 1


def test_a_choice_that_was_not_compared_yet_is_neither_lost_nor_stored(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.open(AN, BINH)
    reached, released = threading.Event(), threading.Event()

    def slow(*arguments: Any, **options: Any) -> Any:
        reached.set()
        assert released.wait(10)
        return plan_household_file(*arguments, **options)

    monkeypatch.setattr("exports.household_import.plan_household_file", slow)
    box = seat.column("SĐT")
    box.setFocus()
    box.setCurrentIndex(box.findData(None))
    seat.qtbot.waitUntil(reached.is_set)
    seat.page._work._on_cancelled()
    released.set()
    seat.settle()
    assert not seat.is_ready
    seat.steps.agreed.emit()
    assert not seat.is_ready
    seat.page.banner.action.click()
    seat.settle()
    assert seat.column("SĐT").currentData() is None
    assert seat.is_ready
    seat.take_in()
    assert [one.phone for one in seat.found("an")] == [None]


def test_the_main_action_s_keys_lead_to_what_stands_in_its_way(seat: Seat):
    seat.open(AN, BAD)
    seat.page._back.setFocus()
    seat.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is seat.steps.problems.leave_out
    assert seat.households == 0


def test_rejected_rows_of_a_list_that_is_known_need_no_decision(known: Seat):
    known.open(AN, BINH, BAD)
    assert "knows all of this" in known.steps.overview._said.text()
    assert not known.steps.problems.leave_out.isVisibleTo(known.page)
    assert known.steps.problems.isVisibleTo(known.page)
    assert QApplication.focusWidget() is known.page._back


def test_a_list_of_which_no_row_can_be_read_leads_to_its_columns(seat: Seat):
    seat.open(BAD)
    assert QApplication.focusWidget() in seat.steps.columns._boxes.values()


def test_hamlets_stand_in_the_order_people_count_them(seat: Seat):
    rows = [[*CHI[:4], f"Khu {number}", *CHI[5:]] for number in (10, 2, 1)]
    seat.open(*rows)
    lines = [line.accessibleName() for line in seat.steps.hamlets._lines.values()]
    assert [line.split(" (")[0] for line in lines] == ["Khu 1", "Khu 2", "Khu 10"]


def test_pairs_that_wait_are_said_to_become_households_of_their_own(known: Seat):
    likely(known)
    assert "not settled" in known.steps.overview._said.text()
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert "not settled" not in known.steps.overview._said.text()


def a_pair(number: int, *households: UUID) -> LikelyPair:
    row = ListRow(number, "06811", "Khu 1", {"name": f"Trần {number}", "address": "Trần Phú"})
    return LikelyPair(row, tuple((household, 90.0) for household in households))


@pytest.fixture
def card(qtbot: QtBot, themed: QApplication) -> PairsCard:
    """Three pairs: two of the same household, one with two candidates."""
    shown = PairsCard("en")
    qtbot.addWidget(shown)
    known = {one: Household(one, "06811", "Khu 1", f"Hộ {one.int}") for one in (ONE, TWO)}
    shown.show_pairs([a_pair(2, ONE), a_pair(3, ONE), a_pair(4, ONE, TWO)], known)
    return shown


def keys(card: PairsCard, *pressed: Qt.Key) -> list[UUID | None]:
    for key in pressed:
        QTest.keyClick(card, key)
    return list(card.decisions().values())


def test_a_household_is_one_row_s_alone_the_last_has_it(card: PairsCard):
    assert keys(card, Qt.Key.Key_1, Qt.Key.Key_1) == [ONE]
    assert card.waiting() == 2


def test_another_candidate_can_be_taken(card: PairsCard):
    later, right = Qt.Key.Key_Down, Qt.Key.Key_Right
    assert keys(card, later, later, right, Qt.Key.Key_1) == [TWO]
    assert keys(card, Qt.Key.Key_1) == [TWO, ONE]


def test_a_pair_can_be_gone_back_to_and_decided_anew(card: PairsCard):
    assert keys(card, Qt.Key.Key_2, Qt.Key.Key_Up) == [None]
    assert card.waiting() == 2
    assert keys(card, Qt.Key.Key_1) == [ONE]


def test_what_was_decided_stays_when_the_plan_is_made_anew(card: PairsCard):
    keys(card, Qt.Key.Key_2)
    card.show_pairs([a_pair(3, ONE), a_pair(4, ONE, TWO)], {})
    assert (card.waiting(), len(card.decisions())) == (2, 1)
    card.clear()
    assert (card.waiting(), card.decisions()) == (0, {})


def test_what_was_decided_is_not_lost_by_one_escape(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    left = []
    known.page.closed.connect(lambda: left.append(1))
    known.press(Qt.Key.Key_Escape)
    assert left == []
    known.press(Qt.Key.Key_Escape)
    assert left == [1]
    assert known.households == 2


def test_a_register_that_changed_meanwhile_is_looked_at_again(seat: Seat):
    seat.open(AN, BINH)
    other = seat.page._preview
    assert other is not None
    seat.take_in()
    # The same preview again, as another window that was opened before would hold it.
    seat.page._show_preview(other)
    before = seat.events
    seat.page._on_take_in()
    seat.settle()
    assert seat.events == before
    assert "changed since" in seat.page.banner.message()
    assert not seat.is_ready
    seat.page.banner.action.click()
    seat.settle()
    assert seat.figures == (0, 0, 2, 0)


class Held:
    """Taking in that waits for the test, before or after all rows are recorded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_late: bool) -> None:
        self.reached, self.released = threading.Event(), threading.Event()

        def slow(*arguments: Any, **options: Any) -> None:
            if is_late:
                import_list(*arguments, **options)
            self.reached.set()
            assert self.released.wait(10)
            if not is_late:
                import_list(*arguments, **options)

        monkeypatch.setattr("exports.household_import.import_list", slow)


def stopped(seat: Seat, held: Held) -> None:
    """Press Escape while the list is taken in."""
    seat.page._take_in.click()
    seat.qtbot.waitUntil(held.reached.is_set)
    # The veil takes the keys at once.
    seat.press(Qt.Key.Key_Escape)
    held.released.set()
    seat.settle()


def test_a_list_that_is_stopped_stores_nothing(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.open(AN, BINH)
    before = seat.events
    stopped(seat, Held(monkeypatch, is_late=False))
    assert "Stopped" in seat.page.banner.message()
    assert (seat.events, seat.households) == (before, 0)
    assert seat.is_ready


def test_what_is_stopped_too_late_is_not_called_stopped(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.open(AN, BINH)
    stopped(seat, Held(monkeypatch, is_late=True))
    assert not seat.page.banner.isVisibleTo(seat.page)
    assert seat.households == 2


def test_a_failure_stores_nothing_and_is_told(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.open(AN, BINH)
    before = seat.events

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("exports.household_import.import_list", fail)
    seat.take_in()
    assert seat.events == before
    assert seat.page.banner.isVisibleTo(seat.page)
    monkeypatch.undo()
    seat.take_in()
    assert [one.title for one in seat.session.store.read(read_lists)] == ["hộ"]
