"""Remarks are on a figure or rank of the township itself, after the period, and public only when reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.model.period import is_of_cadence
from generators.model.problem import Problem
from generators.model.problem_codes import problem


def unreviewed_remarks(context: Context) -> Iterator[Problem]:
    """A public remark states its review."""
    for filed in context.dataset.remarks:
        if context.public.shows(filed.remark) and filed.remark.reviewed is None:
            detail = f"{context.division_name(filed.division)}的说明“{filed.id}”没有写 reviewed"
            yield problem("E921", filed.remark.place("disclosure"), detail)


def remarks_elsewhere(context: Context) -> Iterator[Problem]:
    """A remark is of the township of its folder or of one of its villages, and on a period of its scheme."""
    for filed in context.dataset.remarks:
        remark = filed.remark
        if context.lies_elsewhere(filed.division, filed.township):
            who = context.division_name(filed.division)
            detail = f"{who}不属于{context.division_name(filed.township)}"
            yield problem("E922", remark.place("division"), detail)
        scheme = context.dataset.schemes.get(remark.subject)
        if scheme is not None and not is_of_cadence(remark.period, scheme.every):
            detail = f"{remark.period.text} 不是“{scheme.name}”的一期"
            yield problem("E922", remark.place("period"), detail)


def remarks_out_of_time(context: Context) -> Iterator[Problem]:
    """A remark is made after its period has begun, reviewed after it was made, and neither in the future."""
    for filed in context.dataset.remarks:
        remark = filed.remark
        if remark.period.start is not None and remark.on < remark.period.start:
            detail = f"说明写于 {remark.on}，而 {remark.period.text} 还没有开始"
            yield problem("E923", remark.place("on"), detail)
        if remark.on > context.as_of:
            yield problem("E923", remark.place("on"), f"说明的日期 {remark.on} 在将来")
        reviewed = remark.reviewed
        if reviewed is not None and not remark.on <= reviewed.on <= context.as_of:
            detail = f"审核的日期 {reviewed.on} 早于说明的日期，或在将来"
            yield problem("E923", reviewed.place("on"), detail)


def public_remarks_on_internal_matters(context: Context) -> Iterator[Problem]:
    """A public remark is on an indicator or scheme that the public sees."""
    public = context.public
    for filed in context.dataset.remarks:
        remark = filed.remark
        if not public.shows(remark):
            continue
        is_seen = public.figure(remark.subject) if remark.indicator else public.scheme(remark.subject)
        if not is_seen:
            detail = f"{context.division_name(filed.division)}的说明“{filed.id}”说的是内部的指标或办法"
            yield problem("E924", remark.place("disclosure"), detail)
