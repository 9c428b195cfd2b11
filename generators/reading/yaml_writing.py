"""Writes single values as YAML that this reader reads as the same values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from generators.reading.yaml_scalars import plain_scalar

Written: TypeAlias = str | int | bool | Decimal | date
"""A single value as records hold it."""

_PLAIN: Final = re.compile(r"(?:[\w“《（〔][^:#{}\[\],&*|>'\"%@`\\\s]*)(?: [^:#{}\[\],&*|>'\"%@`\\\s]+)*")
"""Text that needs no quotation marks in YAML, also within a list, unless it means something else."""


def yaml_value(value: Written | Sequence[str]) -> str:
    """Return a value, or a list of texts, as one line of YAML."""
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case str():
            is_plain = _PLAIN.fullmatch(value) is not None and plain_scalar(value) == value
            return value if is_plain else json.dumps(value, ensure_ascii=False)
        case _:
            return f"[{', '.join(map(yaml_value, value))}]"


def yaml_mapping(fields: Mapping[str, Written]) -> str:
    """Return fields as a mapping on one line: ``{document: plan, at: 第1行}``."""
    return f"{{{', '.join(f'{key}: {yaml_value(value)}' for key, value in fields.items())}}}"
