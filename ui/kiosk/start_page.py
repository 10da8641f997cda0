"""The page that waits for somebody, the one that thanks, and the one that cannot go on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk.faces import CALM, GLAD, SAD, draw_face
from ui.kiosk.look import GAP_MM, KioskLook
from ui.kiosk.page import KioskPage

_FACE_MM = 26.0


class Faces(QWidget):
    """A row of faces, to be looked at."""

    def __init__(self, moods: tuple[int, ...], look: KioskLook) -> None:
        super().__init__()
        self._moods = moods
        self._look = look
        self.setFixedHeight(look.px(_FACE_MM))

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        self._look = look
        self.setFixedHeight(look.px(_FACE_MM * look.letters))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the faces side by side."""
        return QSize(self._look.px(_FACE_MM * 1.4) * len(self._moods), self._look.px(_FACE_MM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them in the middle."""
        painter = QPainter(self)
        side, step = self.height(), self.height() * 1.4
        left = (self.width() - step * len(self._moods) + step - side) / 2
        for place, mood in enumerate(self._moods):
            box = QRectF(left + place * step, 0, side, side)
            draw_face(painter, box, mood, self._look.colours)


class StartPage(KioskPage):
    """Invites; the small tile below is the staff's way to the PIN."""

    started = Signal()
    staff_wanted = Signal()

    def __init__(self, look: KioskLook, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.faces = Faces((GLAD, CALM, SAD), look)
        self.unit = self.words("option")
        self.unit.set_words(unit)
        self.title = self.words("question")
        self.advice = self.words("button", is_muted=True)
        self.begin = self.tile("primary")
        self.begin.clicked.connect(self.started)
        self.staff = self.tile()
        self.staff.clicked.connect(self.staff_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(GAP_MM))
        column.addStretch(2)
        for part in (self.unit, self.faces, self.title, self.advice):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        foot = QHBoxLayout()
        foot.addWidget(self.staff)
        foot.addStretch(1)
        column.addLayout(foot)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        super().set_look(look)
        self.faces.set_look(look)
        self.begin.setMinimumSize(look.px(90 * look.letters), look.px(24 * look.letters))

    def say_words(self) -> None:
        """Say everything again."""
        self.title.set_words(self.tr("How were you served today?"))
        self.advice.set_words(self.tr("Your answers are anonymous. It takes about a minute."))
        self.begin.set_words(self.tr("Touch here to begin"))
        self.staff.set_words(self.tr("For staff"))

    def take_focus(self) -> None:
        """Put the focus on the way in."""
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)


class ThanksPage(KioskPage):
    """Thanks; goes back to the start by itself, or at a touch."""

    left = Signal()

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.faces = Faces((GLAD,), look)
        self.title = self.words("question")
        self.advice = self.words("option")
        self.done = self.tile("primary")
        self.done.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(GAP_MM))
        column.addStretch(1)
        for part in (self.faces, self.title, self.advice):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        super().set_look(look)
        self.faces.set_look(look)

    def say_words(self) -> None:
        """Say everything again."""
        self.title.set_words(self.tr("Thank you for your rating!"))
        self.advice.set_words(self.tr("Your answers help us to serve you better."))
        self.done.set_words(self.tr("Done"))

    def take_focus(self) -> None:
        """Put the focus on the only tile."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)


class ClosedPage(KioskPage):
    """Says why nobody can vote just now; the staff's way out stays."""

    staff_wanted = Signal()

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title = self.words("question")
        self.reason = self.words("button")
        self.staff = self.tile()
        self.staff.clicked.connect(self.staff_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(GAP_MM))
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addStretch(1)
        column.addWidget(self.staff, 0, Qt.AlignmentFlag.AlignLeft)

    def say_words(self) -> None:
        """Say everything again."""
        self.title.set_words(self.tr("The kiosk is resting. Please ask at the counter."))
        self.staff.set_words(self.tr("For staff"))

    def take_focus(self) -> None:
        """Put the focus on the only tile."""
        self.staff.setFocus(Qt.FocusReason.OtherFocusReason)
