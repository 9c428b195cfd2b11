"""A large county that does not exist: as large as wanted, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

COUNTY: Final = "qingya"
PROGRAMME: Final = "green-valley"

VILLAGES_IN_A_TOWNSHIP: Final = 20
#: The day on which the county is to be measured: all its reports have come in.
LAST_DAY: Final = "2024-10-15"

_QUARTERS: Final = (("2024-Q1", "2024-04-03"), ("2024-Q2", "2024-07-02"), ("2024-Q3", "2024-10-04"))

_TARGETS_EACH: Final = 2
_VALUES_IN_A_REPORT: Final = 6

#: Pages that any such project has: home, lists, the programme and its board, the county, the series, sources.
_OTHER_PAGES: Final = 24

#: Its own page and its report card.
_PAGES_OF_A_TOWNSHIP: Final = 2

_SYLLABLES: Final = tuple("松竹梅兰荷菊桐槐柳杏桃梨枫桂檀云霞虹露霜雪泉溪涧潭湖岭峰崖谷")
_SUBJECTS: Final = ("驻村干部", "党员先锋队", "村民小组", "护林队", "合作社", "志愿服务队", "示范户")
_WAYS: Final = ("分片包干", "逐户走访", "现场会诊", "以工代赈", "轮流值守", "公开评议", "结对帮带")
_DEEDS: Final = ("补植河岸林带", "修整灌溉渠道", "清理沟塘淤泥", "改造闲置院落", "培育集体经济")
_RESULTS: Final = (
    "群众的意见当天收集、当天答复",
    "进度按季公布，接受大家监督",
    "难题分类登记，逐件销号",
    "经验写成清单，在邻村推开",
    "责任落到人头，台账随时可查",
)

_SITE: Final = """\
name: 青崖通报
owner: 青崖县示例办公室
description: 一个虚构的县，用来量出生成一个大站点要用多久。
audiences:
  public: {title: 青崖通报, notice: 全部地名和数字都是虚构的。}
  internal: {title: 青崖通报（内部）}
"""
_DIVISIONS: Final = """\
qingya:
  name: 青崖县
  kind: county
  fictional: true
"""
_SOURCES: Final = """\
plan: {title: “绿谷”行动方案, issuer: 青崖县示例办公室, kind: 方案, date: 2024-01-02}
quarterly-return: {title: “绿谷”行动季报, issuer: 青崖县示例办公室, kind: 报表}
"""
_SERIES: Final = """\
valley-notes: {name: 绿谷简报, issuer: 青崖县示例办公室}
"""
_PROGRAMME: Final = """\
id: green-valley
name: “绿谷”行动
short_name: 绿谷
owner: qingya
office: 青崖县示例办公室
summary: 一年一季一小结，村村补林、户户护水。
period: {from: 2024-01-01, to: 2024-12-31}
sources: [plan, quarterly-return]
framework:
  - id: two-lines
    name: 两条线并进
    children:
      - {id: forest, name: 补林, indicators: [planted, survived]}
      - {id: water, name: 护水, indicators: [patrols, repaired, households]}
indicators:
  planted: {name: 补植林带, measure: 亩, kind: cumulative, rollup: sum, cadence: quarter}
  survived: {name: 成活率, measure: '%', kind: ratio, rollup: ratio, definition: 成活株数除以抽查株数}
  repaired: {name: 修整渠道, measure: 米, kind: flow, rollup: sum, definition: 当季完工的长度}
  patrols: {name: 巡河次数, measure: 次, kind: flow, rollup: sum, definition: 有记录的巡查}
  households: {name: 参与农户, measure: 户, kind: level, rollup: sum, role: context}
  ponds: {name: 清淤的塘, measure: 口, kind: cumulative, rollup: sum}
headline: [planted, patrols]
tags: [补林, 护水]
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much to write; a township for every twenty villages comes with them."""

    villages: int
    bulletins: int = 0
    cases: int = 0

    @property
    def townships(self) -> int:
        """Return how many townships the villages need."""
        return -(-self.villages // VILLAGES_IN_A_TOWNSHIP)

    @property
    def pages(self) -> int:
        """Return how many pages the site has."""
        return (
            _OTHER_PAGES + self.villages + _PAGES_OF_A_TOWNSHIP * self.townships + self.bulletins + self.cases
        )

    @property
    def records(self) -> int:
        """Return how many divisions, targets and reported values there are."""
        divisions = self.villages + self.townships + 1
        return divisions + divisions * _TARGETS_EACH + self.villages * len(_QUARTERS) * _VALUES_IN_A_REPORT


def size_with(pages: int) -> Size:
    """Return the size whose site has just so many pages: a fifth of them bulletins, a twentieth cases.

    Where another village would need a township with it, a case makes up the number. Raises
    ``ValueError`` for fewer pages than the smallest site has.
    """
    bulletins, cases = pages // 5, pages // 20
    divisions = pages - _OTHER_PAGES - bulletins - cases
    villages = divisions * VILLAGES_IN_A_TOWNSHIP // (VILLAGES_IN_A_TOWNSHIP + _PAGES_OF_A_TOWNSHIP)
    if villages < 1:
        raise ValueError(f"a site has more than {_OTHER_PAGES} pages")
    found = Size(villages, bulletins, cases)
    return Size(villages, bulletins, cases + pages - found.pages)


def write_county(folder: Path, size: Size, seed: int) -> None:
    """Write ``data/`` and ``content/`` of the county into ``folder``."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for path, text in _files(size, chance):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _files(size: Size, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "data/site.yml", _SITE
    yield "data/divisions.yml", _DIVISIONS
    yield "data/sources.yml", _SOURCES
    yield "data/series.yml", _SERIES
    yield f"data/programmes/{PROGRAMME}.yml", _PROGRAMME
    yield f"data/townships/{COUNTY}/county.yml", f"targets:\n{_targets(chance, scale=size.villages)}"
    villages = [_village(at) for at in range(size.villages)]
    for at in range(size.townships):
        yield from _township(chance, at, size.villages)
    for at in range(size.bulletins):
        yield f"content/bulletins/valley-notes/2024/{at + 1}.md", _bulletin(chance, at + 1, villages)
    for at in range(size.cases):
        yield f"content/cases/case-{at + 1}.md", _case(chance, villages)


def _township(chance: random.Random, at: int, villages: int) -> Iterator[tuple[str, str]]:
    folder = f"data/townships/{COUNTY}/town-{at + 1}"
    targets = _targets(chance, scale=VILLAGES_IN_A_TOWNSHIP)
    yield f"{folder}/township.yml", f"name: {_name(at)}镇\nkind: town\ntargets:\n{targets}"
    first = at * VILLAGES_IN_A_TOWNSHIP
    members = range(first, min(first + VILLAGES_IN_A_TOWNSHIP, villages))
    entries = "".join(_village_entry(chance, member) for member in members)
    yield f"{folder}/villages.yml", f"villages:\n{entries}"


def _village(at: int) -> str:
    return f"{COUNTY}/town-{at // VILLAGES_IN_A_TOWNSHIP + 1}/village-{at + 1}"


def _name(at: int) -> str:
    """Return a name of two syllables, of three where those run out."""
    base = len(_SYLLABLES)
    rest, last = divmod(at, base)
    further, middle = divmod(rest, base)
    first = _SYLLABLES[further % base] if further else ""
    return f"{first}{_SYLLABLES[middle]}{_SYLLABLES[last]}"


def _targets(chance: random.Random, scale: int, indent: str = "  ") -> str:
    planted, share = scale * chance.randrange(20, 60), chance.randrange(80, 96)
    lines = (
        f"- indicator: {PROGRAMME}/planted",
        f"  value: {planted}",
        "  from: 2024-01-01",
        "  by: 2024-12-31",
        f"  milestones: {{2024-06-30: {planted // 3}}}",
        "  source: {document: plan, at: 附表一}",
        f"- indicator: {PROGRAMME}/survived",
        f"  value: {share}",
        "  from: 2024-01-01",
        "  by: 2024-12-31",
        "  source: {document: plan, at: 附表二}",
    )
    return "".join(f"{indent}{line}\n" for line in lines)


def _reports(chance: random.Random, indent: str) -> Iterator[str]:
    planted = ponds = 0
    for period, day in _QUARTERS:
        planted += chance.randrange(18)
        ponds += chance.randrange(4)
        sampled = chance.randrange(100, 400)
        alive = sampled - chance.randrange(60)
        lines = (
            f"- period: {period}",
            f"  on: {day}",
            f"  source: {{document: quarterly-return, at: 第{chance.randrange(1, 90)}行}}",
            "  values:",
            f"    {PROGRAMME}/planted: {planted}",
            f"    {PROGRAMME}/ponds: {ponds}",
            f"    {PROGRAMME}/repaired: {chance.randrange(400)}",
            f"    {PROGRAMME}/patrols: {chance.randrange(10, 90)}",
            f"    {PROGRAMME}/households: {chance.randrange(60, 900)}",
            f"    {PROGRAMME}/survived: {{numerator: {alive}, denominator: {sampled}}}",
        )
        yield from (f"{indent}{line}\n" for line in lines)


def _village_entry(chance: random.Random, at: int) -> str:
    return (
        f"  village-{at + 1}:\n    name: {_name(at)}村\n"
        f"    targets:\n{_targets(chance, 1, '      ')}"
        f"    reports:\n{''.join(_reports(chance, '      '))}"
    )


def _paragraph(chance: random.Random) -> str:
    sentences = (
        f"{chance.choice(_SUBJECTS)}{chance.choice(_WAYS)}，{chance.choice(_DEEDS)}，{chance.choice(_RESULTS)}。"
        for _ in range(chance.randrange(4, 9))
    )
    return "".join(sentences)


def _table(chance: random.Random, villages: list[str], heads: dict[str, str]) -> str:
    """Return a Markdown table of some villages' figures; ``heads`` says what each indicator is called."""
    lines = [f"| 村 | {' | '.join(heads.values())} |", "|---" + "|---:" * len(heads) + "|"]
    for village in chance.sample(villages, min(8, len(villages))):
        cells = [f'{{{{ value("{village}", "{PROGRAMME}/{name}") }}}}' for name in heads]
        lines.append(f'| {{{{ division("{village}") }}}} | {" | ".join(cells)} |')
    return "\n".join(lines)


def _body(chance: random.Random, villages: list[str]) -> str:
    return "\n\n".join(
        (
            f"## 进展\n\n{_paragraph(chance)}\n\n{_paragraph(chance)}",
            _table(chance, villages, {"planted": "补植林带", "patrols": "巡河"}),
            f"## 做法\n\n{_paragraph(chance)}\n\n- {_paragraph(chance)}\n- {_paragraph(chance)}",
            _table(chance, villages, {"survived": "成活率", "repaired": "修整渠道"}),
            f"{_paragraph(chance)}\n",
        )
    )


def _front(chance: random.Random, title: str, *lines: str) -> str:
    common = (
        f"title: {title}",
        f"summary: {chance.choice(_SUBJECTS)}{chance.choice(_WAYS)}，{chance.choice(_RESULTS)}。",
        "source: quarterly-return",
        f"tags: [{chance.choice(_DEEDS)}, {chance.choice(_WAYS)}]",
        "disclosure: public",
        "reviewed: {by: 青崖县示例办公室, on: 2024-10-08}",
    )
    return "---\n" + "\n".join((*common, *lines)) + "\n---\n\n"


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_SUBJECTS)}{chance.choice(_WAYS)}{chance.choice(_DEEDS)}"


def _bulletin(chance: random.Random, number: int, villages: list[str]) -> str:
    named = chance.sample(villages, min(3, len(villages)))
    front = _front(
        chance,
        _title(chance),
        "series: valley-notes",
        "issuer: 青崖县示例办公室",
        f"number: {number}",
        f"total: {number}",
        f"date: 2024-09-{min(10 + number // 50, 30)}",
        "published: 2024-10-08",
        f"programmes: [{PROGRAMME}]",
        f"divisions: [{', '.join(named)}]",
        "send_to: [各镇党委, 县直各单位]",
    )
    return front + _body(chance, villages)


def _case(chance: random.Random, villages: list[str]) -> str:
    front = _front(
        chance,
        _title(chance),
        f"programme: {PROGRAMME}",
        f"division: {chance.choice(villages)}",
        f"figures: [{PROGRAMME}/planted, {PROGRAMME}/patrols]",
    )
    return front + _body(chance, villages)
