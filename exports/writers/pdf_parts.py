"""The parts of an official paper that ReportLab does not know: head, subject, signature, key."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from exports.document import Letterhead, Signature, Signers
from exports.layout import recipient_lines
from exports.signing.places import mark
from exports.wording import (
    COUNTRY,
    FILED,
    MOTTO,
    RECIPIENTS,
    SIGN_HERE,
    date_line,
    number_line,
)
from exports.writers import fonts
from exports.writers.lines import even_lines

_LEFT: Final = 66 * mm
_RIGHT: Final = 94 * mm
_STEP: Final = 1.22
_SIGNATURE_SPACE: Final = 25 * mm
_STAMP_EDGE: Final = 2 * mm
_KEY_SIZE: Final = 20.0
_KEY_PITCH: Final = 21.0


class _Drawn(Flowable):  # type: ignore[misc]
    """A part with a width and a height of its own, drawn from the top down."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width = width
        self.height = height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points."""
        return self.width, self.height

    def _centred(self, middle: float, y: float, text: str, font: str, size: float) -> float:
        self.canv.setFont(font, size)
        self.canv.drawCentredString(middle, y, text)
        return fonts.width(text, font, size)

    def _rule(self, middle: float, y: float, length: float) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.line(middle - length / 2, y, middle + length / 2, y)


class Head(_Drawn):
    """The letterhead: bodies and number on the left, country, motto and date on the right."""

    def __init__(self, letterhead: Letterhead, width: float) -> None:
        self.letterhead = letterhead
        parent = simpleSplit(letterhead.parent_body.upper(), fonts.REGULAR, 12, _LEFT)
        issuing = simpleSplit(letterhead.issuing_body.upper(), fonts.BOLD, 12, _LEFT)
        self.left = [(line, fonts.REGULAR) for line in parent]
        self.left += [(line, fonts.BOLD) for line in issuing]
        rows = max(2, len(self.left))
        super().__init__(width, (rows * 12 + 13) * _STEP + 18)

    def draw(self) -> None:
        """Draw both halves; the last line holds the blank number and the blank date."""
        left, right = _LEFT / 2, self.width - _RIGHT / 2
        y = self.height - 12
        self._centred(right, y, COUNTRY, fonts.BOLD, 12)
        length = self._centred(right, y - 13 * _STEP, MOTTO, fonts.BOLD, 13)
        self._rule(right, y - 13 * _STEP - 4, length)
        widest = 0.0
        for text, font in self.left:
            length = self._centred(left, y, text, font, 12)
            widest = max(widest, length) if font == fonts.BOLD else widest
            y -= 12 * _STEP
        if widest:
            self._rule(left, y + 12 * _STEP - 4, widest * 0.4)
        self._centred(left, 4, number_line(self.letterhead.number_suffix), fonts.REGULAR, 13)
        if self.letterhead.is_dated:
            self._centred(right, 4, date_line(self.letterhead.place), fonts.ITALIC, 13)


class Subject(_Drawn):
    """The kind of paper and its subject, with the short rule below."""

    def __init__(self, kind: str, subject: str, width: float) -> None:
        self.lines = [kind.upper(), *even_lines(subject, fonts.BOLD, 14, width * 0.86)]
        super().__init__(width, len(self.lines) * 14 * _STEP + 12)
        self.spaceBefore = 16
        self.spaceAfter = 6

    def draw(self) -> None:
        """Draw the lines centred and the rule at two fifths of the last line."""
        y = self.height - 13
        length = 0.0
        for text in self.lines:
            length = self._centred(self.width / 2, y, text, fonts.BOLD, 14)
            y -= 14 * _STEP
        self._rule(self.width / 2, y + 14 * _STEP - 6, length * 0.4)


class Signed(_Drawn):
    """Recipients on the left; title, room for the signature and name on the right."""

    def __init__(self, signature: Signature, width: float) -> None:
        lines = [*recipient_lines(signature), FILED]
        self.recipients = [
            part for line in lines for part in simpleSplit(line, fonts.REGULAR, 11, width * 0.48)
        ]
        self.title = simpleSplit(signature.title.upper(), fonts.BOLD, 13, width * 0.5)
        self.name = signature.name
        left = 12 * _STEP + len(self.recipients) * 11 * _STEP
        right = len(self.title) * 13 * _STEP + _SIGNATURE_SPACE + 13 * _STEP
        super().__init__(width, max(left, right) + 4)
        self.spaceBefore = 12

    def draw(self) -> None:
        """Draw both halves from the top; between title and name is the place of a signature."""
        y = self.height - 12
        self.canv.setFont(fonts.BOLD_ITALIC, 12)
        self.canv.drawString(0, y, RECIPIENTS)
        self.canv.setFont(fonts.REGULAR, 11)
        for number, text in enumerate(self.recipients, start=1):
            self.canv.drawString(0, y - number * 11 * _STEP - 1, text)
        middle = self.width * 0.75
        for text in self.title:
            self._centred(middle, y, text, fonts.BOLD, 13)
            y -= 13 * _STEP
        half = self.width * 0.25 - _STAMP_EDGE
        mark(
            self.canv, 1, middle - half, y - _SIGNATURE_SPACE + 13, middle + half,
            y + 13 * _STEP - 6,
        )  # fmt: skip
        self._centred(middle, y - _SIGNATURE_SPACE, self.name, fonts.BOLD, 13)


class SignedTogether(_Drawn):
    """Those who sign side by side: title, what to write, room for it, and the name."""

    def __init__(self, signers: Signers, width: float) -> None:
        self.room = width / max(1, len(signers.signers))
        self.titles = [
            simpleSplit(signer.title.upper(), fonts.BOLD, 12, self.room - 8)
            for signer in signers.signers
        ]
        self.names = [signer.name for signer in signers.signers]
        self.lines = max((len(title) for title in self.titles), default=0)
        super().__init__(width, (self.lines + 2) * 13 * _STEP + _SIGNATURE_SPACE)
        self.spaceBefore = 12

    def draw(self) -> None:
        """Draw one column after the other; what to write stands in one line across."""
        for place, (title, name) in enumerate(zip(self.titles, self.names, strict=True)):
            middle = (place + 0.5) * self.room
            y = self.height - 12
            for text in title:
                self._centred(middle, y, text, fonts.BOLD, 12)
                y -= 13 * _STEP
            y = self.height - 12 - self.lines * 13 * _STEP
            self._centred(middle, y, SIGN_HERE, fonts.ITALIC, 12)
            for text in simpleSplit(name, fonts.BOLD, 12, self.room - 8)[:1]:
                self._centred(middle, 4, text, fonts.BOLD, 12)


class KeyBoxes(_Drawn):
    """Groups of large characters at a fixed pitch, four groups a line, in a frame."""

    def __init__(self, groups: tuple[str, ...], width: float) -> None:
        # A gap between two groups is one character wide.
        longest = max((len(group) for group in groups), default=0) + 1
        a_line = max(1, min(4, int((width - 16) / (longest * _KEY_PITCH))))
        self.lines = [" ".join(groups[at : at + a_line]) for at in range(0, len(groups), a_line)]
        widest = max((len(line) for line in self.lines), default=1)
        self.pitch = min(_KEY_PITCH, (width - 16) / widest)
        self.left = (width - widest * self.pitch) / 2
        super().__init__(width, len(self.lines) * _KEY_SIZE * 1.6 + 16)
        self.spaceBefore = self.spaceAfter = 12

    def draw(self) -> None:
        """Draw the frame and every character in the middle of its own place."""
        self.canv.setLineWidth(1)
        self.canv.rect(0, 0, self.width, self.height)
        y = self.height - 8 - _KEY_SIZE * 1.15
        for line in self.lines:
            for place, letter in enumerate(line):
                middle = self.left + (place + 0.5) * self.pitch
                self._centred(middle, y, letter, fonts.BOLD, _KEY_SIZE)
            y -= _KEY_SIZE * 1.6
