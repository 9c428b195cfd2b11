"""Makes the parts of pages, such as links and figures, from one Publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, Self, TypeVar

from generators.composing.kit import urls
from generators.composing.kit.dates import UNSTATED_TEXT, day_text, report_time_text, span_text
from generators.composing.kit.edition import OfflineEdition
from generators.composing.kit.figure_places import FigurePlaces
from generators.composing.kit.numbers import (
    figure,
    missing,
    one_decimal,
    percentage,
    points,
    printed,
    tidied,
)
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.trends import trend_of
from generators.composing.kit.views import BarView, FigureView, Link, StatusView, TrendView
from generators.disclosing.publication import Publication
from generators.languages import gettext, translated
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.lines import decisive_lines
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.programme import Programme
from generators.model.rounding import rounded_apart
from generators.model.source import Citation
from generators.model.target import Target
from generators.results.figures import MISSING_TEXT, Measured, Origin, Progress, Status, ValueState

_FULL: Final = Decimal(100)
_PERCENT: Final = "%"

_T = TypeVar("_T")


def target_suffix(target: Target) -> str:
    """Return the anchor suffix that distinguishes a division's targets for one indicator."""
    return f"by-{target.due}" if target.each is None else f"each-{target.each}-by-{target.due}"


def _clipped(share: Decimal) -> str:
    return one_decimal(min(max(share * _FULL, Decimal(0)), _FULL))


@dataclass(frozen=True)
class Parts:
    """Makes links, figures and progress views from one Publication."""

    publication: Publication
    has_pdfs: bool = False
    has_docx: bool = False
    offline: OfflineEdition | None = None

    def once(self, make: Callable[[Self], _T]) -> _T:
        """Return what ``make`` makes of these parts; it is made once, however many pages show it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Self], Any], Any]:
        return {}

    def make_indexes(self) -> None:
        """Make all indexes of the publication and of these parts now, so that no page has to.

        Pages can be drawn in several processes, each of which would make them again.
        """
        for owner in (self.publication, self, self.places):
            for kind in type(owner).__mro__:
                for name, value in vars(kind).items():
                    if isinstance(value, cached_property):
                        getattr(owner, name)

    def division_name(self, division: str, period: Period) -> str:
        """Return what a division was called at the end of ``period``, or now if that is unstated."""
        found = self.publication.divisions[division]
        return found.name if period.end is None else found.on(period.end).name

    def division_link(self, division: str, period: Period | None = None) -> Link:
        """Return the link to a division's page; with ``period``, by the name it had at the end of that."""
        if period is not None:
            return Link(self.division_name(division, period), urls.division(division))
        if division not in self._division_links:  # a thousand figures may be of one division
            name = self.publication.divisions[division].name
            self._division_links[division] = Link(name, urls.division(division))
        return self._division_links[division]

    @cached_property
    def _division_links(self) -> dict[str, Link]:
        return {}

    def programme_link(self, programme: str) -> Link:
        """Return the link to a programme's page."""
        return Link(self.publication.programmes[programme].name, urls.programme(programme))

    @cached_property
    def places(self) -> FigurePlaces:
        """Return the pages of figures."""
        return FigurePlaces(self.publication)

    def indicator_link(self, address: Address) -> Link:
        """Return the link to an indicator on its programme's page."""
        href = f"{urls.programme(address.programme)}#{indicator_anchor(address)}"
        return Link(self.publication.indicators[address].name, href)

    def source_link(self, citation: Citation | None, anchor: str = "") -> Link:
        """Return the link to the cited document, or to ``anchor`` on its page; empty if it is unpublished."""
        source = self.publication.sources.get(citation.document) if citation is not None else None
        if citation is None or source is None:
            return Link("")
        return Link(source.title, urls.source(citation.document, anchor))

    def figure_link(self, citation: Citation | None, address: Address, division: str, suffix: str) -> Link:
        """Return the link to the figure of the cited document; empty if the document is not published."""
        link = self.source_link(citation)
        if citation is None or not link.href:
            return link
        return Link(link.label, self.places.figure(citation.document, address, division, suffix))

    def observation_link(self, observation: Observation) -> Link:
        """Return the link to a reported value on the page of its source; empty if that is not published."""
        return self.figure_link(
            observation.report.source, observation.indicator, observation.division, observation.period.text
        )

    def observation_figure(self, observation: Observation, link: Link | None = None) -> FigureView:
        """Return the view of a reported value as corrected by now, linked to its source.

        Pass ``link`` if its ``observation_link`` is at hand.
        """
        indicator = self.publication.indicators[observation.indicator]
        day = self.publication.as_of
        value = observation.value
        amount = observation.amount(day)
        if value.not_applicable is not None:
            return missing(MISSING_TEXT[ValueState.NOT_APPLICABLE], value.not_applicable)
        href, note = self._origin_of(observation, link)
        if amount is not None:
            return figure(
                amount if isinstance(amount, bool) else tidied(amount, self.lines(observation.indicator)),
                indicator.measure,
                value.qualifier,
                href=href,
                note=note,
                is_corrected=observation.correction(day) is not None,
            )
        shown = self._parts_figure(observation.indicator, *observation.ratio_parts(day), href, note)
        return shown if observation.correction(day) is None else replace(shown, is_corrected=True)

    def _parts_figure(
        self,
        address: Address,
        numerator: Decimal | None,
        denominator: Decimal | None,
        href: str,
        note: str,
    ) -> FigureView:
        if numerator is None:
            return missing(MISSING_TEXT[ValueState.INCOMPUTABLE], note)
        if denominator is None or denominator == 0:
            return missing(
                MISSING_TEXT[ValueState.INCOMPUTABLE],
                gettext("分子为%(numerator)s，缺少分母", numerator=printed(numerator)),
            )
        measure = self.publication.indicators[address].measure
        scale = _FULL if measure == _PERCENT else Decimal(1)
        parts = f"{printed(numerator)}/{printed(denominator)}"
        exact = Fraction(scale) * Fraction(numerator) / Fraction(denominator)
        return figure(
            rounded_apart(exact, 2, self.lines(address)),
            measure,
            href=href,
            note=gettext("%(parts)s；%(note)s", parts=parts, note=note) if note else parts,
        )

    def _origin_of(self, observation: Observation, link: Link | None = None) -> tuple[str, str]:
        link = self.observation_link(observation) if link is None else link
        place = observation.value.at or (observation.report.source.at if observation.report.source else "")
        return link.href, gettext("，").join(
            part for part in (link.label, place, report_time_text(observation.report)) if part
        )

    def measured_figure(self, address: Address, measured: Measured) -> FigureView:
        """Return the view of a measured value, or of the words for why there is none."""
        indicator = self.publication.indicators[address]
        latest = measured.latest
        if measured.value is None:
            note = latest.value.not_applicable or "" if latest is not None else ""
            return missing(MISSING_TEXT[measured.state], note)
        if measured.origin is Origin.DECLARED and latest is not None and len(measured.observations) == 1:
            return _as_stale(self.observation_figure(latest), is_stale=measured.is_stale)
        href = note = ""
        if latest is not None and measured.origin is Origin.DECLARED:
            href, note = self._origin_of(latest)
        if measured.origin is Origin.ROLLED_UP and measured.coverage is not None:
            note = gettext(
                "下级汇总，已报%(reported)s/%(expected)s",
                reported=measured.coverage.reported,
                expected=measured.coverage.expected,
            )
        if measured.origin is Origin.DERIVED and measured.numerator is not None and measured.denominator:
            note = "÷".join(printed(tidied(each)) for each in (measured.numerator, measured.denominator))
        value = measured.value
        if isinstance(value, Decimal):
            lines = self.lines(address)
            is_quotient = measured.denominator is not None
            value = rounded_apart(value, 2, lines) if is_quotient else tidied(value, lines)
        found = figure(
            value,
            indicator.measure,
            measured.qualifier,
            href=href,
            note=note,
            is_corrected=measured.corrected,
        )
        return _as_stale(found, is_stale=measured.is_stale)

    def lines(self, address: Address) -> tuple[Decimal, ...]:
        """Return the numbers at which something is decided about values of an indicator."""
        return self._lines.get(address, ())

    @cached_property
    def _lines(self) -> Mapping[Address, tuple[Decimal, ...]]:
        found = grouped(decisive_lines(self.publication.targets, self.publication.programmes))
        return {address: tuple(dict.fromkeys(lines)) for address, lines in found.items()}

    def target_figure(self, division: str, target: Target) -> FigureView:
        """Return the view of a target's value, linked to its source."""
        indicator = self.publication.indicators[target.indicator]
        filed_by = self._filed_by(division, target)
        link = self.figure_link(target.source, target.indicator, filed_by, target_suffix(target))
        return figure(target.value, indicator.measure, target.qualifier, href=link.href, note=link.label)

    def _filed_by(self, division: str, target: Target) -> str:
        """Return the division that filed a target: ``division``, or the one above for an ``each`` target."""
        if target.each is None:
            return division
        setters = self._setters[id(target)]
        return next(
            (each.id for each in self.publication.ancestors(division) if each.id in setters), division
        )

    @cached_property
    def _setters(self) -> Mapping[int, Container[str]]:
        """Return the divisions that filed each ``each`` target, by the target itself: others may be equal."""
        setting_each = (filed for filed in self.publication.targets if filed.target.each is not None)
        found: dict[int, set[str]] = defaultdict(set)
        for filed in setting_each:
            found[id(filed.target)].add(filed.division)
        return found

    def status(self, status: Status) -> StatusView:
        """Return the view of a status."""
        return STATUS_VIEWS[status]

    def bar(self, progress: Progress) -> BarView | None:
        """Return the bar of a target's progress; ``None`` without attainment, unless it is achieved."""
        status = self.status(progress.status)
        share = progress.attainment
        if share is None:
            if progress.status is not Status.ACHIEVED:
                return None
            share = Decimal(1)
        pace = self._pace_position(progress)
        label = percentage(share) if progress.attainment is not None else status.label
        sentences = [gettext("完成%(label)s", label=label) if progress.attainment is not None else label]
        if progress.gap is not None and pace:
            sentences.append(gettext("序时进度%(pace)s%%，相差%(gap)s", pace=pace, gap=points(progress.gap)))
        sentences.append(status.label)
        return BarView(_clipped(share), pace, label, gettext("，").join(dict.fromkeys(sentences)), status)

    def _pace_position(self, progress: Progress) -> str:
        target, base, expected = progress.target.value, progress.baseline, progress.expected
        if base is None or expected is None or isinstance(target, bool) or target == base:
            return ""
        return _clipped((expected - base) / (target - base))

    def trend(self, division: str, address: Address, target: Target | None = None) -> TrendView | None:
        """Return the trend line of a figure's reports; ``None`` if they are on fewer than two days."""
        indicator = self.publication.indicators[address]
        day = self.publication.days[address.programme]
        observations = self.publication.observations.get((division, address), ())
        dated = [
            (each.period.end, amount)
            for each in observations
            if each.period.end is not None
            and each.is_known(day)
            and isinstance(amount := each.amount(self.publication.as_of), Decimal)
        ]
        goal = target.value if target is not None and isinstance(target.value, Decimal) else None
        return trend_of(dated, goal, indicator)

    def days_text(self, programme: Programme) -> str:
        """Return the programme's day of measurement as text."""
        return day_text(self.publication.days[programme.id])

    def basis_text(self, programme: Programme) -> str:
        """Return the programme's day of measurement, and the days on which its targets are judged, as text.

        The latter are only named if they differ: what is reported ends earlier.
        """
        day = self.publication.days[programme.id]
        judged = {each.day for each in self.publication.progress_by_programme[programme.id]}
        basis = gettext("按%(day)s的数据计算", day=day_text(day))
        if judged <= {day}:
            return basis
        first, last = min(judged), max(judged)
        days = (
            gettext("为%(last)s", last=day_text(last))
            if first == last
            else gettext("在%(span)s", span=span_text(first, last))
        )
        return gettext("%(basis)s，目标的判断日%(days)s", basis=basis, days=days)

    def data_until(self, programme: Programme) -> str:
        """Return the last day of the programme's data in words: as declared, else the last one reported on.

        A report on an unstated period counts by its date.
        """
        if programme.observed_until is not None:
            return day_text(min(programme.observed_until, self.publication.as_of))
        last = self._last_days.get(programme.id)
        return day_text(last) if last is not None else translated(UNSTATED_TEXT)

    @cached_property
    def _last_days(self) -> Mapping[str, date]:
        """Return the last day that each programme has a report on."""
        days = grouped(
            (address.programme, max(filter(None, dated)))
            for (_, address), observations in self.publication.observations.items()
            if any(dated := [each.covers_until or each.report.on for each in observations])
        )
        return {programme: max(found) for programme, found in days.items()}


def _as_stale(found: FigureView, *, is_stale: bool) -> FigureView:
    return replace(found, is_stale=True) if is_stale else found


def indicator_anchor(address: Address) -> str:
    """Return the anchor of an indicator on its programme's page."""
    return f"i-{address.name}"
