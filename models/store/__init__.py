"""The encrypted file: keys, engine, transactions, drafts and migrations."""
