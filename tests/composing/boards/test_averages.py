"""The rows of averages on a board: one for each kind of places, of the targets that all of them have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generators.composing.boards.heat_maps import board_targets, heat_map
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Cell, Piece, Small, Styled
from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.dataset import Dataset
from tests.build.peers import DAY, county_with
from tests.build.publications import disclosed
from tests.build.rankings import township

MAIN = Address("strong/main")


def _words(piece: Piece) -> str:
    if isinstance(piece, Small):
        return "".join(map(_words, piece.content))
    return piece.text if isinstance(piece, Styled) else str(piece)


def _cell_words(shown: Cell) -> str:
    return " ".join(map(_words, shown.content))


def _rows(county: Dataset, audience: Audience = Audience.INTERNAL) -> Sequence[Sequence[str]]:
    publication = disclosed(county, DAY, audience)
    (address,) = publication.indicators
    found = board_targets(Parts(publication), publication.progress)
    view = heat_map(found, [township(at) for at in range(len(county.targets))], [address], "看板", "a4")
    return [
        [_cell_words(shown) for _, shown in row.cells] for group in view.groups for row in group.summaries
    ]


def test_each_kind_of_places_has_its_average() -> None:
    assert _rows(county_with((10, 20, 31, 1, 2, 6), rural=3)) == [
        ["3个镇平均", "20.3个"],
        ["3个乡平均", "3个"],
    ]


def test_too_few_places_have_none() -> None:
    assert _rows(county_with((10, 20, 1, 2), rural=2)) == []


def test_the_public_is_told_of_how_many_places_the_average_is() -> None:
    county = county_with((10, 20, 30, 1000), hidden=3)
    assert _rows(county) == [["4个镇平均", "265个"]]
    assert _rows(county, Audience.PUBLIC) == [["4个镇平均", "20个 其中3个镇"]]


def test_places_with_other_due_days_are_not_averaged_together() -> None:
    county = county_with((10, 20, 30, 40, 50, 60))
    later = [
        replace(each, target=each.target.model_copy(update={"due": date(2018, 3, 31)}))
        for each in county.targets[3:]
    ]
    assert _rows(replace(county, targets=(*county.targets[:3], *later))) == []
