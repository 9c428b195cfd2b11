"""The ledger of problems: found, assigned, put right, struck off, and sometimes reopened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.history import History
from examples.fictional_county.inspections import (
    LOOKED_INTO,
    PROGRAMME,
    RETURN,
    Finding,
    Round,
    finding_rounds,
)
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import Township, branch_of
from examples.fictional_county.yaml_text import Node

_DOUBLE: Final = "shili-double"
_FAULTS_IN_ROUNDS: Final = (
    ("财务公开", ("公开栏没有按时更新", "公开的收支缺少明细", "公开栏字迹不清")),
    ("值班值守", ("便民服务点无人值守", "值班登记缺项", "服务时间没有上墙")),
    ("项目推进", ("领办项目没有写明完成时间", "项目进度记录不全", "项目验收材料缺失")),
    ("组织生活", ("主题党日记录不全", "学习签到与名单不符", "会议没有记录")),
)
_FAULTS_FOUND_OTHERWISE: Final = (
    ("阵地", ("党建长廊版面破损", "室内党旗褪色", "活动场所门口堆放杂物", "户牌缺失")),
    ("走访", ("走访台账没有按月更新", "走访记录过于笼统", "困难户没有走到")),
)
_TEAM: Final = "示例县督查组"
_VERIFIER: Final = "示例县委组织部"
_REASONS: Final = ("需要等待物资到位", "遇连续阴雨无法施工", "须与另一村统筹办理")

_NEGLECTED: Final = (
    ("服务时间没有上墙", "值班值守"),
    ("公开的收支缺少明细", "财务公开"),
    ("活动场所门口堆放杂物", "阵地"),
)

_PER_VILLAGE: Final = 250
_IN_ROUNDS: Final = 65
_OF_THE_TOWNSHIP: Final = 12
_PUBLIC: Final = 6
_NEVER_DONE: Final = 8
_EXTENDED: Final = 12
_NOT_GOOD_ENOUGH: Final = 8
_REBOUNDED: Final = 6
_PERCENT: Final = 100
_TERMS: Final = (15, 30, 45, 60)
_QUICKEST: Final = 33
_SLOWEST: Final = 150
_EXTENSION: Final = 15


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem: its id, where it lies, in which round it was found, and all that the file says of it."""

    id: str
    division: str
    found_in: Round | None
    entry: Node


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a problem lies, which office is in charge of it, and how vigorous that is."""

    division: str
    office: str
    vigour: int


def problems_of(township: Township, calendar: Calendar, seed: int) -> list[Entry]:
    """Return the problems of a township, in the order in which they were found."""
    dice = Dice(seed, f"problems {township.number}")
    rounds = [each for each in finding_rounds(calendar) if each.first >= township.starts]
    count = len(township.villages) * _PER_VILLAGE // _PERCENT
    found = sorted(_findings(dice, township, rounds, calendar, count), key=lambda each: each[0])
    problems = [
        _problem(dice, township, f"{on:%Y%m}-{number:03}", on, found_in, calendar)
        for number, (on, found_in) in enumerate(found, start=1)
    ]
    if township.number == situations.REOPENED:
        looked_into = next(each for each in rounds if each.id == LOOKED_INTO)
        problems.append(_reopened(township, looked_into))
    if township.number == situations.NEGLECTED:
        problems.extend(map(partial(_neglected, township), situations.NEGLECTED_PROBLEMS, _NEGLECTED))
    return problems


def findings_of(problems: Iterable[Entry]) -> list[Finding]:
    """Return what rounds of inspection found among ``problems``."""
    return [
        Finding(each.found_in.id, each.id, each.division) for each in problems if each.found_in is not None
    ]


def _findings(
    dice: Dice, township: Township, rounds: Sequence[Round], calendar: Calendar, count: int
) -> Iterator[tuple[date, Round | None]]:
    """Yield when problems were found, and in which round if in one."""
    start = max(township.starts, calendar.months[0].first)
    for _ in range(count):
        if dice.happens(_IN_ROUNDS):
            visit = dice.one_of(rounds)
            yield visit.day_of(township), visit
        else:
            yield start + timedelta(days=dice.below((calendar.months[-1].last - start).days)), None


def _problem(
    dice: Dice, township: Township, name: str, on: date, found_in: Round | None, calendar: Calendar
) -> Entry:
    faults = _FAULTS_FOUND_OTHERWISE if found_in is None else _FAULTS_IN_ROUNDS
    category, titles = dice.one_of(faults)
    place = _place(dice, township, on)
    entry: dict[str, Node] = {"programme": _DOUBLE if found_in is None else PROGRAMME}
    entry |= {"title": dice.one_of(titles), "category": category}
    if place.division != township.id:
        entry["division"] = place.division
    if dice.happens(_PUBLIC):
        entry["disclosure"] = "public"
    history = History(calendar.last_event)
    _lead(dice, history, place, on, found_in)
    if found_in is not None and found_in.id == LOOKED_INTO:
        _look_again(dice, history, RETURN.day_of(township))
    entry["events"] = history.events
    return Entry(name, place.division, found_in, entry)


def _place(dice: Dice, township: Township, on: date) -> _Place:
    if dice.happens(_OF_THE_TOWNSHIP):
        return _Place(township.id, township.committee, township.vigour)
    village = dice.one_of([each for each in township.villages_on(on) if each.merged_into is None])
    return _Place(village.id, branch_of(village), village.vigour)


def _lead(dice: Dice, history: History, place: _Place, on: date, found_in: Round | None) -> None:
    """Lead a problem from its finding as far as it comes."""
    if found_in is not None:
        history.add("found", on, by=_TEAM, inspection=found_in.id)
    else:
        history.add("found", on, by=f"{place.office}自查")
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
        term_again = looked + timedelta(days=20)
        history.add("reopened", looked, by=_VERIFIER, reason="现场核验未通过", due=term_again)
        looked = _put_right(dice, history, looked + timedelta(days=dice.between(5, 25)))
    _strike_off(history, looked)


def _look_again(dice: Dice, history: History, on: date) -> None:
    """Reopen some of the problems that were struck off by the day of the return."""
    is_there = history.last_step == "verified" and history.last_on < on
    if is_there and dice.happens(_REBOUNDED):
        due = on + timedelta(days=30)
        history.add("reopened", on, by=_TEAM, reason="回头看发现问题反弹", due=due)
        _strike_off(history, _put_right(dice, history, on + timedelta(days=dice.between(5, 40))))


def _put_right(dice: Dice, history: History, on: date) -> date:
    """Add that a problem was put right; return the day on which somebody looks at that."""
    history.add("rectified", on)
    return on + timedelta(days=dice.between(3, 12))


def _strike_off(history: History, on: date) -> None:
    history.add("verified", on, by=_VERIFIER, evidence="现场核验照片和核验单")


def _reopened(township: Township, looked_into: Round) -> Entry:
    """Return the problem that somebody looked at again, and found as it had been."""
    village = township.villages[0]
    history = History(date.max)
    history.add("found", looked_into.day_of(township), by=_TEAM, inspection=looked_into.id)
    history.add("assigned", date(2026, 3, 16), to=branch_of(village), due=date(2026, 4, 13))
    history.add("rectified", date(2026, 4, 8), note="已按月更新")
    _strike_off(history, date(2026, 4, 16))
    again = RETURN.day_of(township)
    history.add("reopened", again, by=_TEAM, reason="回头看发现又停了两个月", due=date(2026, 11, 22))
    entry: dict[str, Node] = {"programme": PROGRAMME, "title": "公开栏没有按时更新", "category": "财务公开"}
    entry |= {"division": village.id, "events": history.events}
    return Entry(situations.REOPENED_PROBLEM, village.id, looked_into, entry)


def _neglected(township: Township, name: str, fault: tuple[str, str]) -> Entry:
    """Return a problem that was assigned, and then left until its day had passed."""
    title, category = fault
    history = History(date.max)
    history.add("found", date(2026, 8, 6), by=f"{township.committee}自查")
    history.add("assigned", date(2026, 8, 10), to=township.committee, due=date(2026, 9, 20))
    entry: dict[str, Node] = {"programme": PROGRAMME, "title": title, "category": category}
    entry["events"] = history.events
    return Entry(name, township.id, None, entry)
