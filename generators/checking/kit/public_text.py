"""All texts of a project in records, documents and attachments, and whether a public build contains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generators.checking.kit.prose import documents_of
from generators.model.allowance import PersonalKind
from generators.model.attachment import InnerText
from generators.model.dataset import Dataset
from generators.model.passages import place_at
from generators.model.record import Place
from generators.model.visibility import Audience, Visibility
from generators.model.walk import RecordText, records_of
from generators.reading.quoting import quoted, shortened


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The Chinese noun of a text, and the place where it begins."""

    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class InRecord:
    """The noun and the place of a text of a record.

    Both are computed on demand: a city has some 350,000 texts, and almost none has a problem.
    """

    found: RecordText

    @property
    def what(self) -> str:
        """Return the innermost key on the path to the text, quoted."""
        return quoted(next(step for step in reversed(self.found.path) if isinstance(step, str)))

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.found.place

    @property
    def file(self) -> str:
        """Return the file of the record."""
        return self.found.root.place().file


@dataclass(frozen=True, slots=True)
class SiteText:
    """A text with its origin, and whether it is public.

    ``is_body`` as for prose; ``is_contact`` marks the contact line of the site's footer. ``title`` is
    what the text is called, if anything. ``inner`` is the part of an attachment that it is; ``fact`` is set
    where an attachment itself says what the text is, such as its author.
    """

    text: str
    origin: TextOrigin | InRecord
    is_public: bool
    is_body: bool = False
    is_contact: bool = False
    title: str = ""
    inner: InnerText | None = None
    fact: PersonalKind | None = None

    @property
    def what(self) -> str:
        """Return the Chinese noun of the text."""
        return self.origin.what

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.origin.place

    @property
    def file(self) -> str:
        """Return the file of the text."""
        return self.origin.file if isinstance(self.origin, InRecord) else self.origin.place.file

    def what_at(self, offset: int) -> str:
        """Return in words what the text is, and where in an attachment the character at ``offset`` is."""
        spot = self.inner.spot(offset) if self.inner else ""
        return f"{self.what}（{shortened(spot)}）" if spot else self.what

    def place_of(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; of a YAML scalar, where that begins."""
        return place_at(self.text, offset, self.place) if self.is_body else self.place


def site_texts(dataset: Dataset) -> Iterator[SiteText]:
    """Yield every non-empty text of either site, and whether it is declared as public."""
    internal, public = Visibility(dataset, Audience.INTERNAL), Visibility(dataset, Audience.PUBLIC)
    for division in dataset.divisions.values():
        yield SiteText(division.name, TextOrigin("区划名称", division.place), is_public=True)
        yield SiteText(division.id, TextOrigin("区划标识", division.place), is_public=True)
    for record in filter(internal.filed, records_of(dataset)):
        for found, is_public in public.texts(record):
            is_contact = found.records[-1] is dataset.site.footer and found.path == ("contact",)
            yield SiteText(found.text, InRecord(found), is_public=is_public, is_contact=is_contact)
    for document in documents_of(dataset):
        is_public, file = public.shows(document.front), document.place.file
        body = TextOrigin("正文", document.place)
        yield SiteText(document.body, body, is_public=is_public, is_body=True, title=document.front.title)
        yield SiteText(file, TextOrigin("文件名", Place(file)), is_public=is_public)
    yield from _texts_of_attachments(dataset)


def public_texts(dataset: Dataset) -> Iterator[SiteText]:
    """Yield the texts that a public build contains."""
    return (text for text in site_texts(dataset) if text.is_public)


def public_attachments(dataset: Dataset) -> frozenset[str]:
    """Return the attachments that public documents link to; a public build copies only these."""
    return Visibility(dataset, Audience.PUBLIC).links(documents_of(dataset))


def _texts_of_attachments(dataset: Dataset) -> Iterator[SiteText]:
    public = public_attachments(dataset)
    for path in dataset.attachments:
        place, is_public = Place(f"content/{path}"), path in public
        yield SiteText(path, TextOrigin("文件名", place), is_public=is_public)
        content = dataset.attachment_contents.get(path)
        if content is None:
            continue
        for inner in content.texts:
            title = f"{PurePosixPath(path).stem} {inner.where}"
            is_file, spot = inner.is_file, TextOrigin("附件", place)
            yield SiteText(inner.text, spot, is_public, is_body=is_file, title=title, inner=inner)
        for fact in content.facts:
            yield SiteText(
                fact.text, TextOrigin(f"附件（{shortened(fact.where)}）", place), is_public, fact=fact.kind
            )
