"""Calls of figures and links, as they are written in prose."""

from __future__ import annotations


def call(function: str, *arguments: str, **named: str) -> str:
    """Return ``{{ function("argument", name="…") }}``; arguments must not contain quotation marks."""
    given = [f'"{each}"' for each in arguments] + [f'{name}="{each}"' for name, each in named.items()]
    return f"{{{{ {function}({', '.join(given)}) }}}}"
