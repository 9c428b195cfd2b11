"""Changes between two days: pages, rows and downloads."""
