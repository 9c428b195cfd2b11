"""Problem ledgers: pages, rows, burn-down charts and downloads."""
