"""Units of the country, dated: what a code meant on a day, and where its slips belong today."""
