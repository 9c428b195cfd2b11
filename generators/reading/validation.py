"""Validates plain values: returns a record, and a problem with its place for each error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedList, PlacedMapping, Record, place_within
from generators.model.scalars import Slug
from generators.reading.complaints import complaint
from generators.reading.field_names import known_names, probable_name
from generators.reading.outcome import Outcome
from generators.reading.quoting import quoted
from generators.reading.salvage import broken_item, without
from generators.reading.yaml_scalars import Unreadable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_PROBLEMS: Final = 500
"""The maximum number of errors reported for one record; a record with more is not salvaged."""

RecordRead = TypeVar("RecordRead", bound=Record)

_KEY_STEP: Final = "[key]"
"""Appended by pydantic to the path of an invalid key."""

_SLUG_ADAPTER: Final = TypeAdapter[str](Slug)


_WIDE_COLON: Final = "："


def _meant_field(kind: type[Record], path: tuple[str | int, ...]) -> str | None:
    """Return the field that the unknown one at ``path`` is probably meant to be."""
    names, written = known_names(kind, path[:-1]), str(path[-1])
    before, colon, _ = written.partition(_WIDE_COLON)
    return before.strip() if colon and before.strip() in names else probable_name(written, names)


def _unknown_field(kind: type[Record], path: tuple[str | int, ...], place: Place) -> Problem:
    written, meant = str(path[-1]), _meant_field(kind, path)
    advice = f"；是不是想写 {meant}？" if meant else ""
    if meant and written.startswith(meant) and _WIDE_COLON in written:
        advice = "；请把中文冒号改为英文冒号加空格"
    return problem("E202", place, f"不认识{quoted(written)}{advice}")


def _causes(errors: list[ErrorDetails], kind: type[Record]) -> list[ErrorDetails]:
    """Return ``errors`` without those that follow from others.

    A field may be missing because it stands there under a misspelt name, and a list too short because
    pydantic does not count its wrong items.
    """
    misspelt = {
        (*path[:-1], _meant_field(kind, path))
        for error in errors
        if error["type"] == "extra_forbidden" and (path := error["loc"])
    }
    around = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    followed: Mapping[str, Collection[object]] = {"missing": misspelt, "too_short": around}
    return [error for error in errors if error["loc"] not in followed.get(error["type"], ())]


def _as_written(node: object, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the part of ``path`` that exists in ``node``: short forms and unions add steps to it."""
    for depth, step in enumerate(path):
        if isinstance(node, PlacedMapping) and step in node:
            node = node[str(step)]
        elif isinstance(node, PlacedList) and isinstance(step, int):
            node = node[step]
        else:
            return path[:depth]
    return path


def _translated(error: ErrorDetails, kind: type[Record], node: object, place: Place) -> Problem:
    path = error["loc"]
    of_key = path[-1:] == (_KEY_STEP,)
    if of_key:
        path = path[:-1]
    if error["type"] == "extra_forbidden":
        return _unknown_field(kind, path, place_within(node, path, of_key=True) or place)
    label_path = path if error["type"] == "missing" else _as_written(node, path)
    code, sentence = complaint(error, label_path)
    return problem(code, place_within(node, path, of_key=of_key) or place, sentence)


def _one_for_each_mistake(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without repetitions: each arm of a union reports the same value."""
    mistyped: set[Place] = set()
    kept: dict[Problem, None] = {}
    for found in problems:
        if found.code == "E203":
            if found.place in mistyped:
                continue
            mistyped.add(found.place)
        kept[found] = None
    return tuple(kept)


def _validated(node: object, kind: type[RecordRead]) -> tuple[RecordRead | None, list[ErrorDetails]]:
    try:
        return kind.model_validate(node), []
    except ValidationError as failure:
        return None, failure.errors(include_url=False)


def _removable(error: ErrorDetails) -> tuple[str | int, ...] | None:
    """Return the path of the item or field to remove for this error; ``None`` if the record needs it."""
    is_unknown_field = error["type"] == "extra_forbidden"
    return broken_item(error["loc"]) or (error["loc"] if is_unknown_field else None)


def _salvaged(node: object, kind: type[RecordRead], errors: Iterable[ErrorDetails]) -> RecordRead | None:
    """Return the record without its invalid items and unknown fields; ``None`` if it is still invalid."""
    items = [_removable(error) for error in errors]
    removable = {item for item in items if item is not None}
    if None in items:
        return None
    record, _ = _validated(without(node, removable), kind)
    return record


def to_record(node: object, kind: type[RecordRead], place: Place) -> Outcome[RecordRead]:
    """Return the record of ``kind`` described by ``node``, and a problem for each error.

    Missing fields are E201 at the mapping, unknown ones E202 at their key; a code raised by a validator
    of the model is kept; everything else is E203. Values that the YAML reader has already rejected are
    not reported again. If only unknown fields and single items of a collection (targets, reports,
    villages and others listed in ``salvage``) are invalid, the record is returned without them; else the
    value is ``None``. ``place`` is used where ``node`` has none.
    """
    record, errors = _validated(node, kind)
    if record is not None:
        return Outcome(record)
    unreported = [error for error in _causes(errors, kind) if not isinstance(error["input"], Unreadable)]
    problems = _one_for_each_mistake(
        _translated(error, kind, node, place) for error in unreported[:MOST_PROBLEMS]
    )
    if len(unreported) <= MOST_PROBLEMS:
        return Outcome(_salvaged(node, kind, errors), problems)
    last = problems[-1]
    rest = f"{last.detail}；问题太多，另有 {len(unreported) - MOST_PROBLEMS} 处没有列出"
    return Outcome(None, (*problems[:-1], problem(last.code, last.place, rest)))


def slug_problem(text: str, place: Place) -> Problem | None:
    """Return E205 unless ``text`` is one plain identifier, without ``/``."""
    if "/" in text:
        return problem("E205", place, f"{quoted(text)}不是合法标识：不得含 /")
    try:
        _SLUG_ADAPTER.validate_python(text)
    except ValidationError:
        return problem("E205", place, f"{quoted(text)}不是合法标识")
    return None


def entries(node: PlacedMapping, kind: type[RecordRead]) -> Outcome[dict[str, RecordRead]]:
    """Return the records of a mapping from identifier to record; invalid entries are left out."""
    problems: list[Problem] = []
    found: dict[str, RecordRead] = {}
    for key, value in node.items():
        misnamed = slug_problem(key, node.key_place(key))
        if misnamed is not None:
            problems.append(misnamed)
        if isinstance(value, Unreadable):
            continue
        entry = to_record(value, kind, node.value_place(key))
        problems.extend(entry.problems)
        if entry.value is not None and misnamed is None:
            found[key] = entry.value
    return Outcome(found, tuple(problems))
