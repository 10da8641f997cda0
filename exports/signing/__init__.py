"""Digital signatures on PDF files: made with a token or a key file, and verified."""
