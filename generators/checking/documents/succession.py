"""Withdrawn and superseded documents: the successor exists, no cycle occurs, and dates are in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss
from generators.model.document import Article
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted


def _articles(context: Context) -> Iterator[Mapping[str, Article]]:
    """Yield the bulletins by id, then the cases."""
    yield {each.id: each.front for each in context.dataset.bulletins}
    yield {each.id: each.front for each in context.dataset.cases}


def _successions(context: Context) -> Iterator[tuple[Article, Article]]:
    """Yield each superseded document with its successor, if that exists."""
    for articles in _articles(context):
        for article in articles.values():
            successor = articles.get(article.superseded_by or "")
            if successor is not None:
                yield article, successor


def unknown_successors(context: Context) -> Iterator[Problem]:
    """The successor of a document is on record and of the same kind."""
    for articles in _articles(context):
        for article in articles.values():
            name = article.superseded_by
            if name is not None and name not in articles:
                others = (each for each, found in articles.items() if found is not article)
                detail = f"没有{quoted(name)}{near_miss(name, others)}"
                yield problem("E521", article.place("superseded_by"), detail)


def circular_successions(context: Context) -> Iterator[Problem]:
    """Successions have no cycle."""
    for articles in _articles(context):
        for name, article in articles.items():
            chain, following = [name], article.superseded_by
            while following is not None and following in articles and following not in chain:
                chain.append(following)
                following = articles[following].superseded_by
            if following == name:
                path = " → ".join((*chain, name))
                yield problem("E522", article.place("superseded_by"), f"{named(article.title)}：{path}")


def successors_dated_earlier(context: Context) -> Iterator[Problem]:
    """The successor of a document is not dated earlier."""
    for article, successor in _successions(context):
        if article.date is not None and successor.date is not None and successor.date < article.date:
            detail = (
                f"{named(successor.title)}（{successor.date}）早于{named(article.title)}（{article.date}）"
            )
            yield problem("E523", article.place("superseded_by"), detail)


def internal_successors(context: Context) -> Iterator[Problem]:
    """The successor of a public document is public."""
    for article, successor in _successions(context):
        if context.public.shows(article) and not context.public.shows(successor):
            detail = f"公开的{named(article.title)}由内部的文章{quoted(article.superseded_by)}替代"
            yield problem("E504", article.place("superseded_by"), detail)


def days_of_a_document_out_of_order(context: Context) -> Iterator[Problem]:
    """A document is published on or after its date and its review, and withdrawn last.

    Date and review may be in either order: some offices review drafts, others final copies.
    """
    for articles in _articles(context):
        for article in articles.values():
            days = list(_days(article))
            for later in days:
                before = next(
                    (each for each in days if each.stage < later.stage and each.on > later.on), None
                )
                if before is not None:
                    detail = f"{later.name}日期 {later.on} 早于{before.name}日期 {before.on}"
                    yield problem("E524", later.place, f"{named(article.title)}的{detail}")


class _Day(NamedTuple):
    stage: int
    name: str
    on: date
    place: Place


def _days(article: Article) -> Iterator[_Day]:
    if article.date is not None:
        yield _Day(0, "成文", article.date, article.place("date"))
    if article.reviewed is not None:
        yield _Day(0, "审核", article.reviewed.on, article.reviewed.place("on"))
    if article.published is not None:
        yield _Day(1, "发布", article.published, article.place("published"))
    if article.withdrawn is not None:
        yield _Day(2, "废止", article.withdrawn.on, article.withdrawn.place("on"))
