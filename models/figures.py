"""Percentages and numbers as they are counted and printed (DOMAIN §2, §5)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_TENTH: Final = Decimal("0.1")
# What stands in place of a number that is not told.
MARK: Final = "*"


class Untold(int):
    """A count that is hidden: what is worked out with it is hidden too, and it holds nothing.

    So a place that forgets to ask shows a mark or 0, and never the number.
    """

    def __new__(cls) -> Untold:
        """Return one; all are alike."""
        return super().__new__(cls, 0)

    def __bool__(self) -> bool:
        """Say yes: there may be some."""
        return True

    def __format__(self, _how: str) -> str:
        """Return the mark."""
        return MARK

    def __str__(self) -> str:
        """Return the mark."""
        return MARK

    __repr__ = __str__

    def __eq__(self, other: object) -> bool:
        """Say yes to another hidden one alone: it is not known to be 0, or any other number."""
        return is_untold(other)

    def __ne__(self, other: object) -> bool:
        """Say the opposite of `__eq__`."""
        return not is_untold(other)

    def __hash__(self) -> int:
        """Return what all of them share."""
        return hash(MARK)

    def __gt__(self, _other: int) -> bool:
        """Say yes, as `__bool__`."""
        return True

    __ge__ = __gt__

    def __lt__(self, _other: int) -> bool:
        """Say no, as `__gt__` says yes."""
        return False

    __le__ = __lt__

    def __add__(self, _other: int) -> Untold:
        """Return what is hidden as well."""
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __add__


class UntoldShare(Decimal):
    """A share or an index that is hidden."""

    def __new__(cls) -> UntoldShare:
        """Return one; all are alike."""
        return super().__new__(cls, 0)

    def __eq__(self, other: object) -> bool:
        """Say yes to another hidden one alone."""
        return is_untold(other)

    def __ne__(self, other: object) -> bool:
        """Say the opposite of `__eq__`."""
        return not is_untold(other)

    def __hash__(self) -> int:
        """Return what all of them share."""
        return hash(MARK)

    def __format__(self, _how: str, _context: object = None) -> str:
        """Return the mark."""
        return MARK

    def __str__(self) -> str:
        """Return the mark."""
        return MARK

    __repr__ = __str__


def is_untold(number: object) -> bool:
    """Say whether a number is hidden."""
    return isinstance(number, (Untold, UntoldShare))


def percent(part: int, whole: int) -> Decimal:
    """Return `part` of `whole` in percent, one decimal.

    100 and 0 are kept for exactly all and exactly none: 99,96 gives 99.9 and 0,04 gives 0.1.
    `whole` of 0 gives 0. Of what is hidden the share is hidden.
    """
    if is_untold(part) or is_untold(whole):
        return UntoldShare()
    if whole <= 0 or part == 0:
        return Decimal("0.0")
    if part == whole:
        return Decimal("100.0")
    exact = (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)
    return min(max(exact, _TENTH), Decimal("99.9")) if part < whole else exact


def one_decimal(total: Decimal | int, count: int) -> Decimal | None:
    """Return `total` ÷ `count` rounded to one decimal, None where nothing was counted."""
    if count == 0:
        return None
    return (Decimal(total) / count).quantize(_TENTH, ROUND_HALF_UP)


def format_integer(number: int) -> str:
    """Return `number` with a dot for thousands: 34.043."""
    return f"{number:,}".replace(",", ".")


def format_decimal(number: Decimal) -> str:
    """Return `number` with a decimal comma, a dot for thousands, and a trailing `,0` dropped."""
    text = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    return text.rstrip("0").rstrip(",") if "," in text else text


def format_percent(number: Decimal) -> str:
    """Return a percentage as it is printed: `99,6%`, `100%`."""
    return format_decimal(number) + "%"
