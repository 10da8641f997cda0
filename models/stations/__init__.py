"""The stations that exchange: this one's keys, and the others that a person enrolled here."""
