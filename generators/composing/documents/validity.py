"""有效性: whether a document still holds, who took it back and why, and what stands in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.model.document import Article, Bulletin, Case, Document, numbers_text

VALID = "有效"


@dataclass(frozen=True, slots=True)
class ValidityView:
    """``word`` is 有效, 已废止 or 已被替代; ``text`` is the same for the catalogue, naming the successor.

    ``withdrawal`` tells in a sentence who took the document back, when and why; empty if nobody did.
    ``successor`` and ``predecessors`` lead to what replaces it and to what it replaces.
    """

    word: str = VALID
    text: str = VALID
    withdrawal: str = ""
    successor: Link | None = None
    predecessors: tuple[Link, ...] = ()

    @property
    def mark(self) -> str:
        """Return the word where there is something to mark, nothing for a document that holds."""
        return "" if self.word == VALID else self.word

    def marked(self, title: str) -> str:
        """Return ``title`` with the mark behind it: ``某某情况（已废止）``."""
        return f"{title}（{self.mark}）" if self.mark else title


def bulletin_validity(publication: Publication, document: Document[Bulletin]) -> ValidityView:
    """Return whether a bulletin holds on the publication's day, as its audience may know it."""
    issues = {each.id: each.front for each in publication.bulletins}

    def link(name: str) -> Link:
        return Link(f"{numbers_text(issues[name])}《{issues[name].title}》", urls.bulletin(name))

    return _validity(publication, document.id, issues, link)


def case_validity(publication: Publication, document: Document[Case]) -> ValidityView:
    """Return whether a case holds on the publication's day, as its audience may know it."""
    cases = {each.id: each.front for each in publication.cases}
    return _validity(
        publication, document.id, cases, lambda name: Link(f"《{cases[name].title}》", urls.case(name))
    )


def _validity(
    publication: Publication, name: str, articles: Mapping[str, Article], link: Callable[[str], Link]
) -> ValidityView:
    article = articles[name]
    follower = article.superseded_by
    successor = link(follower) if follower is not None and follower in articles else None
    predecessors = tuple(link(other) for other in articles if articles[other].superseded_by == name)
    withdrawn = article.withdrawn
    if withdrawn is not None and withdrawn.on <= publication.as_of:
        reason = withdrawn.reason.rstrip("。")
        sentence = f"{withdrawn.by}于{day_text(withdrawn.on)}废止。原因：{reason}。"
        return ValidityView("已废止", "已废止", sentence, successor, predecessors)
    if successor is not None:
        return ValidityView("已被替代", f"已被{successor.label}替代", "", successor, predecessors)
    return ValidityView(predecessors=predecessors)
