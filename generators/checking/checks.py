"""The table of checks, and how they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generators.checking import (
    calls,
    corrections,
    disclosure,
    documents,
    duplicates,
    figures,
    frameworks,
    identities,
    indicators,
    periods,
    personal,
    prose_figures,
    references,
    targets,
)
from generators.checking.check import Check
from generators.checking.context import Context
from generators.model.dataset import Dataset
from generators.model.problem import Problem


def _check(name: str, find: Callable[[Context], Iterator[Problem]], *codes: str) -> Check:
    return Check(name, frozenset(codes), find)


CHECKS: Final[tuple[Check, ...]] = (
    _check("区划有登记", references.unknown_divisions, "E301"),
    _check("工作有登记", references.unknown_programmes, "E302"),
    _check("指标有登记", references.unknown_indicators, "E303"),
    _check("出处有登记", references.unknown_sources, "E304"),
    _check("刊物有登记", references.unknown_series, "E305"),
    _check("总期数不重复", duplicates.repeated_totals, "E308"),
    _check("框架标识不重复", duplicates.repeated_framework_ids, "E308"),
    _check("框架项数相符", frameworks.miscounted_branches, "E420"),
    _check("汇总方式合理", indicators.unfit_rollups, "E419"),
    _check("计数条件完整", indicators.unfit_conditions, "E419"),
    _check("比率来由合理", indicators.unfit_derivations, "E419"),
    _check("报送数写法相符", figures.misformed_values, "E412"),
    _check("报送数单位一致", figures.foreign_measures, "E403"),
    _check("报送数不为负", figures.negative_values, "E404"),
    _check("分子不大于分母", figures.parts_over_the_whole, "E405"),
    _check("占比在零与百分之百之间", figures.impossible_shares, "E414"),
    _check("算出的指标不直接报送", figures.computed_elsewhere, "E416"),
    _check("报送数有出处", figures.unsourced_values, "E407"),
    _check("报送在工作期间内", periods.reports_outside_the_programme, "E401"),
    _check("报送日期成立", periods.reports_out_of_time, "E410"),
    _check("同期只报一次", periods.repeated_reports, "E402"),
    _check("当期数期间不重叠", periods.overlapping_flows, "E411"),
    _check("累计数不变小", periods.shrinking_totals, "E408"),
    _check("目标起止有序", targets.reversed_targets, "E204"),
    _check("目标有出处", targets.unsourced_targets, "E407"),
    _check("目标写法相符", targets.misformed_targets, "E412"),
    _check("目标单位一致", targets.foreign_target_measures, "E403"),
    _check("目标不为负", targets.negative_targets, "E404"),
    _check("目标占比在零与百分之百之间", targets.impossible_target_shares, "E414"),
    _check("节点目标成立", targets.impossible_milestones, "E413"),
    _check("目标不重复", targets.repeated_targets, "E415"),
    _check("更正有原报", corrections.orphaned_corrections, "E409"),
    _check("更正与原报相符", corrections.mistaken_corrections, "E409"),
    _check("更正不为负", corrections.negative_corrections, "E404"),
    _check("口径核对平衡", identities.unbalanced_identities, "E406"),
    _check("口径核对单位一致", identities.mixed_identities, "E403"),
    _check("口径核对用得上", identities.unused_identities, "W417"),
    _check("引用写法正确", calls.misformed_calls, "E502"),
    _check("引用有着落", calls.dangling_calls, "E306"),
    _check("数字取自数据", prose_figures.figures_by_hand, "E501"),
    _check("链接有着落", documents.dead_links, "E307"),
    _check("不占用生成页面的地址", documents.pages_in_the_way, "E310"),
    _check("附件有引用", documents.unused_attachments, "W311"),
    _check("公开文章有审核", documents.unreviewed_documents, "E503"),
    _check("公开正文不引用内部事项", disclosure.calls_of_internal_matters, "E504"),
    _check("公开文首不写内部事项", disclosure.internal_matters_in_front, "E504"),
    _check("公开内容出处公开", disclosure.internal_sources, "E504"),
    _check("公开页面不链接内部页面", disclosure.links_to_internal_pages, "E504"),
    _check("公开更正对应公开报送", disclosure.public_corrections_of_internal_reports, "E504"),
    _check("没有个人信息", personal.personal_data, "E601"),
)
"""Every check, in the order of the catalogue's ideas; the order decides nothing, for problems are sorted."""


def check_dataset(
    dataset: Dataset, as_of: date, damaged: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return every problem of a dataset as judged on ``as_of``, sorted by place, each once.

    ``damaged`` are the files of which reading left something out: what they would have defined is
    not reported as missing on top.
    Nothing is raised for what the dataset holds: dangling references are problems like any other.
    """
    context = Context(dataset, as_of, damaged)
    return tuple(sorted({problem for check in CHECKS for problem in check.find(context)}))
