"""Item checks and assessments: dates, evidence and sources, and that none is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import without_location
from generators.model.grouping import grouped
from generators.model.ladder import FiledAssessment
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted


def repeated_filings(context: Context) -> Iterator[Problem]:
    """An item is checked again only after a revocation; a division has one assessment a ladder and day."""
    by_item = grouped(((filed.division, filed.check.item), filed.check) for filed in context.dataset.checks)
    for (division, item), checks in by_item.items():
        ordered = sorted(checks, key=lambda each: (each.on, each.revoked is None, each.place()))
        for earlier, later in pairwise(ordered):
            if earlier.revoked is None or later.on < earlier.revoked.on:
                whose = f"{context.division_name(division)}的{quoted(item)}"
                detail = f"{whose}已在 {earlier.place()} 登记，当时尚未撤销"
                yield problem("E442", later.place("item"), detail)
    assessed = (
        ((filed.division, filed.assessment.ladder, filed.assessment.on), filed.assessment.place("on"))
        for filed in context.dataset.assessments
    )
    for (division, _, on), place, first in repetitions(assessed):
        yield problem("E442", place, f"{context.division_name(division)}在 {on} 的评定已在 {first} 登记")


def early_revocations(context: Context) -> Iterator[Problem]:
    """A revocation is not before its check."""
    for filed in context.dataset.checks:
        check = filed.check
        if check.revoked is not None and check.revoked.on < check.on:
            detail = f"撤销 on: {check.revoked.on} 早于验收 on: {check.on}"
            yield problem("E443", check.revoked.place("on"), detail)


def filings_in_the_future(context: Context) -> Iterator[Problem]:
    """Checks, revocations and assessments are not in the future."""
    for on, place in _dates(context):
        if on > context.as_of:
            yield problem("E444", place, f"on: {on} 晚于数据日期 {context.as_of}")


def _dates(context: Context) -> Iterator[tuple[date, Place]]:
    for filed in context.dataset.checks:
        yield filed.check.on, filed.check.place("on")
        if filed.check.revoked is not None:
            yield filed.check.revoked.on, filed.check.revoked.place("on")
    for assessed in context.dataset.assessments:
        yield assessed.assessment.on, assessed.assessment.place("on")


def filings_without_evidence(context: Context) -> Iterator[Problem]:
    """A check states its evidence, a revocation its reason, an assessment its office."""
    for filed in context.dataset.checks:
        check = filed.check
        if not check.evidence.strip():
            yield problem("E445", check.place(), f"{quoted(check.item)}没有写 evidence：凭什么认定")
        if check.revoked is not None and not check.revoked.reason.strip():
            yield problem("E445", check.revoked.place(), f"{quoted(check.item)}的撤销没有写 reason")
    for assessed in context.dataset.assessments:
        if not assessed.assessment.by.strip():
            detail = f"{quoted(assessed.assessment.ladder)}的评定没有写 by：哪个单位评的"
            yield problem("E445", assessed.assessment.place(), detail)


def unsourced_assessments(context: Context) -> Iterator[Problem]:
    """Every assessment cites a document with the place in it."""
    for filed in context.dataset.assessments:
        yield from _unsourced(filed)


def _unsourced(filed: FiledAssessment) -> Iterator[Problem]:
    assessment = filed.assessment
    name = f"{quoted(assessment.ladder)}的评定"
    if assessment.source is None:
        yield problem("E407", assessment.place(), f"{name}没有写 source")
    elif not assessment.source.at:
        yield problem("E407", assessment.place("source"), without_location(name, assessment.source.document))
