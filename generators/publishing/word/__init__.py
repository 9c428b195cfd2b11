"""Bulletins as Word documents, laid out by GB/T 9704 and the practice of 简报."""
