"""Keeps PySide from reading the source text of every module that is imported after it."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module


def spare_sources() -> None:
    """Load Qt's core, and have later imports cost no more than they would without it.

    WORKAROUND https://bugreports.qt.io/browse/PYSIDE-2029: for its optional other names, of which
    there are none here, PySide looks into each module's source, and all those lines stay in memory.
    Measured: 17 MB and a sixth of the imports' time when signed in, 48 MB once pandas is loaded.
    It is over when the test of this module says so.
    """
    import_module("PySide6.QtCore")
    with suppress(ImportError):
        feature = import_module("shibokensupport.feature")
        if hasattr(feature, "_mod_uses_pyside"):
            setattr(feature, "_mod_uses_pyside", _no_other_names)  # noqa: B010


def _no_other_names(_module: object) -> bool:
    # What PySide finds for every module that mentions it: the usual names are in force.
    return True
