"""The program without a face: schema, journal, rules and queries."""
