"""A new programme of a project that exists: its file, and the document that it is based on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generators.checking.kit.wording import near_miss
from generators.drafting.errors import DraftError
from generators.drafting.new.file import NewFile
from generators.drafting.starting.places import NewPlace
from generators.drafting.starting.project import (
    NewProgramme,
    NewProject,
    programme_complaints,
    programme_file,
)
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator
from generators.reading.quoting import quoted


@dataclass(frozen=True, slots=True)
class ProgrammeWanted:
    """A programme as asked for; ``owner`` is the id of a division, ``None`` for that of all other programmes.

    Its source is ``programme.source`` where that is on record, else a new one of that id.
    """

    programme: NewProgramme
    owner: str | None
    indicators: tuple[Indicator, ...]
    day: datetime.date


def owner_of(dataset: Dataset, wanted: str | None) -> str:
    """Return the id of the owner that is wanted; raises :class:`DraftError` if it is unknown, or open."""
    if wanted is None:
        owners = dict.fromkeys(each.owner for each in dataset.programmes.values())
        if len(owners) != 1:
            raise DraftError(f"各项工作的牵头地方不同，请用 --owner 写明：{'、'.join(owners)}")
        return next(iter(owners))
    if wanted not in dataset.divisions:
        raise DraftError(f"没有区划{quoted(wanted)}{near_miss(wanted, dataset.divisions)}")
    return wanted


def new_programme(dataset: Dataset, wanted: ProgrammeWanted) -> NewFile:
    """Return the file of the programme; raises :class:`DraftError` with all that is wrong."""
    programme = wanted.programme
    wrong = list(programme_complaints(programme))
    if programme.id in dataset.programmes:
        wrong.append(f"工作{quoted(programme.id)}已经有了：请换一个标识")
    owner = owner_of(dataset, wanted.owner)
    if wrong:
        raise DraftError("；".join(wrong))
    division = dataset.divisions[owner]
    project = NewProject(
        NewPlace(name=division.name, id=owner, kind=division.kind),
        (),
        programme,
        wanted.day,
        indicators=wanted.indicators,
    )
    return programme_file(project)
