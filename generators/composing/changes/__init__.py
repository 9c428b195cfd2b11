"""Changes between two days: pages, rows, and a table of the open data."""
