"""The languages in which the frame of a site can be written: its headings, labels and explanations."""

from __future__ import annotations

from generators.model.scalars import Choice


class Language(Choice):
    """A language of the frame; the value is its tag (BCP 47), as in ``lang`` of HTML and in ``site.yml``."""

    CHINESE = "zh-CN"
    ENGLISH = "en"
