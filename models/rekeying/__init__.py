"""Keying a second time: what is drawn, what differs, who decides, and how well each clerk keys."""
