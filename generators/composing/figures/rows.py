"""The rows of all published figures, shared by the open data, the pages of sources and other tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from generators.composing.kit.dates import UNSTATED_TEXT, day_text, report_time_text
from generators.composing.kit.figure_places import figure_anchor
from generators.composing.kit.numbers import figure, plain
from generators.composing.kit.parts import Parts, target_suffix
from generators.composing.kit.views import FigureView, Link
from generators.languages import gettext
from generators.model.address import Address
from generators.model.indicator import Role
from generators.model.observation import Observation
from generators.model.programme import FrameworkNode, Programme, framework_nodes
from generators.model.report import Report
from generators.model.target import FiledTarget

TARGET = "target"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: the columns of ``values.csv``, and the parts that a page shows.

    ``origin`` is what reports the figure, or the number itself for a count of a framework: the figure as
    pages show it is made of it when one does, since a province has half a million rows.

    ``value`` is exact digits, ``true`` or ``false``; with the qualifier ``parts`` numerator/denominator,
    with ``not-applicable`` it is empty. ``date`` is the period as written, else the date of the report, else
    empty; for a target it is the due date.
    """

    programme: str
    division: str
    indicator: str
    name: str
    role: str
    value: str
    qualifier: str
    measure: str
    date: str
    source: str
    locator: str
    fictional: bool
    anchor: str
    parts: Parts
    origin: Observation | FiledTarget | Decimal
    when: str
    division_link: Link
    source_link: Link
    definition: str = ""
    note: str = ""
    is_stale: bool = False

    @property
    def address(self) -> Address:
        """Return ``programme/indicator``; for counts of a framework ``programme/`` and the row's name."""
        return Address.of(self.programme, self.indicator)

    @property
    def figure(self) -> FigureView:
        """Return the figure with its origin, made anew by every call."""
        drawn = self._drawn()
        return replace(drawn, is_stale=True) if self.is_stale else drawn

    def _drawn(self) -> FigureView:
        link = self.source_link
        match self.origin:
            case Observation():
                return self.parts.observation_figure(self.origin, link)
            case FiledTarget(division=division, target=target):
                return self.parts.target_figure(division, target)
            case Decimal():
                return figure(self.origin, self.measure, href=link.href, note=link.label)
            case never:
                assert_never(never)


def figure_rows(parts: Parts) -> tuple[FigureRow, ...]:
    """Return the rows of all published figures, in the order of programmes, indicators, then divisions."""
    publication = parts.publication
    rows = [
        *(_target_row(parts, filed) for filed in publication.targets),
        *(_observation_row(parts, observation) for observation in publication.all_observations),
    ]
    for programme in publication.programmes.values():
        rows.extend(_framework_rows(parts, programme))
    ranks = {address: rank for rank, address in enumerate(publication.indicators)}
    programmes = {name: rank for rank, name in enumerate(publication.programmes)}
    divisions = {name: rank for rank, name in enumerate(publication.divisions)}
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                programmes[row.programme],
                ranks.get(row.address, len(ranks)),
                divisions[row.division],
                row.role != TARGET,
                row.date,
                row.anchor,
            ),
        )
    )


def _value_text(observation: Observation, parts: Parts) -> tuple[str, str]:
    """Return the value and the qualifier as texts for the open data."""
    day = parts.publication.as_of
    if observation.value.not_applicable is not None:
        return "", "not-applicable"
    amount = observation.amount(day)
    qualifier = observation.value.qualifier or ""
    if isinstance(amount, bool):
        return str(amount).lower(), qualifier
    if amount is not None:
        return plain(amount), qualifier
    found = observation.ratio_parts(day)
    shown = "/".join(plain(part) if part is not None else "" for part in found)
    return shown, "parts"


def _date_text(report: Report) -> str:
    if report.period.is_stated:
        return report.period.text
    return report.on.isoformat() if report.on is not None else ""


def observation_anchor(observation: Observation) -> str:
    """Return the anchor of the row of a reported value."""
    return figure_anchor(observation.indicator, observation.division, observation.period.text)


def _observation_row(parts: Parts, observation: Observation) -> FigureRow:
    publication = parts.publication
    programme, name = observation.indicator.programme, observation.indicator.name
    indicator = publication.indicators[observation.indicator]
    citation = observation.report.source
    value, qualifier = _value_text(observation, parts)
    anchor = observation_anchor(observation)
    link = parts.observation_link(observation)
    return FigureRow(
        programme=programme,
        division=observation.division,
        indicator=name,
        name=indicator.name,
        role=indicator.role.value,
        value=value,
        qualifier=qualifier,
        measure=indicator.measure,
        date=_date_text(observation.report),
        source=citation.document if citation is not None else "",
        locator=observation.value.at or (citation.at or "" if citation is not None else ""),
        fictional=publication.divisions[observation.division].fictional,
        anchor=anchor,
        parts=parts,
        origin=observation,
        when=report_time_text(observation.report),
        division_link=parts.division_link(observation.division),
        source_link=link,
        definition=indicator.definition,
        note=observation.value.note or observation.report.note,
    )


def _target_row(parts: Parts, filed: FiledTarget) -> FigureRow:
    publication, target = parts.publication, filed.target
    programme, name = target.indicator.programme, target.indicator.name
    indicator = publication.indicators[target.indicator]
    anchor = figure_anchor(target.indicator, filed.division, target_suffix(target))
    return FigureRow(
        programme=programme,
        division=filed.division,
        indicator=name,
        name=indicator.name,
        role=TARGET,
        value=str(target.value).lower() if isinstance(target.value, bool) else plain(target.value),
        qualifier=target.qualifier or "",
        measure=indicator.measure,
        date=target.due.isoformat(),
        source=target.source.document if target.source is not None else "",
        locator=target.source.at or "" if target.source is not None else "",
        fictional=publication.divisions[filed.division].fictional,
        anchor=anchor,
        parts=parts,
        origin=filed,
        when=gettext("%(due)s前", due=day_text(target.due)),
        division_link=parts.division_link(filed.division),
        source_link=parts.figure_link(target.source, target.indicator, filed.division, target_suffix(target)),
        definition=indicator.definition,
        note=target.note,
    )


def _framework_rows(parts: Parts, programme: Programme) -> Iterator[FigureRow]:
    for node in framework_nodes(programme):
        if node.declared is not None:
            yield _node_row(parts, programme, node, node.declared)


def _node_row(parts: Parts, programme: Programme, node: FrameworkNode, declared: int) -> FigureRow:
    address = Address.of(programme.id, f"framework-{node.id}")
    anchor = figure_anchor(address, programme.owner, "")
    link = parts.source_link(node.source, anchor)
    source = parts.publication.sources.get(node.source.document) if node.source is not None else None
    dated = source.date if source is not None else None
    return FigureRow(
        programme=programme.id,
        division=programme.owner,
        indicator=f"framework-{node.id}",
        name=gettext("%(name)s（项数）", name=node.name),
        role=Role.CONTEXT.value,
        value=str(declared),
        qualifier="",
        measure=node.measure,
        date=dated.isoformat() if dated is not None else "",
        source=node.source.document if node.source is not None else "",
        locator=node.source.at or "" if node.source is not None else "",
        fictional=parts.publication.is_fictional(programme.id),
        anchor=anchor,
        parts=parts,
        origin=Decimal(declared),
        when=gettext("文件日期%(dated)s", dated=day_text(dated)) if dated is not None else UNSTATED_TEXT,
        division_link=parts.division_link(programme.owner),
        source_link=link,
        definition=gettext("框架所列项数"),
    )
