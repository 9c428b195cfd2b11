"""Checks that public content reveals nothing internal."""
