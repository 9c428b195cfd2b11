"""Reads workbooks as offices save them: xlsx, xls, et and csv, as sheets of plain values."""
