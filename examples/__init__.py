"""Whole projects to look at: invented places, and the scripts that write them."""
