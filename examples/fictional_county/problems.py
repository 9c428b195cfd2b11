"""The ledger of problems: found, assigned, put right, struck off, and sometimes reopened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.inspections import LOOKED_AGAIN, Round, rounds_of
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import Township, Village
from examples.fictional_county.yaml_text import Node

_DOUBLE: Final = "shili-double"
_RECTIFICATION: Final = "shili-1357"

_FAULTS: Final = (
    (_DOUBLE, "阵地", ("党建长廊版面破损", "室内党旗褪色", "活动场所门口堆放杂物", "户牌缺失")),
    (_DOUBLE, "走访", ("走访台账没有按月更新", "走访记录过于笼统", "困难户没有走到")),
    (_RECTIFICATION, "财务公开", ("公开栏没有按时更新", "公开的收支缺少明细", "公开栏字迹不清")),
    (_RECTIFICATION, "值班值守", ("便民服务点无人值守", "值班登记缺项", "服务时间没有上墙")),
    (_RECTIFICATION, "项目推进", ("领办项目没有写明完成时间", "项目进度记录不全", "项目验收材料缺失")),
    (_RECTIFICATION, "组织生活", ("主题党日记录不全", "学习签到与名单不符", "会议没有记录")),
)
_OWN_FINDING: Final = "自查"
_OFFICE: Final = "示例县督查组"
_VERIFIER: Final = "示例县委组织部"
_REASONS: Final = ("需要等待物资到位", "遇连续阴雨无法施工", "须与另一村统筹办理")

_PER_VILLAGE: Final = 250
_IN_ROUNDS: Final = 70
_OF_THE_TOWNSHIP: Final = 12
_PUBLIC: Final = 6
_NEVER_DONE: Final = 8
_EXTENDED: Final = 12
_NOT_GOOD_ENOUGH: Final = 8
_LOOKED_INTO_AGAIN: Final = 6
_PERCENT: Final = 100
_TERMS: Final = (15, 30, 45, 60)
_QUICKEST: Final = 33
_SLOWEST: Final = 150
_EXTENSION: Final = 15


@dataclass(slots=True)
class _History:
    """The events of one problem so far, none of them later than the last day that is known."""

    last_day: date
    events: list[Node] = field(default_factory=list)
    is_cut: bool = False

    def add(self, step: str, on: date, **said: Node) -> date:
        """Add an event, unless it or one before it lies ahead of the last day; return its day."""
        self.is_cut = self.is_cut or on > self.last_day
        if not self.is_cut:
            self.events.append({step: {"on": on, **said}})
        return on


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a problem lies, and which office is in charge of it."""

    division: str | None
    office: str
    vigour: int


def problems_of(township: Township, calendar: Calendar, seed: int) -> dict[str, Node]:
    """Return the problems of a township by their ids, in the order in which they were found."""
    dice = Dice(seed, f"problems {township.number}")
    count = len(township.villages) * _PER_VILLAGE // _PERCENT
    rounds = [each for each in rounds_of(calendar) if each.first >= township.starts]
    found = sorted(_finding(dice, township, rounds, calendar) for _ in range(count))
    problems: dict[str, Node] = {}
    for on, visit in found:
        name = f"{on:%Y%m}-{len(problems) + 1:03}"
        problems[name] = _problem(dice, township, on, visit, calendar)
    if township.number == situations.REOPENED:
        problems[situations.REOPENED_PROBLEM] = _reopened(township)
    return problems


def _finding(dice: Dice, township: Township, rounds: Sequence[Round], calendar: Calendar) -> tuple[date, str]:
    """Return when a problem was found, and in which round if in one."""
    if dice.happens(_IN_ROUNDS):
        visit = dice.one_of(rounds)
        return visit.first + timedelta(days=dice.below(visit.days)), visit.id
    start = max(township.starts, calendar.months[0].first)
    return start + timedelta(days=dice.below((calendar.months[-1].last - start).days)), ""


def _problem(dice: Dice, township: Township, on: date, visit: str, calendar: Calendar) -> Node:
    programme, category, faults = dice.one_of(_FAULTS)
    place = _place(dice, township, on)
    entry: dict[str, Node] = {"programme": programme, "title": dice.one_of(faults), "category": category}
    if place.division is not None:
        entry["division"] = place.division
    if dice.happens(_PUBLIC):
        entry["disclosure"] = "public"
    history = _History(calendar.last_event)
    _lead(dice, history, place, on, visit)
    entry["events"] = history.events
    return entry


def _place(dice: Dice, township: Township, on: date) -> _Place:
    if dice.happens(_OF_THE_TOWNSHIP):
        return _Place(None, township.committee, township.vigour)
    village = dice.one_of([each for each in township.villages_on(on) if each.merged_into is None])
    return _Place(village.id, branch_of(village), village.vigour)


def branch_of(village: Village) -> str:
    """Return the office that leads a village's work."""
    return f"{village.name}党组织"


def _lead(dice: Dice, history: _History, place: _Place, on: date, visit: str) -> None:
    """Lead a problem from its finding as far as it has come."""
    if visit:
        history.add("found", on, by=_OFFICE, inspection=visit)
    else:
        history.add("found", on, by=f"{place.office}{_OWN_FINDING}")
    assigned = on + timedelta(days=dice.between(1, 5))
    term = dice.one_of(_TERMS)
    due = assigned + timedelta(days=term)
    history.add("assigned", assigned, to=place.office, due=due)
    pace = dice.between(_QUICKEST, _SLOWEST - place.vigour // 2)
    if dice.happens(_EXTENDED):
        asked, later = due - timedelta(days=dice.between(1, 5)), due + timedelta(days=_EXTENSION)
        history.add("extended", asked, due=later, by=_VERIFIER, reason=dice.one_of(_REASONS))
        pace = max(pace, _PERCENT)
    if dice.happens(_NEVER_DONE):
        return
    looked = _put_right(dice, history, assigned + timedelta(days=term * pace // _PERCENT))
    if dice.happens(_NOT_GOOD_ENOUGH):
        history.add(
            "reopened", looked, by=_VERIFIER, reason="现场核验未通过", due=looked + timedelta(days=20)
        )
        looked = _put_right(dice, history, looked + timedelta(days=dice.between(5, 25)))
    _strike_off(history, looked)
    if dice.happens(_LOOKED_INTO_AGAIN):
        again = looked + timedelta(days=dice.between(30, 90))
        history.add(
            "reopened", again, by=_OFFICE, reason="回头看发现问题反弹", due=again + timedelta(days=30)
        )
        _strike_off(history, _put_right(dice, history, again + timedelta(days=dice.between(5, 40))))


def _put_right(dice: Dice, history: _History, on: date) -> date:
    """Add that a problem was put right; return the day on which somebody looks at that."""
    history.add("rectified", on)
    return on + timedelta(days=dice.between(3, 12))


def _strike_off(history: _History, on: date) -> None:
    history.add("verified", on, by=_VERIFIER, evidence="现场核验照片和核验单")


def _reopened(township: Township) -> Node:
    """Return the problem that somebody looked at again, and found as it had been."""
    village = township.villages[0]
    history = _History(date.max)
    history.add("found", date(2026, 3, 11), by=_OFFICE)
    history.add("assigned", date(2026, 3, 13), to=branch_of(village), due=date(2026, 4, 13))
    history.add("rectified", date(2026, 4, 8), note="已补齐户牌")
    _strike_off(history, date(2026, 4, 16))
    history.add(
        "reopened",
        date(2026, 7, 22),
        by=_OFFICE,
        reason=f"回头看（{LOOKED_AGAIN}）发现户牌又有缺失",
        due=date(2026, 11, 22),
    )
    entry: dict[str, Node] = {"programme": _DOUBLE, "title": "户牌缺失", "category": "阵地"}
    return {**entry, "division": village.id, "events": history.events}
