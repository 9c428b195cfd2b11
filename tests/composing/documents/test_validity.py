from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.composing.documents.documents import bulletin_item, case_item
from generators.composing.documents.validity import ValidityView, bulletin_validity, case_validity
from generators.composing.kit import urls
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.disclosing import Publication
from generators.model.document import Withdrawal

_DAY = date(2025, 6, 30)
_TAKEN_BACK = Withdrawal(by="枫屏县示例办公室", on=_DAY, reason="数字有误。")


def _with_first_bulletin(publication: Publication, **changes: object) -> Publication:
    first, *rest = publication.bulletins
    changed = replace(first, front=first.front.detached(**changes))
    return replace(publication, bulletins=(changed, *rest))


def test_a_document_holds_unless_it_says_otherwise(publication: Publication) -> None:
    view = bulletin_validity(publication, publication.bulletins[0])
    assert view == ValidityView("有效", "有效")
    assert (view.mark, view.marked("一季度情况")) == ("", "一季度情况")


def test_a_superseded_issue_leads_on_and_its_successor_back(publication: Publication) -> None:
    changed = _with_first_bulletin(publication, superseded_by="tidy-notes/2025/2")
    first, second = (bulletin_validity(changed, each) for each in changed.bulletins)
    name = "第2期（总第2期）《“净村”行动二季度情况》"
    assert first == ValidityView(
        "已被替代", f"已被{name}替代", successor=Link(name, urls.bulletin("tidy-notes/2025/2"))
    )
    assert first.marked("一季度情况") == "一季度情况（已被替代）"
    (back,) = second.predecessors
    assert back.href == urls.bulletin("tidy-notes/2025/1")
    assert second.mark == ""


def test_a_withdrawn_issue_says_who_when_and_why(publication: Publication) -> None:
    changed = _with_first_bulletin(publication, withdrawn=_TAKEN_BACK, superseded_by="tidy-notes/2025/2")
    view = bulletin_validity(changed, changed.bulletins[0])
    assert (view.label, view.text) == ("已废止", "已废止")
    assert view.withdrawal == "枫屏县示例办公室于2025年6月30日废止。原因：数字有误。"
    assert view.successor is not None
    item = bulletin_item(Parts(changed), changed.bulletins[0])
    assert item.validity == "已废止"


def test_a_look_back_does_not_know_of_a_later_withdrawal(publication: Publication) -> None:
    changed = replace(_with_first_bulletin(publication, withdrawn=_TAKEN_BACK), as_of=date(2025, 6, 29))
    assert bulletin_validity(changed, changed.bulletins[0]).mark == ""


def test_a_successor_that_the_audience_does_not_see_is_not_named(publication: Publication) -> None:
    changed = _with_first_bulletin(publication, superseded_by="tidy-notes/2025/3")
    assert bulletin_validity(changed, changed.bulletins[0]) == ValidityView()


def test_cases_are_marked_likewise(publication: Publication) -> None:
    (case,) = publication.cases
    changed = replace(case, front=case.front.detached(withdrawn=_TAKEN_BACK))
    marked = replace(publication, cases=(changed,))
    assert case_validity(marked, changed).mark == "已废止"
    assert case_item(Parts(marked), changed).validity == "已废止"
    assert case_item(Parts(publication), case).validity == ""
