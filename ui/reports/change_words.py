"""What the screen says of a change, in the window's language; the paper has words of its own."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from models.figures import MARK, format_decimal, format_percent, is_untold
from models.intervals import Change, Interval
from ui.theme.colours import Tone

_MINUS = "\u2212"


def points_text(points: Decimal) -> str:
    """Return percentage points with their sign."""
    if is_untold(points):
        return MARK
    sign = "+" if points > 0 else _MINUS if points < 0 else ""
    return sign + format_decimal(abs(points))


def interval_text(interval: Interval | None) -> str:
    """Return the interval of a share."""
    if interval is None:
        return "–"
    if is_untold(interval.low):
        return MARK
    return f"{format_decimal(interval.low)}–{format_percent(interval.high)}"


def change_text(change: Change | None) -> str:
    """Return a difference with its interval: `+1,2 (−2,9 … +4,1)`."""
    if change is None:
        return "–"
    if change.verdict == "untold":
        return MARK
    low, high = points_text(change.interval.low), points_text(change.interval.high)
    return f"{points_text(change.points)}  ({low} … {high})"


def verdict_text(change: Change | None) -> str:
    """Return what a change is, in a word or two."""
    if change is None:
        return "–"
    translate = QCoreApplication.translate
    words = {
        "noise": translate("reports", "chance"),
        "higher": translate("reports", "higher"),
        "lower": translate("reports", "lower"),
        "untold": MARK,
    }
    return words[change.verdict]


def verdict_tone(change: Change | None) -> Tone | None:
    """Return the colour of a change that is more than chance; whether it is good nobody knows."""
    return "info" if change is not None and change.verdict in {"higher", "lower"} else None


def no_overall() -> str:
    """Return that there is no satisfied share, though there are slips."""
    return QCoreApplication.translate(
        "reports", "The questionnaire has no overall question, so there is no satisfied share."
    )


def change_sentence(change: Change) -> str:
    """Return a difference of satisfied shares, and whether chance alone may make it."""
    translate = QCoreApplication.translate
    if change.verdict == "untold":
        return translate("reports", "Hidden, as small numbers follow from it.")
    sentences = {
        "noise": translate(
            "reports",
            "Difference %1 points, 95% interval %2 to %3: chance alone may make it, so no"
            " difference is shown.",
        ),
        "higher": translate(
            "reports", "Difference %1 points, 95% interval %2 to %3: higher, by more than chance."
        ),
        "lower": translate(
            "reports", "Difference %1 points, 95% interval %2 to %3: lower, by more than chance."
        ),
    }
    said = sentences[change.verdict]
    ends = (change.points, change.interval.low, change.interval.high)
    for place, points in enumerate(ends, start=1):
        said = said.replace(f"%{place}", points_text(points))
    return said
