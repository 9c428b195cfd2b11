"""Divisions: the page of a county, township or village."""
