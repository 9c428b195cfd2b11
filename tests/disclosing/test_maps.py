"""The public sees approved or invented borders; the internal site all, with their origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.disclosing import Audience, Publication
from generators.model.area_map import AreaMap, TilePlace
from generators.model.scalars import Disclosure
from generators.model.source import Citation, Source
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import indicator
from tests.build.maps import area_map, row_of
from tests.build.programmes import programme
from tests.build.publications import disclosed

DAY = date(2024, 6, 30)
PLACE = TilePlace(row=1, column=2)
APPROVED = area_map(map_approval="示S(2026)12号", source=Citation(document="borders"), tiles={EAST: PLACE})
INVENTED = area_map(fictional=True, tiles={EAST: PLACE})
UNAPPROVED = APPROVED.detached(map_approval=None)
MISWRITTEN = APPROVED.detached(map_approval="待批")


def _publication(record: AreaMap | None, audience: Audience) -> Publication:
    given = replace(
        dataset(programme({"main": indicator()})),
        sources={"borders": Source(title="界线图", issuer="示例")},
        area_map=record,
        outlines=row_of((EAST, WEST)),
    )
    return disclosed(given, DAY, audience)


@pytest.mark.parametrize("record", [APPROVED, INVENTED])
def test_the_public_sees_borders_that_are_approved_or_invented(record: AreaMap) -> None:
    found = _publication(record, Audience.PUBLIC)
    assert (found.area_map, list(found.drawn_maps)) == (record, [COUNTY])


@pytest.mark.parametrize("record", [UNAPPROVED, MISWRITTEN])
def test_of_others_it_sees_the_places_of_the_tiles_alone(record: AreaMap) -> None:
    found = _publication(record, Audience.PUBLIC)
    assert found.area_map == AreaMap(tiles={EAST: PLACE})
    assert found.drawn_maps == {}
    assert found.sources == {}


def test_of_internal_borders_it_sees_nothing() -> None:
    found = _publication(APPROVED.detached(disclosure=Disclosure.INTERNAL), Audience.PUBLIC)
    assert (found.area_map, dict(found.drawn_maps)) == (None, {})


@pytest.mark.parametrize("record", [APPROVED, UNAPPROVED, INVENTED])
@pytest.mark.parametrize("own", Disclosure)
def test_the_internal_audience_sees_all(record: AreaMap, own: Disclosure) -> None:
    found = _publication(record.detached(disclosure=own), Audience.INTERNAL)
    assert list(found.drawn_maps) == [COUNTY]


def test_the_source_of_public_borders_is_public() -> None:
    assert list(_publication(APPROVED, Audience.PUBLIC).sources) == ["borders"]


def test_without_a_record_no_borders_are_seen() -> None:
    assert _publication(None, Audience.INTERNAL).drawn_maps == {}
