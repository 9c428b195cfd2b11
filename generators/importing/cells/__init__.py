"""What a cell means: numbers with hedges and units, flags, days, what is not reported or does not apply."""
