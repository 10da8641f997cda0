"""Qt's palette from the theme's colours, for what the stylesheet leaves to the style."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.colours import Colours

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(colours: Colours) -> QPalette:
    """Return the palette of a scheme."""
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, colours.border_strong)
    palette.setColor(_Group.Disabled, _Role.Highlight, colours.border)
    palette.setColor(_Group.Disabled, _Role.HighlightedText, colours.text)
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, QColor]:
    return {
        _Role.Window: colours.desk,
        _Role.WindowText: colours.text,
        _Role.Base: colours.surface,
        _Role.AlternateBase: colours.surface_alt,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.text_muted,
        _Role.Button: colours.surface_alt,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.danger,
        _Role.Light: colours.surface,
        _Role.Midlight: colours.surface_alt,
        _Role.Mid: colours.border_strong,
        _Role.Dark: colours.border_strong,
        _Role.Shadow: colours.border,
        _Role.Highlight: colours.accent,
        _Role.HighlightedText: colours.on_accent,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.ToolTipBase: colours.text,
        _Role.ToolTipText: colours.surface,
    }
