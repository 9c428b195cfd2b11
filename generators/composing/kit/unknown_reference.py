"""The error for a call in prose that refers to something unknown."""

from __future__ import annotations


class UnknownReferenceError(LookupError):
    """A call in prose refers to something that the audience's Publication does not contain."""
