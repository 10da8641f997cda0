"""How everything on the screen looks: colours, type, spacing, icons and one stylesheet."""
