"""Where signatures go on a page: remembered in the PDF as named places, which no reader shows.

A named destination with a rectangle (ISO 32000-1, 12.3.2) is no form field: the file stays plain,
and another program that signs it finds nothing it would have to fill.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import Any, Final, NamedTuple

_NAME: Final = "motcua.signature.{number}"
# The signer's block, and three in the top margin of the first page.
MOST: Final = 4


class Place(NamedTuple):
    """A rectangle on a page, in whole points from the page's lower left corner."""

    page: int
    left: int
    bottom: int
    right: int
    top: int

    def meets(self, other: Place) -> bool:
        """Say whether two places share some paper."""
        return (
            self.page == other.page
            and self.left < other.right and other.left < self.right
            and self.bottom < other.top and other.bottom < self.top
        )  # fmt: skip


def mark(
    canvas: Any, number: int, left: float, bottom: float, right: float, top: float
) -> None:
    """Remember a place on the page that ReportLab draws, by its own coordinates there.

    `number` counts from 1 in the order in which places are taken.
    """
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    x0, y0 = canvas.absolutePosition(left, bottom)
    x1, y1 = canvas.absolutePosition(right, top)
    # Whole points, as signature fields are kept, and never more room than there is.
    corners = ceil(x0), ceil(y0), floor(x1), floor(y1)
    document = canvas._doc
    # ReportLab writes the destinations that its own links use; the catalogue takes others.
    if getattr(document.Catalog, "Dests", None) is None:
        document.Catalog.Dests = PDFDictionary({})
    document.Catalog.Dests[_NAME.format(number=number)] = PDFArray(
        [document.thisPageRef(), PDFName("FitR"), *corners]
    )


def read_places(reader: Any) -> Iterator[Place]:
    """Yield the places remembered in a PDF (pyHanko's reader), the first to be taken first."""
    kept = _value(reader.root, "/Dests") or {}
    pages = _page_numbers(reader)
    for number in range(1, MOST + 1):
        found = _value(kept, "/" + _NAME.format(number=number))
        if found is not None and len(found) == 6 and found[1] == "/FitR":
            page = pages.get(found.raw_get(0).idnum)
            if page is not None:
                yield Place(page, *(round(found[index]) for index in range(2, 6)))


def taken_places(reader: Any) -> Iterator[Place]:
    """Yield where the signature fields of a PDF stand, signed or waiting to be."""
    from pyhanko.sign.fields import enumerate_sig_fields

    pages = _page_numbers(reader)
    for _, _, reference in enumerate_sig_fields(reader):
        field = reference.get_object()
        for widget in [kid.get_object() for kid in _value(field, "/Kids") or ()] or [field]:
            box = _value(widget, "/Rect")
            place = widget.get_value_as_reference("/P", optional=True)
            page = None if place is None else pages.get(place.idnum)
            if box is not None and page is not None:
                yield Place(page, *(round(box[index]) for index in range(4)))


def _value(dictionary: Any, key: str) -> Any:
    """Return what a key leads to, None without it; `get` would return a bare reference."""
    try:
        return dictionary[key]
    except KeyError:
        return None


def _page_numbers(reader: Any) -> dict[int, int]:
    """Return the number of each page, from 0, by the number of its object."""
    leaves = _leaves(reader.root["/Pages"])
    return {reference.idnum: number for number, reference in enumerate(leaves)}


def _leaves(node: Any) -> Iterator[Any]:
    # Iterating gives references, not what they lead to.
    for reference in node["/Kids"]:
        kid = reference.get_object()
        if "/Kids" in kid:
            yield from _leaves(kid)
        else:
            yield reference
