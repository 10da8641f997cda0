"""An hour at the counter: two hundred slips by key events, then the batch closed and summed up."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import DataPaths
from exports.figures_json import figures
from models.periods import Period
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.settings.record import INVALID_REASONS
from models.store.doctor import examine
from models.surveys.queries import list_batches, list_slips
from models.surveys.summary_query import read_summary
from tests.conftest import UNIT
from tests.scenarios.desk import Desk, at_desk
from ui.keying.closing_dialog import ClosingDialog

SLIPS = 200
BLANK = 0


@dataclass
class Planned:
    """One slip of the plan: an option from 1, or BLANK, for each of the seven questions."""

    answers: list[int]
    reason: int = 0
    note: str = ""
    dossier: str = ""


@dataclass
class Hour:
    """What the clerk means to key, and how: drawn from a seed."""

    seed: int
    slips: list[Planned] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def draw(self) -> Planned:
        """Return one more slip."""
        pick = self.random.random
        planned = Planned([self.answer() for _ in range(7)])
        if pick() < 0.06:
            planned.reason = self.random.randint(1, len(INVALID_REASONS))
        if pick() < 0.05:
            planned.note = self.random.choice(("Góp ý: bàn cao", "Cảm ơn chị Đặng", "tiếng Dao"))
        if pick() < 0.05:
            planned.dossier = f"H15.50.05.13-261008-{len(self.slips):04}"
        self.slips.append(planned)
        return planned

    def answer(self) -> int:
        """Return an answer as citizens give them: mostly the best, sometimes none."""
        return self.random.choices((1, 2, 3, BLANK), (70, 15, 8, 7))[0]


def key_slip(desk: Desk, hour: Hour, planned: Planned) -> None:
    """Key one slip and save it, by one of the ways that people go."""
    way = hour.random.random()
    answers = "".join(map(str, planned.answers))
    if planned.reason:
        # Some answers first, then it turns out not to be valid.
        desk.pad(answers[: hour.random.randint(0, 7)] + "*")
        if way < 0.5:
            desk.pad("1")
        desk.pad(str(planned.reason))
    elif way < 0.1:
        # A wrong answer in the middle, seen at once: back and again.
        at = hour.random.randint(1, 6)
        wrong = "1" if answers[at - 1] != "1" else "2"
        desk.pad(answers[: at - 1] + wrong + "-" + answers[at - 1 :])
    elif way < 0.15:
        # Taken for not valid, and valid after all.
        desk.pad(answers[:3] + "*2*" + answers[3:])
    else:
        desk.pad(answers)
    if planned.note or planned.dossier:
        desk.pad("/")
        desk.write(planned.note)
        if planned.dossier:
            desk.key(Qt.Key.Key_Tab)
            desk.write(planned.dossier)
        desk.key(Qt.Key.Key_Return)
    desk.pad("E")


def correct_one(desk: Desk, hour: Hour) -> None:
    """Go back to one of the last three slips and answer its last question anew."""
    steps = hour.random.randint(1, min(3, len(hour.slips)))
    planned = hour.slips[-steps]
    if planned.reason:
        return
    planned.answers[6] = hour.answer()
    desk.pad("+" * steps + "-" + str(planned.answers[6]) + "E")


def key_all(desk: Desk, hour: Hour) -> None:
    """Key the slips of the hour, with what goes wrong in an hour."""
    while len(hour.slips) < SLIPS:
        key_slip(desk, hour, hour.draw())
        if hour.random.random() < 0.5:
            # The machine keeps up with the hands, or it does not.
            desk.saved()
        if hour.random.random() < 0.06:
            correct_one(desk, hour)
        if hour.random.random() < 0.04 and not hour.slips[-1].reason:
            planned = hour.slips[-1]
            planned.answers[6] = hour.answer()
            desk.pad(".-" + str(planned.answers[6]) + "E")


def close(desk: Desk, reason: str) -> None:
    """Close the batch by keyboard, giving a reason where the dialog asks for one."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        desk.key(Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog._reason_row.error() == "Please say why the numbers differ."
        desk.write(reason)
        desk.key(Qt.Key.Key_Return)

    desk.wait(lambda: not desk.entry._saver.waiting)
    desk.saved()
    desk.answer_dialog(answer)
    desk.click(desk.entry._close)
    desk.wait(desk.batches.isVisible, "the list of batches")
    desk.rest()


def test_an_hour_of_slips_adds_up_exactly(paths: DataPaths, themed: QApplication) -> None:
    hour = Hour(20_261_005)
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch(returned=SLIPS + 2)
        key_all(desk, hour)
        close(desk, "Hai phiếu bị thất lạc")
        session = desk.session
        (batch,) = session.store.read(list_batches)
        assert (batch.state, batch.keyed) == ("closed", SLIPS)
        assert batch.difference_reason == "Hai phiếu bị thất lạc"
        assert batch.header.returned == SLIPS + 2

        slips = session.store.read(lambda connection: list_slips(connection, batch.id))[::-1]
        assert [slip.number for slip in slips] == list(range(1, SLIPS + 1))
        form = session.store.read(lambda connection: read_form(connection, "qn-18-2021"))
        for slip, planned in zip(slips, hour.slips, strict=True):
            content = slip.content
            said = (content.answers, content.reason, content.note, content.dossier or "")
            assert said == expected(form, planned), slip.number

        day = batch.header.collected_on
        period = Period("range", day, day, day.year)
        summary = session.store.read(lambda connection: read_summary(connection, period))
        compare(figures(summary), form, hour.slips)
        assert [check.code for check in examine(session.store) if not check.ok] == []


def expected(form: Form, planned: Planned) -> tuple[dict[str, str], str, str, str]:
    """Return what the store must hold of a planned slip."""
    reason = INVALID_REASONS[planned.reason - 1].code if planned.reason else ""
    answers = {
        node.key: form.choices(node)[answer - 1].name
        for node, answer in zip(form.questions(), planned.answers, strict=True)
        if answer != BLANK and not reason
    }
    return answers, reason, planned.note, planned.dossier


def compare(found: dict[str, object], form: Form, slips: list[Planned]) -> None:
    """Compare the printed figures with a plain count of the plan."""
    valid = [slip for slip in slips if not slip.reason]
    (unit,) = found["units"]  # type: ignore[misc]
    assert unit["code"] == UNIT
    for part in (unit, found["total"]):
        assert (part["valid"], part["invalid"]) == (len(valid), len(slips) - len(valid))
        reasons = Counter(INVALID_REASONS[slip.reason - 1].code for slip in slips if slip.reason)
        assert {item["code"]: item["n"] for item in part["invalid_reasons"] if item["n"]} == reasons
        for index, node in enumerate(form.questions()):
            counted = Counter(slip.answers[index] for slip in valid)
            question = part["questions"][index]
            assert question["code"] == node.key
            assert question["blank"] == counted[BLANK]
            numbers = [option["n"] for option in question["options"]]
            assert numbers == [counted[place] for place in range(1, len(numbers) + 1)]
        satisfied = sum(slip.answers[6] in (1, 2) for slip in valid)
        assert part["satisfied"] == satisfied
        assert part["satisfied_percent"] == round(100 * satisfied / len(valid), 1)
