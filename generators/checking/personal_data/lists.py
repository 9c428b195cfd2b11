"""Lists of persons: the column of names of a table that elsewhere says what would harm them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generators.checking.personal_data.harm import CONTEXT, DISEASE, SANCTION, STEM
from generators.checking.personal_data.names import is_name
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.tables import Cell, Row, Table
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_HARMFUL_NAMES: Final = re.compile(rf"(?:{CONTEXT})(?:户主)?(?:姓名)?")
_NAMES: Final = re.compile(
    r"(?:户主|申请人|救助对象|对象|当事人|反映人|信访人|被处分人|受处分人|人员|家庭成员|成员|患者"
    r"|学生|监护人|持证人|享受人|领取人|受益人|村民)?(?:的)?(?:姓名|名字)"
    r"|户主|申请人|救助对象|当事人|反映人|信访人|受处分人|被处分人|患者|享受人|领取人|受益人|受助人|姓名/户主"
)
_HARMFUL: Final = re.compile(
    r"(?:主要|所患|致贫)?(?:患病|病种|病情|疾病|病名|病史|诊断|伤病|残疾)(?:情况|名称|种类|类别"
    r"|类型|等级|级别|程度|结果|证号)?"
    r"|致贫(?:返贫)?原因|返贫原因|健康状况|身体状况|低保(?:类别|类型|等级|金|证号|金额|人数)?"
    r"|(?:救助|慰问|补助)(?:金额|金|类别|类型|事由|原因|资金|标准|款)?"
    r"|困难(?:类型|类别|原因|情况|程度)|特困类别|处分(?:种类|情况|决定|结果|类型|依据)?"
    r"|违[纪法](?:事实|情况|问题|行为)?|处理(?:结果|决定)"
    r"|信访(?:事项|诉求|内容|问题|件)|诉求"
    r"|罪名|刑期|案由|矫正(?:类别|期限)|护理等级|失能等级|监测类型|风险类型|户类型|农户类型|脱贫年度|家庭类型"
)
_HARMFUL_CELL: Final = re.compile(
    rf"(?:{CONTEXT})|{DISEASE}[^,。;]{{0,6}}|因[病残](?:致贫|返贫)?|[^,。;]{{0,4}}[一二三四1-4]级(?:残疾)?"
    rf"|[^,。;]{{0,6}}残疾|重残|大病|重病"
    r"|[^,。;]{0,6}(?:癌|尿毒症|白血病|肺结核|艾滋病|精神病|精神分裂症|脑梗|偏瘫|肝硬化|肾衰竭)[^,。;]{0,4}"
    rf"|(?:受到?|给予)?{SANCTION}(?:处分)?|(?:多次|越级|进京)?(?:上访|信访)|社区矫正|刑满释放"
)
_LIST: Final = re.compile(
    r"(?:低保|特困|五保|救助|残疾|困难|慰问|危房|孤儿|贫困|脱贫|监测|高龄|优抚|大病|重病|患[病者]"
    r"|病人|感染|处分|问责|违纪|信访|上访|服刑|矫正|戒毒|吸毒"
    r"|失信|留守|困境|抚恤|护理补贴|失能)"
    r"(?![^,。;\n]{0,12}(?:工作(?!表)|先进|模范|标兵|干部|责任人|负责|联络|领导|志愿|单位|机构|专家"
    r"|讲师|医生|医师|服务|企业|基地|项目))[^,。;\n]{0,14}(?:名单|花名册|名册|发放表|明细表"
    r"|公示表|汇总表|登记表|一览表|发放明细|台账|情况表|公示)"
)
_LONGEST_FORM: Final = 40
"""In rows."""


def listed_persons(text: Surroundings) -> Iterator[Trace]:
    """Yield names in columns of names, where the title or the row says what would harm them."""
    for table in text.tables.found if STEM.search(text.text) or STEM.search(text.title) else ():
        yield from _of_table(table, text.title)


def _of_table(table: Table, title: str) -> Iterator[Trace]:
    titles = f"{table.caption} {title}"
    rows = [row for row in table.rows if not row.line.isascii()]  # all names and what harms are Chinese
    if not (STEM.search(titles) or any(STEM.search(row.line) for row in rows)):
        return
    headings = table.headings
    harmful = {column for column, heading in headings.items() if _HARMFUL_NAMES.fullmatch(heading)}
    names = {column for column, heading in headings.items() if _NAMES.fullmatch(heading)} - harmful
    has_head = not any(is_name(heading) for heading in headings.values())
    if has_head and (harmful or names):
        is_list = _LIST.search(titles) or any(_HARMFUL.fullmatch(each) for each in headings.values())
        found = _below_a_head(table, harmful, names, is_list=bool(is_list))
    else:
        found = _beside_a_label(table, has_head=has_head)
    for cell in found:
        if is_name(cell.text):
            yield Trace(PersonalKind.PERSON, cell.start, cell.start + len(cell.text))


def _below_a_head(table: Table, harmful: set[int], names: set[int], *, is_list: bool) -> Iterator[Cell]:
    """Yield the cells of columns of names: ``harmful`` always, ``names`` where list or row says so."""
    for row in table.rows[table.head + 1 :]:
        if row.line.isascii():
            continue
        cells = row.cells()
        columns = harmful | names if is_list or _says_harm(cells) else harmful
        yield from (cell for cell in cells if cell.column in columns)


def _beside_a_label(table: Table, *, has_head: bool) -> Iterator[Cell]:
    """Yield the cells behind a label such as 姓名, and without a head the first of a row that says harm."""
    rows = [row for row in table.rows if not row.line.isascii()]
    is_form = len(table.rows) <= _LONGEST_FORM and any(_has_harmful_label(row) for row in rows)
    for row in rows:
        cells = row.cells()
        says_harm = _says_harm(cells)
        if not (says_harm or is_form):
            continue
        labelled = [b for a, b in pairwise(cells) if _NAMES.fullmatch(a.text.rstrip(":"))]
        yield from labelled
        if says_harm and not (labelled or has_head):
            yield from [cell for cell in cells if cell.text and not cell.text.isdecimal()][:1]


def _says_harm(cells: list[Cell]) -> bool:
    return any(_HARMFUL_CELL.fullmatch(cell.text) for cell in cells if not cell.text.isascii())


def _has_harmful_label(row: Row) -> bool:
    """Whether a row of a form has a label such as 病情; labels and values take turns."""
    filled = [cell.text.rstrip(":") for cell in row.cells() if cell.text]
    return any(_HARMFUL.fullmatch(text) for text in filled[::2])
