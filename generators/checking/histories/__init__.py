"""Checks of dated histories: problem ledgers and commitments."""
