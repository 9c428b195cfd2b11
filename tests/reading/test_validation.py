from __future__ import annotations

import pytest

from generators.model.document import Bulletin
from generators.model.programme import Programme
from generators.model.record import Place, PlacedMapping, Record
from generators.model.site import Site
from generators.model.source import Source
from generators.model.target import Target
from generators.model.township import TownshipFile, VillagesFile
from generators.reading.validation import MOST_PROBLEMS, entries, slug_problem, to_record
from generators.reading.yaml_source import parse_yaml

TARGET = "indicator: a/b\nvalue: 1\nfrom: 2017-01-01\nby: 2017-12-31\n"


def told(text: str, kind: type[Record]) -> list[tuple[str, str, str]]:
    outcome = to_record(parse_yaml(text, "f").value, kind, Place("f"))
    return [(str(found.place), found.code, found.detail) for found in sorted(outcome.problems)]


def test_a_sound_record_knows_where_it_was_written() -> None:
    outcome = to_record(parse_yaml(TARGET, "f").value, Target, Place("f"))
    assert outcome.problems == ()
    assert outcome.value is not None
    assert outcome.value.place("by") == Place("f", 4, 5)


def test_a_missing_field_is_named_as_editors_write_it() -> None:
    assert told("x: 1\nin:\n  indicator: a/b\n", Target)[:3] == [
        ("f:1:1", "E201", "缺少“by”"),
        ("f:1:1", "E201", "缺少“from”"),
        ("f:1:1", "E201", "缺少“indicator”"),
    ]


def test_an_unknown_field_is_told_at_its_key_with_a_guess() -> None:
    assert told(TARGET + "mesure: 个\n", Target) == [
        ("f:5:1", "E202", "不认识“mesure”；是不是想写 measure？")
    ]
    assert told(TARGET + "完全不同: 1\n", Target) == [("f:5:1", "E202", "不认识“完全不同”")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("name: 3\nkind: town", TownshipFile, ("f:1:7", "“name”应为文字，现为“3”；请给它加上引号")),
        ("name:\nkind: town", TownshipFile, ("f:1:6", "“name”没有填写")),
        (
            "name: a\nkind: town\nreports: {}",
            TownshipFile,
            ("f:3:10", "“reports”应为列表，每项以“- ”开头，现为一组“键: 值”"),
        ),
        (
            "name: a\nkind: town\nreports: [3]",
            TownshipFile,
            ("f:3:11", "“reports”第 1 项应为一组“键: 值”，现为“3”"),
        ),
        ("villages: []", VillagesFile, ("f:1:11", "“villages”应为一组“键: 值”，现为一个列表")),
        ("name:某镇", TownshipFile, ("f:1:1", "应为一组“键: 值”，现为“name:某镇”；英文冒号后要有空格")),
        (
            "name：某镇",
            TownshipFile,
            ("f:1:1", "应为一组“键: 值”，现为“name：某镇”；请把中文冒号改为英文冒号加空格"),
        ),
        (TARGET.replace("2017-12-31", "2017"), Target, ("f:4:5", "“by”应为日期，如 2017-06-30，现为“2017”")),
        (TARGET.replace("1\n", "约1\n", 1), Target, ("f:2:8", "“value”应为数字或 true/false，现为“约1”")),
        (TARGET + "baseline: 一", Target, ("f:5:11", "“baseline”应为数字，现为“一”")),
        (TARGET + "milestones: {2017-06-30: x}", Target, ("f:5:26", "“2017-06-30”应为数字，现为“x”")),
        (
            TARGET + "qualifier: 余",
            Target,
            (
                "f:5:12",
                "“qualifier”应为以下之一：over、at-least、at-most、nearly、about，现为“余”；请写成 over",
            ),
        ),
    ],
)
def test_wrong_types_are_told_in_chinese(text: str, kind: type[Record], expected: tuple[str, str]) -> None:
    place, detail = expected
    assert told(text, kind) == [(place, "E203", detail)]


def test_numbers_out_of_range_and_lists_too_short() -> None:
    site = "name: a\nowner: b\ndescription: c\naudiences: {public: {title: x}, internal: {title: y}}\n"
    assert told(site + "thresholds: {report_grace_days: -3}", Site) == [
        ("f:5:33", "E203", "“report_grace_days”不得小于 0，现为“-3”")
    ]
    bulletin = "series: a\ntitle: b\nissuer: c\nprogrammes: []\nnumber: 1.5"
    assert told(bulletin, Bulletin) == [
        ("f:4:13", "E203", "“programmes”至少要有 1 项"),
        ("f:5:9", "E203", "“number”应为整数，现为“1.5”"),
    ]


def test_a_list_of_wrong_items_is_not_called_too_short() -> None:
    site = "name: a\nowner: b\ndescription: c\naudiences: {public: {title: x}, internal: {title: y}}\n"
    assert told(site + "languages: [fr]", Site) == [
        ("f:5:13", "E203", "“languages”第 1 项应为以下之一：zh-CN、en，现为“fr”")
    ]
    assert told(site + "languages: []", Site) == [("f:5:12", "E203", "“languages”至少要有 1 项")]


def test_codes_of_the_model_are_kept() -> None:
    text = "name: a\nkind: town\nreports:\n  - period: 2017-13\n"
    text += "    values: {A b: 1, c/d: {numerator: 1, value: 2}}"
    assert [(place, code) for place, code, _ in told(text, TownshipFile)] == [
        ("f:4:13", "E207"),
        ("f:5:14", "E205"),
        ("f:5:27", "E208"),
    ]


def test_a_key_that_is_no_date_is_told_at_the_key() -> None:
    assert told(TARGET + "milestones: {2017-02-30: 1}", Target) == [
        ("f:5:14", "E107", "“2017-02-30”不是存在的日期")
    ]


def test_the_short_form_of_a_value_is_told_by_its_indicator() -> None:
    text = "name: a\nkind: town\nreports: [{period: 2017, values: {a/b: 五}}]"
    assert told(text, TownshipFile) == [("f:3:40", "E203", "“a/b”应为数字或 true/false，现为“五”")]


def test_what_the_yaml_reader_refused_is_not_told_again() -> None:
    outcome = to_record(parse_yaml(TARGET.replace("value: 1", "value: yes"), "f").value, Target, Place("f"))
    assert outcome.value is None
    assert outcome.problems == ()


def test_personal_numbers_and_long_texts_are_not_repeated() -> None:
    number = "990101199901010012"
    (_, _, detail), (_, _, slug) = told(
        f"indicator: A{'b' * 90}\nvalue: 电话13800000000证件{number}\nfrom: 2017-01-01\nby: 2017-12-31",
        Target,
    )[::-1]
    assert number not in detail
    assert "13800000000" not in detail
    assert len(slug) < 60


def test_broken_items_are_left_out_and_the_others_kept() -> None:
    text = (
        "name: a\nkind: town\nnotee: x\nreports:\n  - {period: 2017, values: {a/b: 1}}\n"
        "  - {period: 2018, values: {a/b: x}}\n  - {period: no, values: {a/b: 1}}\n"
    )
    outcome = to_record(parse_yaml(text, "f").value, TownshipFile, Place("f"))
    assert [found.code for found in sorted(outcome.problems)] == ["E202", "E203"]
    assert outcome.value is not None
    assert [report.period.text for report in outcome.value.reports] == ["2017"]
    assert outcome.value.reports[0].place("period") == Place("f", 5, 14)


def test_a_record_broken_at_its_root_is_left_out() -> None:
    outcome = to_record(parse_yaml("kind: town\nreports: [3]", "f").value, TownshipFile, Place("f"))
    assert outcome.value is None
    assert [found.code for found in outcome.problems] == ["E201", "E203"]


def test_framework_nodes_are_checked_at_every_depth() -> None:
    text = "framework: [{id: a, name: b, children: [{id: c, name: d, childen: 3}]}]"
    assert ("f:1:58", "E202", "不认识“childen”；是不是想写 children？") in told(text, Programme)


@pytest.mark.parametrize("name", ["a", "a-1", "2017", "wu-xing-3"])
def test_identifiers(name: str) -> None:
    assert slug_problem(name, Place("f")) is None


@pytest.mark.parametrize("name", ["", "A", "a/b", "a_b", "-a", "某", "a b", "../x"])
def test_no_identifiers(name: str) -> None:
    found = slug_problem(name, Place("f"))
    assert found is not None
    assert found.code == "E205"


def test_entries_are_independent_of_each_other() -> None:
    node = parse_yaml(
        "a: {title: 甲, issuer: 乙}\nB: {title: 甲, issuer: 乙}\nc: {title: 甲}\nd: no\n", "f"
    ).value
    assert isinstance(node, PlacedMapping)
    outcome = entries(node, Source)
    assert outcome.value is not None
    assert list(outcome.value) == ["a"]
    assert [(str(found.place), found.code) for found in outcome.problems] == [
        ("f:2:1", "E205"),
        ("f:3:4", "E201"),
    ]


@pytest.mark.parametrize("key", ["'20170630'", "2017-W26-5", "2017-6-30", "2017-06-30T00:00"])
def test_a_key_is_a_date_in_one_form_only(key: str) -> None:
    ((_, code, detail),) = told(TARGET + f"milestones: {{{key}: 1}}", Target)
    assert (code, detail) == ("E107", f"“{key.strip(chr(39))}”不是存在的日期")


def test_of_very_many_mistakes_the_first_are_told() -> None:
    rows = "".join(f"k{at}: 1\n" for at in range(MOST_PROBLEMS + 100))
    found = told(f"name: a\nkind: town\n{rows}", TownshipFile)
    assert len(found) == MOST_PROBLEMS
    assert found[-1][2].endswith("问题太多，另有 100 处没有列出")
