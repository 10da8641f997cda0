"""Long work: what is done, how far it is, and the way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import SecondaryButton
from ui.widgets.painting import fill_box
from ui.widgets.text import Text

# What is done sooner is not worth a veil that comes and goes.
_PATIENCE_MS: Final = 300


class ProgressPanel(QWidget):
    """Label, bar and Cancel; Escape cancels too."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("", "strong")
        self._detail = Text("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel_button = SecondaryButton(self.tr("Cancel"), hint="Esc")
        self.cancel_button.clicked.connect(self._on_cancel)
        foot = QHBoxLayout()
        foot.addWidget(self._detail, 1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        column.addLayout(foot)
        self.start("")

    def start(self, label: str, *, is_cancellable: bool = True) -> None:
        """Show a new piece of work, not yet knowing how long it is."""
        self._label.setText(label)
        self._bar.setAccessibleName(label)
        self.cancel_button.setVisible(is_cancellable)
        self.cancel_button.setEnabled(True)
        self.set_progress(0, None)

    def set_progress(self, done: int, total: int | None, detail: str = "") -> None:
        """Show how far it is; without a total the bar only shows that it lives."""
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._detail.setText(detail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.cancel_button.isVisibleTo(self):
            self.cancel_button.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel's surface."""
        colours = current_theme().colours
        area = QRectF(self.rect())
        fill_box(QPainter(self), area, colours.surface, colours.border, radius=Radius.CARD)

    @Slot()
    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancelled.emit()


class BusyOverlay(QWidget):
    """Veils its host while long work runs, and gives the focus back afterwards."""

    cancelled = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self._label = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        self.panel = ProgressPanel()
        self.panel.cancelled.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.panel, 3)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.installEventFilter(self)
        self.hide()

    def start(self, label: str, *, is_cancellable: bool = True) -> None:
        """Cover the host and name the work."""
        self._before = self._host.window().focusWidget()
        self.panel.start(label, is_cancellable=is_cancellable)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        (self.panel.cancel_button if is_cancellable else self).setFocus()

    def start_later(self, label: str) -> None:
        """Cover the host once the work has taken a while, unless it finishes before."""
        self._label = label
        self._patience.start()

    def finish(self) -> None:
        """Uncover the host."""
        self._patience.stop()
        self.hide()
        if self._before is not None and self._host.isAncestorOf(self._before):
            self._before.setFocus()
        self._before = None

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab from reaching what is covered."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host at every size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through to what is covered."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        QPainter(self).fillRect(event.rect(), current_theme().colours.veil)

    @Slot()
    def _on_patience_ended(self) -> None:
        self.start(self._label)
