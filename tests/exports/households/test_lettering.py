"""Text set straight into the content stream says and measures what ReportLab's own does."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from exports.writers import fonts
from exports.writers.fonts import VIETNAMESE
from exports.writers.lettering import ELLIPSIS, Lettering

fonts.register()
LETTERS = VIETNAMESE + VIETNAMESE.upper() + "0123456789 .,-()\\/'\""
texts = st.text(LETTERS, min_size=1, max_size=60)


def canvas_of() -> tuple[Canvas, BytesIO]:
    out = BytesIO()
    return Canvas(out, (2000, 100), initialFontName=fonts.REGULAR), out


def read_back(draw: list[str], canvas: Canvas, out: BytesIO) -> str:
    for code in draw:
        canvas.addLiteral(code)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return pdf[0].get_textpage().get_text_range()


def test_every_vietnamese_letter_comes_back_also_beyond_one_subset():
    canvas, out = canvas_of()
    letters = Lettering(canvas, fonts.REGULAR, 4)
    # More characters than one subset holds: the rest need another one.
    greek = "".join(chr(code) for code in range(0x391, 0x3C9) if code != 0x3A2)
    cyrillic = "".join(chr(code) for code in range(0x410, 0x450))
    told = VIETNAMESE + VIETNAMESE.upper() + greek + cyrillic + "()\\"
    assert len(set(told)) > 230
    code = letters.at(5, 50, told)
    assert code.count(" Tf ") > 2
    assert read_back([code], canvas, out).strip() == told


@given(texts)
def test_widths_are_those_of_reportlab(text):
    canvas, _ = canvas_of()
    wide = Lettering(canvas, fonts.REGULAR, 9).width(text)
    assert abs(wide - fonts.width(text, fonts.REGULAR, 9)) < 1e-6


@given(texts, st.floats(8, 200))
def test_what_is_cut_fits_and_is_the_longest_that_does(text, room):
    canvas, _ = canvas_of()
    letters = Lettering(canvas, fonts.REGULAR, 9)
    fitted = letters.fitted(text, room)
    if letters.width(text) <= room:
        assert fitted == text
        return
    kept = fitted.removesuffix(ELLIPSIS)
    assert fitted.endswith(ELLIPSIS)
    assert text.startswith(kept)
    assert not kept or letters.width(fitted) <= room + 1e-6
    blanks = len(text[len(kept) :]) - len(text[len(kept) :].lstrip())
    assert letters.width(text[: len(kept) + blanks + 1] + ELLIPSIS) > room - 1e-6


@given(st.text("aăâ ", max_size=80), st.integers(1, 4))
def test_lines_lose_no_word_but_in_the_last(text, most):
    canvas, _ = canvas_of()
    letters = Lettering(canvas, fonts.REGULAR, 9)
    lines = letters.lines(text, 40, most)
    assert len(lines) <= most
    if not any(line.endswith(ELLIPSIS) for line in lines):
        assert " ".join(lines).split() == text.split()


def test_a_column_stands_line_below_line():
    canvas, out = canvas_of()
    letters = Lettering(canvas, fonts.REGULAR, 9)
    told = read_back([letters.column(10, 80, 12, ["một", "", "ba (3)"])], canvas, out)
    assert told.split() == ["một", "ba", "(3)"]
