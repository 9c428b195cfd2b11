from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.checking.personal import is_credit_code, is_resident_id, personal_numbers
from tests.checking.broken_projects import ABOUT, ProblemsWith, free_page, second_programme

#: No region has the code 999999: these are nobody's.
NOBODY = "999999200101010019"
NOBODY_X = "99999920010101006X"


def _kinds(text: str) -> list[str]:
    return [number.kind for number in personal_numbers(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"证件{NOBODY}。", "身份证号"),
        (f"证件{NOBODY_X}。", "身份证号"),
        (f"证件{NOBODY_X.lower()}。", "身份证号"),
        ("证件 999999 20010101 0019", "身份证号"),
        ("证件 999999-20010101-0019", "身份证号"),
        ("证件110105491231002", "身份证号（15 位）"),
        ("电话13800138000", "手机号"),
        ("电话138-0013-8000", "手机号"),
        ("电话138 0013 8000", "手机号"),
        ("电话+8613800138000", "手机号"),
    ],
)
def test_a_number_that_tells_of_a_person(text: str, kind: str) -> None:
    assert _kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "999999200101010018",
        "区划代码330824000000",
        "区划代码 138001380001",
        "91350100M000100Y43",
        "座机0579-87100000",
        "2135个问题",
        "12800138000",
        "999999991231002",
        "110105999931002",
        "",
    ],
)
def test_a_number_that_does_not(text: str) -> None:
    assert _kinds(text) == []


def test_check_digits() -> None:
    assert is_resident_id(NOBODY)
    assert is_resident_id(NOBODY_X)
    assert is_credit_code("91350100M000100Y43")
    assert not is_credit_code("91350100M000100Y44")


@given(st.integers(min_value=0, max_value=10**17 - 1))
def test_exactly_one_check_digit_fits(number: int) -> None:
    assert sum(is_resident_id(f"{number:017}{check}") for check in "0123456789X") == 1


def test_every_text_that_the_public_would_see_is_searched(problems_with: ProblemsWith) -> None:
    found = problems_with(
        {
            ABOUT: free_page("好。", "title: 关于13800138000\ndescription: 问13800138000\n"),
            "content/files/13800138000.txt": "",
            "data/site.yml": (
                "name: 通报\nowner: 某\ndescription: 某\n"
                "audiences:\n  public: {title: 通报}\n  internal: {title: 通报, notice: 值班13800138000}\n"
                "footer: {contact: 13800138000 转办}\n"
            ),
            "data/programmes/second.yml": second_programme(
                "disclosure: internal\nindicators: {}\nrules: [{kind: support, text: 找13800138000。}]\n"
            ),
        }
    )
    assert [(code, place) for code, place, _ in found if code != "W311"] == [
        ("E601", "content/about.md:2:8"),
        ("E601", "content/about.md:3:14"),
        ("E601", "content/files/13800138000.txt:1:1"),
        ("E601", "data/site.yml:7:19"),
    ]
    assert all("13800138000" not in detail for code, _, detail in found if code == "E601")


def test_an_internal_record_may_name_its_contact(problems_with: ProblemsWith) -> None:
    page = free_page("电话13800138000", "title: 值班\ndisclosure: internal\n")
    assert problems_with({ABOUT: page}) == []
