"""Every page of the window, one after the other, and what is looked at on each."""
