"""Small reusable controls: keyboard first, named for screen readers, without business rules."""
