"""Every text that a public build would carry, whatever record it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.checking.prose import documents_of
from generators.model.commitment import Commitment
from generators.model.dataset import Dataset
from generators.model.inspection import Inspection
from generators.model.ladder import Assessment, Ladder
from generators.model.ledger import LedgerEntry
from generators.model.passages import place_at
from generators.model.record import Place, Record
from generators.model.scalars import Disclosure
from generators.model.standard import ItemCheck, Standard
from generators.reading.quoting import quoted

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PublicText:
    """A text, in words what it is, and where it begins; ``is_body`` as for prose."""

    what: str
    text: str
    place: Place
    is_body: bool = False

    def place_of(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; of a YAML scalar, where that begins."""
        return place_at(self.text, offset, self.place) if self.is_body else self.place


def is_internal(dataset: Dataset, address: str) -> bool:
    """Whether an indicator, or its whole programme, is withheld from the public."""
    programme = dataset.programmes.get(address.partition("/")[0])
    indicator = dataset.indicators.get(address)
    return any(
        record is not None and record.disclosure is Disclosure.INTERNAL for record in (programme, indicator)
    )


def public_texts(dataset: Dataset) -> Iterator[PublicText]:
    """Yield every non-empty text of the dataset that the gate would let through, and some it may not."""
    for division in dataset.divisions.values():
        yield PublicText("区划名称", division.name, division.place)
    for record in _public_records(dataset):
        for path, text in _texts_within(record):
            if path[:2] != ("audiences", "internal"):
                yield PublicText(_named(path), text, record.place(*path))
    for document in documents_of(dataset):
        if document.front.disclosure is Disclosure.PUBLIC:
            yield PublicText("正文", document.body, document.place, is_body=True)
    for path_below_content in dataset.attachments:
        yield PublicText("文件名", path_below_content, Place(f"content/{path_below_content}"))


def _public_records(dataset: Dataset) -> Iterator[Record]:
    yield dataset.site
    yield from dataset.series.values()
    yield from dataset.sources.values()
    yield from dataset.programmes.values()
    for filed_target in dataset.targets:
        if not is_internal(dataset, filed_target.target.indicator):
            yield filed_target.target
    for filed_report in dataset.reports:
        if not all(is_internal(dataset, address) for address in filed_report.report.values):
            yield filed_report.report
    for correction in dataset.corrections:
        if not is_internal(dataset, correction.indicator):
            yield correction
    filed: list[LedgerEntry | Commitment | Inspection] = [each.entry for each in dataset.ledger]
    filed += [each.commitment for each in dataset.commitments]
    filed += dataset.inspections.values()
    for entry in filed:
        programme = dataset.programmes.get(entry.programme)
        if programme is None or programme.disclosure is Disclosure.PUBLIC:
            yield entry
    yield from dataset.adjustments
    # Standards and ladders are parts of their programmes.
    yield from (each for each in public_tier_records(dataset) if isinstance(each, ItemCheck | Assessment))
    for document in documents_of(dataset):
        yield document.front


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


def _is_public(dataset: Dataset, address: str, definition: Standard | Ladder | None) -> bool:
    programme = dataset.programmes.get(address.partition("/")[0])
    records = (programme, definition)
    return all(record is not None and record.disclosure is Disclosure.PUBLIC for record in records)


def _named(path: Path) -> str:
    keys = [step for step in path if isinstance(step, str)]
    return quoted(keys[-1]) if keys else "文字"


def _texts_within(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in a record with its path, leaving out what is internal."""
    if isinstance(value, Record):
        if getattr(value, "disclosure", None) is not Disclosure.INTERNAL:
            for name in type(value).model_fields:
                yield from _texts_within(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts_within(item, (*path, str(name)))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts_within(item, (*path, at))
    elif isinstance(value, str) and value:
        yield path, value
