"""Validation of titles, identifiers and ids given on the command line."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Final

from generators.drafting.errors import DraftError
from generators.model.problem import Problem
from generators.model.record import Place
from generators.reading.quoting import quoted
from generators.reading.validation import slug_problem

_MOST_LISTED: Final = 30


def sound_title(title: str) -> str:
    """Return ``title`` without surrounding spaces; raises ``DraftError`` if it is empty or not printable."""
    title = title.strip()
    if not title or not title.isprintable():
        raise DraftError("标题不能是空的，也不能有换行等看不见的字符")
    return title


def sound_identifier(name: str) -> str:
    """Return ``name``; raises ``DraftError`` unless it is a valid identifier."""
    misnamed: Problem | None = slug_problem(name, Place("-"))
    if misnamed is not None:
        raise DraftError(f"{misnamed.detail}；标识只用小写字母、数字和连字符")
    return name


def known(noun: str, name: str, names: Mapping[str, str], where: str) -> str:
    """Return ``name`` if it is a key of ``names``, which maps ids to titles.

    Raises ``DraftError`` with the most similar id and a list of all ids. ``noun`` and ``where`` are Chinese
    words for the message: the kind of thing, and the file in which it is registered.
    """
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    question = f"，是否应为{quoted(near[0])}" if near else ""
    if len(names) > _MOST_LISTED:
        raise DraftError(f"没有这个{noun}{quoted(name)}{question}。{where}登记了{len(names)}个，请核对标识")
    listed = "".join(f"\n    {each}  {title}" for each, title in names.items())
    raise DraftError(f"没有这个{noun}{quoted(name)}{question}。{where}登记的有：{listed or '（无）'}")
