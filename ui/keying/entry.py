"""One slip while it is keyed: pure, no Qt. The page shows it and hands it keys.

A question is open (no entry), blank ("" on the slip), or answered. The position runs from 0 to the
number of questions; at the end the slip is shown whole and Enter saves it. Answers that are typed
are kept as text that no reader can take for another value: 1234.5, 2026-11-05, 07:30:00.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Final, Literal

from models.questionnaires.answers import Answer, check_value, shown
from models.questionnaires.compiled import CompiledForm
from models.questionnaires.engine import FormState, evaluate
from models.questionnaires.form import Choice, Node
from models.sentences.catalog import Language, say
from models.surveys.content import slip_content
from models.surveys.records import SlipContent, dossier_code

BLANK: Final = ""
Mode = Literal["answers", "reasons"]


@dataclass(frozen=True, slots=True)
class EntryQuestion:
    """A question as the page needs it; `options` is () where an answer is typed."""

    node: Node
    text: str
    hint: str
    options: tuple[Choice, ...]
    option_texts: tuple[str, ...]

    @property
    def is_single_choice(self) -> bool:
        """Say whether a digit answers it."""
        return self.node.kind == "select_one"


class SlipEntry:
    """The slip in hand. Every change keeps `state` up to date."""

    def __init__(
        self, compiled: CompiledForm, reasons: Sequence[str], *, today: date, language: Language
    ) -> None:
        form = compiled.form
        self.questions = tuple(
            EntryQuestion(
                node, form.text(node.labels, language), form.text(node.hints, language),
                form.choices(node),
                tuple(form.text(choice.labels, language) for choice in form.choices(node)),
            )
            for node in form.questions()
        )  # fmt: skip
        self._compiled = compiled
        self.reasons = tuple(reasons)
        self._today = today
        self._language = language
        self.clear()

    def clear(self) -> None:
        """Start an empty slip."""
        self.answers: dict[str, str | list[str]] = {}
        self.position = 0
        # What is being typed at the question in hand, before Enter makes an answer of it.
        self.typed = ""
        self.mode: Mode = "answers"
        self.reason = ""
        self.note = ""
        self.dossier = ""
        self.state = self._evaluate()

    @property
    def is_untouched(self) -> bool:
        """Say whether nothing has been keyed."""
        return not (self.answers or self.typed or self.reason or self.note or self.dossier)

    @property
    def is_at_end(self) -> bool:
        """Say whether the last question is behind."""
        return self.position >= len(self.questions)

    @property
    def current(self) -> EntryQuestion | None:
        """The question in hand, None at the end."""
        return None if self.is_at_end else self.questions[self.position]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the soft checks say; they stop nothing."""
        form = self._compiled.form
        return tuple(form.text(labels, self._language) for labels in self.state.warnings)

    def problem_of(self, question: EntryQuestion) -> str:
        """Return what is wrong with the answer, "" when nothing is or it is still open."""
        found = self.state.nodes.get(question.node.path)
        if found is None or found.problem is None or self.answer_of(question) is None:
            return ""
        said = self._compiled.form.text(found.messages, self._language)
        return said or say(found.problem, self._language)

    def text_of(self, question: EntryQuestion) -> str:
        """Return the answer as it is typed, "" while there is none."""
        if question is self.current and self.typed:
            return self.typed
        answer = self.answer_of(question)
        if isinstance(answer, list):
            return " ".join(answer)
        day = _read(question.node, answer or BLANK)
        if isinstance(day, date):
            return shown(day)
        return (answer or "").replace(".", ",") if question.node.kind == "decimal" else answer or ""

    def answer_of(self, question: EntryQuestion) -> str | list[str] | None:
        """Return the answer, BLANK, or None while it is open."""
        return self.answers.get(question.node.key)

    def is_asked(self, question: EntryQuestion) -> bool:
        """Say whether the form's rules ask the question with these answers."""
        found = self.state.nodes.get(question.node.path)
        return found is None or found.relevant

    def choose(self, number: int) -> bool:
        """Take a digit: an option or a reason, from 1; False if there is none."""
        if self.mode == "reasons":
            if not 1 <= number <= len(self.reasons):
                return False
            self.reason = self.reasons[number - 1]
            return True
        question = self.current
        if question is None or not question.is_single_choice:
            return False
        if not 1 <= number <= len(question.options):
            return False
        self._set(question, question.options[number - 1].name)
        self._advance()
        return True

    def enter_text(self, text: str) -> None:
        """Take a typed answer to the question in hand; UserError if it cannot be one."""
        question = self.current
        if question is None:
            return
        if not text.strip():
            self._set(question, BLANK)
        else:
            self._set(question, written(check_value(question.node, text, question.options)))
        self._advance()

    def type_text(self, text: str) -> None:
        """Keep what is being typed at the question in hand."""
        if self.current is not None:
            self.typed = text

    def blank(self) -> bool:
        """Leave the question in hand blank and go on."""
        question = self.current
        if question is None or self.mode == "reasons":
            return False
        self._set(question, BLANK)
        self._advance()
        return True

    def back(self) -> None:
        """Go to the question before, or out of the reasons."""
        if self.mode == "reasons":
            self.toggle_reasons()
            return
        for place in range(min(self.position, len(self.questions)) - 1, -1, -1):
            if self.is_asked(self.questions[place]):
                self.go_to(place)
                return

    def go_to(self, position: int) -> None:
        """Put a question in hand."""
        wanted = max(0, min(position, len(self.questions)))
        if wanted != self.position:
            self.position, self.typed = wanted, ""

    def toggle_reasons(self) -> None:
        """Say that the slip is not valid, or that it is after all."""
        if self.mode == "reasons":
            self.mode, self.reason = "answers", ""
        else:
            self.mode = "reasons"

    def is_ready(self) -> bool:
        """Take Enter: say whether the slip can be saved, else go to the first open question."""
        if self.mode == "reasons":
            return bool(self.reason)
        for place, question in enumerate(self.questions):
            if self.answer_of(question) is None and self.is_asked(question):
                if not self.is_at_end and place > self.position:
                    # Enter in the middle goes on by one; it never leaps over what is answered.
                    self._advance()
                else:
                    self.go_to(place)
                return False
        for place, question in enumerate(self.questions):
            if self.is_asked(question) and self.problem_of(question):
                self.go_to(place)
                return False
        return True

    def content(self) -> SlipContent:
        """Return the slip as it is to be recorded, without answers that are not asked for."""
        if self.reason:
            return SlipContent({}, self.reason, self.note.strip(), dossier_code(self.dossier))
        return slip_content(
            self._compiled.form, self.state, self.answers, note=self.note.strip(),
            dossier=self.dossier,
        )  # fmt: skip

    def load(self, content: SlipContent) -> None:
        """Take a recorded slip in hand, at its end."""
        self.clear()
        # What the form worked out is worked out again.
        known = {question.node.key for question in self.questions}
        self.answers = {key: value for key, value in content.answers.items() if key in known}
        self.note, self.dossier, self.reason = content.note, content.dossier or "", content.reason
        self.mode = "reasons" if content.reason else "answers"
        if not content.reason:
            for question in self.questions:
                if question.node.key not in content.not_asked:
                    self.answers.setdefault(question.node.key, BLANK)
        self.position = len(self.questions)
        self.state = self._evaluate()

    def to_draft(self) -> dict[str, Any]:
        """Return what is keyed so far as JSON data."""
        return {
            "answers": dict(self.answers),
            "position": self.position,
            "typed": self.typed,
            "mode": self.mode,
            "reason": self.reason,
            "note": self.note,
            "dossier": self.dossier,
        }

    def draft_of(self, content: SlipContent) -> dict[str, Any]:
        """Return a recorded content as the draft of a slip at its end; this one stays in hand."""
        kept = self.to_draft()
        self.load(content)
        made = self.to_draft()
        self.from_draft(kept)
        return made

    def from_draft(self, draft: Mapping[str, Any]) -> None:
        """Take up what `to_draft` kept."""
        known = {question.node.key for question in self.questions}
        self.answers = {key: value for key, value in draft["answers"].items() if key in known}
        self.position = max(0, min(int(draft["position"]), len(self.questions)))
        self.typed = str(draft.get("typed", ""))
        self.mode = "reasons" if draft["mode"] == "reasons" else "answers"
        self.reason, self.note, self.dossier = draft["reason"], draft["note"], draft["dossier"]
        self.state = self._evaluate()

    def _set(self, question: EntryQuestion, answer: str | list[str]) -> None:
        self.answers[question.node.key] = answer
        self.state = self._evaluate()

    def _advance(self) -> None:
        self.position, self.typed = self.position + 1, ""
        while not self.is_at_end and not self.is_asked(self.questions[self.position]):
            self.position += 1

    def _evaluate(self) -> FormState:
        answers: dict[str, Any] = {}
        for question in self.questions:
            answer = self.answers.get(question.node.key)
            if answer:
                answers[question.node.path] = _read(question.node, answer)
        return evaluate(self._compiled, answers, today=self._today)


def written(answer: Answer | None) -> str | list[str]:
    """Return an answer as a slip keeps it, "" for blank."""
    if isinstance(answer, tuple):
        return list(answer)
    if isinstance(answer, Decimal):
        return format(answer, "f")
    if isinstance(answer, time) and not answer.second:
        return answer.isoformat("minutes")
    return BLANK if answer is None else str(answer)


def _read(node: Node, written: str | list[str]) -> Answer | None:
    """Return the answer that `_written` wrote; None where another version wrote something else."""
    if isinstance(written, list):
        return tuple(written)
    reader = _READERS.get(node.kind)
    try:
        return reader(written) if reader else written
    except (ValueError, ArithmeticError):
        return None


_READERS: Final[Mapping[str, Callable[[str], Answer]]] = {
    "integer": int, "decimal": Decimal, "date": date.fromisoformat, "time": time.fromisoformat,
}  # fmt: skip
