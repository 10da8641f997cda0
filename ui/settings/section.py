"""A card of settings: fields by the key of what they set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.settings.values import Values
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class Binding(NamedTuple):
    """Where a key's value stands on the screen, and how it comes and goes."""

    row: FieldRow
    read: Callable[[], Any]
    show: Callable[[Any], None]


class Section(Card):
    """Knows nothing of the store: values come in, edited values go out."""

    edited = Signal()

    def __init__(self, title: str, advice: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._bindings: dict[str, Binding] = {}
        if advice:
            self.body.addWidget(Text(advice, tone="muted"))

    def bind(self, key: str, binding: Binding, when_edited: SignalInstance) -> None:
        """Tie a field to a key."""
        self._bindings[key] = binding
        when_edited.connect(partial(self._on_edited, key))

    def values(self) -> Values:
        """Return what stands in the fields."""
        return {key: binding.read() for key, binding in self._bindings.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields whose value is another; the cursor stays in the others."""
        for key, binding in self._bindings.items():
            if key in values and binding.read() != values[key]:
                binding.show(values[key])
                binding.row.set_error(None)

    def problem(self, key: str) -> str | None:
        """Return what is wrong with a field before anyone asks the store."""
        return None

    def set_error(self, key: str, text: str | None) -> bool:
        """Show what is wrong beside a field; False if the key is of another section."""
        if key not in self._bindings:
            return False
        self._bindings[key].row.set_error(text)
        return True

    def settle(self) -> None:
        """Take note that the values were stored."""

    def go_to(self, key: str) -> None:
        """Put the cursor into a field."""
        self._bindings[key].row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of this section."""
        return tuple(self._bindings)

    def _on_edited(self, key: str, *_arguments: object) -> None:
        self._bindings[key].row.set_error(None)
        self.edited.emit()
