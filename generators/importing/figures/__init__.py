"""Figures of a sheet: the cells of a table as values of indicators, with all that is wrong about them."""
