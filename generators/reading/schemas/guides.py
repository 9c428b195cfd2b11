"""What each field means, as the tables of ``data/README.md`` and ``content/README.md`` say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.area_map import AreaMap, TilePlace
from generators.model.commitment import Commitment, CommitmentEvent
from generators.model.comparison import Comparison
from generators.model.consequence import Consequence, TriggerForm
from generators.model.correction import Correction
from generators.model.division import DivisionEntry
from generators.model.document import Bulletin, Case, FreePage
from generators.model.glossary import GlossaryEntry
from generators.model.import_layout import ImportColumn, ImportLayout
from generators.model.indicator import Condition, Indicator
from generators.model.inspection import Inspection, Visit
from generators.model.ladder import Assessment, Ladder
from generators.model.ledger import LedgerEntry, LedgerEvent
from generators.model.programme import FrameworkNode, Identity, Programme, Rule
from generators.model.record import Record
from generators.model.remark import Remark
from generators.model.report import Report, Value
from generators.model.scheme import NormalisationForm, Scheme, SchemeVersion
from generators.model.series import MissingIssues, Series
from generators.model.site import Audiences, AudienceText, Footer, Site, Thresholds
from generators.model.source import Citation, Source
from generators.model.standard import ItemCheck, Standard
from generators.model.target import Target
from generators.model.township import CountyFile, TownshipFile, VillageEntry

_PROGRAM: Final = Path(__file__).resolve().parents[2]
"""The folder of the installed program."""


_AS_ABOVE: Final = "同上"


@dataclass(frozen=True, slots=True)
class GuideTable:
    """A table of the guide to ``folder``: below ``heading``, the one whose heads begin with ``head``.

    Of several such tables ``at`` counts from 0. Its rows name fields that begin with ``prefix``.
    """

    folder: str
    heading: str
    head: str = "项"
    at: int = 0
    prefix: str = ""


def _data(heading: str, head: str = "项", at: int = 0, prefix: str = "") -> GuideTable:
    return GuideTable("data", heading, head, at, prefix)


def _content(heading: str) -> GuideTable:
    return GuideTable("content", heading)


DESCRIBED_BY: Final[Mapping[type[Record], GuideTable]] = {
    Site: _data("三、site.yml"),
    Audiences: _data("三、site.yml", prefix="audiences."),
    AudienceText: _data("三、site.yml", prefix="audiences.public."),
    Footer: _data("三、site.yml", prefix="footer."),
    Thresholds: _data("三、site.yml", prefix="thresholds."),
    DivisionEntry: _data("四、divisions.yml"),
    Source: _data("五、sources.yml"),
    Citation: _data("二、怎样写"),
    Series: _data("六、series.yml"),
    MissingIssues: _data("六、series.yml", "`missing` 的项"),
    Programme: _data("七、programmes/<工作>.yml"),
    FrameworkNode: _data("（一）框架 framework"),
    Indicator: _data("（二）指标 indicators"),
    Condition: _data("（二）指标 indicators", at=1),
    Comparison: _data("（二）指标 indicators", at=2),
    Identity: _data("（三）口径核对 identities"),
    Rule: _data("（四）规则 rules"),
    Scheme: _data("（五）考核办法 schemes"),
    SchemeVersion: _data("（五）考核办法 schemes", at=1),
    NormalisationForm: _data("（五）考核办法 schemes", "写法"),
    Standard: _data("（六）标准 standards"),
    Ladder: _data("（七）等次 ladders"),
    Consequence: _data("（八）奖惩 consequences"),
    TriggerForm: _data("（八）奖惩 consequences", "`when`"),
    CountyFile: _data("八、county.yml、township.yml、villages.yml"),
    TownshipFile: _data("八、county.yml、township.yml、villages.yml"),
    VillageEntry: _data("八、county.yml、township.yml、villages.yml"),
    Target: _data("（一）目标 targets"),
    Report: _data("（二）报送 reports"),
    Value: _data("（二）报送 reports", at=1),
    ItemCheck: _data("（三）验收 checks 与评定 assessments"),
    Assessment: _data("（三）验收 checks 与评定 assessments", at=1),
    Correction: _data("九、corrections.yml"),
    LedgerEntry: _data("十、problems.yml（问题台账）"),
    LedgerEvent: _data("十、problems.yml（问题台账）", "步骤"),
    Commitment: _data("十一、commitments.yml（承诺）"),
    CommitmentEvent: _data("十一、commitments.yml（承诺）", "步骤"),
    Remark: _data("十八、remarks.yml（乡镇说明）"),
    Inspection: _data("十二、inspections/<督查>.yml（督查）"),
    Visit: _data("十二、inspections/<督查>.yml（督查）", at=1),
    Adjustment: _data("十三、adjustments.yml"),
    Allowance: _data("十四、个人信息与 allowed.yml"),
    GlossaryEntry: _data("十五、terms.yml（用语表）"),
    AreaMap: _data("二十二、map.yml、map.geojson（地图）"),
    TilePlace: _data("二十二、map.yml、map.geojson（地图）", at=1),
    ImportLayout: _data("十六、imports/<格式>.yml（导入格式）"),
    ImportColumn: _data("十六、imports/<格式>.yml（导入格式）", at=1),
    Bulletin: _content("（一）通报"),
    Case: _content("（二）典型案例"),
    FreePage: _content("（三）普通页面"),
}
"""The table that says what the fields of a record mean."""


def guide_path(folder: str) -> Path:
    """Return where the guide to ``data`` or ``content`` is installed, or where it is in the repository."""
    packed = _PROGRAM / "guides" / folder / "README.md"
    return packed if packed.is_file() else _PROGRAM.parent / folder / "README.md"


def _tables(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield every table with the heading above it; the first row is that of its heads."""
    heading, rows = "", list[list[str]]()
    for line in (*text.splitlines(), ""):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
            continue
        if rows:
            yield heading, [rows[0], *rows[2:]]
            rows = []
        if line.startswith("#"):
            heading = line.lstrip("# ")


@cache
def _tables_of(folder: str) -> tuple[tuple[str, list[list[str]]], ...]:
    return tuple(_tables(guide_path(folder).read_text(encoding="utf-8")))


def _meaning(heads: list[str], row: list[str]) -> str:
    """Return the row's explanation: its cells but for the first and for whether the field is required."""
    said = [
        cell
        for head, cell in zip(heads[1:], row[1:], strict=True)
        if cell and head not in {"必填", "之后可以", "什么时候可以登记"}
    ]
    aside = re.sub(r"`[^`]*`[、 ]*", "", row[0]).strip()
    return "：".join((*filter(None, (aside,)), "。".join(said))).replace("`", "")


@cache
def meanings(kind: type[Record]) -> Mapping[str, str]:
    """Return by field, as YAML writes it, what the guide says of the fields of ``kind``.

    Empty without a table. Raises ``LookupError`` if the guide has lost the table.
    """
    where = DESCRIBED_BY.get(kind)
    if where is None:
        return {}
    fitting = [
        table
        for heading, table in _tables_of(where.folder)
        if heading == where.heading and table[0][0].startswith(where.head)
    ]
    found = {
        name.removeprefix(where.prefix): said
        for name, said in _rows(fitting[where.at])
        if name.startswith(where.prefix)
    }
    return {name: _said_above(where, name) if said == _AS_ABOVE else said for name, said in found.items()}


def _rows(table: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each field named by a row of the table, with its meaning."""
    heads, *rows = table
    for row in rows:
        for name in re.findall("`([^`]+)`", row[0]):
            yield name.partition(":")[0], _meaning(heads, row)


def _said_above(where: GuideTable, name: str) -> str:
    """Return what the first table of the same guide that explains a field ``name`` says of it."""
    said = (said for _, table in _tables_of(where.folder) for each, said in _rows(table) if each == name)
    return next(each for each in said if each != _AS_ABOVE)
