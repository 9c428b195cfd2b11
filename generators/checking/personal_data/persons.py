"""Names of persons where the context alone would harm them: of need, offence, illness, petition.

A name is recognised only by its context and the characters after it. Anonymised names (张某、李某某、王××)
are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.fates import AID, BEGINS, FATES, PAID
from generators.checking.personal_data.harm import CONTEXT, DIAGNOSIS, DISABILITY, DISEASE, SANCTION, STEM
from generators.checking.personal_data.names import LONG_NAME_IN_PROSE, NAME, is_name
from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LABELLED: Final = re.compile(
    rf"{CONTEXT}(?:姓名|名单|名册|花名册|代表|户主|有|包括|分别是|分别为|为|是)?[ ]?(?::|(?<=有)"
    rf"|(?<=是)|(?<=为)"
    rf"|(?<=包括))[ ]?[0-9.、]{{0,3}}"
    rf"(?P<names>{NAME}(?:[0-9.]{{1,8}}元"
    rf"|\([^()\n]{{1,12}}\))?(?:[、, ;]{{1,2}}(?:[0-9]{{1,2}}[.、])?{NAME}(?:[0-9.]{{1,8}}元"
    rf"|\([^()\n]{{1,12}}\))?)*)"
    r"(?=[、,。;()\s|等和]|$)"
)
_LISTED: Final = re.compile(NAME + r"(?=[、, ;0-9(]|$)")
_APPOSED: Final = re.compile(
    rf"{CONTEXT}[ ]?[“\"]?(?P<name>{NAME})"
    r"(?=[”\"]?(?:[,、。;:()\s|]|$|一家|家[的中里]|家庭|家(?=[,。;\s”\"]|$)|等[0-9一二三四五六七八九十]|等人"
    r"|同志|老人|夫妇|因[病残灾学缺]|说|告诉|激动|高兴|感激|领[取到]|享受|收到|患|住[在院]|反映"
    r"|多次|到县|在家|送[去上]|由|去世|走失|减刑|家[养种]))"
)
_APPOSED_IN_A_SENTENCE: Final = re.compile(
    rf"{CONTEXT}(?P<name>{LONG_NAME_IN_PROSE})"
    r"(?=家|每[月年天日]|称|未|已|曾|仍|被|今年|去年|主动|自愿|表示)"
)
"""A name of three characters and what goes on; of two, more are words than names."""
_BRACKETED: Final = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|{BEGINS})(?P<name>{NAME})\((?:[^()\n]{{0,12}}[,、])?(?:[^()\n]{{0,6}}{CONTEXT}"
    rf"|{DISEASE}|{DIAGNOSIS}|{DISABILITY}"
    rf"|[^()\n]{{0,6}}级残疾|[^()\n]{{0,4}}残疾(?:[一二三四1-4]级)?|重残|大病|重病|因病致贫"
    rf"|(?:受|因)[^()\n]{{0,10}}{SANCTION}[^()\n]{{0,4}})(?:[,、][^()\n]{{0,12}})?\)"
)
_PUNISHED: Final = re.compile(
    rf"给予(?:党员|干部|村民|[^,。;\n]{{0,8}}?(?:书记|支书|主任|会计|文书|委员|[镇乡村局科所站队组校院处部社]长"
    rf"|经理|教师|医生|职工))?(?P<name>{NAME})(?:同志)?(?=(?:党内)?(?:严重)?警告|记过|记大过|降级|撤职"
    rf"|撤销党内职务|留党察看|开除|行政拘留|政务|诫勉)"
)

_AID_BEFORE: Final = re.compile(rf"(?:{AID}|补助金|救济|慰问)[^。\n]{{0,60}}$")

_PATTERNS: Final = (_APPOSED, _APPOSED_IN_A_SENTENCE, _BRACKETED, _PUNISHED, *FATES)


def persons(text: Surroundings) -> Iterator[Trace]:
    """Yield names next to words of need, offence, illness or petition, before them or after."""
    for start, line in text.lines:
        if not line.isascii() and STEM.search(line):
            for name in _names(line):
                if is_name(name[0]):
                    yield Trace(PersonalKind.PERSON, start + name[1], start + name[1] + len(name[0]))


def _names(line: str) -> Iterator[tuple[str, int]]:
    """Yield what has the form of a name in a harmful context, with its offset in the line."""
    for match in _LABELLED.finditer(line):
        for name in _LISTED.finditer(match["names"]):
            yield name[0], match.start("names") + name.start()
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            yield match["name"], match.start("name")
    for match in PAID.finditer(line):
        if _AID_BEFORE.search(line[max(0, match.start() - 80) : match.start() + 1]):
            yield match["name"], match.start("name")
