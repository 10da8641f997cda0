"""The visible stamp: who signed, for which office, and when, as official papers have it.

Drawn by ReportLab with the document's own face, so that every Vietnamese letter is embedded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Final

from exports.signing.records import Certificate
from exports.wording import SIGNED_AT, SIGNED_BY, SIGNED_FOR
from exports.writers import fonts

# X.520 allows names of 64 letters; the smallest size holds them in the smallest place.
_SIZES: Final = tuple(quarter / 4 for quarter in range(36, 15, -1))
_STEP: Final = 1.25
_EDGE: Final = 4.0
# The blue of a pen; grey enough to read when it is printed without colour.
_INK: Final = (0.10, 0.22, 0.55)


def stamp_lines(certificate: Certificate, signed_at: datetime) -> list[tuple[str, str]]:
    """Return what the stamp says: `(label, text)`; no office where the certificate names none."""
    lines = [(SIGNED_BY, certificate.name)]
    if certificate.organisation:
        lines.append((SIGNED_FOR, certificate.organisation))
    return [*lines, (SIGNED_AT, moment_text(signed_at))]


def moment_text(moment: datetime) -> str:
    """Return a moment as stamps have it: 05/10/2026 08:30:00 +07:00."""
    return f"{moment:%d/%m/%Y %H:%M:%S} {moment:%z}"[:-2] + ":" + f"{moment:%z}"[-2:]


def draw_stamp(certificate: Certificate, signed_at: datetime, width: float, height: float) -> bytes:
    """Return the stamp as a PDF of one page, `width` × `height` points; it always fits."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    fonts.register()
    rl_config.invariant = 1
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=fonts.REGULAR)
    canvas.setStrokeColorRGB(*_INK)
    canvas.setFillColorRGB(*_INK)
    canvas.setLineWidth(0.6)
    canvas.rect(1, 1, width - 2, height - 2)
    size, rows = _fitted(stamp_lines(certificate, signed_at), width, height)
    y = (height + (len(rows) * _STEP - (_STEP - 1)) * size) / 2 - size * 0.8
    for row in rows:
        x = _EDGE
        for text, font in row:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
            x += fonts.width(text, font, size)
        y -= size * _STEP
    canvas.save()
    return out.getvalue()


_Row = list[tuple[str, str]]


def _fitted(lines: list[tuple[str, str]], width: float, height: float) -> tuple[float, list[_Row]]:
    """Return the largest size at which all lines fit, and their rows of `(text, face)`."""
    for size in _SIZES:
        rows = [row for label, text in lines for row in _wrapped(label, text, width, size)]
        widest = max(sum(fonts.width(*part, size) for part in row) for row in rows)
        if len(rows) * size * _STEP <= height - _EDGE and widest <= width - 2 * _EDGE:
            break
    return size, rows


def _wrapped(label: str, text: str, width: float, size: float) -> Iterator[_Row]:
    """Yield the rows of a line; a word wider than a row is cut between two letters."""
    room = width - 2 * _EDGE
    row: _Row = [(label + " ", fonts.REGULAR)]
    used = fonts.width(label + " ", fonts.REGULAR, size)
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if used + fonts.width(longer, fonts.BOLD, size) > room:
            yield [*row, (line, fonts.BOLD)]
            row, used, longer = [], 0.0, word
            while fonts.width(longer, fonts.BOLD, size) > room and size == _SIZES[-1]:
                most = _letters(longer, room, size)
                yield [(longer[:most], fonts.BOLD)]
                longer = longer[most:]
        line = longer
    yield [*row, (line, fonts.BOLD)]


def _letters(text: str, room: float, size: float) -> int:
    """Return how many letters of `text` go into `room`, one at least."""
    most = 1
    while fonts.width(text[: most + 1], fonts.BOLD, size) <= room:
        most += 1
    return most
