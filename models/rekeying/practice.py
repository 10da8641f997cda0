"""Invented slips to practise on: plausible, the same for the same seed, and recorded nowhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from models.questionnaires.compiled import CompiledForm
from models.questionnaires.engine import evaluate
from models.questionnaires.form import Form
from models.rekeying.compare import compared_fields, differing
from models.rekeying.figures import Errors
from models.surveys.content import slip_content
from models.surveys.records import SlipContent

# Of a hundred: so many answers are left blank, so many slips are not valid.
_BLANK: Final = 4
_INVALID: Final = 5
# Most people are content; the first option is taken this often, the second from what is left.
_FIRST: Final = 70


@dataclass(frozen=True, slots=True)
class Round:
    """What was practised so far."""

    slips: int = 0
    fields: int = 0
    errors: int = 0
    keys: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> Errors:
        """Return the errors against the fields."""
        return Errors(self.fields, self.errors)

    @property
    def slips_an_hour(self) -> float | None:
        """Return the slips an hour, None before any time has gone by."""
        return self.slips * 3600 / self.seconds if self.seconds else None


def invented_slips(
    form: Form, reasons: Sequence[str], seed: int, count: int
) -> list[SlipContent]:
    """Return slips as paper could hold them, of a form's questions with one choice each."""
    chance = random.Random(seed)
    return [_invented(form, reasons, chance) for _ in range(count)]


def as_asked(form: CompiledForm, paper: SlipContent, today: date) -> SlipContent:
    """Return an invented slip without the answers that its form does not ask then."""
    if not paper.is_valid:
        return paper
    paths = {node.key: node.path for node in form.form.questions()}
    answers = {paths[key]: str(answer) for key, answer in paper.answers.items()}
    state = evaluate(form, answers, today=today)
    return slip_content(form.form, state, paper.answers, note="", dossier=None)


def marked(form: Form, paper: SlipContent, keyed: SlipContent) -> tuple[int, dict[str, object]]:
    """Return how many fields were keyed, and what stands on the paper where it was keyed wrong."""
    wrong = {field: one for field, (one, _) in differing(form, paper, keyed).items()}
    return len(compared_fields(form, paper, keyed)), wrong


def _invented(form: Form, reasons: Sequence[str], chance: random.Random) -> SlipContent:
    if reasons and chance.randrange(100) < _INVALID:
        return SlipContent({}, chance.choice(list(reasons)))
    answers: dict[str, str | list[str]] = {}
    for node in form.questions():
        options = [choice.name for choice in form.choices(node)]
        if node.kind != "select_one" or not options or chance.randrange(100) < _BLANK:
            continue
        is_first = len(options) == 1 or chance.randrange(100) < _FIRST
        answers[node.key] = options[0] if is_first else chance.choice(options[1:])
    return SlipContent(answers)
