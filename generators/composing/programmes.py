"""The programmes and each programme: its framework, targets, figures, rules and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.composing import urls
from generators.composing.dates import CADENCE_TEXT, day_text
from generators.composing.documents import (
    BulletinItem,
    CaseItem,
    bulletin_item,
    bulletins_about,
    case_item,
    cases_about,
)
from generators.composing.figure_rows import TARGET, FigureRow
from generators.composing.numbers import plain
from generators.composing.page import Page
from generators.composing.parts import Parts, ProgressView, indicator_anchor
from generators.composing.statuses import tally
from generators.composing.views import BarView, FigureView, Link, StatusView, TallyItem
from generators.disclosing.publication import Publication
from generators.measuring.results import Progress
from generators.model.programme import FrameworkNode, Programme, Rule, RuleKind

RULE_TITLES: Final = {
    RuleKind.INSPECTION: "督查",
    RuleKind.REPORTING: "报送与通报",
    RuleKind.ASSESSMENT: "考核",
    RuleKind.REWARD: "激励",
    RuleKind.SANCTION: "问责",
    RuleKind.SUPPORT: "保障",
}
_OTHER: Final = "其他数据"
_MANY: Final = 60
"""Beyond so many rows a page is no longer read: the board compares, the open data hold them all."""


@dataclass(frozen=True, slots=True)
class NodeFigure:
    """A figure at a node of the framework, with its progress when it has a target."""

    name: str
    figure: FigureView
    bar: BarView | None
    status: StatusView | None


@dataclass(frozen=True, slots=True)
class NodeView:
    """One node of the framework tree; ``text`` is prose, still to be rendered."""

    name: str
    label: str
    count: str
    text: str
    figures: tuple[NodeFigure, ...]
    children: tuple[NodeView, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one pillar."""

    title: str
    anchor: str
    rows: tuple[tuple[str, FigureRow], ...]


@dataclass(frozen=True, slots=True)
class ComputedIndicator:
    """An indicator that nobody reports: its value in each division, rolled up or computed from others."""

    name: str
    anchor: str
    definition: str
    values: tuple[tuple[Link, FigureView], ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one kind; ``texts`` are prose, still to be rendered, with how often and the source."""

    title: str
    rules: tuple[tuple[str, str, Link], ...]


@dataclass(frozen=True, slots=True)
class IdentityView:
    """An identity that was checked: 54 + 112 + 100 = 266, with the names of its terms."""

    equation: str
    words: str
    division: Link


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """A programme in a list."""

    name: str
    href: str
    owner: Link
    region: str
    summary: str
    targets: int
    figures: int
    tally: tuple[TallyItem, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything on a programme's page."""

    name: str
    summary: str
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    tally: tuple[TallyItem, ...]
    progress: tuple[ProgressView, ...]
    progress_more: int
    figures_more: int
    framework: tuple[NodeView, ...]
    groups: tuple[FigureGroup, ...]
    computed: tuple[ComputedIndicator, ...]
    rules: tuple[RuleGroup, ...]
    identities: tuple[IdentityView, ...]
    bulletins: tuple[BulletinItem, ...]
    cases: tuple[CaseItem, ...]
    board: str
    day: str


def region_text(publication: Publication, division: str) -> str:
    """Return 浙江省衢州市开化县: the whole name of a division."""
    names = [each.name for each in publication.ancestors(division)]
    return "".join(reversed([publication.divisions[division].name, *names]))


def programme_summaries(parts: Parts, rows: Sequence[FigureRow]) -> tuple[ProgrammeSummary, ...]:
    """Return every programme as lists show it."""
    publication = parts.publication
    figures = Counter(row.programme for row in rows)
    summaries = []
    for programme in publication.programmes.values():
        progress = publication.progress_by_programme[programme.id]
        summaries.append(
            ProgrammeSummary(
                name=programme.name,
                href=urls.programme(programme.id),
                owner=parts.division_link(programme.owner),
                region=region_text(publication, programme.owner),
                summary=programme.summary,
                targets=len(progress),
                figures=figures[programme.id],
                tally=tally(each.status for each in progress),
            )
        )
    return tuple(summaries)


def programme_pages(parts: Parts, rows: Sequence[FigureRow]) -> Iterator[Page]:
    """Yield the list of programmes, then a page for each."""
    home = Link("首页", urls.HOME)
    yield Page(
        urls.PROGRAMMES,
        "programmes.md.j2",
        "工作",
        "各项工作的框架、目标、进度与数据",
        programme_summaries(parts, rows),
        (home,),
        is_searchable=False,
    )
    for programme in parts.publication.programmes.values():
        yield Page(
            urls.programme(programme.id),
            "programme.md.j2",
            programme.name,
            f"{region_text(parts.publication, programme.owner)}{programme.name}：框架、目标进度、数据与出处",
            _programme_view(parts, programme, [row for row in rows if row.programme == programme.id]),
            (home, Link("工作", urls.PROGRAMMES)),
            is_fictional=parts.publication.is_fictional(programme.id),
            shows_contents=True,
            kind="programme",
            tags=programme.tags,
        )


def _programme_view(parts: Parts, programme: Programme, rows: Sequence[FigureRow]) -> ProgrammeView:
    publication = parts.publication
    progress = publication.progress_by_programme[programme.id]
    listed = (
        progress
        if len(progress) <= _MANY
        else [each for each in progress if each.division == programme.owner]
    )
    views = parts.progress_views(listed)
    all_rows, rows = rows, _telling_rows(programme, rows)
    by_indicator: dict[str, list[tuple[Progress, ProgressView]]] = {}
    for each, view in zip(listed, views, strict=True):
        by_indicator.setdefault(each.indicator.partition("/")[2], []).append((each, view))
    return ProgrammeView(
        name=programme.name,
        summary=programme.summary,
        facts=tuple(_facts(parts, programme)),
        tally=tally(each.status for each in progress),
        progress=views,
        progress_more=len(progress) - len(views),
        figures_more=len(all_rows) - len(rows),
        framework=tuple(_node_view(node, programme, rows, by_indicator) for node in programme.framework),
        groups=tuple(_figure_groups(programme, rows)),
        computed=tuple(_computed_indicators(parts, programme, rows)),
        rules=tuple(_rule_groups(parts, programme.rules)),
        identities=tuple(_identities(parts, programme)),
        bulletins=tuple(
            bulletin_item(parts, each) for each in bulletins_about(publication, programme=programme.id)
        ),
        cases=tuple(case_item(parts, each) for each in cases_about(publication, programme=programme.id)),
        board=urls.board(programme.id),
        day=parts.days_text(programme),
    )


def _facts(parts: Parts, programme: Programme) -> Iterator[tuple[str, tuple[Link, ...]]]:
    publication = parts.publication
    yield "所在地", (Link(region_text(publication, programme.owner), urls.division(programme.owner)),)
    yield "牵头单位", (Link(programme.office),)
    if programme.period is not None:
        end = f"至{day_text(programme.period.end)}" if programme.period.end is not None else "起"
        yield "起止时间", (Link(f"{day_text(programme.period.start)}{end}"),)
    if programme.ladders:
        yield (
            "等次",
            tuple(
                Link(ladder.name, urls.ladder(f"{programme.id}/{name}"))
                for name, ladder in programme.ladders.items()
            ),
        )
    schemes = tuple(
        Link(each.scheme.name, urls.rank_history(address))
        for address, each in publication.rankings.items()
        if address.partition("/")[0] == programme.id
    )
    if schemes:
        yield "排名", schemes
    consequences = [
        each for each in publication.consequence_results.values() if each.programme == programme.id
    ]
    if consequences:
        yield "奖惩", (Link(f"{len(consequences)}项", urls.consequences_of(programme.id)),)
    yield "数据截至", (Link(parts.data_until(programme)),)
    ledger = publication.ledgers.get(programme.id)
    if ledger is not None:
        which = "个问题" if ledger.is_whole else "个公开的问题"
        label = f"{ledger.counts.found}{which}，{ledger.counts.remaining}个未销号"
        yield "问题台账", (Link(label, urls.ledger(programme.id)),)
    book = publication.commitment_books.get(programme.id)
    if book is not None:
        which = "项承诺" if book.is_whole else "项公开的承诺"
        label = f"{book.counts.total}{which}，{book.counts.kept}项已兑现"
        yield "承诺", (Link(label, urls.commitments_of(programme.id)),)
    record = publication.inspection_records.get(programme.id)
    if record is not None:
        which = "次" if record.is_whole else "次公开的督查"
        yield "督查", (Link(f"{len(record.rounds)}{which}", f"{urls.INSPECTIONS}#{programme.id}"),)
    sources = tuple(
        Link(publication.sources[name].title, urls.source(name))
        for name in programme.sources
        if name in publication.sources
    )
    yield "出处", sources


def _node_view(
    node: FrameworkNode,
    programme: Programme,
    rows: Sequence[FigureRow],
    progress: Mapping[str, Sequence[tuple[Progress, ProgressView]]],
) -> NodeView:
    return NodeView(
        name=node.name,
        label=node.label,
        count=f"{node.declared}{node.measure}" if node.declared is not None else "",
        text=node.text,
        figures=tuple(_node_figures(node, programme, rows, progress)),
        children=tuple(_node_view(child, programme, rows, progress) for child in node.children),
    )


def _node_figures(
    node: FrameworkNode,
    programme: Programme,
    rows: Sequence[FigureRow],
    progress: Mapping[str, Sequence[tuple[Progress, ProgressView]]],
) -> Iterator[NodeFigure]:
    """Yield the figures of a node: the owner's targets with their progress, else what was last reported."""
    for name in node.indicators:
        for each, view in progress.get(name, ()):
            if each.division == programme.owner:
                yield NodeFigure(f"{view.name}（目标{view.target.text}）", view.value, view.bar, view.status)
        if name in progress:
            continue
        latest = {row.division: row for row in rows if row.indicator == name and row.role != TARGET}
        for row in latest.values():
            place = "" if row.division == programme.owner else f"{row.division_link.label}"
            yield NodeFigure(f"{place}{row.name}", row.figure, None, None)


def _indicators_below(node: FrameworkNode) -> Iterator[str]:
    yield from node.indicators
    yield f"framework-{node.id}"
    for child in node.children:
        yield from _indicators_below(child)


def _telling_rows(programme: Programme, rows: Sequence[FigureRow]) -> Sequence[FigureRow]:
    """Return the rows a programme's page shows: of an indicator that very many report, only the owner's.

    Where the owner reports none of it, the first row stays: links to the indicator lead there.
    """
    by_indicator: dict[str, list[FigureRow]] = {}
    for row in rows:
        by_indicator.setdefault(row.indicator, []).append(row)
    kept: list[FigureRow] = []
    for members in by_indicator.values():
        own = [row for row in members if row.division == programme.owner]
        kept += members if len(members) <= _MANY else own or members[:1]
    return kept


def _figure_groups(programme: Programme, rows: Sequence[FigureRow]) -> Iterator[FigureGroup]:
    """Yield the figures by top-level pillar, each figure once, and last those of no pillar.

    The first row of each indicator carries the indicator's anchor.
    """
    left = list(rows)
    anchored: set[str] = set()

    def group(title: str, anchor: str, members: Sequence[FigureRow]) -> FigureGroup:
        marked = []
        for row in members:
            first = row.indicator not in anchored
            anchored.add(row.indicator)
            address = f"{row.programme}/{row.indicator}"
            marked.append((indicator_anchor(address) if first else "", row))
        return FigureGroup(title, anchor, tuple(marked))

    for node in programme.framework:
        names = set(_indicators_below(node))
        members = [row for row in left if row.indicator in names]
        left = [row for row in left if row.indicator not in names]
        if members:
            yield group(node.name, f"figures-{node.id}", members)
    if left:
        yield group(_OTHER if programme.framework else "数据", "figures-other", left)


def _computed_indicators(
    parts: Parts, programme: Programme, rows: Sequence[FigureRow]
) -> Iterator[ComputedIndicator]:
    """Yield the indicators that have values and no figure of their own, which would carry the anchor."""
    filed = {row.indicator for row in rows}
    for name, indicator in programme.indicators.items():
        address = f"{programme.id}/{name}"
        measured_in = parts.publication.values_by_indicator.get(address, {})
        if measured_in and name not in filed:
            values = tuple(
                (parts.division_link(division), parts.measured_figure(address, measured))
                for division, measured in measured_in.items()
                if len(measured_in) <= _MANY or division == programme.owner
            )
            yield ComputedIndicator(indicator.name, indicator_anchor(address), indicator.definition, values)


def _rule_groups(parts: Parts, rules: Sequence[Rule]) -> Iterator[RuleGroup]:
    for kind, title in RULE_TITLES.items():
        members = tuple(
            (rule.text, CADENCE_TEXT[rule.every] if rule.every else "", parts.source_link(rule.source))
            for rule in rules
            if rule.kind is kind
        )
        if members:
            yield RuleGroup(title, members)


def _identities(parts: Parts, programme: Programme) -> Iterator[IdentityView]:
    values = parts.publication.values
    for identity in programme.identities:
        for division in parts.publication.divisions:
            names = (identity.total, *identity.parts)
            numbers = [
                measured.value
                for name in names
                if (measured := values.get((division, f"{programme.id}/{name}"))) is not None
                and isinstance(measured.value, Decimal)
            ]
            if len(numbers) == len(names):
                total, *terms = numbers
                words = [programme.indicators[name].name for name in names]
                yield IdentityView(
                    f"{' + '.join(map(plain, terms))} = {plain(total)}",
                    f"{' + '.join(words[1:])} = {words[0]}",
                    parts.division_link(division),
                )
