"""Pages of closed periods: the chain, each period with its corrections, and the open data."""
