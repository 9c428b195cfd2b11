"""The tail of a bulletin says what its front matter says, and nothing that is not known."""

from __future__ import annotations

from datetime import date

import pytest

from generators.composing.documents.imprints import Imprint, imprint_of
from generators.model.document import Bulletin


@pytest.fixture
def bulletin() -> Bulletin:
    return Bulletin(title="题", series="notes", issuer="示例办公室", programmes=("tidy",))


def test_who_and_when_default_to_the_issuer_and_its_date(
    bulletin: Bulletin,
) -> None:
    dated = bulletin.model_copy(update={"date": date(2025, 6, 3)})
    assert imprint_of(dated) == Imprint((), "", "示例办公室", "2025年6月3日")
    assert imprint_of(bulletin).date == "日期原件未注明"


def test_a_full_tail(bulletin: Bulletin) -> None:
    full = bulletin.model_copy(
        update={
            "date": date(2025, 6, 3),
            "report_to": ("甲", "乙"),
            "issue_to": ("丙",),
            "copies": 50,
            "printed_by": "示例印刷间",
            "printed_on": date(2025, 6, 4),
        }
    )
    lists = (("报", "甲，乙。"), ("发", "丙。"))
    assert imprint_of(full) == Imprint(lists, "共印50份", "示例印刷间", "2025年6月4日印发")
