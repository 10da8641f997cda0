"""The kiosk as a process of its own, and the small one that brings it back."""
