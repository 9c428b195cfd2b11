"""The functions that calls in prose use: figures and links from one publication.

Those for past periods are in ``period_citations`` and ``ranking_citations``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generators.composing.kit import urls
from generators.composing.kit.parts import Parts, indicator_anchor
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.period_citations import PeriodCitations
from generators.composing.prose.ranking_citations import RankingCitations
from generators.disclosing.publication import Publication
from generators.model.address import Address
from generators.model.period import parse_period
from generators.model.prose import ProseCall
from generators.model.target import last_due


@dataclass(frozen=True)
class Citations:
    """The functions of prose; each raises :class:`UnknownReferenceError` for an unknown argument."""

    parts: Parts

    @property
    def publication(self) -> Publication:
        """Return the publication that the functions read."""
        return self.parts.publication

    @cached_property
    def _of_periods(self) -> PeriodCitations:
        return PeriodCitations(self.parts)

    @cached_property
    def _of_rankings(self) -> RankingCitations:
        return RankingCitations(self.publication)

    @cached_property
    def functions(self) -> Mapping[str, Callable[..., FigureView | Link]]:
        """Return all functions that prose may call, by name."""
        of_periods, of_rankings = self._of_periods, self._of_rankings
        here = (self.value, self.target, self.division, self.programme, self.indicator)
        links = (self.source, self.case, self.bulletin)
        measured = (of_periods.progress, of_periods.attainment, of_periods.gap, of_periods.change)
        compared = (of_periods.compare,)
        counted = (of_periods.targets, of_periods.problems, of_periods.commitments)
        ranks = (of_rankings.rank, of_rankings.score, of_rankings.movement, of_rankings.points)
        rankings = (of_rankings.ranked, of_rankings.ranking)
        found: tuple[Callable[..., FigureView | Link], ...] = (
            *(*here, *links),
            *(*measured, *compared, *counted),
            *(*ranks, *rankings),
        )
        return {function.__name__: function for function in found}

    def answers(self, call: ProseCall) -> bool:
        """Whether a call, whose function must exist, raises no :class:`UnknownReferenceError`."""
        asked = (call.function, call.arguments, *call.keywords.items())
        found = self._answered.get(asked)
        if found is None:  # the same figures are called for in bulletin after bulletin
            found = self._answered[asked] = self._answers(call)
        return found

    def _answers(self, call: ProseCall) -> bool:
        try:
            self.functions[call.function](*call.arguments, **call.keywords)
        except UnknownReferenceError:
            return False
        return True

    @cached_property
    def _answered(self) -> dict[tuple[object, ...], bool]:
        return {}

    def has_ranking(self, call: ProseCall) -> bool:
        """Whether the publication has the ranking that a call is for; true of a call for none."""
        scheme, period = call.argument("scheme"), call.argument("period")
        return scheme is None or period is None or self._of_rankings.has(scheme, period)

    def value(self, division: str, indicator: str, period: str | None = None) -> FigureView:
        """Return the current value; with ``period``, the value reported for it, else the one at its end."""
        address = Address(indicator)
        if period is None:
            measured = self.publication.values.get((division, address))
            if measured is None:
                raise UnknownReferenceError(f"{division} {indicator}")
            return self.parts.measured_figure(address, measured)
        wanted = parse_period(period)
        for observation in self.publication.observations.get((division, address), ()):
            if observation.period == wanted:
                return self.parts.observation_figure(observation)
        if not wanted.is_stated:
            raise UnknownReferenceError(f"{division} {indicator} {period}")
        return self._of_periods.value(division, indicator, period)

    def target(self, division: str, indicator: str, by: str | None = None) -> FigureView:
        """Return the target due on ``by`` (an ISO date); without it, the target with the last due date."""
        filed = self.publication.targets_by_figure.get((division, indicator), ())
        found = last_due(each.target for each in filed if by in {None, each.target.due.isoformat()})
        if found is None:
            raise UnknownReferenceError(f"{division} {indicator} {by or ''}")
        return self.parts.target_figure(division, found)

    def division(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a division."""
        found = self.publication.divisions.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.name, urls.division(id))

    def programme(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a programme."""
        found = self.publication.programmes.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.name, urls.programme(id))

    def indicator(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to the definition of an indicator on the page of its programme."""
        address = Address(id)
        found = self.publication.indicators.get(address)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.name, f"{urls.programme(address.programme)}#{indicator_anchor(address)}")

    def source(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a source."""
        found = self.publication.sources.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.title, urls.source(id))

    def case(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a case."""
        found = self.publication.cases_by_id.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.front.title, urls.case(id))

    def bulletin(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a bulletin."""
        found = self.publication.bulletins_by_id.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.front.title, urls.bulletin(id))
