"""有效性: whether a document is in force, withdrawn or superseded."""

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
    """The validity of a document: ``label`` is 有效, 已废止 or 已被替代; ``text`` also names the successor.

    ``withdrawal`` is a sentence on who withdrew it, when and why; empty if it is not withdrawn. ``successor``
    and ``predecessors`` link to the document that supersedes it, and to those that it supersedes.
    """

    label: str = VALID
    text: str = VALID
    withdrawal: str = ""
    successor: Link | None = None
    predecessors: tuple[Link, ...] = ()

    @property
    def mark(self) -> str:
        """Return ``label``, or an empty string for a document in force."""
        return "" if self.label == VALID else self.label

    def marked(self, title: str) -> str:
        """Return ``title`` with the mark appended, if there is one: ``某某情况（已废止）``."""
        return f"{title}（{self.mark}）" if self.mark else title


def bulletin_validity(publication: Publication, document: Document[Bulletin]) -> ValidityView:
    """Return the validity of a bulletin on the publication's day; documents withheld from it do not count."""
    issues = {each.id: each.front for each in publication.bulletins}

    def link(name: str) -> Link:
        return Link(f"{numbers_text(issues[name])}《{issues[name].title}》", urls.bulletin(name))

    return _validity(publication, document.id, issues, link)


def case_validity(publication: Publication, document: Document[Case]) -> ValidityView:
    """Return the validity of a case on the publication's day; documents withheld from it do not count."""
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
