"""The search index: what of a page is searched, read quickly, and written compactly."""
