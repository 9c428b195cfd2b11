from __future__ import annotations

from datetime import date

from generators.composing.documents.bulletins import BulletinView
from generators.composing.documents.cases import CaseView
from generators.composing.documents.document_head import catalogue_of
from generators.composing.documents.validity import ValidityView
from generators.composing.site.compose import compose
from generators.disclosing import Publication


def test_every_row_stands_in_its_order(publication: Publication) -> None:
    front = publication.bulletins[0].front.model_copy(
        update={
            "title": "净村情况",
            "index_number": "FP01-2025-0001",
            "document_number": "枫办〔2025〕1号",
            "date": date(2025, 4, 8),
            "published": date(2025, 4, 10),
            "subjects": ("净村", "整治"),
        }
    )
    assert catalogue_of(front, ("通报", "净村简报"), "枫屏县示例办公室", ValidityView()) == (
        ("索引号", "FP01-2025-0001"),
        ("分类", "通报 › 净村简报"),
        ("发布机构", "枫屏县示例办公室"),
        ("成文日期", "2025年4月8日"),
        ("发布日期", "2025年4月10日"),
        ("名称", "净村情况"),
        ("文号", "枫办〔2025〕1号"),
        ("主题词", "净村；整治"),
        ("有效性", "有效"),
    )


def test_rows_that_are_not_filled_in_are_left_out(publication: Publication) -> None:
    bare = publication.cases[0].front.model_copy(
        update={"index_number": "", "document_number": "", "date": None, "published": None, "subjects": ()}
    )
    rows = dict(catalogue_of(bare, ("典型案例",), "示例单位", ValidityView("已废止", "已废止")))
    assert list(rows) == ["分类", "发布机构", "名称", "有效性"]
    assert rows["有效性"] == "已废止"


def test_bulletins_and_cases_are_filed(publication: Publication) -> None:
    views = [page.view for page in compose(publication).pages]
    filed = [dict(view.catalogue) for view in views if isinstance(view, BulletinView | CaseView)]
    assert len(filed) == len(publication.bulletins) + len(publication.cases)
    assert {rows["分类"].partition(" › ")[0] for rows in filed} == {"通报", "典型案例"}
    assert all(rows["名称"] and rows["有效性"] for rows in filed)
