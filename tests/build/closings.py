"""Closed periods of a project, and the ways in which somebody could try to change them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generators.drafting.closing.records import ClosingWanted, Program, closing_record, reopening_record
from generators.drafting.closing.writing import chain_line, record_text, write_record
from generators.model.canonical import sha256_of
from generators.model.closing import (
    CHAIN,
    FOLDER,
    NOTHING_BEFORE,
    ClosedRecord,
    Closing,
    ClosingStep,
    file_of,
)
from generators.model.closing_lines import Content
from generators.model.dataset import Dataset
from generators.model.period import parse_period
from generators.reading.load import load_project
from generators.store.digests import methods_digest
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import FIXTURES_DAY, add_to, replace_in, write_files

PROGRAMME: Final = "clear-stream"
QUARTERS: Final = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
SITE: Final = "data/site.yml"
COUNTY: Final = "data/townships/yunxi"
OLD_PROGRAM: Final = Program("0.0.1", "")
"""A program whose code is not that of today."""


def known_salt() -> str:
    """Return a text in place of a secret one, so that a test always has the same record."""
    return "0" * 64


def this_program() -> Program:
    """Return the program that runs."""
    return Program("0.1.0", methods_digest())


def dataset_of(project: Path) -> Dataset:
    """Return the dataset of a project that can be read."""
    dataset = load_project(project).dataset
    assert dataset is not None
    return dataset


def close_period(
    project: Path,
    period: str,
    programme: str = PROGRAMME,
    on: date = FIXTURES_DAY,
    program: Program | None = None,
) -> ClosedRecord:
    """Close a period of a project, as ``tongbao close`` does, and return the record."""
    wanted = ClosingWanted(programme, period, "", on)
    record = closing_record(dataset_of(project), wanted, program or this_program(), known_salt)
    write_record(project, record, listed(project))
    return record


def reopen_period(project: Path, period: str, reason: str, programme: str = PROGRAMME) -> ClosedRecord:
    """Open a closed period of a project again, as ``tongbao reopen`` does, and return the record."""
    wanted = ClosingWanted(programme, period, "", FIXTURES_DAY)
    record = reopening_record(dataset_of(project), wanted, reason, known_salt)
    write_record(project, record, listed(project))
    return record


def listed(project: Path) -> str:
    """Return the list of links of a project."""
    chain = project / CHAIN
    return chain.read_text(encoding="utf-8") if chain.is_file() else ""


def close_year(project: Path) -> None:
    """Close the quarters of 2024 of the project with every noun, and one quarter of its second programme."""
    for quarter in QUARTERS:
        close_period(project, quarter)
    close_period(project, "2025-Q1", "second")


def chain_files(count: int) -> dict[str, bytes]:
    """Return the files of a chain of ``count`` closings of one programme, by their paths in a project."""
    files: dict[str, bytes] = {}
    previous, lines = NOTHING_BEFORE, ""
    for number in range(1, count + 1):
        closing = Closing(
            programme=PROGRAMME,
            period=parse_period(f"2024-{number:02}"),
            step=ClosingStep.CLOSED,
            on=FIXTURES_DAY,
            by="示例办",
        )
        value: tuple[str, ...] = ("value", "yunxi", "clear-stream/patrols")
        hidden: tuple[str, ...] = ("value", "yunxi/east-bridge", "clear-stream/patrols")
        content = Content(
            closing=closing,
            is_public=True,
            salts=(known_salt(), known_salt()),
            figures={value: {"value": str(number)}, hidden: {"value": "7"}},
            public=frozenset({value}),
            inputs={("report", *hidden[1:], "2024-01", ""): sha256_of("7")},
            disclosures=sha256_of(""),
        )
        record = content.linked(number, previous, file_of(closing, 1))
        files[record.file] = record_text(record).encode()
        lines += chain_line(record)
        previous = record.link.digest
    return {**files, CHAIN: lines.encode()}


Edit = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to change closed history: what is done, the code that refuses it, and whom that names."""

    what: str
    code: str
    names: str
    edit: Edit


def _put(file: str, old: str, new: str) -> Edit:
    return lambda project: replace_in(project / file, old, new)


def _cut(file: str, pattern: str) -> Edit:
    """Return an edit that takes what ``pattern`` finds out of a file."""

    def edit(project: Path) -> None:
        path = project / file
        text, count = re.subn(pattern, "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert count == 1, f"{pattern} occurs {count} times"
        path.write_text(text, encoding="utf-8")

    return edit


def _add(file: str, text: str) -> Edit:
    return lambda project: (
        add_to(project, file, text) if (project / file).exists() else write_files(project, {file: text})
    )


def _move_folder(project: Path) -> None:
    shutil.move(project / f"{COUNTY}/upper-spring", project / f"{COUNTY}/spring")


def _move_village(project: Path) -> None:
    _cut(f"{COUNTY}/east-bridge/villages.yml", r"  lower-bridge:.*")(project)
    moved = "  lower-bridge:\n    name: 下桥村\n    reports: [{period: 2024-Q1, on: 2024-04-02, "
    moved += "source: {document: quarterly-return, at: 第1行}, values: {clear-stream/signposted: false}}]\n"
    add_to(project, f"{COUNTY}/west-ford/villages.yml", moved)


def _of(township: str) -> str:
    return f"{COUNTY}/{township}/township.yml"


EAST: Final = _of("east-bridge")
SPRING: Final = _of("upper-spring")
HILL: Final = f"{COUNTY}/third-hill/villages.yml"
ADJUSTMENTS: Final = "data/adjustments.yml"
CORRECTIONS: Final = "data/corrections.yml"

_CITED: Final = "source: {document: plan, at: 附表}"

ATTEMPTS: Final = (
    Attempt("改报送数", "E910", "东桥镇", _put(EAST, "patrols: 24", "patrols: 25")),
    Attempt("删一个报送数", "E912", "北汊镇", _put(_of("north-fork"), ", clear-stream/patrols: 17", "")),
    Attempt("删一条报送", "E912", "南汊镇", _cut(_of("south-fork"), r"  - period: 2024-Q3.*?(?=  - period)")),
    Attempt("报送日期挪到截止以后", "E912", "中堰乡", _put(_of("middle-weir"), "2024-07-05", "2024-08-05")),
    Attempt("报送挪到别的一期", "E912", "上泉乡", _put(SPRING, "period: 2024-Q2", "period: 2024-Q1")),
    Attempt(
        "补登倒填日期的报送",
        "E913",
        "上泉乡",
        _put(
            SPRING,
            "reports:\n",
            "reports:\n  - {period: 2024-Q1, on: 2024-04-05, source: {document: quarterly-return, at: 第1行}, "
            "values: {clear-stream/cleaned-streams: 1}}\n",
        ),
    ),
    Attempt(
        "改成不适用", "E910", "西渡乡", _put(_of("west-ford"), "patrols: 13", "patrols: {not_applicable: 无}")
    ),
    Attempt(
        "加上约数",
        "E910",
        "下磨街道",
        _put(_of("lower-mill"), "patrols: 29", "patrols: {value: 29, qualifier: over}"),
    ),
    Attempt(
        "是改成否",
        "E910",
        "上桥村",
        _put(f"{COUNTY}/east-bridge/villages.yml", "signposted: true", "signposted: false"),
    ),
    Attempt("改目标", "E911", "东桥镇", _put(EAST, "value: 8", "value: 9")),
    Attempt("改目标期限", "E912", "东桥镇", _put(EAST, "by: 2025-12-31", "by: 2026-06-30")),
    Attempt("删目标", "E912", "南汊镇", _cut(_of("south-fork"), r"targets:.*?(?=reports:)")),
    Attempt(
        "补登倒填日期的目标",
        "E913",
        "三岗镇",
        _add(
            _of("third-hill"),
            "targets:\n  - {indicator: clear-stream/cleaned-streams, value: 3, from: 2024-01-01, "
            f"by: 2025-12-31, {_CITED}}}\n",
        ),
    ),
    Attempt("改节点目标", "E911", "云溪县", _put(f"{COUNTY}/county.yml", "2024-12-31: 5", "2024-12-31: 6")),
    Attempt("改加分上限", "E911", "北汊镇", _put(CLEAR_STREAM, "points: 2, cap: 3", "points: 2, cap: 4")),
    Attempt("改扣分", "E911", "东桥镇", _put(CLEAR_STREAM, "points: 0.5", "points: 1")),
    Attempt(
        "改截止天数", "E911", "季度考核", _put(CLEAR_STREAM, "closes_after_days: 10", "closes_after_days: 6")
    ),
    Attempt(
        "改得分的小数位",
        "E911",
        "季度考核",
        _put(CLEAR_STREAM, "missing: zero\n", "missing: zero\n        precision: 0\n"),
    ),
    Attempt("改缺数的处理", "E911", "季度考核", _put(CLEAR_STREAM, "missing: reweight", "missing: zero")),
    Attempt("改数据不足的界限", "E911", "季度考核", _put(CLEAR_STREAM, "coverage: 0.6", "coverage: 0.95")),
    Attempt("改分组", "E911", "季度考核", _put(CLEAR_STREAM, "kinds: [town]", "kinds: [town, office]")),
    Attempt("改否决的后果", "E911", "季度考核", _put(CLEAR_STREAM, "effect: unranked", "effect: listed")),
    Attempt(
        "改分档的得分",
        "E911",
        "季度考核",
        _put(CLEAR_STREAM, "at-least: 20, score: 60", "at-least: 20, score: 50"),
    ),
    Attempt(
        "补登倒填期间的办法",
        "E912",
        "季度考核",
        _put(CLEAR_STREAM, "      - from: 2024-Q3\n", "      - from: 2024-Q2\n"),
    ),
    Attempt("改单位", "E911", "巡溪次数", _put(CLEAR_STREAM, "measure: 次", "measure: 趟")),
    Attempt(
        "改指标的种类",
        "E911",
        "溪流总数",
        _put(
            CLEAR_STREAM,
            "name: 溪流总数, measure: 条, kind: level",
            "name: 溪流总数, measure: 条, kind: cumulative",
        ),
    ),
    Attempt("改汇总方式", "E911", "巡溪次数", _put(CLEAR_STREAM, "kind: flow, rollup: sum", "kind: flow")),
    Attempt(
        "改口径",
        "E911",
        "水质达标率",
        _put(CLEAR_STREAM, "rollup: ratio}", "rollup: ratio, definition: 新的口径}"),
    ),
    Attempt(
        "改比率的分母",
        "E911",
        "清理比例",
        _put(CLEAR_STREAM, "denominator: streams", "denominator: good-streams"),
    ),
    Attempt(
        "改方向",
        "E911",
        "清理的溪流",
        _put(CLEAR_STREAM, "cadence: quarter}", "cadence: quarter, goal: at-most}"),
    ),
    Attempt("改指标的名称", "E911", "已立牌子", _put(CLEAR_STREAM, "{name: 已立牌,", "{name: 已立牌子,")),
    Attempt("删加分", "E912", "北汊镇", _cut(ADJUSTMENTS, r"- \{[^}]*on: 2024-10-02,[^}]*\}[^}]*\}\n")),
    Attempt(
        "改加分",
        "E910",
        "北汊镇",
        _put(ADJUSTMENTS, "on: 2024-10-03,\n   reason: 又", "points: 0.5, on: 2024-10-03,\n   reason: 又"),
    ),
    Attempt(
        "补登倒填日期的加分",
        "E913",
        "西渡乡",
        _add(
            ADJUSTMENTS,
            "- {scheme: clear-stream/quarterly, division: yunxi/west-ford, period: 2024-Q3, rule: honour, "
            f"on: 2024-10-05, reason: 经验, {_CITED}, disclosure: public}}\n",
        ),
    ),
    Attempt("验收倒填日期", "E913", "岭上村", _put(HILL, "on: 2025-05-01", "on: 2025-03-02")),
    Attempt(
        "验收倒填撤销",
        "E910",
        "岭上村",
        _put(
            HILL,
            "item: second/tidy/road,",
            "item: second/tidy/road, revoked: {on: 2025-03-20, reason: 损坏},",
        ),
    ),
    Attempt("改评定", "E910", "岭上村", _put(HILL, "tier: strong", "tier: weak")),
    Attempt(
        "改验收条目",
        "E911",
        "second/tidy",
        _put("data/programmes/second.yml", "      light: {name: 一灯}\n", "      light: {name: 一盏灯}\n"),
    ),
    Attempt("改名不写变更", "E911", "东桥街", _put(EAST, "name: 东桥镇", "name: 东桥街")),
    Attempt("改类别不写变更", "E911", "东桥镇", _put(EAST, "kind: town", "kind: subdistrict")),
    Attempt("换文件夹名", "E912", "upper-spring", _move_folder),
    Attempt("把村挪到别的镇", "E912", "lower-bridge", _move_village),
    Attempt(
        "倒填更名",
        "E911",
        "上泉乡",
        _put(
            SPRING,
            "kind: township\n",
            "kind: township\nhistory: [{on: 2024-09-01, event: renamed, was: {name: 老泉乡}}]\n",
        ),
    ),
    Attempt(
        "倒填销号的步骤",
        "E910",
        "overdue",
        _add(f"{COUNTY}/east-bridge/problems.yml", "    - rectified: {on: 2024-03-10, note: 已清}\n"),
    ),
    Attempt("删问题", "E912", "overdue", _cut(f"{COUNTY}/east-bridge/problems.yml", r"overdue:.*")),
    Attempt(
        "改承诺的延期",
        "E910",
        "kept",
        _put(f"{COUNTY}/east-bridge/commitments.yml", "due: 2025-03-31", "due: 2025-04-30"),
    ),
    Attempt("改督查的得分", "E910", "spring", _put("data/inspections/spring.yml", "score: 80", "score: 81")),
    Attempt(
        "改判定的界限",
        "E911",
        "判定进度的界限",
        _put(SITE, "audiences:", "thresholds: {behind_tolerance: 30}\naudiences:"),
    ),
    Attempt(
        "倒填日期的更正",
        "E914",
        "东桥镇",
        _add(
            CORRECTIONS,
            "- {division: yunxi/east-bridge, indicator: clear-stream/patrols, period: 2024-Q1, old: 24, new: 30, "
            "reason: 复核, office: 示例办, on: 2024-05-01}\n",
        ),
    ),
)
"""Ways to change the history that :func:`close_year` closes, each in a place of its own."""


_CLOSED_ON: Final = date(2024, 10, 1)
_FIRST: Final = f"{FOLDER}/{PROGRAMME}/2024-Q1.jsonl"
_WEST: Final = _of("west-ford")


def _closed_then(edit: Edit, *more: str) -> Edit:
    """Return an edit that closes the first quarter of the minimal project, and ``more``, before ``edit``."""

    def closed(project: Path) -> None:
        for period in ("2024-Q1", *more):
            close_period(project, period, on=_CLOSED_ON, program=OLD_PROGRAM)
        edit(project)

    return closed


def _rename_record(project: Path) -> None:
    (project / _FIRST).rename(project / FOLDER / PROGRAMME / "2024-Q2.jsonl")
    replace_in(project / CHAIN, "2024-Q1.jsonl", "2024-Q2.jsonl")


def _swap_links(project: Path) -> None:
    chain = project / CHAIN
    chain.write_text("".join(reversed(chain.read_text("utf-8").splitlines(keepends=True))), encoding="utf-8")


def _compute_otherwise(project: Path) -> None:
    """Close the first quarter with a figure that the program of today does not give."""
    wanted = ClosingWanted(PROGRAMME, "2024-Q1", "", _CLOSED_ON)
    record = closing_record(dataset_of(project), wanted, OLD_PROGRAM, known_salt)
    key = ("value", "yunxi", "clear-stream/cleaned-streams")
    content = Content(
        closing=record.closing,
        is_public=True,
        salts=(known_salt(), known_salt()),
        figures={**record.figures, key: {**record.figures[key], "value": "4"}},
        public=record.public,
        inputs=dict(record.inputs),
        disclosures=record.disclosures,
    )
    write_record(project, content.linked(1, NOTHING_BEFORE, record.file), "")


BROKEN: Final[Mapping[str, Edit]] = MappingProxyType(
    {
        "E901": _closed_then(_put(_FIRST, '"number":"1"', '"number": "1"')),
        "E902": _closed_then(_rename_record),
        "E903": _closed_then(_put(_FIRST, '"step":"closed"', '"step":"reopened"')),
        "E904": _closed_then(_swap_links, "2024-Q2"),
        "E905": _closed_then(lambda project: (project / _FIRST).unlink()),
        "E906": _closed_then(
            lambda project: write_files(
                project, {f"{FOLDER}/{PROGRAMME}/2024-Q2.jsonl": (project / _FIRST).read_bytes()}
            )
        ),
        "E907": _closed_then(_add(CHAIN, "{}\n")),
        "E910": _closed_then(_put(_WEST, "cleaned-streams: 2", "cleaned-streams: 3")),
        "E911": _closed_then(_put(EAST, "value: 8", "value: 9")),
        "E912": _closed_then(_cut(_WEST, r"reports:.*")),
        "E913": _closed_then(
            _put(
                _WEST,
                "reports:\n",
                "reports:\n  - period: 2024-02\n    on: 2024-04-04\n    source: {document: quarterly-return, at: 第3行}\n"
                "    values: {clear-stream/patrols: 4}\n",
            )
        ),
        "E914": _closed_then(
            _add(
                CORRECTIONS,
                "- division: yunxi/east-bridge\n  indicator: clear-stream/patrols\n  period: 2024-Q1\n  old: 24\n"
                "  new: 20\n  reason: 重复计入\n  office: 示例办\n  on: 2024-09-30\n",
            )
        ),
        "E915": _compute_otherwise,
    }
)
"""How the broken projects of closed periods are made from the minimal one, by the code that each has."""
