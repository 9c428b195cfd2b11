"""Related bulletins: those that name the same programmes or divisions as a bulletin."""

from __future__ import annotations

from typing import Final

from generators.composing.documents.documents import newest_first
from generators.disclosing.publication import Publication
from generators.model.document import Bulletin, Document

_MAX_RELATED: Final = 5


def related_bulletins(
    publication: Publication, document: Document[Bulletin]
) -> tuple[Document[Bulletin], ...]:
    """Return at most five other bulletins that name the same programmes or divisions.

    Those that share most come first, then the latest. Programmes that the audience does not see do not count.
    """
    subjects = _subjects(publication, document)
    shared = {each.id: len(subjects & _subjects(publication, each)) for each in publication.bulletins}
    others = [each for each in newest_first(publication.bulletins) if each.id != document.id]
    others.sort(key=lambda each: -shared[each.id])
    return tuple(each for each in others[:_MAX_RELATED] if shared[each.id])


def _subjects(publication: Publication, document: Document[Bulletin]) -> frozenset[tuple[str, str]]:
    front = document.front
    programmes = (("programme", name) for name in front.programmes if name in publication.programmes)
    return frozenset((*programmes, *(("division", name) for name in front.divisions)))
