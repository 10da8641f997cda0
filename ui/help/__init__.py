"""The handbook in the window: its pages, which one a screen opens, and the window that shows it."""
