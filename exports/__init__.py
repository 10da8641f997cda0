"""What leaves and comes in: documents, tables and exchange."""
