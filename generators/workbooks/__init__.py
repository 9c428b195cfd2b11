"""Workbooks of spreadsheets: what is read from them, and what is written to them."""
