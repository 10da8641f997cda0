"""The published questionnaires, and the way to publish another version from an XLSForm file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from models.errors import ProblemsError
from models.questionnaires.commands import publish
from models.questionnaires.form import Form
from models.questionnaires.queries import Published
from ui.context import PageContext
from ui.jobs import Progress
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.problem_table import ProblemTable
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# Asks for a file to read: the parent; None for no.
ChooseFile = Callable[[QWidget], Path | None]
_PROBLEMS_HEIGHT: Final = 200


def choose_file(parent: QWidget) -> Path | None:
    """Ask for an XLSForm file in the system's own dialog."""
    name, _ = QFileDialog.getOpenFileName(parent, "", "", "XLSForm (*.xlsx)")
    return Path(name) if name else None


class QuestionnairesCard(Card):
    """Reads and checks a file first; publishing is a second step, since a version never changes."""

    def __init__(
        self, context: PageContext, ask_file: ChooseFile = choose_file,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(self.tr("Questionnaires"), parent)
        self._context = context
        self._ask_file = ask_file
        self._form: Form | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 1)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.banner.action_requested.connect(self._on_publish)
        self.banner.dismissed.connect(self._on_dismissed)
        self.problems = ProblemTable(
            self.tr("Problems in the file"), self.tr("What is wrong"), context.language
        )
        self.problems.setFixedHeight(_PROBLEMS_HEIGHT)
        self.problems.setVisible(False)
        self.choose_button = SecondaryButton(
            self.tr("Publish from an XLSForm file…"), icon="plus"
        )
        self.choose_button.clicked.connect(self._on_choose)
        self.body.addWidget(
            Text(self.tr("Slips keep the version they were keyed with."), tone="muted")
        )
        self.body.addLayout(self._grid)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.problems)
        self.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_published(self, published: Sequence[Published]) -> None:
        """List the versions, the newest of each questionnaire first."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, version in enumerate(published):
            self._grid.addWidget(Text(version.name(self._context.language)), row, 0)
            self._grid.addWidget(Text(version.code, tone="muted", is_wrapped=False), row, 1)
            number = self.tr("version %1").replace("%1", version.version)
            self._grid.addWidget(Text(number, tone="muted", is_wrapped=False), row, 2)

    @Slot()
    def _on_choose(self) -> None:
        path = self._ask_file(self)
        if path is None:
            return
        self._form = None
        self.problems.show_problems(())
        self.choose_button.setEnabled(False)
        self.banner.show_message("info", self.tr("The file is being checked."))

        def work(_progress: Progress) -> Form:
            # Loads pyxform, which nobody needs before.
            from models.questionnaires.xlsform import read_xlsform

            return read_xlsform(path)

        self._context.jobs.run(work, done=self._on_read, failed=self._on_failed)

    def _on_read(self, form: Form) -> None:
        self.choose_button.setEnabled(True)
        self._form = form
        title = form.text(form.titles, self._context.language)
        questions = self.tr("%n question(s)", "", len(form.questions()))
        said = self.tr(
            "“%1”, version %2, %3. Once published, a version never changes."
        )
        said = said.replace("%1", title).replace("%2", form.version).replace("%3", questions)
        self.banner.show_message("info", said, self.tr("Publish"))
        self.banner.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self.choose_button.setEnabled(True)
        self._form = None
        self.banner.show_message("danger", sentence(error, self._context.language))
        if isinstance(error, ProblemsError):
            self.problems.show_problems(error.problems)

    @Slot()
    def _on_publish(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            command = partial(publish, form=form, unit=self._context.unit)
            self._context.write(command, self._on_published, self._on_failed)

    def _on_published(self, is_new: bool) -> None:
        if is_new:
            said = self.tr("Published. New batches can use this version now.")
            self.banner.show_message("success", said)
        else:
            said = self.tr("This very version was published before; nothing had to be done.")
            self.banner.show_message("info", said)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_dismissed(self) -> None:
        self._form = None
        self.problems.show_problems(())
