"""The kiosk: the same questionnaires for citizens, by touch, one question at a time."""
