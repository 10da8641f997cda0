"""What the administrator may change without a new release."""
