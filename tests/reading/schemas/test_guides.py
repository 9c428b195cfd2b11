from __future__ import annotations

import pytest

from generators.model.document import Bulletin, Case
from generators.model.indicator import Indicator
from generators.model.record import Record
from generators.model.site import AudienceText, Site
from generators.reading.schemas.guides import DESCRIBED_BY, meanings


@pytest.mark.parametrize("kind", DESCRIBED_BY, ids=lambda kind: kind.__name__)
def test_the_guide_explains_every_field_of_a_record_that_it_has_a_table_for(kind: type[Record]) -> None:
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    parts_of_site = {"audiences", "footer", "thresholds"} if kind is Site else set()
    assert fields - set(meanings(kind)) == parts_of_site


def test_a_meaning_is_the_words_of_its_row_without_marks() -> None:
    assert meanings(Indicator)["definition"] == "口径：什么算、什么不算，用自己的话写"
    assert meanings(AudienceText)["title"] == "这一版的标题"


def test_as_above_is_what_the_table_above_says() -> None:
    assert meanings(Case)["published"] == meanings(Bulletin)["published"] == "发布日期，见（四）"


def test_a_record_without_a_table_has_no_meanings() -> None:
    assert meanings(Record) == {}
