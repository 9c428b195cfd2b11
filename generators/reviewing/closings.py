"""Closed periods stay as they were published: whatever alters them is named, unless a correction says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.address import Address
from generators.model.closing import Fields, InputKey
from generators.model.closing_words import COUNT_TEXT, INPUT_TEXT, part_text
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.results.closings import ClosingState, Difference
from generators.results.figures import MISSING_TEXT, STATUS_TEXT, Status, ValueState

_MOST_NAMED: Final = 5

_RULES: Final = frozenset(
    {"thresholds", "programme", "indicator", "standard", "ladder", "scheme", "scheme version", "consequence",
     "divisions", "division", "target"}
)  # fmt: skip
"""Kinds of inputs that say how figures are computed and judged; the others are what was found."""

_OF_DIVISIONS: Final = frozenset({"report", "correction", "target", "check", "assessment", "division"})
"""Kinds of inputs whose second part is a division."""

_NOTHING: Final = "（没有）"


def altered_closings(context: Context, states: Iterable[ClosingState]) -> Iterator[Problem]:
    """Yield a problem for whatever alters a closed period: changed, deleted or late inputs, or code."""
    for state in states:
        yield from _Altered(context, state).problems()


@dataclass(frozen=True, slots=True)
class _Cause:
    """An input that alters a closed period: its place, what is said of it, and what it alters."""

    code: str
    place: Place
    said: str
    figures: Sequence[Difference]


@dataclass(frozen=True, slots=True)
class _Altered:
    context: Context
    state: ClosingState

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of one closed period.

        What no input altered near its own place, such as the ranks of others, is named with the first.
        """
        causes = [*self._changed(), *self._late()]
        blamed = {each.key for cause in causes for each in cause.figures}
        rest = [each for each in self.state.altered if each.key not in blamed]
        for at, cause in enumerate(causes):
            yield self._problem(cause.code, cause.place, cause.said, (*cause.figures, *(() if at else rest)))
        if rest and not causes:
            yield self._problem("E915", Place(self.state.record.file), self._why_otherwise(), rest)

    def _changed(self) -> Iterator[_Cause]:
        """Yield the inputs that are gone, or no longer say what they said."""
        for key, digest in self.state.record.inputs.items():
            found = self.state.inputs.get(key)
            if found is None:
                said = f"{self._input_text(key)}不见了"
                yield _Cause("E912", self._place_of(key), said, self._following(key))
            elif found.digest != digest:
                code = "E911" if key[0] in _RULES else "E910"
                yield _Cause(code, found.place, f"{self._input_text(key)}改过了", self._following(key))

    def _late(self) -> Iterator[_Cause]:
        """Yield the late inputs that alter figures, and the late corrections dated before the closing."""
        for key, found in self.state.inputs.items():
            if key in self.state.record.inputs:
                continue
            said, figures = f"{self._input_text(key)}是结账以后补的", self._following(key)
            if key[0] == "correction":
                yield _Cause("E914", found.place, said, figures)
            elif figures:
                yield _Cause("E913", found.place, said, figures)

    def _why_otherwise(self) -> str:
        if self.state.is_same_program:
            return "依据和程序都没有改"
        version = self.state.record.closing.version or "（没有写）"
        return f"依据没有改，结账以后程序改过（当时是 {version}）"

    def _problem(self, code: str, place: Place, said: str, figures: Iterable[Difference]) -> Problem:
        closing = self.state.record.closing
        programme = self.context.dataset.programmes[closing.programme]
        listed = list(figures)
        when = f"{named(programme.short_name)}{closing.period.text} 已于 {closing.on} 结账；{said}"
        if not listed:
            return problem(code, place, f"{when}（各数没有变）")
        shown = "；".join(map(self._difference_text, listed[:_MOST_NAMED]))
        rest = f"；等共 {len(listed)} 个数" if len(listed) > _MOST_NAMED else ""
        return problem(code, place, f"{when}，与公布的不同：{shown}{rest}")

    def _following(self, key: InputKey) -> list[Difference]:
        """Return the altered figures that an input may have altered, the nearest first."""
        kind = key[0]
        if kind not in _OF_DIVISIONS:
            is_definition = kind in {"indicator", "standard", "ladder", "consequence"}
            return [each for each in self.state.altered if not is_definition or key[1] in each.key]
        dataset = self.context.dataset
        above = {*dataset.upwards_ever(key[1]), key[1]}
        below = {*dataset.within(key[1])} if kind in {"target", "division"} else set()
        found = [each for each in self.state.altered if each.key[1] in above | below]
        return sorted(found, key=lambda each: (each.key[1] != key[1], key[-1] not in each.key))

    def _place_of(self, key: InputKey) -> Place:
        """Return the file in which a record that is gone would be."""
        dataset = self.context.dataset
        if key[0] == "correction":
            return Place("data/corrections.yml")
        if key[0] == "adjustment":
            return Place("data/adjustments.yml")
        division = dataset.divisions.get(key[1]) if len(key) > 1 and key[0] in _OF_DIVISIONS else None
        if division is not None:
            return Place(division.place.file)
        if key[0] in {"problem", "commitment"}:
            township = key[1].rpartition("/")[0]
            return Place(f"data/townships/{township}/{key[0]}s.yml")
        return Place(dataset.programmes[self.state.record.closing.programme].place().file)

    def _input_text(self, key: InputKey) -> str:
        kind, *names = key
        return (
            f"{INPUT_TEXT.get(kind, kind)}（{'，'.join(map(self._name, filter(None, names)))}）"
            if names
            else (INPUT_TEXT.get(kind, kind))
        )

    def _name(self, name: str) -> str:
        if name in self.context.dataset.divisions:
            return self.context.division_name(name)
        if Address(name) in self.context.dataset.indicators:
            return self.context.indicator_name(Address(name))
        dataset = self.context.dataset
        found = dataset.schemes.get(Address(name)) or dataset.consequences.get(Address(name))
        return name if found is None else named(found.name)

    def _difference_text(self, difference: Difference) -> str:
        kind, division, *subject = difference.key
        what = COUNT_TEXT.get(kind) or "".join(map(self._name, subject[:1]))
        before, now = difference.before or {}, difference.now or {}
        changed = [
            f"{part_text(name)} {_said(name, before)} → {_said(name, now)}"
            for name in dict.fromkeys((*before, *now))
            if before.get(name) != now.get(name)
        ]
        return f"{self.context.division_name(division)}的{what} {'、'.join(changed)}"


def _said(name: str, fields: Fields) -> str:
    """Return what a figure says in one of its parts."""
    text = fields.get(name)
    if text is None:
        return _NOTHING
    match name:
        case "status":
            return STATUS_TEXT[Status(text)]
        case "state":
            return MISSING_TEXT.get(ValueState(text), "有数")
        case _:
            return text
