"""A strict YAML reader with size limits: returns plain values with their places.

It composes PyYAML's parser events itself: PyYAML's composer recurses without bound, and its
constructor accepts duplicate keys, merge keys and the ambiguous scalars of YAML 1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeAlias

import yaml

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedList, PlacedMapping
from generators.model.written import Sheet, Spot
from generators.reading.outcome import Outcome
from generators.reading.quoting import quoted
from generators.reading.source_text import NOT_TEXT
from generators.reading.yaml_errors import syntax_problem
from generators.reading.yaml_folds import without_folds
from generators.reading.yaml_scalars import UNREADABLE, Refusal, plain_scalar

DEEPEST: Final = 20
"""The maximum depth of nested mappings and lists; files of a project need about eight."""

MOST_ALIASED_NODES: Final = 10_000
"""The maximum number of nodes that all aliases of a file may expand to."""

MOST_NODES: Final = 500_000
"""The maximum number of keys, values, mappings and lists of a file; a large city's file has 14,000."""

MOST_PROBLEMS: Final = 500
"""The maximum number of problems reported for one file: more usually have one cause."""

Event: TypeAlias = Any
"""PyYAML's type stubs lack the attributes of its events."""

_MERGE: Final = "<<"

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A complete node that aliases may refer to: its value, number of nodes, and number of levels."""

    value: object
    size: int
    height: int


class _GaveUpError(Exception):
    """The rest of the file cannot be read; the reason has been added to the problems."""


class Composer:
    """Composes the one document of a text from the parser's events; each instance is used once.

    A subclass may accept more of YAML, by ``tagged``, ``scalar`` and ``merges``.
    """

    parser: ClassVar[Any] = None
    """The loader of PyYAML whose parser is used; ``None`` for the fastest."""

    merges: ClassVar[bool] = False
    """Whether ``<<`` takes over the keys of another mapping."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        """Begin with ``text``, which begins on line ``first_line`` of ``file``."""
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._sheet = Sheet(file)
        self._first_line = first_line
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._aliased_nodes = 0
        self._lowest = 0
        # What is hidden in a value is hidden in the text, or written there with a backslash.
        self._may_hide = "\\" in text or NOT_TEXT.search(text) is not None

    def document(self) -> object:
        """Return the value of the document; raises ``_GaveUpError`` or ``yaml.YAMLError``."""
        loader = (self.parser or _LOADER)(self._text)
        self._next: Callable[[], Event] = loader.get_event
        try:
            return self._document()
        finally:
            loader.dispose()

    def _document(self) -> object:
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise self._nothing_there()
        event = self._next()
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.value:
            raise self._nothing_there()
        value = self._value(event, 1)
        self._next()  # the end of the document
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self.report("E111", event, "一个文件只能有一份内容，此处又开始了一份")
        return value

    def _nothing_there(self) -> _GaveUpError:
        self.problems.append(problem("E110", Place(self._file, self._first_line), "文件里没有内容"))
        return _GaveUpError()

    def _spot(self, event: Event) -> Spot:
        mark = event.start_mark
        return mark.line + self._first_line, mark.column + 1

    def _place(self, event: Event) -> Place:
        return Place(self._file, *self._spot(event))

    def tagged(self, event: Event, value: object) -> object:
        """Return what the ``value`` with the tag of ``event`` means; a tag that is refused is reported."""
        self.report("E111", event, f"不支持标签{quoted(event.tag)}")
        return value

    def scalar(self, text: str) -> object:
        """Return the value of the scalar ``text`` without quotation marks, or a ``Refusal``."""
        return plain_scalar(text)

    def report(self, code: str, event: Event, detail: str) -> None:
        """Add a problem at ``event``; ends the reading of a file that has too many."""
        if len(self.problems) < MOST_PROBLEMS - 1:
            self.problems.append(problem(code, self._place(event), detail))
            return
        rest = "；问题太多，这个文件后面的内容没有再看"
        self.problems.append(problem(code, self._place(event), f"{detail}{rest}"))
        raise _GaveUpError

    def _value(self, event: Event, depth: int) -> object:
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._untagged(event, depth)  # as nearly everything is
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event, depth)
        if event.anchor is None:
            return self._node(event, depth)
        nodes_before, lowest_before = self._nodes, self._lowest
        self._lowest = depth - 1
        self._anchors[event.anchor] = None
        value = self._node(event, depth)
        height = self._lowest - depth + 1
        self._anchors[event.anchor] = _Anchored(value, self._nodes - nodes_before, height)
        self._lowest = max(self._lowest, lowest_before)
        return value

    def _node(self, event: Event, depth: int) -> object:
        value = self._untagged(event, depth)
        return value if event.tag is None else self.tagged(event, value)

    def _untagged(self, event: Event, depth: int) -> object:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.report("E101", event, f"到这里已超过 {MOST_NODES} 项")
            raise _GaveUpError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._descend(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        return self._list(event, depth)

    def _descend(self, event: Event, depth: int) -> None:
        if depth > DEEPEST:
            self.report("E108", event, f"此处的层次超过了 {DEEPEST} 层")
            raise _GaveUpError
        self._lowest = max(self._lowest, depth)

    def _scalar(self, event: Event) -> object:
        value: str = event.value
        hidden = NOT_TEXT.search(value) if self._may_hide else None
        if hidden:
            self.report("E103", event, f"引号里有不可见的控制字符 U+{ord(hidden[0]):04X}")
            return UNREADABLE
        if event.start_mark.line != event.end_mark.line:
            value = without_folds(
                value, self._text[event.start_mark.index : event.end_mark.index], event.style
            )
        if not event.implicit[0]:
            return value
        meaning = self.scalar(value)
        if isinstance(meaning, Refusal):
            self.report(meaning.code, event, meaning.detail)
            return UNREADABLE
        return meaning

    def _list(self, start: Event, depth: int) -> PlacedList:
        found = PlacedList(self._sheet, self._spot(start))
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            found.spots.append(self._spot(event))
            found.append(self._value(event, depth + 1))
        return found

    def _mapping(self, start: Event, depth: int) -> PlacedMapping:
        found = PlacedMapping(self._sheet, self._spot(start))
        first = self._first_line
        merged: list[object] = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, mark = self._key(event, depth), event.start_mark
            value_event = self._next()
            value_mark = value_event.start_mark
            value = self._value(value_event, depth + 1)
            if key == _MERGE and event.implicit[0]:
                merged.append(value)
                continue
            if key is None:
                continue
            if key in found:
                line = found.key_place(key).line
                self.report("E105", event, f"键{quoted(key)}在第 {line} 行已经写过")
                continue
            found[key] = value
            found.spots[key] = (
                *(mark.line + first, mark.column + 1),
                *(value_mark.line + first, value_mark.column + 1),
            )
        for each in merged:
            self._merge(found, each, start)
        return found

    def _merge(self, found: PlacedMapping, value: object, start: Event) -> None:
        """Add to ``found`` the keys that it lacks of a mapping, or of each mapping of a list."""
        for each in value if isinstance(value, PlacedList) else [value]:
            if not isinstance(each, PlacedMapping):
                self.report("E111", start, "合并键 << 的值须是一组“键: 值”")
                continue
            for key in [key for key in each if key not in found]:
                found[key] = each[key]
                found.spots[key] = each.spots[key]

    def _key(self, event: Event, depth: int) -> str | None:
        """Return the text of a key; ``None``, with a problem reported, if it is not a valid key."""
        if not isinstance(event, yaml.ScalarEvent):
            self.report("E111", event, "键只能是文字")
            self._value(event, depth + 1)
            return None
        self._nodes += 1
        key: str = event.value
        if self._may_hide and NOT_TEXT.search(key):
            self.report("E103", event, "键里有不可见的控制字符")
            return None
        if event.tag is not None:
            self.report("E111", event, f"键前不支持标签{quoted(event.tag)}")
            if not key:
                return None
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(key, 1, 0)
        if event.implicit[0] and key in {_MERGE, ""} and not (key and self.merges):
            self.report("E111", event, "不支持合并键 <<" if key else "冒号前缺少键")
            return None
        return key

    def _aliased(self, event: Event, depth: int) -> object:
        name = event.anchor
        if name not in self._anchors:
            self.report("E104", event, f"别名{quoted('*' + name)}没有定义；以 * 开头的文字请加引号")
            return UNREADABLE
        anchored = self._anchors[name]
        if anchored is None:
            self.report("E109", event, f"别名{quoted('*' + name)}引用了它自己")
            return UNREADABLE
        self._nodes += anchored.size
        self._aliased_nodes += anchored.size
        if self._aliased_nodes > MOST_ALIASED_NODES:
            self.report("E109", event, f"别名展开后超过 {MOST_ALIASED_NODES} 项")
            raise _GaveUpError
        self._descend(event, depth + anchored.height - 1)
        return anchored.value


def parse_yaml(text: str, file: str, first_line: int = 1, kind: type[Composer] = Composer) -> Outcome[object]:
    """Return the value of a YAML text, and every problem found in it.

    Mappings and lists are :class:`PlacedMapping` and :class:`PlacedList`, keys are always text, scalars
    as in :mod:`generators.reading.yaml_scalars`; a rejected scalar is ``UNREADABLE``; of duplicate keys
    the first is kept. ``text`` begins on line ``first_line`` of ``file``; a
    ``kind`` of its own may accept more. The value is ``None`` if
    reading cannot continue (E101, E104, E108, E109), for an empty text (E110), or with too many problems.
    """
    composer = kind(text, file, first_line)
    try:
        value = composer.document()
    except _GaveUpError:
        value = None
    except yaml.YAMLError as error:
        composer.problems.append(syntax_problem(error, text, file, first_line))
        value = None
    return Outcome(value, tuple(composer.problems))
