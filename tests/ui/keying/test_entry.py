from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UserError
from models.surveys.records import SlipContent
from tests.ui.keying.forms import mixed, slip
from ui.keying.entry import BLANK, SlipEntry

REASONS = ("bo_trong", "rach_mo", "khac")
TODAY = date(2026, 11, 5)


def plain() -> SlipEntry:
    return SlipEntry(slip(), REASONS, today=TODAY, language="vi")


def various() -> SlipEntry:
    return SlipEntry(mixed(), REASONS, today=TODAY, language="vi")


def press(entry: SlipEntry, keys: str) -> None:
    for key in keys:
        if key == "0":
            entry.blank()
        elif key == "-":
            entry.back()
        elif key == "*":
            entry.toggle_reasons()
        else:
            entry.choose(int(key))


@pytest.mark.parametrize(
    ("keys", "position", "answered", "is_ready"),
    [
        ("", 0, 0, False),
        ("1", 1, 1, False),
        ("1111111", 7, 7, True),
        ("11111119", 7, 7, True),
        ("9", 0, 0, False),
        ("0000000", 7, 0, True),
        ("11-2", 2, 2, False),
        ("-", 0, 0, False),
        ("123*2", 3, 3, True),
        ("123*", 3, 3, False),
        ("123*9", 3, 3, False),
        ("123*2*", 3, 3, False),
        ("123*-", 3, 3, False),
    ],
)
def test_keys_lead_where_they_should(
    keys: str, position: int, answered: int, is_ready: bool
) -> None:
    entry = plain()
    press(entry, keys)
    assert entry.position == position
    assert len([answer for answer in entry.answers.values() if answer]) == answered
    assert entry.is_ready() is is_ready


def test_enter_goes_to_the_first_question_that_is_open() -> None:
    entry = plain()
    press(entry, "11")
    entry.go_to(5)
    press(entry, "11")
    assert entry.is_at_end
    assert not entry.is_ready()
    assert entry.position == 2


def test_an_invalid_slip_carries_its_reason_and_no_answers() -> None:
    entry = plain()
    press(entry, "111*2")
    entry.note = "  rách góc "
    assert entry.content() == SlipContent({}, "rach_mo", "rách góc")


def test_a_blank_is_no_answer_but_not_open_either() -> None:
    entry = plain()
    press(entry, "1011111")
    assert entry.answer_of(entry.questions[1]) == BLANK
    assert "thanh_phan_ho_so" not in entry.content().answers


def test_a_contradiction_warns_and_stops_nothing() -> None:
    entry = plain()
    press(entry, "1111131")
    assert entry.warnings
    assert entry.is_ready()


def test_what_is_not_asked_is_passed_over_and_named() -> None:
    entry = various()
    press(entry, "2")
    assert entry.current is not None
    assert entry.current.node.name == "kenh"
    for text in ("", "", ""):
        entry.enter_text(text)
    press(entry, "1")
    assert entry.is_ready()
    content = entry.content()
    assert dict(content.answers) == {"den_quay": "khong", "hai_long": "co"}
    assert content.not_asked == ("so_lan", "gio_cho")


def test_an_answer_that_is_asked_no_more_is_not_recorded() -> None:
    entry = various()
    press(entry, "1")
    entry.enter_text("3")
    entry.go_to(0)
    press(entry, "2")
    assert "so_lan" not in entry.content().answers
    assert "so_lan" in entry.content().not_asked


@pytest.mark.parametrize(
    ("place", "typed", "kept", "shown"),
    [
        (1, "0", "0", "0"),
        (1, "1.2", None, None),
        (2, "1,234", "1.234", "1,234"),
        (2, "1.234,5", "1234.5", "1234,5"),
        (2, "0,5", "0.5", "0,5"),
        (3, "loa mang", ["loa", "mang"], "loa mang"),
        (3, "Loa phường; Người quen", ["loa", "nguoi_quen"], "loa nguoi_quen"),
        (3, "báo", None, None),
        (4, "5/11/2026", "2026-11-05", "05/11/2026"),
        (4, "31/2/2026", None, None),
        (5, "  Bàn cao quá ", "Bàn cao quá", "Bàn cao quá"),
    ],
)
def test_typed_answers_are_kept_and_shown_again(
    place: int, typed: str, kept: object, shown: str | None
) -> None:
    entry = various()
    press(entry, "1")
    if place > 1:
        entry.go_to(1)
        entry.enter_text("3")
    entry.go_to(place)
    question = entry.questions[place]
    if kept is None:
        with pytest.raises(UserError):
            entry.enter_text(typed)
        assert entry.answer_of(question) is None
        assert entry.position == place
        return
    entry.enter_text(typed)
    assert entry.answer_of(question) == kept
    assert entry.text_of(question) == shown
    # Enter on what is shown changes nothing.
    entry.go_to(place)
    entry.enter_text(entry.text_of(question))
    assert entry.answer_of(question) == kept
    again = various()
    again.from_draft(json.loads(json.dumps(entry.to_draft())))
    assert again.state.values == entry.state.values


def test_zero_is_an_answer_to_a_required_question() -> None:
    entry = various()
    press(entry, "1")
    entry.enter_text("0")
    assert entry.problem_of(entry.questions[1]) == ""
    assert not entry.is_asked(entry.questions[2])


def test_a_broken_rule_is_said_at_its_question_and_holds_the_slip() -> None:
    entry = various()
    press(entry, "1")
    entry.enter_text("100")
    for text in ("1", "", "", ""):
        entry.enter_text(text)
    press(entry, "1")
    assert not entry.is_ready()
    assert entry.position == 1
    assert entry.problem_of(entry.questions[1]) == "Không quá 99 lần."


def test_a_required_question_cannot_be_left_blank_in_silence() -> None:
    entry = various()
    press(entry, "0")
    for text in ("", "", "", "", ""):
        entry.enter_text(text)
    press(entry, "0")
    assert not entry.is_ready()
    assert entry.position == 0
    assert entry.problem_of(entry.questions[0]) == "Câu hỏi này cần được trả lời."


def test_half_typed_words_are_in_the_draft_and_belong_to_their_question() -> None:
    entry = various()
    entry.go_to(5)
    entry.type_text("Bàn ca")
    assert not entry.is_untouched
    again = various()
    again.from_draft(json.loads(json.dumps(entry.to_draft())))
    assert again.text_of(again.questions[5]) == "Bàn ca"
    again.go_to(4)
    assert again.text_of(again.questions[4]) == ""


def test_a_slip_is_loaded_as_it_was_recorded() -> None:
    entry = various()
    press(entry, "2")
    for text in ("mang", "5/11/2026", "Tốt"):
        entry.enter_text(text)
    press(entry, "0")
    content = entry.content()
    other = various()
    other.load(content)
    assert other.content() == content
    assert other.is_ready()
    # A question that was not asked is open once it is.
    other.go_to(0)
    press(other, "1")
    assert not other.is_ready()
    assert other.position == 1


def test_taking_a_content_as_a_draft_leaves_the_slip_in_hand_alone() -> None:
    entry = plain()
    press(entry, "123")
    kept = entry.to_draft()
    made = entry.draft_of(SlipContent({"cong_khai": "rat_tot"}, note="x"))
    assert entry.to_draft() == kept
    assert made["note"] == "x"
    assert made["position"] == 7


def test_a_draft_of_an_older_program_is_taken_up() -> None:
    entry = plain()
    old = {"answers": {"cong_khai": "rat_tot", "gone": "x"}, "position": 99, "mode": "answers",
           "reason": "", "note": "", "dossier": ""}  # fmt: skip
    entry.from_draft(old)
    assert entry.position == 7
    assert entry.answers == {"cong_khai": "rat_tot"}


words = st.sampled_from(
    ["", "0", "5", "99", "100", "1,5", "1.234,5", "loa", "loa mang", "5/11/2026", "Tốt", "x" * 50]
)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("choose"), st.integers(0, 10)),
        st.tuples(st.just("text"), words),
        st.tuples(st.just("type"), words),
        st.tuples(st.just("go"), st.integers(-3, 12)),
        st.tuples(st.sampled_from(["blank", "back", "reasons", "ready", "load"]), st.just(0)),
        st.tuples(st.just("note"), st.text(max_size=5)),
    ),
    max_size=40,
)


def act(entry: SlipEntry, name: str, value: object) -> None:
    if name == "choose":
        entry.choose(value)  # type: ignore[arg-type]
    elif name == "text":
        before = entry.to_draft()
        try:
            entry.enter_text(value)  # type: ignore[arg-type]
        except UserError:
            assert entry.to_draft() == before
    elif name == "type":
        entry.type_text(value)  # type: ignore[arg-type]
    elif name == "go":
        entry.go_to(value)  # type: ignore[arg-type]
    elif name == "note":
        entry.note = str(value)
    elif name == "load":
        entry.load(entry.content())
    else:
        {"blank": entry.blank, "back": entry.back, "reasons": entry.toggle_reasons,
         "ready": entry.is_ready}[name]()  # fmt: skip


@pytest.mark.parametrize("make", [plain, various])
@given(steps=actions)
@settings(max_examples=60, deadline=None)
def test_whatever_is_pressed_the_draft_holds_it_all(make: object, steps: list[object]) -> None:
    entry = make()  # type: ignore[operator]
    for name, value in steps:  # type: ignore[misc]
        act(entry, name, value)
        assert 0 <= entry.position <= len(entry.questions)
        draft = json.loads(json.dumps(entry.to_draft()))
        again = make()  # type: ignore[operator]
        again.from_draft(draft)
        assert again.to_draft() == entry.to_draft()
        assert again.content() == entry.content()
        assert again.state.values == entry.state.values
        content = entry.content()
        asked = {item.node.key for item in entry.questions if entry.is_asked(item)}
        assert set(content.answers) <= asked
        assert "" not in content.answers.values()
        assert not set(content.not_asked) & set(content.answers)
        if entry.is_ready() and not content.reason:
            open_ones = [q for q in entry.questions if entry.answer_of(q) is None]
            assert not any(entry.is_asked(question) for question in open_ones)
