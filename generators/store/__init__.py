"""What earlier runs found, kept in a project's ``.cache/`` under the digest of what it was made from.

Nothing in a store is needed: without it, or with a damaged one, everything is made anew.
"""
