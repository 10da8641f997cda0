"""Who may open the store."""
