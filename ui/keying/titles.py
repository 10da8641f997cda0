"""What the entry page calls the batch and the slip in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from models.surveys.records import Slip
from ui.keying.drafts import KeyedDraft
from ui.keying.loading import OpenBatch


def batch_line(opened: OpenBatch, language: str) -> str:
    """Return day, channel and questionnaire of a batch."""
    header = opened.progress.batch.header
    channels = {item.code: item.text(language) for item in opened.settings.channels}
    form = opened.compiled.form
    return "  ·  ".join(
        (
            header.collected_on.strftime("%d/%m/%Y"),
            channels.get(header.channel, header.channel),
            form.text(form.titles, language),
        )
    )


def slip_title(
    draft: KeyedDraft, slips: Sequence[Slip], on_their_way: int, is_at_end: bool
) -> tuple[str, str]:
    """Return the slip's name and what is being done to it; `slips` are the last ones saved."""
    number = str(draft.number or "")
    if draft.corrects is not None:
        title = QCoreApplication.translate("titles", "Correcting slip %1")
        said = QCoreApplication.translate("titles", "Enter saves the correction, Esc leaves it")
        return title.replace("%1", number).strip(), said
    if draft.replaces is not None:
        title = QCoreApplication.translate("titles", "Keying voided slip %1 again")
        return title.replace("%1", number), ""
    title = QCoreApplication.translate("titles", "Slip %1")
    last = max((slip.number or 0 for slip in slips), default=0)
    said = QCoreApplication.translate("titles", "Complete: Enter saves it") if is_at_end else ""
    return title.replace("%1", str(last + on_their_way + 1)), said
