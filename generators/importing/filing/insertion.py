"""Adds records to a YAML file between its lines, all of which stay as they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase

from generators.model.record import Place, PlacedList, PlacedMapping
from generators.reading.yaml_source import parse_yaml

_LONGEST_LINE: Final = 1_000_000
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written, without indentation of what it goes into, and the cell that it comes from."""

    text: str
    origin: Place | None = None


@dataclass(frozen=True, slots=True)
class Insertion:
    """Lines to add to the mapping at ``path``: items of its list ``key``; without ``key`` more entries.

    At an empty ``path`` without ``key`` the file itself is the mapping, or with ``is_list`` the list.
    """

    path: tuple[str, ...]
    key: str | None
    items: tuple[tuple[Line, ...], ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Inserted:
    """A file's new text, and by line number the cells that its new lines come from."""

    text: str
    origins: Mapping[int, Place]


class NotInsertableError(Exception):
    """The file has no place for the records, or cannot be read."""


def with_insertions(text: str, file: str, insertions: Sequence[Insertion]) -> Inserted:
    """Return ``text`` with everything inserted, each after what is there already.

    Only where a list or mapping is written on one line its lines change. Raises :class:`NotInsertableError`.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    newline = "\r\n" if "\r\n" in body else "\n"
    lines = body.replace("\r\n", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if not _says_anything(lines, file):
        fresh = [line for line in lines if line.strip() not in {"[]", "{}"}]
        return _applied(
            fresh, [_Splice(len(fresh), tuple(_fresh(each))) for each in insertions], newline, mark
        )
    root = _parsed("\n".join([*lines, ""]), file)
    _refuse_aliases(root, file)
    unfolded = [path for each in insertions for path in _on_one_line(root, lines, each)]
    if unfolded:
        lines = _unfolded("\n".join([*lines, ""]), unfolded).split("\n")[:-1]
        root = _parsed("\n".join([*lines, ""]), file)
    return _applied(lines, [_spliced(root, lines, each) for each in insertions], newline, mark)


def _says_anything(lines: Sequence[str], file: str) -> bool:
    """Whether there is anything besides comments and an empty list or mapping."""
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        return False
    return bool(_parsed("\n".join([*lines, ""]), file))


def _fresh(insertion: Insertion) -> Iterator[Line]:
    """Yield the lines of an insertion into a file that says nothing yet."""
    if insertion.path:
        raise NotInsertableError("/".join(insertion.path))
    if insertion.key is None:
        yield from _items(insertion.items, 0) if insertion.is_list else _shifted(insertion.items, 0)
    else:
        yield Line(f"{insertion.key}:")
        yield from _items(insertion.items, 2)


def _parsed(text: str, file: str) -> PlacedMapping | PlacedList:
    root = parse_yaml(text, file).value
    if not isinstance(root, (PlacedMapping, PlacedList)):
        raise NotInsertableError(file)
    return root


def _refuse_aliases(root: PlacedMapping | PlacedList, file: str) -> None:
    """Raise :class:`NotInsertableError` if something is written once and used twice: both would change."""
    seen: set[int] = set()
    waiting: list[object] = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, (PlacedMapping, PlacedList)):
            continue
        if id(node) in seen:
            raise NotInsertableError(file)
        seen.add(id(node))
        waiting += node.values() if isinstance(node, PlacedMapping) else node


def _node(root: PlacedMapping | PlacedList, path: Sequence[str]) -> PlacedMapping | PlacedList:
    found: Any = root
    for step in path:
        if not isinstance(found, PlacedMapping) or step not in found:
            raise NotInsertableError(step)
        found = found[step]
    if not isinstance(found, (PlacedMapping, PlacedList)):
        raise NotInsertableError("/".join(path))
    return found


def _starts_with(lines: Sequence[str], node: PlacedMapping | PlacedList, bracket: str) -> bool:
    line, column = node.spot
    return lines[line - 1][column - 1 : column] == bracket


def _on_one_line(
    root: PlacedMapping | PlacedList, lines: Sequence[str], insertion: Insertion
) -> Iterator[tuple[str, ...]]:
    """Yield the paths of the mapping and its list if they are written in braces or brackets."""
    node = _node(root, insertion.path)
    for depth in range(len(insertion.path) + 1):
        upper = _node(root, insertion.path[:depth])
        if isinstance(upper, PlacedMapping) and _starts_with(lines, upper, "{"):
            yield insertion.path[:depth]
    listed = node.get(insertion.key) if isinstance(node, PlacedMapping) and insertion.key else node
    if isinstance(listed, PlacedList) and listed and _starts_with(lines, listed, "["):
        yield (*insertion.path, *filter(None, (insertion.key,)))


def _unfolded(text: str, paths: Iterable[tuple[str, ...]]) -> str:
    """Return ``text``, the mappings and lists at ``paths`` over several lines; comments and order stay."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _LONGEST_LINE
    yaml.indent(mapping=2, sequence=4, offset=2)
    root = yaml.load(text)
    for path in paths:
        node = root
        for step in path:
            node = node[step]
        if isinstance(node, CommentedBase):
            node.fa.set_block_style()
    written = io.StringIO()
    yaml.dump(root, written)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Splice:
    """Lines that go before the line ``at``, counted from 0; ``instead`` replaces the line before them."""

    at: int
    new: tuple[Line, ...]
    instead: str | None = None


def _spliced(root: PlacedMapping | PlacedList, lines: Sequence[str], insertion: Insertion) -> _Splice:
    node = _node(root, insertion.path)
    if isinstance(node, PlacedList):
        return _Splice(_end(lines, len(lines), 0), tuple(_items(insertion.items, node.spot[1] - 1)))
    indent = node.spot[1] - 1
    if insertion.key is None:
        at = _end(lines, _next_line(root, insertion.path, None, lines), indent)
        return _Splice(at, tuple(_shifted(insertion.items, indent)))
    if insertion.key not in node:
        # At the end of a file even comments come first: they may be of what goes before.
        before = _next_line(root, insertion.path, None, lines)
        at = _end(lines, before, indent if insertion.path else -1)
        head = Line(f"{' ' * indent}{insertion.key}:")
        return _Splice(at, (head, *_items(insertion.items, indent + 2)))
    listed = node[insertion.key]
    if isinstance(listed, PlacedList) and listed:
        at = _end(lines, _next_line(root, insertion.path, insertion.key, lines), indent)
        return _Splice(at, tuple(_items(insertion.items, listed.spot[1] - 1)))
    if listed is not None and listed != []:
        raise NotInsertableError(insertion.key)
    line = node.spots[insertion.key][0] - 1
    comment = lines[line].partition(" #")
    rest = f" #{comment[2]}" if comment[1] else ""
    return _Splice(
        line + 1, tuple(_items(insertion.items, indent + 2)), f"{' ' * indent}{insertion.key}:{rest}"
    )


def _next_line(
    root: PlacedMapping | PlacedList, path: tuple[str, ...], key: str | None, lines: Sequence[str]
) -> int:
    """Return the index of the line where the next after the mapping at ``path``, or its ``key``, begins."""
    steps = (*path, key) if key is not None else path
    for depth in range(len(steps), 0, -1):
        upper = _node(root, steps[: depth - 1])
        if isinstance(upper, PlacedMapping):
            keys = list(upper.spots)
            following = keys.index(steps[depth - 1]) + 1
            if following < len(keys):
                return upper.spots[keys[following]][0] - 1
    return len(lines)


def _end(lines: Sequence[str], before: int, indent: int) -> int:
    """Return the index after the last line of what ends ``before`` a line: comments further in are of it."""
    at = before
    while at > 0:
        line = lines[at - 1]
        stripped = line.lstrip(" ")
        if stripped and not (stripped.startswith("#") and len(line) - len(stripped) <= indent):
            break
        at -= 1
    return at


def _items(items: Iterable[tuple[Line, ...]], indent: int) -> Iterator[Line]:
    for item in items:
        for at, line in enumerate(item):
            yield Line(f"{' ' * indent}{'  ' if at else '- '}{line.text}", line.origin)


def _shifted(items: Iterable[tuple[Line, ...]], indent: int) -> Iterator[Line]:
    return (Line(f"{' ' * indent}{line.text}", line.origin) for item in items for line in item)


def _applied(lines: Sequence[str], splices: Sequence[_Splice], newline: str, mark: str) -> Inserted:
    """Return the lines with all splices; of several at the same line in the order given."""
    ordered = sorted(enumerate(splices), key=lambda pair: (pair[1].at, pair[0]))
    result: list[str] = []
    origins: dict[int, Place] = {}
    done = 0
    for _, splice in ordered:
        result += lines[done : splice.at]
        done = splice.at
        if splice.instead is not None:
            result[-1] = splice.instead
        for line in splice.new:
            result.append(line.text)
            if line.origin is not None:
                origins[len(result)] = line.origin
    result += lines[done:]
    return Inserted(mark + newline.join([*result, ""]), origins)
