"""What an administrator may change."""
