"""The languages in which the frame of a site can be written: its headings, labels and explanations."""

from __future__ import annotations

from generators.model.scalars import Choice


def marked(message: str, /) -> str:
    """Return a message of the frame as it is: it is translated where it is shown.

    For what is written outside of functions, before any language is chosen.
    """
    return message


def marked_within(_context: str, message: str, /) -> str:
    """Return a message as :func:`marked` does; within its context its translation differs from elsewhere."""
    return message


class Language(Choice):
    """A language of the frame; the value is its tag (BCP 47), as in ``lang`` of HTML and in ``site.yml``."""

    CHINESE = "zh-CN"
    ENGLISH = "en"
