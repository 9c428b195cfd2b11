"""Drafts of documents, written from the data for an editor to go on with.

What is worth saying is decided here, by pure functions; the sentences are in Jinja templates, which an
office can replace. No figure is written out: each stands as a call that the site answers from the data.
"""
