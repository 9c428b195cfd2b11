"""Names of persons in a harmful context: households in need, offenders, petitioners.

A name is recognised only by its context and the characters after it. Anonymised names (张某、李某某、王××)
are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐伍庞颜庄聂章鲁"
    "岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟"
    "艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_GIVEN: Final = r"[\u4e00-\u9fff]"
_HIDDEN: Final = re.compile(r"[某×xX*＊]")

_NEED: Final = (
    r"(?:(?:建档立卡)?贫困户|脱贫户|低保户|五保户|特困户|困难户|困难家庭|监测户|监测对象|低保对象|特困对象|特困供养人员|特困人员|低保边缘户"
    r"|残疾人|精神障碍患者|精神病人|困难群众|困难职工|困难党员|留守儿童|留守老人|空巢老人|独居老人|失独老人|困境儿童|孤儿|优抚对象)"
)
_OFFENCE: Final = (
    r"(?:服刑人员|刑满释放人员|社区矫正对象|社区矫正人员|矫正对象|吸毒人员|戒毒人员|戒毒康复人员|嫌疑人|被告人|受处分人|违纪人员|失信被执行人"
    r"|信访人|上访人|上访户|信访户|举报人|投诉人|当事人|受害人|被害人|艾滋病人|患者)"
)
CONTEXT: Final = rf"(?:{_NEED}|{_OFFENCE})"
"""The words of need or offence, as a pattern."""

_LONG_SURNAMES: Final = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐"
_NAME: Final = rf"(?:(?:[{_SURNAMES}]|{_LONG_SURNAMES}){_GIVEN}{{1,2}})"
_LABELLED: Final = re.compile(
    rf"{CONTEXT}(?:姓名|名单|代表|户主)?[ ]?:[ ]?"
    rf"(?P<names>{_NAME}(?:[、, ]{{1,2}}{_NAME})*)(?=[、,。;()\s|等]|$)"
)
_APPOSED: Final = re.compile(
    rf"{CONTEXT}[“\"]?(?P<name>{_NAME})"
    r"(?=[”\"]?(?:[,、。;:()\s|]|$|一家|家[的中里]|家庭|家(?=[,。\s]|$)|等[0-9一二三四五六七八九十]|等人"
    r"|同志|老人|夫妇|因[病残灾学缺]|说|告诉|激动|高兴|感激))"
)
_BRACKETED: Final = re.compile(rf"(?<![\u4e00-\u9fff])(?P<name>{_NAME})\((?:[^()\n]{{0,6}}[,、])?{CONTEXT}\)")
_PUNISHED: Final = re.compile(
    rf"给予(?P<name>{_NAME})(?:同志)?(?=(?:党内)?(?:严重)?警告|记过|记大过|降级|撤职|撤销党内职务|留党察看|开除|行政拘留)"
)
_HEADED: Final = re.compile(rf"^(?:{CONTEXT}|(?:{CONTEXT})?户主|(?:{CONTEXT})(?:户主)?姓名)$")
_CELL: Final = re.compile(rf"(?:(?<=[|,\t])|^)[ ]*(?P<name>{_NAME})[ ]*(?=[|,\t\n]|$)", re.MULTILINE)

_NO_NAMES: Final = re.compile(
    r"许多|许可|曾经|夏[季秋天]|田[间地]|顾虑|余户|易地|易返|黄[金桃牛]|杨梅|陈[述旧]|谢绝|陆续|范围|林[地下果业木]|高[兴度质龄山血]|安[全置居心排]|方[便面式案法]"
    r"|全[部县村镇乡面覆年程家体]|和[谐睦美]|万[元余人户]|成[功立效为本年]|常[年态]|金[额融]|何[时种]|时[间常]|毛[病利]|任[务何]|温[暖饱]|纪[律检]|平均|程[度序]|解[决困除]|管[理控护]"
    r"|关[爱心注怀键系]|包[括含]|项目|连[续片]|应[当享]|路[费边]|明[显确白]|游[客]|向[上县镇乡村]|安抚|尚[未有]|申[请报诉]|时有|马上|于[是今]|房[屋子产]|边缘|文[化件明书]|农[户业村民]"
    r"|单[独身位列]|白[天]|左右|康复|甘[愿]|符合|盛[赞]|景[象况]|席[位]|车[辆]|石[头]|计划|江[边]|严[重格肃]|商[户]|师[生傅]|华侨|阳光|季[度节]|连同|付[出款]|简[单介]|查[看询]|古[稀]"
    r"|施[工行]|左邻|兰花|庄稼|党[员委内组支]|盛产|明细|费用|应届|成员|梅花|麻烦|司法|辛[苦勤]|童[年]|温馨|路上|古镇|宁静|文娱|方才|周[边围转]|史[上]|段[落]|白[内]"
)
_PLACES: Final = re.compile(r"[村镇乡县市区组寨屯庄街道坊]$")


def persons(text: Surroundings) -> Iterator[Trace]:
    """Yield names after a word of need or offence, before one in brackets, or in a column headed by one."""
    for match in _LABELLED.finditer(text.narrow):
        for name in re.finditer(_NAME + r"(?=[、, ]|$)", match["names"]):
            yield from _trace(name[0], match.start("names") + name.start())
    for pattern in (_APPOSED, _BRACKETED, _PUNISHED):
        for match in pattern.finditer(text.narrow):
            yield from _trace(match["name"], match.start("name"))
    yield from _listed(text)


def _listed(text: Surroundings) -> Iterator[Trace]:
    """Yield names in a column headed by a word of need or offence."""
    if not re.search(CONTEXT, text.narrow):
        return
    for match in _CELL.finditer(text.narrow):
        if _HEADED.match(text.heading(match.start("name"))):
            yield from _trace(match["name"], match.start("name"))


def _trace(name: str, start: int) -> Iterator[Trace]:
    if not (_HIDDEN.search(name) or _NO_NAMES.match(name) or _PLACES.search(name)):
        yield Trace(PersonalKind.PERSON, start, start + len(name))
