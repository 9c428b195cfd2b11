"""有效性: whether a document is in force, withdrawn or superseded."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked
from generators.model.document import Article, Bulletin, Case, Document, numbers_text

VALID = marked("有效")


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
        return gettext("%(title)s（%(mark)s）", title=title, mark=self.mark) if self.mark else title


def bulletin_validity(publication: Publication, document: Document[Bulletin]) -> ValidityView:
    """Return the validity of a bulletin on the publication's day; documents withheld from it do not count."""
    issues = publication.bulletins_by_id

    def link(name: str) -> Link:
        front = issues[name].front
        return Link(
            gettext("%(number)s《%(title)s》", number=numbers_text(front), title=front.title),
            urls.bulletin(name),
        )

    superseded = publication.superseded_bulletins.get(document.id, ())
    return _validity(publication.as_of, document.front, issues, superseded, link)


def case_validity(publication: Publication, document: Document[Case]) -> ValidityView:
    """Return the validity of a case on the publication's day; documents withheld from it do not count."""
    cases = publication.cases_by_id

    def link(name: str) -> Link:
        return Link(gettext("《%(title)s》", title=cases[name].front.title), urls.case(name))

    superseded = publication.superseded_cases.get(document.id, ())
    return _validity(publication.as_of, document.front, cases, superseded, link)


def _validity(
    day: date,
    article: Article,
    articles: Container[str],
    superseded: Iterable[str],
    link: Callable[[str], Link],
) -> ValidityView:
    follower = article.superseded_by
    successor = link(follower) if follower is not None and follower in articles else None
    predecessors = tuple(link(name) for name in superseded)
    withdrawn = article.withdrawn
    if withdrawn is not None and withdrawn.on <= day:
        reason = withdrawn.reason.rstrip("。")
        sentence = gettext(
            "%(by)s于%(on)s废止。原因：%(reason)s。",
            by=withdrawn.by,
            on=day_text(withdrawn.on),
            reason=reason,
        )
        return ValidityView(gettext("已废止"), gettext("已废止"), sentence, successor, predecessors)
    if successor is not None:
        return ValidityView(
            gettext("已被替代"),
            gettext("已被%(label)s替代", label=successor.label),
            "",
            successor,
            predecessors,
        )
    return ValidityView(predecessors=predecessors)
