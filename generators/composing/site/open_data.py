"""Open data: every published figure and every target's progress, as CSV for Excel and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.changes.downloads import CHANGE_COLUMNS, change_rows
from generators.composing.commitments.downloads import COMMITMENT_COLUMNS, commitment_cells
from generators.composing.consequences.downloads import CONSEQUENCE_COLUMNS, consequence_cells
from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit import urls
from generators.composing.kit.numbers import data_number, plain
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType
from generators.composing.kit.views import Link
from generators.composing.ledgers.downloads import PROBLEM_COLUMNS, problem_cells
from generators.composing.rankings.downloads import RANKING_COLUMNS, SCORE_COLUMNS, ranking_rows, score_rows
from generators.composing.tiers.rows import TIER_COLUMNS, tier_cells
from generators.disclosing.publication import Publication
from generators.results.figures import Progress

Cell = str | bool

VALUE_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "division": "区划的标识，按级以“/”相连",
    "indicator": "指标的标识；framework- 开头的是框架所列项数",
    "name": "指标名称",
    "role": "target 目标，achievement 完成情况，context 背景数据",
    "value": "数值；是否类为 true、false；不适用为空；只有分子分母时写作“分子/分母”",
    "qualifier": "over 余、多，at-least 以上，at-most 以内，nearly 近，about 约，"
    "not-applicable 不适用，parts 分子分母",
    "measure": "计量单位",
    "date": "期间；目标为截止日期；原件没有写明期间的为文件日期，都没有的为空",
    "source": "出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}

PROGRESS_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "division": "区划的标识",
    "division_name": "区划名称",
    "indicator": "指标的标识",
    "name": "指标名称",
    "kind": "cumulative 累计数，flow 当期数，level 时点数，ratio 比率，flag 是否",
    "goal": "at-least 不低于，at-most 不高于，exactly 等于",
    "measure": "计量单位",
    "target": "目标值 T",
    "from": "开始日期",
    "by": "截止日期",
    "baseline": "基数 b；为空的不计算完成率",
    "milestones": "节点目标，“日期=数值”以分号相连",
    "day": "计算所用日期",
    "value": "当日数值 v",
    "value_state": "known 有值，unreported 未报送，not-applicable 不适用，incomputable 无法计算",
    "value_origin": "declared 自报，rolled-up 下级汇总，derived 由其他指标算出",
    "numerator": "比率的分子",
    "denominator": "比率的分母",
    "reported": "汇总所依据的下级报送个数",
    "reports_expected": "汇总应有的下级报送个数",
    "expected": "序时应达值 E，最多六位小数",
    "attainment": "完成率 (v−b)/(T−b)，1 为 100%，最多六位小数",
    "gap": "与序时进度之差，百分点，最多六位小数",
    "status": "状态",
    "late_report": "最近一次报送是否迟报",
    "overdue_periods": "已到期未报的期间，以分号相连",
    "late_achievement": "是否逾期后完成",
    "corrected": "数值是否经过更正",
    "source": "目标出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class TableView:
    """A downloadable table: its files, how many rows, and what each column means."""

    title: str
    description: str
    files: tuple[Link, ...]
    rows: int
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    title: str
    description: str
    columns: Mapping[str, str]
    rows: Sequence[Sequence[Cell]]


def open_data(publication: Publication, rows: Sequence[FigureRow]) -> tuple[Page, tuple[Download, ...]]:
    """Return the open-data page and its files."""
    tables = (
        _Table(
            "values",
            "全部数据",
            "本站公布的每一个数字，一行一个，注明出处与位置",
            VALUE_COLUMNS,
            [_value_cells(row) for row in rows],
        ),
        _Table(
            "progress",
            "目标进度",
            "每个目标一行，列出公式的全部输入与结果，可以自行复算",
            PROGRESS_COLUMNS,
            [_progress_cells(publication, each) for each in publication.progress],
        ),
        *_problem_tables(publication),
        *_commitment_tables(publication),
        *_tier_tables(publication),
        *_consequence_tables(publication),
        *_change_tables(publication),
        *_ranking_tables(publication),
    )
    page = SECTION.first_page("site/open-data.md.j2", tuple(_table_view(table) for table in tables))
    return page, tuple(download for table in tables for download in _downloads(publication, table))


def open_data_pages(parts: Parts) -> Iterator[Page | Download]:
    """Yield the open-data page and its files."""
    page, downloads = open_data(parts.publication, parts.once(figure_rows))
    yield page
    yield from downloads


def _problem_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the table of problems, where the audience sees any."""
    standings = [each for ledger in publication.ledgers.values() for each in ledger.standings]
    if standings:
        yield _Table(
            "problems",
            "问题台账",
            "每个问题一行，列出每一步的日期、责任单位与销号依据",
            PROBLEM_COLUMNS,
            [problem_cells(publication, each) for each in standings],
        )


def _commitment_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the table of commitments, where the audience sees any."""
    standings = [each for book in publication.commitment_books.values() for each in book.standings]
    if standings:
        yield _Table(
            "commitments",
            "承诺",
            "每项承诺一行，列出每一步的日期、分值与评诺结果",
            COMMITMENT_COLUMNS,
            [commitment_cells(publication, each) for each in standings],
        )


def _tier_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the table of standings, where the audience sees any ladder."""
    if publication.ladder_results:
        yield _Table(
            "tiers",
            "等次",
            "每个区划在每个等次序列中一行，列出依据",
            TIER_COLUMNS,
            [
                tier_cells(publication, standing)
                for result in publication.ladder_results.values()
                for standing in result.standings.values()
            ],
        )


def _ranking_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the tables of ranks and of what they rest on, where the audience sees any scheme."""
    if publication.rankings:
        yield _Table(
            "rankings",
            "排名",
            "每个区划在每一期中一行：名次、得分、组内名次、升降、名次区间，不排名的写明是数据不足还是一票否决",
            RANKING_COLUMNS,
            list(ranking_rows(publication)),
        )
        yield _Table(
            "scores",
            "得分明细",
            "每个得分的每个计分项、每次加分扣分和否决各一行，可以自行复算",
            SCORE_COLUMNS,
            list(score_rows(publication)),
        )


def _consequence_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the table of consequences, where the audience sees any."""
    if publication.consequence_results:
        yield _Table(
            "consequences",
            "奖惩",
            "按办法应奖、应罚的单位，每个单位每期一行",
            CONSEQUENCE_COLUMNS,
            [
                consequence_cells(publication, result, entry)
                for result in publication.consequence_results.values()
                for entry in result.entries
            ],
        )


def _change_tables(publication: Publication) -> Iterator[_Table]:
    """Yield the table of changes, where days are compared."""
    if publication.changes:
        yield _Table(
            "changes",
            "变化",
            "与一个月、三个月和一年以前相比，每项变化一行",
            CHANGE_COLUMNS,
            list(change_rows(publication)),
        )


def _table_view(table: _Table) -> TableView:
    files = tuple(
        Link(f"{table.name}.{suffix}", urls.download(f"{table.name}.{suffix}")) for suffix in ("csv", "json")
    )
    return TableView(table.title, table.description, files, len(table.rows), tuple(table.columns.items()))


def _value_cells(row: FigureRow) -> list[Cell]:
    return [getattr(row, column) for column in VALUE_COLUMNS]


def _progress_cells(publication: Publication, progress: Progress) -> list[Cell]:
    target, measured, flags = progress.target, progress.measured, progress.flags
    programme, _, name = progress.indicator.partition("/")
    indicator = publication.indicators[progress.indicator]
    division = publication.divisions[progress.division]
    coverage = measured.coverage
    return [
        programme,
        progress.division,
        division.name,
        name,
        indicator.name,
        indicator.kind.value,
        indicator.goal.value,
        indicator.measure,
        data_number(target.value),
        target.start.isoformat(),
        target.due.isoformat(),
        data_number(progress.baseline),
        ";".join(f"{day}={plain(value)}" for day, value in sorted(target.milestones.items())),
        progress.day.isoformat(),
        data_number(measured.value),
        measured.state.value,
        measured.origin.value,
        data_number(measured.numerator),
        data_number(measured.denominator),
        str(coverage.reported) if coverage is not None else "",
        str(coverage.expected) if coverage is not None else "",
        data_number(progress.expected),
        data_number(progress.attainment),
        data_number(progress.gap),
        progress.status.value,
        flags.late_report,
        ";".join(period.text for period in flags.overdue_periods),
        flags.late_achievement,
        flags.corrected,
        target.source.document if target.source is not None else "",
        target.source.at or "" if target.source is not None else "",
        division.fictional,
    ]


def _is_number(text: str) -> bool:
    body = text.removeprefix("-")
    return body.replace(".", "", 1).isascii() and body.replace(".", "", 1).isdigit()


def spreadsheet_safe(text: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; numbers, also negative ones, stay numbers."""
    if text.startswith(_DANGEROUS) and not _is_number(text):
        return f"'{text}"
    return text


def _csv_cells(cells: Sequence[Cell]) -> Iterator[str]:
    for cell in cells:
        yield str(cell).lower() if isinstance(cell, bool) else spreadsheet_safe(cell)


def _downloads(publication: Publication, table: _Table) -> Iterator[Download]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(_csv_cells(row) for row in table.rows)
    # Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
    yield Download(f"open-data/{table.name}.csv", buffer.getvalue().encode("utf-8-sig"))
    document = {
        "title": table.title,
        "as_of": publication.as_of.isoformat(),
        "columns": [{"name": name, "description": text} for name, text in table.columns.items()],
        "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    yield Download(f"open-data/{table.name}.json", f"{text}\n".encode())


SECTION: Final = Section(
    address=urls.OPEN_DATA,
    title="开放数据",
    description="下载本站公布的全部数字与目标进度（CSV、JSON）",
    type=SectionType.OPEN,
    keywords=("下载",),
    menu=MenuEntry(group="数据", position=-1),
    home_count=HomeCount(unit="个数据", of=lambda parts: len(parts.once(figure_rows)), position=-1),
    compose=open_data_pages,
)
