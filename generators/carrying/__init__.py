"""The next year of a project: what its files need, and what stands over."""
