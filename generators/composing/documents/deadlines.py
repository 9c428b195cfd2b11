"""公开期限 on the internal quality page: what is due to be published, and what was published late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.results.deadlines import PublicationTerm, TermState


@dataclass(frozen=True, slots=True)
class TermRow:
    """A document with the last day of its term, and in words how it stands."""

    document: Link
    made_out: str
    due: str
    state: str
    is_pressing: bool


@dataclass(frozen=True, slots=True)
class TermsView:
    """The documents to tell of, most pressing first; ``caveat`` where a year's holidays are not known."""

    rows: tuple[TermRow, ...]
    caveat: str


_ORDER = (TermState.OVERDUE, TermState.DUE_SOON, TermState.RUNNING, TermState.LATE)


def terms_view(publication: Publication) -> TermsView:
    """Return the terms that run or were missed; those kept are not listed."""
    shown = [each for each in publication.publication_terms if each.state is not TermState.KEPT]
    shown.sort(key=lambda each: (_ORDER.index(each.state), each.due, each.document))
    years = sorted({year for each in shown for year in each.unannounced})
    listed = "、".join(f"{year}年" for year in years)
    caveat = f"{listed}的放假安排尚未收录，这一部分只按周末推算，期限可能有出入。" if years else ""
    return TermsView(tuple(_rows(publication, shown)), caveat)


def _rows(publication: Publication, terms: list[PublicationTerm]) -> Iterator[TermRow]:
    links = {
        each.place.file: (Link(each.front.title, urls.bulletin(each.id)), each.front.date)
        for each in publication.bulletins
    }
    links |= {
        each.place.file: (Link(each.front.title, urls.case(each.id)), each.front.date)
        for each in publication.cases
    }
    for term in terms:
        link, made_out = links[term.document]
        yield TermRow(
            link,
            day_text(made_out) if made_out is not None else "",
            day_text(term.due),
            _state_text(term),
            term.state in {TermState.OVERDUE, TermState.DUE_SOON},
        )


def _state_text(term: PublicationTerm) -> str:
    match term.state:
        case TermState.OVERDUE:
            return f"未发布，已过{term.days}个工作日"
        case TermState.DUE_SOON | TermState.RUNNING:
            return f"未发布，还剩{term.days}个工作日"
        case TermState.LATE:
            return f"发布时晚了{term.days}个工作日"
        case TermState.KEPT:
            return "按期发布"
