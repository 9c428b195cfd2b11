"""公开期限: a public document must be published within 20 working days of its date (条例第26条)."""

from __future__ import annotations

from datetime import date
from typing import Final

from generators.measuring.working_days import working_day_after, working_days_between
from generators.model.dataset import Dataset
from generators.model.document import Article
from generators.model.visibility import is_public
from generators.results.deadlines import DeadlineState, PublicationDeadline

PUBLICATION_DAYS: Final = 20
"""The deadline in working days after the date of a document."""

_SOON: Final = 5
"""A deadline at most this many working days ahead is due soon."""


def publication_deadlines(dataset: Dataset, as_of: date) -> tuple[PublicationDeadline, ...]:
    """Return the deadlines of all documents dated by ``as_of`` that must be published, in file order.

    These are public or reviewed for publication. Reprinted documents, and those withdrawn before they were
    published, have no deadline.
    """
    articles: list[tuple[str, Article]] = [(each.place.file, each.front) for each in dataset.bulletins]
    articles += [(each.place.file, each.front) for each in dataset.cases]
    return tuple(
        _deadline(document, article, article.date, as_of)
        for document, article in articles
        if article.date is not None and article.date <= as_of and _must_be_published(article)
    )


def _must_be_published(article: Article) -> bool:
    is_meant_for_all = is_public(article) or article.reviewed is not None
    is_dropped = article.withdrawn is not None and article.published is None
    return is_meant_for_all and not article.reprinted and not is_dropped


def _deadline(document: str, article: Article, dated: date, as_of: date) -> PublicationDeadline:
    found = working_day_after(dated, PUBLICATION_DAYS)
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
