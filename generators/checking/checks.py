"""The table of checks, and the functions that run them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from generators.checking import (
    consequences,
    frameworks,
    glossary,
    inspections,
    maps,
    personal,
    references,
    remarks,
    site_facts,
)
from generators.checking.disclosure import combinations, disclosure
from generators.checking.divisions import endings, histories
from generators.checking.divisions import filings as filings_of_divisions
from generators.checking.documents import documents, numbering, succession, unfinished
from generators.checking.figures import (
    comparisons,
    corrections,
    figures,
    identities,
    indicators,
    periods,
    plausibility,
    targets,
)
from generators.checking.histories import commitments, ledgers
from generators.checking.kit import duplicates
from generators.checking.kit.check import Check
from generators.checking.kit.context import Context
from generators.checking.kit.following import without_following
from generators.checking.prose import calls
from generators.checking.prose import figures as prose_figures
from generators.checking.rankings import adjustments, bases, schemes
from generators.checking.rankings import lists as ranking_lists
from generators.checking.tiers import filings as tier_filings
from generators.checking.tiers import ladders
from generators.checking.tiers import references as tier_references
from generators.model.dataset import Dataset
from generators.model.problem import Problem


def _check(name: str, find: Callable[[Context], Iterator[Problem]], *codes: str) -> Check:
    return Check(name, frozenset(codes), find)


def _apart(name: str, find: Callable[[Context], Iterator[Problem]], *codes: str) -> Check:
    return Check(name, frozenset(codes), find, is_apart=True)


def _within(name: str, find: Callable[[Context], Iterator[Problem]], *codes: str) -> Check:
    return Check(name, frozenset(codes), find, is_within=True)


def _apart_within(name: str, find: Callable[[Context], Iterator[Problem]], *codes: str) -> Check:
    return Check(name, frozenset(codes), find, is_apart=True, is_within=True)


CHECKS: Final[tuple[Check, ...]] = (
    _within("区划有登记", references.unknown_divisions, "E301"),
    _within("工作有登记", references.unknown_programmes, "E302"),
    _within("指标有登记", references.unknown_indicators, "E303"),
    _within("出处有登记", references.unknown_sources, "E304"),
    _within("刊物有登记", references.unknown_series, "E305"),
    _check("框架标识不重复", duplicates.repeated_framework_ids, "E308"),
    _check("框架项数相符", frameworks.miscounted_children, "E420"),
    _check("汇总方式合理", indicators.invalid_rollups, "E419"),
    _check("计数条件完整", indicators.invalid_conditions, "E419"),
    _check("比率来由合理", indicators.invalid_derivations, "E419"),
    _check("计算来由合理", indicators.invalid_computations, "E419"),
    _check("同比环比成立", comparisons.invalid_comparisons, "E494"),
    _check("累计数重新起算成立", comparisons.invalid_restarts, "E495"),
    _within("报送数写法相符", figures.misformed_values, "E412"),
    _within("报送数单位一致", figures.mismatched_measures, "E403"),
    _within("报送数不为负", figures.negative_values, "E404"),
    _within("分子不大于分母", figures.numerators_above_denominators, "E405"),
    _within("占比在零与百分之百之间", figures.impossible_shares, "E414"),
    _within("算出的指标不直接报送", figures.reports_of_computed_indicators, "E416"),
    _within("报送数有出处", figures.unsourced_values, "E407"),
    _within("报送在工作期间内", periods.reports_outside_the_programme, "E401"),
    _check("工作延长成立", periods.misdated_extensions, "E931"),
    _within("报送日期成立", periods.reports_out_of_time, "E410"),
    _within("同期只报一次", periods.repeated_reports, "E402"),
    _within("当期数期间不重叠", periods.overlapping_flows, "E411"),
    _within("累计数不变小", periods.decreasing_totals, "E408"),
    _apart_within("数值没有陡升陡降", plausibility.jumps, "W490"),
    _apart_within("数量不是负数", plausibility.negative_quantities, "W491"),
    _apart_within("数量是整数", plausibility.fractions_of_wholes, "W492"),
    _apart_within("核对说明用得上", plausibility.needless_confirmations, "W493"),
    _check("目标起止有序", targets.reversed_targets, "E204"),
    _check("目标有出处", targets.unsourced_targets, "E407"),
    _check("目标写法相符", targets.misformed_targets, "E412"),
    _check("目标单位一致", targets.mismatched_target_measures, "E403"),
    _check("目标不为负", targets.negative_targets, "E404"),
    _check("目标占比在零与百分之百之间", targets.impossible_target_shares, "E414"),
    _check("节点目标成立", targets.impossible_milestones, "E413"),
    _check("目标不重复", targets.repeated_targets, "E415"),
    _check("更正有原报", corrections.orphaned_corrections, "E409"),
    _check("更正与原报相符", corrections.mistaken_corrections, "E405", "E409"),
    _check("更正不为负", corrections.negative_corrections, "E404"),
    _check("口径核对平衡", identities.unbalanced_identities, "E406"),
    _check("口径核对单位一致", identities.mixed_identities, "E403"),
    _check("口径核对用得上", identities.unused_identities, "W417"),
    _within("问题属于该乡镇", ledgers.problems_elsewhere, "E430"),
    _within("台账从发现开始", ledgers.histories_without_beginning, "E431"),
    _within("台账步骤合规", ledgers.invalid_transitions, "E432"),
    _within("台账事件不重复", ledgers.repeated_events, "E433"),
    _within("台账日期成立", ledgers.events_out_of_time, "E434"),
    _within("整改期限成立", ledgers.impossible_deadlines, "E435"),
    _within("销号手续齐全", ledgers.clearances_without_evidence, "E436"),
    _within("销号由别的单位核验", ledgers.self_verified_clearances, "E437"),
    _within("承诺属于该乡镇", commitments.commitments_elsewhere, "E450"),
    _within("承诺从定诺开始", commitments.commitments_without_beginning, "E451"),
    _within("承诺步骤合规", commitments.invalid_commitment_transitions, "E452"),
    _within("承诺事件不重复", commitments.repeated_commitment_events, "E453"),
    _within("承诺日期成立", commitments.commitment_events_out_of_time, "E454"),
    _within("承诺期限成立", commitments.impossible_commitment_dates, "E455"),
    _within("评诺理由成立", commitments.verdicts_without_reason, "E456"),
    _within("审诺评诺由别的单位进行", commitments.self_judged_commitments, "E457"),
    _within("承诺分值成立", commitments.commitments_without_points, "E458"),
    _check("督查起止有序", inspections.reversed_rounds, "E460"),
    _check("走访日期成立", inspections.visits_out_of_time, "E461"),
    _check("发现的问题有登记", inspections.unknown_findings, "E462"),
    _check("发现的问题属于本次督查", inspections.findings_of_other_rounds, "E463"),
    _check("走访不重复", inspections.repeated_visits, "E464"),
    _check("回头看成立", inspections.impossible_returns, "E465"),
    _check("督查有登记", inspections.unknown_inspections, "E466"),
    _check("走访的地方在范围内", inspections.visits_elsewhere, "E467"),
    _check("督查得分成立", inspections.impossible_visit_scores, "E468"),
    _within("验收条目有登记", tier_references.unknown_items, "E440"),
    _within("等次有登记", tier_references.unknown_tiers, "E440"),
    _within("标准等次用对区划", tier_references.misplaced_filings, "E441"),
    _within("验收评定不重复", tier_filings.repeated_filings, "E442"),
    _within("撤销不早于验收", tier_filings.early_revocations, "E443"),
    _within("验收评定不在将来", tier_filings.filings_in_the_future, "E444"),
    _within("验收评定有依据", tier_filings.filings_without_evidence, "E445"),
    _within("评定有出处", tier_filings.unsourced_assessments, "E407"),
    _check("标准定义成立", ladders.invalid_standards, "E446"),
    _check("等次定义成立", ladders.invalid_ladders, "E303", "E440", "E446"),
    _within("按规则的等次不另评", tier_references.assessments_of_rules, "E447"),
    _check("撤并成立", endings.impossible_ends, "E448"),
    _within("撤并以后不再登记", filings_of_divisions.filings_after_an_end, "E449"),
    _check("区划变更由早到晚", histories.events_out_of_order, "E481"),
    _check("区划变更前后相接", histories.events_without_change, "E482"),
    _check("改属有登记", histories.unexplained_places, "E482"),
    _check("区划变更不是将来", histories.events_in_the_future, "E444"),
    _within("设立以前没有登记", filings_of_divisions.filings_before_a_beginning, "E483"),
    _check("上级撤销后有去向", endings.divisions_left_behind, "E484"),
    _within("流量不跨改属", filings_of_divisions.flows_across_a_move, "W487"),
    _check("考核权重成立", schemes.unweighted_components, "E421"),
    _check("权重合计相符", schemes.unbalanced_weights, "W478"),
    _check("计分方式与指标相符", schemes.mismatched_normalisations, "E422"),
    _check("计分方式成立", schemes.impossible_normalisations, "E423"),
    _check("考核版本成立", schemes.impossible_versions, "E424"),
    _check("考核分组成立", schemes.impossible_groups, "E425"),
    _check("加减分项成立", schemes.impossible_rules, "E426"),
    _check("计分的报送有日期", schemes.undated_reports_of_scored_figures, "E429"),
    _check("考核办法有登记", adjustments.unknown_schemes, "E312"),
    _check("考核项有登记", adjustments.unknown_rules, "E312"),
    _check("加减分与考核办法相符", adjustments.mismatched_adjustments, "E427"),
    _check("加减分不超规定", adjustments.excessive_points, "E428"),
    _check("加减分有出处", adjustments.unsourced_adjustments, "E407"),
    _check("加减分不重复", adjustments.repeated_adjustments, "E308"),
    _check("内部数据的汇总写明是否公开", disclosure.undeclared_aggregates, "E438"),
    _check("奖惩依据有登记", consequences.unknown_trigger_subjects, "E470"),
    _check("奖惩名次写法成立", consequences.impossible_places, "E471"),
    _check("奖惩分档成立", consequences.impossible_bands, "E472"),
    _check("奖惩级别成立", consequences.mismatched_levels, "E473"),
    _check("奖惩条件成立", consequences.impossible_conditions, "E474"),
    _check("计分依据成立", bases.invalid_bases, "E496"),
    _check("同分排法成立", bases.invalid_tie_breaks, "E497"),
    _check("红榜黑榜名额成立", ranking_lists.impossible_lists, "E475"),
    _check("红榜黑榜不超过单位数", ranking_lists.oversized_lists, "E476"),
    _check("公开的黑榜出自公开的排名", ranking_lists.public_lists_of_internal_schemes, "E477"),
    _check("期号不重复", numbering.repeated_numbers, "E510"),
    _check("期号连续", numbering.gaps_in_numbers, "E511", "E515", "E516"),
    _check("总期号连续同步", numbering.inconsistent_totals, "E512", "E513"),
    _check("期号与日期同序", numbering.days_out_of_order, "E514"),
    _check("不编期号就没有期号", numbering.numbers_of_unnumbered_series, "E517"),
    _check("编期号就有期号", numbering.unnumbered_issues, "E518"),
    _check("增刊另行编号", numbering.supplements_with_numbers, "E519"),
    _check("缺期登记成立", numbering.impossible_gaps, "E520"),
    _check("替代的文章有登记", succession.unknown_successors, "E521"),
    _check("替代不循环", succession.circular_successions, "E522"),
    _check("替代的文章不早于原文", succession.successors_dated_earlier, "E523"),
    _check("公开文章由公开文章替代", succession.internal_successors, "E504"),
    _check("文章的日期有序", succession.days_of_a_document_out_of_order, "E524"),
    _check("引用写法正确", calls.misformed_calls, "E502"),
    _check("链接写在正文里", calls.links_in_plain_text, "E313"),
    _check("引用有着落", calls.dangling_calls, "E306"),
    _apart("数字取自数据", prose_figures.typed_figures, "E501"),
    _check("链接有着落", documents.dead_links, "E307"),
    _check("不占用生成页面的地址", documents.conflicting_addresses, "E310"),
    _check("附件有引用", documents.unused_attachments, "W311"),
    _apart("公开文章写完了", unfinished.unfinished_papers, "E545"),
    _apart("草稿写完了", unfinished.unfinished_drafts, "W546"),
    _check("公开文章有审核", documents.unreviewed_documents, "E503"),
    _apart("公开正文不引用内部事项", disclosure.calls_of_internal_matters, "E504"),
    _check("公开的合计不泄露下级", combinations.totals_that_reveal_a_part, "E505"),
    _check("公开的口径不泄露分项", combinations.identities_that_reveal_a_part, "E505"),
    _check("公开的目标不泄露下级", combinations.targets_that_reveal_a_part, "E505"),
    _check("公开的更正不写出内部的更正", combinations.corrections_that_quote_internal_ones, "E505"),
    _check("公开文首不写内部事项", disclosure.internal_matters_in_front, "E504"),
    _within("公开内容出处公开", disclosure.internal_sources, "E504"),
    _check("公开页面不链接内部页面", disclosure.links_to_internal_pages, "E504"),
    _check("公开更正对应公开报送", disclosure.public_corrections_of_internal_reports, "E504"),
    _check("公开考核不用内部指标", disclosure.public_schemes_of_internal_figures, "E504"),
    _check("公开奖惩不依据内部事项", disclosure.public_consequences_of_internal_matters, "E504"),
    _check("链接的位置有着落", documents.links_to_missing_anchors, "W532"),
    _check("网站标识码写法成立", site_facts.misformed_site_codes, "E530"),
    _check("网站地址写法成立", site_facts.misformed_addresses, "E531"),
    _check("数据的许可认得出来", site_facts.unknown_licences, "E169"),
    _check("网站的每种语言只写一次", site_facts.repeated_languages, "E190"),
    _apart_within("没有个人信息", personal.personal_data, *sorted(set(personal.CODES.values()))),
    _apart_within("内部内容中的个人信息", personal.internal_personal_data, "W612"),
    _apart("附件有人看过", personal.unread_attachments, "W613"),
    _check("画地图的库装好", maps.missing_library, "W184"),
    _check("边界不自己相交", maps.invalid_outlines, "E189"),
    _check("方格位置成立", maps.impossible_tiles, "E184"),
    _check("边界不重叠", maps.overlapping_outlines, "E186"),
    _check("虚构的边界有说明", maps.invented_outlines, "E187"),
    _check("公开地图有审图号", maps.unapproved_maps, "E188", "W180"),
    _apart("边界齐全", maps.divisions_without_outline, "W181"),
    _apart("边界之间没有空隙", maps.gaps_between_outlines, "W182"),
    _apart("方格位置齐全", maps.divisions_without_tile, "W183"),
    _check("公开说明有审核", remarks.unreviewed_remarks, "E921"),
    _check("说明是本地的", remarks.remarks_elsewhere, "E922"),
    _check("说明日期成立", remarks.remarks_out_of_time, "E923"),
    _check("公开说明不说内部事项", remarks.public_remarks_on_internal_matters, "E924"),
    _check("用语表不自相矛盾", glossary.contradictory_terms, "E701"),
    _apart_within("放行都用得上", personal.unused_allowances, "W611"),
)
"""All checks by subject. Their order has no effect, since problems are sorted."""


def check_dataset(
    dataset: Dataset, as_of: date, damaged: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return every problem of a dataset on the day ``as_of``, sorted by place, without repetitions.

    ``damaged`` are the files that could be read only in part: records that they may define are not
    reported as missing. No content of the dataset raises an exception.
    """
    return problems_in(Context(dataset, as_of, damaged))


def problems_in(context: Context) -> tuple[Problem, ...]:
    """Return the problems of ``context.dataset``, sorted by place; the context keeps its indexes."""
    return found_by(CHECKS, context)


def found_by(checks: Iterable[Check], context: Context) -> tuple[Problem, ...]:
    """Return the problems that some checks find, sorted by place, without repetitions."""
    found = {problem for check in checks for problem in check.find(context)}
    return tuple(sorted(without_following(found, context.damaged)))
