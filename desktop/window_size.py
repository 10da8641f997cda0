"""How large the window opens: as it was left, or as a small screen allows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.habits import WINDOW, habit, remember

# Widths in pixels of the laptops that counters have.
_SMALLEST_SCREEN, _SMALL_SCREEN = 900, 1440


def show_window(window: QWidget) -> None:
    """Show the window as it was left; the first time it fills a small screen.

    A slip then needs no scrolling. What is larger than the screen of today is forgotten.
    """
    screen = window.screen().availableGeometry()
    width, height, is_whole = _kept_size()
    if is_whole:
        window.showMaximized()
    elif 0 < width <= screen.width() and 0 < height <= screen.height():
        window.resize(width, height)
        window.show()
    elif _SMALLEST_SCREEN <= screen.width() <= _SMALL_SCREEN:
        window.showMaximized()
    else:
        window.show()


def remember_size(window: QWidget) -> None:
    """Keep how large the window is, and whether it fills the screen."""
    size = window.normalGeometry().size()
    remember(WINDOW, [size.width(), size.height(), window.isMaximized()])


def _kept_size() -> tuple[int, int, bool]:
    """Return how large the window was left, (0, 0, False) before it ever was."""
    kept = habit(WINDOW, list)
    if kept is None or [type(part) for part in kept] != [int, int, bool]:
        return 0, 0, False
    width, height, is_whole = kept
    return width, height, is_whole
