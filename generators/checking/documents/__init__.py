"""Checks of bulletins and cases: content, numbering and succession."""
