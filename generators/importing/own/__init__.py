"""Workbooks that Tongbao itself writes: hidden ids say what every row and column is."""
