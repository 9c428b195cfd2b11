"""The languages of the frame: its texts are written in Chinese, and a catalogue has each of them in another.

The catalogues are ``<language>.po`` beside this file. ``generators/recipes.md`` tells how to add one.
"""

from generators.languages.language import activate, current_language, in_language
from generators.languages.messages import counted, gettext, marked, marked_within, script_messages, translated
from generators.languages.words import Words

__all__ = [
    "Words",
    "activate",
    "counted",
    "current_language",
    "gettext",
    "in_language",
    "marked",
    "marked_within",
    "script_messages",
    "translated",
]
