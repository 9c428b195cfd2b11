"""What the calls inside prose stand for: figures and links, looked up in one Publication."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generators.composing import urls
from generators.composing.parts import Parts
from generators.composing.views import FigureView, Link
from generators.disclosing.publication import Publication
from generators.model.period import parse_period


class UnknownReferenceError(LookupError):
    """Prose refers to something that this audience's Publication does not hold."""


@dataclass(frozen=True)
class Citations:
    """The functions available in prose; each raises :class:`UnknownReferenceError` when it finds nothing."""

    publication: Publication

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.publication)

    def value(self, division: str, indicator: str, period: str | None = None) -> FigureView:
        """Return the latest value, or the one reported for ``period``."""
        if period is None:
            measured = self.publication.values.get((division, indicator))
            if measured is None:
                raise UnknownReferenceError(f"{division} {indicator}")
            return self._parts.measured_figure(indicator, measured)
        wanted = parse_period(period)
        for observation in self.publication.observations_by_figure.get((division, indicator), ()):
            if observation.period == wanted:
                return self._parts.observation_figure(observation)
        raise UnknownReferenceError(f"{division} {indicator} {period}")

    def target(self, division: str, indicator: str, by: str | None = None) -> FigureView:
        """Return the target due ``by`` that day, or the last one due."""
        filed = [
            each.target
            for each in self.publication.targets_by_figure.get((division, indicator), ())
            if by in {None, each.target.due.isoformat()}
        ]
        if not filed:
            raise UnknownReferenceError(f"{division} {indicator} {by or ''}")
        return self._parts.target_figure(division, max(filed, key=lambda each: each.due))

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

    def source(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a source."""
        found = self.publication.sources.get(id)
        if found is None:
            raise UnknownReferenceError(id)
        return Link(text or found.title, urls.source(id))

    def case(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a case."""
        for document in self.publication.cases:
            if document.id == id:
                return Link(text or document.front.title, urls.case(id))
        raise UnknownReferenceError(id)

    def bulletin(self, id: str, text: str | None = None) -> Link:  # noqa: A002 - as editors write it
        """Return a link to a bulletin."""
        for document in self.publication.bulletins:
            if document.id == id:
                return Link(text or document.front.title, urls.bulletin(id))
        raise UnknownReferenceError(id)
