"""Imports workbooks of offices: reads figures and targets in their sheets, and adds them to the data.

``cells`` says what a cell means, ``tables`` finds heads and rows of a sheet, ``layouts`` which column is what
indicator, ``filing`` what would change in the project, and writes it as a whole or not at all.
"""
