"""Divisions: the pages of counties, townships and villages."""
