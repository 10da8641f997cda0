"""Loads pyqtgraph piece by piece, so that the window takes keys between the pieces.

It has to be loaded on the window's thread, since it makes types of Qt; in one go that holds the
window for most of a second. What its package would do first, name all types of Qt, is done some
names at a time; then its own lines are run one after the other, with the larger of its modules
before them. Where its source is not at hand it is loaded in one go.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from time import perf_counter
from types import ModuleType
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_PACKAGE: Final = "pyqtgraph"
_FACES: Final = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
_NAMES_AT_ONCE: Final = 25
_OF_PYTHON: Final = ("cProfile", "pydoc", "multiprocessing.connection")
# They need what the package says of itself in its first lines, and are wanted by those behind.
_SETTLED: Final = "getConfigOption"
_LARGE: Final = (
    "debug", "Vector", "functions", "graphicsItems.GraphicsItem", "graphicsItems.GraphicsWidget",
    "widgets.SpinBox", "graphicsItems.TextItem", "graphicsItems.InfiniteLine",
    "graphicsItems.AxisItem", "graphicsItems.ScatterPlotItem", "graphicsItems.ViewBox",
    "graphicsItems.PlotItem", "SRTTransform", "graphicsItems.ROI",
    "widgets.GradientWidget", "widgets.ColorButton", "widgets.TreeWidget",
    "widgets.PenPreviewLabel", "parametertree", "multiprocess",
)  # fmt: skip
# Short pieces are done one after the other for so long.
_SLICE_S: Final = 0.02

Step = Callable[[], Any]


class ChartLoading(QObject):
    """Loads once for the process; `loaded` tells when charts can be drawn."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: Iterator[Step] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    @property
    def is_loaded(self) -> bool:
        """Say whether all of it is there."""
        return self._left is None and _PACKAGE in sys.modules

    def start(self) -> None:
        """Load it while nothing else is to be done."""
        if self._left is None and not self.is_loaded:
            self._left = _steps()
            self._timer.start(0)

    def finish(self) -> None:
        """Load what is left of it now."""
        while self._left is not None and (step := next(self._left, None)) is not None:
            self._do(step)
        self._end()

    @Slot()
    def _on_slice(self) -> None:
        until = perf_counter() + _SLICE_S
        while self._left is not None and (step := next(self._left, None)) is not None:
            self._do(step)
            if perf_counter() > until:
                return
        self._end()

    def _do(self, step: Step) -> None:
        try:
            step()
        except Exception:  # noqa: BLE001 - whatever a piece alone lacks, the whole may have
            self._left = iter(())
            for name in [name for name in sys.modules if name.split(".")[0] == _PACKAGE]:
                del sys.modules[name]
            import_module(_PACKAGE)

    def _end(self) -> None:
        self._timer.stop()
        if self._left is not None:
            self._left = None
            self.loaded.emit()


class _Kept:
    """The one of the process."""

    loading: ChartLoading | None = None


def chart_loading() -> ChartLoading:
    """Return the one of the process, made on first use."""
    if _Kept.loading is None:
        _Kept.loading = ChartLoading()
    return _Kept.loading


def _steps() -> Iterator[Step]:
    spec = find_spec(_PACKAGE)
    try:
        source = spec.loader.get_source(_PACKAGE)  # type: ignore[union-attr]
    except (AttributeError, OSError):
        source = None
    if spec is None or not source:
        yield partial(import_module, _PACKAGE)
        return
    for face in _FACES:
        module = import_module(face)
        names = dir(module)
        for first in range(0, len(names), _NAMES_AT_ONCE):
            yield partial(_name, module, names[first : first + _NAMES_AT_ONCE])
    yield from (partial(import_module, name) for name in _OF_PYTHON)
    package = module_from_spec(spec)
    sys.modules[_PACKAGE] = package
    is_settled = False
    for line in ast.parse(source).body:
        if not is_settled and isinstance(line, ast.ImportFrom) and hasattr(package, _SETTLED):
            is_settled = True
            yield from (partial(import_module, f"{_PACKAGE}.{name}") for name in _LARGE)
        yield partial(_run, line, package, spec.origin or _PACKAGE)


def _name(module: ModuleType, names: list[str]) -> None:
    """Have PySide make types: it does when they are first named."""
    for name in names:
        getattr(module, name)


def _run(line: ast.stmt, package: ModuleType, origin: str) -> None:
    code = compile(ast.Module([line], []), origin, "exec")
    exec(code, package.__dict__)
