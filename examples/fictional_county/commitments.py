"""What townships and villages promised, and how that went: 定诺、审诺、晒诺、践诺、评诺."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.history import History
from examples.fictional_county.months import START, Calendar, Month
from examples.fictional_county.places import Township, branch_of
from examples.fictional_county.yaml_text import Node

_PROGRAMME: Final = "shili-1357"
_REVIEWER: Final = "示例县评议组"
_MONTHS_OF_PROMISING: Final = (1, 7)
_PROMISES: Final = (
    "修好村口到学校的路灯",
    "建成便民服务点并每日有人值守",
    "清理村内沟渠",
    "每月公开一次村级收支",
    "为高龄老人开设助餐点",
    "改造活动场所的屋顶",
    "办好一个集体经济项目",
    "把走访记录逐户补齐",
    "平整晒谷场",
    "建成村民议事厅",
)
_CAUSES: Final = ("funding", "policy", "force-majeure", "effort", "effort", "withdrawn")
_DELAYS: Final = ("材料晚到", "雨季无法施工", "等待上级批复")

_PER_VILLAGE: Final = 180
_OF_THE_TOWNSHIP: Final = 8
_RETURNED: Final = 10
_DELAYED: Final = 10
_LEFT_LYING: Final = 3
_PUBLIC: Final = 8
_PERCENT: Final = 100
_TERMS: Final = (90, 150, 330)
_DELAY: Final = timedelta(days=60)
_LEAST_KEPT: Final = 55
_HALF_KEPT: Final = 15


def commitments_of(township: Township, calendar: Calendar, seed: int) -> dict[str, Node]:
    """Return the commitments of a township and its villages by their ids, in the order of their making."""
    dice = Dice(seed, f"commitments {township.number}")
    batches = [each for each in calendar.months if each.month in _MONTHS_OF_PROMISING]
    batches = [each for each in batches if each.first >= township.starts]
    count = len(township.villages) * _PER_VILLAGE // _PERCENT + 1
    found: dict[str, Node] = {}
    for month in sorted(dice.one_of(batches) for _ in range(count)):
        name = f"{month.year}{month.month:02}-{len(found) + 1:02}"
        found[name] = _commitment(dice, township, month, calendar)
    if township.number == situations.OVERDUE_COMMITMENT:
        found[situations.OVERDUE_COMMITMENT_ID] = _overdue(township)
    return found


def _commitment(dice: Dice, township: Township, month: Month, calendar: Calendar) -> Node:
    office, vigour, entry = township.committee, township.vigour, _entry(dice.one_of(_PROMISES))
    if not dice.happens(_OF_THE_TOWNSHIP):
        village = dice.one_of([each for each in township.villages if each.merged_into is None])
        office, vigour = branch_of(village), village.vigour
        entry["division"] = village.id
    made = month.first + timedelta(days=dice.between(4, 12))
    due = made + timedelta(days=dice.one_of(_TERMS))
    entry |= {"by": office, "points": dice.between(2, 10), "due": due}
    if dice.happens(_PUBLIC):
        entry["disclosure"] = "public"
    history = History(calendar.last_event)
    published = _promise(dice, history, made)
    _keep(dice, history, published, due, vigour)
    entry["events"] = history.events
    return entry


def _entry(text: str) -> dict[str, Node]:
    return {"programme": _PROGRAMME, "text": text}


def _promise(dice: Dice, history: History, made: date) -> date:
    """Make a promise known; return the day on which it was."""
    history.add("made", made)
    reviewed = made + timedelta(days=dice.between(2, 5))
    if dice.happens(_RETURNED):
        history.add("reviewed", reviewed, by=_REVIEWER, outcome="returned", note="没有写明完成时间")
        history.add("made", reviewed + timedelta(days=2))
        reviewed += timedelta(days=5)
    history.add("reviewed", reviewed, by=_REVIEWER, outcome="approved")
    published = reviewed + timedelta(days=dice.between(1, 4))
    history.add("published", published, where="村务公开栏")
    return published


def _keep(dice: Dice, history: History, published: date, due: date, vigour: int) -> None:
    """Lead a promise to its judgement, if it comes to one."""
    half = published + (due - published) // 2
    if dice.happens(vigour):
        history.add("progress", half, note="已完成过半")
    if dice.happens(_DELAYED):
        history.add("delayed", due - timedelta(days=10), due=due + _DELAY, reason=dice.one_of(_DELAYS))
        due += _DELAY
    if dice.happens(_LEFT_LYING):
        return
    judged = due + timedelta(days=dice.between(1, 12))
    luck = dice.below(_PERCENT)
    kept = _LEAST_KEPT + vigour // 3
    if luck < kept:
        history.add("judged", judged, by=_REVIEWER, outcome="kept")
    else:
        outcome = "partly" if luck < kept + _HALF_KEPT else "not-kept"
        history.add("judged", judged, by=_REVIEWER, outcome=outcome, reason=dice.one_of(_CAUSES))


def _overdue(township: Township) -> Node:
    """Return the promise of which nothing was heard any more."""
    history = History(date.max)
    history.add("made", START + timedelta(days=7))
    history.add("reviewed", START + timedelta(days=10), by=_REVIEWER, outcome="approved")
    history.add("published", START + timedelta(days=12), where="政务公开栏")
    entry = _entry("年底前建成镇级便民服务中心")
    entry |= {"by": township.committee, "points": 10, "due": date(2025, 12, 31)}
    return {**entry, "events": history.events}
