"""What is raised where prose asks for something that is not there."""

from __future__ import annotations


class UnknownReferenceError(LookupError):
    """Prose refers to something that this audience's Publication does not hold."""
