"""What an attacker or an accident may hand the program: whole files, changed; texts that bite."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

# Texts that parsers, spreadsheets, databases and terminals have stumbled over.
NASTY: Final = (
    "", " ", "\0", "\ufeff", "\u202e", "\ud7ff", "A\u0300" * 400, "x" * 40_000, "(" * 3000,
    "1+" * 3000 + "1", "not(" * 800 + "1" + ")" * 800, "if(" * 500, "${" * 900, "${a}" * 900,
    "-" * 3000 + "1", "a/" * 2000, "[" * 2000, "'" * 999, "..", "/data/q", "${q1}", "concat(${q1})",
    "pulldata('a','b','c','d')", "regex(., '(a+)+$')", "regex(., '(a|a)*b')", "1e400", "9" * 400,
    "0x41", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "<!ENTITY x 'y'>", "&lt;", "]]>", "../../etc",
    "%s%n", "{0.__class__}", "'; DROP TABLE households; --", '" OR ""="', "NEAR(a b)", "a* AND b*",
    "select_one", "select_one a or_other", "begin group", "end repeat", "begin repeat", "calculate",
    "31/02/2026", "2026-13-45", "-1", "NaN", "Infinity", "true()", "Đ" * 200, "🙂" * 50,
)  # fmt: skip

edits = st.lists(
    st.tuples(
        st.integers(0, 1 << 24),
        st.sampled_from(["flip", "cut", "fill", "zero", "double", "end", "swap"]),
        st.integers(0, 255), st.integers(1, 3000),
    ),
    min_size=1, max_size=8,
)  # fmt: skip
texts = st.sampled_from(NASTY) | st.text(max_size=60)


def changed(good: bytes, changes: Sequence[tuple[int, str, int, int]]) -> bytes:
    """Return bytes with a few places changed, cut out, doubled or swapped."""
    data = bytearray(good)
    for place, how, value, length in changes:
        at = place % max(len(data), 1)
        if how == "flip" and data:
            data[at] ^= value or 1
        elif how == "cut":
            del data[at : at + length]
        elif how == "end":
            del data[at:]
        elif how in ("fill", "zero"):
            data[at : at + 4] = (b"\xff" if how == "fill" else b"\0") * 4
        elif how == "double":
            data[at:at] = data[at : at + length]
        elif how == "swap":
            data[at : at + length] = data[at : at + length][::-1]
    return bytes(data)


@st.composite
def changed_text(draw: st.DrawFn, good: str) -> str:
    """Return a text with pieces of it replaced by ones that bite."""
    text = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 30))
        text = text[:start] + draw(texts) + text[end:]
    return text


@st.composite
def changed_rows(draw: st.DrawFn, good: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Return a table with cells replaced, and rows and columns dropped or doubled."""
    rows = [list(row) for row in good]
    for _ in range(draw(st.integers(1, 6))):
        if not rows:
            break
        at = draw(st.integers(0, len(rows) - 1))
        row = rows[at]
        what = draw(st.sampled_from(["cell", "cell", "cell", "copied", "drop", "double", "swap"]))
        if what == "cell" and row:
            row[draw(st.integers(0, len(row) - 1))] = draw(texts)
        elif what == "copied" and row:
            other = rows[draw(st.integers(0, len(rows) - 1))]
            if other:
                row[draw(st.integers(0, len(row) - 1))] = draw(st.sampled_from(other))
        elif what == "drop":
            del rows[at]
        elif what == "double":
            rows.insert(at, list(row))
        elif what == "swap":
            rows[at], rows[0] = rows[0], rows[at]
    return rows
