"""The kiosk: votes, its PIN, one-time codes, and what of the votes a reviewer should see."""
