"""Reports, targets and corrections as lines of YAML, each with the cell that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.importing.figures.table_figures import Figure
from generators.importing.figures.target_cells import NewTarget
from generators.importing.filing.changes import CorrectedPart
from generators.importing.filing.insertion import Line
from generators.model.address import Address
from generators.model.import_layout import ImportColumn, ImportLayout
from generators.model.record import Place
from generators.model.visibility import is_public
from generators.reading.yaml_writing import Written, yaml_mapping, yaml_value

_INTERNAL: Final = "disclosure: internal"


def places_at(places: Sequence[Place]) -> str:
    """Return the cells of a figure as its place in the document: ``3月!J5、I5``."""
    first, *others = places
    return "、".join([first.cell, *(each.cell.rpartition("!")[2] for each in others)])


def value_line(figure: Figure, places: Sequence[Place]) -> Line:
    """Return the line of a figure among the values of its report."""
    fields: dict[str, Written] = {}
    named = ("value", "numerator", "denominator", "not_applicable")
    fields |= {name: found for name in named if (found := getattr(figure, name)) is not None}
    if figure.qualifier is not None:
        fields["qualifier"] = figure.qualifier.value
    fields["at"] = places_at(places)
    return Line(f"  {figure.indicator}: {yaml_mapping(fields)}", places[0])


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What all values of a report share."""

    period: str
    on: date | None
    document: str
    note: str
    is_public: bool

    def lines(self, values: Iterable[Line], origin: Place) -> tuple[Line, ...]:
        """Return the lines of the report; ``origin`` is the cell that names its division."""
        lines = [Line(f"period: {self.period}", origin)]
        if self.on is not None:
            lines.append(Line(f"on: {yaml_value(self.on)}", origin))
        lines.append(Line(f"source: {yaml_mapping({'document': self.document})}", origin))
        lines += [Line("values:", origin), *values]
        if self.note:
            lines.append(Line(f"note: {yaml_value(self.note)}", origin))
        if not self.is_public:
            lines.append(Line(_INTERNAL, origin))
        return tuple(lines)


def target_lines(
    indicator: Address, target: NewTarget, document: str, place: Place, *, is_public: bool
) -> tuple[Line, ...]:
    """Return the lines of a target."""
    fields: dict[str, Written] = {
        "indicator": indicator,
        "value": target.value,
        "from": target.start,
        "by": target.due,
    }
    if target.qualifier is not None:
        fields["qualifier"] = target.qualifier.value
    if target.baseline is not None:
        fields["baseline"] = target.baseline
    lines = [f"{key}: {yaml_value(value)}" for key, value in fields.items()]
    if target.milestones:
        steps = {day.isoformat(): number for day, number in target.milestones}
        lines.append(f"milestones: {yaml_mapping({**steps})}")
    lines.append(f"source: {yaml_mapping({'document': document, 'at': place.cell})}")
    if not is_public:
        lines.append(_INTERNAL)
    return tuple(Line(line, place) for line in lines)


@dataclass(frozen=True, slots=True)
class CorrectionHead:
    """What all corrections of an import share."""

    reason: str
    office: str
    on: date
    is_public: bool

    def lines(
        self, figure: Figure, period: str, part: CorrectedPart, document_title: str, places: Sequence[Place]
    ) -> tuple[Line, ...]:
        """Return the lines of the correction of one number."""
        fields: dict[str, Written] = {"division": figure.division, "indicator": figure.indicator}
        lines = [f"{key}: {yaml_value(value)}" for key, value in fields.items()]
        lines.append(f"period: {period}")
        more: dict[str, Written] = {} if part.part is None else {"part": part.part.value}
        more |= {"old": part.old, "new": part.new}
        more["reason"] = f"{self.reason}（据《{document_title}》{places_at(places)}）"
        more |= {"office": self.office, "on": self.on}
        lines += [f"{key}: {yaml_value(value)}" for key, value in more.items()]
        if not self.is_public:
            lines.append(_INTERNAL)
        return tuple(Line(line, places[0]) for line in lines)


def layout_text(layout: ImportLayout, unknown: Iterable[str] = ()) -> str:
    """Return the file of a layout; the heads in ``unknown`` are written as comments to be filled in."""
    lines = [
        "# 导入格式：这样的表，哪一列是哪个指标。写法见 data/README.md“导入格式”。",
        f"title: {yaml_value(layout.title)}",
        f"kind: {layout.kind.value}",
        f"programme: {layout.programme}",
    ]
    if not layout.confirmed:
        lines += [
            "# 下面是按表头的字推测的。逐列核对以后，把 false 改为 true，再导入一次。",
            "confirmed: false",
        ]
    lines += [f"division: {yaml_value(layout.division)}", "columns:"]
    lines += [f"  {yaml_value(head)}: {_column(column)}" for head, column in layout.columns.items()]
    lines += [
        f"  # 没有认出：写上指标，或写 use: none 不要这一列\n  # {yaml_value(head)}: {{indicator: }}"
        for head in unknown
    ]
    if layout.skipped:
        lines.append(f"skipped: {yaml_value(layout.skipped)}")
    if not is_public(layout):
        lines.append(_INTERNAL)
    return "\n".join([*lines, ""])


def _column(column: ImportColumn) -> str:
    fields: dict[str, Written] = {}
    if column.indicator is not None:
        fields["indicator"] = column.indicator
    if column.part is not None:
        fields["part"] = column.part.value
    if column.measure is not None:
        fields["measure"] = column.measure
    if column.use is not None:
        fields["use"] = column.use.value
    return yaml_mapping(fields)
