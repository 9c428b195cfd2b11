"""The calls that stand for figures and links in a draft, as an editor would write them."""

from __future__ import annotations


def call(function: str, *arguments: str, **named: str) -> str:
    """Return ``{{ function("argument", name="…") }}``; ids hold no quotation marks."""
    given = [f'"{each}"' for each in arguments] + [f'{name}="{each}"' for name, each in named.items()]
    return f"{{{{ {function}({', '.join(given)}) }}}}"
