"""Loads a project: reads every file, collects all problems, and assembles the dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.area_map import AreaMap
from generators.model.attachment import AttachmentContent
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.division import Division
from generators.model.glossary import GlossaryEntry
from generators.model.import_layout import ImportLayout
from generators.model.inspection import Inspection
from generators.model.outline import Outline
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place, PlacedList, Record
from generators.model.scheme import Scheme
from generators.model.series import Series
from generators.model.site import Site
from generators.model.source import Source
from generators.reading.attachments import read_attachment
from generators.reading.closed import read_closed
from generators.reading.counties import counties_read
from generators.reading.county_files import is_of_county
from generators.reading.data_files import read_entries, read_record, read_yaml
from generators.reading.division_tree import read_divisions
from generators.reading.documents import read_bulletins, read_cases, read_free_pages
from generators.reading.draft_templates import read_templates
from generators.reading.layout import Purpose, by_purpose
from generators.reading.maps.borders import read_borders
from generators.reading.memory import read_once
from generators.reading.outcome import Outcome
from generators.reading.project_files import NO_DRAFTS, ProjectFile, project_files, with_drafts
from generators.reading.quoting import quoted
from generators.reading.township_files import read_filings
from generators.reading.validation import MOST_PROBLEMS, slug_problem, to_record
from generators.reading.yaml_scalars import Unreadable
from generators.store.store import Store

Value = TypeVar("Value")
RecordRead = TypeVar("RecordRead", bound=Record)

_REQUIRED: Final = {
    Purpose.SITE: "data/site.yml",
    Purpose.SOURCES: "data/sources.yml",
    Purpose.DIVISIONS: "data/divisions.yml",
    Purpose.PROGRAMME: "data/programmes",
}
"""Files that everything else refers to."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The dataset and all problems of reading, sorted.

    ``dataset`` is ``None`` if one of the files that everything else refers to (site, sources,
    divisions, the programmes) is missing or unusable as a whole; else it contains every valid record.
    ``digests`` are those of the bytes of all files below ``data/``, by their paths; none where these were not
    needed, or one of the files was not read.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    digests: Mapping[str, bytes] = field(default_factory=dict, compare=False)


@dataclass(slots=True)
class _Gathering:
    """Collects the problems of one run."""

    problems: list[Problem] = field(default_factory=list)

    def take(self, outcome: Outcome[Value]) -> Value | None:
        """Return the value of ``outcome``, and collect its problems."""
        self.problems.extend(outcome.problems)
        return outcome.value


def _missing(files: Mapping[Purpose, tuple[ProjectFile, ...]]) -> Iterator[Problem]:
    for purpose, path in _REQUIRED.items():
        if not files[purpose]:
            detail = "没有任何工作" if purpose is Purpose.PROGRAMME else f"缺少 {path}"
            yield problem("E114", Place(path), detail)


def _names_in(programme: Programme) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of the keys that become part of an address or anchor."""
    yield from (("indicators", name) for name in programme.indicators)
    yield from (("ladders", name) for name in programme.ladders)
    for name, standard in programme.standards.items():
        yield ("standards", name)
        yield from (("standards", name, "items", item) for item in standard.items)
    for name, scheme in programme.schemes.items():
        yield ("schemes", name)
        yield from (("schemes", name, *path) for path in _names_in_scheme(scheme))


def _names_in_scheme(scheme: Scheme) -> Iterator[tuple[str | int, ...]]:
    yield from (("groups", name) for name in scheme.groups)
    for at, version in enumerate(scheme.versions):
        for part in ("components", "bonuses", "deductions", "vetoes"):
            yield from (("versions", at, part, name) for name in getattr(version, part))


def _read_programme(file: ProjectFile) -> Outcome[Programme]:
    read = read_record(file, Programme)
    if read.value is None:
        return read
    problems = list(read.problems)
    programme = read.value
    if programme.id != file.stem:
        detail = f"“id”为{quoted(programme.id)}，文件名却是{quoted(file.stem)}"
        problems.append(problem("E206", programme.place("id"), detail))
    for path in _names_in(programme):
        misnamed = slug_problem(str(path[-1]), programme.place(*path, of_key=True))
        problems.extend(filter(None, (misnamed,)))
    return Outcome(programme, tuple(problems))


def _read_programmes(files: Iterable[ProjectFile]) -> Outcome[dict[str, Programme]]:
    """Return the programmes by id; of two with the same id the first is kept, the second is E308."""
    found: dict[str, Programme] = {}
    problems: list[Problem] = []
    for file in files:
        read = _read_programme(file)
        problems.extend(read.problems)
        if read.value is None:
            continue
        first = found.setdefault(read.value.id, read.value)
        if first is not read.value:
            detail = f"工作{quoted(first.id)}已登记于 {first.place().file}"
            problems.append(problem("E308", read.value.place("id"), detail))
    return Outcome(found, tuple(problems))


def _read_inspections(files: Iterable[ProjectFile]) -> Outcome[dict[str, Inspection]]:
    """Return the rounds of inspection by id, which must be the name of the file (E206)."""
    found: dict[str, Inspection] = {}
    problems: list[Problem] = []
    for file in files:
        read = read_record(file, Inspection)
        problems.extend(read.problems)
        if read.value is None:
            continue
        if read.value.id == file.stem:
            found[read.value.id] = read.value
        else:
            detail = f"“id”为{quoted(read.value.id)}，文件名却是{quoted(file.stem)}"
            problems.append(problem("E206", read.value.place("id"), detail))
    return Outcome(found, tuple(problems))


def _read_import_layouts(files: Iterable[ProjectFile]) -> Outcome[dict[str, ImportLayout]]:
    """Return the layouts of sheets by the names of their files."""
    outcomes = {file: read_record(file, ImportLayout) for file in files}
    misnamed = (slug_problem(file.stem, Place(file.file)) for file in outcomes)
    problems = [*filter(None, misnamed), *(each for found in outcomes.values() for each in found.problems)]
    found = {file.stem: each.value for file, each in outcomes.items() if each.value is not None}
    return Outcome(found, tuple(problems))


@read_once
def _read_list(file: ProjectFile, kind: type[RecordRead]) -> Outcome[tuple[RecordRead, ...]]:
    """Return the records of a file that contains a list; invalid items are left out."""
    node = read_yaml(file)
    if node.value is None:
        return Outcome((), node.problems)
    if not isinstance(node.value, PlacedList):
        detail = f"整个文件应为列表，每项以“- ”开头，现为{quoted(node.value)}"
        return Outcome((), (*node.problems, problem("E203", Place(file.file), detail)))
    problems = list(node.problems)
    found: list[RecordRead] = []
    for at, item in enumerate(node.value):
        if isinstance(item, Unreadable):
            continue
        read = to_record(item, kind, node.value.item_place(at))
        problems.extend(read.problems)
        found.extend(filter(None, (read.value,)))
        if len(problems) >= MOST_PROBLEMS:
            problems[-1] = replace(
                problems[-1], detail=f"{problems[-1].detail}；问题太多，后面的各项没有再看"
            )
            break
    return Outcome(tuple(found), tuple(problems))


def _read_optional_entries(
    files: Iterable[ProjectFile], kind: type[RecordRead]
) -> Outcome[dict[str, RecordRead]]:
    """Return the entries of a file that a project need not have."""
    return next((read_entries(file, kind) for file in files), Outcome({}))


def _read_map(
    files: Mapping[Purpose, tuple[ProjectFile, ...]], divisions: Mapping[str, Division]
) -> Outcome[tuple[AreaMap | None, tuple[Outline, ...]]]:
    """Return the record of the map, if there is one, and the outlines that it describes.

    Borders without a record are E114, those without coordinate system, source or licence E201.
    """
    record = next((read_record(file, AreaMap) for file in files[Purpose.MAP]), None)
    problems = list(record.problems) if record is not None else []
    described = record.value if record is not None else None
    outlines: tuple[Outline, ...] = ()
    for file in files[Purpose.BORDERS]:
        read = read_borders(file, described, divisions)
        outlines = (read.value or ()) if described is not None else ()
        problems += read.problems
        if record is None:
            detail = f"有 {file.file}，缺少 data/map.yml"
            problems.append(problem("E114", Place(file.file), detail))
        if described is not None:
            problems += _undescribed(described)
    return Outcome((described, outlines), tuple(problems))


def _undescribed(record: AreaMap) -> Iterator[Problem]:
    """Yield E201 for what ``record`` does not say of the borders that the project has."""
    said = {
        "coordinate_system": record.coordinate_system,
        "source": record.source,
        "licence": record.licence,
    }
    for name, value in said.items():
        if not value:
            yield problem("E201", record.place(), f"有 data/map.geojson，缺少 {name}")


def _below_content(file: ProjectFile) -> str:
    return "/".join(file.parts[1:])


def _read_attachments(files: Iterable[ProjectFile]) -> Outcome[dict[str, AttachmentContent]]:
    """Return the contents of the attachments by their path below ``content/``."""
    outcomes = {_below_content(file): read_attachment(file) for file in files}
    found = {path: outcome.value for path, outcome in outcomes.items() if outcome.value is not None}
    return Outcome(found, tuple(each for outcome in outcomes.values() for each in outcome.problems))


def _misplaced(files: Iterable[ProjectFile]) -> Iterator[Problem]:
    for file in files:
        advice = "；扩展名须为 .yml" if file.parts[-1].endswith(".yaml") else ""
        yield problem("E310", Place(file.file), f"这里不应有名为{quoted(file.parts[-1])}的文件{advice}")


def read_glossary(root: Path) -> tuple[GlossaryEntry, ...]:
    """Return the valid entries of the glossary of the project at ``root``; empty without a glossary."""
    files = by_purpose(project_files(root, "data")[0])[Purpose.TERMS]
    return tuple(entry for file in files for entry in _read_list(file, GlossaryEntry).value or ())


def load_project(
    root: Path, jobs: int = 1, store: Store | None = None, drafts: Mapping[str, Path] = NO_DRAFTS
) -> Loaded:
    """Return the dataset of the project at ``root`` and every problem found in reading it.

    Reads ``data/``, ``content/`` and ``templates/``, and the names in ``theme/``; invalid records are left
    out of the dataset. Raises nothing for the content of files. The result depends only on their names
    and contents. With more than one of ``jobs`` the folders of counties are read side by side; what a file
    of theirs says is taken from the ``store`` if it is unchanged, and kept there. ``drafts`` are files of
    ``data/`` by their paths that are read instead, or besides.
    """
    gathering = _Gathering()
    on_disk, data_problems = project_files(root, "data")
    data = with_drafts(on_disk, drafts)
    content, content_problems = project_files(root, "content")
    files = by_purpose(data + content)
    gathering.problems.extend((*data_problems, *content_problems, *read_templates(root).problems))
    gathering.problems.extend(project_files(root, "theme")[1])
    gathering.problems.extend((*_missing(files), *_misplaced(files[Purpose.MISPLACED])))
    with counties_read(filter(is_of_county, data), jobs, store) as memory:
        dataset = _assembled(files, data, gathering)
    read = {} if memory is None or store is None else memory.digests
    digests = {each.file: read[each.file] for each in data if each.file in read}
    is_known = len(digests) == len(data)
    return Loaded(dataset, tuple(sorted(set(gathering.problems))), digests if is_known else {})


def _assembled(
    files: Mapping[Purpose, tuple[ProjectFile, ...]], data: Iterable[ProjectFile], gathering: _Gathering
) -> Dataset | None:
    """Return the dataset, ``None`` if it is impossible; every file is read in any case, for its problems."""
    site = next((gathering.take(read_record(file, Site)) for file in files[Purpose.SITE]), None)
    sources = next((gathering.take(read_entries(file, Source)) for file in files[Purpose.SOURCES]), None)
    upper = next((gathering.take(read_divisions(file)) for file in files[Purpose.DIVISIONS]), None)
    series = gathering.take(_read_optional_entries(files[Purpose.SERIES], Series))
    programmes = gathering.take(_read_programmes(files[Purpose.PROGRAMME]))
    corrections = [gathering.take(_read_list(file, Correction)) for file in files[Purpose.CORRECTIONS]]
    adjustments = [gathering.take(_read_list(file, Adjustment)) for file in files[Purpose.ADJUSTMENTS]]
    allowances = [gathering.take(_read_list(file, Allowance)) for file in files[Purpose.ALLOWED]]
    terms = [gathering.take(_read_list(file, GlossaryEntry)) for file in files[Purpose.TERMS]]
    inspections = gathering.take(_read_inspections(files[Purpose.INSPECTION]))
    imports = gathering.take(_read_import_layouts(files[Purpose.IMPORT]))
    closed = gathering.take(read_closed(files[Purpose.CLOSED]))
    filings = read_filings(filter(is_of_county, data), upper)
    gathering.problems.extend(filings.problems)
    area_map, outlines = gathering.take(_read_map(files, filings.divisions)) or (None, ())
    bulletins = gathering.take(read_bulletins(files[Purpose.BULLETIN]))
    cases = gathering.take(read_cases(files[Purpose.CASE]))
    pages = gathering.take(read_free_pages(files[Purpose.PAGE]))
    attachments = gathering.take(_read_attachments(files[Purpose.ATTACHMENT]))
    if site is None or sources is None or upper is None or not programmes:
        return None
    return Dataset(
        site=site,
        series=series or {},
        sources=sources,
        divisions=filings.divisions,
        programmes=programmes,
        targets=tuple(filings.targets),
        reports=tuple(filings.reports),
        corrections=tuple(found for listed in corrections for found in listed or ()),
        bulletins=bulletins or (),
        cases=cases or (),
        pages=pages or (),
        attachments=tuple(_below_content(file) for file in files[Purpose.ATTACHMENT]),
        adjustments=tuple(found for listed in adjustments for found in listed or ()),
        checks=tuple(filings.checks),
        assessments=tuple(filings.assessments),
        ledger=tuple(each for each in filings.ledger if each.township in filings.divisions),
        inspections=inspections or {},
        attachment_contents=attachments or {},
        imports=imports or {},
        glossary=tuple(found for listed in terms for found in listed or ()),
        allowances=tuple(found for listed in allowances for found in listed or ()),
        closed=closed or (),
        remarks=tuple(each for each in filings.remarks if each.township in filings.divisions),
        commitments=tuple(each for each in filings.commitments if each.township in filings.divisions),
        area_map=area_map,
        outlines=outlines,
    )
