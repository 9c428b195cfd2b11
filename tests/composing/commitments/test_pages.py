from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.composing.commitments.commitment_table import commitment_data
from generators.composing.commitments.of_division import commitments_of_division
from generators.composing.commitments.pages import MAX_LISTED, SECTION, BooksView, BookView, commitment_pages
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.model.commitment import FiledCommitment
from generators.model.scalars import Disclosure
from tests.build import datasets, programmes
from tests.build.commitments import delayed, filed_commitment, judged, made, published, reviewed
from tests.build.publications import disclosed
from tests.reading_sites.shown_tables import column, drawn, records, sort_keys, texts, titles

DAY = date(2025, 6, 30)
UNDERWAY = (made(date(2024, 1, 8)), reviewed(date(2024, 1, 12)), published(date(2024, 1, 15)))
FOUR = (
    filed_commitment(*UNDERWAY, judged(date(2025, 3, 1)), name="a", division="county/east/a"),
    filed_commitment(*UNDERWAY, name="b", disclosure=Disclosure.PUBLIC),
    filed_commitment(
        *UNDERWAY, delayed(date(2024, 12, 1), date(2025, 12, 31)), name="c", township="county/west"
    ),
    filed_commitment(
        *UNDERWAY,
        judged(date(2025, 3, 1), "partly", "funding"),
        points=Decimal("2.5"),
        name="d",
        township="county/west",
    ),
)


def _parts(*commitments: FiledCommitment, audience: Audience = Audience.INTERNAL) -> Parts:
    dataset = replace(datasets.dataset(programmes.programme({})), commitments=commitments)
    return Parts(disclosed(dataset, DAY, audience))


def _book(parts: Parts) -> tuple[Page, BookView]:
    _, page = commitment_pages(parts)
    assert isinstance(page.view, BookView)
    return page, page.view


def test_without_commitments_there_is_no_section() -> None:
    assert not SECTION.has_content(_parts().publication)
    hidden = _parts(filed_commitment(made(date(2024, 1, 8))), audience=Audience.PUBLIC)
    assert not SECTION.has_content(hidden.publication)


def test_the_list_says_what_its_words_mean() -> None:
    page, _ = commitment_pages(_parts(*FOUR))
    assert isinstance(page.view, BooksView)
    (summary,) = page.view.books
    assert (page.address, summary.head.href) == ("site:/commitments/", "site:/commitments/example/")
    assert (summary.head.label, summary.total, summary.kept) == ("示例承诺", 4, 1)
    assert len(texts(page.view.meanings)) == 9


def test_what_needs_attention_stands_first_and_delayed_is_not_failed() -> None:
    _, view = _book(_parts(*FOUR))
    rows = texts(view.commitments)
    assert [(*row["state"], row["earned"][0]) for row in rows] == [
        ("逾期未评", "超期181天", "0"),
        ("已延期", "延期1次", "—"),
        ("部分兑现", "资金不到位", "1.25"),
        ("已兑现", "4"),
    ]
    assert rows[1]["due_now"] == ("2025年12月31日", "原定2024年12月31日")
    assert sort_keys(view.commitments, "earned") == ["0", "", "1.25", "4"]


def test_the_five_steps_and_how_many_took_them() -> None:
    _, view = _book(_parts(*FOUR))
    assert "".join(step.mark for step in view.steps) == "定审晒践评"
    assert [step.count for step in view.steps] == [4, 4, 4, 0, 2]
    steps = drawn(view.commitments, "steps")[0]
    assert isinstance(steps, tuple)
    assert [step.is_taken for step in steps] == [True, True, True, False, False]
    assert steps[2].day == "2024年1月15日"


def test_rates_are_of_all_or_not_told() -> None:
    _, internal = _book(_parts(*FOUR))
    assert [(row["rate"][0], *row["share"], *row["parts"]) for row in texts(internal.rates)] == [
        ("兑现率", "33.3%", "1/3"),
        ("得分率", "50%", "5.25/10.5"),
    ]
    assert column(internal.townships, "kept_rate") == ["50%", "0%"]
    _, public = _book(_parts(*FOUR, audience=Audience.PUBLIC))
    assert (bool(public.rates), public.is_whole, public.total) == (False, False, 1)
    assert {"得分", "兑现率"}.isdisjoint(titles(public.townships))


def test_a_township_lists_its_villages_too() -> None:
    parts = _parts(*FOUR)
    east = commitments_of_division(parts, "county/east")
    village = commitments_of_division(parts, "county/east/a")
    assert east is not None
    assert village is not None
    assert (len(texts(east.table)), len(texts(village.table))) == (2, 1)
    assert ("区划" in titles(east.table), "区划" in titles(village.table)) == (True, False)
    assert commitments_of_division(parts, "county/west/c") is None


def test_a_very_long_list_is_cut_and_says_so() -> None:
    many = [filed_commitment(made(date(2024, 1, 8)), name=f"n{at}") for at in range(MAX_LISTED + 3)]
    _, view = _book(_parts(*many))
    assert (len(texts(view.commitments)), view.commitments_left) == (MAX_LISTED, 3)


def test_open_data_has_a_cell_for_each_column() -> None:
    (table,) = commitment_data(_parts(*FOUR))
    _, overdue, _, partly = records(table)
    assert (overdue["state"], overdue["earned"], overdue["days_late"]) == ("overdue", "0", "181")
    assert overdue["events"] == "made=2024-01-08;reviewed=2024-01-12;published=2024-01-15"
    assert (partly["reason"], partly["earned"]) == ("funding", "1.25")
