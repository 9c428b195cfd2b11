"""Readers of ``data/townships/``: counties, townships and villages with everything that they filed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from generators.model.commitment import Commitment, FiledCommitment
from generators.model.division import Division, DivisionEvent, Level
from generators.model.ladder import FiledAssessment
from generators.model.ledger import FiledEntry, LedgerEntry
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.remark import FiledRemark, Remark
from generators.model.report import FiledReport
from generators.model.standard import FiledCheck
from generators.model.target import FiledTarget
from generators.model.township import CountyFile, TownshipFile, VillageEntry, VillagesFile
from generators.reading.county_files import read_alone
from generators.reading.division_order import by_division, in_official_order, order_problems
from generators.reading.division_tree import UpperDivisions
from generators.reading.layout import Purpose, purpose_of
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.reading.quoting import quoted
from generators.reading.validation import slug_problem

_COUNTY: Final = 2
_TOWNSHIP: Final = 3
"""The index of the county, and of the township, in the parts of a path."""


@dataclass(slots=True)
class Filings:
    """The divisions, and the records that they filed; filled by this module file by file.

    ``mentioned`` also contains the ids of divisions whose entries or files are invalid; ``orders`` are the
    files of counties, ``entries`` those of the divisions below them.
    """

    divisions: dict[str, Division]
    mentioned: set[str]
    targets: list[FiledTarget] = field(default_factory=list)
    reports: list[FiledReport] = field(default_factory=list)
    checks: list[FiledCheck] = field(default_factory=list)
    assessments: list[FiledAssessment] = field(default_factory=list)
    ledger: list[FiledEntry] = field(default_factory=list)
    commitments: list[FiledCommitment] = field(default_factory=list)
    remarks: list[FiledRemark] = field(default_factory=list)
    entries: dict[str, TownshipFile] = field(default_factory=dict)
    orders: dict[str, CountyFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def file(self, division: str, record: CountyFile | TownshipFile) -> None:
        """Add the targets, reports, checks and assessments of a division."""
        self.targets.extend(FiledTarget(division, target) for target in record.targets)
        self.reports.extend(FiledReport(division, report) for report in record.reports)
        if isinstance(record, TownshipFile):
            self.checks.extend(FiledCheck(division, check) for check in record.checks)
            self.assessments.extend(FiledAssessment(division, each) for each in record.assessments)

    def add(self, name: str, upper: str, entry: TownshipFile, level: Level, place: Place) -> None:
        """Add a division and its records; E308 if it is a duplicate, E203 if its kind is of another level."""
        if name in self.mentioned:
            first = self.divisions.get(name)
            where = f"，已见于 {first.place.file} 第 {first.place.line} 行" if first else ""
            self.problems.append(problem("E308", place, f"区划{quoted(name)}重复登记{where}"))
            return
        self.mentioned.add(name)
        self.entries[name] = entry
        if entry.kind.level is not level:
            detail = f"“kind”为 {entry.kind.value}，不是{level.text}一级"
            self.problems.append(problem("E203", entry.place("kind"), detail))
            return
        if upper not in self.divisions:
            return  # the upper division is invalid, which has been reported already
        self.divisions[name] = Division(
            id=name,
            name=entry.name,
            kind=entry.kind,
            within=entry.within or upper,
            fictional=self.divisions[upper].fictional,
            place=place,
            word=entry.word,
            history=_history_of(entry),
        )
        self.file(name, entry)


def _history_of(entry: TownshipFile) -> tuple[DivisionEvent, ...]:
    """Return the events of a division; the merger of a village, written in short, is the last."""
    merged = entry.merged if isinstance(entry, VillageEntry) else None
    return entry.history if merged is None else (*entry.history, merged.event())


def _county_problem(county: str, first: ProjectFile, upper: UpperDivisions) -> Problem | None:
    """Return E301 unless the folder is named after a county or city; an invalid one was reported already."""
    division = upper.divisions.get(county)
    if division is None:
        if county in upper.mentioned:
            return None
        return problem("E301", Place(first.file), f"文件夹{quoted(county)}不是已登记的区划")
    if division.level not in {Level.COUNTY, Level.CITY}:
        return problem("E301", Place(first.file), f"文件夹{quoted(county)}不是县级区划，也不是直接管镇的市")
    return None


def _read_county(file: ProjectFile, filings: Filings) -> None:
    read: Outcome[CountyFile] = read_alone(file)
    filings.problems.extend(read.problems)
    if read.value is not None and file.parts[_COUNTY] in filings.divisions:
        filings.file(file.parts[_COUNTY], read.value)
        filings.orders[file.parts[_COUNTY]] = read.value


def _read_township(file: ProjectFile, filings: Filings) -> None:
    county, township = file.parts[_COUNTY], file.parts[_TOWNSHIP]
    read: Outcome[TownshipFile] = read_alone(file)
    filings.problems.extend(read.problems)
    misnamed = slug_problem(township, Place(file.file))
    if misnamed is not None:
        filings.problems.append(misnamed)
    elif read.value is not None:
        filings.add(f"{county}/{township}", county, read.value, Level.TOWNSHIP, read.value.place())
    else:
        filings.mentioned.add(f"{county}/{township}")


def _village_place(villages: VillagesFile, name: str) -> Place:
    return villages.place("villages", name, of_key=True)


def _read_villages(file: ProjectFile, filings: Filings) -> None:
    upper = "/".join(file.parts[_COUNTY:-1])
    read: Outcome[VillagesFile] = read_alone(file)
    filings.problems.extend(read.problems)
    if read.value is None:
        return
    for name, entry in read.value.villages.items():
        place = _village_place(read.value, name)
        misnamed = slug_problem(name, place)
        if misnamed is not None:
            filings.problems.append(misnamed)
            continue
        filings.add(f"{upper}/{name}", upper, entry, Level.VILLAGE, place)


def _read_ledger(file: ProjectFile, filings: Filings) -> None:
    """Add the problems of a township; whether the township is valid is known when all files are read."""
    township = f"{file.parts[_COUNTY]}/{file.parts[_TOWNSHIP]}"
    read: Outcome[dict[str, LedgerEntry]] = read_alone(file)
    filings.problems.extend(read.problems)
    filings.ledger.extend(FiledEntry(name, township, entry) for name, entry in (read.value or {}).items())


def _read_commitments(file: ProjectFile, filings: Filings) -> None:
    """Add the commitments of a township; as with problems, the township itself may be read later."""
    township = f"{file.parts[_COUNTY]}/{file.parts[_TOWNSHIP]}"
    read: Outcome[dict[str, Commitment]] = read_alone(file)
    filings.problems.extend(read.problems)
    filings.commitments.extend(
        FiledCommitment(name, township, each) for name, each in (read.value or {}).items()
    )


def _read_remarks(file: ProjectFile, filings: Filings) -> None:
    """Add the remarks of a township; as with problems, the township itself may be read later."""
    township = f"{file.parts[_COUNTY]}/{file.parts[_TOWNSHIP]}"
    read: Outcome[dict[str, Remark]] = read_alone(file)
    filings.problems.extend(read.problems)
    filings.remarks.extend(FiledRemark(name, township, each) for name, each in (read.value or {}).items())


_OF_TOWNSHIPS: Final = frozenset(
    {
        Purpose.TOWNSHIP,
        Purpose.TOWNSHIP_VILLAGES,
        Purpose.TOWNSHIP_PROBLEMS,
        Purpose.TOWNSHIP_COMMITMENTS,
        Purpose.TOWNSHIP_REMARKS,
    }
)
"""The files that a township's folder may contain."""


def _missing_township_files(files: Iterable[ProjectFile]) -> Iterable[Problem]:
    """Yield E114 for every township folder without its ``township.yml``."""
    folders: dict[tuple[str, ...], bool] = {}
    for file in files:
        purpose = purpose_of(file)
        if purpose in _OF_TOWNSHIPS:
            folder = file.parts[:-1]
            folders[folder] = folders.get(folder, False) or purpose is Purpose.TOWNSHIP
    for folder, is_complete in folders.items():
        if not is_complete:
            yield problem("E114", Place("/".join((*folder, "township.yml"))), "该乡镇文件夹缺少 township.yml")


_READERS: Final = {
    Purpose.COUNTY: _read_county,
    Purpose.TOWNSHIP: _read_township,
    Purpose.COUNTY_VILLAGES: _read_villages,
    Purpose.TOWNSHIP_VILLAGES: _read_villages,
    Purpose.TOWNSHIP_PROBLEMS: _read_ledger,
    Purpose.TOWNSHIP_COMMITMENTS: _read_commitments,
    Purpose.TOWNSHIP_REMARKS: _read_remarks,
}


def _without_wrong_places(filings: Filings) -> None:
    """Report as E309, and drop, where a moved division lies if that is unknown or of no higher level."""
    for name, entry in filings.entries.items():
        division, within = filings.divisions.get(name), entry.within
        if division is None or within is None:
            continue
        upper = filings.divisions.get(within)
        if upper is not None and upper.level.depth < division.level.depth:
            continue
        if upper is not None:
            detail = f"“{entry.name}”隶属于“{upper.name}”，而后者的级别并不更高"
            filings.problems.append(problem("E309", entry.place("within"), detail))
        elif within not in filings.mentioned:
            filings.problems.append(problem("E309", entry.place("within"), f"没有登记{quoted(within)}"))
        filings.divisions[name] = replace(division, within=name.rpartition("/")[0])


def _into_official_order(filings: Filings) -> None:
    """Put the divisions into the official order, and what they filed into the order of the divisions."""
    filings.problems.extend(order_problems(filings.orders, filings.divisions, filings.mentioned))
    filings.divisions = in_official_order(filings.divisions, filings.orders)
    divisions = filings.divisions
    filings.targets = by_division(divisions, filings.targets, lambda each: each.division)
    filings.reports = by_division(divisions, filings.reports, lambda each: each.division)
    filings.checks = by_division(divisions, filings.checks, lambda each: each.division)
    filings.assessments = by_division(divisions, filings.assessments, lambda each: each.division)
    filings.ledger = by_division(divisions, filings.ledger, lambda each: each.township)
    filings.commitments = by_division(divisions, filings.commitments, lambda each: each.township)
    filings.remarks = by_division(divisions, filings.remarks, lambda each: each.township)


def read_filings(files: Iterable[ProjectFile], known: UpperDivisions | None) -> Filings:
    """Return all divisions and their records, given the files below ``data/townships``.

    Divisions are in the order of ``divisions.yml``, then in that of their county's list of townships, then of
    the files; a township precedes its villages. What they filed is in the order of the divisions.
    If ``divisions.yml`` could not be read (``known`` is ``None``), no division is returned, and counties
    are not reported as unknown.
    """
    listed = tuple(files)
    upper = known or UpperDivisions({}, {file.parts[_COUNTY] for file in listed})
    filings = Filings(dict(upper.divisions), set(upper.mentioned))
    filings.problems.extend(_missing_township_files(listed))
    judged: dict[str, Problem | None] = {}
    for file in listed:
        county = file.parts[_COUNTY]
        if county not in judged:
            judged[county] = _county_problem(county, file, upper)
            filings.problems.extend(filter(None, (judged[county],)))
        _READERS[purpose_of(file)](file, filings)
    _without_wrong_places(filings)
    _into_official_order(filings)
    return filings
