"""Drafts of documents, written from the data for an editor to continue.

Pure functions decide what a draft mentions; the sentences are in Jinja templates, which a project can
replace. Figures are never written out: each is a call that the site evaluates from the data.
"""
