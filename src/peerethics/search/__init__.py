"""Search in people's own words: from a question to the provisions that govern it."""
