"""What is recorded of a valid slip, from its answers and how the form stands with them."""

from __future__ import annotations

from collections.abc import Mapping

from models.questionnaires.engine import FormState
from models.questionnaires.form import Form
from models.surveys.records import SlipContent, dossier_code


def slip_content(
    form: Form, state: FormState, answers: Mapping[str, str | list[str]], *, note: str,
    dossier: str | None,
) -> SlipContent:  # fmt: skip
    """Return the content of a slip; `answers` by `Node.key`, blank ones empty or left out.

    Answers that the form does not ask are left out and named; what it works out is added.
    """
    kept: dict[str, str | list[str]] = {}
    not_asked: list[str] = []
    for node in form.questions():
        found = state.nodes.get(node.path)
        if found is not None and not found.relevant:
            not_asked.append(node.key)
        elif answers.get(node.key):
            kept[node.key] = answers[node.key]
    for node in form.nodes():
        value = state.values.get(node.path)
        if node.kind in {"calculate", "hidden"} and value is not None:
            kept[node.key] = str(value)
    typed = tuple(node.key for node in form.nodes() if node.is_typed and node.key in kept)
    return SlipContent(kept, "", note, dossier_code(dossier), tuple(not_asked), typed)
