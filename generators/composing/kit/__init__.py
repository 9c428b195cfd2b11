"""Shared by all pages: addresses, links, numbers, dates, statuses, tables; independent of all nouns."""
