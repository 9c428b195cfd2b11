"""Related bulletins: those that name the same programmes or divisions as a bulletin."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from typing import Final, TypeAlias

from generators.composing.documents.documents import newest_first
from generators.disclosing.publication import Publication
from generators.model.document import Bulletin, Document
from generators.model.grouping import grouped

_MAX_RELATED: Final = 5

_Subject: TypeAlias = tuple[str, str]
"""What a bulletin names: ``("programme", id)`` or ``("division", id)``."""


class RelatedBulletins:
    """The bulletins of a publication by what they name."""

    def __init__(self, publication: Publication) -> None:
        """Find what each bulletin names; programmes that the audience does not see do not count."""
        self._newest = newest_first(publication.bulletins)
        self._subjects = {each.id: _subjects(publication, each) for each in self._newest}
        self._naming = grouped(
            (subject, at) for at, each in enumerate(self._newest) for subject in self._subjects[each.id]
        )

    def to(self, document: Document[Bulletin]) -> tuple[Document[Bulletin], ...]:
        """Return at most five other bulletins that name the same programmes or divisions.

        Those that share most come first, then the latest.
        """
        shared: Counter[int] = Counter()
        for subject in self._subjects[document.id]:
            shared.update(self._naming[subject])
        nearest = nsmallest(1 + _MAX_RELATED, shared, key=lambda at: (-shared[at], at))
        found = [self._newest[at] for at in nearest]
        return tuple([each for each in found if each.id != document.id][:_MAX_RELATED])


def _subjects(publication: Publication, document: Document[Bulletin]) -> frozenset[_Subject]:
    front = document.front
    programmes = (("programme", name) for name in front.programmes if name in publication.programmes)
    return frozenset((*programmes, *(("division", name) for name in front.divisions)))
