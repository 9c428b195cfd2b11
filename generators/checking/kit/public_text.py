"""Every text of a project, whatever record it stands in, and whether a public build would carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generators.checking.kit.prose import documents_of
from generators.model.address import Address
from generators.model.commitment import Commitment
from generators.model.dataset import Dataset
from generators.model.inspection import Inspection
from generators.model.ladder import Assessment, Ladder
from generators.model.ledger import LedgerEntry
from generators.model.links import relative_links
from generators.model.passages import place_at
from generators.model.record import Place, Record
from generators.model.scalars import Disclosure
from generators.model.standard import ItemCheck, Standard
from generators.reading.quoting import quoted

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """In words what a text is, and where it begins."""

    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, or a key in it, which says of itself what it is and where it begins.

    Both are worked out when asked for: a city has some 350,000 texts and tells of hardly any.
    """

    record: Record
    path: Path
    of_key: bool

    @property
    def what(self) -> str:
        """Return the innermost name on the way to the text, quoted."""
        keys = [step for step in self.path if isinstance(step, str)]
        return quoted(keys[-1]) if keys else "文字"

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.record.place(*self.path, of_key=self.of_key)


@dataclass(frozen=True, slots=True)
class SiteText:
    """A text, what and where it is, and who may read it.

    ``is_body`` as for prose; ``is_contact`` marks the line that says how to reach the office.
    """

    text: str
    origin: Spot | Field
    is_public: bool
    is_body: bool = False
    is_contact: bool = False

    @property
    def what(self) -> str:
        """Return in words what the text is."""
        return self.origin.what

    @property
    def place(self) -> Place:
        """Return where the text begins."""
        return self.origin.place

    def place_of(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; of a YAML scalar, where that begins."""
        return place_at(self.text, offset, self.place) if self.is_body else self.place


def is_internal(dataset: Dataset, address: Address) -> bool:
    """Whether an indicator, or its whole programme, is withheld from the public."""
    programme = dataset.programmes.get(address.programme)
    indicator = dataset.indicators.get(address)
    return any(
        record is not None and record.disclosure is Disclosure.INTERNAL for record in (programme, indicator)
    )


def site_texts(dataset: Dataset) -> Iterator[SiteText]:
    """Yield every non-empty text of the dataset; of the public ones the gate may withhold some more."""
    for division in dataset.divisions.values():
        yield SiteText(division.name, Spot("区划名称", division.place), is_public=True)
        yield SiteText(division.id, Spot("区划标识", division.place), is_public=True)
    for record, is_public in _records(dataset):
        for path, of_key, text, is_open in _texts_within(record):
            is_shown = is_public and is_open and path[:2] != ("audiences", "internal")
            is_contact = record is dataset.site and path == ("footer", "contact")
            yield SiteText(text, Field(record, path, of_key), is_public=is_shown, is_contact=is_contact)
    for document in documents_of(dataset):
        is_public, file = document.front.disclosure is Disclosure.PUBLIC, document.place.file
        yield SiteText(document.body, Spot("正文", document.place), is_public=is_public, is_body=True)
        yield SiteText(file, Spot("文件名", Place(file)), is_public=is_public)
    yield from _texts_of_attachments(dataset)


def public_texts(dataset: Dataset) -> Iterator[SiteText]:
    """Yield the texts that a public build would carry."""
    return (text for text in site_texts(dataset) if text.is_public)


def public_attachments(dataset: Dataset) -> frozenset[str]:
    """Return the attachments that a public page links to: these and no others are copied."""
    return frozenset(
        link.path
        for document in documents_of(dataset)
        if document.front.disclosure is Disclosure.PUBLIC
        for link in relative_links(document.body, document.place.file.removeprefix("content/"))
    )


def _texts_of_attachments(dataset: Dataset) -> Iterator[SiteText]:
    public = public_attachments(dataset)
    for path in dataset.attachments:
        place, is_public = Place(f"content/{path}"), path in public
        yield SiteText(path, Spot("文件名", place), is_public=is_public)
        content = dataset.attachment_contents.get(path)
        if content is not None and content.text:
            yield SiteText(content.text, Spot("附件", place), is_public=is_public, is_body=True)


def _records(dataset: Dataset) -> Iterator[tuple[Record, bool]]:
    """Yield every record, and whether the public may see it as far as its programme and indicator go."""
    for record in (dataset.site, *dataset.series.values(), *dataset.sources.values()):
        yield record, True
    yield from ((programme, True) for programme in dataset.programmes.values())
    for filed_target in dataset.targets:
        yield filed_target.target, not is_internal(dataset, filed_target.target.indicator)
    for filed_report in dataset.reports:
        report = filed_report.report
        yield report, not all(is_internal(dataset, address) for address in report.values)
    for correction in dataset.corrections:
        yield correction, not is_internal(dataset, correction.indicator)
    filed: list[LedgerEntry | Commitment | Inspection] = [each.entry for each in dataset.ledger]
    filed += [each.commitment for each in dataset.commitments]
    filed += dataset.inspections.values()
    for entry in filed:
        programme = dataset.programmes.get(entry.programme)
        yield entry, programme is None or programme.disclosure is Disclosure.PUBLIC
    yield from ((adjustment, True) for adjustment in dataset.adjustments)
    # Standards and ladders are parts of their programmes.
    public = {id(record) for record in public_tier_records(dataset)}
    for filed_check in dataset.checks:
        yield filed_check.check, id(filed_check.check) in public
    for filed_assessment in dataset.assessments:
        yield filed_assessment.assessment, id(filed_assessment.assessment) in public
    yield from ((document.front, True) for document in documents_of(dataset))


def public_tier_records(dataset: Dataset) -> Iterator[Standard | Ladder | ItemCheck | Assessment]:
    """Yield the standards and ladders that the public may see, and what was filed for them.

    What was filed may be internal on its own account.
    """
    for address, standard in dataset.standards.items():
        if _is_public(dataset, address, standard):
            yield standard
    for address, ladder in dataset.ladders.items():
        if _is_public(dataset, address, ladder):
            yield ladder
    for filed in dataset.checks:
        if _is_public(dataset, filed.check.standard, dataset.standards.get(filed.check.standard)):
            yield filed.check
    for filed_assessment in dataset.assessments:
        assessment = filed_assessment.assessment
        if _is_public(dataset, assessment.ladder, dataset.ladders.get(assessment.ladder)):
            yield assessment


def _is_public(dataset: Dataset, address: Address, definition: Standard | Ladder | None) -> bool:
    programme = dataset.programmes.get(address.programme)
    records = (programme, definition)
    return all(record is not None and record.disclosure is Disclosure.PUBLIC for record in records)


def _texts_within(
    value: object, path: Path = (), *, is_open: bool = True
) -> Iterator[tuple[Path, bool, str, bool]]:
    """Yield every text in a record: its path, whether it is a key, itself, whether nothing hides it."""
    if isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield path, False, value, is_open
    elif isinstance(value, Record):
        fields = type(value).model_fields
        if value.tag:
            path = (*path, value.tag)
        # To ask a record for what it does not have is slow.
        is_open &= "disclosure" not in fields or getattr(value, "disclosure", None) is not Disclosure.INTERNAL
        for name in fields:
            yield from _texts_within(getattr(value, name), (*path, name), is_open=is_open)
    elif isinstance(value, dict):
        for name, item in value.items():
            here = (*path, str(name))
            yield here, True, str(name), is_open
            yield from _texts_within(item, here, is_open=is_open)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts_within(item, (*path, at), is_open=is_open)
