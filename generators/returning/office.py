"""The return of one office, as a form: a row for each division and period, columns for the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from generators.composing.kit.dates import day_text, period_text
from generators.measuring.figures.declared import amount_of
from generators.model.address import Address
from generators.model.calendar import days_after
from generators.model.indicator import Indicator, Rollup
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.target import Target, target_in_force
from generators.returning.owed import Owed, Owing
from generators.returning.words import (
    YES,
    definition_of,
    head_of,
    note_of_last,
    part_rule,
    shown_amount,
    shown_due,
    shown_last,
    value_rule,
)
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
from generators.workbooks.writing.rules import NOT_WANTED, ChoiceRule, DayRule, TextRule

FORMAT: Final = "1"
"""The version of the form, in its hidden sheet."""

REASONS: Final = ("本地没有此项", "本期没有开展", "已经完成，不再报送")
"""Reasons that are offered for what does not apply."""

_GREY: Final = Fixed("")


@dataclass(frozen=True)
class OfficeReturn:
    """What the divisions of one office owe, all of the same programme and of one or more periods."""

    owing: Owing
    office: str
    owed: tuple[Owed, ...]

    @property
    def name(self) -> str:
        """Return the name of the office."""
        return self.owing.dataset.divisions[self.office].name

    @cached_property
    def form(self) -> Form:
        """Return the form."""
        dataset, programme = self.owing.dataset, self.owing.programme
        is_fictional = dataset.divisions[self.office].fictional
        what = f"{programme.name}{period_text(self.owing.period)}报表"
        grace = dataset.site.thresholds.report_grace_days
        notes = [
            f"填报单位：{self.name}",
            f"请在{day_text(days_after(self.owing.last_day, grace))}以前报送",
            "只填浅黄色的格",
            "有以前各期的欠报，一并补报" if self._is_overdue else "",
            "虚构的示例数据" if is_fictional else "",
        ]
        return Form(
            name="报表",
            title=what,
            notes="　".join(each for each in notes if each),
            columns=tuple(self._columns()),
            rows=tuple(self._rows()),
            about={
                "format": FORMAT,
                "kind": "returns",
                "programme": programme.id,
                "period": self.owing.period.text,
                "division": "" if self.office == programme.owner else self.office,
            },
            footnotes=tuple(self._footnotes()),
            fixed_columns=2,
        )

    @cached_property
    def _is_overdue(self) -> bool:
        """Whether something is owed of earlier periods as well."""
        return any(each.period.end != self.owing.last_day for each in self.owed)

    @cached_property
    def _addresses(self) -> tuple[Address, ...]:
        found = {each.address for each in self.owed}
        programme = self.owing.programme
        every = (Address.of(programme.id, name) for name in programme.indicators)
        return tuple(each for each in every if each in found)

    def _indicator(self, address: Address) -> Indicator:
        return self.owing.dataset.indicators[address]

    def _columns(self) -> Iterator[FormColumn]:
        yield FormColumn("", "单位", width=12)
        yield FormColumn("", "期间", width=17 if self._is_overdue else 11)
        yield FormColumn("period", "期间", width=10, is_hidden=True)
        for address in self._addresses:
            indicator = self._indicator(address)
            group, note = head_of(indicator), definition_of(indicator)
            has_target = bool(self._targets(address))
            yield FormColumn("", "上次", group, 7, note)
            if has_target:
                yield FormColumn("", _target_heading(self._targets(address)), group, 10)
            if self._has_parts(address):
                yield FormColumn(f"{address}#numerator", "分子", group, 8)
                yield FormColumn(f"{address}#denominator", "分母", group, 8)
            else:
                yield FormColumn(address, "本期", group, 8 if has_target else 11)
        reason = "有格填了“/”的，写明为什么没有此项"
        yield FormColumn("inapplicable", "不适用的原因", width=11, note=reason)
        yield FormColumn("reported", "报送日期", width=11)
        yield FormColumn("remark", "备注", width=11)

    def _targets(self, address: Address) -> tuple[Target, ...]:
        """Return the different targets of the rows for an indicator."""
        found = (each.target for each in self.owed if each.address == address and each.target is not None)
        return tuple({id(each): each for each in found}.values())

    def _has_parts(self, address: Address) -> bool:
        """Whether a ratio is reported by its parts: as last time, else where ratios are added up."""
        indicator = self._indicator(address)
        if not indicator.kind.is_ratio:
            return False
        last = [each.last for each in self.owed if each.address == address and each.last is not None]
        if last:
            return any(each.value.numerator is not None for each in last)
        return indicator.rollup is Rollup.RATIO

    def _rows(self) -> Iterator[FormRow]:
        keys = dict.fromkeys((each.division, each.period) for each in self.owed)
        owed = {(each.division, each.period, each.address): each for each in self.owed}
        for division, period in keys:
            cells = [
                cell
                for address in self._addresses
                for cell in self._cells(address, division, period, owed.get((division, period, address)))
            ]
            yield FormRow(
                division,
                (
                    Fixed(self.owing.dataset.divisions[division].name),
                    Fixed(_shown_period(period, is_overdue=period.end != self.owing.last_day)),
                    Fixed(period.text),
                    *cells,
                    Input(ChoiceRule("可以从下拉表中选，也可以自己写", REASONS, is_open=True)),
                    Input(DayRule("填哪一天报的，如 2026-11-03", period.start or DayRule("").first)),
                    Input(TextRule()),
                ),
            )

    def _cells(
        self, address: Address, division: str, period: Period, owed: Owed | None
    ) -> Iterator[Fixed | Input]:
        """Yield the cells of an indicator: the last value, the target, and what is to be filled in."""
        indicator, day = self._indicator(address), self.owing.as_of
        last = owed.last if owed is not None else None
        yield Fixed(shown_last(last, indicator, day), note_of_last(last, period))
        targets = self._targets(address)
        if targets:
            yield self._target_cell(address, division, period, owed, is_one_day=_is_one_day(targets))
        count = 2 if self._has_parts(address) else 1
        if owed is None:
            reported = self._reported(address, division, period)
            shown = shown_amount(amount_of(reported, indicator, day)) if reported is not None else None
            yield Fixed(shown if shown is not None else NOT_WANTED, "已经报过" if shown is not None else "")
            yield from [_GREY] * (count - 1)
        elif count > 1:
            yield from [Input(part_rule(indicator))] * count
        else:
            amount = amount_of(last, indicator, day) if last is not None else None
            yield Input(value_rule(indicator, amount if isinstance(amount, Decimal) else None))

    def _target_cell(
        self, address: Address, division: str, period: Period, owed: Owed | None, *, is_one_day: bool
    ) -> Fixed:
        if owed is None:
            targets = self.owing.dataset.targets_on(self.owing.last_day, division, address)
            target = target_in_force(targets, period)
        else:
            target = owed.target
        if target is None:
            return Fixed("—")
        amount = shown_amount(target.value)
        shown = amount if is_one_day else f"{amount}（{shown_due(target.due)}）"
        return Fixed(shown, shown_due(target.due))

    def _reported(self, address: Address, division: str, period: Period) -> Observation | None:
        known = self.owing.figures.known(division, address)
        return next((each for each in reversed(known) if each.period.end == period.end), None)

    def _footnotes(self) -> Iterator[str]:
        yield (
            "填报说明：1.上次的数、目标数和表头不能改，只填浅黄色的格。"
            f"2.是零填0；没有此项填“/”，并写原因；还没有数的留空，不算报送。3.是否类选“{YES}”或“否”。"
            "4.不写单位、约数和说明，要说明的写在备注里。"
        )
        definitions = [
            f"（{number}）{head_of(self._indicator(address))}："
            f"{definition_of(self._indicator(address)).replace(chr(10), '。')}"
            for number, address in enumerate(self._addresses, start=1)
        ]
        yield "指标口径：\n" + "\n".join(definitions)
        yield (8 * "　").join(
            ("填报人：", "审核人：", "单位负责人：", "填报日期：　　　　年　　月　　日（盖章）")
        )


def returns_by_office(owing: Owing, within: Sequence[str] = ()) -> tuple[OfficeReturn, ...]:
    """Return the returns of all offices that owe something: of townships, then of the owner for itself.

    With ``within`` only those of what lies within these divisions.
    """
    dataset = owing.dataset
    by_office: dict[str, list[Owed]] = {}
    for each in owing.owed:
        if within and not set(within) & set(dataset.upwards(each.division)):
            continue
        office = dataset.township_of(each.division) or each.division
        by_office.setdefault(office, []).append(each)
    return tuple(OfficeReturn(owing, office, tuple(owed)) for office, owed in by_office.items())


def return_of_all(owing: Owing, office: str, owed: Iterable[Owed]) -> OfficeReturn:
    """Return all that is ``owed`` as the return of one ``office``."""
    return OfficeReturn(owing, office, tuple(owed))


def _is_one_day(targets: Iterable[Target]) -> bool:
    return len({each.due for each in targets}) == 1


def _target_heading(targets: tuple[Target, ...]) -> str:
    return f"目标\n{targets[0].due}" if _is_one_day(targets) else "目标"


def _shown_period(period: Period, *, is_overdue: bool) -> str:
    return f"{period_text(period)}（欠报）" if is_overdue else period_text(period)
