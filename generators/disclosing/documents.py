"""Visible documents, and of series and attachments those that belong to one."""

from __future__ import annotations

from collections.abc import Iterable

from generators.disclosing.admission import Admission
from generators.model.document import Bulletin, Case, Document, FreePage, FrontMatter
from generators.model.links import relative_links
from generators.model.series import Series


def visible_documents(
    admission: Admission, documents: Iterable[Document[FrontMatter]]
) -> tuple[Document[FrontMatter], ...]:
    """Return the documents that the audience sees."""
    return tuple(each for each in documents if admission.admits(each.front.disclosure))


def visible_series(admission: Admission, bulletins: Iterable[Document[Bulletin]]) -> dict[str, Series]:
    """Return by id the series of which the audience sees an issue; all of them to whom sees everything."""
    issued = {each.front.series for each in bulletins}
    return {
        name: series
        for name, series in admission.dataset.series.items()
        if admission.is_whole or name in issued
    }


def visible_attachments(
    attachments: Iterable[str],
    bulletins: Iterable[Document[Bulletin]],
    cases: Iterable[Document[Case]],
    pages: Iterable[Document[FreePage]],
) -> tuple[str, ...]:
    """Return the attachments that a visible document links to; the others are nobody's to see."""
    texts = [(each.body, each.place.file) for each in bulletins]
    texts += [(each.body, each.place.file) for each in cases]
    texts += [(each.body, each.place.file) for each in pages]
    linked = {
        link.path for body, file in texts for link in relative_links(body, file.removeprefix("content/"))
    }
    return tuple(path for path in attachments if path in linked)
