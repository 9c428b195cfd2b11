"""Bulletins, cases and hand-written pages, with their heads, imprints, validity, tags and feeds."""
