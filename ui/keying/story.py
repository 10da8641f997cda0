"""A slip's history in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.questionnaires.form import Form
from models.settings.record import Settings
from models.surveys.events import ANSWER_PREFIX, CORRECTED, RECORDED, SETTLED
from models.surveys.records import Slip, SlipVersion
from ui.keying.loading import SlipStory


def story_lines(
    story: SlipStory, slip: Slip, form: Form, settings: Settings, language: str
) -> list[str]:
    """Return what a slip says now, and then what happened to it, oldest first."""
    lines = _answers(slip, form, settings, language)
    lines.append("")
    for version in story.versions:
        who = story.names.get(version.actor, "?")
        when = version.at.strftime("%d/%m/%Y %H:%M")
        lines.append(f"{when}  ·  {who}  ·  {_happened(version)}")
        for name, (before, after) in version.changed.items():
            shown = " → ".join(
                value_text(form, name, value, language) for value in (before, after)
            )
            lines.append(f"      {field_text(form, name, language)}: {shown}")
    return lines


def _answers(slip: Slip, form: Form, settings: Settings, language: str) -> list[str]:
    lines: list[str] = []
    if slip.status == "invalid":
        reasons = {item.code: item.text(language) for item in settings.reasons}
        lines.append(reasons.get(slip.content.reason, slip.content.reason))
    else:
        for node in form.questions():
            answer = slip.content.answers.get(node.key)
            value = value_text(form, ANSWER_PREFIX + node.key, answer, language)
            lines.append(f"{form.text(node.labels, language)}: {value}")
    if slip.content.note:
        said = QCoreApplication.translate("story", "Note: %1")
        lines.append(said.replace("%1", slip.content.note))
    if slip.content.dossier:
        said = QCoreApplication.translate("story", "Dossier: %1")
        lines.append(said.replace("%1", slip.content.dossier))
    return lines


def _happened(version: SlipVersion) -> str:
    if version.event_type == RECORDED:
        return QCoreApplication.translate("story", "keyed")
    if version.event_type == CORRECTED:
        return QCoreApplication.translate("story", "corrected")
    if version.event_type == SETTLED:
        return QCoreApplication.translate("story", "decided")
    if version.reason:
        said = QCoreApplication.translate("story", "voided: %1")
        return said.replace("%1", version.reason)
    return QCoreApplication.translate("story", "taken back")


def field_text(form: Form, name: str, language: str) -> str:
    """Return what a field of a slip is called; a question by its text."""
    key = name.removeprefix(ANSWER_PREFIX)
    if key != name:
        return next(
            (form.text(node.labels, language) for node in form.questions() if node.key == key), key
        )
    names = {
        "note": QCoreApplication.translate("story", "note"),
        "dossier": QCoreApplication.translate("story", "dossier"),
        "reason": QCoreApplication.translate("story", "reason"),
    }
    return names.get(name, name)


def value_text(form: Form, name: str, value: object, language: str) -> str:
    """Return a field's value in words, choices by their texts."""
    if value is None or value == "" or value == []:
        return QCoreApplication.translate("story", "blank")
    key = name.removeprefix(ANSWER_PREFIX)
    for node in form.questions():
        if node.key == key and key != name:
            texts = {c.name: form.text(c.labels, language) for c in form.choices(node)}
            chosen = value if isinstance(value, list) else [value]
            return ", ".join(texts.get(str(item), str(item)) for item in chosen)
    return str(value)
