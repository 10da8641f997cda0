"""Writes a document as Markdown, to be read as it is or pasted elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from exports.document import (
    BarChart,
    Block,
    Contents,
    Document,
    IntervalChart,
    KeepTogether,
    KeyBlock,
    Letterhead,
    PageBreak,
    Paragraph,
    Signature,
    Signers,
    Table,
    cell_text,
)
from exports.layout import placed, recipient_lines
from exports.wording import (
    CHECK_CODE,
    COUNTRY,
    FILED,
    MOTTO,
    RECIPIENTS,
    SIGN_HERE,
    date_line,
    number_line,
)

_MARKS: Final = re.compile(r"([\\`*_|<>\[\]])")
# A number or a dash with a full stop or blank after it would become a list.
_LIST: Final = re.compile(r"^(\d+)([.)])(?=\s)")
_BAR: Final = 20


def render(document: Document) -> bytes:
    """Return `document` as Markdown in UTF-8, one blank line between blocks."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def _blocks(document: Document) -> Iterator[str]:
    if document.letterhead is not None:
        yield _head(document.letterhead)
    yield f"# {_plain(document.kind)}"
    yield f"**{_plain(document.subject)}**"
    for block in document.blocks:
        yield from _block(block)
    if document.signature is not None:
        yield _signature(document.signature)
    for block in document.annexes:
        yield from _block(block)
    if document.check_code:
        yield f"{CHECK_CODE} `{document.check_code}`"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield f"**{_plain(block.caption)}**"
            yield _table(block)
        case BarChart():
            yield _chart(block)
        case IntervalChart():
            yield _marks(block)
        case KeyBlock():
            yield f"`{' '.join(block.groups)}`"
        case Signers():
            for signer in block.signers:
                title = f"**{_plain(signer.title.upper())}**"
                yield f"{title} {SIGN_HERE} {_plain(signer.name)}".strip()
        case Contents():
            yield "\n".join(f"- {_plain(text)}" for text, _ in block.entries)
        case PageBreak():
            yield "---"
        case KeepTogether():
            for inner in block.blocks:
                yield from _block(inner)


def _paragraph(block: Paragraph) -> str:
    text = _plain(block.text)
    if block.kind == "heading":
        return f"## {text}"
    lead = f"**{_plain(block.lead)}** " if block.lead else ""
    return f"{lead}{text}" if lead else _LIST.sub(r"\1\\\2", text)


def _head(letterhead: Letterhead) -> str:
    lines = [
        letterhead.parent_body.upper(),
        letterhead.issuing_body.upper(),
        number_line(letterhead.number_suffix),
        COUNTRY,
        MOTTO,
        date_line(letterhead.place) if letterhead.is_dated else "",
    ]
    return "\\\n".join(_plain(line) for line in lines if line)


def _signature(signature: Signature) -> str:
    lines = [f"***{RECIPIENTS}***", *recipient_lines(signature), FILED]
    received = "\\\n".join(_plain(line) if at else line for at, line in enumerate(lines))
    signer = [signature.title.upper(), signature.name]
    signed = "\\\n".join(f"**{_plain(line)}**" for line in signer if line)
    return "\n\n".join(part for part in (received, signed) if part)


def _table(table: Table) -> str:
    kinds = [column.kind for column in table.columns]
    rule = ["---" if kind == "text" else "---:" for kind in kinds]
    lines = [_line(_headings(table)), _line(rule)]
    for row in table.rows:
        cells = [
            _plain(cell_text(cell, kind)) for cell, kind in zip(row.cells, kinds, strict=False)
        ]
        cells += [""] * (len(kinds) - len(cells))
        if row.kind != "body":
            cells = [f"**{cell}**" if cell else "" for cell in cells]
        lines.append(_line(cells))
    return "\n".join(lines)


def _headings(table: Table) -> list[str]:
    """Return one heading a column: those of all header rows above it, joined by a dash."""
    above: list[list[str]] = [[] for _ in table.columns]
    for row in placed(table.header):
        for column, cell in row:
            for covered in range(column, column + cell.columns):
                above[covered].append(_plain(cell.text))
    return [" – ".join(texts) for texts in above]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _chart(chart: BarChart) -> str:
    lines = [f"**{_plain(chart.title)}**", ""]
    for bar in chart.bars:
        drawn = ("░" if bar.muted else "█") * _length(bar.value)
        lines.append(f"- {_plain(bar.name)}: {f'{drawn} ' if drawn else ''}{_plain(bar.label)}")
    return "\n".join(lines)


def _marks(chart: IntervalChart) -> str:
    goal = [f"*{_plain(chart.goal_label)}*", ""] if chart.goal_label else []
    lines = [f"- {_plain(mark.name)}: {_plain(mark.label)}" for mark in chart.marks]
    return "\n".join([f"**{_plain(chart.title)}**", "", *goal, *lines])


def _length(value: Decimal) -> int:
    return max(1, round(value * _BAR / 100)) if value else 0


def _plain(text: str) -> str:
    escaped = _MARKS.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))
    return f"\\{escaped}" if escaped.startswith(("- ", "+ ", "#")) else escaped
