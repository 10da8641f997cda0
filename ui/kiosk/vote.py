"""One vote while it is given: pure, no Qt. The kiosk shows it and hands it touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from models.kiosk.votes import LEFT, SHOWN, WHOLLY_BLANK
from models.questionnaires.answers import Answer
from models.questionnaires.compiled import CompiledForm
from models.questionnaires.engine import FormState, NodeState, evaluate
from models.questionnaires.form import Choice, Node
from models.sentences.catalog import Language, say
from models.surveys.content import slip_content
from models.surveys.records import SlipContent


class KioskVote:
    """The questions that are answered by choosing, in the sheet's order; typed ones are not asked.

    Nobody types at the kiosk: letters large enough for a finger would fill the screen, Vietnamese
    needs an input method there, and what a stranger types may name somebody.
    """

    def __init__(self, compiled: CompiledForm, today: date) -> None:
        self.compiled = compiled
        self._today = today
        self.answers: dict[str, str | list[str]] = {}
        self.position = 0
        self.state = self._evaluate()

    @property
    def asked(self) -> tuple[Node, ...]:
        """The questions that the form asks with these answers."""
        return tuple(
            node
            for node in self.compiled.form.questions()
            if node.kind in SHOWN and self.state_of(node).relevant
        )

    @property
    def current(self) -> Node | None:
        """The question in hand, None once the last is behind."""
        asked = self.asked
        return asked[self.position] if self.position < len(asked) else None

    @property
    def is_untouched(self) -> bool:
        """Say whether nothing was answered."""
        return not any(self.answers.values())

    def state_of(self, node: Node) -> NodeState:
        """Return how a question stands."""
        return self.state.nodes[node.path]

    def choices(self, node: Node) -> tuple[Choice, ...]:
        """Return the options that the form offers."""
        return self.state_of(node).choices

    def chosen(self, node: Node) -> tuple[str, ...]:
        """Return the names of what was chosen."""
        answer = self.answers.get(node.key, ())
        return (answer,) if isinstance(answer, str) else tuple(answer)

    def choose(self, name: str) -> None:
        """Take the only answer of the question in hand and go on, unless the form objects."""
        if (node := self.current) is not None:
            self._set(node, name)
            if self.state_of(node).problem is None:
                self.position += 1

    def toggle(self, name: str) -> None:
        """Take one of several answers, or take it back."""
        if (node := self.current) is not None:
            chosen = set(self.chosen(node)) ^ {name}
            self._set(node, [one.name for one in self.choices(node) if one.name in chosen])

    def skip(self) -> None:
        """Leave the question in hand blank and go on."""
        if (node := self.current) is not None:
            self.answers.pop(node.key, None)
            self.state = self._evaluate()
            self.position += 1

    def go_on(self) -> None:
        """Go to the next question."""
        self.position += 1

    def back(self) -> bool:
        """Go to the question before; False at the first."""
        if self.position == 0:
            return False
        self.position -= 1
        return True

    def problem(self, language: Language) -> str:
        """Return what is wrong with the answer in hand, "" for nothing."""
        node = self.current
        if node is None or not self.chosen(node):
            return ""
        found = self.state_of(node)
        if found.problem is None:
            return ""
        said = self.compiled.form.text(found.messages, language)
        return said or say(found.problem, language)

    def content(self, *, is_left: bool = False) -> SlipContent:
        """Return the slip: as it counts, or as one that was left unfinished."""
        form = self.compiled.form
        made = slip_content(form, self.state, self.answers, note="", dossier=None)
        unasked = {node.key for node in form.questions() if node.kind not in SHOWN}
        made = replace(made, not_asked=tuple(sorted({*made.not_asked, *unasked})))
        if is_left:
            return replace(made, reason=LEFT)
        return SlipContent({}, WHOLLY_BLANK) if self.is_untouched else made

    def to_draft(self) -> dict[str, Any]:
        """Return what was answered so far as JSON data."""
        return {"answers": dict(self.answers), "position": self.position}

    def take(self, draft: Mapping[str, Any]) -> None:
        """Take up what `to_draft` kept."""
        known = {node.key for node in self.compiled.form.questions() if node.kind in SHOWN}
        self.answers = {key: value for key, value in draft["answers"].items() if key in known}
        self.state = self._evaluate()
        self.position = max(0, min(int(draft["position"]), len(self.asked)))

    def _set(self, node: Node, answer: str | list[str]) -> None:
        if answer:
            self.answers[node.key] = answer
        else:
            self.answers.pop(node.key, None)
        self.state = self._evaluate()

    def _evaluate(self) -> FormState:
        answers: dict[str, Answer] = {}
        for node in self.compiled.form.questions():
            answer = self.answers.get(node.key)
            if answer:
                answers[node.path] = answer if isinstance(answer, str) else tuple(answer)
        return evaluate(self.compiled, answers, today=self._today)
