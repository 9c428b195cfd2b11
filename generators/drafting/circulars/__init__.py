"""Drafts of circulars about one programme in one period."""
