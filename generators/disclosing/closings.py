"""What an audience sees of closed periods.

The public part of a record has the figures that rest on public records alone: no sum of withheld ones is in
it, released or not, for it stays as it is whatever is released later. If the disclosure of any input is
changed afterwards, the whole part is withheld, and only its digest is left; a secret salt keeps anybody from
finding out by trying what it is the digest of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generators.model.address import Address
from generators.model.closing import ClosedRecord, Closing, ClosingStep, FigureKey, Link
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.visibility import Visibility
from generators.results.closings import ClosedFigure, ClosingState, Difference


@dataclass(frozen=True, slots=True)
class PublishedClosing:
    """A link of the chain, with what the audience sees of its record.

    ``closing`` is ``None`` if the audience may not know of what; ``lines`` are those of the file that it may
    have, none if its part is withheld. ``corrected`` are the figures changed since by ``corrections``.
    """

    link: Link
    file: str
    closing: Closing | None = None
    is_in_force: bool = False
    lines: tuple[str, ...] = field(repr=False, default=())
    figures: int = 0
    corrected: tuple[Difference, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the period is closed by this record now."""
        return self.is_in_force and self.closing is not None and self.closing.step is ClosingStep.CLOSED


def public_figures(dataset: Dataset, figures: Mapping[FigureKey, ClosedFigure]) -> frozenset[FigureKey]:
    """Return the figures that the public part of a record may have."""
    return _public_among(dataset, dataset.public, figures)


def _public_among(
    dataset: Dataset, public: Visibility, figures: Mapping[FigureKey, ClosedFigure]
) -> frozenset[FigureKey]:
    """Return those figures that the public may see; the scores of a scheme and period all or none."""
    hidden = {key for key, each in figures.items() if not _is_public(dataset, public, key, each)}
    rankings = {_ranking(key) for key in hidden if key[0] == "score"}
    return frozenset(key for key in figures if key not in hidden and _ranking(key) not in rankings)


def _ranking(key: FigureKey) -> tuple[str, ...]:
    """Return the scheme and period of a score and of what followed from it, nothing for other figures."""
    match key[0]:
        case "score":
            return key[2:]
        case "consequence":
            return key[3:]
        case _:
            return ()


def visible_closings(
    dataset: Dataset, visibility: Visibility, states: Iterable[ClosingState], as_of: date
) -> tuple[PublishedClosing, ...]:
    """Return the whole chain as of ``as_of``, each link with what the audience sees of its record."""
    by_file = {each.record.file: each for each in states}
    return tuple(
        _visible(dataset, visibility, each, by_file.get(each.file))
        for each in dataset.closed
        if each.closing.on <= as_of
    )


def _visible(
    dataset: Dataset, visibility: Visibility, record: ClosedRecord, state: ClosingState | None
) -> PublishedClosing:
    link, is_whole = record.link, visibility.is_whole
    if not is_whole and not (
        record.is_of_public_programme and visibility.programme(record.closing.programme)
    ):
        return PublishedClosing(link, "")
    if state is None:  # opened again since, or the record of that
        lines = (link.line, *record.lines) if is_whole else ()
        return PublishedClosing(link, record.file, record.closing, lines=lines)
    is_shown = is_whole or state.is_seen_alike
    now = {each.difference.key: each.now or ClosedFigure({}) for each in state.corrected}
    seen = now.keys() if is_whole else (_public_among(dataset, visibility, now) & record.public)
    corrected = tuple(each.difference for each in state.corrected if is_shown and each.difference.key in seen)
    return PublishedClosing(
        link,
        record.file,
        record.closing,
        is_in_force=True,
        lines=((link.line, *record.lines) if is_whole else record.public_lines) if is_shown else (),
        figures=len(record.figures if is_whole else record.public) if is_shown else 0,
        corrected=corrected,
        corrections=tuple(filter(visibility.filed, state.corrections)),
    )


def _is_public(dataset: Dataset, public: Visibility, key: FigureKey, figure: ClosedFigure) -> bool:
    kind, division, *subject = key
    if any(each.internal for each in figure.values) or not public.shows(*figure.records):
        return False
    match kind:
        case "value" | "status":
            return public.figure(Address(subject[0])) and all(
                public.every_reading(each) for value in figure.values for each in value.observations
            )
        case "tier":
            return _shows_tier(dataset, public, division, Address(subject[0]))
        case "score":
            return _shows_score(dataset, public, Address(subject[0]), figure)
        case "consequence":
            return Address(subject[0]) in dataset.consequences and public.consequence(Address(subject[0]))
        case _:
            return _shows_count(dataset, public, kind, (figure.says["programme"], division))


def _shows_count(dataset: Dataset, public: Visibility, kind: str, key: tuple[str, str]) -> bool:
    """Whether all problems, or all commitments, of a division are public."""
    if kind == "problems":
        return public.problems(dataset.ledger_by_division.get(key, ()))
    return public.commitments(dataset.commitments_by_division.get(key, ()))


def _shows_tier(dataset: Dataset, public: Visibility, division: str, address: Address) -> bool:
    """Whether all is public that a tier ever depended on, as for the pages of tiers."""
    ladder = dataset.ladders.get(address)
    if ladder is None or not public.ladder(address):
        return False
    assessments = dataset.assessments_of.get((division, address), ())
    checks = (dataset.checks_of.get((division, address.sibling(name)), ()) for name in ladder.standards)
    return public.shows(*assessments, *(check for found in checks for check in found)) and (
        ladder.indicator is None or public.figure(address.sibling(ladder.indicator))
    )


def _shows_score(dataset: Dataset, public: Visibility, address: Address, figure: ClosedFigure) -> bool:
    scheme = dataset.schemes.get(address)
    if scheme is None or not public.scheme(address):
        return False
    indicators = {part.indicator for version in scheme.versions for part in version.components.values()}
    return all(public.figure(address.sibling(name)) for name in indicators) and all(
        public.every_reading(each) for value in figure.values for each in value.observations
    )
