"""What to write where a field offers a choice of words and something else was written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from generators.model.choice_words import choice_for
from generators.reading.field_names import probable_name

_LONGEST: Final = 20


def choice_hint(written: object, allowed: Iterable[str]) -> str:
    """Return which of the ``allowed`` values to write instead of ``written``, in Chinese; empty if unclear.

    A Chinese word for one of them is understood, and a slip in its spelling.
    """
    if not isinstance(written, str) or len(written) > _LONGEST:
        return ""
    values = tuple(allowed)
    word = unicodedata.normalize("NFKC", written).strip().replace("(", "（").replace(")", "）")
    meant = choice_for(word, frozenset(values))
    if meant is not None:
        return f"；请写成 {meant}"
    near = probable_name(written, values)
    return f"；是不是想写 {near}？" if near else ""
