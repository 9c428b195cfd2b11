"""Report cards: one sheet for each township."""
