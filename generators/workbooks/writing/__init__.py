"""Writes workbooks: styles, tables, forms to fill in; it knows what cells are, and nothing of the nouns."""
