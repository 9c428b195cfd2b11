"""The whole project as files: path and text, in the order in which one would read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from string import Template
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.adjustments import adjustments_of
from examples.fictional_county.borders import borders_of, map_of
from examples.fictional_county.checklists import checks_of
from examples.fictional_county.commitments import commitments_of
from examples.fictional_county.division_changes import (
    former_township,
    history_of,
    official_order,
    village_history,
)
from examples.fictional_county.inspections import Visits, all_rounds
from examples.fictional_county.months import Calendar, Month, Quarter
from examples.fictional_county.places import PROVINCE, Area, County, Township, area_of
from examples.fictional_county.problems import Entry, findings_of, problems_of
from examples.fictional_county.remarks import remarks_of
from examples.fictional_county.reports import (
    Filed,
    Standing,
    Values,
    correction,
    county_reports,
    incomes_of,
    monthly_reports,
    quarterly_reports,
    true_values,
)
from examples.fictional_county.sizes import Sizes
from examples.fictional_county.sources import sources_of
from examples.fictional_county.targets import Goals, county_targets, goals_of, township_targets
from examples.fictional_county.tiers import class_counts, classes_of, days_of_assessment, towns_of
from examples.fictional_county.yaml_text import Node, yaml_text

_TEXTS: Final = Path(__file__).parent / "texts"
_LITTLE_INCOME: Final = 10


def project_files(sizes: Sizes) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the project of these sizes."""
    calendar, area = Calendar.of(sizes.quarters), area_of(sizes)
    words = {"owner": area.owner, "due": calendar.due.isoformat()}
    for path in sorted(_TEXTS.rglob("*.*")):
        name = path.relative_to(_TEXTS).as_posix()
        text = Template(path.read_text(encoding="utf-8")).substitute(words)
        yield name, text
    yield "data/divisions.yml", yaml_text(_divisions(area))
    documents = sources_of(calendar, days_of_assessment(calendar))
    yield "data/sources.yml", yaml_text({each.id: each.entry for each in documents})
    yield "data/map.yml", yaml_text(map_of(area))
    yield "data/map.geojson", borders_of(area, sizes.seed)
    yield "data/adjustments.yml", yaml_text(list(adjustments_of(area, calendar, sizes.seed)))
    rounds = all_rounds(calendar)
    for county in area.counties:
        yield from _county_files(county, calendar, sizes.seed, rounds)
    for each in rounds:
        yield f"data/inspections/{each.round.id}.yml", yaml_text(each.entry)


def _divisions(area: Area) -> Node:
    found: dict[str, Node] = {PROVINCE.slug: {"name": PROVINCE.text, "kind": "province", "fictional": True}}
    for city, name in area.cities:
        found[city] = {"name": name, "kind": "city", "within": PROVINCE.slug, "fictional": True}
    for county in area.counties:
        found[county.id] = {"name": county.name, "kind": "county", "within": county.city, "fictional": True}
    return found


def _county_files(
    county: County, calendar: Calendar, seed: int, rounds: list[Visits]
) -> Iterator[tuple[str, str]]:
    """Yield the files of a county, and add what was seen in its townships to the rounds."""
    folder = f"data/townships/{county.id}"
    offices = [_Office(township, calendar, seed) for township in county.townships]
    is_first = any(township.number == 0 for township in county.townships)
    weak = sum(office.villages_of_little_income for office in offices)
    county_file: dict[str, Node] = {
        "order": official_order(county.townships, county.official_order),
        "targets": county_targets([office.goals for office in offices], weak, calendar),
        "reports": _entries(
            county_reports([office.values for office in offices], calendar, differs=is_first)
        ),
    }
    yield f"{folder}/county.yml", yaml_text(county_file)
    for office in offices:
        for visits in rounds:
            visits.add(office.township, findings_of(office.problems), seed)
        for name, content in office.files.items():
            yield f"data/townships/{office.township.id}/{name}", yaml_text(content)
        former = former_township(office.township)
        if former is not None:
            name, content = former
            yield f"data/townships/{name}/township.yml", yaml_text(content)
        if office.township.number == situations.CORRECTION.township:
            yield "data/corrections.yml", yaml_text([correction(office.township, office.values)])
            yield f"data/townships/{office.township.id}/remarks.yml", yaml_text(remarks_of(office.township))


def _entries(reports: list[Filed]) -> list[Node]:
    return [report.entry for report in reports]


def _given(field: str, records: list[Node]) -> dict[str, Node]:
    """Return a field with these records, or nothing where there are none."""
    return {field: records} if records else {}


@dataclass(frozen=True)
class _Office:
    """One township's folder."""

    township: Township
    calendar: Calendar
    seed: int

    @cached_property
    def standing(self) -> Standing:
        """Return what is on record of the villages."""
        township, calendar, seed = self.township, self.calendar, self.seed
        villages = township.villages
        return Standing(
            checks={
                each.id: checks_of(township, each, at, calendar, seed) for at, each in enumerate(villages)
            },
            classes={each.id: classes_of(township, each, calendar, seed) for each in villages},
        )

    @cached_property
    def goals(self) -> Goals:
        """Return what the township aims at."""
        classes = class_counts(self.township, self.standing.classes, self.township.starts)
        return goals_of(self.township, classes["weak"], self.seed)

    @cached_property
    def values(self) -> Mapping[Month, Values]:
        """Return the township's figures."""
        return true_values(self.township, self.standing, self.goals, self.calendar, self.seed)

    @cached_property
    def incomes(self) -> Mapping[str, Mapping[Quarter, Decimal]]:
        """Return the income of each village, by its id."""
        return {
            village.id: incomes_of(self.township, village, self.calendar, self.seed)
            for village in self.township.villages
        }

    @property
    def villages_of_little_income(self) -> int:
        """Return how many villages had little income in the first quarter."""
        first = self.calendar.quarters[0]
        return sum(
            income.get(first, _LITTLE_INCOME + 1) <= _LITTLE_INCOME for income in self.incomes.values()
        )

    @cached_property
    def problems(self) -> list[Entry]:
        """Return the township's ledger."""
        return problems_of(self.township, self.calendar, self.seed)

    @property
    def files(self) -> dict[str, Node]:
        """Return the files of the folder by name."""
        township = self.township
        own: dict[str, Node] = {
            "name": township.name,
            "kind": township.kind,
            **_given("history", history_of(township)),
            "targets": township_targets(township, self.goals, self.calendar),
            "reports": _entries(monthly_reports(township, self.values, self.calendar, self.seed)),
            "assessments": [each.entry for each in towns_of(township, self.calendar)],
        }
        return {
            "township.yml": own,
            "villages.yml": {"villages": self._villages()},
            "problems.yml": {each.id: each.entry for each in self.problems},
            "commitments.yml": commitments_of(township, self.calendar, self.seed),
        }

    def _villages(self) -> Node:
        found: dict[str, Node] = {}
        for village in self.township.villages:
            entry: dict[str, Node] = {"name": village.name}
            if village.kind != "village":
                entry["kind"] = village.kind
            if village.merged_into is not None:
                into = village.merged_into.rpartition("/")[2]
                entry["merged"] = {"into": into, "on": situations.MERGED_ON}
            entry |= _given("history", village_history(self.township))
            entry["checks"] = [each.entry for each in self.standing.checks[village.id]]
            entry["assessments"] = [each.entry for each in self.standing.classes[village.id]]
            reports = quarterly_reports(self.township, village, self.incomes[village.id], self.seed)
            entry["reports"] = _entries(reports)
            found[village.slug] = entry
        return found
