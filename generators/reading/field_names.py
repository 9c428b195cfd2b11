"""The field names of records, and suggestions for misspelt ones."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Annotated, Any, get_args, get_origin

from generators.model.alternatives import WrittenAs
from generators.model.record import Record


def _without_none(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    """Return the type that an ``Annotated`` or optional annotation is about; of a tagged union, its form."""
    parts = get_args(annotation)
    for part in parts:
        if isinstance(part, WrittenAs):
            return part.form
    for part in parts:
        if part is type(None) or get_origin(annotation) in {tuple, dict}:
            continue
        return _without_none(part)
    return annotation


def _item_type(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    """Return the type of the items of a tuple or of the values of a mapping, ``None`` for any other type."""
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is tuple:
            return arguments[0]
        case origin if origin is dict:
            return arguments[1]
    return None


def _field_type(record: type[Record], name: str) -> Any:  # noqa: ANN401 - annotations have no common type
    for key, field in record.model_fields.items():
        if name in {key, field.alias}:
            return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return None


def known_names(kind: type[Record], path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the field names, as written in YAML, of the record at ``path`` within a record of ``kind``.

    Empty if there is no record at ``path``.
    """
    found: Any = kind
    for step in path:
        found = _without_none(found)
        if isinstance(found, type) and issubclass(found, Record):
            found = _field_type(found, str(step))
        else:
            found = _item_type(found)
    found = _without_none(found)
    if not (isinstance(found, type) and issubclass(found, Record)):
        return ()
    return tuple(field.alias or key for key, field in found.model_fields.items())


def probable_name(written: str, names: Sequence[str]) -> str | None:
    """Return the item of ``names`` closest to ``written``, ``None`` if none is similar."""
    by_lower_case = {each.lower(): each for each in names}
    for wrong, right in (("_", "-"), ("-", "_")):
        meant = written.strip().lower().replace(wrong, right)[:64]
        guesses = difflib.get_close_matches(meant, by_lower_case, n=1)
        if guesses:
            return by_lower_case[guesses[0]]
    return None
