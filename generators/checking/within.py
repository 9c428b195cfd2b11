"""Checks the counties of a project apart: what is wrong in their files follows from each of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeAlias

from generators.checking.checks import CHECKS, found_by
from generators.checking.kit.context import Context, FindingKey
from generators.county_work import CountyWork
from generators.model.county_parts import CountyParts
from generators.model.packing import packed, unpacked
from generators.model.problem import Problem

_TASK: Final = "checked"

PartFindings: TypeAlias = tuple[tuple[Problem, ...], tuple[Problem, ...], frozenset[FindingKey]]
"""What was found in the files of a part: problems before measuring, problems apart, and personal data."""


@dataclass(frozen=True, slots=True)
class Checking:
    """The checks of a project on its ``context``; ``findings`` are those of the parts checked already.

    ``rest`` is the context of what is in no part; without it no part was checked.
    """

    context: Context
    rest: Context | None = None
    findings: tuple[PartFindings, ...] = ()

    def problems_before_measuring(self) -> tuple[Problem, ...]:
        """Return the problems of checks that are not apart: without errors the dataset can be measured."""
        return (*self._problems(is_apart=False), *(each for before, _, _ in self.findings for each in before))

    def problems_apart(self) -> tuple[Problem, ...]:
        """Return the problems of checks that are apart, such as those of wording: measuring need not wait."""
        return (*self._problems(is_apart=True), *(each for _, apart, _ in self.findings for each in apart))

    def _problems(self, *, is_apart: bool) -> Iterator[Problem]:
        """Yield the problems that were not found in the parts."""
        checks = [each for each in CHECKS if each.is_apart is is_apart]
        if self.rest is None:
            yield from found_by(checks, self.context)
            return
        yield from found_by((each for each in checks if not each.is_within), self.context)
        yield from _problems_within(self.rest, is_apart=is_apart)


def checking(context: Context, work: CountyWork) -> Checking:
    """Return the checks of the project of ``context``, whose parts are checked now if it has several."""
    return checked_apart(context, work) if work.is_divided else Checking(context)


def checked_apart(context: Context, work: CountyWork) -> Checking:
    """Return the checks of the project of ``context``, of whose parts each was checked apart."""
    parts = work.parts
    stated = (f"{context.as_of}", *sorted(context.damaged))
    findings = tuple(work.results(_TASK, partial(_packed_findings, context, parts), _unpacked, stated))
    rest = replace(
        context,
        dataset=parts.dataset_of_rest,
        files=parts.files_of_rest,
        personal_elsewhere=frozenset(key for _, _, keys in findings for key in keys),
    )
    return Checking(context, rest, findings)


def _packed_findings(context: Context, parts: CountyParts, part: int) -> bytes:
    of_part = replace(context, dataset=parts.dataset_of(part), files=parts.files_of(part))
    return packed(findings_within(of_part))


def _unpacked(content: bytes) -> PartFindings:
    before, apart, keys = unpacked(content)
    return before, apart, keys


def findings_within(context: Context) -> PartFindings:
    """Return what is wrong in the files of one part; ``context`` is that of its dataset and its files.

    A task for any process: what it takes and returns can be sent.
    """
    before, apart = (tuple(_problems_within(context, is_apart=is_apart)) for is_apart in (False, True))
    return before, apart, context.personal_keys


def _problems_within(context: Context, *, is_apart: bool) -> Iterator[Problem]:
    checks = (each for each in CHECKS if each.is_within and each.is_apart is is_apart)
    return (each for each in found_by(checks, context) if context.files.holds(each.place.file))
