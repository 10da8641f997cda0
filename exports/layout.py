"""What all page writers lay out in the same way: header cells and the list of recipients."""

from __future__ import annotations

from collections.abc import Sequence

from exports.document import HeaderCell, Signature


def placed(rows: Sequence[Sequence[HeaderCell]]) -> list[list[tuple[int, HeaderCell]]]:
    """Return the header cells with the column each begins in, free of cells from rows above."""
    taken: set[tuple[int, int]] = set()
    result = []
    for number, row in enumerate(rows):
        line, column = [], 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            line.append((column, cell))
            taken |= {
                (number + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            column += cell.columns
        result.append(line)
    return result


def recipient_lines(signature: Signature) -> list[str]:
    """Return the recipients as they are listed, each with a dash and a semicolon."""
    return [f"- {name.strip().rstrip(';.')};" for name in signature.recipients if name.strip()]
