"""The input of every check: the dataset, the day, and shared indexes.

References between records may be broken here, since the checks report them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from generators.checking.kit.prose import ParsedPassage, prose_of
from generators.checking.kit.public_text import SiteText, site_texts
from generators.checking.kit.wording import named
from generators.model.address import Address
from generators.model.allowance import PersonalKind
from generators.model.county_parts import ALL_FILES, FilesOfPart
from generators.model.dataset import Dataset
from generators.model.division import Division
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.names import NAMES, Meaning
from generators.model.observation import Observation
from generators.model.programme import Programme
from generators.model.record import Place, Record
from generators.model.visibility import Audience, Visibility
from generators.model.walk import RecordText, records_of, walk
from generators.reading.quoting import quoted

if TYPE_CHECKING:
    from generators.checking.personal_data import Finding


FindingKey: TypeAlias = tuple[str, PersonalKind, str]
"""What an entry of the allow-list names: a file, and what kind of personal data is in it, masked."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """The records, by id, that one function of prose can link to, and their noun in messages."""

    noun: str
    records: Mapping[str, Record | Division] | Mapping[Address, Record | Division]


@dataclass(frozen=True)
class Context:
    """The dataset, the day of the checks, and the files that could be read only in part (``damaged``).

    Records that a damaged file may define are not reported as missing. ``reserved`` are the names of
    generated pages directly below the root of the site. Personal data is looked for in ``files``, by default
    in all; ``personal_elsewhere`` was found in the others.
    """

    dataset: Dataset
    as_of: date
    damaged: frozenset[str] = frozenset()
    reserved: frozenset[str] = frozenset()
    files: FilesOfPart = ALL_FILES
    personal_elsewhere: frozenset[FindingKey] = frozenset()

    def is_damaged(self, address: Address, division: str = "") -> bool:
        """Whether the file of an indicator's programme, or a file of a division, is damaged."""
        programme = f"data/programmes/{address.programme}.yml"
        county, _, below = division.partition("/")
        folder = f"data/townships/{county}/{below.partition('/')[0]}".rstrip("/") + "/"
        return programme in self.damaged or (
            bool(division) and any(file.startswith(folder) for file in self.damaged)
        )

    @cached_property
    def prose(self) -> tuple[ParsedPassage, ...]:
        """Return every passage of prose with its calls."""
        return tuple(prose_of(self.dataset))

    @cached_property
    def public(self) -> Visibility:
        """Return the visibility for the public audience."""
        return Visibility(self.dataset, Audience.PUBLIC)

    @cached_property
    def names(self) -> Mapping[Meaning, tuple[RecordText, ...]]:
        """Return all names of other records that are written in records, by meaning."""
        found: dict[Meaning, list[RecordText]] = {meaning: [] for meaning in NAMES}
        for record in records_of(self.dataset):
            for name in walk(record, *NAMES):
                found[name.meaning].append(name)
        return {meaning: tuple(names) for meaning, names in found.items()}

    def forget_names(self) -> None:
        """Free the ``names``, the largest of the indexes; they are found again if anybody asks."""
        vars(self).pop("names", None)

    @cached_property
    def personal_findings(self) -> tuple[tuple[SiteText, tuple[Finding, ...]], ...]:
        """Return every text that contains personal data, with the findings in it."""
        # The patterns take long to compile, and a process beside the others is the only one to search.
        from generators.checking.kit.split_texts import split_texts  # noqa: PLC0415 - see above
        from generators.checking.personal_data import fact_findings, findings  # noqa: PLC0415 - see above

        def found_in(text: SiteText) -> tuple[Finding, ...]:
            if text.fact is not None:
                return fact_findings(text.text, text.fact)
            return search(text.text, text.title, is_contact=text.is_contact)

        texts = tuple(each for each in site_texts(self.dataset) if self.files.holds(each.file))
        search = cache(findings)  # most texts are addresses and names, which are written again and again
        searched = ((text, found_in(text)) for text in (*texts, *split_texts(texts)))
        return tuple((text, found) for text, found in searched if found)

    @cached_property
    def personal_keys(self) -> frozenset[FindingKey]:
        """Return what entries of the allow-list have to name of all personal data."""
        found = {
            (text.place.file, each.kind, each.masked)
            for text, findings in self.personal_findings
            for each in findings
        }
        return self.personal_elsewhere | found

    @cached_property
    def linkable(self) -> Mapping[str, Linkable]:
        """Return by name the targets of the functions of prose that make links, such as ``case(...)``."""
        dataset = self.dataset
        return {
            "division": Linkable("区划", dataset.divisions),
            "programme": Linkable("工作", dataset.programmes),
            "indicator": Linkable("指标", dataset.indicators),
            "source": Linkable("出处", dataset.sources),
            "case": Linkable("案例", {case.id: case.front for case in dataset.cases}),
            "bulletin": Linkable("通报", {issue.id: issue.front for issue in dataset.bulletins}),
        }

    def indicator(self, address: Address) -> Indicator | None:
        """Return the indicator at ``address``, if there is one."""
        return self.dataset.indicators.get(address)

    def programme_of(self, address: Address) -> Programme | None:
        """Return the programme that an indicator address begins with, if there is one."""
        return self.dataset.programmes.get(address.programme)

    def lies_elsewhere(self, division: str, township: str) -> bool:
        """Whether a division on record is neither ``township`` nor was ever within it."""
        if division not in self.dataset.divisions or division == township:
            return False
        return township not in self.dataset.upwards_ever(division)

    def day_of(self, address: Address) -> date:
        """Return the day on which the indicator's programme is measured."""
        programme = self.programme_of(address)
        observed_until = None if programme is None else programme.observed_until
        return min(self.as_of, observed_until or self.as_of)

    def series(
        self, *kinds: IndicatorKind
    ) -> Iterator[tuple[str, Address, Indicator, tuple[Observation, ...]]]:
        """Yield (division, address, indicator, observations) of every figure with reports.

        Only known indicators of ``kinds``, or of all kinds if none is given.
        """
        for (division, address), observations in self.dataset.observations.items():
            indicator = self.indicator(address)
            if indicator is not None and (not kinds or indicator.kind in kinds):
                yield division, address, indicator, observations

    def division_name(self, division: str) -> str:
        """Return a division's name, or its quoted id if it is unknown."""
        found = self.dataset.divisions.get(division)
        return found.name if found is not None else quoted(division)

    def indicator_name(self, address: Address) -> str:
        """Return an indicator's name in quotation marks, or its quoted address if it is unknown."""
        found = self.indicator(address)
        return named(found.name) if found is not None else quoted(address)

    def figure_name(self, division: str, address: Address) -> str:
        """Return the name of a figure in messages, such as ``某县的“达标村数”``."""
        return f"{self.division_name(division)}的{self.indicator_name(address)}"


def value_place(observation: Observation, *field: str) -> Place:
    """Return the place of a reported value, or of one of its fields."""
    return observation.report.place("values", observation.indicator, *field)
