"""One-time codes for the kiosk on an A4 sheet, to be cut and handed out with the receipts.

Each holds the code in digits and as a QR; nothing on it names a dossier, and which dossier it goes
with is written nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from exports.labels import MM, PAGE, LabelSheet
from exports.writers import fonts, qr
from exports.writers.lettering import Lettering
from models.errors import UserError
from models.kiosk.codes import grouped

SHEET: Final = LabelSheet("3 × 9: 63 × 30 mm", 3, 9, 63, 30, 10.5, 13.5, 63, 30)
TITLE: Final = "Mã đánh giá dùng một lần"
_ADVICE: Final = "Không gắn với tên hay hồ sơ"
_PAD: Final = 2.0
_QR: Final = 25.0


def code_sheet(codes: Sequence[str], unit: str) -> bytes:
    """Return codes as the bytes of a PDF file, 27 on a page with lines to cut along.

    UserError `kiosk.codes_count` where there is none.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    if not codes:
        raise UserError("kiosk.codes_count", most=SHEET.count)
    fonts.register()
    rl_config.useA85 = 0
    out = BytesIO()
    canvas = Canvas(
        out, (PAGE[0] * MM, PAGE[1] * MM), invariant=1, pageCompression=1,
        initialFontName=fonts.REGULAR, lang="vi-VN",
    )  # fmt: skip
    canvas.setTitle(TITLE)
    canvas.setCreator("motcua")
    small, large = Lettering(canvas, fonts.REGULAR, 7), Lettering(canvas, fonts.BOLD, 13)
    side, pad = _QR * MM, _PAD * MM
    room = SHEET.width * MM - side - 2 * pad
    for number, code in enumerate(codes):
        at = number % SHEET.count
        if number and at == 0:
            canvas.showPage()
        row, column = divmod(at, SHEET.columns)
        x = (SHEET.left + column * SHEET.across) * MM
        y = (PAGE[1] - SHEET.top - row * SHEET.down - SHEET.height) * MM
        canvas.setLineWidth(0.25)
        canvas.setDash(1, 2)
        canvas.rect(x, y, SHEET.width * MM, SHEET.height * MM)
        qr.draw(canvas, qr.matrix(code, qr.FAST_MASK), x + pad, y + 2.5 * MM, side)
        left, groups = x + pad + side, grouped(code).split()
        lines = (
            (24.0, small, unit), (20.5, small, TITLE), (13.5, large, " ".join(groups[:2])),
            (8.0, large, " ".join(groups[2:])), (3.5, small, _ADVICE),
        )  # fmt: skip
        for height, letters, text in lines:
            canvas.addLiteral(letters.at(left, y + height * MM, letters.fitted(text, room)))
    canvas.showPage()
    canvas.save()
    return out.getvalue()
