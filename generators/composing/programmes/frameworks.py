"""The framework of a programme as a tree, with the owner's figures at its nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.composing.figures.rows import TARGET, FigureRow
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import BarView, FigureView, StatusView
from generators.composing.programmes.figure_groups import owner_value
from generators.languages import gettext
from generators.model.address import Address
from generators.model.programme import FrameworkNode, Programme
from generators.results.figures import Progress


@dataclass(frozen=True, slots=True)
class NodeFigure:
    """A figure at a node of the framework; ``bar`` and ``status`` are ``None`` if it has no target."""

    name: str
    figure: FigureView
    bar: BarView | None
    status: StatusView | None


@dataclass(frozen=True, slots=True)
class NodeView:
    """One node of the framework tree; ``text`` is unrendered prose."""

    name: str
    label: str
    count: str
    text: str
    figures: tuple[NodeFigure, ...]
    children: tuple[NodeView, ...]


def node_view(
    parts: Parts,
    node: FrameworkNode,
    programme: Programme,
    rows: Sequence[FigureRow],
    progress: Mapping[str, Sequence[Progress]],
) -> NodeView:
    """Return the view of a node and all below it; ``progress`` maps an indicator to its targets."""
    return NodeView(
        name=node.name,
        label=node.label,
        count=f"{node.declared}{node.measure}" if node.declared is not None else "",
        text=node.text,
        figures=tuple(_node_figures(parts, node, programme, rows, progress)),
        children=tuple(node_view(parts, child, programme, rows, progress) for child in node.children),
    )


def _node_figures(
    parts: Parts,
    node: FrameworkNode,
    programme: Programme,
    rows: Sequence[FigureRow],
    progress: Mapping[str, Sequence[Progress]],
) -> Iterator[NodeFigure]:
    """Yield the figures of a node: the owner's targets with their progress, else the latest reports.

    An indicator without either has the owner's computed value.
    """
    for name in node.indicators:
        for each in progress.get(name, ()):
            if each.division == programme.owner:
                yield _target_figure(parts, each)
        if name in progress:
            continue
        latest = {row.division: row for row in rows if row.indicator == name and row.role != TARGET}
        for row in latest.values():
            place = "" if row.division == programme.owner else f"{row.division_link.label}"
            yield NodeFigure(f"{place}{row.name}", row.figure, None, None)
        measured = None if latest else owner_value(parts, programme, name)
        if measured is not None:
            figure = parts.measured_figure(Address.of(programme.id, name), measured)
            yield NodeFigure(programme.indicators[name].name, figure, None, None)


def _target_figure(parts: Parts, progress: Progress) -> NodeFigure:
    indicator = parts.publication.indicators[progress.indicator]
    target = parts.target_figure(progress.division, progress.target)
    return NodeFigure(
        gettext("%(name)s（目标%(text)s）", name=indicator.name, text=target.text),
        parts.measured_figure(progress.indicator, progress.measured),
        parts.bar(progress),
        parts.status(progress.status),
    )
