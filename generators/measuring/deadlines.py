"""公开期限: what is for the public is published within 20 working days of being made out (条例第26条)."""

from __future__ import annotations

from datetime import date
from typing import Final

from generators.measuring.working_days import working_day_after, working_days_between
from generators.model.dataset import Dataset
from generators.model.document import Article
from generators.model.visibility import is_public
from generators.results.deadlines import DeadlineState, PublicationDeadline

PUBLICATION_DAYS: Final = 20
"""The term, in working days after the day on which a document was made out."""

_SOON: Final = 5
"""From how many working days before its end on the end of a term counts as near."""


def publication_deadlines(dataset: Dataset, as_of: date) -> tuple[PublicationDeadline, ...]:
    """Return the term of every document for which one runs or ran by ``as_of``, in file order.

    That is what is public, or has been cleared to become so, is dated, and was made by the office
    itself. What was taken back unpublished owes nothing any more.
    """
    articles: list[tuple[str, Article]] = [(each.place.file, each.front) for each in dataset.bulletins]
    articles += [(each.place.file, each.front) for each in dataset.cases]
    return tuple(
        _deadline(document, article, article.date, as_of)
        for document, article in articles
        if article.date is not None and article.date <= as_of and _owes_publication(article)
    )


def _owes_publication(article: Article) -> bool:
    is_meant_for_all = is_public(article) or article.reviewed is not None
    is_dropped = article.withdrawn is not None and article.published is None
    return is_meant_for_all and not article.reprinted and not is_dropped


def _deadline(document: str, article: Article, made_out: date, as_of: date) -> PublicationDeadline:
    found = working_day_after(made_out, PUBLICATION_DAYS)
    due = found.day
    published = article.published
    if published is not None and published <= as_of:
        state = DeadlineState.LATE if published > due else DeadlineState.KEPT
        days = working_days_between(due, published) or working_days_between(published, due)
    elif as_of > due:
        state, days = DeadlineState.OVERDUE, working_days_between(due, as_of)
    else:
        days = working_days_between(as_of, due)
        state = DeadlineState.DUE_SOON if days <= _SOON else DeadlineState.RUNNING
    return PublicationDeadline(document, due, state, days, found.unannounced)
