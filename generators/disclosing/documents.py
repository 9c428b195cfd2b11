"""Visible documents, and the series and attachments that belong to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.model.document import AnyDocument, Bulletin, Document, FrontMatter
from generators.model.series import Series
from generators.model.visibility import Visibility


def visible_documents(
    visibility: Visibility, documents: Iterable[Document[FrontMatter]]
) -> tuple[Document[FrontMatter], ...]:
    """Return the documents that the audience sees."""
    return tuple(each for each in documents if visibility.shows(each.front))


def visible_series(
    visibility: Visibility, series: Mapping[str, Series], bulletins: Iterable[Document[Bulletin]]
) -> dict[str, Series]:
    """Return by id the series with visible issues; for an audience that sees everything, all series."""
    issued = {each.front.series for each in bulletins}
    return {name: each for name, each in series.items() if visibility.is_whole or name in issued}


def visible_attachments(
    visibility: Visibility, attachments: Iterable[str], documents: Iterable[AnyDocument]
) -> tuple[str, ...]:
    """Return the attachments that a visible document links to."""
    linked = visibility.links(documents)
    return tuple(path for path in attachments if path in linked)
